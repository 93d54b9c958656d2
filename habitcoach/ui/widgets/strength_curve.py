"""How much a habit happens by itself: the agent's answers from 1 to 7 and the curve through them."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QSizePolicy

from habitcoach.core.automaticity import HIGHEST, LOWEST
from habitcoach.core.habit import Category
from habitcoach.texts.language import ntr, tr
from habitcoach.ui.format import number_text
from habitcoach.ui.look import Look
from habitcoach.ui.widgets.walked_chart import WalkedChart

_PLOT = 96.0  #: from 1 to 7
_TOP = 10.0
_BELOW = 6.0  #: how far the area reaches below 1
_SCALE_WIDTH = 16.0  #: room for the figures of the scale
_ENDING = 10.0  #: room behind the last point
_POINT = 3.5
_POINT_STROKE = 1.5
_LAST_POINT = 4.0
_OTHERS_STROKE = 1.5
_OTHERS_ALPHA = 0.45  #: other habits stand back behind the one that is shown
_WIDTH = 280
_LEVELS = (HIGHEST, (HIGHEST + LOWEST) / 2, LOWEST)

#: Places on the way: how far along, in any unit, and how high, 1 … 7.
Way = tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class CurvePoint:
    """One answer."""

    at: float  #: how far along, in the unit of the curve: kept times, or days
    value: float  #: 1 … 7
    when: str  #: for the reader, "20 March"


@dataclass(frozen=True, slots=True)
class CurveFigure:
    """What a curve shows; every part may be empty."""

    points: tuple[CurvePoint, ...] = ()  #: oldest first
    line: Way = ()  #: the fitted curve, drawn whole; its end is the present
    outlook: Way = ()  #: how it goes on, drawn as dots; it begins where the line ends
    others: tuple[Way, ...] = ()  #: other habits, grey behind it
    begins: str = ""  #: under the first place
    ends: str = ""  #: under the end of the line


def answers_words(points: Sequence[CurvePoint]) -> str:
    """Return what all answers come to."""
    if not points:
        return tr("No answers yet.")
    return ntr(
        "{n} answer from 1 to 7, the last one {last}.",
        "{n} answers from 1 to 7, the last one {last}.",
        len(points),
        last=_value(points[-1].value),
    )


class StrengthCurve(WalkedChart):
    """The curve of one habit. `ground` is the colour it stands on, "page" or "card"."""

    def __init__(self, look: Look, name: str = "strength_curve", *, ground: str = "page") -> None:
        super().__init__(look, name)
        self._ground = ground
        self._figure = CurveFigure()
        self._category = Category.FOCUS
        self._reach = _reach(self._figure)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_marks(answers_words(()), 0)

    def show_curve(self, figure: CurveFigure, category: Category) -> None:
        """Show a habit's answers; the keyboard begins at the last one."""
        self._figure, self._category = figure, category
        self._reach = _reach(figure)
        self.show_marks(answers_words(figure.points), len(figure.points) - 1)

    def count(self) -> int:
        """Return the number of answers."""
        return len(self._figure.points)

    def words(self, at: int) -> str:
        """Return one answer, "20 March: 2 of 7"."""
        point = self._figure.points[at]
        return tr("{when}: {value} of 7", when=point.when, value=_value(point.value))

    def place(self, at: int) -> QRectF:
        """Return the box around an answer's point."""
        point = self._figure.points[at]
        middle = self._spot(point.at, point.value)
        return QRectF(middle.x() - _POINT, middle.y() - _POINT, 2 * _POINT, 2 * _POINT)

    def sizeHint(self) -> QSize:
        """Ask for the plot and a line of words below."""
        label = self.look.theme.line_height("caption") + self.look.theme.space(1)
        return QSize(_WIDTH, round(_TOP + _PLOT + _BELOW + label))

    # ---- where things are

    def _spot(self, along: float, value: float) -> QPointF:
        first, last = self._reach
        share = (along - first) / (last - first)
        x = _SCALE_WIDTH + share * (self.width() - _SCALE_WIDTH - _ENDING)
        y = _TOP + (HIGHEST - value) / (HIGHEST - LOWEST) * _PLOT
        return QPointF(self.width() - x if self.mirrored else x, y)

    # ---- painting

    def draw(self, painter: QPainter) -> None:
        """Paint scale, area, curves and points."""
        theme = self.look.theme
        self._scale(painter)
        stroke = theme.chart("curve_stroke")
        painter.setBrush(Qt.BrushStyle.NoBrush)
        grey = theme.color("line_strong")
        grey.setAlphaF(_OTHERS_ALPHA)
        for way in self._figure.others:
            painter.setPen(QPen(grey, _OTHERS_STROKE))
            painter.drawPath(self._eased(way))
        color = theme.category(self._category).fg
        self._area(painter, color)
        pen = QPen(color, stroke, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawPath(self._straight(self._figure.line))
        pen.setDashPattern([0.1, 2.2])
        painter.setPen(pen)
        painter.drawPath(self._straight(self._figure.outlook))
        self._points(painter, color)
        self._along(painter)

    def _scale(self, painter: QPainter) -> None:
        theme = self.look.theme
        line = theme.line_height("caption")
        painter.setFont(theme.font("caption"))
        for level in _LEVELS:
            y = self._spot(0, level).y()
            painter.setPen(theme.color("text2"))
            box = self._flip(QRectF(0, y - line / 2, _SCALE_WIDTH, line))
            painter.drawText(box, self.leading, _value(level))
            painter.setPen(QPen(theme.color("line"), theme.border("hairline")))
            begin, end = (0.0, _SCALE_WIDTH) if self.mirrored else (_SCALE_WIDTH, 0.0)
            painter.drawLine(QPointF(begin, y), QPointF(self.width() - end, y))
        painter.setPen(theme.color("text2"))
        room = self.width() - _SCALE_WIDTH - theme.space(1)
        top = self._flip(QRectF(_SCALE_WIDTH + theme.space(1), _TOP + 2, room, line))
        painter.drawText(top, self.leading, tr("by itself"))
        low = self._flip(QRectF(_SCALE_WIDTH, _TOP + _PLOT - line - 2, self.width() - _SCALE_WIDTH, line))
        painter.drawText(low, self.trailing, tr("not yet"))

    def _area(self, painter: QPainter, color: QColor) -> None:
        way = self._figure.line
        if len(way) <= 1:
            return
        floor = _TOP + _PLOT + _BELOW
        path = self._straight(way)
        path.lineTo(self._spot(*way[-1]).x(), floor)
        path.lineTo(self._spot(*way[0]).x(), floor)
        path.closeSubpath()
        fill = QColor(color)
        fill.setAlphaF(self.look.theme.chart("curve_area_alpha"))
        painter.fillPath(path, fill)

    def _points(self, painter: QPainter, color: QColor) -> None:
        stroke = self.look.theme.chart("curve_stroke")
        painter.setPen(QPen(color, _POINT_STROKE))
        painter.setBrush(self.look.theme.color(self._ground))
        for point in self._figure.points:
            painter.drawEllipse(self._spot(point.at, point.value), _POINT, _POINT)
        if self._figure.line:
            # Its rim keeps it apart from an answer that lies below it.
            painter.setPen(QPen(self.look.theme.color(self._ground), stroke))
            painter.setBrush(color)
            side = _LAST_POINT + stroke / 2
            painter.drawEllipse(self._spot(*self._figure.line[-1]), side, side)

    def _along(self, painter: QPainter) -> None:
        """Write what the first place and the end of the line are."""
        theme, figure = self.look.theme, self._figure
        painter.setFont(theme.font("caption"))
        painter.setPen(theme.color("text2"))
        line = theme.line_height("caption")
        top = _TOP + _PLOT + _BELOW + theme.space(1)
        first = self._flip(QRectF(_SCALE_WIDTH, top, self.width() / 2, line))
        painter.drawText(first, self.leading, figure.begins)
        if not figure.line:
            return
        wide = painter.fontMetrics().horizontalAdvance(figure.ends) + 1.0
        end = QRectF(self._spot(*figure.line[-1]).x() - wide / 2, top, wide, line)
        end.moveLeft(max(0.0, min(end.left(), self.width() - wide)))
        begun = QRectF(painter.fontMetrics().boundingRect(first.toRect(), self.leading, figure.begins))
        if not end.intersects(begun):
            painter.drawText(end, Qt.AlignmentFlag.AlignCenter, figure.ends)

    def _straight(self, way: Way) -> QPainterPath:
        path = QPainterPath()
        for number, (along, value) in enumerate(way):
            spot = self._spot(along, value)
            path.lineTo(spot) if number else path.moveTo(spot)
        return path

    def _eased(self, way: Way) -> QPainterPath:
        """Return a line through answers that lies flat at each of them."""
        path = QPainterPath()
        for number, (along, value) in enumerate(way):
            spot = self._spot(along, value)
            if not number:
                path.moveTo(spot)
                continue
            middle = (path.currentPosition().x() + spot.x()) / 2
            path.cubicTo(QPointF(middle, path.currentPosition().y()), QPointF(middle, spot.y()), spot)
        return path

    def _flip(self, box: QRectF) -> QRectF:
        if self.mirrored:
            box.moveRight(self.width() - box.left())
        return box


def _value(value: float) -> str:
    """Return a whole answer as "5", the mean of several statements as "4.25"."""
    return number_text(round(value)) if value == round(value) else f"{value:.2g}"


def _reach(figure: CurveFigure) -> tuple[float, float]:
    """Return the first and the last place along."""
    along = [one.at for one in figure.points]
    along += [x for way in (figure.line, figure.outlook, *figure.others) for x, _ in way]
    first, last = min(along, default=0.0), max(along, default=1.0)
    return first, last if last > first else first + 1
