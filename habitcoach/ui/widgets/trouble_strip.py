"""The strip that stays while the disk takes nothing: what is not saved, what is safe, what to do."""

from PySide6.QtCore import Signal

from habitcoach.texts.language import tr
from habitcoach.texts.troubles import DAMAGED, trouble_words
from habitcoach.ui.look import Look
from habitcoach.ui.saving import Saving
from habitcoach.ui.widgets.strip import Strip


class TroubleStrip(Strip):
    """Cannot be closed: it goes when the disk takes what it is given again. It takes no focus."""

    try_again = Signal()
    put_right = Signal()  #: the file is damaged: choose what to put back
    save_copy = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, "trouble", "warn", surface="strip")
        theme = look.theme
        self.set_margins(theme.size("page_margin_x"), theme.space(3), theme.size("page_margin_x"), 0)
        self._again = self.add_button(tr("Try again"), "again", "primary")
        self._again.clicked.connect(self.try_again)
        self._choose = self.add_button(tr("Choose…"), "choose", "primary")
        self._choose.clicked.connect(self.put_right)
        self.add_button(tr("Save a copy elsewhere…"), "copy").clicked.connect(self.save_copy)

    def show_state(self, saving: Saving) -> None:
        """Say what the trouble is; without one the strip goes."""
        if not saving.trouble:
            self.say("")
            return
        self._again.setVisible(saving.trouble != DAMAGED)
        self._choose.setVisible(saving.trouble == DAMAGED)
        self.say(*trouble_words(saving.trouble, saving.unsaved))
