"""The review page: one week, read from what is on file. Algorithms.md, section 10."""

from collections.abc import Generator, Sequence
from datetime import date

from habitcoach.coaching.agenda import Agenda
from habitcoach.coaching.decision_options import kind_of, needs_choice, smaller_of
from habitcoach.coaching.fading import StageReader
from habitcoach.coaching.finishing import can_undo
from habitcoach.coaching.habit_rows import HabitRowReader
from habitcoach.coaching.high_points import HighPointReader
from habitcoach.coaching.more_reader import MoreReader
from habitcoach.coaching.more_views import MoreView, PrincipleView
from habitcoach.coaching.review_times import (
    first_date,
    first_review,
    is_too_early,
    last_shift,
    name_of,
    next_work_date,
    shift_from,
    week_of,
)
from habitcoach.coaching.review_views import (
    Chosen,
    Figures,
    HabitRow,
    ReviewPageView,
    ReviewState,
    SuggestionView,
    TooEarly,
    Written,
)
from habitcoach.coaching.reviewing import ReviewReader, ReviewView, last_week
from habitcoach.coaching.standings import Standings
from habitcoach.coaching.stretches import whole
from habitcoach.core.decision import NOT_NOW, Decision, DecisionKind
from habitcoach.core.headline import WeekOfHabit, headline
from habitcoach.core.if_then import IfThen
from habitcoach.core.period import Period, thursday_of
from habitcoach.core.review_answers import Review
from habitcoach.core.wall import DAY
from habitcoach.ports import Store


class ReviewPageReader:
    """Reads weeks; nothing is written."""

    def __init__(
        self, store: Store, standings: Standings, stages: StageReader, high_points: HighPointReader
    ) -> None:
        self._store = store
        self._rows = HabitRowReader(standings, stages)
        self._reviews = ReviewReader(store, standings, stages)
        self._high_points = high_points
        self._more = MoreReader(store, standings, stages, high_points)

    def default_week(self, agenda: Agenda) -> Period:
        """Return the week that *This week* opens: one put off comes before that of the last shift."""
        latest = last_week(agenda)
        shift = last_shift(agenda, latest)
        before = week_of(agenda, latest.start - DAY)
        kept = self._store.review(name_of(before))
        waits = kept is not None and kept.put_off_until is not None and kept.finished_at is None
        over = shift is not None and shift.work_date <= agenda.today
        return before if waits and not over else latest

    def is_finished(self, week: Period) -> bool:
        """Whether a week's review is done with."""
        kept = self._store.review(name_of(week))
        return kept is not None and kept.finished_at is not None

    def read(self, agenda: Agenda, week: Period) -> ReviewPageView:
        """Return the review of a week that has begun, as its last date, or today, left it."""
        return whole(self.reading(agenda, week))

    def reading(self, agenda: Agenda, week: Period) -> Generator[None, None, ReviewPageView]:
        """Return the same; yield after every habit."""
        name, kept = name_of(week), self._store.review(name_of(week))
        kept = kept or Review(name, agenda.now)
        early = is_too_early(agenda, week)
        found = None if early else (yield from self._reviews.reading(agenda, week))
        lines = [] if found is None else (yield from self._lines(agenda, found))
        if not early:
            yield from self._high_points.counting(agenda)
        best_day = None if early else self._high_points.best_day(agenda, week)
        decisions = [one for one in self._store.decisions() if one.week == name]
        state = self._state(kept, early=early)
        rows = tuple(row for _, row in lines)
        first, last = _shifts(agenda, week)
        runs = agenda.today <= last and agenda.calendar.shift_on(last) is not None
        return ReviewPageView(
            name=name,
            number=thursday_of(week).isocalendar().week,
            week=week,
            first=first,
            last=last,
            today=agenda.today,
            state=state,
            headline=headline([told for told, _ in lines], best_day, runs=runs),
            best_day=best_day,
            figures=self._figures(agenda, week, rows, found),
            rows=rows,
            suggestion=None if found is None else _suggestion(agenda, found, decisions),
            plan=IfThen.read(kept.if_then),
            plan_before=self._plan_before(agenda, week),
            starts_on=_starts_on(agenda, decisions),
            before=_before(agenda, week),
            after=_after(agenda, week),
            can_finish=state in {ReviewState.OPEN, ReviewState.POSTPONED},
            can_undo=state is ReviewState.FINISHED and can_undo(agenda, decisions),
            further_habit=found is not None and found.further_habit,
            too_early=_too_early(agenda) if early else None,
            put_off_until=None if kept.put_off_until is None else agenda.local(kept.put_off_until),
            finished_at=None if kept.finished_at is None else agenda.local(kept.finished_at),
        )

    def more(self, agenda: Agenda, week: Period) -> MoreView:
        """Return what *More* opens."""
        return whole(self.reading_more(agenda, week))

    def reading_more(self, agenda: Agenda, week: Period) -> Generator[None, None, MoreView]:
        """Return the same; yield after every habit."""
        found = yield from self._reviews.reading(agenda, week)
        return (yield from self._more.reading(agenda, week, found))

    def principle(self, agenda: Agenda, week: Period) -> PrincipleView | None:
        """Return the principle that a week asks to rethink."""
        return self._more.principle(agenda, week)

    def written(self, agenda: Agenda, week: Period) -> Written:
        """Return what was written and decided in a week's review, and what earlier decisions did."""
        name = name_of(week)
        kept = self._store.review(name) or Review(name, agenda.now)
        put_off, finished = kept.put_off_until, kept.finished_at
        return Written(
            state=self._state(kept, early=is_too_early(agenda, week)),
            plan=IfThen.read(kept.if_then),
            moment=kept.moment,
            decisions=tuple(one for one in self._store.decisions() if one.week == name),
            effects=self._more.effects(agenda, week),
            put_off_until=None if put_off is None else agenda.local(put_off),
            finished_at=None if finished is None else agenda.local(finished),
        )

    def _lines(
        self, agenda: Agenda, found: ReviewView
    ) -> Generator[None, None, list[tuple[WeekOfHabit, HabitRow]]]:
        lines = []
        for one in found.habits:
            lines.append(self._rows.of(agenda, found.week, one))
            yield
        return lines

    def _figures(
        self, agenda: Agenda, week: Period, rows: Sequence[HabitRow], found: ReviewView | None
    ) -> Figures:
        begins, ends = agenda.calendar.end_of(week.start - DAY), agenda.calendar.end_of(week.end)
        running = [one for one in rows if one.streak]
        return Figures(
            longest=max(running, key=lambda one: one.streak, default=None),
            promises=None if found is None else found.promises,
            rewards_taken=self._store.rewards_taken(begins, ends),
        )

    def _state(self, kept: Review, *, early: bool) -> ReviewState:
        if early:
            return ReviewState.TOO_EARLY
        if kept.finished_at is not None:
            return ReviewState.FINISHED
        if any(one.week > kept.week and one.finished_at is not None for one in self._store.reviews()):
            return ReviewState.PAST
        return ReviewState.OPEN if kept.put_off_until is None else ReviewState.POSTPONED

    def _plan_before(self, agenda: Agenda, week: Period) -> IfThen:
        found = self._store.review(name_of(week_of(agenda, week.start - DAY)))
        return IfThen() if found is None else IfThen.read(found.if_then)


