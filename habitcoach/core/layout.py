"""Layouts: how shifts lie around a date, so that what a trigger means on one date holds for all alike."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Protocol

from habitcoach.core.wall import DAY

_MIDNIGHT = time()


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

    A layout is where the shifts from `before` days earlier to `after` days later lie, reckoned from the
    date's own midnight. Near a change of the clock a date has none, since wall times lie differently there.
    """

    def __init__(
        self,
        lived_on: Callable[[date], tuple[tzinfo, time]],
        shift_on: Callable[[date], Worked | None],
        before: int,
        after: int,
    ) -> None:
        """Take each date's zone and start of the day, the shifts, and how many days around a date matter."""
        self._lived_on = lived_on
        self._shift_on = shift_on
        self._span = tuple(timedelta(days=n) for n in range(-before, after + 1))
        self._offsets: dict[date, tuple[timedelta | None, time]] = {}
        self._numbers: dict[object, int] = {}
        self._of: dict[date, int | None] = {}

    def on(self, day: date) -> int | None:
        """Return the number of a date's layout; None where the clock changes nearby."""
        if day not in self._of:
            self._of[day] = self._work_out(day)
        return self._of[day]

    def _work_out(self, day: date) -> int | None:
        offset = self._offset(day)
        if any(self._offset(day + step) != offset for step in (*self._span, self._span[-1] + DAY)):
            return None
        midnight = datetime.combine(day, _MIDNIGHT, self._lived_on(day)[0]).astimezone(UTC)
        layout = tuple(_seen_from(midnight, self._shift_on(day + step)) for step in self._span)
        return self._numbers.setdefault(layout, len(self._numbers))

    def _offset(self, day: date) -> tuple[timedelta | None, time]:
        """Return how far a date's zone is from UTC at its first midnight, and when its logical day starts."""
        if day not in self._offsets:
            zone, day_start = self._lived_on(day)
            self._offsets[day] = datetime.combine(day, _MIDNIGHT, zone).utcoffset(), day_start
        return self._offsets[day]


def _seen_from(midnight: datetime, shift: Worked | None) -> object:
    if shift is None:
        return None
    breaks = tuple((begin - midnight, end - midnight) for begin, end in shift.breaks)
    return shift.start - midnight, shift.end - midnight, breaks
