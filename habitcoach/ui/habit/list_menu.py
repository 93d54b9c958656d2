"""What can be done with all habits at once, and the agent's lines beside them: the menu under the list."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QMenu

from habitcoach.texts.language import tr
from habitcoach.ui.look import Look
from habitcoach.ui.widgets.buttons import IconButton, button_text


class ListMenu(IconButton):
    """Opens its menu by a click, Space or Enter."""

    journal_wanted = Signal()  #: what worked, day by day
    copy_wanted = Signal()  #: the habits as text, to the clipboard
    share_wanted = Signal()  #: the habits as a file for a colleague

    def __init__(self, look: Look) -> None:
        super().__init__(look, "dots", tr("More about all habits"))
        self.setObjectName("habits_more")
        self._menu = QMenu(self)
        self._menu.setObjectName("habits_menu")
        for name, words, signal in (
            ("menu_what_worked", tr("What worked…"), self.journal_wanted),
            ("menu_copy_habits", tr("Copy my habits as text"), self.copy_wanted),
            ("menu_share_habits", tr("Share a habits file…"), self.share_wanted),
        ):
            action = self._menu.addAction(button_text(words))
            action.setObjectName(name)
            action.triggered.connect(signal)
        self.clicked.connect(self._open)

    def _open(self) -> None:
        right = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        corner = self.rect().bottomRight() if right else self.rect().bottomLeft()
        shift = self._menu.sizeHint().width() if right else 0
        self._menu.popup(self.mapToGlobal(corner) - QPoint(shift, 0))
