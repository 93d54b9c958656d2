"""The desk of "Hard one": opens what helps after a hard contact, and logs what the agent does of it."""

from habitcoach.app.hard_ones import HardOnes
from habitcoach.app.parts import Parts
from habitcoach.core.entry import Source
from habitcoach.ui.hard_one_dialog import HardOneDialog
from habitcoach.ui.page_name import PageName

_HERE = Source.WINDOW


class HardOneDesk:
    """Offers the agent's own habits on demand first, then the library's resets."""

    def __init__(self, parts: Parts, hard_ones: HardOnes) -> None:
        self._attempts = parts.attempts
        self._window = parts.window
        self._look = parts.look
        self._hard_ones = hard_ones
        self._dialog: HardOneDialog | None = None
        self._window.hard_one.connect(lambda: self._attempts.run(self._open))

    def _open(self) -> None:
        if self._dialog is not None:
            return
        dialog = HardOneDialog(self._look, self._hard_ones.found(), self._window)
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
        self._hard_ones.done(habit_id, _HERE)

    def _add_and_do(self, template_id: str) -> None:
        self._window.show_page(PageName.TODAY)
        self._hard_ones.add_and_do(template_id, _HERE)
