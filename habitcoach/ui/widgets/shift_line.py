"""The shift as a line: where it stands, what is done, waiting and still to come."""

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from itertools import pairwise

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from habitcoach.coaching.views import OccasionState, ShiftView
from habitcoach.texts.language import tr
from habitcoach.ui.format import hour_text, time_text
from habitcoach.ui.look import Look
from habitcoach.ui.waiting import Waiting, state_of
from habitcoach.ui.widgets.marks import MARK_OF, Mark, paint_mark, square

_PILL_HEIGHT = 16
_LINE_Y = 26
_LABEL_TOP = 36
_HEIGHT = 52
_HALO = 2.0
_SPECK = 5.0  #: less of the line than this between two marks is no line any more
_DOT = 1.75  #: of a break
_DOT_PITCH = 4.0
_NO_LENGTH = 0.01  #: of a dash: its round ends make the dot; Qt leaves out a dash without any
_WAITING_LARGER = 1.1  #: a diamond fills less of its square than a disc
_BARE = frozenset({Mark.DIAMOND, Mark.HELD})  #: without a halo
_TIP = 2.0  #: how far a diamond goes beyond its square
_LABEL_GAP = 8.0
_OUTSIDE = timedelta(minutes=30)  #: cues around a shift may lie so far outside it


def hours_within(start: datetime, end: datetime) -> list[datetime]:
    """Return the full wall-clock hours strictly between two aware instants, in the zone of `start`."""
    zone = start.tzinfo
    upper = end.astimezone(UTC)
    at = start.astimezone(UTC) + timedelta(minutes=60 - start.minute)
    found = []
    while at < upper:
        found.append(at.astimezone(zone))
        at += timedelta(hours=1)
    return found


def place_of(one: Waiting) -> datetime:
    """Return the instant at which an occasion stands on the line: a snoozed one where it comes back."""
    if state_of(one) is OccasionState.SNOOZED and one.snoozed_until is not None:
        return one.snoozed_until
    return one.due_at


def marks_of(occasions: Iterable[Waiting]) -> tuple[tuple[datetime, OccasionState], ...]:
    """Return where marks stand and how, from the lowest up; what looks alike at one place is one mark.

    What waits is never hidden under what is done or still to come.
    """
    placed = [(place_of(one), state_of(one)) for one in occasions]
    placed.sort(key=lambda mark: mark[1] is OccasionState.DUE)
    # By the instant: on the night that has an hour twice, one wall time is two places.
    alike = {(place.timestamp(), state): (place, state) for place, state in reversed(placed)}
    return tuple(reversed(alike.values()))


def spoken(shift: ShiftView, occasions: Iterable[Waiting], now: datetime) -> str:
    """Return what the line says to a screen reader."""
    states = [state_of(one) for one in occasions]
    start, end = time_text(shift.start), time_text(shift.end)
    if shift.name:
        words = tr(
            "{name}, {start} to {end}, now {now}.", name=shift.name, start=start, end=end, now=time_text(now)
        )
    else:
        words = tr("Shift, {start} to {end}, now {now}.", start=start, end=end, now=time_text(now))
    done = sum(state is OccasionState.DONE for state in states)
    waiting = sum(state is OccasionState.DUE for state in states)
    later = sum(state in {OccasionState.LATER, OccasionState.SNOOZED} for state in states)
    return (
        words
        + " "
        + tr("{done} done, {waiting} waiting, {later} later.", done=done, waiting=waiting, later=later)
    )


