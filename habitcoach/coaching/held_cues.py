"""Cues that waited behind a hold for all of their window: the app skips their occasions itself."""

from dataclasses import dataclass
from datetime import date, datetime

from habitcoach.coaching.agenda import Agenda
from habitcoach.coaching.changes import Changed
from habitcoach.coaching.standings import Standings
from habitcoach.core.breaks import break_holds, waits_in_breaks
from habitcoach.core.entry import EntryKind, NewEntry, SkipReason, Source
from habitcoach.core.habit import Habit, HabitId
from habitcoach.core.hold import Hold, held_throughout
from habitcoach.core.prompt import Prompt
from habitcoach.ports import Store


@dataclass(frozen=True, slots=True)
class HeldCues:
    """Writes the skips; call it inside the transaction that ends the prompt."""

    store: Store
    standings: Standings

    def skip_if_held_throughout(self, agenda: Agenda, prompt: Prompt, closes: datetime) -> str | None:
        """Skip the occasion of a prompt, neutrally, if holds kept it from its first to its last minute.

        Return the reason of the hold it began in, None when the cue could have been shown.
        """
        habit = agenda.existing(prompt.habit_id or HabitId(0))
        holds = [*self.store.holds(prompt.due_at), *_breaks(agenda, habit, prompt.work_date)]
        hold = held_throughout(holds, habit.id, prompt.due_at, closes)
        if hold is None:
            return None
        self.store.append(
            NewEntry(
                habit_id=habit.id,
                work_date=prompt.work_date,
                slot=prompt.key.slot,
                at=agenda.now,
                kind=EntryKind.SKIP,
                source=Source.APP,
                reason=SkipReason(f"held:{hold.reason.value}"),
            )
        )
        self.standings.forget(Changed(habit.id, prompt.work_date))
        self.store.put_runs(habit.id, self.standings.of(agenda, habit).streak.runs)
        return hold.reason.value


def _breaks(agenda: Agenda, habit: Habit, day: date) -> tuple[Hold, ...]:
    version = habit.version_on(day) or habit.newest
    shift = agenda.calendar.shift_on(day)
    return break_holds(shift) if shift is not None and waits_in_breaks(version.trigger) else ()
