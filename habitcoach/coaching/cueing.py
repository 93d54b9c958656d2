"""Cueing: due → claimed → shown → answered or expired. Each cue is recorded once and shown at most once."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

from habitcoach.coaching.agenda import Agenda, read_agenda
from habitcoach.coaching.changes import Changed
from habitcoach.coaching.deliveries import Deliveries, Surroundings
from habitcoach.coaching.held_cues import HeldCues
from habitcoach.coaching.occasion_views import (
    AFTER_SNOOZE,
    OccasionReader,
    prompt_key,
    snoozed_until,
    window_end,
)
from habitcoach.coaching.resting import Resting
from habitcoach.coaching.standings import Standings
from habitcoach.coaching.views import DeliveryView, OccasionState
from habitcoach.core.habit import Habit, HabitId
from habitcoach.core.hold import Hold
from habitcoach.core.occasions import Occasion
from habitcoach.core.planner import came_due, coming
from habitcoach.core.prompt import Prompt, PromptState
from habitcoach.core.trigger import After
from habitcoach.ports import Notice

WATERMARK = "watermark"
#: The zone of the last look: in another one, wall times that seemed to lie ahead may have passed.
ZONE_SEEN = "zone_seen"
_BETWEEN_ZONES = timedelta(hours=26)
#: The watermark is a lower bound only, so it need not be written at every look.
_WATERMARK_STEP = timedelta(minutes=10)
#: How far back a late log of one habit can make another one due: no window is longer.
_LONGEST_WINDOW = timedelta(days=2)
_LONG_AGO = datetime.min.replace(tzinfo=UTC)

_ENDS = frozenset({PromptState.SHOWN, PromptState.UNCONFIRMED, PromptState.CLAIMED, PromptState.HELD})
_WAITS = frozenset({OccasionState.DUE, OccasionState.HELD, OccasionState.LATER, OccasionState.SNOOZED})


@dataclass(slots=True)
class _Found:
    """What one look at the clock brought."""

    delivery: int
    live: int = 0
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
        self._held_cues = HeldCues(around.store, standings)
        self._resting = Resting(around.store, standings)
        self._alarm_keys: set[str] = set()
        self._looked = _LONG_AGO
        self._streaks_of: date | None = None

    @property
    def deliveries(self) -> Deliveries:
        """What is on the surfaces now."""
        return self._deliveries

    def start(self) -> None:
        """Pick up after the last run: cues that may not have been seen, and those that passed meanwhile.

        Raises EnvironmentFaultError when the file cannot be written.
        """
        self._look(after_a_break=True)

    def look(self) -> None:
        """Claim what has come due, show it as one delivery, let pass what is over, and set the next alarms.

        Raises EnvironmentFaultError when the file cannot be written; nothing is shown then, and a later look
        finds the same occasions again.
        """
        self._look(after_a_break=False)

    def _look(self, *, after_a_break: bool) -> None:
        agenda = read_agenda(self._store, self._clock)
        try:
            with self._store.writing():
                found = self._record(agenda, after_a_break=after_a_break)
        except BaseException:
            self._standings.forget(Changed())  # it may have read skips that are not on disk
            raise
        self._looked = agenda.now
        self._streaks_of = agenda.today
        if found.live:
            self._deliveries.show(found.delivery, found.passed)
        elif found.passed:
            self._deliveries.sum_up(found.passed)
        self.settle()

    def _record(self, agenda: Agenda, *, after_a_break: bool) -> _Found:
        """Bring the prompt ledger up to this moment."""
        found = _Found(self._deliveries.number_for_next(agenda.now))
        if after_a_break:
            self._doubt_claimed(agenda, found)
        self._expire(agenda, found)
        if self._streaks_of != agenda.today and self._resting.lay_to_rest(agenda):
            agenda = read_agenda(self._store, self._clock)
        self._wake_snoozed(agenda, found)
        self._release(agenda, found)
        self._claim_due(agenda, found)
        self._write_streaks(agenda)
        return found

    def settle(self) -> None:
        """Close every surface of what was answered anywhere, and set the alarms anew."""
        agenda = read_agenda(self._store, self._clock)
        self._deliveries.close_answered()
        self._set_alarms(agenda)

    def _doubt_claimed(self, agenda: Agenda, found: _Found) -> None:
        """Take cues that the last run recorded and perhaps never showed for what they are."""
        for prompt in self._open():
            if prompt.state is PromptState.CLAIMED:
                found.passed += self._reader.closes(agenda, prompt) <= agenda.now
                self._store.update_prompt(replace(prompt, state=PromptState.UNCONFIRMED))

    def _write_streaks(self, agenda: Agenda) -> None:
        """Bring the streak table up to date when a day has ended, which may have ended a streak."""
        if self._streaks_of == agenda.today:
            return
        for habit in agenda.habits:
            self._store.put_runs(habit.id, self._standings.of(agenda, habit).streak.runs)

    def _claim_due(self, agenda: Agenda, found: _Found) -> None:
        watermark = self._watermark(agenda)
        for habit in agenda.active():
            for occasion in came_due(habit, agenda.setting, _looked_from(habit, watermark), agenda.now):
                over = window_end(occasion, None) <= agenda.now
                if (over and occasion.due <= watermark) or not self._needs_cue(agenda, habit, occasion):
                    continue
                hold = None if over else agenda.held(habit.id)
                prompt = Prompt(
                    key=prompt_key(occasion),
                    habit_id=habit.id,
                    delivery=found.delivery,
                    work_date=occasion.work_date,
                    due_at=occasion.due,
                    state=PromptState.EXPIRED if over else PromptState.CLAIMED,
                )
                if hold is not None:
                    prompt = _held(prompt, hold)
                if not self._store.claim(prompt):
                    continue
                if over:
                    found.passed += not self._held_throughout(agenda, prompt, occasion.closes)
                else:
                    found.live += hold is None
        if found.live or found.passed or agenda.now - watermark >= _WATERMARK_STEP:
            self._store.put_setting(WATERMARK, agenda.now.isoformat())

    def _next(self, agenda: Agenda, habit: Habit) -> Occasion | None:
        """Return the occasion of a habit to look at next, one that a log made due only afterwards too."""
        looked = max(self._looked, habit.created_at)
        for occasion in coming(habit, agenda.setting, max(_looked_from(habit, looked), habit.created_at)):
            if occasion.due > looked or self._came_late(agenda, habit, occasion):
                return occasion
        return None

    def _came_late(self, agenda: Agenda, habit: Habit, occasion: Occasion) -> bool:
        """Whether an occasion came into being only after the last look, and still needs its cue."""
        still_open = agenda.now < window_end(occasion, None)
        unclaimed = self._store.prompt(prompt_key(occasion)) is None
        return still_open and unclaimed and self._needs_cue(agenda, habit, occasion)

    def _watermark(self, agenda: Agenda) -> datetime:
        """Return the instant up to which everything due is recorded; one in the future is clamped."""
        text = self._store.setting(WATERMARK)
        mark = _LONG_AGO if text is None else datetime.fromisoformat(text)
        if mark > agenda.now:
            mark = agenda.now
            self._store.put_setting(WATERMARK, mark.isoformat())
        zone = str(agenda.zone)
        if zone != self._store.setting(ZONE_SEEN):
            self._store.put_setting(ZONE_SEEN, zone)
            mark = max(mark, _LONG_AGO + _BETWEEN_ZONES) - _BETWEEN_ZONES
        return mark

    def _needs_cue(self, agenda: Agenda, habit: Habit, occasion: Occasion) -> bool:
        standing = self._standings.of(agenda, habit)
        return not standing.day(occasion.work_date).answered(occasion.slot) and not standing.kept(
            occasion.work_date
        )

    def _wake_snoozed(self, agenda: Agenda, found: _Found) -> None:
        for prompt in self._open():
            until = snoozed_until(prompt)
            if until is None or until > agenda.now:
                continue
            hold = agenda.held(prompt.habit_id or HabitId(0))
            if self._waits(agenda, prompt) and hold is not None:
                self._store.update_prompt(_held(prompt, hold))
            elif self._waits(agenda, prompt):
                self._tell(prompt, found)
            else:
                found.passed += until + AFTER_SNOOZE <= agenda.now
                self._store.update_prompt(replace(prompt, state=PromptState.EXPIRED))

    def _release(self, agenda: Agenda, found: _Found) -> None:
        """Have held cues come once their hold is over, all as one delivery."""
        for prompt in self._open():
            if self._is_free(agenda, prompt):
                self._tell(prompt, found)

    def _is_free(self, agenda: Agenda, prompt: Prompt) -> bool:
        """Whether a cue was held and is held no more."""
        if prompt.state is not PromptState.HELD:
            return False
        view = self._reader.of_prompt(agenda, prompt)
        return view is not None and view.state is OccasionState.DUE

    def _tell(self, prompt: Prompt, found: _Found) -> None:
        found.live += 1
        self._store.update_prompt(replace(prompt, state=PromptState.CLAIMED, delivery=found.delivery))

    def _expire(self, agenda: Agenda, found: _Found) -> None:
        for prompt in self._open():
            if prompt.state in _ENDS and not self._waits(agenda, prompt):
                self._store.update_prompt(replace(prompt, state=PromptState.EXPIRED))
                if prompt.state is PromptState.HELD:
                    found.passed += self._passed_unseen(agenda, prompt)

    def _passed_unseen(self, agenda: Agenda, prompt: Prompt) -> bool:
        """Whether a held cue should have come and did not; one held to the end is skipped instead."""
        view = self._reader.of_prompt(agenda, prompt)
        if view is None or view.closes_at > agenda.now:
            return False
        return not self._held_throughout(agenda, prompt, view.closes_at)

    def _held_throughout(self, agenda: Agenda, prompt: Prompt, closes: datetime) -> bool:
        """Whether holds kept a cue for all of its window; its occasion is skipped then."""
        reason = self._held_cues.skip_if_held_throughout(agenda, prompt, closes)
        if reason is None:
            return False
        self._store.update_prompt(replace(prompt, state=PromptState.EXPIRED, held_for=reason))
        return True

    def _open(self) -> list[Prompt]:
        """Return the open prompts of habits; those of other subjects are not ours to end."""
        return [one for one in self._store.open_prompts() if one.habit_id is not None]

    def _waits(self, agenda: Agenda, prompt: Prompt) -> bool:
        """Whether a prompt can still be answered: its window is open, its habit neither kept nor at rest."""
        view = self._reader.of_prompt(agenda, prompt)
        if view is None or view.state not in _WAITS:
            return False
        return not agenda.setting.paused(agenda.existing(view.habit_id), prompt.work_date)

    def _set_alarms(self, agenda: Agenda) -> None:
        """Set one alarm per habit, snooze and window's end, and one for the change of day.

        What came due since the last look rings at once, rather than being left out as already past.
        """
        wanted = {"day": agenda.calendar.end_of(agenda.today)}
        releases = [one.release for one in agenda.holds]
        for habit in agenda.active():
            following = self._next(agenda, habit)
            if following is not None:
                wanted[f"habit:{habit.id}"] = following.due
        for prompt in self._open():
            name = f"{prompt.key.subject}@{prompt.key.slot}"
            until = snoozed_until(prompt)
            if self._is_free(agenda, prompt):
                releases.append(agenda.now)
            if until is None:
                wanted[f"end:{name}"] = self._reader.closes(agenda, prompt)
            else:
                wanted[f"snooze:{name}"] = until
        if releases:
            wanted["release"] = min(releases)
        for key in self._alarm_keys - wanted.keys():
            self._alarms.cancel(key)
        for key, due in wanted.items():
            self._alarms.set(key, due)
        self._alarm_keys = set(wanted)


def _held(prompt: Prompt, hold: Hold) -> Prompt:
    return replace(prompt, state=PromptState.HELD, held_for=hold.reason.value)


def _looked_from(habit: Habit, looked: datetime) -> datetime:
    """Return the instant from which to look for what came due, when all until `looked` was.

    An occasion after another habit comes into being with that habit's log, maybe after its own due time.
    """
    if not isinstance(habit.newest.trigger, After):
        return looked
    return max(looked, _LONG_AGO + _LONGEST_WINDOW) - _LONGEST_WINDOW
