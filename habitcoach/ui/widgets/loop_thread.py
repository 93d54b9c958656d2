"""The rail of a habit's loop: cue, routine and reward, always hollow dot, filled dot and diamond."""

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QLineF, QPointF, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from habitcoach.ui.look import Look


class Step(StrEnum):
    """What stands in the rail beside a row."""

    CUE = "cue"  #: hollow dot
    ROUTINE = "routine"  #: filled dot
    REWARD = "reward"  #: diamond
    PLAIN = "plain"  #: nothing; the thread runs past


_HALF = {Step.CUE: 5.0, Step.ROUTINE: 4.0, Step.REWARD: 5.0, Step.PLAIN: 0.0}
_CLEAR = 4.0  # between thread and mark


@dataclass(frozen=True, slots=True)
class _Row:
    step: Step
    widget: QWidget
    line: float  #: height of the widget's first line at normal text size; the mark is centred on it
    tile: QWidget | None


class LoopThread(QWidget):
    """Rows of a loop beside a rail that ties them together. `gap` is the space above a row.

    The rail is as wide as a glyph tile, or `rail` px where no tile stands in it.
    """

    def __init__(self, look: Look, rail: int | None = None) -> None:
        super().__init__()
        self._look = look
        self._rail = look.theme.size("glyph_tile") if rail is None else rail
        self._rows: list[_Row] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        look.changed.connect(self.update)

    def add(self, step: Step, widget: QWidget, *, line: int, gap: int = 0) -> None:
        """Add a row whose first line of text is `line` px high."""
        self._add(_Row(step, widget, line / self._look.theme.text_scale, None), gap)

    def add_tile(self, tile: QWidget, widget: QWidget) -> None:
        """Add a first row that carries a tile in the rail."""
        self._add(_Row(Step.PLAIN, widget, tile.sizeHint().height(), tile), 0)

    def _add(self, row: _Row, gap: int) -> None:
        theme = self._look.theme
        self._layout.addSpacing(gap)
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(theme.space(3))
        if row.tile is None:
            line.addSpacing(self._rail + theme.space(3))
        else:
            line.addWidget(row.tile, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(row.widget, 1)
        self._layout.addLayout(line)
        self._rows.append(row)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the thread and the marks."""
        theme = self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        across = self._rail / 2
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            across = self.width() - across
        ended: float | None = None
        for row in self._rows:
            if row.step is Step.PLAIN and row.tile is None:
                continue
            top, bottom = self._extent(row)
            if ended is not None and top - ended > 2 * _CLEAR:
                painter.setPen(QPen(theme.color("line"), 1.5))
                painter.drawLine(QLineF(across, ended + _CLEAR, across, top - _CLEAR))
            self._mark(painter, row.step, QPointF(across, (top + bottom) / 2))
            ended = bottom
        painter.end()

    def _extent(self, row: _Row) -> tuple[float, float]:
        if row.tile is not None:
            box: QRect = row.tile.geometry()
            return float(box.top()), float(box.bottom() + 1)
        middle = row.widget.geometry().top() + round(row.line * self._look.theme.text_scale) / 2
        return middle - _HALF[row.step], middle + _HALF[row.step]

    def _mark(self, painter: QPainter, step: Step, at: QPointF) -> None:
        theme, half = self._look.theme, _HALF[step]
        painter.setPen(Qt.PenStyle.NoPen)
        match step:
            case Step.CUE:
                painter.setPen(QPen(theme.color("line_strong"), 1.5))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawEllipse(at, half - 0.75, half - 0.75)
            case Step.ROUTINE:
                painter.setBrush(theme.color("accent"))
                painter.drawEllipse(at, half, half)
            case Step.REWARD:
                painter.setBrush(theme.color("reward"))
                painter.drawPolygon(diamond(at, half))
            case Step.PLAIN:
                pass


def diamond(at: QPointF, half: float) -> QPolygonF:
    """Return the reward's mark around a point."""
    x, y = at.x(), at.y()
    corners = (QPointF(x, y - half), QPointF(x + half, y), QPointF(x, y + half), QPointF(x - half, y))
    return QPolygonF(list(corners))
