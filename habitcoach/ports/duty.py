"""What the file keeps of shifts, of days off and of holds."""

from collections.abc import Sequence
from datetime import date, datetime, tzinfo
from typing import Protocol

from habitcoach.core.duty import DutyChange, DutyDates
from habitcoach.core.habit import HabitId, Pause
from habitcoach.core.hold import Hold
from habitcoach.core.roster import Roster


class DutyStore(Protocol):
    """The part of the agent's file that says when cues may come."""

    def rosters(self) -> Sequence[Roster]: ...
    def duty(self) -> DutyDates:
        """Return what is recorded of single dates, the same object until something of it changes."""
        ...

    def put_roster(self, roster: Roster) -> None:
        """Store a roster; one of the same date is replaced."""
        ...

    def duty_changes(self) -> Sequence[DutyChange]:
        """Return what the agent gave dates in the place of their roster's shift."""
        ...

    def put_duty(self, *changes: DutyChange) -> None:
        """Keep what dates are, in the place of what was; where they were lived, and seen, stays."""
        ...

    def mark_seen(self, days: Sequence[date], *, seen: bool = True) -> None:
        """Keep that somebody was there on dates, or that nobody knows."""
        ...

    def drop_duty(self, day: date) -> None:
        """Give one date its roster's shift back; that it was seen stays."""
        ...

    def known_dates(self) -> frozenset[date]:
        """Return the dates that were seen or have an entry, the same object until they change."""
        ...

    def zone_named(self, name: str) -> tzinfo | None:
        """Return a zone that was written down; None when this computer does not know its name."""
        ...

    def pauses(self) -> Sequence[Pause]: ...
    def add_pause(self, pause: Pause) -> None: ...
    def end_pauses(self, habit_id: HabitId, reason: str, last_date: date) -> None: ...
    def cut_pauses(self, habit_id: HabitId | None, reason: str, last_date: date) -> None:
        """End every pause for this reason on a date, also one that would have ended later.

        Without a habit, those of all habits together only; one that begins later is taken out.
        """
        ...

    def holds(self, since: datetime) -> Sequence[Hold]:
        """Return the holds that end after an instant, by the instant they began."""
        ...

    def add_hold(self, hold: Hold) -> None: ...
    def move_hold_end(self, hold_id: int, until: datetime) -> None:
        """Have a hold end at another instant; one that would end before it began is taken out."""
        ...
