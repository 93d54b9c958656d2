"""News of the last shift and the end of this one, for Today."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from habitcoach.coaching.agenda import Agenda
from habitcoach.coaching.day_facts import CloseOutView, CoveredMiss
from habitcoach.coaching.fading import StageReader
from habitcoach.coaching.standings import Standings
from habitcoach.core.calendar import Shift
from habitcoach.core.fading import Stage
from habitcoach.core.habit import Habit
from habitcoach.core.judging import Judged, Outcome
from habitcoach.core.trigger import Contact
from habitcoach.core.turn import END_LEAD

_NOT_JUDGED = frozenset({Outcome.OPEN, Outcome.NEUTRAL})


@dataclass(frozen=True, slots=True)
class News:
    """Finds what is worth a line of its own."""

    standings: Standings

    def covered(self, agenda: Agenda, habits: Sequence[Habit], last: Shift | None) -> tuple[CoveredMiss, ...]:
        """Return the misses since the last shift that a spare covered, the longest streak first."""
        if last is None:
            return ()
        found = [one for habit in habits for one in self._covered(agenda, habit, last)]
        return tuple(sorted(found, key=lambda one: -one.streak))

    def _covered(self, agenda: Agenda, habit: Habit, last: Shift) -> Iterator[CoveredMiss]:
        standing = self.standings.of(agenda, habit)
        judged = _last_judged(standing.periods)
        if judged is None or judged.outcome is not Outcome.MISSED or not standing.streak.current:
            return
        period = judged.period
        if last.work_date <= period.end < agenda.today and not agenda.resting(habit):
            streak, per = standing.streak.current, habit.newest.target.per.value
            yield CoveredMiss(habit.id, habit.name, period.start, period.end, streak, per)

    def close_out(self, agenda: Agenda, habits: Sequence[Habit]) -> CloseOutView | None:
        """Return what the end of the shift that runs will ask; None once it has asked, or without any."""
        shift = agenda.calendar.shift_on(agenda.today)
        if shift is None or agenda.now >= shift.end - END_LEAD:
            return None
        due = shift.end - END_LEAD
        asked = tuple(one.name for one in habits if one.created_at <= due and self._asks(agenda, one))
        return CloseOutView(agenda.local(due), asked) if asked else None

    def _asks(self, agenda: Agenda, habit: Habit) -> bool:
        version = habit.version_on(agenda.today)
        if version is None or not isinstance(version.trigger, Contact):
            return False
        log = self.standings.of(agenda, habit).day(agenda.today)
        return not (log.logged or log.day_skipped or agenda.setting.paused(habit, agenda.today))


def quiet_ones(agenda: Agenda, habits: Sequence[Habit], stages: StageReader) -> int:
    """Return how many habits have no cue any more because they run by themselves."""
    return sum(stages.of(agenda, one).stage is Stage.SILENT for one in habits)


def _last_judged(periods: Sequence[Judged]) -> Judged | None:
    return next((one for one in reversed(periods) if one.outcome not in _NOT_JUDGED), None)
