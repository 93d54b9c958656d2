"""A button that shows what is chosen, between a sign and an arrow, and opens a menu with the choices."""

from PySide6.QtCore import QPoint, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QStyle, QStyleOptionButton

from habitcoach.core.habit import Category
from habitcoach.ui.icons import pixmap
from habitcoach.ui.look import Look
from habitcoach.ui.widgets.buttons import Button

_SIDE = 16


class MenuButton(Button):
    """A click, Space or Down opens `choices_menu`, which is to be filled when `menu_shown` says so.

    The sign is the name of an icon, or "" for none; `scale` is "" or "small".
    """

    menu_shown = Signal()  #: the menu is about to be shown

    def __init__(self, look: Look, text: str, variant: str, sign: str, *, scale: str = "") -> None:
        super().__init__(look, text, variant, scale=scale)
        self._tall = "button_small" if scale == "small" else "button"
        self._sign = sign
        self._category: Category | None = None
        self.setFont(self._font())
        self.choices_menu = QMenu(self)
        self.choices_menu.setObjectName("choices_menu")
        self.clicked.connect(self.open_menu)
        look.changed.connect(self._restyle)

    def set_icon(self, icon_name: str) -> None:
        """Change the sign before the text."""
        self._sign = icon_name
        self.update()

    def set_category(self, category: Category) -> None:
        """Show a category's sign and colour: the button stands in a heading and names a habit."""
        self._sign, self._category = category.value, category
        self._restyle()
        self.update()

    def open_menu(self) -> None:
        """Show the choices below the button."""
        self.menu_shown.emit()
        right = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        corner = self.rect().bottomRight() if right else self.rect().bottomLeft()
        shift = self.choices_menu.sizeHint().width() if right else 0
        self.choices_menu.popup(self.mapToGlobal(corner) - QPoint(shift, 0))

    def sizeHint(self) -> QSize:
        """Return room for sign, text and arrow, and the space around them."""
        theme = self._look.theme
        words = self._metrics().horizontalAdvance(self._words())
        return QSize(self._before() + words + 1 + self._after(), theme.size(self._tall))

    def minimumSizeHint(self) -> QSize:
        """Return room for sign, arrow and a few letters."""
        theme = self._look.theme
        return QSize(self._before() + theme.space(6) + self._after(), theme.size(self._tall))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the menu with Down, too."""
        if event.key() == Qt.Key.Key_Down:
            self.open_menu()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground of the style sheet, then sign, text and arrow from the leading edge on."""
        theme = self._look.theme
        option = QStyleOptionButton()
        self.initStyleOption(option)
        painter = QPainter(self)
        self.style().drawControl(QStyle.ControlElement.CE_PushButtonBevel, option, painter, self)
        edge = self._edge()
        if self._sign:
            self._icon(painter, self._sign, edge, "text2" if self._category is None else self._tint())
        self._icon(painter, "down", self.width() - edge - _SIDE)
        box = self.rect().adjusted(self._before(), 0, -self._after(), 0)
        box = QStyle.visualRect(self.layoutDirection(), self.rect(), box)
        painter.setFont(self._font())
        painter.setPen(theme.paint(self._tint()))
        shown = self._metrics().elidedText(self._words(), Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, shown)
        painter.end()

    def _before(self) -> int:
        theme = self._look.theme
        return self._edge() + (_SIDE + theme.space(2) if self._sign else 0)

    def _after(self) -> int:
        theme = self._look.theme
        return theme.space(2) + _SIDE + self._edge()

    def _edge(self) -> int:
        return self._look.theme.space(3 if self._category is None else 1)

    def _icon(self, painter: QPainter, name: str, left: int, tint: str = "text2") -> None:
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        x = self.width() - left - _SIDE if mirrored else left
        picture = pixmap(self._look, name, tint, _SIDE, self.devicePixelRatioF())
        painter.drawPixmap(QPointF(x, (self.height() - _SIDE) / 2), picture)

    def _words(self) -> str:
        return self.text().replace("&&", "&")

    def _tint(self) -> str:
        return "text" if self._category is None else f"category:{self._category.value}"

    def _font(self) -> QFont:
        return self._look.theme.font("body_strong" if self._category is None else "small_medium")

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(self._font())

    def _restyle(self) -> None:
        self.setFont(self._font())
        self.updateGeometry()
