"""Answering a review: how much by itself a habit happens, what hindered it, what its reward is worth."""

from dataclasses import dataclass, replace

from habitcoach.coaching.agenda import Agenda, read_agenda
from habitcoach.coaching.changes import Announcer, Changed
from habitcoach.coaching.reviewing import last_week
from habitcoach.core.errors import InputError
from habitcoach.core.fields import MAX_NOTE, optional_line
from habitcoach.core.habit import HabitId
from habitcoach.core.period import Period, period_name
from habitcoach.core.rating import HIGHEST_MARK, LOWEST_MARK, Rating
from habitcoach.core.review_answers import HabitAnswer, Review
from habitcoach.core.suggesting import Hindrance
from habitcoach.core.target import Per
from habitcoach.ports import Clock, Store


@dataclass(frozen=True, slots=True)
class Said:
    """What the agent says of one habit; what is None stays as it was said before."""

    by_itself: int | None = None  #: 1–7, as the three below
    without_remembering: int | None = None
    without_thinking: int | None = None
    before_noticing: int | None = None
    helped: str | None = None
    hindered: frozenset[Hindrance] | None = None
    reward_worth_it: bool | None = None

    @property
    def marks(self) -> dict[str, int]:
        """The marks that were given, by statement."""
        given = {
            "by_itself": self.by_itself,
            "without_remembering": self.without_remembering,
            "without_thinking": self.without_thinking,
            "before_noticing": self.before_noticing,
        }
        return {name: mark for name, mark in given.items() if mark is not None}


@dataclass(frozen=True, slots=True)
class SaidSoFar:
    """What was said of one habit in one review."""

    week: str
    rating: Rating | None
    answer: HabitAnswer | None


class ReviewAnswers:
    """Keeps answers, each as soon as it is given."""

    def __init__(self, store: Store, clock: Clock, announcer: Announcer) -> None:
        self._store = store
        self._clock = clock
        self._announcer = announcer

    def say(self, habit_id: HabitId, said: Said, week: Period | None = None) -> SaidSoFar:
        """Keep what the agent says of a habit in a week's review; that of the last shift when left out.

        Raises InputError for a mark outside 1–7, for more statements without the first, or for a week before
        the habit began; RefusedError when there is no such habit.
        """
        _refuse_marks(said)
        with self._store.writing():
            agenda = read_agenda(self._store, self._clock)
            habit = agenda.existing(habit_id)
            span = week or last_week(agenda)
            if span.end < habit.first_date:
                raise InputError("week", "before_habit", habit=habit.name)
            name = period_name(Per.WEEK, span)
            self._begin(agenda, name)
            if said.marks:
                self._rate(agenda, habit_id, name, said)
            self._answer(agenda, habit_id, name, said)
        self._announcer.announce(Changed(habit_id, agenda.today, said=True))
        return self.so_far(habit_id, name)

    def so_far(self, habit_id: HabitId, week: str) -> SaidSoFar:
        """Return what was said of a habit in a week's review."""
        return SaidSoFar(
            week,
            next((one for one in self._store.ratings(habit_id) if one.week == week), None),
            next((one for one in self._store.habit_answers(habit_id) if one.week == week), None),
        )

    def rate_reward(self, reward_id: int, *, worth_it: bool) -> None:
        """Keep whether an earned reward was worth it."""
        self._store.rate_reward(reward_id, worth_it=worth_it)

    def _begin(self, agenda: Agenda, week: str) -> None:
        if self._store.review(week) is None:
            self._store.put_review(Review(week, agenda.now))

    def _rate(self, agenda: Agenda, habit_id: HabitId, week: str, said: Said) -> None:
        before = self.so_far(habit_id, week).rating
        if before is None and said.by_itself is None:
            raise InputError("by_itself", "first_statement_first")
        earlier = before or Rating(habit_id, week, agenda.today, agenda.now, LOWEST_MARK)
        marks = {name: said.marks.get(name, getattr(earlier, name)) for name in said.marks}
        self._store.put_rating(replace(earlier, work_date=agenda.today, at=agenda.now, **marks))

    def _answer(self, agenda: Agenda, habit_id: HabitId, week: str, said: Said) -> None:
        if said.helped is None and said.hindered is None and said.reward_worth_it is None:
            return
        before = self.so_far(habit_id, week).answer or HabitAnswer(week, habit_id, agenda.today, agenda.now)
        self._store.put_habit_answer(
            replace(
                before,
                work_date=agenda.today,
                at=agenda.now,
                helped=before.helped
                if said.helped is None
                else optional_line("helped", said.helped, MAX_NOTE),
                hindered=before.hindered if said.hindered is None else said.hindered,
                reward_worth_it=before.reward_worth_it
                if said.reward_worth_it is None
                else said.reward_worth_it,
            )
        )


def _refuse_marks(said: Said) -> None:
    for name, mark in said.marks.items():
        if not LOWEST_MARK <= mark <= HIGHEST_MARK:
            raise InputError(name, "not_in_range", low=LOWEST_MARK, high=HIGHEST_MARK)
