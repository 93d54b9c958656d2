"""The desk of an absence: the answer to where the agent was, and filling in what was worked."""

from collections.abc import Sequence
from datetime import date
from functools import partial

from habitcoach.app.editing import Editing
from habitcoach.app.parts import Parts
from habitcoach.coaching.filling_in import Filled
from habitcoach.texts.absence import absence_answered
from habitcoach.texts.language import ntr
from habitcoach.ui.today.absence_strip import dates_text
from habitcoach.ui.today.fill_in_dialog import FillInDialog


class AbsenceDesk:
    """Carries the answer to the coach; for dates worked it opens the fill-in."""

    def __init__(self, parts: Parts, editing: Editing) -> None:
        self._coach = parts.coach
        self._attempts = parts.attempts
        self._window = parts.window
        self._look = parts.look
        self._editing = editing
        self._window.today_page.absence_answered.connect(self.answer)

    def answer(self, worked: bool, dates: Sequence[date]) -> None:  # noqa: FBT001  # a signal's argument
        """Take the answer to where the agent was on dates nobody saw."""
        absence = self._coach.absence

        def record() -> None:
            found = (absence.worked if worked else absence.was_off)(dates)
            said = absence_answered("worked" if worked else "off", dates_text(found))
            self._editing.offer(said, lambda: absence.ask_again(found))
            if worked:
                self._fill_in(found)

        self._attempts.keep(record)

    def _fill_in(self, dates: Sequence[date]) -> None:
        days = self._coach.filling_in.days(dates)
        if not days:
            return
        self._window.bring_up()
        dialog = FillInDialog(self._look, days, self._window)
        dialog.finished.connect(dialog.deleteLater)
        dialog.saved.connect(self._save)
        dialog.open()

    def _save(self, filled: Sequence[Filled]) -> None:
        """Record all of it, each in its turn, and offer to take all of it back."""
        lines: list[int] = []
        for one in filled:
            self._attempts.keep(partial(self._save_one, one, lines))
        if filled:
            self._attempts.keep(partial(self._offer_undo, len(filled), lines))

    def _save_one(self, one: Filled, lines: list[int]) -> None:
        lines.append(self._coach.filling_in.save(one))

    def _offer_undo(self, number: int, lines: Sequence[int]) -> None:
        said = ntr("Filled in: {n} habit", "Filled in: {n} habits", number)

        def take_back() -> None:
            for _ in range(sum(lines)):
                self._coach.recording.undo()

        self._editing.offer(said, take_back)
