"""Fields whose text is kept as it is typed: within a second, and at once when they are left."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy

from habitcoach.ui.look import Look

#: What was typed waits so long for more, counted from its first letter: a crash costs less than a second.
KEEP_MS = 400
#: How far the text of an OwnText stands inside its frame, which is seen only while it has the focus.
OWN_EDGE = 6


class Keeping(QObject):
    """Watches one field, and says what stands in it when there is something new to keep."""

    kept = Signal(str)
    left = Signal()  #: the agent is done with the field, for now

    def __init__(self, field: QLineEdit | QPlainTextEdit) -> None:
        super().__init__(field)
        self._field = field
        self._shown = ""
        self._timer = QTimer(self, interval=KEEP_MS, singleShot=True)
        self._timer.timeout.connect(self.flush)
        field.textChanged.connect(self._typed)
        field.installEventFilter(self)

    @property
    def text(self) -> str:
        """What stands in the field."""
        return self._field.toPlainText() if isinstance(self._field, QPlainTextEdit) else self._field.text()

    @property
    def pending(self) -> bool:
        """Whether something was typed that is not said yet."""
        return self.text != self._shown

    def show_text(self, text: str) -> None:
        """Show what is kept, unless the agent is writing here."""
        if self.pending or (self._field.hasFocus() and self._field.isVisible()):
            return
        self._shown = text
        if isinstance(self._field, QPlainTextEdit):
            self._field.setPlainText(text)
        else:
            self._field.setText(text)
            self._field.setCursorPosition(0)

    def clear(self) -> None:
        """Take the text away, whatever is being written: another week is shown."""
        self._timer.stop()
        self._shown = ""
        self._field.clear()

    def flush(self) -> None:
        """Say now what was typed."""
        self._timer.stop()
        if self.pending:
            self._shown = self.text
            self.kept.emit(self._shown)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep at once what is left behind."""
        if event.type() in {QEvent.Type.FocusOut, QEvent.Type.Hide}:
            self.flush()
            self.left.emit()
        return super().eventFilter(watched, event)

    def _typed(self) -> None:
        if self.pending and not self._timer.isActive():
            self._timer.start()


class OwnLine(QLineEdit):
    """One line of the agent's own words, on an underline."""

    def __init__(self, look: Look, name: str, spoken: str, most: int) -> None:
        """Take the object name, the accessible name and the most letters it takes."""
        super().__init__()
        self._look = look
        self.setObjectName(name)
        self.setAccessibleName(spoken)
        self.setProperty("own", "true")
        self.setMaxLength(most)
        self.keeping = Keeping(self)
        self.setMinimumWidth(4 * look.theme.line_height("own_body"))
        self._dress()
        look.changed.connect(self._dress)

    def _dress(self) -> None:
        # The style sheet gives family and size; figures of the right height come with the font.
        self.setFont(self._look.theme.font("own_body"))


class OwnText(QPlainTextEdit):
    """Some lines of the agent's own words; as high as they need, up to a limit. Tab leaves it."""

    _LEAST, _MOST = 2, 8

    def __init__(self, look: Look, name: str, spoken: str, most: int) -> None:
        """Take the object name, the accessible name and the most letters it takes."""
        super().__init__()
        self._look = look
        self._letters = most
        self.setObjectName(name)
        self.setAccessibleName(spoken)
        self.setProperty("own", "true")
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(OWN_EDGE - 2)  # the frame takes the rest
        self.keeping = Keeping(self)
        self.textChanged.connect(self._limit)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._dress()
        look.changed.connect(self._dress)

    def _dress(self) -> None:
        self.setFont(self._look.theme.font("own_body"))

    def sizeHint(self) -> QSize:
        """Return the height of its lines."""
        lines = max(self._LEAST, min(self._MOST, self._lines()))
        return QSize(200, lines * self.fontMetrics().lineSpacing() + 2 * OWN_EDGE)

    def _lines(self) -> int:
        return round(self.document().size().height())  # a plain text document counts lines, not pixels

    def _fit(self) -> None:
        many = self._lines() > self._MOST
        policy = Qt.ScrollBarPolicy.ScrollBarAsNeeded if many else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.setVerticalScrollBarPolicy(policy)
        self.updateGeometry()

    def _limit(self) -> None:
        text = self.toPlainText()
        if len(text) > self._letters:
            cursor = self.textCursor()
            at = min(cursor.position(), self._letters)
            self.setPlainText(text[: self._letters])
            cursor.setPosition(at)
            self.setTextCursor(cursor)