class ShiftLine(QWidget):
    """A painted line over one shift. It takes no input; its accessible name says what it shows."""

    spoken_role = QAccessible.Role.Graphic

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._shift: ShiftView | None = None
        self._marks: tuple[tuple[datetime, OccasionState], ...] = ()
        self._now: datetime | None = None
        self.setObjectName("shift_line")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.updateGeometry)
        look.changed.connect(self.update)

    def show_shift(self, shift: ShiftView, occasions: Sequence[Waiting], now: datetime) -> None:
        """Show a shift with the occasions and promises of its work date; all instants in the agent's zone."""
        self._shift, self._marks, self._now = shift, marks_of(occasions), now
        self.setAccessibleName(spoken(shift, occasions, now))
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for one line with a pill above and hours below."""
        return QSize(320, round(_HEIGHT * self._look.theme.text_scale))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint line, breaks, hours, marks and the pill for now."""
        if self._shift is None or self._now is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        marks = [(place, state) for place, state in self._marks if self._near(self._shift, place)]
        first = min([self._shift.start, *(place for place, _ in marks)], key=datetime.timestamp)
        last = max([self._shift.end, *(place for place, _ in marks)], key=datetime.timestamp)
        scale = _Scale(first, last, self.width(), self._look.theme.chart("shift_mark") / 2)
        self._paint_line(painter, scale, self._shift, self._now)
        self._paint_hours(painter, scale, self._shift)
        self._paint_marks(painter, scale, marks)
        if self._shift.start.timestamp() <= self._now.timestamp() <= self._shift.end.timestamp():
            self._paint_now(painter, scale, self._now)
        painter.end()

    @staticmethod
    def _near(shift: ShiftView, when: datetime) -> bool:
        at, out = when.timestamp(), _OUTSIDE.total_seconds()
        return shift.start.timestamp() - out <= at <= shift.end.timestamp() + out

    def _paint_line(self, painter: QPainter, scale: "_Scale", shift: ShiftView, now: datetime) -> None:
        theme = self._look.theme
        height = theme.chart("shift_line")
        edges = [shift.start, *(edge for one in shift.breaks for edge in one), shift.end]
        passed = scale.x(now)
        for number, (begin, end) in enumerate(pairwise(edges)):
            # The line reaches the edges; only the marks keep clear of them.
            left = 0.0 if scale.x(begin) <= scale.margin else scale.x(begin)
            right = self.width() if scale.x(end) >= self.width() - scale.margin else scale.x(end)
            if number % 2:
                self._dots(painter, left, right)
                continue
            painter.fillRect(QRectF(left, _LINE_Y - height / 2, right - left, height), theme.color("sunken"))
            done = min(right, passed) - left
            if done > 0:
                painter.fillRect(QRectF(left, _LINE_Y - height / 2, done, height), theme.color("accent"))

    def _dots(self, painter: QPainter, left: float, right: float) -> None:
        pen = QPen(self._look.theme.color("line_strong"), _DOT)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setDashPattern([_NO_LENGTH, _DOT_PITCH / _DOT])
        painter.setPen(pen)
        painter.drawLine(QLineF(left + _DOT_PITCH, _LINE_Y, right - _DOT_PITCH, _LINE_Y))

    def _paint_hours(self, painter: QPainter, scale: "_Scale", shift: ShiftView) -> None:
        theme = self._look.theme
        font = theme.font("caption")
        painter.setFont(font)
        metrics = QFontMetricsF(font)
        taken: list[QRectF] = []
        ends = ((shift.start, time_text(shift.start)), (shift.end, time_text(shift.end)))
        hours = [(hour, hour_text(hour)) for hour in hours_within(shift.start, shift.end)]
        for when, text in (*ends, *hours):
            width = metrics.horizontalAdvance(text) + 1
            left = min(max(0.0, scale.x(when) - width / 2), self.width() - width)
            box = QRectF(left, _LABEL_TOP * theme.text_scale, width, metrics.height())
            roomy = box.adjusted(-_LABEL_GAP, 0, _LABEL_GAP, 0)
            if any(roomy.intersects(other) for other in taken):
                continue
            taken.append(box)
            painter.setPen(theme.color("text3"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
            if when.hour == 0 and when.minute == 0 and when is not shift.start:
                painter.fillRect(QRectF(scale.x(when) - 0.5, _LINE_Y - 8, 1.5, 16), theme.color("text3"))

    def _paint_marks(
        self, painter: QPainter, scale: "_Scale", marks: Sequence[tuple[datetime, OccasionState]]
    ) -> None:
        theme = self._look.theme
        size = theme.chart("shift_mark")
        ground = theme.color("page")
        discs = sorted(scale.x(place) for place, state in marks if MARK_OF[state] not in _BARE)
        for left, right in pairwise(discs):
            if right - left < size + 2 * _HALO + _SPECK:
                painter.fillRect(QRectF(left, _LINE_Y - size / 2, right - left, size), ground)
        for place, state in marks:
            at = QPointF(scale.x(place), _LINE_Y)
            mark = MARK_OF[state]
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ground)
            if mark in _BARE:
                self._paint_bare(painter, mark, at.x(), size * _WAITING_LARGER)
                continue
            painter.drawEllipse(at, size / 2 + _HALO, size / 2 + _HALO)
            paint_mark(painter, theme, mark, square(at, size))

    def _paint_bare(self, painter: QPainter, mark: Mark, at: float, size: float) -> None:
        """Paint a mark without a halo; at an end of the line it stands within, and nothing beside it."""
        theme = self._look.theme
        reach = size / 2 + _TIP
        x = min(max(at, reach), self.width() - reach)
        if x != at:
            beside = QRectF(0 if x > at else x, _LINE_Y - size / 2, reach, size)
            painter.fillRect(beside, theme.color("page"))
        paint_mark(painter, theme, mark, square(QPointF(x, _LINE_Y), size))

    def _paint_now(self, painter: QPainter, scale: "_Scale", now: datetime) -> None:
        theme = self._look.theme
        font = theme.font("caption")
        font.setWeight(font.Weight.DemiBold)
        painter.setFont(font)
        text = time_text(now)
        width = QFontMetricsF(font).horizontalAdvance(text) + 12
        x = scale.x(now)
        left = min(max(0.0, x - width / 2), self.width() - width)
        painter.fillRect(QRectF(x - 1, _PILL_HEIGHT, 2, _LINE_Y - _PILL_HEIGHT + 10), theme.color("text"))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("text"))
        pill = QRectF(left, 0, width, _PILL_HEIGHT)
        painter.drawRoundedRect(pill, _PILL_HEIGHT / 2, _PILL_HEIGHT / 2)
        painter.setPen(QColor(theme.color("page")))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, text)


class _Scale:
    """Instants to pixels, with room for a mark at both ends."""

    def __init__(self, first: datetime, last: datetime, width: int, margin: float) -> None:
        self._first = first.timestamp()
        self._span = max(1.0, last.timestamp() - self._first)
        self._width, self.margin = width - 2 * margin, margin

    def x(self, when: datetime) -> float:
        """Return the place of an instant, kept within the line."""
        share = (when.timestamp() - self._first) / self._span
        return self.margin + self._width * min(1.0, max(0.0, share))
