"""Days and what became of them, as a list to walk through."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from habitcoach.coaching.explaining import PeriodFact
from habitcoach.texts.explanations import period_words
from habitcoach.texts.language import tr
from habitcoach.ui.habit.why_words import when_words
from habitcoach.ui.look import Look

_DATE_ROLE = Qt.ItemDataRole.UserRole + 1
_DATE_COLUMN = 128
_PAD = 8


class DayList(QListWidget):
    """Periods, newest first."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("why_days")
        self.setAccessibleName(tr("Days, newest first"))
        self.setItemDelegate(DayDelegate(look, self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)

    def show_days(self, facts: Sequence[PeriodFact], chosen: date | None) -> None:
        """Show periods, oldest first as they come, and choose that of a work date, else the newest."""
        self.clear()
        for fact in reversed(facts):
            said = period_words(fact)
            item = QListWidgetItem(said)
            item.setData(_DATE_ROLE, when_words(fact))
            spoken = tr("{day}: {said}", day=when_words(fact), said=said)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken)
            self.addItem(item)
            if chosen is not None and fact.period.start <= chosen <= fact.period.end:
                self.setCurrentItem(item)
        if self.currentRow() < 0 and self.count():
            self.setCurrentRow(0)
        self.scrollToItem(self.currentItem(), QListWidget.ScrollHint.PositionAtCenter)


class DayDelegate(QStyledItemDelegate):
    """Paints the date in a column, and what became of the day beside it."""

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        self._look = look

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        """Return the height of a line."""
        return QSize(0, self._look.theme.line_height("body") + _PAD)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint a line."""
        theme = self._look.theme
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent_soft"))
            painter.drawRoundedRect(option.rect, theme.radius("control"), theme.radius("control"))
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        row = QRect(option.rect).adjusted(_PAD, 0, -_PAD, 0)
        wide = round(_DATE_COLUMN * theme.text_scale)
        date_box = QRect(row.left(), row.top(), wide, row.height())
        said_box = row.adjusted(wide + _PAD, 0, 0, 0)
        if mirrored:
            date_box.moveRight(row.right())
            said_box = row.adjusted(0, 0, -wide - _PAD, 0)
        side = Qt.AlignmentFlag.AlignRight if mirrored else Qt.AlignmentFlag.AlignLeft
        flags = side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
        painter.setFont(theme.font("body"))
        painter.setPen(theme.color("text2"))
        painter.drawText(date_box, flags, index.data(_DATE_ROLE))
        painter.setPen(theme.color("text"))
        said = index.data(Qt.ItemDataRole.DisplayRole)
        shown = painter.fontMetrics().elidedText(said, Qt.TextElideMode.ElideRight, said_box.width())
        painter.drawText(said_box, flags, shown)
        painter.restore()
