"""One choice of several, with a line that says what it means."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QRadioButton, QSizePolicy, QVBoxLayout

from habitcoach.ui.look import Look
from habitcoach.ui.widgets.focus_ring import FocusRings
from habitcoach.ui.widgets.labels import Label
from habitcoach.ui.widgets.laid_out import LaidOut

_DOT = 18
_PAD = 9


class RadioRow(LaidOut, QRadioButton):
    """The whole row is the button."""

    def __init__(self, look: Look, name: str, text: str, line: str) -> None:
        super().__init__()
        self._look = look
        theme = look.theme
        self.setObjectName(name)
        self.setAccessibleName(text)
        self.setAccessibleDescription(line)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(_mute(Label(look, text, "body_strong", wrap=True)))
        words.addWidget(_mute(Label(look, line, "small", "text2", wrap=True)))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, _PAD, 0, _PAD)
        row.setSpacing(0)
        row.addSpacing(_DOT + theme.space(3))
        row.addLayout(words, 1)
        FocusRings(look, self)
        look.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the dot."""
        theme, on = self._look.theme, self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        half = _DOT / 2
        middle = QPointF(self.width() - half if self.isRightToLeft() else half, self._first_line())
        painter.setPen(QPen(theme.color("accent" if on else "line_strong"), 1.5))
        painter.setBrush(theme.color("accent" if on else "card"))
        painter.drawEllipse(middle, half - 0.75, half - 0.75)
        if on:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("on_accent"))
            painter.drawEllipse(middle, half / 3 + 0.5, half / 3 + 0.5)
        painter.end()

    def _first_line(self) -> float:
        theme = self._look.theme
        return _PAD + theme.line_height("body_strong") / 2


def _mute(label: Label) -> Label:
    label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    return label
