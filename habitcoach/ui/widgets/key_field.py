"""A button that shows a combination of keys and, once pressed, takes the next one that is typed."""

from PySide6.QtCore import QEvent, QKeyCombination, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence

from habitcoach.texts.language import tr
from habitcoach.ui.look import Look
from habitcoach.ui.widgets.buttons import Button

_MODIFIERS = frozenset({
    Qt.Key.Key_Control,
    Qt.Key.Key_Shift,
    Qt.Key.Key_Alt,
    Qt.Key.Key_AltGr,
    Qt.Key.Key_Meta,
    Qt.Key.Key_Super_L,
    Qt.Key.Key_Super_R,
})  # fmt: skip
_NAMES = (
    (Qt.KeyboardModifier.ControlModifier, "Ctrl"),
    (Qt.KeyboardModifier.AltModifier, "Alt"),
    (Qt.KeyboardModifier.ShiftModifier, "Shift"),
    (Qt.KeyboardModifier.MetaModifier, "Meta"),
)
#: Qt's short names of keys, and how a combination writes them.
_WRITTEN = {"Ins": "Insert", "PgUp": "PageUp", "PgDown": "PageDown"}


class KeyField(Button):
    """A click, Enter or Space has it listen; Esc, or leaving it, keeps what was there.

    Whether a combination will do is for others to say: it shows what it is told by `show_value`.
    """

    chosen = Signal(str)  #: what was typed, "Ctrl+Shift+Space"
    listening = Signal(bool)  #: it takes the next combination now, or not any more
    _listens = False  # Qt sends events before there is an instance to ask

    def __init__(self, look: Look, name: str, spoken: str) -> None:
        """Take the object name and what the combination does."""
        super().__init__(look, "")
        self.setObjectName(name)
        self._spoken = spoken
        self.setAccessibleName(spoken)
        self._value = ""
        self.clicked.connect(self._listen)

    @property
    def value(self) -> str:
        """The combination that holds; "" for none."""
        return self._value

    def show_value(self, value: str) -> None:
        """Show what holds; an empty text for none."""
        self._value = value
        if not self._listens:
            self._show()

    def event(self, event: QEvent) -> bool:
        """Take Tab and what are shortcuts elsewhere, too, while it listens."""
        if self._listens and isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self._take(event)
                return True
            if event.type() == QEvent.Type.KeyRelease:
                return True
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Stop listening."""
        self._stop()
        super().focusOutEvent(event)

    def _listen(self) -> None:
        self._listens = True
        self.set_label(tr("Press the keys…"))
        self.setAccessibleName(tr("{what}: press the keys, or Esc to keep them", what=self._spoken))
        self.listening.emit(True)

    def _stop(self) -> None:
        if self._listens:
            self._listens = False
            self._show()
            self.listening.emit(False)

    def _take(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _MODIFIERS:
            return
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        self._stop()
        if not (plain and key == Qt.Key.Key_Escape):
            self.chosen.emit(_written(event.keyCombination()))

    def _show(self) -> None:
        words = self._value.replace("+", " ") if self._value else tr("None")
        self.set_label(words)
        self.setAccessibleName(tr("{what}: {keys}", what=self._spoken, keys=words))


def _written(typed: QKeyCombination) -> str:
    """Return a combination as it is kept; a key without a name of its own is named as Qt does."""
    name = QKeySequence(typed.key()).toString(QKeySequence.SequenceFormat.PortableText)
    held = [word for modifier, word in _NAMES if typed.keyboardModifiers() & modifier]
    return "+".join([*held, _WRITTEN.get(name, name)])
