"""What was done on each shift of a week, held against the shift before it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy

from habitcoach.texts.language import tr
from habitcoach.ui.format import number_text
from habitcoach.ui.look import Look
from habitcoach.ui.widgets.walked_chart import WalkedChart

_ABOVE = 26.0  #: room over the highest bar, for the diamond and the words of the line
_PLOT = 96.0
_LABEL_GAP = 8.0
_OVERHANG = 7.0  #: by which the line of the day before is wider than the bar
_LINE = 2.0
_DIAMOND = 4.5
_DIAMOND_GAP = 11.0
_LEAST = 16.0  #: a bar with anything in it has room for its figure
_WIDTH = 280


@dataclass(frozen=True, slots=True)
class Bar:
    """One shift."""

    label: str  #: "Mon"
    day: str  #: "Monday", for the words
    count: int  #: occasions done
    before: int | None  #: those of the shift before; None where the two are not alike

    @property
    def passed(self) -> bool:
        """Whether it went beyond the shift before."""
        return self.before is not None and self.count > self.before


class HighPointBars(WalkedChart):
    """A bar for each shift; the line across it is the shift before, what is beyond that is marigold."""

    def __init__(self, look: Look, name: str = "high_point_bars") -> None:
        super().__init__(look, name)
        self._bars: tuple[Bar, ...] = ()
        self._best_before = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_bars(self, bars: Sequence[Bar], best_before: int) -> None:
        """Show a week's shifts, and the best count before this week; 0 when there is none."""
        self._bars, self._best_before = tuple(bars), best_before
        words = [self.words(at) for at in range(len(bars))]
        if best_before:
            words.append(tr("The best before this week was {count}.", count=number_text(best_before)))
        self.show_marks(" ".join(words), self.at)

    def count(self) -> int:
        """Return the number of shifts."""
        return len(self._bars)

    def words(self, at: int) -> str:
        """Return one shift, "Monday 7, the shift before 6."."""
        bar = self._bars[at]
        count = number_text(bar.count)
        if bar.before is None:
            return tr("{day} {count}.", day=bar.day, count=count)
        return tr(
            "{day} {count}, the shift before {before}.",
            day=bar.day,
            count=count,
            before=number_text(bar.before),
        )

    def _name(self) -> None:
        # A week is short enough to be said as a whole.
        self.setAccessibleName(self._whole)
        self.setAccessibleDescription(self.words(self.at) if self.count() else "")

    def place(self, at: int) -> QRectF:
        """Return the box of a bar; of one without anything done, the room for a low one."""
        wide = self.look.theme.chart("bar_width")
        high = max(_LEAST, self._height(self._bars[at].count))
        return QRectF(self._middle(at) - wide / 2, self._floor() - high, wide, high)

    def sizeHint(self) -> QSize:
        """Ask for the bars and a line of days below."""
        line = self.look.theme.line_height("small")
        return QSize(_WIDTH, round(_ABOVE + _PLOT + _LABEL_GAP + line))

    # ---- where things are

    def _floor(self) -> float:
        return _ABOVE + _PLOT

    def _middle(self, at: int) -> float:
        wide = self.width() / max(1, self.count())
        x = (at + 0.5) * wide
        return self.width() - x if self.mirrored else x

    def _height(self, count: int) -> float:
        counts = [one for bar in self._bars for one in (bar.count, bar.before or 0)]
        return _PLOT * count / max(1, self._best_before, *counts)

    # ---- painting

    def draw(self, painter: QPainter) -> None:
        """Paint the best before, the bars and their days."""
        if self._best_before:
            self._paint_best(painter)
        best = max((bar.count for bar in self._bars), default=0)
        for at, bar in enumerate(self._bars):
            record = bar.count == best and best > self._best_before > 0
            self._paint_bar(painter, at, bar)
            self._paint_day(painter, at, bar, bold=record)
            if record:
                self._paint_diamond(painter, at, bar)

    def _paint_best(self, painter: QPainter) -> None:
        theme = self.look.theme
        y = self._floor() - self._height(self._best_before)
        pen = QPen(theme.color("line_strong"), theme.border("hairline"))
        pen.setDashPattern([1, 4])
        painter.setPen(pen)
        painter.drawLine(QLineF(0, y, self.width(), y))
        words = tr("best before this week, {count}", count=number_text(self._best_before))
        painter.setFont(theme.font("caption"))
        line = theme.line_height("caption")
        box = QRectF(0, y - line - 2, QFontMetricsF(painter.font()).horizontalAdvance(words) + 2, line)
        painter.setPen(theme.color("text2"))
        for left in (0.0, self.width() - box.width()):
            box.moveLeft(left)
            if not any(self._reach(at).intersects(box) for at in range(self.count())):
                painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
                return

    def _reach(self, at: int) -> QRectF:
        """Return what a bar and the line across it take up."""
        bar = self._bars[at]
        wide = self.look.theme.chart("bar_width") + 2 * _OVERHANG
        high = self._height(max(bar.count, bar.before or 0)) + _LINE
        return QRectF(self._middle(at) - wide / 2, self._floor() - high, wide, high)

    def _paint_bar(self, painter: QPainter, at: int, bar: Bar) -> None:
        theme = self.look.theme
        wide, radius, floor = theme.chart("bar_width"), theme.chart("bar_radius"), self._floor()
        left, high = self._middle(at) - wide / 2, self._height(bar.count)
        painter.setPen(Qt.PenStyle.NoPen)
        if bar.count:
            before = self._height(bar.before or 0) if bar.passed else high
            shape = _rounded_top(QRectF(left, floor - high, wide, high), radius)
            painter.fillPath(shape, theme.color("reward" if bar.passed else "accent"))
            if bar.passed:
                painter.fillRect(QRectF(left, floor - before, wide, before), theme.color("accent"))
        if bar.before is not None:
            y = floor - self._height(bar.before)
            pen = QPen(theme.color("text"), _LINE)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            painter.setPen(pen)
            painter.drawLine(QLineF(left - _OVERHANG, y, left + wide + _OVERHANG, y))
        self._paint_figure(painter, bar, QRectF(left, floor - 2 * _LEAST, wide, 2 * _LEAST))

    def _paint_figure(self, painter: QPainter, bar: Bar, box: QRectF) -> None:
        theme = self.look.theme
        line = theme.line_height("body_strong")
        painter.setFont(theme.font("body_strong"))
        painter.setPen(self._figure_color(bar, line))
        figure = QRectF(box.left(), self._floor() - line - theme.space(1), box.width(), line)
        painter.drawText(figure, Qt.AlignmentFlag.AlignCenter, number_text(bar.count))

    def _figure_color(self, bar: Bar, line: int) -> QColor:
        """Return a colour that is read on what the figure stands on: teal, marigold or the card."""
        theme = self.look.theme
        needs = line + theme.space(1)
        if self._height(bar.count) < needs:
            return theme.color("text")
        teal = self._height(bar.before or 0) if bar.passed else self._height(bar.count)
        return theme.color("on_accent" if teal >= needs else "on_reward")

    def _paint_day(self, painter: QPainter, at: int, bar: Bar, *, bold: bool) -> None:
        theme = self.look.theme
        font = theme.font("small")
        if bold:
            font.setWeight(font.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(theme.color("text" if bold else "text2"))
        wide = QFontMetricsF(font).horizontalAdvance(bar.label) + 2
        line = theme.line_height("small")
        box = QRectF(self._middle(at) - wide / 2, self._floor() + _LABEL_GAP, wide, line)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, bar.label)

    def _paint_diamond(self, painter: QPainter, at: int, bar: Bar) -> None:
        middle = QPointF(self._middle(at), self._floor() - self._height(bar.count) - _DIAMOND_GAP)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self.look.theme.color("reward"))
        corners = ((0, -_DIAMOND), (_DIAMOND, 0), (0, _DIAMOND), (-_DIAMOND, 0))
        painter.drawPolygon(QPolygonF([middle + QPointF(x, y) for x, y in corners]))


def _rounded_top(box: QRectF, radius: float) -> QPainterPath:
    """Return a box that is round above and square on the floor."""
    radius = min(radius, box.height())
    path = QPainterPath(box.bottomLeft())
    path.lineTo(box.left(), box.top() + radius)
    path.quadTo(box.topLeft(), QPointF(box.left() + radius, box.top()))
    path.lineTo(box.right() - radius, box.top())
    path.quadTo(box.topRight(), QPointF(box.right(), box.top() + radius))
    path.lineTo(box.bottomRight())
    path.closeSubpath()
    return path
