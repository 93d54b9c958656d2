"""Attendance: on which dates somebody was there. Of the others it is unknown. Algorithms.md, section 3."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Attendance:
    """What judging knows of being there. By itself, that somebody always was."""

    today: date = date.min  #: dates from this one on are not unknown yet
    known: frozenset[date] = frozenset()  #: dates that were seen or have an entry of any habit

    def unknown(self, day: date) -> bool:
        """Whether a date has passed without a sign of anybody; it counts only where it had a shift."""
        return day < self.today and day not in self.known

    def differs_from(self, other: "Attendance") -> date | None:
        """Return the first date that only one of the two knows of, None when there is none."""
        if self.known is other.known:
            return None
        return min(self.known ^ other.known, default=None)


#: Somebody always was there.
ALWAYS = Attendance()
