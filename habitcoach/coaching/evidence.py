"""What a review's suggestion rests on beside the log: stage, answers and what rewards were worth."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from habitcoach.coaching.agenda import Agenda
from habitcoach.coaching.fading import StageReader
from habitcoach.core.fading import Stage
from habitcoach.core.habit import Habit
from habitcoach.core.review_answers import HabitAnswer
from habitcoach.core.reviewing import whole_weeks
from habitcoach.core.worth import Worth, pale_in_a_row, same_reward
from habitcoach.ports import Store


@dataclass(frozen=True, slots=True)
class SaidOf:
    """What stood and was said of one habit at the end of a review's span."""

    stage: Stage
    stage_weeks: int  #: whole weeks in that stage
    automaticity: float | None  #: share of the last answer
    answer: HabitAnswer | None  #: of this very review
    pale_rewards: int  #: last answers "not worth it" in a row


@dataclass(frozen=True, slots=True)
class SaidReader:
    """Reads what was said; a review may be answered after its week, so that its name counts, not the date."""

    store: Store
    stages: StageReader

    def of(self, agenda: Agenda, habit: Habit, week: str, through: date) -> SaidOf:
        """Return what was said of a habit in a week's review and before, and its stage on a work date."""
        faded = self.stages.of(agenda, habit)
        stage, since = faded.on(through)
        ratings = [one for one in faded.ratings if one.week <= week]
        answers = [one for one in self.store.habit_answers(habit.id) if one.week <= week]
        return SaidOf(
            stage=stage,
            stage_weeks=whole_weeks(since, through),
            automaticity=ratings[-1].answer(0).share if ratings else None,
            answer=next((one for one in answers if one.week == week), None),
            pale_rewards=pale_in_a_row(self._worths(agenda, habit, answers, through)),
        )

    def _worths(
        self, agenda: Agenda, habit: Habit, answers: Sequence[HabitAnswer], through: date
    ) -> Iterator[Worth]:
        """Yield what the reward that the habit had on a work date was found worth."""
        version = habit.version_on(through) or habit.newest
        since = same_reward(habit, version).from_date
        for one in answers:
            if one.reward_worth_it is not None and one.work_date >= since:
                yield Worth(one.at, one.reward_worth_it)
        for rated in self.store.reward_ratings(habit.id):
            if since <= agenda.calendar.work_date(rated.earned_at) <= through:
                yield Worth(rated.earned_at, rated.worth_it)
