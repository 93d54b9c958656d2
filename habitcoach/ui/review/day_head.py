"""The days over the ribbons, with a diamond under the best one."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from habitcoach.ui.look import Look
from habitcoach.ui.review.ribbon_shape import DayScale

_DIAMOND = 4.5
_BELOW = 7  #: room for the diamond


@dataclass(frozen=True, slots=True)
class HeadDay:
    """One day."""

    label: str
    off: bool = False  #: nothing was due on it
    best: bool = False  #: more was done than ever before


class DayHead(QWidget):
    """The seven days, where the ribbons have them."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._days: tuple[HeadDay, ...] = ()
        self._scale = DayScale(0, 1)
        self.setObjectName("ribbon_days")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)
        look.changed.connect(self.update)

    def show_days(self, days: Sequence[HeadDay]) -> None:
        """Show a week."""
        self._days = tuple(days)
        self.setAccessibleName(" ".join(one.label for one in days))
        self.update()

    def show_scale(self, scale: DayScale) -> None:
        """Set the days where the ribbons have them."""
        self._scale = scale
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Return the width of the days."""
        return QSize(round(self._scale.width), self._look.theme.line_height("heading") + _BELOW)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the days."""
        theme = self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = theme.line_height("heading")
        for number, one in enumerate(self._days):
            middle = self._scale.middle(number)
            if self.isRightToLeft():
                middle = self.width() - middle
            painter.setFont(theme.font("body_strong" if one.best else "body"))
            painter.setPen(theme.color("text" if one.best else "text3" if one.off else "text2"))
            box = QRectF(middle - self._scale.day / 2, 0, self._scale.day, line)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, one.label)
            if one.best:
                at = QPointF(middle, line + _BELOW - _DIAMOND)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.color("reward"))
                corners = ((0, -_DIAMOND), (_DIAMOND, 0), (0, _DIAMOND), (-_DIAMOND, 0))
                painter.drawPolygon(QPolygonF([at + QPointF(x, y) for x, y in corners]))
        painter.end()
