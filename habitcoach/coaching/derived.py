"""What is kept beside the log though it could be worked out from it: compared, and made anew."""

from collections.abc import Sequence
from datetime import date

from habitcoach.coaching.agenda import Agenda, read_agenda
from habitcoach.coaching.changes import Changed
from habitcoach.coaching.standings import Standings
from habitcoach.core.errors import EnvironmentFaultError
from habitcoach.core.following import follows
from habitcoach.core.habit import Habit
from habitcoach.core.streak import Run, streak_of
from habitcoach.ports import Clock, Store


class Derived:
    """The streak table against the log."""

    def __init__(self, store: Store, clock: Clock, standings: Standings) -> None:
        self._store = store
        self._clock = clock
        self._standings = standings

    def wrong(self) -> Sequence[Habit]:
        """Return the habits whose stored streaks the log never gave since its last line.

        Time alone ends a streak; until the next line or day the rows may still be those of before.
        """
        agenda = read_agenda(self._store, self._clock)
        stored = self._store.runs()
        return [one for one in agenda.habits if not self._could_be(agenda, one, stored.get(one.id, ()))]

    def rebuild(self) -> Sequence[Habit]:
        """Write the streaks of all habits anew from the log, and return those that were wrong."""
        with self._store.writing():
            wrong = self.wrong()
            agenda = read_agenda(self._store, self._clock)
            for habit in agenda.habits:
                self._store.put_runs(habit.id, self._standings.of(agenda, habit).streak.runs)
        return wrong

    def follow(self, changed: Changed) -> None:
        """Bring the streaks up to date that a change of shifts, versions or another habit has moved.

        A log writes its own habit's streak along with itself. Where the file is busy or full the rows wait
        for the next change or day.
        """
        try:
            agenda = read_agenda(self._store, self._clock)
            moved = [one for one in agenda.habits if _moves(changed, one)]
            stored = self._store.runs() if moved else {}
            for habit in moved:
                runs = self._standings.of(agenda, habit).streak.runs
                if runs != stored.get(habit.id, ()):
                    self._store.put_runs(habit.id, runs)
        except EnvironmentFaultError:
            return

    def _could_be(self, agenda: Agenda, habit: Habit, stored: tuple[Run, ...]) -> bool:
        standing = self._standings.of(agenda, habit)
        if stored == standing.streak.runs:
            return True
        last = max((day for day, log in standing.days.items() if log.logged), default=date.min)
        settled = [one for one in standing.periods if one.period.end < last]
        streak = streak_of(settled)
        for judged in standing.periods[len(settled) :]:
            if streak.runs == stored:
                return True
            streak = streak_of([judged], streak)
        return False


def _moves(changed: Changed, habit: Habit) -> bool:
    """Whether a change may move the streak of a habit, beside the log that wrote it itself."""
    if changed.habit_id is None:
        return True
    own = changed.habit_id == habit.id and changed.since is None
    return own or follows(habit, changed.habit_id)
