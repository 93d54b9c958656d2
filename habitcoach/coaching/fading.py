"""Stages: how far each habit's cue has been withdrawn, folded from the log and kept until it changes."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from habitcoach.coaching.agenda import Agenda
from habitcoach.coaching.changes import Changed
from habitcoach.coaching.standings import Standing, Standings
from habitcoach.coaching.starts import Starts
from habitcoach.coaching.strengths import Frequencies, frequency_of
from habitcoach.coaching.told import Told, read_told
from habitcoach.core.consent import Consent, fades
from habitcoach.core.consistency import keep_weight
from habitcoach.core.differences import first_other_version
from habitcoach.core.fading import Cause, Change, Pace, Stage, pace_of
from habitcoach.core.habit import Habit, HabitId
from habitcoach.core.judging import Judged, Outcome
from habitcoach.core.period import Period
from habitcoach.core.rating import Rating
from habitcoach.core.trigger import Contact
from habitcoach.core.wall import DAY
from habitcoach.core.withdrawal import Withdrawal
from habitcoach.ports import Store

_DUE = frozenset({Outcome.KEPT, Outcome.PART, Outcome.MISSED})


@dataclass(frozen=True, slots=True)
class Faded:
    """How far a habit's cue has been withdrawn, and how it came to that."""

    stage: Stage  #: in force today
    since: date  #: the work date it has been in force from
    reached: Stage  #: after all that was lived, today too; in force from the next work date
    changes: tuple[Change, ...]  #: oldest first, the last one perhaps in force only from tomorrow
    proposed: Change | None  #: a step up the agent is asked about
    consent: Consent  #: in force today
    own: Consent | None  #: the habit's own choice; None where the one for all habits holds
    fades: bool  #: False for a habit whose cue is never withdrawn: promises, and what has no cue
    contact: bool  #: met in every contact: its stages are of its plan in the start card
    begun: date  #: the work date the habit began on
    consistency: float  #: C after all that was lived
    ratings: tuple[Rating, ...]  #: by work date

    def on(self, day: date) -> tuple[Stage, date]:
        """Return the stage in force on a work date, and since when."""
        return stage_on(self.changes, day, self.begun)

    def told_in(self, week: Period) -> tuple[Change, ...]:
        """Return the changes a week's review tells of: those that came from what was lived in it."""
        return tuple(one for one in self.changes if week.start <= _came_on(one) <= week.end)


def _came_on(change: Change) -> date:
    """Return the work date that brought a change: what is chosen holds at once, all else from the next."""
    day = change.from_date or date.max
    return day if change.cause is Cause.CHOSEN else day - DAY


def stage_on(changes: tuple[Change, ...], day: date, begun: date) -> tuple[Stage, date]:
    """Return the stage that changes leave in force on a work date, and since when."""
    for one in reversed(changes):
        if one.from_date is not None and one.from_date <= day:
            return one.after, one.from_date
    return Stage.AT_THE_CUE, begun


class _Lived:
    """One due period as fading sees it; how it was started is looked up only when it matters."""

    def __init__(
        self, judged: Judged, consistency: float, automaticity: float | None, around: "_Around"
    ) -> None:
        self.kept = judged.outcome is Outcome.KEPT
        self.missed = judged.outcome is Outcome.MISSED
        self.consistency = consistency
        self.automaticity = automaticity
        self._period = judged.period
        self._around = around

    @cached_property
    def self_started(self) -> bool | None:
        """Whether it was done with no prompt shown before."""
        return self._around.starts.of(self._period)


@dataclass(slots=True)
class _Around:
    """What a habit's periods are looked up in; renewed each time, because rows are written meanwhile."""

    starts: Starts


@dataclass(slots=True)
class _Known:
    """A fold and what it rests on."""

    habit: Habit
    told: Told
    around: _Around
    today: date
    standing: Standing | None = None
    faded: Faded | None = None
    frequencies: Frequencies = field(default_factory=dict)
    fold: Withdrawal = field(default_factory=Withdrawal)

    def take(self, habit: Habit, since: date) -> None:
        """Go on with another state of the habit, whose versions differ from a date on."""
        self.habit = habit
        for key in [one for one in self.frequencies if one[0] >= since]:
            del self.frequencies[key]


