"""Writing down what work dates were while it is still known: their shift, their zone, and being there."""

from dataclasses import dataclass, replace
from datetime import date

from habitcoach.coaching.absence import as_lived, overdue, passed_dates
from habitcoach.coaching.agenda import ZONE_LIVED_IN, Agenda
from habitcoach.core.duty import ABSENT
from habitcoach.ports import Store


@dataclass(frozen=True, slots=True)
class LivedDates:
    """Keeps duty up to date; what it writes changes nothing that was judged."""

    store: Store

    def note(self, agenda: Agenda) -> bool:
        """Note that the app runs now, and what has passed; return whether the agenda is to be read again."""
        shift = agenda.calendar.shift_at(agenda.now)
        if shift is None:
            return self.write_down(agenda)
        record = agenda.calendar.duty.on(shift.work_date)
        news = record is None or not record.seen
        if news:
            self.store.mark_seen([shift.work_date])
        return self.write_down(agenda) or news

    def write_down(self, agenda: Agenda) -> bool:
        """Keep the shift and the zone of every date that has passed, and where the agent is now.

        Returns whether anything of it was new.
        """
        away = [replace(as_lived(agenda, day), reason=ABSENT) for day in overdue(agenda)]
        passed = [as_lived(agenda, day) for day in passed_dates(agenda) if not _is_lived(agenda, day)]
        moved = self.store.setting(ZONE_LIVED_IN) != str(agenda.zone)
        if not (passed or away or moved):
            return False
        with self.store.writing():
            self.store.put_duty(*passed, *away)
            if moved:
                self.store.put_setting(ZONE_LIVED_IN, str(agenda.zone))
        return True


def _is_lived(agenda: Agenda, day: date) -> bool:
    record = agenda.calendar.duty.on(day)
    return record is not None and record.lived is not None
