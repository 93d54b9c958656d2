"""Streaks as they stood after some of a habit's periods: reckoned once, and remembered by stretches."""

from collections.abc import Sequence

from habitcoach.core.habit import HabitId
from habitcoach.core.judging import Judged
from habitcoach.core.streak import Streak, streak_of

#: A streak is remembered after every so many periods.
A_STRETCH = 128


class PastStreaks:
    """Remembers streaks; what was judged anew is another object, which tells that the past has changed."""

    def __init__(self) -> None:
        self._known: dict[HabitId, dict[int, tuple[Judged, Streak]]] = {}

    def after(self, habit_id: HabitId, periods: Sequence[Judged], count: int) -> Streak:
        """Return the streak after the first `count` of a habit's periods."""
        known = self._known.setdefault(habit_id, {})
        number, streak = 0, Streak()
        for place in sorted(known, reverse=True):
            judged, found = known[place]
            if place <= count and periods[place - 1] is judged:
                number, streak = place, found
                break
        while number + A_STRETCH <= count:
            streak = streak_of(periods[number : number + A_STRETCH], streak)
            number += A_STRETCH
            known[number] = (periods[number - 1], streak)
        return streak_of(periods[number:count], streak)
