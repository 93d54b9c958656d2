"""What one look at the clock works with, and what it brought."""

from dataclasses import dataclass

from habitcoach.coaching.agenda import Agenda
from habitcoach.coaching.day_plan import DayPlan


@dataclass(slots=True)
class Found:
    """All that one look finds due is one delivery."""

    agenda: Agenda
    plan: DayPlan  #: of the work date that runs
    delivery: int
    joins: bool  #: whether that delivery is on a surface already
    live: int = 0  #: prompts to show now
    passed: int = 0  #: cues that passed while the app was away

    @property
    def gathers(self) -> bool:
        """Whether the shift has come to where all that is listed is shown."""
        at = self.plan.gathers_at
        return at is not None and at <= self.agenda.now
