"""Any habit, any calendar, any log: what property tests draw from."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from hypothesis import strategies as st

from habitcoach.core.calendar import Calendar
from habitcoach.core.duty import ABSENT, DutyChange, Lived, offset_at_noon
from habitcoach.core.entry import Entry, EntryId, EntryKind, SkipReason, Source
from habitcoach.core.habit import ARCHIVED, PAUSED, Habit, HabitId, Pause, Version
from habitcoach.core.roster import Roster, ShiftPattern
from habitcoach.core.target import Per, Target, TargetKind
from habitcoach.core.trigger import (
    After,
    AroundShift,
    At,
    Contact,
    Edge,
    Every,
    Manual,
    MonthDay,
    NthWeekday,
    OncePer,
    Promised,
    ShiftAnchor,
    Trigger,
    Which,
)
from habitcoach.core.wall import instant
from tests.support.habits import PLAN, habit

#: Zones with changes of the clock by an hour, half an hour and a day, at midnight, twice a year or never, and
#: days on which they changed.
CHANGING = (
    ("Europe/Berlin", date(2026, 3, 29)),
    ("Europe/Berlin", date(2026, 10, 25)),
    ("America/New_York", date(2026, 11, 1)),
    ("Australia/Lord_Howe", date(2026, 4, 5)),
    ("Africa/Casablanca", date(2026, 3, 22)),
    ("Africa/Cairo", date(2026, 4, 24)),
    ("Asia/Kolkata", date(2026, 3, 29)),
    ("Pacific/Apia", date(2011, 12, 30)),
    ("UTC", date(2026, 1, 1)),
)

walls = st.builds(time, st.integers(0, 23), st.sampled_from((0, 15, 30, 59)))
_shifts = st.sampled_from(
    (
        ShiftPattern(time(9), time(17)),
        ShiftPattern(time(9), time(17), ((time(11), time(11, 15)), (time(13), time(13, 30)))),
        ShiftPattern(time(6), time(14)),
        ShiftPattern(time(22), time(6), ((time(1), time(2, 30)),)),
        ShiftPattern(time(1, 30), time(10)),
        ShiftPattern(time(14), time(13)),
    )
) | st.builds(ShiftPattern, walls, walls)
_offsets = st.integers(-30, 30)

any_trigger: st.SearchStrategy[Trigger] = st.one_of(
    st.builds(
        At,
        st.lists(walls, min_size=1, max_size=4, unique=True).map(tuple),
        st.sets(st.integers(1, 7), min_size=3).map(lambda days: tuple(sorted(days))),
        st.booleans(),
        st.integers(1, 3),
    ),
    st.builds(
        At,
        st.tuples(walls),
        anyway=st.booleans(),
        monthly=st.sampled_from((MonthDay(31), MonthDay(28), NthWeekday(-1, 7), NthWeekday(4, 5))),
    ),
    st.builds(Every, st.sampled_from((45, 120, 360))),
    st.builds(Every, st.sampled_from((45, 120, 360)), walls, walls).filter(lambda one: one.start != one.end),
    st.builds(AroundShift, st.sampled_from(ShiftAnchor), _offsets),
    st.builds(AroundShift, st.just(ShiftAnchor.AFTER_BREAK), _offsets, st.sampled_from((1, 2, -1))),
    st.builds(
        OncePer,
        st.sampled_from((Per.WEEK, Per.MONTH)),
        st.sampled_from(Which),
        st.sampled_from(Edge),
        _offsets,
    ),
    st.builds(After, st.just(2), st.integers(0, 90)),
    st.just(Contact()),
    st.just(Manual()),
    st.just(Promised()),
)

any_target = st.one_of(
    st.builds(Target, st.just(TargetKind.CHECK), st.sampled_from(("all", 1, 2, 5)), st.sampled_from(Per)),
    st.builds(Target, st.just(TargetKind.COUNT), st.integers(1, 9), st.sampled_from(Per)),
    st.builds(Target, st.just(TargetKind.RATE), st.integers(1, 100), st.sampled_from(Per), st.integers(1, 6)),
)


@st.composite
def any_time(draw: st.DrawFn) -> tuple[ZoneInfo, date]:
    """Return a zone and a date in it, often one shortly before its clock changes."""
    zone, change = draw(st.sampled_from(CHANGING))
    return ZoneInfo(zone), change - timedelta(days=draw(st.integers(0, 14)))


@st.composite
def any_calendar(draw: st.DrawFn, zone: ZoneInfo, first: date) -> Calendar:
    """Return rosters, moved shifts, days off, absences and days lived elsewhere around a date."""
    rosters = []
    for begins in (date.min, first + timedelta(days=draw(st.integers(0, 20)))):
        days = draw(st.lists(st.none() | _shifts, min_size=1, max_size=8))
        names = tuple(None if one is None else str(n) for n, one in enumerate(days))
        shifts = {str(n): one for n, one in enumerate(days) if one is not None}
        rosters.append(Roster(begins, first, shifts, names))
    moved = draw(st.dictionaries(st.integers(-3, 40), st.none() | _shifts, max_size=5))
    changes = [DutyChange(first + timedelta(days=n), "moved", one) for n, one in moved.items()]
    absent = draw(st.dictionaries(st.integers(-3, 40), _shifts, max_size=3))
    changes += [DutyChange(first + timedelta(days=n), "", one, ABSENT) for n, one in absent.items()]
    passed = st.integers(0, 40).map(lambda n: first + timedelta(days=n))
    before = draw(st.none() | st.tuples(_elsewhere, passed))
    if before is not None:
        ends = draw(st.sampled_from((time(4), time(0), time(7))))
        changes = [_lived(one, before[0], ends) if one.work_date < before[1] else one for one in changes]
    return Calendar(zone, rosters, changes, draw(st.sampled_from((time(4), time(0), time(11, 30)))), before)


_elsewhere = st.sampled_from(CHANGING).map(lambda one: ZoneInfo(one[0]))


def _lived(change: DutyChange, zone: ZoneInfo, ends: time) -> DutyChange:
    """Return what was recorded of a date, with the zone it was lived in and where it ended."""
    until = instant(change.work_date + timedelta(days=1), ends, zone)
    return replace(change, lived=Lived(zone, offset_at_noon(zone, change.work_date), until))


@st.composite
def any_habit(draw: st.DrawFn, first: date) -> Habit:
    """Return a habit that begins on a date and is changed now and then."""
    later = draw(st.sets(st.integers(1, 40), max_size=3))
    days = [first, *(first + timedelta(days=n) for n in sorted(later))]
    return habit(
        versions=tuple(Version(day, PLAN, draw(any_trigger), draw(any_target)) for day in days),
    )


@st.composite
def any_pauses(draw: st.DrawFn, first: date) -> tuple[Pause, ...]:
    """Return pauses of the habit, of another one and of all, some without an end."""
    found = []
    for _ in range(draw(st.integers(0, 3))):
        begins = first + timedelta(days=draw(st.integers(-3, 40)))
        length = draw(st.none() | st.integers(0, 9))
        ends = None if length is None else begins + timedelta(days=length)
        whose = draw(st.sampled_from((None, HabitId(1), HabitId(2))))
        found.append(Pause(whose, begins, ends, draw(st.sampled_from((PAUSED, ARCHIVED)))))
    return tuple(found)


_NAMED = ("10:30", "09:00", "#1", "#2", "start+0", "contact", "after#1")


@st.composite
def any_log(draw: st.DrawFn, first: date, slots: dict[date, list[str]]) -> list[Entry]:
    """Return entries of any kind, among them undos, for the given slots of dates and for others."""
    found: list[Entry] = []
    for number in range(1, draw(st.integers(0, 40)) + 1):
        day = first + timedelta(days=draw(st.integers(-2, 40)))
        open_to_undo = [one for one in found if one.kind is not EntryKind.UNDO]
        kinds = ["done", "done", "done", "opportunity", "skip", *(["undo"] if open_to_undo else [])]
        kind = EntryKind(draw(st.sampled_from(kinds)))
        undone = draw(st.sampled_from(open_to_undo)) if kind is EntryKind.UNDO else None
        if undone is not None and any(one.undoes == undone.id for one in found):
            continue
        slot = draw(st.none() | st.sampled_from([*slots.get(day, ()), *(f"{day}/{one}" for one in _NAMED)]))
        count = 0 if kind is EntryKind.OPPORTUNITY else draw(st.integers(1, 4))
        counts = kind in {EntryKind.DONE, EntryKind.OPPORTUNITY}
        found.append(
            Entry(
                habit_id=HabitId(1),
                work_date=day if undone is None else undone.work_date,
                slot=slot if undone is None else undone.slot,
                at=datetime.combine(day, time(12), UTC),
                kind=kind,
                source=draw(st.sampled_from((Source.CARD, Source.WINDOW, Source.ESTIMATE, Source.APP))),
                count=count if counts else 1,
                of=draw(st.none() | st.integers(max(count, 1), 9)) if counts else None,
                reason=draw(st.sampled_from(SkipReason)) if kind is EntryKind.SKIP else None,
                undoes=None if undone is None else undone.id,
                id=EntryId(number),
            )
        )
    return found
