"""The sidebar: where to go, and whether cues are on."""

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
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from habitcoach.texts.language import ntr, tr
from habitcoach.ui.format import number_text
from habitcoach.ui.icons import pixmap
from habitcoach.ui.look import Look
from habitcoach.ui.page_name import PageName
from habitcoach.ui.widgets.brand_mark import BrandMark
from habitcoach.ui.widgets.labels import Label

_BADGE_ROLE = Qt.ItemDataRole.UserRole + 1
_ICON_ROLE = Qt.ItemDataRole.UserRole + 2
_NAME_ROLE = Qt.ItemDataRole.UserRole + 3
_REMARK_ROLE = Qt.ItemDataRole.UserRole + 4
_ICON, _LOGO, _DOT = 20, 24, 8
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


class Sidebar(QFrame):
    """Pages with the number of waiting cues; at the foot the state of the cues, and the settings."""

    chosen = Signal(object)  #: the PageName turned to

    def __init__(self, look: Look) -> None:
        super().__init__()
        theme = look.theme
        self.setObjectName("sidebar")
        self.setProperty("surface", "sidebar")
        self.setFixedWidth(theme.size("sidebar"))
        self.setMinimumHeight(0)
        self._list = _Places(look, "pages", "HabitCoach")
        self._foot = _Places(look, "foot_pages", tr("Settings"))
        for places in (self._list, self._foot):
            places.currentItemChanged.connect(self._turned)
            places.itemPressed.connect(self._turned)
            places.itemActivated.connect(self._turned)
        self._shown: PageName | None = None
        self._status = _Status(look)
        brand = QHBoxLayout()
        brand.setContentsMargins(theme.space(3), 0, 0, 0)
        brand.setSpacing(theme.space(2) + 2)
        brand.addWidget(BrandMark(look, _LOGO))
        brand.addWidget(Label(look, "HabitCoach", "heading"), 1)
        body = QVBoxLayout(self)
        body.setContentsMargins(theme.space(3) - 1, theme.space(5), theme.space(3), theme.space(4))
        body.addLayout(brand)
        body.addSpacing(theme.space(4))
        body.addWidget(self._list)
        body.addStretch()
        body.addWidget(self._status)
        body.addSpacing(theme.space(2))
        body.addWidget(self._foot)

    def add(self, place: Place) -> None:
        """Add a page; Settings goes to the foot."""
        (self._foot if place.name is PageName.SETTINGS else self._list).add(place)

    def choose(self, name: PageName) -> None:
        """Mark a page as the one shown."""
        places, row = self._found(name)
        places.setCurrentRow(row)
        self._turned(places.item(row))

    def show_waiting(self, name: PageName, count: int) -> None:
        """Show how many cues wait; 0 takes the badge away."""
        places, row = self._found(name)
        places.show_badge(row, count)

    def show_remark(self, name: PageName, text: str) -> None:
        """Show a quiet word behind a page, such as the day of the review; an empty one takes it away."""
        places, row = self._found(name)
        places.show_remark(row, text)

    def show_status(self, title: str, detail: str, *, well: bool) -> None:
        """Show the state of the cues; `well` is False when something is off."""
        self._status.show_status(title, detail, well=well)

    def _found(self, name: PageName) -> tuple["_Places", int]:
        for places in (self._list, self._foot):
            for row in range(places.count()):
                if places.item(row).data(_NAME_ROLE) == name:
                    return places, row
        raise LookupError(name)

    def _turned(self, item: QListWidgetItem | None) -> None:
        """Let the two lists have one page chosen between them."""
        if item is None:
            return
        item.setSelected(True)
        name = PageName(item.data(_NAME_ROLE))
        if name is self._shown:
            return
        self._shown = name
        other = self._foot if item.listWidget() is self._list else self._list
        other.setCurrentRow(-1)
        self.chosen.emit(name)


