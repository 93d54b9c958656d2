"""What became of a habit's cues: shown, answered, ignored, snoozed, held, and how soon."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median

from habitcoach.core.contact_slots import is_contact_slot
from habitcoach.core.cue_statistics import first_done, first_shown
from habitcoach.core.entry import Entry
from habitcoach.core.hold import HoldReason
from habitcoach.core.prompt import Prompt, PromptState

#: A cue that is answered so soon works.
SOON = timedelta(minutes=15)

_HOLDS = frozenset(one.value for one in HoldReason)


@dataclass(frozen=True, slots=True)
class CueCounts:
    """The cues of one habit, or of one of its places in the day or weekdays."""

    shown: int = 0  #: cues that reached the agent
    answered: int = 0  #: of those, done or skipped afterwards
    done: int = 0  #: of those, done afterwards
    soon: int = 0  #: of those, done within 15 minutes
    ignored: int = 0  #: of those shown, neither
    snoozed: int = 0
    held: int = 0  #: by a call, a pause, a break or because nobody was there
    unneeded: int = 0  #: done before the cue was shown
    median_delay: timedelta | None = None  #: from the cue to the log; None where nothing was done after one


@dataclass(frozen=True, slots=True)
class CueFigures:
    """All cues of a habit over one span, and the same by place and by weekday."""

    all: CueCounts
    by_place: Mapping[str, CueCounts]  #: by the slot without its date: "10:30", "start+5"; in their order
    by_weekday: Mapping[int, CueCounts]  #: by ISO weekday of the work date


def cue_figures(prompts: Iterable[Prompt], entries: Iterable[Entry]) -> CueFigures:
    """Count a habit's prompts against its log; the plans of a contact habit are no cues."""
    asked = [one for one in prompts if not is_contact_slot(one.key.slot)]
    done = first_done(entries)
    places: dict[str, list[Prompt]] = {}
    weekdays: dict[int, list[Prompt]] = {}
    for one in asked:
        places.setdefault(one.key.slot.partition("/")[2], []).append(one)
        weekdays.setdefault(one.work_date.isoweekday(), []).append(one)
    return CueFigures(
        all=_count(asked, done),
        by_place={place: _count(found, done) for place, found in sorted(places.items())},
        by_weekday={day: _count(found, done) for day, found in sorted(weekdays.items())},
    )


def _count(prompts: Iterable[Prompt], done: Mapping[str, datetime]) -> CueCounts:
    shown = answered = afterwards = soon = snoozed = held = unneeded = 0
    delays: list[float] = []
    for one in prompts:
        begun, at = first_shown(one), done.get(one.key.slot)
        snoozed += one.snoozed_until is not None
        held += one.held_for in _HOLDS
        before = at is not None and (begun is None or at < begun)
        unneeded += before
        if begun is None:
            continue
        shown += 1
        answered += before or at is not None or one.state is PromptState.ANSWERED
        if at is not None and not before:
            delays.append((at - begun).total_seconds())
            afterwards += 1
            soon += at - begun <= SOON
    delay = timedelta(seconds=median(delays)) if delays else None
    return CueCounts(shown, answered, afterwards, soon, shown - answered, snoozed, held, unneeded, delay)
