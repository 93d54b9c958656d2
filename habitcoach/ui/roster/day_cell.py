"""One day of a roster, as a button."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFont, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from habitcoach.coaching.shift_choices import NamedShift
from habitcoach.texts.language import tr
from habitcoach.ui.icons import pixmap
from habitcoach.ui.look import Look
from habitcoach.ui.shift_words import choice_text, shift_icon, short_text
from habitcoach.ui.widgets.focus_ring import FocusRings
from habitcoach.ui.widgets.tips import set_tip

_ICON = 14
_GAP = 4
_PAD = 4
_LEAST = 36

_STEPS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Home: (0, -7),
    Qt.Key.Key_End: (0, 7),
}
_PRESSES = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class DayCell(QAbstractButton):
    """Shows the shift of a day, or that it is off. A press asks for the next one, its menu for any."""

    walked = Signal(int, int)  #: weeks down and days on, as the arrow keys say
    menu_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._place = self._icon = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        FocusRings(look, self)
        look.changed.connect(self.updateGeometry)
        look.changed.connect(self.update)

    def name_place(self, place: str) -> None:
        """Say which day this is, "Week 2, Tuesday"; what is shown on it is said next."""
        self._place = place

    def show_shift(self, shift: NamedShift | None) -> None:
        """Show a shift; None is a day off. One without a name is shown by when it starts."""
        if shift is None:
            self._icon, text, spoken = "", tr("Off"), tr("Off")
        else:
            self._icon = shift_icon(shift)
            text, spoken = short_text(shift), choice_text(shift)
        self.setText(text)
        self.setAccessibleName(tr("{day}: {shift}", day=self._place, shift=text))
        set_tip(self, spoken if self._icon else "")
        self.update()

    def _font(self, *, on: bool) -> QFont:
        font = self._look.theme.font("small")
        if on:
            font.setWeight(QFont.Weight.DemiBold)
        return font

    def sizeHint(self) -> QSize:
        """Ask for icon and name."""
        self.setFont(self._font(on=True))
        width = 2 * _PAD + _ICON + _GAP + self.fontMetrics().horizontalAdvance(self.text())
        return QSize(width, round(self._look.theme.size("roster_day") * self._look.theme.text_scale))

    def minimumSizeHint(self) -> QSize:
        """Return room for the beginning of a name."""
        return QSize(_LEAST, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk on with the arrow keys; Space and Enter press, Alt+Down opens the menu as in any list."""
        step = _STEPS.get(Qt.Key(event.key()))
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.menu_wanted.emit()
        elif step is not None:
            weeks, days = step
            self.walked.emit(weeks, -days if self.isRightToLeft() and abs(days) == 1 else days)
        elif event.key() in _PRESSES:
            self.click()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer every shift by name."""
        event.accept()
        self.menu_wanted.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the day."""
        theme = self._look.theme
        on = bool(self._icon)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # of the words, not of the window
        ground = "pressed" if self.isDown() else "accent_soft" if on else "card"
        if self.underMouse() and not on and not self.isDown():
            ground = "hover"
        painter.setBrush(theme.color(ground))
        painter.setPen(QPen(theme.color("accent" if on else "line"), 1))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, theme.radius("control"), theme.radius("control"))
        painter.setFont(self._font(on=on))
        painter.setPen(theme.color("accent_text" if on else "text2"))
        self._write(painter, "accent_text" if on else "")
        painter.end()

    def _write(self, painter: QPainter, token: str) -> None:
        """Write icon and name in the middle; the icon goes where the name would not fit beside it."""
        metrics = painter.fontMetrics()
        room = self.width() - 2 * _PAD
        wide = metrics.horizontalAdvance(self.text())
        taken = _ICON + _GAP if token and wide + _ICON + _GAP <= room else 0
        wide = min(wide, room)
        begin = (self.width() - wide - taken) / 2
        rtl = self.isRightToLeft()
        if taken:
            picture = pixmap(self._look, self._icon, token, _ICON, self.devicePixelRatioF())
            left = begin + wide + _GAP if rtl else begin
            painter.drawPixmap(QPointF(left, (self.height() - _ICON) / 2), picture)
        text = metrics.elidedText(self.text(), Qt.TextElideMode.ElideRight, room - taken)
        words = QRectF(begin if rtl else begin + taken, 0, wide + 1, self.height())
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignHCenter
        painter.drawText(words, int(flags) | int(Qt.TextFlag.TextSingleLine), text)
