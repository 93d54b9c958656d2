"""Habits: adding, changing, retiring and finding them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import islice

from habitcoach.coaching.agenda import Agenda, read_agenda
from habitcoach.coaching.changes import Announcer, Changed
from habitcoach.coaching.fading import StageReader
from habitcoach.coaching.habit_views import CueTimeView, HabitView
from habitcoach.coaching.occasion_views import OccasionReader
from habitcoach.coaching.off_shift import held_since
from habitcoach.coaching.promise_habit import is_promise_habit
from habitcoach.coaching.resting import Resting
from habitcoach.core.errors import InputError, RefusedError
from habitcoach.core.fields import clean_line, name_key
from habitcoach.core.following import circle
from habitcoach.core.habit import ARCHIVED, Draft, Habit, HabitId, Pause, Version
from habitcoach.core.occasions import Occasion
from habitcoach.core.planner import HORIZON, coming
from habitcoach.core.prompt import PromptState
from habitcoach.core.trigger import OFFERED, After, Promised, Trigger
from habitcoach.ports import Clock, Store

#: Stands for the number of a habit that has none yet.
NEW = HabitId(0)
_DAY = timedelta(days=1)
_MOST_DIGITS = 18  # of a habit's number; Python refuses to read thousands


class Habits:
    """The agent's habits."""

    def __init__(self, store: Store, clock: Clock, stages: StageReader, announcer: Announcer) -> None:
        self._store = store
        self._clock = clock
        self._stages = stages
        self._standings = stages.standings
        self._announcer = announcer
        self._occasions = OccasionReader(store, self._standings)

    def add(self, draft: Draft) -> Habit:
        """Start a habit today.

        Raises InputError when an active habit has the name, or there is none that this one could follow.
        """
        with self._store.writing():
            agenda = read_agenda(self._store, self._clock)
            self._refuse_taken(agenda, draft.name, None)
            _refuse_circle(agenda, draft, NEW)
            _refuse_promises(None, draft)
            habit_id = self._store.add_habit(draft, agenda.today, agenda.now)
        return self._told(habit_id)

    def edit(self, habit_id: HabitId, draft: Draft) -> Habit:
        """Change a habit from today's work date on; a second edit that day replaces the first.

        Raises InputError as `add` does, and when habits would follow each other in a circle;
        RefusedError when the promise habit would become another one.
        """
        with self._store.writing():
            agenda = read_agenda(self._store, self._clock)
            self._refuse_taken(agenda, draft.name, habit_id)
            _refuse_circle(agenda, draft, habit_id)
            _refuse_promises(agenda.existing(habit_id), draft)
            self._store.rename_habit(habit_id, draft.name, draft.category)
            version = Version(agenda.today, draft.plan, draft.trigger, draft.target)
            newest = agenda.existing(habit_id).newest
            if replace(newest, from_date=agenda.today) != version:
                # What a review decided and has not begun gives way to the agent's later word.
                self._store.drop_versions_after(habit_id, agenda.today)
                self._store.put_version(habit_id, version)
        return self._told(habit_id)

    def archive(self, habit_id: HabitId) -> Habit:
        """Retire a habit: nothing is due from today on, its history stays."""
        with self._store.writing():
            agenda = read_agenda(self._store, self._clock)
            habit = agenda.existing(habit_id)
            if not agenda.archived(habit):
                self._store.add_pause(Pause(habit_id, agenda.today, None, ARCHIVED))
                for prompt in self._store.open_prompts():
                    if prompt.habit_id == habit_id:
                        self._store.update_prompt(replace(prompt, state=PromptState.EXPIRED))
        return self._told(habit_id)

    def restore(self, habit_id: HabitId) -> Habit:
        """Bring a retired or resting habit back from today on.

        Raises InputError when its name is taken meanwhile.
        """
        with self._store.writing():
            agenda = read_agenda(self._store, self._clock)
            self._refuse_taken(agenda, agenda.existing(habit_id).name, habit_id)
            self._store.end_pauses(habit_id, ARCHIVED, agenda.today - _DAY)
            Resting(self._store, self._standings).wake(agenda, agenda.existing(habit_id))
        return self._told(habit_id)

    def reorder(self, order: Sequence[HabitId]) -> Sequence[HabitId]:
        """Put some habits into this order, in the places they have among all; return how they stood before.

        Raises RefusedError when one of them is not there any more.
        """
        with self._store.writing():
            agenda = read_agenda(self._store, self._clock)
            wanted = {agenda.existing(one).id for one in order}
            before = [one.id for one in agenda.habits if one.id in wanted]
            self._store.order_habits(order)
        self._announcer.announce(Changed())
        return before

    def delete(self, habit_id: HabitId) -> None:
        """Delete a habit that was never logged. Raises RefusedError when it has entries."""
        with self._store.writing():
            habit = read_agenda(self._store, self._clock).existing(habit_id)
            if self.was_logged(habit_id):
                raise RefusedError("has_entries", habit=habit.name, id=habit.id)
            self._store.delete_habit(habit_id)
        self._announcer.announce(Changed())

    def was_logged(self, habit_id: HabitId) -> bool:
        """Whether a habit has entries, undone ones too."""
        return self._store.has_entries(habit_id)

    def name_fault(self, name: str, own: HabitId | None) -> InputError | None:
        """Return what speaks against a name for a new habit, or for the habit `own`: another one has it."""
        try:
            self._refuse_taken(read_agenda(self._store, self._clock), clean_line(name), own)
        except InputError as fault:
            return fault
        return None

    def all(self) -> Sequence[HabitView]:
        """Return every habit in the agent's order, retired ones too."""
        agenda = read_agenda(self._store, self._clock)
        return [self.view(agenda, habit) for habit in agenda.habits]

    def view(self, agenda: Agenda, habit: Habit) -> HabitView:
        """Return one habit with its streak."""
        streak = self._standings.of(agenda, habit).streak
        newest = habit.newest
        return HabitView(
            habit_id=habit.id,
            name=habit.name,
            category=habit.category,
            plan=newest.plan,
            trigger=newest.trigger,
            target=newest.target,
            archived=agenda.archived(habit),
            resting=agenda.resting(habit),
            has_entries=self.was_logged(habit.id),
            streak=streak.current,
            best=streak.best,
            total=streak.total,
            spares=streak.spares,
            per=newest.target.per.value,
            follows=_followed_name(agenda, newest.trigger),
            faded=self._stages.of(agenda, habit),
        )

    def find(self, query: str, *, retired_first: bool = False) -> Habit:
        """Return the habit a command means: its number, exact name, or a unique prefix of its name.

        Active habits win over retired ones, unless `retired_first`. Raises RefusedError when there is none or
        more than one.
        """
        agenda = read_agenda(self._store, self._clock)
        if query.isascii() and query.isdigit() and len(query) <= _MOST_DIGITS:
            numbered = agenda.habit(HabitId(int(query)))
            if numbered is not None:
                return numbered
        retired = [one for one in agenda.habits if agenda.archived(one)]
        groups = (retired, agenda.active()) if retired_first else (agenda.active(), retired)
        for group in groups:
            found = _named(group, query)
            if len(found) == 1:
                return found[0]
            if found:
                names = ", ".join(f"{one.name} ({one.id})" for one in found)
                raise RefusedError("ambiguous_habit", query=query, names=names)
        raise RefusedError("no_such_habit", query=query)

    def coming(self, agenda: Agenda, habits: Sequence[Habit], count: int) -> list[CueTimeView]:
        """Return the next cues of some habits after the agenda's moment, soonest first."""
        found = []
        for habit in habits:
            ahead = coming(habit, agenda.setting, agenda.now, _horizon(count))
            for occasion in islice((one for one in ahead if self._comes(agenda, habit, one)), count):
                shift = agenda.calendar.shift_on(occasion.work_date)
                version = habit.version_on(occasion.work_date) or habit.newest
                found.append(
                    CueTimeView(
                        habit_id=habit.id,
                        habit=habit.name,
                        plan=version.plan,
                        work_date=occasion.work_date,
                        slot=occasion.slot,
                        due_at=agenda.local(occasion.due),
                        shift_name="" if shift is None else shift.name,
                    )
                )
        return sorted(found, key=lambda one: (one.due_at, one.habit_id))[:count]

    def _comes(self, agenda: Agenda, habit: Habit, occasion: Occasion) -> bool:
        """Whether a coming occasion will bring a cue: not when it was answered ahead of its time."""
        standing = self._standings.of(agenda, habit)
        answered = standing.day(occasion.work_date).answered(occasion.slot)
        return not answered and not standing.kept(occasion.work_date)

    def preview(self, draft: Draft, count: int, own: HabitId | None = None) -> list[CueTimeView]:
        """Return the next cues a habit would have if it were added now, or if `own` were changed to it."""
        agenda = read_agenda(self._store, self._clock)
        version = Version(held_since(agenda, draft, own), draft.plan, draft.trigger, draft.target)
        imagined = Habit(NEW, draft.name, draft.category, 0, agenda.now, (version,))
        return self.coming(agenda, [imagined], count)

    def _refuse_taken(self, agenda: Agenda, name: str, own: HabitId | None) -> None:
        for habit in agenda.active():
            if habit.id != own and name_key(habit.name) == name_key(name):
                raise InputError("name", "name_taken", name=name)

    def _told(self, habit_id: HabitId) -> Habit:
        self._announcer.announce(Changed(habit_id))
        return read_agenda(self._store, self._clock).existing(habit_id)


