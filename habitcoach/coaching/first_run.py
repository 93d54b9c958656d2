"""The first run: what the agent says before there is a habit, kept as soon as it is said.

Channels, shifts and surface are settings and a roster like any other. What is ticked waits in a setting until
the agent has done, and becomes habits then: no cue comes between two steps. A crash loses none of it.
"""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime

from habitcoach.coaching.agenda import Agenda, read_agenda
from habitcoach.coaching.changes import Announcer, Changed
from habitcoach.coaching.deliveries import SURFACE, Surface
from habitcoach.coaching.habits import Habits
from habitcoach.coaching.preferences import Channel
from habitcoach.coaching.settings import Settings
from habitcoach.coaching.shift_choices import NamedShift, shift_choices
from habitcoach.core.errors import InputError
from habitcoach.core.habit import Draft, Habit, HabitId
from habitcoach.core.prompt import Prompt, PromptKey, PromptState, habit_subject
from habitcoach.core.week_pattern import WeekPattern, weeks_of
from habitcoach.ports import Clock, Store

#: Setting: what was ticked so far, as JSON; `DONE` when the agent has been through.
FIRST_RUN = "first_run"
DONE = "done"
#: The slot of the cue that the agent has sent to see one: "2026-11-23/first".
FIRST_CUE = "first"
STEPS = 3

_ENDED = frozenset({PromptState.ANSWERED, PromptState.EXPIRED})


@dataclass(frozen=True, slots=True)
class FirstCueView:
    """The cue that the agent has sent to see one."""

    habit_id: int
    slot: str
    sent_at: datetime  #: in the agent's zone
    done_at: datetime | None  #: in the agent's zone; None: not logged, or taken back
    waits: bool  #: it can still be answered


@dataclass(frozen=True, slots=True)
class FirstRunView:
    """Where the agent is, and what was said so far."""

    step: int  #: 1 to 3
    channels: tuple[Channel, ...]
    shifts: Mapping[str, NamedShift]  #: those of the agent's roster, by name; none before there is one
    today: NamedShift | None  #: today's shift; None when it is off
    chosen: bool  #: the agent has said something about shifts
    rotates: bool
    pattern: WeekPattern | None  #: None when it takes too many weeks to come round
    picked: tuple[str, ...]  #: ids of the templates that are ticked
    own: tuple[str, ...]  #: names of the habits that the agent wrote meanwhile
    surface: Surface
    cue: FirstCueView | None


@dataclass(frozen=True, slots=True)
class _Said:
    """What is kept beside settings and roster."""

    step: int = 1
    rotates: bool = False
    picked: tuple[str, ...] = ()
    cue_habit: int | None = None  #: the habit of the first cue


def is_first_cue(slot: str | None) -> bool:
    """Whether an answer was one to the first run's cue."""
    return slot is not None and slot.rpartition("/")[2].startswith(FIRST_CUE)


