"""An agent's workplace: the use cases on a real file, with a hand-driven clock and faked surfaces."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TypeVar

from habitcoach.coaching.answer_views import Answered
from habitcoach.coaching.coach import Coach
from habitcoach.coaching.cueing import Cueing
from habitcoach.coaching.deliveries import SURFACE, Surface, Surroundings
from habitcoach.coaching.recording import Log, Skip
from habitcoach.coaching.views import OccasionView
from habitcoach.core.entry import Entry, SkipReason, Source
from habitcoach.core.habit import Category, Draft, Habit, HabitId
from habitcoach.core.prompt import Prompt, PromptKey
from habitcoach.core.target import Target
from habitcoach.core.trigger import Trigger
from habitcoach.ports import Delivery, Seen
from habitcoach.storage.opening import open_store
from habitcoach.storage.store import SqliteStore
from habitcoach.texts.notices import notice_for
from tests.support.driven_clock import DrivenClock
from tests.support.fake_alarms import FakeAlarms
from tests.support.fake_card import FakeCard
from tests.support.fake_notifier import FakeNotifier
from tests.support.habits import MONDAY, ONE_CHECK, PLAN, local

T = TypeVar("T")

#: The number of the first habit added.
FIRST = HabitId(1)
NO_BUTTONS = Delivery("dbus", buttons=False)
#: What a card says that brings the week's review and nothing else, at the end of a shift or the start.
REVIEW_BODIES = (
    "Review the week: about three minutes.",
    "The review of last week waits: about three minutes.",
)
NOBODY = Delivery("none", buttons=False, problem="no_server")


class Workplace:
    """One home, in which the app runs, dies and starts again."""

    def __init__(self, folder: Path, moment: datetime | None = None) -> None:
        self.path = folder / "habitcoach.db"
        self.clock = DrivenClock(moment or local(MONDAY, "08:00"))
        self.notifier = FakeNotifier()
        self.card = FakeCard()
        self.alarms = FakeAlarms(self._rung)
        self.problems: list[str] = []
        self.chimes: list[datetime] = []  #: when a cue was heard, unless its notification saw to that
        self.silenced = False  #: whether the desktop is not to disturb the agent
        self.store: SqliteStore
        self.coach: Coach
        self.cueing: Cueing
        self.open()

    # ---- the app's life

    def open(self) -> None:
        """Open the file and put the use cases on it, as the app does before anything is due."""
        self.store = open_store(self.path, 0)
        self.coach = Coach(self.store, self.clock)
        around = Surroundings(
            self.store,
            self.clock,
            self.alarms,
            self.notifier,
            self.card,
            lambda action: action(),
            lambda: self.chimes.append(self.clock.now()),
            lambda: self.silenced,
        )
        self.cueing = Cueing(around, self.coach.standings, self.coach.stage_since, notice_for)
        self.cueing.deliveries.on_problem(self.problems.append)

    def start(self) -> "Workplace":
        """Start the app."""
        self.cueing.start()
        return self

    def kill(self) -> None:
        """End the app at once: its surfaces and alarms are gone, what is on disk stays."""
        self.store.close()
        self.notifier, self.card, self.alarms = FakeNotifier(), FakeCard(), FakeAlarms(self._rung)

    def restart(self) -> None:
        """Kill it and start it again."""
        self.kill()
        self.open()
        self.start()

    def close(self) -> None:
        """Let the file go."""
        self.store.close()

    # ---- time

    def go_to(self, clock: str, day: date = MONDAY) -> None:
        """Let time pass up to a wall time; alarms ring on the way, each at its instant."""
        self.go_on(local(day, clock) - self.clock.now())

    def go_on(self, wait: timedelta) -> None:
        """Let time pass; alarms ring on the way."""
        until = self.clock.now() + wait
        while True:
            following = self.alarms.next_due()
            if following is None or following > until:
                break
            self.clock.moment = max(self.clock.now(), following)
            self.alarms.ring_due(self.clock.now())
        self.clock.moment = until

    def jump(self, clock: str, day: date = MONDAY) -> None:
        """Set the clock without letting alarms ring, and look, as after a wake-up or a step."""
        self.clock.moment = local(day, clock)
        self.cueing.look()

    def _rung(self, key: str) -> None:
        if not self.cueing.deliveries.follow_with_card(key):
            self.cueing.look()

    def was_there(self, *days: date) -> None:
        """Have the app have run during shifts, so that what was not logged was missed."""
        self.store.mark_seen(days)

    # ---- the agent

    def add(self, trigger: Trigger, target: Target = ONE_CHECK, name: str = "Smile") -> Habit:
        """Start a habit."""
        return self._act(lambda: self.coach.habits.add(Draft(name, Category.WORDS, PLAN, trigger, target)))

    def done(
        self,
        habit: Habit,
        slot: str | None = None,
        *,
        count: int = 1,
        of: int | None = None,
        at: datetime | None = None,
    ) -> Answered:
        """Log a habit."""
        log = Log(habit.id, Source.WINDOW, slot=slot, count=count, of=of, at=at)
        return self._act(lambda: self.coach.recording.done(log))

    def skip(
        self,
        habit: Habit,
        slot: str | None = None,
        *,
        reason: SkipReason = SkipReason.OUTAGE,
        whole_day: bool = False,
    ) -> Answered:
        """Skip an occasion or a day."""
        skip = Skip(habit.id, reason, Source.WINDOW, slot=slot, whole_day=whole_day)
        return self._act(lambda: self.coach.recording.skip(skip))

    def snooze(self, habit: Habit, minutes: int | None = 15, slot: str | None = None) -> Answered:
        """Snooze a cue; None minutes is the end of the shift."""
        wait = None if minutes is None else timedelta(minutes=minutes)
        return self._act(lambda: self.coach.recording.snooze(habit.id, wait, slot))

    def undo(self) -> Answered:
        """Take the last answer back."""
        return self._act(self.coach.recording.undo)

    def call(self, *, on: bool) -> None:
        """Begin or end a call."""
        self._act(self.coach.holding.call_on if on else self.coach.holding.call_off)

    def see(self, seen: Seen) -> bool:
        """Have the system say this of the agent; return whether a hold has begun or ended."""
        return self._act(lambda: self.coach.presence_holds.heed(seen))

    def pause(self, minutes: int, *habits: Habit) -> None:
        """Have cues wait for some minutes."""
        until = self.clock.now() + timedelta(minutes=minutes)
        self._act(lambda: self.coach.holding.pause_until(until, [one.id for one in habits]))

    def pause_till(self, back: date, *habits: Habit) -> None:
        """Be back on a day."""
        self._act(lambda: self.coach.holding.pause_till_day(back, [one.id for one in habits]))

    def resume(self, *habits: Habit) -> None:
        """End pauses."""
        self._act(lambda: self.coach.holding.resume([one.id for one in habits]))

    def choose(self, surface: Surface) -> None:
        """Choose how cues arrive."""
        self.store.put_setting(SURFACE, surface.value)

    def _act(self, action: Callable[[], T]) -> T:
        found = action()
        self.cueing.settle()
        return found

    # ---- what can be seen

    def prompt(self, slot: str, habit: HabitId = FIRST) -> Prompt:
        """Return the row of a slot."""
        found = self.store.prompt(PromptKey(f"habit:{habit}", slot))
        assert found is not None, f"no prompt for {slot}"
        return found

    def state(self, slot: str, habit: HabitId = FIRST) -> str:
        """Return the state of a slot's row, "" when it has none."""
        found = self.store.prompt(PromptKey(f"habit:{habit}", slot))
        return "" if found is None else found.state.value

    def entries(self, habit: HabitId = FIRST) -> list[Entry]:
        """Return the log of a habit."""
        return list(self.store.entries(habit))

    def today(self) -> dict[str, OccasionView]:
        """Return the occasions of today by slot."""
        return {one.slot: one for one in self.coach.today().occasions}

    def titles(self) -> list[str]:
        """Return the titles of all notices so far."""
        return [one.title for one in self.notifier.notices]

    def cue_titles(self) -> list[str]:
        """Return the titles of all notices so far but those that only bring the week's review."""
        return [one.title for one in self.notifier.notices if one.body not in REVIEW_BODIES]

    def streak(self, habit: Habit) -> int:
        """Return the streak of a habit."""
        return self.coach.standings.of(self.coach.agenda(), habit).streak.current
