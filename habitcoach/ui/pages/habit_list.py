"""The list of habits beside their detail."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from habitcoach.coaching.views import HabitView
from habitcoach.texts.language import tr
from habitcoach.texts.sentences import streak_phrase, trigger_phrase
from habitcoach.ui.format import number_text
from habitcoach.ui.icons import pixmap
from habitcoach.ui.look import Look

_HABIT_ROLE = Qt.ItemDataRole.UserRole + 1
_ROW = 50
_PAD = 10
_ICON = 16

_Index = QModelIndex | QPersistentModelIndex


class HabitDelegate(QStyledItemDelegate):
    """Paints a habit: glyph, name, when its cue comes, and its streak."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look
        self.narrow = False  #: glyphs alone

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        """Return the height of a row at the present text size."""
        return QSize(0, round(_ROW * self._look.theme.text_scale))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """Paint the row."""
        habit: HabitView = index.data(_HABIT_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        self._ground(painter, option, chosen=chosen)
        row = QRect(option.rect).adjusted(_PAD, 0, -_PAD, 0)
        side = self._look.theme.size("glyph_tile")
        tile = QRectF(row.left(), row.center().y() + 1 - side / 2, side, side)
        if self.narrow:
            tile.moveCenter(QPointF(QRectF(option.rect).center()))
        self._tile(painter, tile, habit)
        if not self.narrow:
            self._words(painter, row.adjusted(side + 12, 0, 0, 0), habit, chosen=chosen)
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, *, chosen: bool) -> None:
        theme = self._look.theme
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
        self._icon(painter, name, f"category:{name}", tile.center())

    def _icon(self, painter: QPainter, name: str, token: str, middle: QPointF) -> None:
        picture = pixmap(self._look, name, token, _ICON, painter.device().devicePixelRatioF())
        painter.drawPixmap(QPointF(middle.x() - _ICON / 2, middle.y() - _ICON / 2), picture)

    def _words(self, painter: QPainter, row: QRect, habit: HabitView, *, chosen: bool) -> None:
        theme = self._look.theme
        if habit.streak:
            row = self._streak(painter, row, habit)
        high = theme.line_height("body")
        top = row.center().y() + 1 - high
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
        lines = (
            (habit.name, "body_strong" if chosen else "body_medium", "accent_text" if chosen else "text"),
            (trigger_phrase(habit.trigger, habit.follows), "body", "text2"),
        )
        for number, (text, style, token) in enumerate(lines):
            painter.setFont(theme.font(style))
            painter.setPen(theme.color(token))
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, row.width())
            painter.drawText(QRect(row.left(), top + number * high, row.width(), high), flags, shown)

    def _streak(self, painter: QPainter, row: QRect, habit: HabitView) -> QRect:
        text = number_text(habit.streak)
        painter.setFont(self._look.theme.font("body"))
        painter.setPen(self._look.theme.color("text2"))
        wide = painter.fontMetrics().horizontalAdvance(text) + 1
        box = QRect(row.right() - wide, row.top(), wide, row.height())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, text)
        middle = QPointF(box.left() - 6 - _ICON / 2, row.center().y() + 1)
        self._icon(painter, "habits", "text2", middle)
        return row.adjusted(0, 0, -wide - _ICON - 14, 0)


class HabitList(QListWidget):
    """Habits to choose from. The one chosen stays chosen while views come and go."""

    chosen = Signal(object)  #: HabitView, or None when the list is empty
    opened = Signal(object)  #: HabitView: Enter or a double click

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._delegate = HabitDelegate(look, self)
        self.setObjectName("habit_list")
        self.setAccessibleName(tr("Habits"))
        self.setItemDelegate(self._delegate)
        self.setMouseTracking(True)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(self.ScrollMode.ScrollPerPixel)
        self.currentItemChanged.connect(lambda *_: self.chosen.emit(self.current()))
        self.itemActivated.connect(lambda item: self.opened.emit(item.data(_HABIT_ROLE)))
        look.changed.connect(self.viewport().update)

    def current(self) -> HabitView | None:
        """Return the habit chosen."""
        return self._habit(self.currentRow()) if self.currentRow() >= 0 else None

    def show_narrow(self, *, narrow: bool) -> None:
        """Show glyphs alone, or whole rows."""
        self._delegate.narrow = narrow
        self.viewport().update()

    def show_habits(self, habits: Sequence[HabitView]) -> None:
        """Show these habits; the chosen one stays, else its neighbour is chosen."""
        before, row = self.current(), self.currentRow()
        self.blockSignals(True)
        if [one.habit_id for one in habits] != [self._habit(at).habit_id for at in range(self.count())]:
            self.clear()
            for _ in habits:
                self.addItem(QListWidgetItem())
        for at, habit in enumerate(habits):
            self._fill(self.item(at), habit)
        ids = [one.habit_id for one in habits]
        if before is not None and before.habit_id in ids:
            self.setCurrentRow(ids.index(before.habit_id))
        elif habits:
            self.setCurrentRow(min(max(0, row), len(habits) - 1))
        self.blockSignals(False)
        self.viewport().update()
        self.chosen.emit(self.current())

    def choose(self, habit_id: int) -> None:
        """Choose a habit that is in the list."""
        for at in range(self.count()):
            if self._habit(at).habit_id == habit_id:
                self.setCurrentRow(at)

    def _habit(self, at: int) -> HabitView:
        habit: HabitView = self.item(at).data(_HABIT_ROLE)
        return habit

    def _fill(self, item: QListWidgetItem, habit: HabitView) -> None:
        item.setData(_HABIT_ROLE, habit)
        item.setText(habit.name)
        item.setToolTip("")
        words = (
            habit.name,
            trigger_phrase(habit.trigger, habit.follows),
            streak_phrase(habit.streak, habit.per),
        )
        item.setData(Qt.ItemDataRole.AccessibleTextRole, ", ".join(words))
