"""The desk of "Hard one": opens what helps after a hard contact, and logs what the agent does of it."""

from habitcoach.app.intents import Intents
from habitcoach.app.parts import Parts
from habitcoach.coaching.offers import hard_ones
from habitcoach.core.entry import Source
from habitcoach.ui.hard_one_dialog import HardOneDialog
from habitcoach.ui.page_name import PageName

_HERE = Source.WINDOW


class HardOneDesk:
    """Offers the agent's own habits on demand first, then the library's resets."""

    def __init__(self, parts: Parts, intents: Intents) -> None:
        self._coach = parts.coach
        self._attempts = parts.attempts
        self._window = parts.window
        self._look = parts.look
        self._intents = intents
        self._resets = {one.id: one.draft for one in parts.templates if one.reset}
        self._dialog: HardOneDialog | None = None
        self._window.hard_one.connect(lambda: self._attempts.run(self._open))

    def _open(self) -> None:
        if self._dialog is not None:
            return
        found = hard_ones(self._coach.agenda(), tuple(self._resets.items()))
        dialog = HardOneDialog(self._look, found, self._window)
        dialog.done_chosen.connect(self._done)
        dialog.add_chosen.connect(self._add_and_do)
        dialog.finished.connect(self._forget)
        self._dialog = dialog
        dialog.open()

    def _forget(self) -> None:
        self._dialog = None

    def _done(self, habit_id: int) -> None:
        # The reward comes on Today.
        self._window.show_page(PageName.TODAY)
        self._intents.done(habit_id, None, _HERE)

    def _add_and_do(self, template_id: str) -> None:
        def add() -> None:
            self._done(self._coach.habits.add(self._resets[template_id]).id)

        self._attempts.keep(add)
