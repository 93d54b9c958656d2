"""A name with the letters that found it set off: coloured and underlined."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QTextCharFormat, QTextLayout, QTextLine, QTextOption
from PySide6.QtWidgets import QSizePolicy, QStyle

from habitcoach.ui.look import Look
from habitcoach.ui.widgets.labels import ElidedLabel

_UNDERLINE = 2


class MatchLabel(ElidedLabel):
    """One line; the letters in `span` are those that were typed."""

    def __init__(self, look: Look, text: str, span: tuple[int, int] | None) -> None:
        super().__init__(look, text, "body_strong")
        self._span = span
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the height of a line of its style."""
        return QSize(super().sizeHint().width(), self._look.theme.line_height("body_strong"))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the name, whichever way it is read."""
        shown = self.shown_text()
        if self._span is None or shown != self.text() or not shown:
            super().paintEvent(event)
            return
        theme = self._look.theme
        start, end = self._span
        layout = QTextLayout(shown, self.font())
        # Where the bar is mirrored every name begins at its right, whichever way it is written.
        side = QStyle.visualAlignment(self.layoutDirection(), self.alignment())
        absolute = side & Qt.AlignmentFlag.AlignHorizontal_Mask | Qt.AlignmentFlag.AlignAbsolute
        option = QTextOption(absolute)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        option.setWrapMode(QTextOption.WrapMode.NoWrap)
        layout.setTextOption(option)
        found = QTextLayout.FormatRange()
        found.start, found.length = _units(shown[:start]), _units(shown[start:end])
        colored = QTextCharFormat()
        colored.setForeground(theme.color("accent_text"))
        found.format = colored
        layout.setFormats([found])
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(self.width())
        layout.endLayout()
        top = (self.height() - line.height()) / 2
        painter = QPainter(self)
        painter.setPen(theme.color("text"))
        layout.draw(painter, QPointF(0, top))
        left, right = _x(line, found.start), _x(line, found.start + found.length)
        base = top + line.ascent() + _UNDERLINE
        box = QRectF(min(left, right), base, abs(right - left), _UNDERLINE)
        painter.fillRect(box, theme.color("accent"))
        painter.end()


def _x(line: QTextLine, place: int) -> float:
    """Return where a cursor stands; Qt gives the place it found with it."""
    found = line.cursorToX(place)
    x = found[0] if isinstance(found, tuple) else found
    return x if isinstance(x, float) else 0.0


def _units(text: str) -> int:
    """Return how long a text is for Qt, which counts some characters twice."""
    return len(text.encode("utf-16-le")) // 2
