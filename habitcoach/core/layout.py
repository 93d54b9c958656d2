"""Layouts: how shifts lie around a date, so that what a trigger means on one date holds for all alike."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Protocol

_MIDNIGHT = time()

#: A date's zone, and how far that and the one in force are from UTC.
_Rules = tuple[tzinfo, timedelta | None, timedelta | None]


class Worked(Protocol):
    """What a layout needs of a shift; instants are UTC."""

    @property
    def start(self) -> datetime: ...  # noqa: D102
    @property
    def end(self) -> datetime: ...  # noqa: D102
    @property
    def breaks(self) -> tuple[tuple[datetime, datetime], ...]: ...  # noqa: D102


class Layouts:
    """Numbers the layouts of a calendar's dates: two dates with one number differ by whole days alone.

    A layout is where the shifts around a date lie, reckoned from its own midnight. A date near which the
    clock changes, or the zone, has none: wall times lie differently there.
    """

    def __init__(
        self,
        zone_on: Callable[[date], tzinfo],
        shift_on: Callable[[date], Worked | None],
        in_force: tzinfo,
        *,
        span: tuple[int, int],
        end_of: Callable[[date], datetime] | None = None,
    ) -> None:
        """Take each date's zone, the shifts, the zone in force, and where dates end if that matters.

        Wall times of a span matter, so many days earlier to so many later, and shifts of a day more.
        """
        self._zone_on = zone_on
        self._end_of = end_of
        self._shift_on = shift_on
        self._in_force = in_force
        before, after = span
        self._midnights = tuple(timedelta(days=n) for n in range(-before, after + 2))
        self._shifts = tuple(timedelta(days=n) for n in range(-before - 1, after + 2))
        self._rules: dict[date, _Rules] = {}
        self._numbers: dict[object, int] = {}
        self._of: dict[date, int | None] = {}

    def on(self, day: date) -> int | None:
        """Return the number of a date's layout; None where the clock changes nearby."""
        if day not in self._of:
            self._of[day] = self._work_out(day)
        return self._of[day]

    def _work_out(self, day: date) -> int | None:
        rules = self._rules_on(day)
        if any(self._rules_on(day + step) != rules for step in self._midnights):
            return None
        midnight = datetime.combine(day, _MIDNIGHT, rules[0]).astimezone(UTC)
        layout: tuple[object, ...] = tuple(
            _seen_from(midnight, self._shift_on(day + step)) for step in self._shifts
        )
        if self._end_of is not None:
            # A date that has passed ends where it did, whatever the shifts around it have become since.
            layout = (layout, tuple(self._end_of(day + step) - midnight for step in self._shifts))
        return self._numbers.setdefault(layout, len(self._numbers))

    def _rules_on(self, day: date) -> _Rules:
        if day not in self._rules:
            zone = self._zone_on(day)
            midnight = datetime.combine(day, _MIDNIGHT, zone)
            now_in_force = midnight.astimezone(self._in_force).utcoffset()
            self._rules[day] = zone, midnight.utcoffset(), now_in_force
        return self._rules[day]


def _seen_from(midnight: datetime, shift: Worked | None) -> object:
    if shift is None:
        return None
    breaks = tuple((begin - midnight, end - midnight) for begin, end in shift.breaks)
    return shift.start - midnight, shift.end - midnight, breaks
