"""A habit's week as a ribbon: thick where it was kept, a thread where nothing was due, empty where missed."""

from dataclasses import dataclass
from html import escape

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QHelpEvent,
    QLinearGradient,
    QPainter,
    QPen,
    QPolygonF,
    QTransform,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip

from habitcoach.coaching.review_views import Mark
from habitcoach.core.habit import Category
from habitcoach.ui.look import Look
from habitcoach.ui.review.ribbon_shape import DayScale, Run, runs
from habitcoach.ui.widgets.walked_chart import WalkedChart

_RING, _SKIP_RING, _STROKE = 9.5, 11.5, 1.5
_HALO = 2.0
_DASH = 6.0
_TICK = ((-4.2, 0.3), (-1.3, 3.2), (4.2, -2.9))
_CLEAR = 6  #: of a row, above and below what is drawn in it
_DAY_BOX = 30.0  #: height of the frame around the day walked to


@dataclass(frozen=True, slots=True)
class RibbonDay:
    """One day of a ribbon."""

    state: Mark
    spoken: str  #: the day and how it stands, "Monday kept, 18 of 20"
    figure: str = ""  #: stands inside a kept day; a tick where it is empty


@dataclass(frozen=True, slots=True)
class Ribbon:
    """What a ribbon shows and says."""

    category: Category
    days: tuple[RibbonDay, ...]  #: seven, from the first day of the week
    spoken: str  #: the whole week in words
    runs_in: bool = False  #: a streak came in from the week before
    runs_on: bool = False  #: the streak goes on beyond the last judged day


class WeekRibbon(WalkedChart):
    """A painted ribbon, named by the whole week and described by the day walked to."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__(look, name)
        self._ribbon: Ribbon | None = None
        self._scale = DayScale(look.theme.chart("ribbon_fade_in"), look.theme.chart("ribbon_day_width"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.walked.connect(self._say_day)

    def show_ribbon(self, ribbon: Ribbon) -> None:
        """Show a week."""
        self._ribbon = ribbon
        self.show_marks(ribbon.spoken, self.at)

    def show_scale(self, scale: DayScale) -> None:
        """Set the days where the row's header has them."""
        self._scale = scale
        self.updateGeometry()
        self.update()

    def count(self) -> int:
        """Return the number of days."""
        return 0 if self._ribbon is None else len(self._ribbon.days)

    def words(self, at: int) -> str:
        """Return how a day stands."""
        return "" if self._ribbon is None else self._ribbon.days[at].spoken

    def place(self, at: int) -> QRectF:
        """Return the box of a day."""
        middle, half = self._mirrored(self._scale.middle(at)), self._scale.day / 2
        return QRectF(middle - half, (self.height() - _DAY_BOX) / 2, 2 * half, _DAY_BOX)

    def sizeHint(self) -> QSize:
        """Return the width of the days and the height of what is in a row, which is a little higher."""
        return QSize(round(self._scale.width), round(self.look.theme.chart("ribbon_row")) - _CLEAR)

    def minimumSizeHint(self) -> QSize:
        """Return the same: a ribbon is never cut."""
        return self.sizeHint()

    def _name(self) -> None:
        # A week is short enough to be said as a whole.
        self.setAccessibleName(self._whole)
        self.setAccessibleDescription(self.words(self.at) if self.count() else "")

    def event(self, event: QEvent) -> bool:
        """Say a day in words where the pointer rests."""
        if event.type() != QEvent.Type.ToolTip or not isinstance(event, QHelpEvent):
            return super().event(event)
        found = self._scale.day_at(self._mirrored(event.pos().x()))
        if found is None:
            QToolTip.hideText()
        else:
            self._show_words(found, event.globalPos())
        return True

    def _say_day(self, at: int) -> None:
        if self.hasFocus():
            self._show_words(at, self.mapToGlobal(self.place(at).bottomLeft().toPoint()))

    def _show_words(self, at: int, where: QPoint) -> None:
        QToolTip.showText(where, f"<span>{escape(self.words(at))}</span>", self)

    def _mirrored(self, x: float) -> float:
        return self.width() - x if self.mirrored else x

    # ---- painting

    def draw(self, painter: QPainter) -> None:
        """Paint the runs and what stands in them."""
        ribbon = self._ribbon
        if ribbon is None:
            return
        states = [one.state for one in ribbon.days]
        theme = self.look.theme
        for run in runs(states, self._scale, theme, runs_in=ribbon.runs_in, runs_on=ribbon.runs_on):
            self._paint_run(painter, run, theme.category(ribbon.category).fg)
        for number, one in enumerate(ribbon.days):
            self._paint_day(painter, one, self.place(number).center())

    def _bubble(self, painter: QPainter, mark: QRectF, words: str) -> None:
        """Frame the day; its words come as a tool tip, for which a row has no room."""
        del words
        theme = self.look.theme
        width = theme.border("focus_width")
        painter.setPen(QPen(theme.color("focus"), width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        inset = width / 2
        radius = theme.radius("control")
        painter.drawRoundedRect(mark.adjusted(inset, inset, -inset, -inset), radius, radius)

    def _paint_run(self, painter: QPainter, run: Run, color: QColor) -> None:
        turned = QTransform.fromTranslate(0, self.height() / 2)
        if self.mirrored:
            turned = QTransform(-1, 0, 0, 1, self.width(), self.height() / 2)
        clear = QColor(color)
        clear.setAlphaF(0)
        fading = QLinearGradient(self._mirrored(run.start), 0, self._mirrored(run.end), 0)
        length = max(1.0, run.end - run.start)
        fading.setColorAt(0, clear if run.fade_in else color)
        fading.setColorAt(min(1.0, run.fade_in / length), color)
        fading.setColorAt(max(0.0, 1 - run.fade_out / length), color)
        fading.setColorAt(1, clear if run.fade_out else color)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QBrush(fading))
        painter.drawPath(turned.map(run.path))

    def _paint_day(self, painter: QPainter, one: RibbonDay, at: QPointF) -> None:
        theme = self.look.theme
        colors = theme.category(self._ribbon.category if self._ribbon else Category.FOCUS)
        if one.state is Mark.KEPT and one.figure:
            painter.setFont(theme.font("small_strong"))
            painter.setPen(colors.on_fg)
            half = self._scale.day / 2
            box = QRectF(at.x() - half, at.y() - half, 2 * half, 2 * half)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, one.figure)
        elif one.state is Mark.KEPT:
            pen = QPen(colors.on_fg, 1.8)
            pen.setCapStyle(Qt.PenCapStyle.RoundCap)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            painter.drawPolyline(QPolygonF([at + QPointF(x, y) for x, y in _TICK]))
        elif one.state is Mark.MISSED:
            self._paint_ring(painter, at, _RING, theme.color("line_strong"))
        elif one.state in {Mark.SKIPPED, Mark.COVERED}:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("card"))
            reach = _SKIP_RING / 2 + _HALO
            painter.drawEllipse(at, reach, reach)
            self._paint_ring(painter, at, _SKIP_RING, colors.fg)
            if one.state is Mark.SKIPPED:
                painter.drawLine(at - QPointF(_DASH / 2, 0), at + QPointF(_DASH / 2, 0))

    def _paint_ring(self, painter: QPainter, at: QPointF, size: float, color: QColor) -> None:
        painter.setPen(QPen(color, _STROKE))
        painter.setBrush(self.look.theme.color("card"))
        radius = (size - _STROKE) / 2
        painter.drawEllipse(at, radius, radius)
