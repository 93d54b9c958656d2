"""What tests of promises share: the habit that counts them, and how they stand."""

from datetime import timedelta

from habitcoach.coaching.promise_habit import KEPT_RATE, is_promise_habit
from habitcoach.core.habit import Habit
from habitcoach.core.judging import Outcome
from habitcoach.core.promise import PromiseId, PromiseState
from tests.support.habits import MONDAY
from tests.support.promise_desk import FIRST, PromiseDesk

TUESDAY = MONDAY + timedelta(days=1)


WEDNESDAY = MONDAY + timedelta(days=2)


def habit(desk: PromiseDesk) -> Habit:
    found = next(one for one in desk.coach.agenda().habits if is_promise_habit(one))
    assert found.newest.target == KEPT_RATE
    return found


def outcomes(desk: PromiseDesk) -> list[tuple[Outcome, int, int]]:
    periods = desk.coach.standings.of(desk.coach.agenda(), habit(desk)).periods
    return [(one.outcome, one.done, one.goal) for one in periods]


def state(desk: PromiseDesk, promise_id: PromiseId = FIRST) -> PromiseState:
    found = desk.store.promise(promise_id)
    assert found is not None
    return found.state
