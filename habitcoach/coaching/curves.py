"""How much a habit happens by itself: the agent's answers, the curve through them, and its word's date."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from habitcoach.coaching.agenda import Agenda
from habitcoach.coaching.band_since import band_since
from habitcoach.coaching.fading import StageReader
from habitcoach.coaching.more_views import CurvePoint, CurveView
from habitcoach.coaching.standings import Standings
from habitcoach.coaching.strengths import answers_of, curve_of
from habitcoach.coaching.stretches import whole
from habitcoach.core.automaticity import Curve
from habitcoach.core.habit import Habit
from habitcoach.core.judging import Outcome
from habitcoach.core.rating import Rating
from habitcoach.core.wall import DAY


@dataclass(frozen=True, slots=True)
class CurveReader:
    """Reads curves."""

    standings: Standings
    stages: StageReader

    def of(self, agenda: Agenda, habit: Habit, through: date, ratings: Sequence[Rating]) -> CurveView:
        """Return a habit's curve as a work date left it; `ratings` are those that count, by work date."""
        periods = self.standings.of(agenda, habit).periods
        answers = answers_of(ratings, periods)
        curve = curve_of(answers)
        begun = [one.period.start for one in periods if one.outcome is Outcome.KEPT]
        points = [
            CurvePoint(one.work_date, answer.kept, answer.mean)
            for one, answer in zip(ratings, answers, strict=True)
        ]
        kept = self.standings.of(agenda, habit).streak.total
        back = self.stages.steadiness_back(agenda, habit)
        band, since = whole(band_since(back, kept, curve, through))
        return CurveView(
            habit_id=habit.id,
            habit=habit.name,
            category=habit.category,
            answers=tuple(points),
            fitted=tuple(_fitted(curve, points, begun, through)),
            band=band,
            band_since=since,
        )


def _fitted(
    curve: Curve, points: Sequence[CurvePoint], begun: Sequence[date], through: date
) -> Iterator[CurvePoint]:
    """Yield the curve once a week, from the first answer on."""
    if not points:
        return
    day = points[0].day
    while day < through:
        yield _point(curve, begun, day)
        day += 7 * DAY
    yield _point(curve, begun, through)


def _point(curve: Curve, begun: Sequence[date], day: date) -> CurvePoint:
    kept = bisect_right(begun, day)
    return CurvePoint(day, kept, curve.at(kept))
