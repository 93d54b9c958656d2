"""A field to search in, with its key beside it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QLineEdit

from habitcoach.texts.language import tr
from habitcoach.ui.icons import icon
from habitcoach.ui.look import Look
from habitcoach.ui.widgets.labels import Label

FIND = QKeySequence(Qt.KeyboardModifier.ControlModifier | Qt.Key.Key_F)
_ICON = 16
_KEY_GAP = 12


class SearchField(QLineEdit):
    """Says what is searched for as it is typed. Esc empties it."""

    searched = Signal(str)

    def __init__(self, look: Look, name: str, placeholder: str) -> None:
        super().__init__()
        self._look = look
        self.setObjectName(name)
        self.setAccessibleName(placeholder)
        self.setPlaceholderText(placeholder)
        self._sign = self.addAction(icon(look, "search", "text2", _ICON), self.ActionPosition.LeadingPosition)
        self._clear = self.addAction(icon(look, "x", "text2", _ICON), self.ActionPosition.TrailingPosition)
        self._clear.setText(tr("Clear the search"))
        self._clear.setObjectName(f"{name}_clear")
        self._clear.triggered.connect(self.clear)
        self._key = Label(look, FIND.toString(QKeySequence.SequenceFormat.NativeText), "caption", "text3")
        self._key.setParent(self)
        self._key.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.textChanged.connect(self._on_text)
        look.changed.connect(self._dress)
        self._on_text("")

    def _dress(self) -> None:
        self._sign.setIcon(icon(self._look, "search", "text2", _ICON))
        self._clear.setIcon(icon(self._look, "x", "text2", _ICON))

    def _on_text(self, text: str) -> None:
        self._clear.setVisible(bool(text))
        self._key.setVisible(not text)
        self.searched.emit(text.strip())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the key at the right edge."""
        super().resizeEvent(event)
        size = self._key.sizeHint()
        self._key.setGeometry(
            self.width() - size.width() - _KEY_GAP,
            (self.height() - size.height()) // 2,
            size.width(),
            size.height(),
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Empty the field on Esc."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        super().keyPressEvent(event)
