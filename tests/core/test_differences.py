"""From which date on two calendars differ."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta, tzinfo
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habitcoach.core.calendar import Calendar
from habitcoach.core.differences import first_difference
from habitcoach.core.duty import ABSENT, DutyChange, DutyDates, Lived, offset_at_noon
from habitcoach.core.roster import Roster, ShiftPattern
from tests.support.habits import BERLIN, MONDAY, local, wall

NEW_YORK = ZoneInfo("America/New_York")
DAY = timedelta(days=1)
WEEK = [MONDAY + number * DAY for number in range(7)]
OFFICE = ShiftPattern(wall("09:00"), wall("17:00"))
LATE = ShiftPattern(wall("13:00"), wall("21:00"))
ROSTER = Roster(WEEK[2], MONDAY, {"Late": LATE}, ("Late",))


def frozen(day: date, pattern: ShiftPattern | None = OFFICE, zone: ZoneInfo = BERLIN) -> DutyChange:
    there = Lived(zone, offset_at_noon(zone, day), local(day + DAY, "04:00", zone))
    return DutyChange(day, "", pattern, changed=False, lived=there)


def calendar(*changes: DutyChange, zone: tzinfo = BERLIN, rosters: Sequence[Roster] = ()) -> Calendar:
    return Calendar(zone, rosters, changes)


@pytest.mark.parametrize(
    ("one", "other", "first"),
    [
        (calendar(), calendar(), None),
        (calendar(), calendar(frozen(MONDAY)), None),  # written down as it was
        (calendar(), calendar(DutyChange(WEEK[1], "", None, changed=False, seen=True)), None),
        (calendar(), calendar(DutyChange(WEEK[1], "", OFFICE)), None),
        (calendar(), calendar(DutyChange(WEEK[1], "", LATE)), WEEK[1]),
        (calendar(), calendar(DutyChange(WEEK[3], "", None), DutyChange(WEEK[1], "", None)), WEEK[1]),
        (calendar(frozen(MONDAY)), calendar(frozen(MONDAY)), None),
        (calendar(frozen(MONDAY)), calendar(frozen(MONDAY, zone=NEW_YORK)), MONDAY),
        (calendar(frozen(MONDAY)), calendar(replace(frozen(MONDAY), reason=ABSENT)), MONDAY),
        (calendar(), calendar(rosters=[ROSTER]), WEEK[2]),
        (calendar(rosters=[ROSTER]), calendar(rosters=[replace(ROSTER, from_date=WEEK[4]), ROSTER]), WEEK[4]),
        (calendar(rosters=[ROSTER]), calendar(rosters=[replace(ROSTER, shifts={"Late": OFFICE})]), WEEK[2]),
        (calendar(), calendar(zone=NEW_YORK), date.min),
        (calendar(frozen(MONDAY)), calendar(frozen(MONDAY), zone=NEW_YORK), WEEK[1]),
        (calendar(*map(frozen, WEEK[:3])), calendar(*map(frozen, WEEK[:2]), zone=NEW_YORK), WEEK[2]),
        (
            calendar(frozen(MONDAY), frozen(WEEK[2]), frozen(WEEK[3])),
            calendar(frozen(MONDAY), frozen(WEEK[2]), frozen(WEEK[3]), zone=NEW_YORK),
            WEEK[1],
        ),
        (
            calendar(frozen(MONDAY)),
            Calendar(BERLIN, (), [frozen(MONDAY)], moved=(NEW_YORK, WEEK[3])),
            WEEK[1],
        ),
        (calendar(frozen(MONDAY)), Calendar(BERLIN, (), [frozen(MONDAY)], wall("03:00")), WEEK[1]),
    ],
)
def test_the_first_date_on_which_they_are_not_alike(
    one: Calendar, other: Calendar, first: date | None
) -> None:
    assert first_difference(one, other) == first
    assert first_difference(other, one) == first


def test_the_very_same_records_are_not_looked_at() -> None:
    dates = DutyDates([frozen(day) for day in WEEK])
    assert first_difference(Calendar(BERLIN, (), dates), Calendar(BERLIN, (), dates)) is None


moves = st.dictionaries(st.integers(0, 13), st.sampled_from([None, OFFICE, LATE]), max_size=6)


@given(moves, moves, st.sets(st.integers(0, 13)), st.sampled_from([BERLIN, NEW_YORK]))
def test_before_it_every_date_has_the_same_shift(
    mine: dict[int, ShiftPattern | None],
    others: dict[int, ShiftPattern | None],
    written: set[int],
    zone: ZoneInfo,
) -> None:
    def made(moved: dict[int, ShiftPattern | None], where: ZoneInfo) -> Calendar:
        changes = [frozen(MONDAY + number * DAY) for number in written]
        changes += [DutyChange(MONDAY + number * DAY, "", pattern) for number, pattern in moved.items()]
        return calendar(*changes, zone=where)

    one, other = made(mine, BERLIN), made(others, zone)
    first = first_difference(one, other) or date.max
    oldest = min([*written, *mine, *others], default=0)
    for number in range(oldest, 14):
        day = MONDAY + number * DAY
        if day < first:
            assert one.shift_on(day) == other.shift_on(day)
