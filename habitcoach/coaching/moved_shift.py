"""A shift moved while it is its day: cues whose time has passed by that have not been prompted yet."""

from dataclasses import dataclass
from datetime import datetime

from habitcoach.coaching.agenda import Agenda
from habitcoach.core.wall import DAY
from habitcoach.ports import Store

#: Setting: the work date and the shift of the last look.
SHIFT_SEEN = "shift_seen"


@dataclass(frozen=True, slots=True)
class MovedShift:
    """Tells from when on to look for cues again."""

    store: Store

    def looked(self, agenda: Agenda, until: datetime) -> datetime:
        """Return the instant up to which everything due is recorded, when it was `until` at the last look.

        Where today has another shift than then, that is the start of the work date: each slot gets its row
        once, and what is still inside its window is shown.
        """
        seen = self.store.setting(SHIFT_SEEN) or ""
        if seen == _shift_text(agenda) or not seen.startswith(agenda.today.isoformat()):
            return until
        return min(until, agenda.calendar.end_of(agenda.today - DAY))

    def note(self, agenda: Agenda) -> None:
        """Keep the shift of this look; call it inside its transaction."""
        text = _shift_text(agenda)
        if self.store.setting(SHIFT_SEEN) != text:
            self.store.put_setting(SHIFT_SEEN, text)


def _shift_text(agenda: Agenda) -> str:
    shift = agenda.calendar.shift_on(agenda.today)
    if shift is None:
        return agenda.today.isoformat()
    times = (shift.start, shift.end, *(moment for pause in shift.breaks for moment in pause))
    return " ".join([agenda.today.isoformat(), *(f"{one:%Y%m%dT%H%M}" for one in times)])
