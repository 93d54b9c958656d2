"""Self-started: done with no prompt shown before. Algorithms.md, section 7."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple


class Begun(NamedTuple):
    """One time that a habit was done, not undone."""

    work_date: date
    slot: str | None
    at: datetime  #: UTC


class Cued(NamedTuple):
    """One cue, shown or not."""

    work_date: date
    slot: str
    shown_at: datetime | None  #: UTC, the first time; None when it never reached the agent


@dataclass(frozen=True, slots=True)
class Watch:
    """What could have been seen of how a habit was started."""

    #: Returns when an occasion of a work date fell due; None when there was no such occasion.
    due: Callable[[date, str], datetime | None]
    #: Returns whether the app ran on a work date, so that a missing prompt means that none was needed.
    ran: Callable[[date], bool]


def self_started(done: Iterable[Begun], cues: Sequence[Cued], watch: Watch) -> bool | None:
    """Return whether one period was done with no prompt shown before; the order of neither matters.

    A period that was not done at all was not self-started; one of several occasions that needed its cue says
    the same of all. Without a prompt it could be seen only where the app ran, or where it was done before its
    cue was due; None otherwise.
    """
    began = [_began(one, cues, watch) for one in done]
    if not began or False in began:
        return False
    return None if None in began else True


def _began(done: Begun, cues: Sequence[Cued], watch: Watch) -> bool | None:
    if done.slot is None:
        asked = [one for one in cues if one.work_date == done.work_date]
    else:
        asked = [one for one in cues if one.slot == done.slot]
    if any(one.shown_at is not None and one.shown_at <= done.at for one in asked):
        return False
    if asked or watch.ran(done.work_date):
        return True
    due = None if done.slot is None else watch.due(done.work_date, done.slot)
    return True if due is not None and done.at < due else None
