"""How strong each habit is: consistency and automaticity worked out from its standing."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from habitcoach.coaching.agenda import Agenda
from habitcoach.coaching.standings import Standing
from habitcoach.core.automaticity import Answer, fit
from habitcoach.core.consistency import periods_per_week
from habitcoach.core.habit import Habit
from habitcoach.core.judging import Judged, Outcome
from habitcoach.core.period import first_weekday
from habitcoach.core.rating import Rating
from habitcoach.core.roster import Roster
from habitcoach.core.strength import Band, band_of, strength


@dataclass(frozen=True, slots=True)
class Strength:
    """A habit's strength and what it is made of."""

    consistency: float  #: 0 … 1
    automaticity: float | None  #: share of the last answer, 0 … 1; None before the first
    strength: float  #: 0 … 100
    band: Band


def strength_from(steadiness: float, standing: Standing, answers: tuple[Answer, ...]) -> Strength:
    """Return how strong a habit of this consistency is. `answers` are of its reviews, oldest first."""
    value = strength(steadiness, curve_of(answers), standing.streak.total)
    return Strength(steadiness, answers[-1].share if answers else None, value, band_of(value))


#: The curve through some answers; a fit is slow, and most calls have the same answers as the one before.
curve_of = lru_cache(maxsize=64)(fit)


def answers_of(ratings: Sequence[Rating], periods: Sequence[Judged]) -> tuple[Answer, ...]:
    """Return ratings, by work date, as points of the curve: each after the kept periods begun until then."""
    if not ratings:
        return ()
    begun = [one.period.start for one in periods if one.outcome is Outcome.KEPT]
    return tuple(one.answer(bisect_right(begun, one.work_date)) for one in ratings)


#: Planned periods a week by the dates of version and roster, with that roster: it may be replaced.
Frequencies = dict[tuple[date, date], tuple[Roster, float]]


def frequency_of(
    agenda: Agenda, habit: Habit, remembered: Frequencies | None = None
) -> Callable[[Judged], float]:
    """Return what gives a period's frequency; each version is reckoned once per roster, which is slow.

    `remembered` is what an earlier one knew of this very habit, and is added to.
    """
    known = {} if remembered is None else remembered

    def of(judged: Judged) -> float:
        day = min(judged.period.end, agenda.today)
        version = habit.version_on(day) or habit.newest
        roster = agenda.calendar.roster_on(day)
        key = (version.from_date, roster.from_date)
        found = known.get(key)
        if found is None or (found[0] is not roster and found[0] != roster):
            weekday = first_weekday(agenda.setting.week_start)
            found = known[key] = (roster, periods_per_week(version, roster, weekday))
        return found[1]

    return of
