"""The agent's calendar: which shift a date has, and which work date an instant belongs to."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo

from habitcoach.core.duty import DutyChange, DutyDates, Lived, offset_at_noon
from habitcoach.core.layout import Layouts
from habitcoach.core.roster import Roster, ShiftPattern, on_or_after_start, roster_on, spans_midnight
from habitcoach.core.wall import DAY, date_exists, instant

#: An entry made this long after a shift still belongs to it …
FOLLOWS = timedelta(hours=3)
#: … and one made this long before belongs to it already.
PRECEDES = timedelta(minutes=60)
#: When the logical day starts outside shifts.
DAY_START = time(4)


@dataclass(frozen=True, slots=True)
class Shift:
    """A worked shift; all instants are UTC."""

    work_date: date  #: the local date on which it starts
    name: str
    start: datetime
    end: datetime
    breaks: tuple[tuple[datetime, datetime], ...]

    @property
    def middle(self) -> datetime:
        """The instant half-way through, to the minute."""
        minutes = int((self.end - self.start).total_seconds() // 120)
        return self.start + timedelta(minutes=minutes)

    def contains(self, moment: datetime) -> bool:
        """Whether an instant lies within the shift, its end excluded."""
        return self.start <= moment < self.end


class Calendar:
    """Rosters, changes and zone put together. Immutable; it remembers the shifts it worked out."""

    def __init__(
        self,
        zone: tzinfo,
        rosters: Sequence[Roster] = (),
        changes: Iterable[DutyChange] = (),
        day_start: time = DAY_START,
        moved: tuple[tzinfo, date] | None = None,
    ) -> None:
        """Take the zone in force; it is used only for what a wall time still has to name.

        `moved` is the zone before it, in which the dates before a date were lived that nobody wrote down yet.
        """
        self.zone = zone
        self.rosters = tuple(rosters)
        self.duty = changes if isinstance(changes, DutyDates) else DutyDates(changes)
        self.day_start = day_start
        self.moved = moved
        self._planned: dict[date, bool] = {}
        self._shifts: dict[date, Shift | None] = {}
        self._ends: dict[date, datetime] = {}
        #: How shifts lie around a date, as far as matters for what is due within its own shift …
        self.near = Layouts(self.zone_on, self.meant_for, zone, span=(1, 2))
        #: … and for which work date any instant of it belongs to.
        self.far = Layouts(self.zone_on, self.meant_for, zone, span=(4, 6), end_of=self.end_of)

    def shift_on(self, day: date) -> Shift | None:
        """Return the shift of a work date, None when it is off duty."""
        return None if self.absent(day) else self.meant_for(day)

    def meant_for(self, day: date) -> Shift | None:
        """Return the shift of a work date, also one that the agent says afterwards not to have worked."""
        if day not in self._shifts:
            self._shifts[day] = self._work_out(day)
        return self._shifts[day]

    def absent(self, day: date) -> bool:
        """Whether the agent says afterwards not to have worked on a date."""
        return day in self.duty.absent

    def planned(self, day: date) -> bool:
        """Whether the roster itself has a shift on a date, whatever was changed since."""
        if day not in self._planned:
            self._planned[day] = self.roster_on(day).named(day) is not None
        return self._planned[day]

    def roster_on(self, day: date) -> Roster:
        """Return the roster in force on a date."""
        return roster_on(self.rosters, day)

    def plan_on(self, day: date) -> tuple[str, ShiftPattern | None]:
        """Return the name and the wall times of a date's shift; None is a day off."""
        change = self.duty.on(day)
        if change is not None and change.settled:
            return change.name, change.pattern
        roster = self.roster_on(day)
        planned = roster.named(day)
        return planned or "", None if planned is None else roster.shifts[planned]

    def zone_on(self, day: date) -> tzinfo:
        """Return the zone whose wall times a work date has: the one it was lived in, or the one in force."""
        change = self.duty.on(day)
        if change is not None and change.lived is not None:
            return change.lived.zone_on(day)
        return self._zone_by_now(day)

    def lived(self, day: date) -> Lived:
        """Return where a date was or will be lived."""
        change = self.duty.on(day)
        if change is not None and change.lived is not None:
            return change.lived
        zone = self._zone_by_now(day)
        return Lived(zone, offset_at_noon(zone, day), self.end_of(day))

    @property
    def passed(self) -> date:
        """The date up to which all have passed, in the zone before this one; date.min without such a zone."""
        return date.min if self.moved is None else self.moved[1]

    def _zone_by_now(self, day: date) -> tzinfo:
        return self.moved[0] if self.moved is not None and day < self.moved[1] else self.zone

    def shift_at(self, moment: datetime) -> Shift | None:
        """Return the shift that runs at an instant."""
        return next((shift for shift in self._near(moment) if shift.contains(moment)), None)

    def next_shift(self, moment: datetime, horizon: int = 62) -> Shift | None:
        """Return the first shift that starts after an instant, looking `horizon` days ahead."""
        day = self._local(moment).date()
        ahead = (self.shift_on(day + timedelta(days=n)) for n in range(horizon))
        return next((shift for shift in ahead if shift is not None and shift.start > moment), None)

    def work_date(self, moment: datetime) -> date:
        """Return the work date an entry made at an instant belongs to."""
        # Its own zone may have been a day's length away from the one in force.
        day = self._local(moment).date() - 4 * DAY
        while moment >= self.end_of(day):
            day += DAY
        return day

    def end_of(self, day: date) -> datetime:
        """Return the instant from which entries belong to a later work date."""
        if day not in self._ends:
            # A shift of nearly a day, begun late, can reach past the whole of a day off that follows it.
            self._ends[day] = max(self._reach_of(day), self._reach_of(day - DAY))
        return self._ends[day]

    def _reach_of(self, day: date) -> datetime:
        """Return how far a date reaches: its logical day or its shift and 3 h, up to the next shift."""
        shift = self.meant_for(day)
        change = self.duty.on(day)
        if change is not None and change.lived is not None:
            # Corrected afterwards, its shift may be longer than it was lived.
            return change.lived.ends if shift is None else max(change.lived.ends, shift.end)
        reach = instant(day + DAY, self.day_start, self._zone_by_now(day))
        follows = None if shift is None else shift.end + FOLLOWS
        if follows is not None:
            reach = max(reach, follows)
        for later in (day + DAY, day + 2 * DAY):
            following = self.meant_for(later)
            if following is not None:
                begins = following.start - PRECEDES
                reach = min(reach, begins if follows is None else min(max(begins, follows), following.start))
        return reach if shift is None else max(reach, shift.end)

    def _local(self, moment: datetime) -> datetime:
        return moment.astimezone(self.zone)

    def _near(self, moment: datetime) -> Iterator[Shift]:
        local = self._local(moment).date()
        for offset in (-2, -1, 0, 1, 2):
            shift = self.meant_for(local + timedelta(days=offset))
            if shift is not None:
                yield shift

    def _work_out(self, day: date) -> Shift | None:
        name, pattern = self.plan_on(day)
        zone = self.zone_on(day)
        if pattern is None or not date_exists(day, zone):
            return None
        ends = day + DAY if spans_midnight(pattern) else day
        breaks = tuple(
            (
                instant(on_or_after_start(pattern, day, begin), begin, zone),
                instant(on_or_after_start(pattern, day, end), end, zone),
            )
            for begin, end in pattern.breaks
        )
        start = instant(day, pattern.start, zone)
        return Shift(day, name, start, instant(ends, pattern.end, zone), breaks)
