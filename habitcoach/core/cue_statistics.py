"""How well a cue works: how soon it is answered, how often put off. Algorithms.md, section 10."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from fractions import Fraction
from statistics import median

from habitcoach.core.contact_slots import is_contact_slot
from habitcoach.core.entry import Entry, EntryKind
from habitcoach.core.hold import HoldReason
from habitcoach.core.ledger import live
from habitcoach.core.prompt import Prompt

_HOLDS = frozenset(one.value for one in HoldReason)


@dataclass(frozen=True, slots=True)
class CueStatistics:
    """The numbers of a habit's cues; None where there was nothing to reckon them from."""

    median_delay: timedelta | None = None  #: from the cue to the log
    put_off: Fraction | None = None  #: share of prompts that were held or snoozed
    #: Share of occasions done with no prompt shown before; not to be seen where there were no prompts at all.
    self_started: Fraction | None = None


def cue_statistics(prompts: Iterable[Prompt], entries: Iterable[Entry]) -> CueStatistics:
    """Return the numbers of a habit's prompts and log over one span; their order never matters."""
    # The plan of a contact habit is no cue: the agent meets that in every contact.
    asked = {one.key.slot: one for one in prompts if not is_contact_slot(one.key.slot)}
    done = first_done(entries)
    delays: list[float] = []
    self_started = 0
    for slot, at in done.items():
        begun = first_shown(asked.get(slot))
        if begun is None or at < begun:
            self_started += 1
        else:
            delays.append((at - begun).total_seconds())
    put_off = sum(one.held_for in _HOLDS or one.snoozed_until is not None for one in asked.values())
    return CueStatistics(
        median_delay=timedelta(seconds=median(delays)) if delays else None,
        put_off=Fraction(put_off, len(asked)) if asked else None,
        self_started=Fraction(self_started, len(done)) if done and asked else None,
    )


def first_done(entries: Iterable[Entry]) -> dict[str, datetime]:
    """Return when each slot of a log was first done, undone ones left out."""
    found: dict[str, datetime] = {}
    for entry in live(entries):
        if entry.kind is EntryKind.DONE and entry.slot is not None:
            found[entry.slot] = min(entry.at, found.get(entry.slot, entry.at))
    return found


def first_shown(prompt: Prompt | None) -> datetime | None:
    """Return when a cue first reached the agent; None when it never did."""
    if prompt is None or prompt.shown_at is None:
        return None
    # A snoozed cue is shown again, which its row remembers; the wait began with the first time.
    return prompt.shown_at if prompt.snoozed_until is None else min(prompt.due_at, prompt.shown_at)
