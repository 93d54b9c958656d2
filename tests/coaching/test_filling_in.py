"""Dates worked unseen, filled in afterwards."""

from datetime import timedelta

import pytest

from habitcoach.coaching.filling_in import Filled, FillKind
from habitcoach.core.habit import Habit
from habitcoach.core.judging import Outcome
from habitcoach.core.target import Target, TargetKind
from habitcoach.core.trigger import Contact, Manual, Trigger
from tests.support.habits import MONDAY, ONE_CHECK, at, local
from tests.support.workplace import Workplace

DAY = timedelta(days=1)
TUESDAY, WEDNESDAY = MONDAY + DAY, MONDAY + 2 * DAY
RATE = Target(TargetKind.RATE, 80, minimum=5)
SATURDAY = MONDAY + 5 * DAY


@pytest.fixture
def back(workplace: Workplace) -> Workplace:
    """Return a workplace on Thursday evening, with a habit of each kind, none of them seen to."""
    workplace.add(at("10:30", "15:00"), name="Twice")
    workplace.add(Contact(), RATE, name="Greet")
    workplace.add(at("11:00"), Target(TargetKind.COUNT, 3), name="Sips")
    workplace.add(Contact(), ONE_CHECK, name="Tick")
    workplace.add(Manual(), ONE_CHECK, name="Praise")
    workplace.kill()
    workplace.clock.moment = local(MONDAY + 3 * DAY, "18:00")
    workplace.open()
    workplace.start()
    workplace.was_there(TUESDAY, WEDNESDAY)
    return workplace


def named(place: Workplace, name: str) -> Habit:
    return next(one for one in place.store.habits() if one.name == name)


def test_a_date_lists_what_was_due_and_how_it_is_filled_in(back: Workplace) -> None:
    [day] = back.coach.filling_in.days([TUESDAY, SATURDAY])
    assert day.day == TUESDAY
    assert [(one.habit, one.kind, one.times) for one in day.rows] == [
        ("Twice", FillKind.TICK, 2),
        ("Greet", FillKind.SHARE, 1),
        ("Sips", FillKind.NUMBER, 3),
        ("Tick", FillKind.TICK, 1),
    ]


def test_dates_are_in_order_and_end_when_all_is_said(back: Workplace) -> None:
    fill = back.coach.filling_in
    assert [one.day for one in fill.days([WEDNESDAY, TUESDAY])] == [TUESDAY, WEDNESDAY]
    for row in fill.days([TUESDAY])[0].rows:
        fill.save(Filled(row.habit_id, TUESDAY, skipped=True))
    assert [one.day for one in fill.days([WEDNESDAY, TUESDAY])] == [WEDNESDAY]


def test_before_it_began_a_habit_was_not_due(back: Workplace) -> None:
    assert not back.coach.filling_in.days([MONDAY - DAY])


@pytest.mark.parametrize(
    ("name", "filled", "lines"),
    [("Twice", {}, 2), ("Sips", {"times": 3}, 1), ("Tick", {}, 1), ("Greet", {"share": "most"}, 1)],
)
def test_what_was_done_is_kept_on_its_date(
    back: Workplace, name: str, filled: dict[str, object], lines: int
) -> None:
    habit = named(back, name)
    assert back.coach.filling_in.save(Filled(habit.id, TUESDAY, **filled)) == lines  # type: ignore[arg-type]
    periods = back.coach.standings.of(back.coach.agenda(), habit).periods
    [judged] = [one for one in periods if one.period.start == TUESDAY]
    assert judged.outcome is Outcome.KEPT
    assert {one.work_date for one in back.store.entries(habit.id)} == {TUESDAY}


def test_no_occasion_leaves_the_date_uncounted(back: Workplace) -> None:
    habit = named(back, "Twice")
    assert back.coach.filling_in.save(Filled(habit.id, TUESDAY, skipped=True)) == 1
    periods = back.coach.standings.of(back.coach.agenda(), habit).periods
    [judged] = [one for one in periods if one.period.start == TUESDAY]
    assert judged.outcome is Outcome.NEUTRAL


def test_a_log_of_a_day_without_a_shift_is_of_now(back: Workplace) -> None:
    back.clock.moment = local(SATURDAY, "12:00")
    habit = named(back, "Tick")
    back.coach.filling_in.save(Filled(habit.id, SATURDAY))
    [entry] = back.store.entries(habit.id)
    assert entry.at == back.clock.now()


def test_a_count_of_all_its_occasions_begins_with_their_number(workplace: Workplace) -> None:
    trigger: Trigger = at("10:30", "15:00")
    workplace.add(trigger, Target(TargetKind.COUNT, 2), name="Both")
    workplace.clock.moment = local(MONDAY, "16:00")
    [day] = workplace.coach.filling_in.days([MONDAY])
    assert [one.times for one in day.rows] == [2]
