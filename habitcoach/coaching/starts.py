"""How periods were started, read from log and prompts only where fading asks for it."""

from datetime import date, datetime

from habitcoach.coaching.agenda import Agenda
from habitcoach.core.entry import Entry
from habitcoach.core.habit import Habit
from habitcoach.core.ledger import live
from habitcoach.core.period import Period
from habitcoach.core.prompt import Prompt
from habitcoach.core.self_starting import Watch, self_started
from habitcoach.ports import Store

#: Rows are read for so many days at once …
_STRETCH = 16
#: … and so many stretches are kept: a window of fading seldom reaches over more.
_KEPT = 4


class Starts:
    """Answers for one habit; what it read is good as long as nothing is written."""

    def __init__(self, store: Store, agenda: Agenda, habit: Habit) -> None:
        self._store = store
        self._agenda = agenda
        self._habit = habit
        self._stretches: dict[int, tuple[list[Entry], list[Prompt]]] = {}

    def of(self, period: Period) -> bool | None:
        """Return whether a period was done with no prompt shown before; None when that was not to be seen."""
        entries: list[Entry] = []
        prompts: list[Prompt] = []
        for number in range(_number(period.start), _number(period.end) + 1):
            logged, asked = self._stretch(number)
            entries += [one for one in logged if period.start <= one.work_date <= period.end]
            prompts += [one for one in asked if period.start <= one.work_date <= period.end]
        return self_started(entries, prompts, Watch(self._due, lambda day: day in self._store.duty().seen))

    def _stretch(self, number: int) -> tuple[list[Entry], list[Prompt]]:
        if number not in self._stretches:
            if len(self._stretches) >= _KEPT:
                del self._stretches[next(iter(self._stretches))]
            since = date.fromordinal(max(1, number * _STRETCH))
            until = date.fromordinal((number + 1) * _STRETCH - 1)
            self._stretches[number] = (
                live(self._store.entries(self._habit.id, since, until)),
                list(self._store.prompts_of(self._habit.id, since, until)),
            )
        return self._stretches[number]

    def _due(self, day: date, slot: str) -> datetime | None:
        found = (one.due for one in self._agenda.occasions(self._habit, day) if one.slot == slot)
        return next(found, None)


def _number(day: date) -> int:
    return day.toordinal() // _STRETCH
