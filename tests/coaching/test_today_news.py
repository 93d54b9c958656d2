"""What Today tells beside its occasions: covered misses, the end of the shift, earlier days, quiet habits."""

from datetime import time, timedelta

import pytest

from habitcoach.coaching.day_facts import CloseOutView, CoveredMiss
from habitcoach.coaching.shift_choices import ShiftWish, WishKind
from habitcoach.core.habit import Habit
from habitcoach.core.journal import JournalKind, JournalLine
from habitcoach.core.target import Target, TargetKind
from habitcoach.core.trigger import Contact
from tests.support.habits import MONDAY, at, local
from tests.support.workplace import Workplace

DAY = timedelta(days=1)
WEEK = timedelta(weeks=1)
RATE = Target(TargetKind.RATE, 80, minimum=5)


def keep_on(place: Workplace, habit: Habit, *numbers: int) -> None:
    """Keep a habit on the dates so many days after Monday."""
    for number in numbers:
        place.clock.moment = local(MONDAY + number * DAY, "10:31")
        place.done(habit)


def test_a_miss_that_a_spare_covered_is_told_the_next_day(workplace: Workplace) -> None:
    habit = workplace.add(at("10:30"))
    keep_on(workplace, habit, 0, 1)
    workplace.was_there(MONDAY + 2 * DAY)
    workplace.clock.moment = local(MONDAY + 3 * DAY, "09:30")
    wednesday = MONDAY + 2 * DAY
    assert workplace.coach.today().covered == (
        CoveredMiss(habit.id, "Smile", wednesday, wednesday, 2, "day"),
    )
    workplace.done(habit)
    assert not workplace.coach.today().covered


def test_a_miss_without_a_streak_or_long_ago_is_not_told(workplace: Workplace) -> None:
    habit = workplace.add(at("10:30"))
    other = workplace.add(at("11:30"), name="Other")
    keep_on(workplace, habit, 0)
    workplace.was_there(*(MONDAY + number * DAY for number in (1, 2)))
    workplace.clock.moment = local(MONDAY + 3 * DAY, "09:30")
    assert not workplace.coach.today().covered  # the second miss ended the streak
    keep_on(workplace, other, 3)
    workplace.clock.moment = local(MONDAY + 4 * DAY, "09:30")
    assert not workplace.coach.today().covered


def test_a_covered_miss_of_an_earlier_shift_is_no_news(workplace: Workplace) -> None:
    habit = workplace.add(at("10:30", weekdays=(1,)))
    keep_on(workplace, habit, 0)
    workplace.was_there(MONDAY + WEEK)
    workplace.clock.moment = local(MONDAY + WEEK + DAY, "09:30")
    assert len(workplace.coach.today().covered) == 1
    workplace.clock.moment = local(MONDAY + WEEK + 2 * DAY, "09:30")
    assert not workplace.coach.today().covered


def test_without_a_shift_in_two_weeks_nothing_is_compared(workplace: Workplace) -> None:
    workplace.add(at("10:30"))
    workplace.coach.duty.take_off([MONDAY - number * DAY for number in range(1, 20)], "")
    view = workplace.coach.today()
    assert (view.done_yesterday, view.yesterday_line, view.covered) == (0, "", ())


def test_the_end_of_the_shift_lists_what_it_will_ask(workplace: Workplace) -> None:
    workplace.add(at("10:30"))
    greet = workplace.add(Contact(), RATE, name="Greet")
    workplace.add(Contact(), RATE, name="Feel")
    workplace.clock.moment = local(MONDAY, "10:00")
    agenda = workplace.coach.agenda()
    due = agenda.local(local(MONDAY, "16:50"))
    assert workplace.coach.today().close_out == CloseOutView(due, ("Greet", "Feel"))
    workplace.done(greet)
    assert workplace.coach.today().close_out == CloseOutView(due, ("Feel",))
    workplace.clock.moment = local(MONDAY, "16:50")
    assert workplace.coach.today().close_out is None


def test_without_contact_habits_or_a_shift_nothing_is_asked(workplace: Workplace) -> None:
    workplace.add(at("10:30"))
    assert workplace.coach.today().close_out is None
    workplace.add(Contact(), RATE, name="Greet")
    workplace.coach.duty.take_off([MONDAY], "")
    assert workplace.coach.today().close_out is None


def test_yesterday_s_line_is_that_of_the_last_shift(workplace: Workplace) -> None:
    workplace.add(at("10:30"))
    friday = MONDAY - 3 * DAY
    workplace.store.put_line(JournalLine(friday, JournalKind.LINE, "Asked first.", workplace.clock.now()))
    assert workplace.coach.today().yesterday_line == "Asked first."


@pytest.mark.parametrize(("end", "compared"), [(time(17), True), (time(15), True), (time(12), False)])
def test_days_are_compared_when_their_shifts_are_alike(
    workplace: Workplace, end: time, *, compared: bool
) -> None:
    habit = workplace.add(at("10:30"))
    keep_on(workplace, habit, 0)
    workplace.clock.moment = local(MONDAY + DAY, "09:30")
    workplace.coach.shift_choosing.choose(ShiftWish(WishKind.HOURS, start=time(9), end=end))
    assert workplace.coach.today().done_yesterday == int(compared)


def test_on_a_day_off_there_is_nothing_to_compare_with(workplace: Workplace) -> None:
    habit = workplace.add(at("10:30"))
    keep_on(workplace, habit, 0)
    workplace.clock.moment = local(MONDAY + 5 * DAY, "12:00")
    assert workplace.coach.today().done_yesterday == 0


def test_the_best_day_is_one_of_four_weeks(workplace: Workplace) -> None:
    habit = workplace.add(at("10:30", "15:00"))
    workplace.clock.moment = local(MONDAY, "15:01")
    for _ in range(2):
        workplace.done(habit)
    workplace.clock.moment = local(MONDAY + 4 * WEEK, "09:30")
    assert workplace.coach.today().best_lately == 2
    workplace.clock.moment = local(MONDAY + 4 * WEEK + DAY, "09:30")
    assert workplace.coach.today().best_lately == 0


def test_habits_with_cues_are_not_quiet(workplace: Workplace) -> None:
    workplace.add(at("10:30"))
    view = workplace.coach.today()
    assert (view.running_alone, view.active, view.mostly_quiet) == (0, 1, False)
