"""The plan of a day: the turn of every cue, and what its two cards hold. Algorithms.md, section 8."""

from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from habitcoach.coaching.agenda import Agenda
from habitcoach.coaching.review_cues import ReviewCues
from habitcoach.coaching.standings import Standings
from habitcoach.coaching.stretches import whole
from habitcoach.core.calendar import Calendar, Shift
from habitcoach.core.contact_slots import plan_closes
from habitcoach.core.fading import Stage
from habitcoach.core.habit import Habit, HabitId, Version
from habitcoach.core.ledger import DayLog
from habitcoach.core.occasions import Occasion
from habitcoach.core.period import period_of
from habitcoach.core.target import Per
from habitcoach.core.trigger import Contact
from habitcoach.core.turn import END_LEAD, EVERY_THIRD, Rhythm, Turn, Way, stage_at, turn_of
from habitcoach.core.wall import DAY
from habitcoach.ports import Store

RHYTHM = "rhythm"
#: After so many duty days off, the first cue comes as if nothing had faded.
AWAY_DAYS = 3
_FAR_BACK = 40  # dates in which that many duty days are looked for
_CARD_FROM = 2  # a cue alone needs no card around it


@dataclass(frozen=True, slots=True)
class StageSince:
    """A habit's stage, and the work date from which it holds."""

    stage: Stage
    since: date


#: Tells how far the cue of a habit has been withdrawn.
Stages = Callable[[Agenda, Habit], StageSince]


@dataclass(frozen=True, slots=True)
class PlannedCue:
    """One occasion of the day with its turn."""

    habit: Habit
    occasion: Occasion
    turn: Turn
    open: bool  #: neither answered nor needed any more


@dataclass(frozen=True, slots=True)
class DayPlan:
    """One work date: its cues by their turn, and its cards."""

    day: date
    shift: Shift | None
    cues: Mapping[HabitId, Sequence[PlannedCue]]  #: by habit
    plans: tuple[Habit, ...]  #: contact habits whose plans the start card shows
    asked: tuple[Habit, ...]  #: contact habits that the end card asks about
    start_at: datetime | None  #: when the start card comes; None without one
    end_at: datetime | None
    silent: frozenset[HabitId]  #: habits that have no cues any more
    start_review: str | None = None  #: the week whose review the start card brings
    end_review: str | None = None  #: the week whose review the end card brings

    @property
    def gathers_at(self) -> datetime | None:
        """The instant at which all that is listed comes, card or not; None off duty."""
        return None if self.shift is None else self.shift.end - END_LEAD

    def turn(self, occasion: Occasion) -> Turn | None:
        """Return the turn of an occasion of this day; None when it is not among them."""
        cues = self.cues.get(occasion.habit_id, ())
        return next((one.turn for one in cues if one.occasion == occasion), None)

    def way_of(self, habit: Habit, slot: str) -> Way | None:
        """Return how the cue of a slot comes; None when the day has no such occasion."""
        cues = self.cues.get(habit.id, ())
        return next((one.turn.way for one in cues if one.occasion.slot == slot), None)


