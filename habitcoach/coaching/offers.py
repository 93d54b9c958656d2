"""What the coach offers beside a review: room for a further habit, and what helps after a hard contact."""

from collections.abc import Generator, Sequence
from dataclasses import dataclass

from habitcoach.coaching.agenda import Agenda
from habitcoach.coaching.promise_habit import is_promise_habit
from habitcoach.coaching.review_times import first_date
from habitcoach.coaching.reviewing import ReviewReader, last_week
from habitcoach.coaching.stretches import whole
from habitcoach.core.fields import name_key
from habitcoach.core.graduating import is_graduated
from habitcoach.core.habit import Category, Draft, Habit, HabitId
from habitcoach.core.reviewing import whole_weeks
from habitcoach.core.suggesting import CUTOFFS, most_active, offers_further_habit
from habitcoach.core.trigger import Manual


@dataclass(frozen=True, slots=True)
class Room:
    """How many habits the agent builds, and whether a further one is offered."""

    active: int
    most: int  #: with more, a word of caution
    offered: bool

    @property
    def first_weeks(self) -> bool:
        """Whether the agent is new to this, so that fewer are enough."""
        return self.most == CUTOFFS.few_active


@dataclass(frozen=True, slots=True)
class HardOne:
    """Something to do right after a hard contact."""

    name: str
    category: Category
    routine: str
    tiny: str
    reward: str
    habit_id: HabitId | None  #: the agent's own, which can be logged; None for one of the library
    template_id: str  #: of the library; "" for the agent's own


@dataclass(frozen=True, slots=True)
class Offers:
    """Reads offers."""

    reviews: ReviewReader

    def room(self, agenda: Agenda) -> Room:
        """Return how many habits the agent builds. Retired, graduated and the promises are not counted."""
        return whole(self.reading_room(agenda))

    def reading_room(self, agenda: Agenda) -> Generator[None, None, Room]:
        """Return the same; yield after every habit."""
        building = [one for one in agenda.active() if is_building(one)]
        weeks = whole_weeks(first_date(agenda) or agenda.today, agenda.today)
        most = most_active(weeks)
        if len(building) >= most:
            return Room(len(building), most, offered=False)
        week = last_week(agenda)
        shares = []
        for one in building:
            found = self.reviews.of(agenda, one, week)
            shares.append(None if found is None else found.tally.p)
            yield
        return Room(len(building), most, offers_further_habit(shares, weeks))


def is_building(habit: Habit) -> bool:
    """Whether a habit is one the agent works on: promises keep themselves, graduated ones run."""
    return not (is_promise_habit(habit) or is_graduated(habit))


def hard_ones(agenda: Agenda, resets: Sequence[tuple[str, Draft]]) -> tuple[HardOne, ...]:
    """Return what helps after a hard contact: the agent's own habits on demand, then the library's resets.

    `resets` are the library's, by their id; one that the agent has already is not offered twice.
    """
    own = [one for one in agenda.active() if isinstance(one.newest.trigger, Manual)]
    names = {name_key(one.name) for one in own}
    wanted = {name_key(draft.name) for _, draft in resets}
    # What the library knows as a reset comes first; the agent's other habits on demand may help as well.
    own.sort(key=lambda one: name_key(one.name) not in wanted)
    found = [_own(one) for one in own]
    found += [_offered(template, draft) for template, draft in resets if name_key(draft.name) not in names]
    return tuple(found)


def _own(habit: Habit) -> HardOne:
    plan = habit.newest.plan
    return HardOne(habit.name, habit.category, plan.routine, plan.tiny, plan.reward, habit.id, "")


def _offered(template: str, draft: Draft) -> HardOne:
    plan = draft.plan
    return HardOne(draft.name, draft.category, plan.routine, plan.tiny, plan.reward, None, template)
