"""Pacing: paced cues come a while after one another, and only so many a shift. Algorithms.md, section 8."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from habitcoach.coaching.agenda import Agenda
from habitcoach.coaching.day_plan import DayPlan
from habitcoach.core.prompt import Prompt, PromptState
from habitcoach.core.turn import Way
from habitcoach.ports import Store

GAP = "budget_gap"
MOST = "budget_most"
DEFAULT_GAP = timedelta(minutes=15)
DEFAULT_MOST = 4


@dataclass(frozen=True, slots=True)
class Pacing:
    """Tells from the prompt ledger when the next paced cue may come."""

    store: Store

    def free_from(self, agenda: Agenda, plan: DayPlan) -> datetime | None:
        """Return the instant from which a paced cue may come; None when this shift has had all of its."""
        shown = self._shown(agenda, plan)
        if len(shown) >= self._number(MOST, DEFAULT_MOST):
            return None
        gap = timedelta(minutes=self._number(GAP, int(DEFAULT_GAP.total_seconds() // 60)))
        return max((at + gap for at in shown), default=agenda.now)

    def _shown(self, agenda: Agenda, plan: DayPlan) -> list[datetime]:
        """Return when the deliveries of this date were shown that held paced cues and nothing else."""
        paced: dict[int, datetime] = {}
        others: set[int] = set()
        for habit in agenda.active():
            for prompt in self.store.prompts_of(habit.id, plan.day):
                if prompt.work_date != plan.day or not _was_out(prompt):
                    continue
                if prompt.snoozed_until is None and plan.way_of(habit, prompt.key.slot) in _IN_TURN:
                    at = prompt.shown_at or prompt.due_at
                    paced[prompt.delivery] = max(at, paced.get(prompt.delivery, at))
                else:
                    others.add(prompt.delivery)
        return [at for delivery, at in paced.items() if delivery not in others]

    def _number(self, name: str, default: int) -> int:
        text = self.store.setting(name)
        return default if text is None else int(text)


_IN_TURN = frozenset({Way.PACED, Way.WAITS})


def _was_out(prompt: Prompt) -> bool:
    """Whether a prompt is on its way to a surface, or was on one."""
    return prompt.shown_at is not None or prompt.state is PromptState.CLAIMED
