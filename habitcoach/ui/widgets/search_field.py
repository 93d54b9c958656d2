"""A field to search in, with its key beside it."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from habitcoach.texts.language import tr
from habitcoach.ui.look import Look
from habitcoach.ui.widgets.buttons import IconButton
from habitcoach.ui.widgets.key_cap import KeyCap, cap_text
from habitcoach.ui.widgets.small_icon import SmallIcon

FIND = QKeySequence(Qt.KeyboardModifier.ControlModifier | Qt.Key.Key_F)
_KEY_GAP = 12
_INSET = 2
_SIGN_GAP = 8


class SearchField(QLineEdit):
    """Says what is searched for as it is typed. Esc empties it."""

    searched = Signal(str)

    def __init__(self, look: Look, name: str, placeholder: str) -> None:
        super().__init__()
        self._look = look
        self.setObjectName(name)
        self.setAccessibleName(placeholder)
        self.setPlaceholderText(placeholder)
        self._sign = SmallIcon(look, "search")
        self._sign.setParent(self)
        self._sign.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        # Not the field's own actions: their buttons are small, and a screen reader hears no name of them.
        self._clear = IconButton(look, "x", tr("Clear the search"))
        self._clear.setParent(self)
        self._clear.setObjectName(f"{name}_clear")
        self._clear.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._clear.setCursor(Qt.CursorShape.ArrowCursor)
        self._clear.clicked.connect(self.clear)
        self._key = KeyCap(look, cap_text(FIND.toString(QKeySequence.SequenceFormat.NativeText)))
        self._key.setParent(self)
        self._key.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.textChanged.connect(self._on_text)
        look.changed.connect(self._place)
        self._on_text("")

    def _on_text(self, text: str) -> None:
        self._clear.setVisible(bool(text))
        self._key.setVisible(not text)
        self._place()
        self.searched.emit(text.strip())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the sign at its beginning, the key and the way to empty the field at its end."""
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        side = self.height() - 2 * _INSET
        self._clear.setFixedSize(side, side)
        self._put_at_end(self._clear, self._clear.size(), _INSET)
        self._put_at_end(self._key, self._key.sizeHint(), _KEY_GAP)
        self._put_at_end(self._sign, self._sign.size(), self.width() - self._sign.width() - _KEY_GAP)
        before = self._sign.width() + _SIGN_GAP
        # The words of an empty field end before the key, those that are typed before the cross.
        after = side if self.text() else self._key.sizeHint().width() + _SIGN_GAP
        margins = (after, 0, before, 0) if self.isRightToLeft() else (before, 0, after, 0)
        self.setTextMargins(*margins)

    def _put_at_end(self, one: QWidget, size: QSize, gap: int) -> None:
        left = gap if self.isRightToLeft() else self.width() - size.width() - gap
        one.setGeometry(left, (self.height() - size.height()) // 2, size.width(), size.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Empty the field on Esc."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        super().keyPressEvent(event)
