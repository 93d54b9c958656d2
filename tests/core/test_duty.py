"""What is recorded of dates, and what the calendar makes of it."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from habitcoach.core.calendar import Calendar
from habitcoach.core.duty import ABSENT, WORKED, DutyChange, DutyDates, Lived, offset_at_noon
from habitcoach.core.judging import Outcome, Setting, judge
from habitcoach.core.occasions import occasions_on
from habitcoach.core.roster import Roster, ShiftPattern
from habitcoach.core.target import Per, Target, TargetKind
from habitcoach.core.trigger import Contact, Edge, Every, OncePer, Which
from tests.support.habits import BERLIN, MONDAY, at, habit, local, wall

NEW_YORK = ZoneInfo("America/New_York")
AUCKLAND = ZoneInfo("Pacific/Auckland")
DAY = timedelta(days=1)
TUESDAY = MONDAY + DAY
FRIDAY = MONDAY + 4 * DAY
OFFICE = ShiftPattern(wall("09:00"), wall("17:00"))
NIGHT = ShiftPattern(wall("22:00"), wall("06:00"))
HOUR = timedelta(hours=1)


def lived(day: date, zone: ZoneInfo = BERLIN, ends: str = "04:00") -> Lived:
    return Lived(zone, offset_at_noon(zone, day), local(day + DAY, ends, zone))


def frozen(day: date, pattern: ShiftPattern | None = OFFICE, zone: ZoneInfo = BERLIN) -> DutyChange:
    return DutyChange(day, "", pattern, changed=False, lived=lived(day, zone))


# ------------------------------------------------------------------ records


@pytest.mark.parametrize(
    ("zone", "day", "offset"),
    [
        (BERLIN, date(2026, 3, 29), 2 * HOUR),
        (BERLIN, date(2026, 10, 25), HOUR),
        (NEW_YORK, MONDAY, -5 * HOUR),
        (timezone(-HOUR), MONDAY, -HOUR),
    ],
)
def test_an_offset_is_that_of_noon(zone: ZoneInfo, day: date, offset: timedelta) -> None:
    assert offset_at_noon(zone, day) == offset


def test_a_zone_whose_rules_changed_stands_by_its_offset() -> None:
    assert lived(MONDAY).zone_on(MONDAY) is BERLIN
    assert replace(lived(MONDAY), offset=3 * HOUR).zone_on(MONDAY) == timezone(3 * HOUR)


def test_what_settles_a_shift() -> None:
    assert DutyChange(MONDAY, "", None).settled
    assert frozen(MONDAY).settled
    assert not DutyChange(MONDAY, "", None, changed=False, seen=True).settled


@pytest.mark.parametrize(
    ("reason", "pattern", "absent"),
    [(ABSENT, OFFICE, True), (ABSENT, None, False), (WORKED, OFFICE, False), ("", OFFICE, False)],
)
def test_who_is_absent(reason: str, pattern: ShiftPattern | None, *, absent: bool) -> None:
    change = DutyChange(MONDAY, "", pattern, reason)
    assert change.absent is absent
    calendar = Calendar(BERLIN, (), [change])
    assert calendar.absent(MONDAY) is absent
    assert not calendar.absent(TUESDAY)
    assert (calendar.shift_on(MONDAY) is None) is (absent or pattern is None)
    assert (calendar.meant_for(MONDAY) is None) is (pattern is None)


def test_records_are_found_by_date_and_told_apart_at_no_cost() -> None:
    seen = DutyChange(TUESDAY, "", None, changed=False, seen=True)
    dates = DutyDates([frozen(MONDAY), seen])
    assert (dates.on(MONDAY), dates.on(TUESDAY), dates.on(FRIDAY)) == (frozen(MONDAY), seen, None)
    assert dates.seen == {TUESDAY}
    assert sorted(one.work_date for one in dates) == [MONDAY, TUESDAY]
    assert dates != DutyDates([frozen(MONDAY), seen])


def test_a_new_shift_keeps_where_it_was_lived_and_that_it_was_seen() -> None:
    before = DutyDates([replace(frozen(MONDAY), seen=True)])
    after = before.with_all([DutyChange(MONDAY, "Late", NIGHT), DutyChange(TUESDAY, "", None, seen=True)])
    assert after.on(MONDAY) == DutyChange(MONDAY, "Late", NIGHT, lived=lived(MONDAY), seen=True)
    assert after.seen == {MONDAY, TUESDAY}
    again = after.with_all([replace(frozen(MONDAY, zone=NEW_YORK), seen=False)])
    assert again.on(MONDAY) == replace(frozen(MONDAY, zone=NEW_YORK), seen=True)


def test_dates_are_seen_and_not() -> None:
    dates = DutyDates([frozen(MONDAY)]).with_seen([MONDAY, TUESDAY], seen=True)
    assert dates.seen == {MONDAY, TUESDAY}
    assert dates.on(MONDAY) == replace(frozen(MONDAY), seen=True)
    assert dates.on(TUESDAY) == DutyChange(TUESDAY, "", None, changed=False, seen=True)
    assert dates.with_seen([TUESDAY], seen=False).seen == {MONDAY}


def test_a_date_given_back_keeps_at_most_that_it_was_seen() -> None:
    dates = DutyDates([DutyChange(MONDAY, "Late", NIGHT, "swap", seen=True), DutyChange(TUESDAY, "", None)])
    assert dates.without(MONDAY).on(MONDAY) == DutyChange(MONDAY, "", None, changed=False, seen=True)
    assert dates.without(MONDAY).on(TUESDAY) is not None
    assert [one.work_date for one in dates.without(TUESDAY)] == [MONDAY]
    assert len(list(dates.without(FRIDAY))) == 2


# ------------------------------------------------------------------ the calendar


def test_a_frozen_date_has_its_own_shift_zone_and_end() -> None:
    calendar = Calendar(NEW_YORK, (), [frozen(MONDAY, NIGHT)])
    shift = calendar.shift_on(MONDAY)
    assert shift is not None
    assert (shift.start, shift.end) == (local(MONDAY, "22:00"), local(TUESDAY, "06:00"))
    assert calendar.plan_on(MONDAY) == ("", NIGHT)
    assert (calendar.zone_on(MONDAY), calendar.zone_on(TUESDAY)) == (BERLIN, NEW_YORK)
    assert calendar.lived(MONDAY) == lived(MONDAY)
    assert calendar.lived(TUESDAY) == Lived(NEW_YORK, -5 * HOUR, local(TUESDAY + DAY, "04:00", NEW_YORK))
    assert calendar.end_of(MONDAY) == local(TUESDAY, "06:00")  # a longer shift than it ended with
    assert calendar.work_date(local(TUESDAY, "05:59")) == MONDAY
    assert calendar.work_date(local(TUESDAY, "06:00")) == TUESDAY
    assert calendar.shift_at(local(TUESDAY, "01:00")) == shift


def test_a_frozen_day_off_ends_where_it_did() -> None:
    calendar = Calendar(AUCKLAND, (), [frozen(MONDAY, None)], day_start=time(11))
    assert calendar.end_of(MONDAY) == local(TUESDAY, "04:00")
    assert calendar.work_date(local(TUESDAY, "03:59")) == MONDAY
    assert calendar.passed == date.min


def test_a_seen_date_alone_is_what_the_roster_says() -> None:
    calendar = Calendar(BERLIN, (), [DutyChange(MONDAY, "x", None, changed=False, seen=True)])
    assert calendar.plan_on(MONDAY) == ("", OFFICE)
    assert calendar.plan_on(MONDAY + 5 * DAY) == ("", None)


def test_dates_that_passed_before_a_flight_were_lived_where_it_began() -> None:
    calendar = Calendar(BERLIN, moved=(NEW_YORK, TUESDAY))
    assert [calendar.zone_on(day) for day in (MONDAY, TUESDAY)] == [NEW_YORK, BERLIN]
    assert calendar.passed == TUESDAY
    assert calendar.end_of(MONDAY - DAY) == local(MONDAY, "04:00", NEW_YORK)
    assert calendar.end_of(MONDAY) == local(TUESDAY, "08:00")  # an hour before the next shift


def test_wall_times_are_those_of_where_a_date_was_lived() -> None:
    calendar = Calendar(AUCKLAND, (), [frozen(MONDAY - DAY, None), frozen(MONDAY), frozen(TUESDAY)])
    found = occasions_on(habit(at("10:30", "23:30", anyway=True)), MONDAY, calendar)
    assert [(one.slot, one.due) for one in found] == [
        (f"{MONDAY}/10:30", local(MONDAY, "10:30")),
        (f"{MONDAY}/23:30", local(MONDAY, "23:30")),
    ]
    every = occasions_on(habit(Every(60, wall("15:30"), wall("20:00"))), MONDAY, calendar)
    assert [one.due for one in every] == [local(MONDAY, "15:30"), local(MONDAY, "16:30")]


def test_a_later_shift_in_another_zone_takes_no_cue_from_a_date_before() -> None:
    # 23:30 of Monday in Berlin is within Tuesday's shift in Auckland.
    calendar = Calendar(AUCKLAND, (), [frozen(MONDAY - DAY, None), frozen(MONDAY)])
    found = occasions_on(habit(at("23:30", anyway=True)), MONDAY, calendar)
    assert [one.slot for one in found] == [f"{MONDAY}/23:30"]


@pytest.mark.parametrize(("which", "day"), [(Which.LAST, FRIDAY), (Which.FIRST, MONDAY)])
def test_the_one_cue_of_a_week_stays_on_a_date_the_agent_did_not_work(which: Which, day: date) -> None:
    trigger = OncePer(Per.WEEK, which, Edge.START, 0)
    week = [MONDAY + number * DAY for number in range(7)]
    absent = Calendar(BERLIN, (), [DutyChange(day, "", OFFICE, ABSENT)])
    off = Calendar(BERLIN, (), [DutyChange(day, "", None, "leave")])
    assert [one for one in week if occasions_on(habit(trigger), one, absent)] == []
    assert len([one for one in week if occasions_on(habit(trigger), one, off)]) == 1


# ------------------------------------------------------------------ judging


def test_a_roster_before_the_first_knows_no_absence() -> None:
    roster = Roster(TUESDAY, TUESDAY, {"Night": NIGHT}, ("Night",))
    calendar = Calendar(BERLIN, [roster], [DutyChange(TUESDAY, "Night", NIGHT, ABSENT)])
    assert calendar.planned(TUESDAY)
    one = habit(Contact(), Target(TargetKind.COUNT, 3))
    now = datetime(2026, 11, 25, 12, tzinfo=UTC)
    outcomes = {each.period.start: each.outcome for each in judge(one, {}, Setting(calendar), now)}
    assert (outcomes[TUESDAY], outcomes[MONDAY]) == (Outcome.NEUTRAL, Outcome.NEUTRAL)
