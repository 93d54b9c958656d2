"""The places of the sidebar: one row a page, with what waits there."""

from dataclasses import dataclass

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSignalBlocker,
    QSize,
    Qt,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from habitcoach.texts.language import ntr, tr
from habitcoach.ui.format import number_text
from habitcoach.ui.icons import pixmap
from habitcoach.ui.look import Look
from habitcoach.ui.page_name import PageName

#: The `PageName` of a row.
NAME_ROLE = Qt.ItemDataRole.UserRole + 3
_BADGE_ROLE = Qt.ItemDataRole.UserRole + 1
_ICON_ROLE = Qt.ItemDataRole.UserRole + 2
_REMARK_ROLE = Qt.ItemDataRole.UserRole + 4
_ICON = 20
_ICON_LEFT, _TEXT_LEFT = 12, 42
_GAP = 2  #: between two rows
_BADGE = 20
_MOST = 99  #: a badge has room for two figures

_BY_KEYBOARD = frozenset({
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
})  # fmt: skip

_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Place:
    """A page the sidebar leads to."""

    name: PageName
    icon: str
    title: str


class Places(QListWidget):
    """A list of pages; `ringed` while the keyboard is where it can be seen."""

    def __init__(self, look: Look, name: str, title: str) -> None:
        super().__init__()
        self._look = look
        self.ringed = False
        self.setObjectName(name)
        self.setAccessibleName(title)
        self.setItemDelegate(_PlaceDelegate(look, self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.hide()
        look.changed.connect(self.viewport().update)

    def add(self, place: Place) -> None:
        """Add a page."""
        item = QListWidgetItem(place.title)
        item.setData(NAME_ROLE, int(place.name))
        item.setData(_ICON_ROLE, place.icon)
        item.setData(_BADGE_ROLE, 0)
        item.setData(_REMARK_ROLE, "")
        self.addItem(item)
        self.setFixedHeight(self.count() * (self._look.theme.size("row_nav") + _GAP))
        self.show()

    def show_badge(self, row: int, count: int) -> None:
        """Show how many cues wait; 0 takes the badge away."""
        item = self.item(row)
        item.setData(_BADGE_ROLE, count)
        spoken = ntr("{title}, {n} waiting", "{title}, {n} waiting", count, title=item.text())
        item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken if count else item.text())

    def show_remark(self, row: int, text: str) -> None:
        """Show a quiet word behind a page; an empty one takes it away."""
        item = self.item(row)
        item.setData(_REMARK_ROLE, text)
        spoken = tr("{title}, {remark}", title=item.text(), remark=text)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken if text else item.text())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is; a click or the opening of the window shows nothing new."""
        self.ringed = event.reason() in _BY_KEYBOARD
        # With the focus the first row becomes current; that alone turns no page.
        with QSignalBlocker(self):
            super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Turn to the page by Space as by Return."""
        self.ringed = True
        if event.key() == Qt.Key.Key_Space and self.currentItem() is not None:
            self.itemActivated.emit(self.currentItem())
        else:
            super().keyPressEvent(event)


class _PlaceDelegate(QStyledItemDelegate):
    def __init__(self, look: Look, of: Places) -> None:
        super().__init__(of)
        self._look, self._list = look, of

    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(0, self._look.theme.size("row_nav") + _GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        theme = self._look.theme
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row = QRect(option.rect).adjusted(0, 0, 0, -_GAP)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        over = bool(option.state & QStyle.StateFlag.State_MouseOver)
        focused = self._list.ringed and bool(option.state & QStyle.StateFlag.State_HasFocus)
        if chosen or over or focused:
            painter.setPen(
                QPen(theme.color("focus"), theme.border("focus_width")) if focused else Qt.PenStyle.NoPen
            )
            painter.setBrush(theme.color("accent_soft" if chosen else "hover"))
            inset = 1 if focused else 0
            box = QRectF(row).adjusted(inset, inset, -inset, -inset)
            painter.drawRoundedRect(box, theme.radius("control"), theme.radius("control"))
        token = "accent_text" if chosen else "text2"
        ratio = painter.device().devicePixelRatioF()
        picture = pixmap(self._look, index.data(_ICON_ROLE), token, _ICON, ratio)

        def seen(box: QRect) -> QRect:
            """Return where a box is in this window, which may be mirrored."""
            return QStyle.visualRect(option.direction, row, box)

        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        begin, end = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        if mirrored:
            begin, end = end, begin
        fixed = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        at = seen(QRect(row.left() + _ICON_LEFT, row.top(), _ICON, _ICON)).left()
        painter.drawPixmap(QPointF(at, row.center().y() + 1 - _ICON / 2), picture)
        painter.setFont(theme.font("body_strong" if chosen else "body_medium"))
        painter.setPen(theme.color(token))
        words = row.adjusted(_TEXT_LEFT, 0, -_BADGE - _ICON_LEFT, 0)
        painter.drawText(seen(words), fixed | begin, index.data())
        if index.data(_BADGE_ROLE):
            self._badge(painter, row, index.data(_BADGE_ROLE), mirrored=mirrored)
        elif index.data(_REMARK_ROLE):
            painter.setFont(theme.font("caption"))
            painter.setPen(theme.color("text3"))
            behind = row.adjusted(_TEXT_LEFT, 0, -_ICON_LEFT, 0)
            painter.drawText(seen(behind), fixed | end, index.data(_REMARK_ROLE))
        painter.restore()

    def _badge(self, painter: QPainter, row: QRect, count: int, *, mirrored: bool) -> None:
        theme = self._look.theme
        text = number_text(count) if count <= _MOST else "99+"
        painter.setFont(theme.font("body_strong"))
        width = max(_BADGE, painter.fontMetrics().horizontalAdvance(text) + 10)
        left = row.left() + 10 if mirrored else row.right() - width - 9
        box = QRectF(left, row.center().y() + 1 - _BADGE / 2, width, _BADGE)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("reward"))
        painter.drawRoundedRect(box, _BADGE / 2, _BADGE / 2)
        painter.setPen(theme.color("on_reward"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
