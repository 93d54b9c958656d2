"""The streak table against the log it comes from."""

from datetime import date, timedelta

import pytest

from habitcoach.coaching.changes import Changed
from habitcoach.coaching.coach import Coach
from habitcoach.core.habit import Habit
from habitcoach.core.target import Target, TargetKind
from habitcoach.core.trigger import After, Contact, Manual
from habitcoach.storage.opening import open_store
from tests.support.habits import MONDAY, at, local
from tests.support.workplace import Workplace

DAY = timedelta(days=1)


def wrong(workplace: Workplace) -> list[str]:
    """Return the habits whose streaks a process of its own finds wrong."""
    store = open_store(workplace.path, 0)
    found = [one.name for one in Coach(store, workplace.clock).derived.wrong()]
    store.close()
    return found


def keep(workplace: Workplace, habit: Habit, days: int) -> None:
    """Log a habit for some days in a row, from the Monday on."""
    for number in range(days):
        workplace.clock.moment = local(MONDAY + number * DAY, "12:00")
        workplace.done(habit)


def test_a_life_leaves_streaks_that_fit_the_log(workplace: Workplace) -> None:
    habit = workplace.add(at("10:00"))
    assert wrong(workplace) == []
    keep(workplace, habit, 3)
    workplace.skip(habit, whole_day=True)
    workplace.undo()
    workplace.undo()
    assert wrong(workplace) == []


def test_time_alone_makes_no_streak_wrong(workplace: Workplace) -> None:
    habit = workplace.add(at("10:00"))
    keep(workplace, habit, 3)
    other = workplace.add(Manual(), name="Other")
    for later in range(1, 10):
        workplace.clock.moment = local(MONDAY + (2 + later) * DAY, "12:00")
        workplace.done(other)  # somebody was there
        workplace.clock.moment = local(MONDAY + (2 + later) * DAY, "23:00")
        assert wrong(workplace) == []
    assert workplace.streak(habit) == 0
    assert workplace.store.runs()[habit.id][-1].open


def test_a_rate_that_is_judged_when_its_day_ends_is_not_wrong_before(workplace: Workplace) -> None:
    habit = workplace.add(Contact(), Target(TargetKind.RATE, 80))
    workplace.done(habit, count=9, of=10)
    assert wrong(workplace) == []
    workplace.clock.moment = local(MONDAY + 3 * DAY, "12:00")
    assert wrong(workplace) == []


@pytest.mark.parametrize(
    "harm",
    [
        "UPDATE streak SET length = 44",
        "DELETE FROM streak",
        "UPDATE streak SET start_date = '2026-11-24'",
        "INSERT INTO streak VALUES (99, 1, '2026-11-23', '2026-11-23', 1, 0)",
    ],
)
def test_what_the_log_never_gave_is_wrong_and_put_right(workplace: Workplace, harm: str) -> None:
    habit = workplace.add(at("10:00"))
    other = workplace.add(at("11:00"), name="Other")
    keep(workplace, habit, 3)
    workplace.done(other)
    before = workplace.store.runs()
    other_process = open_store(workplace.path, 0)
    other_process._run(harm)
    other_process.close()
    assert "Smile" in wrong(workplace)
    assert "Smile" in [one.name for one in workplace.coach.derived.rebuild()]
    assert workplace.store.runs() == before
    assert wrong(workplace) == []


def test_streaks_of_a_habit_never_logged_are_wrong(workplace: Workplace) -> None:
    workplace.add(Manual())
    workplace.store._run("INSERT INTO streak VALUES (1, 1, '2026-11-23', '2026-11-23', 1, 1)")
    assert wrong(workplace) == ["Smile"]


def test_days_off_taken_afterwards_move_the_stored_streak(workplace: Workplace) -> None:
    habit = workplace.add(at("10:00"))
    keep(workplace, habit, 2)
    other = workplace.add(Manual(), name="Other")
    for number in (2, 3, 4):
        workplace.clock.moment = local(MONDAY + number * DAY, "12:00")
        workplace.done(other)  # somebody was there
    workplace.clock.moment = local(MONDAY + 7 * DAY, "12:00")
    workplace.done(habit)
    assert len(workplace.store.runs()[habit.id]) == 2
    missed: list[date] = [MONDAY + number * DAY for number in (2, 3, 4)]
    workplace.coach.duty.take_off(missed, "")
    [run] = workplace.store.runs()[habit.id]
    assert (run.length, run.open) == (3, True)
    assert wrong(workplace) == []


def test_a_log_moves_the_streak_of_a_habit_that_follows(workplace: Workplace) -> None:
    first = workplace.add(at("10:00"))
    second = workplace.add(After(first.id, 5), name="Second")
    keep(workplace, first, 3)
    for number in range(3):
        moment = local(MONDAY + number * DAY, "11:30")
        workplace.done(second, at=moment)
    workplace.undo()
    workplace.undo()
    assert wrong(workplace) == []
    workplace.clock.moment = local(MONDAY + 4 * DAY, "12:00")
    workplace.done(first, at=local(MONDAY + 3 * DAY, "12:00"))
    assert wrong(workplace) == []


def test_an_edit_looks_at_its_own_habit_only(workplace: Workplace) -> None:
    habit, other = workplace.add(at("10:00")), workplace.add(at("11:00"), name="Other")
    keep(workplace, habit, 2)
    workplace.done(other)
    workplace.store._run("DELETE FROM streak")
    workplace.coach.announcer.announce(Changed(other.id))
    assert list(workplace.store.runs()) == [other.id]


def test_a_file_that_is_busy_leaves_the_streaks_for_later(workplace: Workplace) -> None:
    habit = workplace.add(at("10:00"))
    keep(workplace, habit, 2)
    workplace.store._run("DELETE FROM streak")
    other = open_store(workplace.path, 0)
    with other.writing():
        workplace.coach.announcer.announce(Changed())
    assert workplace.store.runs() == {}
    workplace.coach.announcer.announce(Changed())
    assert len(workplace.store.runs()[habit.id]) == 1
    other.close()


def test_only_a_fault_of_the_surroundings_is_left_for_later(
    workplace: Workplace, monkeypatch: pytest.MonkeyPatch
) -> None:
    workplace.add(at("10:00"))

    def fail() -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(workplace.store, "runs", fail)
    with pytest.raises(ZeroDivisionError):
        workplace.coach.announcer.announce(Changed())