class _Places(QListWidget):
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
        item = QListWidgetItem(place.title)
        item.setData(_NAME_ROLE, int(place.name))
        item.setData(_ICON_ROLE, place.icon)
        item.setData(_BADGE_ROLE, 0)
        item.setData(_REMARK_ROLE, "")
        self.addItem(item)
        self.setFixedHeight(self.count() * (self._look.theme.size("row_nav") + _GAP))
        self.show()

    def show_badge(self, row: int, count: int) -> None:
        item = self.item(row)
        item.setData(_BADGE_ROLE, count)
        spoken = ntr("{title}, {n} waiting", "{title}, {n} waiting", count, title=item.text())
        item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken if count else item.text())

    def show_remark(self, row: int, text: str) -> None:
        item = self.item(row)
        item.setData(_REMARK_ROLE, text)
        spoken = tr("{title}, {remark}", title=item.text(), remark=text)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken if text else item.text())

    def focusInEvent(self, event: QFocusEvent) -> None:
        # The ring shows where the keyboard is; a click or the opening of the window shows nothing new.
        self.ringed = event.reason() in _BY_KEYBOARD
        # With the focus the first row becomes current; that alone turns no page.
        with QSignalBlocker(self):
            super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.ringed = True
        if event.key() == Qt.Key.Key_Space and self.currentItem() is not None:
            self.itemActivated.emit(self.currentItem())
        else:
            super().keyPressEvent(event)


class _PlaceDelegate(QStyledItemDelegate):
    def __init__(self, look: Look, of: _Places) -> None:
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
        painter.drawPixmap(QPointF(row.left() + _ICON_LEFT, row.center().y() + 1 - _ICON / 2), picture)
        painter.setFont(theme.font("body_strong" if chosen else "body_medium"))
        painter.setPen(theme.color(token))
        words = row.adjusted(_TEXT_LEFT, 0, -_BADGE - _ICON_LEFT, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, index.data())
        if index.data(_BADGE_ROLE):
            self._badge(painter, row, index.data(_BADGE_ROLE))
        elif index.data(_REMARK_ROLE):
            painter.setFont(theme.font("caption"))
            painter.setPen(theme.color("text3"))
            behind = row.adjusted(_TEXT_LEFT, 0, -_ICON_LEFT, 0)
            trailing = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(behind, trailing, index.data(_REMARK_ROLE))
        painter.restore()

    def _badge(self, painter: QPainter, row: QRect, count: int) -> None:
        theme = self._look.theme
        text = number_text(count) if count <= _MOST else "99+"
        painter.setFont(theme.font("body_strong"))
        width = max(_BADGE, painter.fontMetrics().horizontalAdvance(text) + 10)
        box = QRectF(row.right() - width - 9, row.center().y() + 1 - _BADGE / 2, width, _BADGE)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("reward"))
        painter.drawRoundedRect(box, _BADGE / 2, _BADGE / 2)
        painter.setPen(theme.color("on_reward"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


class _Status(QWidget):
    def __init__(self, look: Look) -> None:
        super().__init__()
        theme = look.theme
        self.setObjectName("cue_status")
        self._dot = _Dot(look)
        self._title = Label(look, "", "body_medium", wrap=True)
        self._title.setObjectName("cue_status_title")
        self._detail = Label(look, "", "body", "text2", wrap=True)
        self._detail.setObjectName("cue_status_detail")
        grid = QGridLayout(self)
        grid.setContentsMargins(theme.space(3), 0, 0, 0)
        grid.setHorizontalSpacing(theme.space(2))
        grid.setVerticalSpacing(0)
        grid.addWidget(self._dot, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self._title, 0, 1)
        grid.addWidget(self._detail, 1, 1)
        grid.setColumnStretch(1, 1)
        self.hide()

    def show_status(self, title: str, detail: str, *, well: bool) -> None:
        self._title.setText(title)
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))
        self._dot.show_state(well=well)
        self.setAccessibleName(f"{title}. {detail}" if detail else title)
        self.show()


class _Dot(QWidget):
    """Full while cues are on, a ring when something is off."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._well = True
        self._dress()
        look.changed.connect(self._dress)

    def _dress(self) -> None:
        self.setFixedSize(_DOT + 2, self._look.theme.line_height("body"))
        self.update()

    def show_state(self, *, well: bool) -> None:
        self._well = well
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inset = 0.0 if self._well else 1.0
        painter.setPen(Qt.PenStyle.NoPen if self._well else QPen(theme.color("line_strong"), 2))
        painter.setBrush(theme.color("accent") if self._well else Qt.BrushStyle.NoBrush)
        middle = QPointF(self.width() / 2, self.height() / 2)
        painter.drawEllipse(middle, _DOT / 2 - inset, _DOT / 2 - inset)
        painter.end()
