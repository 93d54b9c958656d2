"""Self-started: done with no prompt shown before. Algorithms.md, section 7."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from habitcoach.core.cue_statistics import first_shown
from habitcoach.core.entry import Entry, EntryKind
from habitcoach.core.prompt import Prompt


@dataclass(frozen=True, slots=True)
class Watch:
    """What could have been seen of how a habit was started."""

    #: Returns when an occasion of a work date fell due; None when there was no such occasion.
    due: Callable[[date, str], datetime | None]
    #: Returns whether the app ran on a work date, so that a missing prompt means that none was needed.
    ran: Callable[[date], bool]


def self_started(entries: Iterable[Entry], prompts: Sequence[Prompt], watch: Watch) -> bool | None:
    """Return whether one period was done with no prompt shown before; their order never matters.

    `entries` are its live ones. A period that was not done at all was not self-started; one of several
    occasions that needed its cue says the same of all. Without a prompt it could be seen only where the app
    ran, or where it was done before its cue was due; None otherwise.
    """
    began = [_began(entry, prompts, watch) for entry in entries if entry.kind is EntryKind.DONE]
    if not began or False in began:
        return False
    return None if None in began else True


def _began(entry: Entry, prompts: Sequence[Prompt], watch: Watch) -> bool | None:
    of_day = [one for one in prompts if one.work_date == entry.work_date]
    asked = [one for one in prompts if one.key.slot == entry.slot] if entry.slot else of_day
    shown = (first_shown(one) for one in asked)
    if any(at is not None and at <= entry.at for at in shown):
        return False
    if asked or watch.ran(entry.work_date):
        return True
    due = None if entry.slot is None else watch.due(entry.work_date, entry.slot)
    return True if due is not None and entry.at < due else None
