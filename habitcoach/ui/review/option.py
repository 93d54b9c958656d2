"""One of several things to choose from, with a line that says why."""

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QRadioButton, QSizePolicy

from habitcoach.ui.look import Look
from habitcoach.ui.widgets.buttons import button_text
from habitcoach.ui.widgets.focus_ring import FocusRings

_RING = 8.0
_DOT = 4.0


class Option(QRadioButton):
    """A tile with a dot; arrow keys move among the options of one group."""

    def __init__(self, look: Look, name: str, words: str, why: str = "") -> None:
        super().__init__(button_text(words))
        self._look = look
        self._words, self._why = words, why
        self.setObjectName(name)
        self.setAccessibleName(words)
        self.setAccessibleDescription(why)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        FocusRings(look, self)
        look.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Return room for one line, or two."""
        theme = self._look.theme
        lines = theme.line_height("body") + (theme.line_height("small") if self._why else 0)
        return QSize(theme.size("column_right"), max(theme.size("choice_tile"), lines + theme.space(4)))

    def hitButton(self, pos: QPoint) -> bool:
        """Take presses anywhere on the tile."""
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint tile, dot and words."""
        theme = self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        wide = theme.border("selected" if on else "control")
        painter.setPen(QPen(theme.color("accent" if on else "line"), wide))
        painter.setBrush(theme.color("hover" if self.underMouse() else "card"))
        inset, radius = wide / 2, theme.radius("choice")
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), radius, radius)
        edge = theme.space(3)
        rtl = self.isRightToLeft()
        middle = QPointF(edge + _RING, self.height() / 2)
        if rtl:
            middle.setX(self.width() - middle.x())
        painter.setPen(QPen(theme.color("accent" if on else "line_strong"), 1.5))
        painter.setBrush(theme.color("card"))
        painter.drawEllipse(middle, _RING, _RING)
        if on:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent"))
            painter.drawEllipse(middle, _DOT, _DOT)
        self._paint_words(painter)
        painter.end()

    def _paint_words(self, painter: QPainter) -> None:
        theme = self._look.theme
        edge = theme.space(3)
        left = edge + 2 * _RING + edge
        first = theme.line_height("body")
        second = theme.line_height("small") if self._why else 0
        top = (self.height() - first - second) / 2
        for text, style, tone, y, high in (
            (self._words, "body_medium", "text", top, first),
            (self._why, "small", "text2", top + first, second),
        ):
            painter.setFont(theme.font(style))
            painter.setPen(theme.color(tone))
            box = QRectF(left, y, self.width() - left - edge, high)
            if self.isRightToLeft():
                box.moveLeft(edge)
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, round(box.width()))
            flags = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(box, flags, shown)
