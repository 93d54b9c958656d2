"""How periods were started, read from log and prompts only where fading asks for it."""

from collections.abc import Mapping
from datetime import date, datetime

from habitcoach.coaching.agenda import Agenda
from habitcoach.core.habit import Habit
from habitcoach.core.period import Period
from habitcoach.core.self_starting import Begun, Cued, Watch, self_started
from habitcoach.core.wall import DAY
from habitcoach.ports import Store

#: Rows are read for so many days at once, reckoned back from what is asked for first: fading looks back.
_STRETCH = 16 * DAY
_FAR_STRETCH = 512 * DAY


class Starts:
    """Answers for one habit; what it read is good as long as nothing is written."""

    def __init__(self, store: Store, agenda: Agenda, habit: Habit, *, all_anew: bool) -> None:
        """Read more at once when all periods are folded anew."""
        self._store = store
        self._agenda = agenda
        self._habit = habit
        self._stretch = _FAR_STRETCH if all_anew else _STRETCH
        self._read: dict[date, tuple[list[Begun], list[Cued]]] = {}
        self._dues: dict[date, Mapping[str, datetime]] = {}

    def of(self, period: Period) -> bool | None:
        """Return whether a period was done with no prompt shown before; None when that was not to be seen."""
        done: list[Begun] = []
        cues: list[Cued] = []
        for day in period.days():
            if day not in self._read:
                self._read_around(day)
            done += self._read[day][0]
            cues += self._read[day][1]
        return self_started(done, cues, Watch(self._due, self._ran))

    def _read_around(self, day: date) -> None:
        since, until = max(day - self._stretch, self._habit.first_date), day + self._stretch
        found: dict[date, tuple[list[Begun], list[Cued]]] = {}
        for number in range((until - since).days + 1):
            found[since + number * DAY] = ([], [])
        for done in self._store.begun(self._habit.id, since, until):
            found[done.work_date][0].append(done)
        for cue in self._store.cued(self._habit.id, since, until):
            found[cue.work_date][1].append(cue)
        self._read = found

    def _due(self, day: date, slot: str) -> datetime | None:
        if day not in self._dues:
            self._dues = {day: {one.slot: one.due for one in self._agenda.occasions(self._habit, day)}}
        return self._dues[day].get(slot)

    def _ran(self, day: date) -> bool:
        return day in self._store.duty().seen
