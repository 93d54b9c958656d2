"""Days lived through in whatever steps equal the same days computed at once from what is on disk."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from random import Random

import pytest

from habitcoach.coaching.coach import Coach
from habitcoach.core.errors import HabitCoachError
from habitcoach.core.habit import Habit
from habitcoach.core.target import Per, Target, TargetKind
from habitcoach.core.trigger import After, AroundShift, At, Contact, Every, Manual, ShiftAnchor, Trigger
from habitcoach.storage.opening import open_store
from tests.support.habits import MONDAY, at
from tests.support.workplace import Workplace

Plans = list[tuple[Trigger, Target]]
PLANS: Plans = [
    (at("10:30", "15:00"), Target()),
    (at("07:30", anyway=True), Target()),
    (Every(100), Target(TargetKind.CHECK, 2)),
    (AroundShift(ShiftAnchor.START, 90), Target()),
    (AroundShift(ShiftAnchor.END, -40), Target(TargetKind.COUNT, 2, Per.WEEK)),
    (Contact(), Target(TargetKind.RATE, 80, minimum=2)),
    (Manual(), Target(TargetKind.CHECK, 2, Per.WEEK)),
    (At((at("11:00").times[0],), (1, 3), weeks=2), Target()),
]
#: The app looks at least so often, as its heartbeat has it do; how much more often must not matter.
HEARTBEAT = timedelta(minutes=60)
RARELY = timedelta(minutes=170)
OFTEN = ["done"] * 8 + ["snooze"] * 5 + ["skip", "skip", "late", "undo", "call on", "call off"]
ACTS = [
    *OFTEN,
    "skip day",
    "pause",
    "resume",
    "longer shift",
    "shift by night",
    "day off",
    "work again",
    "back on",
]


@dataclass(frozen=True)
class Event:
    """Something the agent does, so many minutes after the last."""

    wait: int
    kind: str
    which: int


class Life:
    """A run of days lived in one way of letting time pass."""

    def __init__(
        self, folder: Path, plans: list[tuple[Trigger, Target]], *, step: timedelta, restarts: bool
    ) -> None:
        folder.mkdir()
        self.place = Workplace(folder).start()
        self._step, self._restarts = step, restarts
        self.habits = [self.place.add(*one, name=f"Habit {n}") for n, one in enumerate(plans)]

    def pass_time(self, wait: timedelta) -> None:
        """Let time pass in steps; each ends with a look or a restart."""
        until = self.place.clock.now() + wait
        while (now := self.place.clock.now()) < until:
            self.place.go_on(min(self._step, until - now))
            if self._restarts:
                self.place.restart()
            else:
                self.place.cueing.look()

    def live(self, happens: list[Event]) -> None:
        """Live through what happens, and on till all of it is over."""
        for event in happens:
            self.pass_time(timedelta(minutes=event.wait))
            with suppress(HabitCoachError):  # nothing due, nothing to undo, off duty
                self._act(event, self._meant(event))
        self.pass_time(timedelta(days=1))

    def _meant(self, event: Event) -> Habit:
        """Return the habit of a cue that waits, or any."""
        waiting = {one.habit_id for one in self.place.coach.today().waiting}
        among = [one for one in self.habits if one.id in waiting] or self.habits
        return among[event.which % len(among)]

    def _act(self, event: Event, habit: Habit) -> None:
        place, coach = self.place, self.place.coach
        today = coach.agenda().today
        acts: dict[str, Callable[[], object]] = {
            "done": lambda: place.done(habit),
            "late": lambda: place.done(habit, at=place.clock.now() - timedelta(hours=20)),
            "skip": lambda: place.skip(habit),
            "skip day": lambda: place.skip(habit, whole_day=True),
            "snooze": lambda: place.snooze(habit, 25),
            "undo": place.undo,
            "call on": lambda: place.call(on=True),
            "call off": lambda: place.call(on=False),
            "pause": lambda: place.pause(50, habit),
            "back on": lambda: place.pause_till(today + timedelta(days=2), habit),
            "resume": place.resume,
            "longer shift": lambda: coach.duty.move_shift(today, "08:00-19:00"),
            "shift by night": lambda: coach.duty.move_shift(today + timedelta(days=1), "22:00-06:00"),
            "day off": lambda: coach.duty.take_off([today + timedelta(days=1)], "leave"),
            "work again": lambda: coach.duty.work_again([today + timedelta(days=1)]),
        }
        acts[event.kind]()
        place.cueing.look()

    def numbers(self, coach: Coach) -> list[object]:
        """Return what is worked out of the log."""
        agenda = coach.agenda()
        return [
            (
                one.name,
                standing.periods,
                standing.streak,
                coach.strengths.of(agenda, one),
                coach.stages.of(agenda, one),
            )
            for one in agenda.habits
            for standing in [coach.standings.of(agenda, one)]
        ]

    def log(self) -> list[object]:
        """Return the entries without their numbers."""
        return [
            (one.habit_id, one.work_date, one.slot, one.kind, one.count, one.of, one.reason, one.source)
            for habit in self.habits
            for one in sorted(
                self.place.entries(habit.id), key=lambda each: (each.at, each.slot or "", each.id)
            )
        ]

    def prompts(self) -> dict[object, object]:
        """Return what became of every cue."""
        since = MONDAY - timedelta(days=9)
        rows = [one for habit in self.habits for one in self.place.store.prompts_of(habit.id, since)]
        assert len({one.key for one in rows}) == len(rows)
        return {one.key: (one.work_date, one.due_at, one.state, one.answer, one.answered_at) for one in rows}

    def check_at_once(self) -> None:
        """Compare what was worked out bit by bit with what fresh readers of the same file find."""
        assert self.place.coach.derived.wrong() == []
        fresh_store = open_store(self.place.path, 0)
        fresh = Coach(fresh_store, self.place.clock)
        assert fresh.derived.wrong() == []
        assert self.numbers(self.place.coach) == self.numbers(fresh)
        fresh_store.close()


def case(seed: int) -> tuple[Plans, list[Event], timedelta]:
    """Return habits, what happens to them, and how often one looks, all drawn by a seed."""
    draw = Random(seed)
    plans = draw.sample(PLANS, draw.randint(1, 3))
    if draw.random() < 0.4:
        plans.append((After(1, 10), Target()))
    waits = [draw.randint(1, 90) if draw.random() < 0.7 else draw.randint(400, 1000) for _ in range(20)]
    happens = [Event(wait, draw.choice(ACTS), draw.randrange(9)) for wait in waits]
    return plans, happens, timedelta(minutes=draw.randint(7, 59))


@pytest.mark.parametrize(
    "seed", [*range(8), *(pytest.param(one, marks=pytest.mark.long) for one in range(8, 100))]
)
def test_days_lived_are_days_computed_at_once_whatever_the_steps(seed: int, tmp_path: Path) -> None:
    plans, happens, step = case(seed)
    usual = Life(tmp_path / "heartbeats", plans, step=HEARTBEAT, restarts=False)
    others = [
        Life(tmp_path / "small steps", plans, step=step, restarts=False),
        Life(tmp_path / "restarts", plans, step=RARELY, restarts=True),
    ]
    for life in (usual, *others):
        life.live(happens)
        life.check_at_once()
    for life in others:
        assert life.log() == usual.log()
        assert life.prompts() == usual.prompts()
        assert life.numbers(life.place.coach) == usual.numbers(usual.place.coach)
        life.place.close()
    usual.place.close()
