"""Personal bests in the reward, and estimates at the end of a shift."""

from datetime import timedelta

import pytest

from habitcoach.coaching.answer_views import Answered
from habitcoach.coaching.recording import Log
from habitcoach.core.entry import Source
from habitcoach.core.errors import InputError, RefusedError
from habitcoach.core.habit import Habit
from habitcoach.core.rewarding import RewardLine
from habitcoach.core.target import Target, TargetKind
from habitcoach.core.trigger import Contact, Manual
from tests.support.habits import MONDAY
from tests.support.workplace import Workplace

TUESDAY = MONDAY + timedelta(days=1)
RATE = Target(TargetKind.RATE, 80)


def estimate(place: Workplace, habit: Habit, hits: int) -> Answered:
    return place.coach.recording.done(Log(habit.id, Source.ESTIMATE, count=hits, of=10))


def line_of(answered: Answered) -> tuple[RewardLine, object]:
    assert answered.reward is not None
    return answered.reward.line, answered.reward.best_day


def test_a_better_day_than_ever_is_said_once(workplace: Workplace) -> None:
    habit = workplace.add(Contact(), RATE)
    assert line_of(workplace.done(habit, count=3, of=4)) == (RewardLine.PROGRESS, None)
    workplace.go_to("12:00", TUESDAY)
    assert line_of(workplace.done(habit)) == (RewardLine.PROGRESS, None)
    assert line_of(workplace.done(habit, count=8, of=9)) == (RewardLine.BEST_DAY, (9, 10))
    assert line_of(workplace.done(habit)) == (RewardLine.PROGRESS, None)


def test_most_in_a_day_of_a_count_habit(workplace: Workplace) -> None:
    habit = workplace.add(Manual(), Target(TargetKind.COUNT, 9))
    workplace.done(habit, count=2)
    workplace.go_to("12:00", TUESDAY)
    assert line_of(workplace.done(habit, count=3)) == (RewardLine.BEST_DAY, (3, None))


def test_an_estimate_stands_for_the_day_and_sets_no_best(workplace: Workplace) -> None:
    habit = workplace.add(Contact(), RATE)
    workplace.done(habit, count=1, of=9)
    workplace.go_to("16:50", TUESDAY)
    answered = estimate(workplace, habit, 10)
    assert (answered.count, answered.of, answered.kind) == (10, 10, "done")
    assert line_of(answered) == (RewardLine.PROGRESS, None)
    [counter] = workplace.coach.today().counters
    assert (counter.hits, counter.of) == (10, 10)
    assert estimate(workplace, habit, 0).kind == "opportunity"
    [counter] = workplace.coach.today().counters
    assert (counter.hits, counter.of) == (0, 10)


def test_counted_clicks_win(workplace: Workplace) -> None:
    habit = workplace.add(Contact(), RATE)
    estimate(workplace, habit, 8)
    workplace.done(habit)
    [counter] = workplace.coach.today().counters
    assert (counter.hits, counter.of) == (1, 1)
    with pytest.raises(RefusedError, match="counted_already"):
        estimate(workplace, habit, 8)
    workplace.undo()
    assert estimate(workplace, habit, 5).count == 5


@pytest.mark.parametrize(("manual", "target"), [(True, RATE), (False, Target(TargetKind.COUNT, 10))])
def test_only_a_rate_met_in_every_contact_is_guessed(
    workplace: Workplace, *, manual: bool, target: Target
) -> None:
    habit = workplace.add(Manual() if manual else Contact(), target)
    with pytest.raises(InputError, match="estimate_needs_contacts"):
        estimate(workplace, habit, 5)
