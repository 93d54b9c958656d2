"""A line that says what was done and offers to take it back."""

from PySide6.QtCore import QEvent, QPoint, QTimer, Signal
from PySide6.QtGui import QCursor, QEnterEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy

from habitcoach.texts.language import tr
from habitcoach.ui.look import Look
from habitcoach.ui.widgets.buttons import Button
from habitcoach.ui.widgets.labels import ElidedLabel


class UndoBar(QFrame):
    """Says one thing for some seconds, with *Undo*. Hovering and keyboard focus hold it."""

    undo = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("undo_bar")
        self.setProperty("surface", "sunken")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._label = ElidedLabel(look, "", "body")
        self._label.setObjectName("undo_text")
        self.button = Button(look, tr("Undo"), "quiet", "undo", scale="small")
        self.button.setObjectName("undo")
        self.button.clicked.connect(self._on_undo)
        row = QHBoxLayout(self)
        edge = look.theme.space(1)
        row.setContentsMargins(look.theme.space(3), edge, edge, edge)
        row.addWidget(self._label, 1)
        row.addWidget(self.button)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self._left = 0
        self._rest = QPoint()
        self.hide()

    @property
    def text(self) -> str:
        """What the bar says."""
        return self._label.text()

    def show_for(self, text: str, ms: int) -> None:
        """Show a text for so many milliseconds."""
        self._label.setText(text)
        self.button.setAccessibleName(tr("Undo: {what}", what=text))
        self._left = ms
        self._rest = QCursor.pos()
        self._timer.start(ms)
        self.show()

    def _on_undo(self) -> None:
        self._timer.stop()
        self.hide()
        self.undo.emit()

    def enterEvent(self, event: QEnterEvent) -> None:
        """Hold it while the pointer is on it; one that lay where the bar appeared is not reading."""
        if QCursor.pos() != self._rest:
            self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Let it run again."""
        if self.isVisible() and not self.button.hasFocus():
            self._timer.start(self._left)
        super().leaveEvent(event)
