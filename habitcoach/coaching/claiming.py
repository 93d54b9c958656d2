"""Claiming: every cue that has come due gets its row in the prompt ledger once, shown or not."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from habitcoach.coaching.agenda import Agenda
from habitcoach.coaching.day_plan import DayPlan
from habitcoach.coaching.found import Found
from habitcoach.coaching.held_cues import HeldCues
from habitcoach.coaching.occasion_views import prompt_key, window_end
from habitcoach.coaching.pacing import Pacing
from habitcoach.coaching.standings import Standings
from habitcoach.core.habit import Habit
from habitcoach.core.hold import Hold
from habitcoach.core.occasions import Occasion
from habitcoach.core.planner import came_due
from habitcoach.core.prompt import Prompt, PromptState
from habitcoach.core.trigger import After
from habitcoach.core.turn import Turn, WaitReason, Way
from habitcoach.ports import Store

LONG_AGO = datetime.min.replace(tzinfo=UTC)
#: How far back a late log of one habit can make another one due: no window is longer.
_LONGEST_WINDOW = timedelta(days=2)
#: How far from its due time the turn of a cue can lie, either way.
_MOVED = timedelta(minutes=45)
_LISTED = {Way.WAITS: WaitReason.RHYTHM, Way.QUIET: WaitReason.FADING}
_LAST = {Way.PACED: 1}


class Claiming:
    """Claims cues and cards; call it inside the transaction of a look."""

    def __init__(self, store: Store, standings: Standings, pacing: Pacing) -> None:
        self._store = store
        self._standings = standings
        self._pacing = pacing
        self._held_cues = HeldCues(store, standings)

    def claim_due(self, found: Found, watermark: datetime) -> None:
        """Claim every cue whose turn has come since the watermark; those that ride along with others last."""
        due = [one for habit in found.agenda.active() for one in self._due(found, habit, watermark)]
        for habit, occasion, turn in sorted(due, key=lambda one: _LAST.get(one[2].way, 0)):
            if window_end(occasion, None) <= found.agenda.now:
                self._let_pass(found, occasion, turn)
            else:
                self._claim(found, habit, occasion, turn)

    def _due(self, found: Found, habit: Habit, watermark: datetime) -> Iterator[tuple[Habit, Occasion, Turn]]:
        agenda = found.agenda
        first = max(looked_from(habit, watermark), LONG_AGO + _MOVED) - _MOVED
        for occasion in came_due(habit, agenda.setting, first, agenda.now + _MOVED):
            turn = found.plan.turn(occasion) or Turn(Way.OWN_TIME, occasion.due)
            over = window_end(occasion, None) <= agenda.now
            known = max(turn.at, occasion.due) <= watermark
            if turn.at > agenda.now or (known and (over or not _comes_late(habit))):
                continue
            if self.needs_cue(agenda, habit, occasion):
                yield habit, occasion, turn

    def _claim(self, found: Found, habit: Habit, occasion: Occasion, turn: Turn) -> None:
        prompt = _prompt(found, occasion, PromptState.CLAIMED)
        hold = found.agenda.held(habit.id)
        if turn.way in _LISTED and not (turn.way is Way.WAITS and found.gathers):
            prompt = _listed(prompt, _LISTED[turn.way])
        elif hold is not None:
            prompt = held_prompt(prompt, hold)
        elif turn.way is Way.PACED and not self.may_come(found):
            prompt = _listed(prompt, WaitReason.BUDGET)
        if self._store.claim(prompt):
            found.live += prompt.state is PromptState.CLAIMED

    def may_come(self, found: Found) -> bool:
        """Whether a paced cue may come now: with others, at the end of the shift, or in its turn."""
        if found.joins or found.live or found.gathers:
            return True
        free = self.free_from(found.agenda, found.plan)
        return free is not None and free <= found.agenda.now

    def free_from(self, agenda: Agenda, plan: DayPlan) -> datetime | None:
        """Return the instant from which a paced cue may come; None when this shift has had all of its."""
        return self._pacing.free_from(agenda, plan)

    def _let_pass(self, found: Found, occasion: Occasion, turn: Turn) -> None:
        prompt = _prompt(found, occasion, PromptState.EXPIRED)
        if not self._store.claim(prompt):
            return
        quiet = turn.way is Way.QUIET or occasion.habit_id in found.plan.silent
        found.passed += not self.held_throughout(found.agenda, prompt, occasion.closes) and not quiet

    def held_throughout(self, agenda: Agenda, prompt: Prompt, closes: datetime) -> bool:
        """Whether holds kept a cue for all of its window; its occasion is skipped then."""
        reason = self._held_cues.skip_if_held_throughout(agenda, prompt, closes)
        if reason is None:
            return False
        self._store.update_prompt(replace(prompt, state=PromptState.EXPIRED, held_for=reason))
        return True

    def needs_cue(self, agenda: Agenda, habit: Habit, occasion: Occasion) -> bool:
        """Whether an occasion is neither answered nor kept already."""
        standing = self._standings.of(agenda, habit)
        day = occasion.work_date
        return not standing.day(day).answered(occasion.slot) and not standing.kept(day)

    def unclaimed(self, agenda: Agenda, habit: Habit, occasion: Occasion) -> bool:
        """Whether an occasion is open, still needs its cue, and has none."""
        still_open = agenda.now < window_end(occasion, None)
        return (
            still_open
            and self._store.prompt(prompt_key(occasion)) is None
            and self.needs_cue(agenda, habit, occasion)
        )


def looked_from(habit: Habit, looked: datetime) -> datetime:
    """Return the instant from which to look for what came due, when all until `looked` was.

    An occasion after another habit comes into being with that habit's log, maybe after its own due time.
    """
    if not _comes_late(habit):
        return looked
    return max(looked, LONG_AGO + _LONGEST_WINDOW) - _LONGEST_WINDOW


def held_prompt(prompt: Prompt, hold: Hold) -> Prompt:
    """Return a prompt as it waits behind a hold."""
    return replace(prompt, state=PromptState.HELD, held_for=hold.reason.value)


def _listed(prompt: Prompt, reason: WaitReason) -> Prompt:
    return replace(prompt, state=PromptState.HELD, held_for=reason.value)


def _comes_late(habit: Habit) -> bool:
    return isinstance(habit.newest.trigger, After)


def _prompt(found: Found, occasion: Occasion, state: PromptState) -> Prompt:
    return Prompt(
        key=prompt_key(occasion),
        habit_id=occasion.habit_id,
        delivery=found.delivery,
        work_date=occasion.work_date,
        due_at=occasion.due,
        state=state,
    )
