"""Whatever an agent does and however time goes by, the streak table is one that the log gave."""

import random
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

import pytest

from habitcoach.coaching.coach import Coach
from habitcoach.core.entry import SkipReason
from habitcoach.core.errors import HabitCoachError
from habitcoach.core.habit import Habit
from habitcoach.core.target import Per, Target, TargetKind
from habitcoach.core.trigger import After, Contact, Manual
from habitcoach.storage.opening import open_store
from tests.support.habits import at, local
from tests.support.workplace import Workplace

DAY = timedelta(days=1)


class Life:
    """An agent who does anything at any time."""

    def __init__(self, workplace: Workplace, chance: random.Random) -> None:
        self._work, self._chance = workplace, chance
        first = workplace.add(at("10:00"), name="Clock")
        self._habits: list[Habit] = [
            first,
            workplace.add(After(first.id, 5), name="After"),
            workplace.add(Contact(), Target(TargetKind.RATE, 80), name="Rate"),
            workplace.add(Manual(), Target(TargetKind.COUNT, 2, Per.WEEK), name="Weekly"),
        ]

    def act(self) -> str:
        """Do one thing and return what; what is refused is refused."""
        habit = self._chance.choice(self._habits)
        today = self._work.coach.agenda().today
        past = [today - n * DAY for n in range(1, 1 + self._chance.randrange(1, 5))]
        back = local(past[-1], "12:30")
        things: dict[str, Callable[[], object]] = {
            "done": lambda: self._work.done(habit),
            "late": lambda: self._work.done(habit, at=back),
            "skip": lambda: self._work.skip(habit, reason=SkipReason.LEAVE, whole_day=True),
            "undo": self._work.undo,
            "off": lambda: self._work.coach.duty.take_off(past, ""),
            "worked": lambda: self._work.coach.duty.work_again(past),
            "shift": lambda: self._work.coach.duty.move_shift(past[0], "06:00-14:00"),
            "retire": lambda: self._work.coach.habits.archive(habit.id),
            "restore": lambda: self._work.coach.habits.restore(habit.id),
            "pause": lambda: self._work.pause_till(today + 3 * DAY, habit),
            "resume": lambda: self._work.resume(habit),
            "go on": lambda: self._work.go_on(self._chance.choice((timedelta(hours=5), DAY))),
            "away": lambda: self._work.go_on(3 * DAY),
        }
        name = self._chance.choice(list(things) + ["done", "late", "go on"] * 3)
        with suppress(HabitCoachError):
            things[name]()
        return f"{name} {habit.name}"


@pytest.mark.parametrize("seed", range(6))
def test_no_life_makes_the_check_complain(tmp_path: Path, seed: int) -> None:
    workplace = Workplace(tmp_path).start()
    life = Life(workplace, random.Random(seed))
    done: list[str] = []
    for _ in range(60):
        done.append(life.act())
        store = open_store(workplace.path, 0)
        assert [one.name for one in Coach(store, workplace.clock).derived.wrong()] == [], done
        store.close()
    workplace.close()
