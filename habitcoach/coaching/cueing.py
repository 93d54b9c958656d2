"""Cueing: due → claimed → shown → answered or expired. Each cue is recorded once and shown at most once."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from habitcoach.coaching.agenda import Agenda, read_agenda
from habitcoach.coaching.deliveries import Deliveries, Surroundings
from habitcoach.coaching.occasion_views import OccasionReader, prompt_key, window_end
from habitcoach.coaching.standings import Standings
from habitcoach.coaching.views import DeliveryView
from habitcoach.core.habit import Habit
from habitcoach.core.occasions import Occasion
from habitcoach.core.planner import came_due, coming
from habitcoach.core.prompt import Prompt, PromptState
from habitcoach.ports import Notice

WATERMARK = "watermark"
#: The watermark is a lower bound only, so it need not be written at every look.
_WATERMARK_STEP = timedelta(minutes=10)
_LONG_AGO = datetime.min.replace(tzinfo=UTC)

_SEEN = frozenset({PromptState.SHOWN, PromptState.UNCONFIRMED, PromptState.CLAIMED})


@dataclass(slots=True)
class _Found:
    """What one look at the clock brought."""

    live: list[Prompt]
    passed: int = 0


class Cueing:
    """Looks at the clock when an alarm rings, and does what is due."""

    def __init__(
        self,
        around: Surroundings,
        standings: Standings,
        notice_for: Callable[[DeliveryView], Notice],
    ) -> None:
        self._store = around.store
        self._clock = around.clock
        self._alarms = around.alarms
        self._standings = standings
        self._reader = OccasionReader(around.store, standings)
        self._deliveries = Deliveries(around, self._reader, notice_for)
        self._alarm_keys: set[str] = set()

    @property
    def deliveries(self) -> Deliveries:
        """What is on the surfaces now."""
        return self._deliveries

    def start(self) -> None:
        """Pick up after the last run: cues that may not have been seen, and those that passed meanwhile.

        Raises EnvironmentFaultError when the file cannot be written.
        """
        with self._store.writing():
            for prompt in self._store.open_prompts():
                if prompt.state is PromptState.CLAIMED:
                    self._store.update_prompt(replace(prompt, state=PromptState.UNCONFIRMED))
        self.look()

    def look(self) -> None:
        """Claim what has come due, show it as one delivery, let pass what is over, and set the next alarms.

        Raises EnvironmentFaultError when the file cannot be written; nothing is shown then, and a later look
        finds the same occasions again.
        """
        agenda = read_agenda(self._store, self._clock)
        with self._store.writing():
            self._expire(agenda)
            found = self._claim_due(agenda)
            found.live += self._wake_snoozed(agenda)
        if found.live or found.passed:
            self._deliveries.show(found.live, found.passed)
        self.settle()

    def settle(self) -> None:
        """Close every surface of what was answered anywhere, and set the alarms anew."""
        agenda = read_agenda(self._store, self._clock)
        self._deliveries.close_answered()
        self._set_alarms(agenda)

    def _claim_due(self, agenda: Agenda) -> _Found:
        watermark = self._watermark(agenda)
        delivery = self._store.next_delivery()
        found = _Found([])
        for habit in agenda.active():
            for occasion in came_due(habit, agenda.setting, watermark, agenda.now):
                if not self._needs_cue(agenda, habit, occasion):
                    continue
                over = window_end(occasion, None) <= agenda.now
                prompt = Prompt(
                    key=prompt_key(occasion),
                    habit_id=habit.id,
                    delivery=delivery,
                    work_date=occasion.work_date,
                    due_at=occasion.due,
                    state=PromptState.EXPIRED if over else PromptState.CLAIMED,
                )
                if not self._store.claim(prompt):
                    continue
                if over:
                    found.passed += 1
                else:
                    found.live.append(prompt)
        if found.live or found.passed or agenda.now - watermark >= _WATERMARK_STEP:
            self._store.put_setting(WATERMARK, agenda.now.isoformat())
        return found

    def _watermark(self, agenda: Agenda) -> datetime:
        """Return the instant up to which everything due is recorded; one in the future is clamped."""
        text = self._store.setting(WATERMARK)
        mark = _LONG_AGO if text is None else datetime.fromisoformat(text)
        if mark > agenda.now:
            self._store.put_setting(WATERMARK, agenda.now.isoformat())
            return agenda.now
        return mark

    def _needs_cue(self, agenda: Agenda, habit: Habit, occasion: Occasion) -> bool:
        standing = self._standings.of(agenda, habit)
        return not standing.day(occasion.work_date).answered(occasion.slot) and not standing.kept(
            occasion.work_date
        )

    def _wake_snoozed(self, agenda: Agenda) -> list[Prompt]:
        woken = []
        for prompt in self._store.open_prompts():
            until = prompt.snoozed_until
            if prompt.state is PromptState.SNOOZED and until is not None and until <= agenda.now:
                again = replace(prompt, state=PromptState.CLAIMED, delivery=self._store.next_delivery())
                self._store.update_prompt(again)
                woken.append(again)
        return woken

    def _expire(self, agenda: Agenda) -> None:
        for prompt in self._store.open_prompts():
            if prompt.state in _SEEN and self._reader.window_end(agenda, prompt) <= agenda.now:
                self._store.update_prompt(replace(prompt, state=PromptState.EXPIRED))

    def _set_alarms(self, agenda: Agenda) -> None:
        """Set one alarm per habit, snooze and window's end, and one for the change of day."""
        wanted = {"day": agenda.calendar.end_of(agenda.today)}
        for habit in agenda.active():
            following = next(coming(habit, agenda.setting, agenda.now), None)
            if following is not None:
                wanted[f"habit:{habit.id}"] = following.due
        for prompt in self._store.open_prompts():
            name = f"{prompt.key.subject}@{prompt.key.slot}"
            if prompt.state is PromptState.SNOOZED and prompt.snoozed_until is not None:
                wanted[f"snooze:{name}"] = prompt.snoozed_until
            else:
                wanted[f"end:{name}"] = self._reader.window_end(agenda, prompt)
        for key in self._alarm_keys - wanted.keys():
            self._alarms.cancel(key)
        for key, due in wanted.items():
            self._alarms.set(key, due)
        self._alarm_keys = set(wanted)