class DayPlanner:
    """Plans days; it remembers how many occasions a habit has had since a date."""

    def __init__(self, store: Store, standings: Standings, stages: Stages) -> None:
        self._store = store
        self._standings = standings
        self._stages = stages
        self._reviews = ReviewCues(store)
        self._counted: dict[tuple[Habit, date, Calendar], tuple[date, int]] = {}

    def plan(self, agenda: Agenda, day: date) -> DayPlan:
        """Return the plan of a work date as it stands now."""
        return whole(self.planning(agenda, day))

    def planning(self, agenda: Agenda, day: date) -> Generator[None, None, DayPlan]:
        """Return the same; yield after every habit."""
        shift = agenda.calendar.shift_on(day)
        rhythm = Rhythm(self._store.setting(RHYTHM) or Rhythm.MOMENT)
        active = [one for one in agenda.active() if not agenda.setting.paused(one, day)]
        cues: list[PlannedCue] = []
        for habit in active:
            cues += self._cues(agenda, habit, day, shift, rhythm)
            yield
        contact = [one for one in active if shift is not None and _is_contact(one.version_on(day))]
        plans = tuple(one for one in contact if self._shows_plan(agenda, one, day))
        asked = tuple(one for one in contact if not self._answered(self._log(agenda, one, day)))
        start_review = end_review = None
        if shift is not None:
            plans = _made_by(shift.start, plans) if agenda.now < plan_closes(shift) else ()
            asked = _made_by(shift.end - END_LEAD, asked)
            start_review = self._reviews.at_start(agenda, shift)
            end_review = self._reviews.at_end(agenda, shift)
        start_at = _start_card(shift, cues, holds=bool(plans or start_review))
        end_at = _end_card(shift, cues, holds=bool(asked or end_review))
        on_cards: dict[HabitId, list[PlannedCue]] = {}
        for cue in _on_cards(cues, start_at, end_at):
            on_cards.setdefault(cue.habit.id, []).append(cue)
        silent = frozenset(one.id for one in active if self._stages(agenda, one).stage is Stage.SILENT)
        return DayPlan(day, shift, on_cards, plans, asked, start_at, end_at, silent, start_review, end_review)

    def _cues(
        self, agenda: Agenda, habit: Habit, day: date, shift: Shift | None, rhythm: Rhythm
    ) -> Iterable[PlannedCue]:
        version = habit.version_on(day)
        occasions = agenda.occasions(habit, day)
        if version is None or not occasions:
            return
        standing = self._standings.of(agenda, habit)
        faded = self._stages(agenda, habit)
        back = faded.stage is not Stage.AT_THE_CUE and _back_from_leave(agenda, habit, day)
        before = self._count(agenda, habit, faded.since, day) if faded.stage is Stage.OCCASIONAL else 0
        for number, occasion in enumerate(occasions, start=1):
            stage = stage_at(faded.stage, before + number)
            if back and number == 1:
                stage = Stage.AT_THE_CUE
            turn = turn_of(occasion, version.trigger, stage, shift, rhythm)
            still_open = not standing.day(day).answered(occasion.slot) and not standing.kept(day)
            yield PlannedCue(habit, occasion, turn, still_open)

    def _shows_plan(self, agenda: Agenda, habit: Habit, day: date) -> bool:
        """Whether the start card shows a contact habit's plan: as far as it has faded, if not yet met."""
        faded = self._stages(agenda, habit)
        if self._answered(self._log(agenda, habit, day)) or faded.stage is Stage.SILENT:
            return False
        if faded.stage is Stage.AT_THE_CUE or _back_from_leave(agenda, habit, day):
            return True
        if faded.stage is Stage.CATCH_UP:
            return (_duty_dates(agenda, faded.since, day) + 1) % EVERY_THIRD == 0
        week = period_of(Per.WEEK, day, agenda.setting.week_start)
        return _duty_dates(agenda, week.start, day) == 0

    def _log(self, agenda: Agenda, habit: Habit, day: date) -> DayLog:
        return self._standings.of(agenda, habit).day(day)

    @staticmethod
    def _answered(log: DayLog) -> bool:
        return log.logged or log.day_skipped

    def _count(self, agenda: Agenda, habit: Habit, since: date, day: date) -> int:
        """Return how many occasions a habit had from one date up to the eve of another."""
        key = (habit, since, agenda.calendar)
        counted, number = self._counted.get(key, (since, 0))
        if counted > day:
            counted, number = since, 0
        while counted < day:
            number += len(agenda.occasions(habit, counted))
            counted += DAY
        self._counted = {one: found for one, found in self._counted.items() if one[0].id != habit.id}
        self._counted[key] = (counted, number)
        return number


def _made_by(moment: datetime, habits: tuple[Habit, ...]) -> tuple[Habit, ...]:
    return tuple(one for one in habits if one.created_at <= moment)


def _is_contact(version: Version | None) -> bool:
    return version is not None and isinstance(version.trigger, Contact)


def _duty_dates(agenda: Agenda, first: date, day: date) -> int:
    """Return the number of shifts from one date up to the eve of another."""
    dates = (first + number * DAY for number in range((day - first).days))
    return sum(agenda.calendar.shift_on(one) is not None for one in dates)


def _back_from_leave(agenda: Agenda, habit: Habit, day: date) -> bool:
    """Whether the last three planned shifts before a date, or more, were days off, paused or unknown."""
    away = 0
    for number in range(1, _FAR_BACK + 1):
        one = day - number * DAY
        if not agenda.calendar.planned(one):
            continue
        if _worked(agenda, habit, one):
            return False
        away += 1
        if away == AWAY_DAYS:
            return True
    return False


def _worked(agenda: Agenda, habit: Habit, day: date) -> bool:
    """Whether a planned shift was worked, or lies before the habit, which knows nothing of it."""
    setting = agenda.setting
    there = setting.calendar.shift_on(day) is not None and not setting.unknown(day)
    return day < habit.first_date or (there and not setting.paused(habit, day))


def _start_card(shift: Shift | None, cues: list[PlannedCue], *, holds: bool) -> datetime | None:
    """Return when the start card comes; `holds` when there is more on it than cues."""
    if shift is not None and holds:
        return shift.start
    first = [one.turn.at for one in cues if one.open and one.turn.way is Way.START]
    return min(first) if len(first) >= _CARD_FROM else None


def _end_card(shift: Shift | None, cues: list[PlannedCue], *, holds: bool) -> datetime | None:
    """Return when the end card comes; `holds` when there is more on it than cues."""
    if shift is None:
        return None
    comes = shift.end - END_LEAD
    gathered = [one for one in cues if one.open and _waits_for_end(one, comes)]
    return comes if holds or len(gathered) >= _CARD_FROM else None


def _waits_for_end(cue: PlannedCue, comes: datetime) -> bool:
    return cue.turn.way is Way.END or (cue.turn.way is Way.WAITS and cue.occasion.closes > comes)


def _on_cards(
    cues: list[PlannedCue], start_at: datetime | None, end_at: datetime | None
) -> Iterable[PlannedCue]:
    """Have the cues that belong to a card come with it."""
    moved = {Way.START: start_at, Way.END: end_at}
    for cue in cues:
        at = moved.get(cue.turn.way)
        yield cue if at is None else replace(cue, turn=Turn(cue.turn.way, at))
