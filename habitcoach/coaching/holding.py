"""Holding: "on a call", "paused", and back on a day."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from habitcoach.coaching.agenda import Agenda, read_agenda
from habitcoach.coaching.changes import Announcer, Changed
from habitcoach.core.errors import InputError
from habitcoach.core.habit import PAUSED, HabitId, Pause
from habitcoach.core.hold import CALL_LASTS, Hold, HoldReason
from habitcoach.core.prompt import PromptState
from habitcoach.core.wall import DAY
from habitcoach.ports import Clock, Store

MAX_DAYS = 366
#: Setting: a call that was not ended ends by itself after so many minutes.
CALL_MINUTES = "call_minutes"
DEFAULT_CALL_MINUTES = int(CALL_LASTS.total_seconds() // 60)


class Holding:
    """When cues wait, and when habits rest."""

    def __init__(self, store: Store, clock: Clock, announcer: Announcer) -> None:
        self._store = store
        self._clock = clock
        self._announcer = announcer

    def call_on(self) -> None:
        """Hold all cues: a call. It ends by itself after the minutes chosen, or with the shift."""
        agenda = read_agenda(self._store, self._clock)
        until = agenda.now + timedelta(minutes=int(self._store.setting(CALL_MINUTES) or DEFAULT_CALL_MINUTES))
        shift = agenda.calendar.shift_at(agenda.now)
        if shift is not None:
            until = min(until, shift.end)
        with self._store.writing():
            self._hold(agenda, Hold(HoldReason.CALL, None, agenda.now, until))
        self._announcer.announce(Changed())

    def call_off(self) -> None:
        """End the call."""
        agenda = read_agenda(self._store, self._clock)
        with self._store.writing():
            for hold in self._store.holds(agenda.now):
                if hold.reason is HoldReason.CALL:
                    self._store.move_hold_end(hold.id, agenda.now)
        self._announcer.announce(Changed())

    def pause_until(self, until: datetime, habits: Sequence[HabitId] = ()) -> None:
        """Hold the cues of some habits, or of all, up to an instant. Raises InputError for a past one."""
        agenda = read_agenda(self._store, self._clock)
        if until <= agenda.now:
            raise InputError("pause", "not_ahead")
        with self._store.writing():
            for habit_id in habits or (None,):
                self._hold(agenda, Hold(HoldReason.PAUSED, habit_id, agenda.now, until))
        self._announcer.announce(Changed())

    def pause_till_day(self, back: date, habits: Sequence[HabitId] = ()) -> None:
        """Make the work dates from today to the eve of `back` neutral, for some habits or for all.

        Raises InputError when that day is not ahead, or over a year away.
        """
        agenda = read_agenda(self._store, self._clock)
        if back <= agenda.today:
            raise InputError("pause", "not_ahead")
        if (back - agenda.today).days > MAX_DAYS:
            raise InputError("pause", "too_long_a_span", high=MAX_DAYS)
        with self._store.writing():
            for habit_id in habits or (None,):
                self._store.cut_pauses(habit_id, PAUSED, agenda.today - DAY)
                self._store.add_pause(Pause(habit_id, agenda.today, back - DAY, PAUSED))
            for prompt in self._store.open_prompts():
                mine = prompt.habit_id is not None and (not habits or prompt.habit_id in habits)
                if mine and agenda.today <= prompt.work_date < back:
                    self._store.update_prompt(replace(prompt, state=PromptState.EXPIRED))
        self._announcer.announce(Changed())

    def resume(self, habits: Sequence[HabitId] = ()) -> None:
        """End the pauses of some habits, by the minute and by the day; without any, every pause there is."""
        agenda = read_agenda(self._store, self._clock)
        paused = [one.habit_id for one in agenda.setting.pauses if one.reason == PAUSED]
        with self._store.writing():
            for habit_id in habits or dict.fromkeys(paused):
                self._store.cut_pauses(habit_id, PAUSED, agenda.today - DAY)
            for hold in self._store.holds(agenda.now):
                if hold.reason is HoldReason.PAUSED and (not habits or hold.habit_id in habits):
                    self._store.move_hold_end(hold.id, agenda.now)
        self._announcer.announce(Changed())

    def _hold(self, agenda: Agenda, wanted: Hold) -> None:
        """Store a hold; one that runs for the same reason has its end moved instead."""
        kind = (wanted.reason, wanted.habit_id)
        for hold in self._store.holds(agenda.now):
            if (hold.reason, hold.habit_id) == kind and hold.runs(agenda.now):
                self._store.move_hold_end(hold.id, wanted.until)
                return
        self._store.add_hold(wanted)
