"""What a planner's file says, and the pattern behind it."""

from datetime import date, time, timedelta

from habitcoach.core.imported_roster import ImportedDay, ImportedRoster, covered, distinct_names
from habitcoach.core.roster import ShiftPattern
from tests.support.habits import DAY, EARLY, MONDAY, NIGHT

PAUSED = ShiftPattern(EARLY.start, EARLY.end, ((time(9), time(9, 15)),))


def imported(*cells: tuple[str, ShiftPattern] | str | None, first: date = MONDAY) -> ImportedRoster:
    """Return a roster of days in a row: a shift, None for a day off, or the name of an absence."""
    days = []
    for number, cell in enumerate(cells):
        day = first + timedelta(days=number)
        if isinstance(cell, str):
            days.append(ImportedDay(day, reason=cell))
        else:
            name, pattern = cell or ("", None)
            days.append(ImportedDay(day, name, pattern))
    return ImportedRoster(tuple(days), days[0].work_date, days[-1].work_date)


E = ("Early", EARLY)
P = ("Early", PAUSED)
N = ("Night", NIGHT)


def test_shifts_are_counted_by_name_and_hours() -> None:
    found = imported(E, P, N, None, "Urlaub", ("Early", DAY), E)
    assert len(found.shifts) == 5
    assert found.kinds() == [("Early", EARLY, 3), ("Night", NIGHT, 1), ("Early", DAY, 1)]


def test_a_pattern_holds_from_today_or_the_first_date_ahead() -> None:
    found = imported(*[E, E, N, N, None, None, None] * 3)
    roster = found.repeating(MONDAY - timedelta(days=30))
    assert roster is not None
    assert (roster.from_date, roster.cycle_start) == (MONDAY, MONDAY)
    assert dict(roster.shifts) == {"Early": EARLY, "Night": NIGHT}
    assert roster.days == ("Early", "Early", "Night", "Night", None, None, None)
    later = found.repeating(MONDAY + timedelta(days=9))
    assert later is not None
    assert later.from_date == MONDAY + timedelta(days=9)
    assert [later.named(one.work_date) for one in found.days] == [one.name or None for one in found.days]


def test_the_usual_breaks_and_names_are_taken_the_latest_of_equals() -> None:
    found = imported(E, *[None] * 6, P, *[None] * 6, P, *[None] * 6)
    roster = found.repeating(MONDAY)
    assert roster is not None
    assert roster.shifts["Early"] == PAUSED
    tie = imported(E, *[None] * 6, P, *[None] * 6).repeating(MONDAY)
    assert tie is not None
    assert tie.shifts["Early"] == PAUSED


def test_what_lies_ahead_counts_more_than_the_past() -> None:
    found = imported(*[N, None] * 7, *[E, E, E, E, E, None, None] * 2)
    assert found.repeating(MONDAY) is None
    roster = found.repeating(MONDAY + timedelta(days=14))
    assert roster is not None
    assert roster.days == ("Early",) * 5 + (None, None)


def test_an_exception_among_many_rounds_is_one() -> None:
    week = [E, E, E, E, E, None, None]
    found = imported(*week * 2, *[E, N, E, E, E, None, None], *week * 2)
    roster = found.repeating(MONDAY)
    assert roster is not None
    assert len(roster.days) == 7


def test_single_days_off_beside_the_span_are_no_part_of_it() -> None:
    found = imported(*[E, E, E, E, E, None, None] * 2)
    far = ImportedDay(MONDAY + timedelta(days=100), reason="Urlaub")
    beside = ImportedRoster((*found.days, far), found.first, found.last)
    assert beside.repeating(MONDAY) == found.repeating(MONDAY)


def test_a_span_has_both_its_ends() -> None:
    assert covered(MONDAY, MONDAY) == [MONDAY]
    assert covered(MONDAY, MONDAY + timedelta(days=2))[-1] == MONDAY + timedelta(days=2)


def test_each_shift_has_a_name_of_its_own() -> None:
    late = ShiftPattern(time(13), time(21))
    long = ShiftPattern(time(13), time(22))
    last = ShiftPattern(time(13), time(23))
    named = [("E", EARLY), ("E", EARLY), ("E", late), ("E", long), ("E", last), ("", DAY), ("", NIGHT)]
    assert dict(distinct_names(named)) == {
        ("E", EARLY): "E",
        ("E", late): "E 13:00",
        ("E", long): "E 2",
        ("E", last): "E 3",
        ("", DAY): "",
        ("", NIGHT): "22:00",
    }
    full = "x" * 60
    assert distinct_names([(full, EARLY), (full, late)])[full, late] == "x" * 54 + " 13:00"
