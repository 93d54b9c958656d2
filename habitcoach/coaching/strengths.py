"""How strong each habit is: consistency and automaticity worked out from its standing."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from habitcoach.coaching.agenda import Agenda
from habitcoach.coaching.standings import Standing
from habitcoach.core.automaticity import Answer, fit
from habitcoach.core.consistency import consistency, periods_per_week
from habitcoach.core.habit import Habit
from habitcoach.core.judging import Judged
from habitcoach.core.period import first_weekday
from habitcoach.core.strength import Band, band_of, strength


@dataclass(frozen=True, slots=True)
class Strength:
    """A habit's strength and what it is made of."""

    consistency: float  #: 0 … 1
    automaticity: float | None  #: share of the last answer, 0 … 1; None before the first
    strength: float  #: 0 … 100
    band: Band


def strength_of(
    agenda: Agenda, habit: Habit, standing: Standing, answers: tuple[Answer, ...] = ()
) -> Strength:
    """Return how strong a habit is now. `answers` are those of its reviews, oldest first."""
    steadiness = consistency(standing.periods, frequency_of(agenda, habit))
    value = strength(steadiness, fit(answers), standing.streak.total)
    return Strength(steadiness, answers[-1].share if answers else None, value, band_of(value))


def frequency_of(
    agenda: Agenda, habit: Habit, remembered: dict[tuple[date, date], float] | None = None
) -> Callable[[Judged], float]:
    """Return what gives a period's frequency; each version is reckoned once per roster, which is slow.

    `remembered` is what an earlier one knew of this habit and calendar, and is added to.
    """
    known = {} if remembered is None else remembered

    def of(judged: Judged) -> float:
        day = min(judged.period.end, agenda.today)
        version = habit.version_on(day) or habit.newest
        roster = agenda.calendar.roster_on(day)
        key = (version.from_date, roster.from_date)
        if key not in known:
            known[key] = periods_per_week(version, roster, first_weekday(agenda.setting.week_start))
        return known[key]

    return of
