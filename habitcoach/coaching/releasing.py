"""Releasing: snoozes that come back, cues whose wait is over, and the end of what nobody answered."""

from dataclasses import replace
from datetime import datetime

from habitcoach.coaching.agenda import Agenda
from habitcoach.coaching.claiming import Claiming, held_prompt
from habitcoach.coaching.found import Found
from habitcoach.coaching.occasion_views import AFTER_SNOOZE, OccasionReader, snoozed_until
from habitcoach.coaching.views import OccasionState
from habitcoach.core.habit import HabitId
from habitcoach.core.prompt import Prompt, PromptState
from habitcoach.core.turn import WaitReason
from habitcoach.ports import Store

_ENDS = frozenset({PromptState.SHOWN, PromptState.UNCONFIRMED, PromptState.CLAIMED, PromptState.HELD})
_WAITS = frozenset({OccasionState.DUE, OccasionState.HELD, OccasionState.LATER, OccasionState.SNOOZED})
_LISTED = frozenset(WaitReason)


class Releasing:
    """Moves open prompts on; call it inside the transaction of a look."""

    def __init__(self, store: Store, reader: OccasionReader, claiming: Claiming) -> None:
        self._store = store
        self._reader = reader
        self._claiming = claiming

    def doubt_claimed(self, found: Found) -> None:
        """Take cues that the last run recorded and perhaps never showed for what they are."""
        for prompt in self.open():
            if prompt.state is PromptState.CLAIMED:
                found.passed += self.closes(found.agenda, prompt) <= found.agenda.now
                self._store.update_prompt(replace(prompt, state=PromptState.UNCONFIRMED))

    def expire(self, found: Found) -> None:
        """End every prompt that can no longer be answered."""
        for prompt in self.open():
            if prompt.state in _ENDS and not self._waits(found.agenda, prompt):
                self._store.update_prompt(replace(prompt, state=PromptState.EXPIRED))
                if prompt.state is PromptState.HELD:
                    found.passed += self._passed_unseen(found.agenda, prompt)

    def wake_snoozed(self, found: Found) -> None:
        """Have snoozed cues come again, behind a hold if there is one."""
        agenda = found.agenda
        for prompt in self.open():
            until = snoozed_until(prompt)
            if until is None or until > agenda.now:
                continue
            hold = agenda.held(prompt.habit_id or HabitId(0), snoozed=True)
            if self._waits(agenda, prompt) and hold is not None:
                self._store.update_prompt(held_prompt(prompt, hold))
            elif self._waits(agenda, prompt):
                self._tell(prompt, found)
            else:
                found.passed += until + AFTER_SNOOZE <= agenda.now
                self._store.update_prompt(replace(prompt, state=PromptState.EXPIRED))

    def release(self, found: Found) -> None:
        """Have held cues come once their hold is over."""
        for prompt in self.free(found.agenda):
            self._tell(prompt, found)

    def gather(self, found: Found) -> None:
        """Have listed cues come whose turn it is now, and those that can ride along with others."""
        for prompt in self.listed(found.agenda):
            if self._comes(found, prompt):
                self._tell(prompt, found)

    def free(self, agenda: Agenda) -> list[Prompt]:
        """Return the prompts whose hold is over, and which nobody has shown yet."""
        return [one for one in self.open() if not _is_listed(one) and self._is_due(agenda, one)]

    def listed(self, agenda: Agenda) -> list[Prompt]:
        """Return the prompts that wait in the lists alone and could be answered now."""
        return [one for one in self.open() if _is_listed(one) and self._is_due(agenda, one)]

    def closes(self, agenda: Agenda, prompt: Prompt) -> datetime:
        """Return the end of a prompt's window."""
        return self._reader.closes(agenda, prompt)

    def open(self) -> list[Prompt]:
        """Return the open prompts of habits; those of other subjects are not ours to end."""
        return [one for one in self._store.open_prompts() if one.habit_id is not None]

    def _comes(self, found: Found, prompt: Prompt) -> bool:
        if prompt.held_for == WaitReason.BUDGET.value:
            return self._claiming.may_come(found)
        return prompt.held_for == WaitReason.RHYTHM.value and found.gathers

    def _is_due(self, agenda: Agenda, prompt: Prompt) -> bool:
        if prompt.state is not PromptState.HELD:
            return False
        view = self._reader.of_prompt(agenda, prompt)
        return view is not None and view.state is OccasionState.DUE

    def _tell(self, prompt: Prompt, found: Found) -> None:
        found.live += 1
        self._store.update_prompt(replace(prompt, state=PromptState.CLAIMED, delivery=found.delivery))

    def _passed_unseen(self, agenda: Agenda, prompt: Prompt) -> bool:
        """Whether a held cue should have come and did not; one held to the end is skipped instead."""
        view = self._reader.of_prompt(agenda, prompt)
        if view is None or view.closes_at > agenda.now:
            return False
        return not self._claiming.held_throughout(agenda, prompt, view.closes_at) and not _is_listed(prompt)

    def _waits(self, agenda: Agenda, prompt: Prompt) -> bool:
        """Whether a prompt can still be answered: its window is open, its habit neither kept nor at rest."""
        view = self._reader.of_prompt(agenda, prompt)
        if view is None or view.state not in _WAITS:
            return False
        return not agenda.setting.paused(agenda.existing(view.habit_id), prompt.work_date)


def _is_listed(prompt: Prompt) -> bool:
    """Whether a prompt waits in the lists, rather than behind a hold."""
    return prompt.held_for in _LISTED
