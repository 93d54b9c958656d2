"""Occasions as the agent sees them: each with its state."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from habitcoach.coaching.agenda import Agenda
from habitcoach.coaching.fading import StageReader
from habitcoach.coaching.standings import Standing, Standings
from habitcoach.coaching.views import OccasionState, OccasionView
from habitcoach.core.contact_slots import is_contact_plan, plan_closes
from habitcoach.core.fading import Stage
from habitcoach.core.habit import Habit
from habitcoach.core.ledger import DayLog, live
from habitcoach.core.occasions import Occasion
from habitcoach.core.prompt import WAITING, Prompt, PromptKey, PromptState, habit_subject
from habitcoach.core.turn import WaitReason
from habitcoach.ports import Store

#: A snoozed cue can be answered for this long after it comes back, even past the end of its first window.
AFTER_SNOOZE = timedelta(minutes=30)
#: A hold keeps these back; what is on a surface already stays there.
_UNSEEN = frozenset({PromptState.HELD, PromptState.SNOOZED})
_ON_A_SURFACE = WAITING - _UNSEEN


def window_end(occasion: Occasion, prompt: Prompt | None) -> datetime:
    """Return the instant until which an occasion can be answered; a snooze extends it."""
    if prompt is None or prompt.snoozed_until is None:
        return occasion.closes
    return max(occasion.closes, prompt.snoozed_until + AFTER_SNOOZE)


def state_of(
    occasion: Occasion, prompt: Prompt | None, standing: Standing, now: datetime, *, held: bool
) -> OccasionState:
    """Return how an occasion stands at an instant; `held` when cues of its habit wait then."""
    answer = _answer(occasion, standing.day(occasion.work_date))
    if answer is not None:
        return answer
    until = snoozed_until(prompt)
    if until is not None and now < until:
        return OccasionState.SNOOZED
    came = prompt is not None and prompt.state in _ON_A_SURFACE  # maybe before its time, with a card
    if now < occasion.due and not came:
        return OccasionState.LATER
    open_still = now < window_end(occasion, prompt) and not standing.kept(occasion.work_date)
    if not open_still:
        return OccasionState.PASSED
    unseen = prompt is None or prompt.state in _UNSEEN
    return OccasionState.HELD if held and unseen else OccasionState.DUE


def _answer(occasion: Occasion, log: DayLog) -> OccasionState | None:
    if occasion.slot in log.done_slots:
        return OccasionState.DONE
    if occasion.slot in log.skipped_slots or log.day_skipped:
        return OccasionState.SKIPPED
    if occasion.slot in log.closed_slots or log.day_closed:
        return OccasionState.PASSED
    return None


def snoozed_until(prompt: Prompt | None) -> datetime | None:
    """Return when a snoozed cue comes again, None when it is not snoozed now."""
    return None if prompt is None or prompt.state is not PromptState.SNOOZED else prompt.snoozed_until


@dataclass(frozen=True, slots=True)
class _About:
    """How a habit stands, looked up once for all its occasions of a day."""

    habit: Habit
    standing: Standing
    stage: Stage
    held: bool


@dataclass(frozen=True, slots=True)
class OccasionReader:
    """Builds the views of a habit's occasions on one work date."""

    store: Store
    standings: Standings
    stages: StageReader | None = None  #: for views that say how the cue comes

    def on(self, agenda: Agenda, habit: Habit, day: date) -> list[OccasionView]:
        """Return a habit's occasions of a work date by due time."""
        occasions = agenda.occasions(habit, day)
        if not occasions:
            return []
        prompts = {one.key.slot: one for one in self.store.prompts_of(habit.id, day)}
        answered = {one.slot: one.at for one in live(self.store.entries(habit.id, day))}
        now = self._about(agenda, habit)
        views = (_view(agenda, now, one, prompts.get(one.slot)) for one in occasions)
        return [replace(one, answered_at=_local(agenda, answered.get(one.slot))) for one in views]

    def of_prompt(self, agenda: Agenda, prompt: Prompt) -> OccasionView | None:
        """Return the occasion a prompt is about; after an edit it lives on by its prompt alone."""
        habit = None if prompt.habit_id is None else agenda.habit(prompt.habit_id)
        if habit is None:
            return None
        found = [one for one in agenda.occasions(habit, prompt.work_date) if one.slot == prompt.key.slot]
        closes = _last_moment(agenda, prompt)
        occasion = (
            found[0]
            if found
            else Occasion(habit.id, prompt.key.slot, prompt.work_date, prompt.due_at, closes)
        )
        view = _view(agenda, self._about(agenda, habit), occasion, prompt)
        return replace(view, answered_at=_local(agenda, prompt.answered_at))

    def closes(self, agenda: Agenda, prompt: Prompt) -> datetime:
        """Return the end of a prompt's window; its due time when its habit is gone."""
        view = self.of_prompt(agenda, prompt)
        return prompt.due_at if view is None else view.closes_at

    def _about(self, agenda: Agenda, habit: Habit) -> _About:
        standing = self.standings.of(agenda, habit)
        stage = Stage.AT_THE_CUE if self.stages is None else self.stages.of(agenda, habit).stage
        return _About(habit, standing, stage, agenda.held(habit.id) is not None)


def _view(agenda: Agenda, now: _About, occasion: Occasion, prompt: Prompt | None) -> OccasionView:
    habit, stage = now.habit, now.stage
    version = habit.version_on(occasion.work_date) or habit.newest
    return OccasionView(
        subject=habit_subject(habit.id),
        slot=occasion.slot,
        habit_id=habit.id,
        habit=habit.name,
        category=habit.category,
        plan=version.plan,
        due_at=agenda.local(occasion.due),
        closes_at=agenda.local(window_end(occasion, prompt)),
        state=state_of(occasion, prompt, now.standing, agenda.now, held=now.held),
        streak=now.standing.streak.current,
        stage=stage,
        quiet=_is_quiet(stage, prompt),
        per=version.target.per.value,
        snoozed_until=_local(agenda, snoozed_until(prompt)),
    )


def _is_quiet(stage: Stage, prompt: Prompt | None) -> bool:
    """Whether an occasion comes without a cue: as its row says, before it has one as its stage says."""
    return stage is Stage.SILENT if prompt is None else prompt.held_for == WaitReason.FADING.value


def _last_moment(agenda: Agenda, prompt: Prompt) -> datetime:
    """Return until when a prompt that is no occasion can be answered; a contact's plan for half its shift."""
    shift = agenda.calendar.shift_on(prompt.work_date)
    if shift is not None and is_contact_plan(prompt.key.slot):
        return plan_closes(shift)
    return agenda.calendar.end_of(prompt.work_date)


def _local(agenda: Agenda, moment: datetime | None) -> datetime | None:
    return None if moment is None else agenda.local(moment)


def prompt_key(occasion: Occasion) -> PromptKey:
    """Return the key of an occasion's prompt."""
    return PromptKey(habit_subject(occasion.habit_id), occasion.slot)
