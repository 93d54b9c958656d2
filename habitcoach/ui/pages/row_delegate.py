"""How a row of Today's lists is painted."""

from dataclasses import dataclass
from datetime import time

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from habitcoach.coaching.views import OccasionView
from habitcoach.ui.day_rows import Row
from habitcoach.ui.format import time_text
from habitcoach.ui.icons import pixmap
from habitcoach.ui.look import Look
from habitcoach.ui.pages.row_model import ROW_ROLE
from habitcoach.ui.widgets.marks import MARK_OF, paint_mark, square

TIME_WIDTH = 52
_AFTER_TIME = 8  # between a long time, such as one with PM, and the glyph
SIGN_WIDTH = 40  # glyph or mark, and the gap before the texts
_LONG_TIME = time(22, 44)
ROW_INSET = 8  #: how far the highlight reaches beyond the text on both sides
ROW_END = 16  #: what ends a row stands in line with what ends the text of a card
_SHORTEST_PHRASE = 48
ICON = 16
_MARK = 15

_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class RowStyle:
    """How the rows of a list look and what they offer."""

    height: str  #: its name in the tokens
    glyphs: bool  #: the habit's glyph, as for what is to come; else the mark of how it ended
    menu: bool  #: whether a row can be answered


COMING = RowStyle("row_later", glyphs=True, menu=True)
PASSED = RowStyle("row_done", glyphs=False, menu=True)
ANSWERED = RowStyle("row_done", glyphs=False, menu=False)


@dataclass(frozen=True, slots=True)
class _Place:
    """The area of a row. All places are reckoned from where the language begins a line, and turned here."""

    area: QRect
    mirrored: bool

    def rect(self, box: QRect) -> QRect:
        """Return where a box is seen."""
        if not self.mirrored:
            return box
        return box.translated(self.area.left() + self.area.right() - box.left() - box.right(), 0)

    def point(self, at: QPointF) -> QPointF:
        """Return where a point is seen."""
        return QPointF(self.area.left() + self.area.right() + 1 - at.x(), at.y()) if self.mirrored else at

    def flags(self, *, ending: bool = False) -> Qt.AlignmentFlag:
        """Return how a text stands that begins, or ends, with its box."""
        right = ending != self.mirrored
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        return Qt.AlignmentFlag.AlignVCenter | side | Qt.AlignmentFlag.AlignAbsolute