def _followed_name(agenda: Agenda, trigger: Trigger) -> str:
    followed = agenda.habit(HabitId(trigger.habit)) if isinstance(trigger, After) else None
    return "" if followed is None else followed.name


def _refuse_circle(agenda: Agenda, draft: Draft, own: HabitId) -> None:
    if not isinstance(draft.trigger, After):
        return
    followed = HabitId(draft.trigger.habit)
    if agenda.habit(followed) is None:
        raise InputError("trigger.habit", "no_such_habit", query=followed)
    names = {one.id: one.name for one in agenda.habits} | {own: draft.name}
    chain = circle({one.id: one.newest.trigger for one in agenda.habits}, own, followed)
    if chain:
        raise InputError("trigger.habit", "circle", chain=" → ".join(names[one] for one in chain))


def _refuse_promises(before: Habit | None, draft: Draft) -> None:
    """Keep the built-in promise habit what it is: another wording is fine, another cue or target is not."""
    if before is not None and is_promise_habit(before):
        if (draft.trigger, draft.target) != (before.newest.trigger, before.newest.target):
            raise RefusedError("counts_promises", habit=before.name)
    elif isinstance(draft.trigger, Promised):
        raise InputError("trigger.kind", "not_a_choice", choices=", ".join(OFFERED))


def _named(habits: Sequence[Habit], query: str) -> list[Habit]:
    """Return those with exactly this name, else those whose name begins with it."""
    wanted = name_key(clean_line(query))
    exact = [one for one in habits if name_key(one.name) == wanted]
    return exact or [one for one in habits if wanted and name_key(one.name).startswith(wanted)]


def _horizon(count: int) -> int:
    """Return how many days ahead to look for `count` cues: a monthly habit has one in about 30 days."""
    return max(HORIZON, min(count, 40) * 31)
