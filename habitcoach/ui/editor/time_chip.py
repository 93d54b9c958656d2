"""One time of a cue, with the cross in it that takes it away."""

from datetime import time

from PySide6.QtCore import QLocale, Qt, QTime, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QTimeEdit

from habitcoach.texts.language import tr
from habitcoach.ui.look import Look
from habitcoach.ui.widgets.buttons import IconButton

_LEFT = 8
_INSET = 2


class TimeChip(QTimeEdit):
    """A wall time as the locale writes it: typed, or turned by the arrow keys and the wheel."""

    removed = Signal()

    def __init__(self, look: Look, at: time, number: int) -> None:
        super().__init__(QTime(at.hour, at.minute))
        self._side = look.theme.size("button_small")
        self.setObjectName(f"time-{number}")
        self.setAccessibleName(tr("Time {n}", n=number))
        # Digits run from left to right in every language, and the cross must keep clear of them.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setDisplayFormat(QLocale().timeFormat(QLocale.FormatType.ShortFormat))
        self.setProperty("scale", "row")
        # No arrows. Were it NoButtons, the style sheet would leave the text no room at all.
        self.setProperty("bare", "true")
        self.remove = IconButton(look, "x", tr("Take this time away"))
        self.remove.setParent(self)
        self.remove.setProperty("scale", "small")
        self.remove.setObjectName(f"remove_time-{number}")
        self.remove.setCursor(Qt.CursorShape.ArrowCursor)
        self.remove.clicked.connect(self.removed)
        self.let_go(possible=True)

    def let_go(self, *, possible: bool) -> None:
        """Offer to take the time away, or not: the last one stays."""
        self.remove.setVisible(possible)
        room = self._side if possible else 0
        self.lineEdit().setTextMargins(_LEFT, 0, 0, 0)
        wide = self.fontMetrics().horizontalAdvance(QLocale().toString(QTime(20, 58), self.displayFormat()))
        self.setFixedWidth(wide + self._side + room)
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the cross at the end."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        left = self.width() - self._side - _INSET
        self.remove.setGeometry(left, (self.height() - self._side) // 2, self._side, self._side)
