"""Writing down what work dates were while it is still known: their shift, their zone, and being there."""

from dataclasses import replace
from datetime import date

from habitcoach.coaching.absence import as_lived, overdue, passed_dates
from habitcoach.coaching.agenda import ZONE_LIVED_IN, Agenda
from habitcoach.core.duty import ABSENT
from habitcoach.ports import Store


class LivedDates:
    """Keeps duty up to date; what it writes changes nothing that was judged."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._settled: tuple[object, ...] | None = None  #: what was found with nothing left to write

    def note(self, agenda: Agenda) -> bool:
        """Note that the app runs now, and what has passed; return whether the agenda is to be read again."""
        shift = agenda.calendar.shift_at(agenda.now)
        if shift is None:
            return self.write_down(agenda)
        record = agenda.calendar.duty.on(shift.work_date)
        news = record is None or not record.seen
        if news:
            self._store.mark_seen([shift.work_date])
        return self.write_down(agenda) or news

    def write_down(self, agenda: Agenda) -> bool:
        """Keep the shift and the zone of every date that has passed, and where the agent is now.

        Returns whether anything of it was new.
        """
        basis = _basis(agenda)
        if basis == self._settled:
            return False
        away = [replace(as_lived(agenda, day), reason=ABSENT) for day in overdue(agenda)]
        passed = [as_lived(agenda, day) for day in passed_dates(agenda) if not _is_lived(agenda, day)]
        moved = self._store.setting(ZONE_LIVED_IN) != str(agenda.zone)
        if not (passed or away or moved):
            self._settled = basis
            return False
        with self._store.writing():
            self._store.put_duty(*passed, *away)
            if moved:
                self._store.put_setting(ZONE_LIVED_IN, str(agenda.zone))
        return True


def _basis(agenda: Agenda) -> tuple[object, ...]:
    """Return all on which it depends what is to be written."""
    habits = tuple((one.id, one.first_date) for one in agenda.habits)
    known, pauses = agenda.setting.attendance.known, tuple(agenda.setting.pauses)
    return agenda.today, agenda.zone, agenda.calendar, known, habits, pauses


def _is_lived(agenda: Agenda, day: date) -> bool:
    record = agenda.calendar.duty.on(day)
    return record is not None and record.lived is not None