class StageReader:
    """Reads stages; a new entry costs its own period only."""

    def __init__(self, store: Store, standings: Standings) -> None:
        self._store = store
        self.standings = standings
        self._known: dict[HabitId, _Known] = {}
        self._unheard: set[HabitId] = set()  # habits about which something may have been said since
        self._others = store.change_count()

    def of(self, agenda: Agenda, habit: Habit) -> Faded:
        """Return how far a habit's cue has been withdrawn."""
        others = self._store.change_count()
        if others != self._others:
            self._others = others
            self._unheard |= self._known.keys()
        standing = self.standings.of(agenda, habit)
        known = self._known.get(habit.id)
        since = date.max
        if known is None or known.habit.first_date != habit.first_date:
            known = self._begin(agenda, habit)
        elif known.habit != habit:
            since = first_other_version(known.habit, habit) or date.max
            known.take(habit, since)
            self._unheard.add(habit.id)
        fresh = habit.id not in self._unheard and known.today == agenda.today
        if known.faded is not None and known.standing is standing and fresh:
            return known.faded
        return self._work_out(agenda, known, standing, since)

    def steadiness_back(self, agenda: Agenda, habit: Habit) -> Iterator[tuple[Judged, float]]:
        """Yield a habit's periods with its consistency after each, newest first."""
        self.of(agenda, habit)
        return self._known[habit.id].fold.steadiness_back()

    def forget(self, changed: Changed) -> None:
        """Listen anew to what the agent said about a habit, or about all, unless only the log grew."""
        if changed.since is not None and not changed.said:
            return
        self._unheard |= self._known.keys() if changed.habit_id is None else {changed.habit_id}

    def _begin(self, agenda: Agenda, habit: Habit) -> _Known:
        around = _Around(Starts(self._store, agenda, habit, all_anew=True))
        known = _Known(habit, read_told(self._store, habit), around, agenda.today)
        self._known[habit.id] = known
        return known

    def _work_out(self, agenda: Agenda, known: _Known, standing: Standing, since: date) -> Faded:
        habit = known.habit
        told = read_told(self._store, habit) if habit.id in self._unheard else known.told
        frequency = frequency_of(agenda, habit, known.frequencies)
        folded = known.fold.keep(standing.periods, min(since, told.differs_from(known.told)))
        known.fold.happen(told.happenings())
        known.around.starts = Starts(self._store, agenda, habit, all_anew=not folded)
        paces: dict[float, tuple[float, Pace]] = {}
        for judged in standing.periods[folded:]:
            if judged.outcome not in _DUE:
                known.fold.rest(judged)
                continue
            planned, end = frequency(judged), judged.period.end
            if planned not in paces:
                paces[planned] = keep_weight(planned), pace_of(planned)
            weight, pace = paces[planned]
            steadiness = known.fold.steadier(judged, weight)
            lived = _Lived(judged, steadiness, told.automaticity(end), known.around)
            known.fold.live(judged, lived, pace, told.consent(end))
        known.told, known.today, known.standing = told, agenda.today, standing
        known.faded = _faded(known.fold, told, agenda.today)
        self._unheard.discard(habit.id)
        return known.faded


def _faded(fold: Withdrawal, told: Told, today: date) -> Faded:
    # A yes of today holds from tomorrow; it is no question any more.
    fading, steadiness = fold.on(today + DAY), fold.last.consistency
    begun = told.habit.first_date
    stage, since = stage_on(fading.changes, today, begun)
    return Faded(
        stage=stage,
        since=since,
        reached=fading.stage,
        changes=fading.changes,
        proposed=fading.proposed,
        consent=told.consent(today),
        own=told.own.on(today),
        fades=fades(told.habit.newest.trigger),
        contact=isinstance(told.habit.newest.trigger, Contact),
        begun=begun,
        consistency=steadiness,
        ratings=tuple(told.ratings),
    )