def _suggestion(agenda: Agenda, found: ReviewView, decisions: Sequence[Decision]) -> SuggestionView | None:
    one = found.strongest
    if one is None:
        return None
    habit, kind = agenda.existing(one.habit_id), kind_of(one.advice.suggestion)
    chosen = next((each for each in decisions if each.habit_id == habit.id), None)
    smaller, goal = smaller_of(kind, habit, one.advice, one.tally)
    asks = needs_choice(kind, habit, one.tally)
    if chosen is not None and chosen.kind is kind:
        # Once it holds, the habit itself has no smaller version or nearer goal of its own any more.
        asks = False
        routine, aim = chosen.parameters.get("routine", ""), chosen.parameters.get("goal")
        smaller, goal = str(routine), None if aim is None else int(aim)
    return SuggestionView(
        habit_id=habit.id,
        habit=habit.name,
        category=habit.category,
        kind=kind,
        advice=one.advice,
        chosen=_chosen(kind, chosen),
        asks=asks,
        smaller=smaller,
        goal=goal,
    )


def _chosen(kind: DecisionKind, decision: Decision | None) -> Chosen:
    if decision is None:
        return Chosen.OPEN
    if decision.kind is kind:
        return Chosen.APPLIED
    return Chosen.NOT_NOW if NOT_NOW in decision.parameters else Chosen.OTHERWISE


def _starts_on(agenda: Agenda, decisions: Sequence[Decision]) -> date:
    """Return the shift that decisions hold from, or would, were the review finished now."""
    held = [one.from_date for one in decisions if one.from_date is not None]
    return shift_from(agenda, held[0]) if held else next_work_date(agenda)


def _too_early(agenda: Agenda) -> TooEarly:
    found = first_review(agenda)
    return TooEarly(None if found.at is None else agenda.local(found.at), found.so_far, found.to_come)


def _shifts(agenda: Agenda, week: Period) -> tuple[date, date]:
    on_duty = [day for day in week.days() if agenda.calendar.shift_on(day) is not None]
    return (on_duty[0], on_duty[-1]) if on_duty else (week.start, week.end)


def _before(agenda: Agenda, week: Period) -> str | None:
    begun = first_date(agenda)
    return None if begun is None or week.start <= begun else name_of(week_of(agenda, week.start - DAY))


def _after(agenda: Agenda, week: Period) -> str | None:
    following = week_of(agenda, week.end + DAY)
    return name_of(following) if following.start <= agenda.today else None
