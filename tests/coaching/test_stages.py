"""Stages read from a real file: what fading makes of a life with prompts, logs and answers."""

from datetime import date, timedelta

from habitcoach.coaching.changes import Changed
from habitcoach.coaching.fading import Faded
from habitcoach.core.fading import Stage
from habitcoach.core.habit import Habit
from habitcoach.core.rating import Rating
from habitcoach.core.trigger import AroundShift, ShiftAnchor
from tests.support.habits import MONDAY
from tests.support.workplace import Workplace

START = AroundShift(ShiftAnchor.START, offset=30)


def workday(number: int) -> date:
    """Return a weekday, counted from 1 on the Monday."""
    weeks, days = divmod(number - 1, 5)
    return MONDAY + timedelta(weeks=weeks, days=days)


def faded(place: Workplace, habit: Habit) -> Faded:
    agenda = place.coach.agenda()
    return place.coach.stages.of(agenda, agenda.existing(habit.id))


def rate(place: Workplace, habit: Habit, mark: int) -> None:
    day = place.coach.agenda().today
    year, week, _ = day.isocalendar()
    place.store.put_rating(Rating(habit.id, f"{year}-W{week}", day, place.clock.now(), mark))
    place.coach.announcer.announce(Changed(habit.id))


def steps(found: Faded) -> list[tuple[int, int]]:
    return [(one.at, one.after) for one in found.changes]


def test_always_kept_and_rated_goes_quiet(workplace: Workplace) -> None:
    habit = workplace.add(START)
    for number in range(1, 40):
        workplace.go_to("09:10", workday(number))  # 20 minutes before its cue
        workplace.done(habit)
        if number % 5 == 0:
            workplace.go_to("16:50", workday(number))
            rate(workplace, habit, 6)
    found = faded(workplace, habit)
    assert steps(found) == [(15, 1), (22, 2), (29, 3)]
    assert found.stage is Stage.SILENT
