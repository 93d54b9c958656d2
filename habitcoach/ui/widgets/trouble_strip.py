"""The strip that stays while the disk takes nothing: what is not saved, what is safe, what to do."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from habitcoach.texts.language import tr
from habitcoach.texts.troubles import DAMAGED, trouble_words
from habitcoach.ui.look import Look
from habitcoach.ui.saving import Saving
from habitcoach.ui.widgets.buttons import Button
from habitcoach.ui.widgets.labels import Label
from habitcoach.ui.widgets.small_icon import SmallIcon


class TroubleStrip(QWidget):
    """Cannot be closed: it goes when the disk takes what it is given again. It takes no focus."""

    try_again = Signal()
    put_right = Signal()  #: the file is damaged: choose what to put back
    save_copy = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        theme = look.theme
        self.setObjectName("trouble_strip")
        strip = QFrame()
        strip.setProperty("surface", "strip")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(theme.size("page_margin_x"), theme.space(3), theme.size("page_margin_x"), 0)
        outer.addWidget(strip)
        self._headline = Label(look, "", "body_strong", wrap=True)
        self._headline.setObjectName("trouble_headline")
        self._line = Label(look, "", "body", "text2", wrap=True)
        self._line.setObjectName("trouble_line")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._headline)
        words.addWidget(self._line)
        self._again = Button(look, tr("Try again"), "primary", scale="small")
        self._again.setObjectName("trouble_again")
        self._again.clicked.connect(self.try_again)
        self._choose = Button(look, tr("Choose…"), "primary", scale="small")
        self._choose.setObjectName("trouble_choose")
        self._choose.clicked.connect(self.put_right)
        copy = Button(look, tr("Save a copy elsewhere…"), "secondary", scale="small")
        copy.setObjectName("trouble_copy")
        copy.clicked.connect(self.save_copy)
        row = QHBoxLayout(strip)
        row.setContentsMargins(*(theme.space(step) for step in (3, 2, 2, 2)))
        row.setSpacing(theme.space(2))
        row.addWidget(SmallIcon(look, "warn", "error"), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(self._again)
        row.addWidget(self._choose)
        row.addWidget(copy)
        self.hide()

    def show_state(self, saving: Saving) -> None:
        """Say what the trouble is; without one the strip goes."""
        if not saving.trouble:
            self.hide()
            return
        headline, line = trouble_words(saving.trouble, saving.unsaved)
        self._headline.setText(headline)
        self._line.setText(line)
        self.setAccessibleName(f"{headline}. {line}")
        self._again.setVisible(saving.trouble != DAMAGED)
        self._choose.setVisible(saving.trouble == DAMAGED)
        self.show()
        if self.isVisible():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, f"{headline}. {line}"))
