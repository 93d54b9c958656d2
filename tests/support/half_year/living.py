"""26 weeks of one simulated agent, through the real use cases and a real file, on a driven clock."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from random import Random

from habitcoach.coaching.decision_views import Effect
from habitcoach.coaching.review_answers import Said
from habitcoach.coaching.review_views import ReviewPageView
from habitcoach.coaching.reviewing import HabitReview
from habitcoach.coaching.views import OccasionView
from habitcoach.core.decision import Decision
from habitcoach.core.entry import SkipReason
from habitcoach.core.fading import Stage
from habitcoach.core.habit import Draft, Habit, HabitId
from habitcoach.core.period import Period
from habitcoach.core.trigger import Contact
from tests.support.habits import local
from tests.support.half_year.cast import CAST, WORKDAYS, Act, Character, Deed, Scene
from tests.support.workplace import Workplace

#: A Monday; the clocks change in the fourth week.
BEGIN = date(2026, 3, 2)
WEEKS = 26
#: The agent is ill in this week, and the app does not run.
AWAY = 14
#: So many shifts after a habit went to rest, the agent takes it up again.
RESTS_FOR = 3


@dataclass(frozen=True, slots=True)
class Rest:
    """A habit that rested."""

    habit: str
    since: date
    until: date


@dataclass(frozen=True, slots=True)
class Week:
    """What the agent met in one review."""

    number: int  #: of the story, from 1
    period: Period
    page: ReviewPageView  #: as it stood when it was finished
    reviews: tuple[HabitReview, ...]
    effects: tuple[Effect, ...]
    decided: tuple[Decision, ...]
    cues: int  #: shown in the week
    plan: tuple[str, str]


class Living:
    """Lives the weeks; `weeks`, `rests` and `place` tell what came of it."""

    def __init__(self, folder: Path, seed: int) -> None:
        self.place = Workplace(folder, local(BEGIN, "08:30")).start()
        self.weeks: list[Week] = []
        self.rests: list[Rest] = []
        self.characters: dict[HabitId, Character] = {}
        self._chance = Random(seed)  # a story, no secret
        self._resting: dict[HabitId, date] = {}

    def live(self, weeks: int = WEEKS) -> "Living":
        """Live so many weeks."""
        for number in range(1, weeks + 1):
            monday = BEGIN + timedelta(weeks=number - 1)
            if number == AWAY:
                self.place.kill()
                self.place.clock.moment = local(monday + timedelta(weeks=1), "08:45")
                self.place.open()
                self.place.start()
                self._answer_absence()
                continue
            for weekday in WORKDAYS:
                self._shift(number, monday + timedelta(days=weekday - 1), weekday)
            self._review(number, Period(monday, monday + timedelta(days=6)))
        return self

    # ---- a shift

    def _shift(self, week: int, day: date, weekday: int) -> None:
        self.place.go_to("08:50", day)
        for character in CAST:
            if character.begins == (week, weekday):
                self._begin(character)
        self._take_up_again(day)
        for minute, habit, slot, act in sorted(self._day(week, day), key=lambda one: (one[0], one[2])):
            self.place.go_to(_clock(minute), day)
            self._do(habit, slot, act)
        self.place.go_to("17:30", day)
        self._note_rests(day)

    def _begin(self, character: Character) -> None:
        draft = Draft(character.name, character.category, character.plan, character.trigger, character.target)
        self.characters[self.place.coach.habits.add(draft).id] = character
        self.place.cueing.settle()

    def _day(self, week: int, day: date) -> Iterator[tuple[int, Habit, str, Act]]:
        """Yield what the agent will do today, at which minute of the day."""
        agenda = self.place.coach.agenda()
        today = self.place.coach.today()
        for occasion in today.occasions:
            habit = agenda.existing(occasion.habit_id)
            if habit.id in self.characters:
                act = self._act(week, day, habit, occasion.slot)
                yield _minute(occasion) + act.minutes, habit, occasion.slot, act
        for counter in today.counters:
            habit = agenda.existing(counter.habit_id)
            if habit.id in self.characters and isinstance(habit.newest.trigger, Contact):
                yield 16 * 60 + 30, habit, "", self._act(week, day, habit, "")

    def _act(self, week: int, day: date, habit: Habit, slot: str) -> Act:
        stage = self.place.coach.stage_since(self.place.coach.agenda(), habit).stage
        version = habit.version_on(day) or habit.newest
        shift = _workdays(habit.first_date, day)
        scene = Scene(shift, week, slot, version, stage, self._chance)
        return self.characters[habit.id].acts(scene)

    def _do(self, habit: Habit, slot: str, act: Act) -> None:
        if act.deed is Deed.DONE and slot:
            self.place.done(habit, slot)
        elif act.deed is Deed.DONE:
            self.place.done(habit, count=act.hits, of=act.of)
        elif act.deed is Deed.SKIPPED:
            self.place.skip(habit, slot or None, reason=SkipReason.NO_OCCASION)

    # ---- rest and absence

    def _note_rests(self, day: date) -> None:
        for one in self.place.coach.today().resting:
            self._resting.setdefault(one.habit_id, day)

    def _take_up_again(self, day: date) -> None:
        """Start a habit again that has rested for some shifts, as the strip on Today offers."""
        for one in self.place.coach.today().resting:
            since = self._resting.setdefault(one.habit_id, day)
            if _workdays(since, day) >= RESTS_FOR:
                self.place.coach.habits.restore(one.habit_id)
                self.place.cueing.settle()
                self.rests.append(Rest(one.habit, since, day))
                del self._resting[one.habit_id]

    def _answer_absence(self) -> None:
        asked = self.place.coach.today().absence
        assert asked is not None
        self.place.coach.absence.was_off(asked.dates)

    # ---- the review

    def _review(self, number: int, period: Period) -> None:
        coach = self.place.coach
        for habit_id, character in self.characters.items():
            self._answer(number, period, habit_id, character)
        page = coach.review_page.read(coach.agenda(), period)
        plan = ("the queue is red after lunch", f"look at my plan {number}")
        if page.can_finish:
            self._decide(period, page)
            coach.review_writing.plan(period, if_=plan[0], then=plan[1])
        agenda = coach.agenda()
        reviews = coach.reviews.read(agenda, period).habits
        effects = coach.review_page.more(agenda, period).effects if page.can_finish else ()
        finished = coach.deciding.finish(period) if page.can_finish else None
        decided = () if finished is None else finished.decisions
        self.weeks.append(Week(number, period, page, reviews, effects, decided, self._cues(period), plan))

    def _answer(self, number: int, period: Period, habit_id: HabitId, character: Character) -> None:
        coach = self.place.coach
        agenda = coach.agenda()
        habit = agenda.existing(habit_id)
        if agenda.archived(habit):
            return
        shift = _workdays(habit.first_date, period.start + timedelta(days=4)) + 1
        scene = Scene(shift, number, "", habit.newest, Stage.AT_THE_CUE, self._chance)
        said = Said(
            by_itself=character.by_itself(shift),
            hindered=character.hindered(scene) or None,
            reward_worth_it=character.worth_it(scene),
        )
        coach.review_answers.say(habit_id, said, period)

    def _decide(self, period: Period, page: ReviewPageView) -> None:
        found = page.suggestion
        if found is None:
            return
        coach, character = self.place.coach, self.characters[found.habit_id]
        if found.kind not in character.applies:
            coach.deciding.not_now(period, found.habit_id)
            return
        choice = None
        if found.asks:
            proposals = coach.deciding.proposals(coach.agenda(), found.habit_id)
            choice = character.chooses(found.kind, proposals)
        coach.deciding.decide(period, found.habit_id, found.kind, choice)

    def _cues(self, period: Period) -> int:
        return sum(
            one.shown_at is not None
            for habit_id in self.characters
            for one in self.place.store.prompts_of(habit_id, period.start, period.end)
        )


def _minute(occasion: OccasionView) -> int:
    return occasion.due_at.hour * 60 + occasion.due_at.minute


def _clock(minute: int) -> str:
    return f"{minute // 60:02}:{minute % 60:02}"


def _workdays(first: date, last: date) -> int:
    """Return the shifts between two dates, the last one not counted."""
    days = (last - first).days
    return sum((first + timedelta(days=n)).isoweekday() in WORKDAYS for n in range(days))
