"""What the shapes of the ribbons mean."""

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from habitcoach.coaching.review_views import Mark
from habitcoach.texts.language import tr
from habitcoach.ui.look import Look
from habitcoach.ui.widgets.flow import Flow
from habitcoach.ui.widgets.labels import Label

_WIDE, _HIGH = 20, 16
_KEPT, _PART, _THREAD = 12.0, 6.0, 2.5
_RING = 4.2
_STROKE = 1.6


class _Shape(QWidget):
    """One shape, small and without a habit's colour."""

    def __init__(self, look: Look, mark: Mark) -> None:
        super().__init__()
        self._look, self._mark = look, mark
        narrow = mark is Mark.MISSED
        self.setFixedSize(QSize(_HIGH - 4 if narrow else _WIDE, _HIGH))
        look.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        color = self._look.theme.color("text3")
        middle = QPointF(self.width() / 2, self.height() / 2)
        thick = {Mark.KEPT: _KEPT, Mark.PART: _PART}.get(self._mark)
        if thick is not None:
            box = QRectF(0, middle.y() - thick / 2, self.width(), thick)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color)
            painter.drawRoundedRect(box, 3, 3)
            painter.end()
            return
        if self._mark is not Mark.MISSED:
            painter.setPen(QPen(color, _THREAD))
            painter.drawLine(QLineF(0, middle.y(), self.width(), middle.y()))
        if self._mark is not Mark.OFF:
            painter.setPen(QPen(color, _STROKE))
            painter.setBrush(self._look.theme.color("card"))
            painter.drawEllipse(middle, _RING, _RING)
        if self._mark is Mark.SKIPPED:
            painter.drawLine(QLineF(middle.x() - 2, middle.y(), middle.x() + 2, middle.y()))
        painter.end()


class Legend(Flow):
    """Kept, part, skipped, day off, missed. The words of each ribbon say the same to a screen reader."""

    def __init__(self, look: Look) -> None:
        gap = look.theme.space(1) + 2
        super().__init__(gap + look.theme.space(2) + gap)
        self.setObjectName("ribbon_legend")
        for mark, word in (
            (Mark.KEPT, tr("kept")),
            (Mark.PART, tr("part")),
            (Mark.SKIPPED, tr("skipped")),
            (Mark.OFF, tr("day off")),
            (Mark.MISSED, tr("missed")),
        ):
            pair = QWidget()
            row = QHBoxLayout(pair)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(gap)
            row.addWidget(_Shape(look, mark))
            row.addWidget(Label(look, word, "small", "text2"))
            self.add(pair)
