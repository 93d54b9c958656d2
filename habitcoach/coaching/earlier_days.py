"""What earlier shifts came to, as Today compares itself with them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from habitcoach.coaching.agenda import Agenda
from habitcoach.coaching.counters import is_counter
from habitcoach.coaching.standings import Standings
from habitcoach.core.calendar import Shift
from habitcoach.core.habit import Habit
from habitcoach.core.high_points import similar
from habitcoach.core.wall import DAY

#: How far the last shift may lie for its number to be worth comparing.
DAYS_BACK = 14
#: The dates among which a day is the best.
BEST_OF = 28


@dataclass(frozen=True, slots=True)
class EarlierDays:
    """Looks back from today."""

    standings: Standings

    def last_shift(self, agenda: Agenda) -> Shift | None:
        """Return the last shift before today's work date, None when there was none of two weeks."""
        earlier = (agenda.calendar.shift_on(agenda.today - n * DAY) for n in range(1, DAYS_BACK + 1))
        return next((one for one in earlier if one is not None), None)

    def done_on(self, agenda: Agenda, habits: Sequence[Habit], day: date) -> int:
        """Return how many occasions of some habits were done on a work date; contacts are no occasions."""
        return self._done(agenda, habits, [day])[0]

    def best(self, agenda: Agenda, habits: Sequence[Habit]) -> int:
        """Return the most that was done on one of the last four weeks' dates, today left out."""
        return max(self._done(agenda, habits, [agenda.today - n * DAY for n in range(1, BEST_OF + 1)]))

    def _done(self, agenda: Agenda, habits: Sequence[Habit], days: Sequence[date]) -> list[int]:
        done = [0] * len(days)
        for habit in habits:
            standing = self.standings.of(agenda, habit)
            for number, day in enumerate(days):
                if not is_counter(agenda, habit, day):
                    log = standing.day(day)
                    done[number] += len(log.done_slots) + log.loose
        return done

    def comparable(self, agenda: Agenda, last: Shift) -> bool:
        """Whether today's shift is of a length similar to an earlier one."""
        today = agenda.calendar.shift_on(agenda.today)
        return today is not None and similar(last.end - last.start, today.end - today.start)
