"""Today's occasions as a ring, with a notch where yesterday ended."""

import math

from PySide6.QtCore import Property, QEasingCurve, QLineF, QPointF, QPropertyAnimation, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from habitcoach.texts.language import tr
from habitcoach.ui.format import number_text
from habitcoach.ui.look import Look
from habitcoach.ui.today_words import passed_high_point

_TOP = 90 * 16  #: Qt counts sixteenths of a degree, anticlockwise from three o'clock
_ROUND = 360 * 16
_CLEAR = 1.0  #: between the end of the notch and the edge


class HighPointRing(QWidget):
    """How many occasions are done of those due. What lies beyond yesterday's count is marigold."""

    spoken_role = QAccessible.Role.Graphic

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._done = self._total = self._yesterday = 0
        self._sweep_share = 1.0
        self._swept = False
        self.setObjectName("high_point_ring")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._animation = QPropertyAnimation(self, b"sweep", self)
        self._animation.setStartValue(0.0)
        self._animation.setEndValue(1.0)
        self._animation.setEasingCurve(QEasingCurve.Type.OutCubic)
        look.changed.connect(self.update)
        self._name()

    def show_count(self, done: int, total: int, yesterday: int) -> None:
        """Show `done` of `total`, and yesterday's count (0: there is none to compare with)."""
        self._done, self._total, self._yesterday = done, total, yesterday
        self._name()
        if not self._swept and done:
            self._swept = True
            self._begin()
        self.update()

    def _begin(self) -> None:
        if self._look.reduced_motion:
            return
        self._animation.setDuration(self._look.theme.motion("ring_sweep"))
        self._animation.start()

    def _name(self) -> None:
        words = tr("{done} of {total} done.", done=self._done, total=self._total)
        if self._yesterday:
            words += " " + tr("Yesterday’s high point {count}.", count=self._yesterday)
        self.setAccessibleName(words)

    def _sweep(self) -> float:
        return self._sweep_share

    def _set_sweep(self, share: float) -> None:
        self._sweep_share = share
        self.update()

    sweep = Property(float, _sweep, _set_sweep)

    def sizeHint(self) -> QSize:
        """Ask for the ring and the notch that reaches over it."""
        theme = self._look.theme
        side = round(theme.chart("ring_size"))
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint track, arc, notch and figure."""
        theme = self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        stroke = theme.chart("ring_stroke")
        radius = theme.chart("ring_size") / 2 - theme.chart("notch_overhang") - _CLEAR - stroke / 2
        middle = QPointF(self.width() / 2, self.height() / 2)
        box = QRectF(middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius)
        painter.setPen(QPen(theme.color("sunken"), stroke))
        painter.drawEllipse(box)
        if self._total:
            share = min(1.0, self._done / self._total) * self._sweep_share
            notch = self._yesterday / self._total
            free = share < 1.0  # else the arc meets itself at the top
            if passed_high_point(self._done, self._yesterday) and share > notch:
                # Side by side: teal under marigold would shine through at its edges.
                self._arc(painter, box, (0.0, notch), theme.color("accent"), round_ends=(free, False))
                self._arc(painter, box, (notch, share), theme.color("reward"), round_ends=(False, free))
            else:
                self._arc(painter, box, (0.0, share), theme.color("accent"), round_ends=(free, free))
            if 0 < notch < 1:
                self._notch(painter, middle, radius, notch)
        self._figure(painter, middle)
        painter.end()

    def _arc(
        self,
        painter: QPainter,
        box: QRectF,
        span: tuple[float, float],
        color: QColor,
        *,
        round_ends: tuple[bool, bool],
    ) -> None:
        """Paint an arc; an end is round where it stands free, flat where it meets the notch or itself."""
        start, end = span
        if end <= start:
            return
        pen = QPen(color, self._look.theme.chart("ring_stroke"))
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawArc(box, round(_TOP - start * _ROUND), round(-(end - start) * _ROUND))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        for is_round, at in zip(round_ends, (start, end), strict=True):
            if is_round:
                painter.drawPoint(self._on(box, at))

    @staticmethod
    def _on(box: QRectF, share: float) -> QPointF:
        """Return the place on the ring that is so far round."""
        angle = math.radians(90 - share * 360)
        return box.center() + QPointF(math.cos(angle), -math.sin(angle)) * (box.width() / 2)

    def _notch(self, painter: QPainter, middle: QPointF, radius: float, share: float) -> None:
        theme = self._look.theme
        reach = theme.chart("ring_stroke") / 2 + theme.chart("notch_overhang")
        angle = math.radians(90 - share * 360)
        way = QPointF(math.cos(angle), -math.sin(angle))
        line = QLineF(middle + way * (radius - reach), middle + way * (radius + reach))
        painter.setPen(QPen(theme.color("card"), theme.chart("notch_width") + 3))
        painter.drawLine(line)
        painter.setPen(QPen(theme.color("text"), theme.chart("notch_width")))
        painter.drawLine(line)

    def _figure(self, painter: QPainter, middle: QPointF) -> None:
        theme = self._look.theme
        figure, small = theme.line_height("figure"), theme.line_height("small")
        top = middle.y() - (figure + small) / 2
        painter.setPen(theme.color("text"))
        painter.setFont(theme.font("figure"))
        row = QRectF(0, top, self.width(), figure)
        painter.drawText(row, Qt.AlignmentFlag.AlignCenter, number_text(self._done))
        painter.setPen(theme.color("text2"))
        painter.setFont(theme.font("small"))
        row = QRectF(0, top + figure, self.width(), small)
        painter.drawText(
            row, Qt.AlignmentFlag.AlignCenter, tr("of {total} done", total=number_text(self._total))
        )
