"""One line of the list of habits, painted."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from habitcoach.coaching.habit_views import HabitView
from habitcoach.coaching.strengths import Strength
from habitcoach.ui.habit.words import list_line
from habitcoach.ui.icons import pixmap
from habitcoach.ui.look import Look
from habitcoach.ui.widgets.strength_ring import SIDE, paint_strength

HABIT_ROLE = Qt.ItemDataRole.UserRole + 1
STRENGTH_ROLE = Qt.ItemDataRole.UserRole + 2
_ROW = 50
_PAD = 10
_GAP = 12
_RING_GAP = 8
_ICON = 16
_WHOLE = 100.0

Index = QModelIndex | QPersistentModelIndex


class HabitDelegate(QStyledItemDelegate):
    """Paints a habit: glyph, name, when its cue comes, and how strong it is."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.narrow = False  #: glyphs alone

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Return the height of a row at the present text size."""
        return QSize(0, round(_ROW * self._look.theme.text_scale))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint the row."""
        habit: HabitView = index.data(HABIT_ROLE)
        strength: Strength | None = index.data(STRENGTH_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground(painter, option)
        row = QRect(option.rect).adjusted(_PAD, 0, -_PAD, 0)
        side = self._look.theme.size("glyph_tile")
        tile = QRect(row.left(), row.center().y() + 1 - side // 2, side, side)
        words = row.adjusted(side + _GAP, 0, 0, 0)
        if self.narrow:
            tile.moveCenter(option.rect.center())
        self._tile(painter, QRectF(_placed(option, tile)), habit)
        if not self.narrow:
            if strength is not None:
                ring = QRect(row.right() - SIDE, row.center().y() + 1 - SIDE // 2, SIDE, SIDE)
                color = self._look.theme.category(habit.category).fg
                share = strength.strength / _WHOLE
                paint_strength(painter, self._look.theme, color, share, QRectF(_placed(option, ring)))
            words.adjust(0, 0, -SIDE - _RING_GAP, 0)
            self._words(painter, option, words, habit)
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        theme = self._look.theme
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
        if not (chosen or over or focused):
            return
        painter.setPen(
            QPen(theme.color("focus"), theme.border("focus_width")) if focused else Qt.PenStyle.NoPen
        )
        painter.setBrush(theme.color("accent_soft" if chosen else "hover"))
        inset = 1 if focused else 0
        box = QRectF(option.rect).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, theme.radius("control"), theme.radius("control"))

    def _tile(self, painter: QPainter, tile: QRectF, habit: HabitView) -> None:
        theme = self._look.theme
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.category(habit.category).soft)
        painter.drawRoundedRect(tile, theme.radius("tile"), theme.radius("tile"))
        name = habit.category.value
        ratio = painter.device().devicePixelRatioF()
        picture = pixmap(self._look, name, f"category:{name}", _ICON, ratio)
        middle = tile.center()
        painter.drawPixmap(QPointF(middle.x() - _ICON / 2, middle.y() - _ICON / 2), picture)

    def _words(self, painter: QPainter, option: QStyleOptionViewItem, row: QRect, habit: HabitView) -> None:
        theme = self._look.theme
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        highs = theme.line_height("body_medium"), theme.line_height("small")
        top = row.center().y() + 1 - (sum(highs) + 1) // 2
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        lines = (
            (habit.name, "body_strong" if chosen else "body_medium", "accent_text" if chosen else "text"),
            (list_line(habit), "small", "text2"),
        )
        for high, (text, style, token) in zip(highs, lines, strict=True):
            painter.setFont(theme.font(style))
            painter.setPen(theme.color(token))
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, row.width())
            painter.drawText(_placed(option, QRect(row.left(), top, row.width(), high)), flags, shown)
            top += high


def _placed(option: QStyleOptionViewItem, box: QRect) -> QRect:
    """Return where a box stands in the direction of the language."""
    return QStyle.visualRect(option.direction, option.rect, box)