class FirstRun:
    """Keeps what the agent says, and makes habits of it in the end."""

    def __init__(
        self, store: Store, clock: Clock, habits: Habits, settings: Settings, announcer: Announcer
    ) -> None:
        self._store = store
        self._clock = clock
        self._habits = habits
        self._settings = settings
        self._announcer = announcer

    @property
    def is_wanted(self) -> bool:
        """Whether it is to be shown: it was not gone through, and there are no habits."""
        if self._store.setting(FIRST_RUN) == DONE:
            return False
        return not self._own()

    @property
    def is_left_over(self) -> bool:
        """Whether it was broken off by a crash, and habits have come in another way since."""
        return self._store.setting(FIRST_RUN) not in {None, DONE} and bool(self._own())

    def view(self) -> FirstRunView:
        """Return what was said so far."""
        agenda = read_agenda(self._store, self._clock)
        said = self._said()
        choices = shift_choices(agenda)
        first = agenda.setting.week_start
        week_start = first if isinstance(first, int) else first.latest()
        return FirstRunView(
            step=said.step,
            channels=self._settings.channels(),
            shifts={one.name: one for one in choices.shifts} if self._store.rosters() else {},
            today=choices.current,
            chosen=bool(self._store.rosters()) or choices.moved,
            rotates=said.rotates,
            pattern=weeks_of(agenda.calendar.roster_on(agenda.today), agenda.today, week_start),
            picked=said.picked,
            own=tuple(one.name for one in self._own()),
            surface=Surface(self._settings.value(SURFACE)),
            cue=self._cue(agenda, said),
        )

    # ---- what is said

    def go_to(self, step: int) -> None:
        """Keep which step the agent is at."""
        self._keep(replace(self._said(), step=min(max(step, 1), STEPS)))

    def say_rotating(self, *, rotates: bool) -> None:
        """Keep whether the shifts rotate."""
        self._keep(replace(self._said(), rotates=rotates))

    def pick(self, template_id: str, *, picked: bool) -> None:
        """Tick a template, or take the tick away."""
        said = self._said()
        others = tuple(one for one in said.picked if one != template_id)
        self._keep(replace(said, picked=(*others, template_id) if picked else others))

    def send_cue(self, draft: Draft) -> int:
        """Have the first cue wait, a real one of a real habit; return its delivery, which is to be shown.

        One that waits already is the one: it is to be shown again. Raises InputError as `Habits.add` does.
        """
        said = self._said()
        habit = self._cue_habit(said)
        if habit is None:
            habit = self._habits.add(draft)
            self._keep(replace(said, cue_habit=habit.id))
        with self._store.writing():
            agenda = read_agenda(self._store, self._clock)
            sent = self._sent(agenda, habit)
            waiting = [one for one in sent if one.state not in _ENDED]
            if waiting:
                return waiting[-1].delivery
            delivery = self._store.next_delivery()
            again = str(len(sent) + 1) if sent else ""
            key = PromptKey(habit_subject(habit.id), f"{agenda.today}/{FIRST_CUE}{again}")
            claimed = PromptState.CLAIMED
            self._store.claim(Prompt(key, habit.id, delivery, agenda.today, agenda.now, claimed))
        self._announcer.announce(Changed(habit.id))
        return delivery

    def finish(self, draft_of: Callable[[str], Draft | None]) -> Sequence[HabitId]:
        """Start the habits that are ticked, retire the first cue's, and be done; return the new ones' ids.

        `draft_of` returns a template's draft by its id. A second call, after a crash, adds what is missing.
        """
        said = self._said()
        added = []
        for draft in map(draft_of, said.picked):
            if draft is None:
                continue
            try:
                added.append(self._habits.add(draft).id)
            except InputError:
                continue  # there is one of that name already
        habit = self._cue_habit(said)
        if habit is not None and self._habits.was_logged(habit.id):
            self._habits.archive(habit.id)
        elif habit is not None:
            self._habits.delete(habit.id)
        self._store.put_setting(FIRST_RUN, DONE)
        self._announcer.announce(Changed())
        return added

    # ---- what is kept

    def _said(self) -> _Said:
        kept = self._store.setting(FIRST_RUN)
        if kept in {None, DONE}:
            return _Said()
        found = json.loads(kept)
        return replace(_Said(**found), picked=tuple(found["picked"]))

    def _keep(self, said: _Said) -> None:
        self._store.put_setting(FIRST_RUN, json.dumps(asdict(said)))
        self._announcer.announce(Changed())

    def _own(self) -> list[Habit]:
        """Return the habits there are beside the first cue's."""
        cue = self._said().cue_habit
        return [one for one in self._store.habits() if one.id != cue]

    def _cue_habit(self, said: _Said) -> Habit | None:
        return next((one for one in self._store.habits() if one.id == said.cue_habit), None)

    def _sent(self, agenda: Agenda, habit: Habit) -> list[Prompt]:
        sent = [one for one in self._store.prompts_of(habit.id, agenda.today) if is_first_cue(one.key.slot)]
        return sorted(sent, key=lambda one: one.delivery)

    def _cue(self, agenda: Agenda, said: _Said) -> FirstCueView | None:
        habit = self._cue_habit(said)
        sent = [] if habit is None else self._sent(agenda, habit)
        if habit is None or not sent:
            return None
        newest = sent[-1]
        done = newest.answered_at if newest.answer == "done" else None
        return FirstCueView(
            habit_id=habit.id,
            slot=newest.key.slot,
            sent_at=agenda.local(newest.shown_at or newest.due_at),
            done_at=None if done is None else agenda.local(done),
            waits=newest.state not in _ENDED,
        )