class RowDelegate(QStyledItemDelegate):
    """Paints one row: time, glyph or mark, title, phrase, and what stands at the right edge."""

    def __init__(self, look: Look, row_style: RowStyle, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._style = look, row_style

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        """Return the height of a row at the present text size."""
        return QSize(0, row_height(self._look, self._style.height))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint the row."""
        row = index.data(ROW_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # each text reads in its own
        area = QRect(option.rect)
        state = option.state
        over = bool(state & QStyle.StateFlag.State_MouseOver)
        current = bool(state & QStyle.StateFlag.State_HasFocus)
        if over or current:
            self._highlight(painter, area, current=current)
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        left, right = (ROW_INSET + ROW_END, ROW_INSET) if mirrored else (ROW_INSET, ROW_INSET + ROW_END)
        place = _Place(area.adjusted(left, 0, -right, 0), mirrored)
        self._paint_time(painter, place, row)
        self._paint_sign(painter, place, row)
        right = self._paint_edge(painter, place, row, active=(over or current) and self._style.menu)
        self._paint_texts(painter, place, row, right)
        painter.restore()

    def _highlight(self, painter: QPainter, area: QRect, *, current: bool) -> None:
        theme = self._look.theme
        ring = theme.border("focus_width")
        painter.setPen(QPen(theme.color("focus"), ring) if current else Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("hover"))
        radius = theme.radius("control")
        painter.drawRoundedRect(QRectF(area).adjusted(1, 1, -1, -1), radius, radius)

    def _time_width(self) -> int:
        """Return the room for a time as the locale writes it; 24 h times have that of the pictures."""
        long = QFontMetrics(self._look.theme.font("body")).horizontalAdvance(time_text(_LONG_TIME))
        return max(TIME_WIDTH, long + _AFTER_TIME)

    def _paint_time(self, painter: QPainter, place: _Place, row: Row) -> None:
        area = place.area
        painter.setFont(self._look.theme.font("body"))
        painter.setPen(self._look.theme.color("text2"))
        box = QRect(area.left(), area.top(), self._time_width() + _AFTER_TIME, area.height())
        text = QFontMetrics(painter.font()).elidedText(row.time, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(place.rect(box), place.flags(), text)

    def _paint_sign(self, painter: QPainter, place: _Place, row: Row) -> None:
        theme, area = self._look.theme, place.area
        side = theme.size("glyph_tile")
        left = area.left() + self._time_width()
        tile = QRectF(0, 0, side, side)
        tile.moveCenter(place.point(QPointF(left + side / 2, area.center().y() + 1)))
        if not self._style.glyphs:
            paint_mark(painter, theme, MARK_OF[row.state], square(tile.center(), _MARK))
            return
        category = row.category
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("sunken") if category is None else theme.category(category).soft)
        painter.drawRoundedRect(tile, theme.radius("tile"), theme.radius("tile"))
        if category is None:
            self._icon(painter, "tally", "text2", tile.center())
        else:
            self._icon(painter, category.value, f"category:{category.value}", tile.center())

    def _icon(self, painter: QPainter, name: str, token: str, middle: QPointF) -> None:
        picture = pixmap(self._look, name, token, ICON, painter.device().devicePixelRatioF())
        painter.drawPixmap(QPointF(middle.x() - ICON / 2, middle.y() - ICON / 2), picture)

    def _paint_edge(self, painter: QPainter, place: _Place, row: Row, *, active: bool) -> int:
        """Paint what ends the row, and return where the texts must end."""
        area = place.area
        middle = QPointF(area.right() - ICON / 2, area.center().y() + 1)
        if active:
            self._icon(painter, "dots", "text2", place.point(middle))
            return area.right() - ICON - 8
        if not row.trailing:
            return area.right()
        painter.setFont(self._look.theme.font("body"))
        painter.setPen(self._look.theme.color("text3"))
        width = QFontMetrics(painter.font()).horizontalAdvance(row.trailing)
        box = QRect(area.right() - width, area.top(), width + 1, area.height())
        painter.drawText(place.rect(box), place.flags(ending=True), row.trailing)
        if not isinstance(row.occasion, OccasionView):
            return box.left() - 8
        chain = QPointF(box.left() - 6 - ICON / 2, middle.y())
        self._icon(painter, "habits", "text2", place.point(chain))
        return box.left() - ICON - 14

    def _paint_texts(self, painter: QPainter, place: _Place, row: Row, right: int) -> None:
        theme, area = self._look.theme, place.area
        quiet = not self._style.glyphs
        left = area.left() + self._time_width() + SIGN_WIDTH
        room = right - left
        painter.setFont(theme.font("body" if quiet else "body_medium"))
        metrics = QFontMetrics(painter.font())
        title = metrics.elidedText(row.title, Qt.TextElideMode.ElideRight, room)
        painter.setPen(theme.color("text2" if quiet else "text"))
        flags = place.flags()
        painter.drawText(place.rect(QRect(left, area.top(), room, area.height())), flags, title)
        start = left + metrics.horizontalAdvance(title) + 8
        if not row.phrase or right - start < _SHORTEST_PHRASE:
            return
        painter.setFont(theme.font("body"))
        painter.setPen(theme.color("text3"))
        metrics = QFontMetrics(painter.font())
        phrase = metrics.elidedText(row.phrase, Qt.TextElideMode.ElideRight, right - start)
        box = QRect(start, area.top(), right - start, area.height())
        painter.drawText(place.rect(box), flags, phrase)


def row_height(look: Look, height: str) -> int:
    """Return the height of a row in px; `height` names it in the tokens."""
    return round(look.theme.size(height) * look.theme.text_scale)
