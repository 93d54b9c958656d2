"""Where the Tab key leads in a window, there and back, and whether it can be seen."""

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QButtonGroup,
    QComboBox,
    QLineEdit,
    QWidget,
)

from habitcoach.ui.roster.day_cell import DayCell

#: Reached by Up and Down from a field that keeps the keyboard.
_BY_ARROWS = ("quick_row_",)
#: No window has more stops; a walk that finds none of them twice goes round in circles elsewhere.
_MOST = 300
#: A field of a time stops at hours and minutes, and in some countries at the half of the day.
_WITHIN = 4
#: So far around a control its ring lies.
_REACH = 4
#: A ring or an outline has at least so many pixels of its colour.
_SEEN = 24


class Walk:
    """One round with the Tab key through a window, from where the keyboard is, and one back."""

    def __init__(self, window: QWidget, ring: QColor, fault: QColor | None = None) -> None:
        """Walk it. `ring` is the colour of where the keyboard is, `fault` that of a field with a fault."""
        self._window = window
        self._ring = ring
        self._fault = fault
        self.unseen: list[str] = []  #: what is not wholly to be seen when the keyboard is at it
        self.unmarked: list[str] = []  #: what shows no ring then
        if not window.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus:
            window.activateWindow()
            QTest.qWaitForWindowActive(window)
        first: QWidget | None = window.focusWidget()
        if first is None:
            _press(window, window, back=False)
        elif not first.isVisible() or not first.focusPolicy() & Qt.FocusPolicy.TabFocus:
            # Where a scene left the keyboard, the Tab key leads away from, and never back.
            _press(window, first, back=False)
        self.there = self._round(back=False)
        self.back = self._round(back=True)

    @property
    def names(self) -> list[str]:
        """Object names of the stops, in order."""
        return [one.objectName() for one in self.there]

    def faults(self) -> dict[str, list[str]]:
        """Return what is wrong with the way, by kind."""
        forth = [*self.there[:1], *reversed(self.there[1:])]
        back = [] if self.back == forth else [one.objectName() for one in self.back]
        return {
            "not in sight": self.unseen,
            "without a ring": self.unmarked,
            "another way back": back,
            "left out": [told(one) for one in self._window.findChildren(QWidget) if self._left_out(one)],
        }

    def _round(self, *, back: bool) -> list[QWidget]:
        found: list[QWidget] = []
        while len(found) < _MOST:
            one: QWidget | None = self._window.focusWidget()
            if one is None or one in found:
                break
            found.append(one)
            if not back and len(found) > 1:
                self._look_at(one)
            for _ in range(_WITHIN):
                if self._window.focusWidget() is one:
                    _press(self._window, one, back=back)
        return found

    def _look_at(self, one: QWidget) -> None:
        if not in_sight(one):
            self.unseen.append(told(one))
        if one.hasFocus() and not self._is_marked(one):
            self.unmarked.append(told(one))

    def _is_marked(self, one: QWidget) -> bool:
        if self._fault is None or one.property("invalid") != "true":
            return _marks(one, self._ring) >= _SEEN
        # What has a fault keeps its colour: its outline of one pixel becomes one of two.
        return _marks(one, self._fault) >= 3 * (one.width() + one.height())

    def _left_out(self, one: QWidget) -> bool:
        if not one.isVisible() or not one.isEnabled() or one.window() is not self._window:
            return False
        if one in self.there or one.objectName().startswith(("qt_", *_BY_ARROWS)):
            return False
        if one.focusPolicy() & Qt.FocusPolicy.TabFocus:
            return one.focusProxy() is None
        worked = isinstance(one, QAbstractButton | QComboBox | QLineEdit)
        return worked and not self._goes_with_a_stop(one)

    def _goes_with_a_stop(self, one: QWidget) -> bool:
        """Whether arrow keys reach it: a choice of a set, a day of the roster, or a part of one stop."""
        others: list[QWidget] = []
        if isinstance(one, DayCell):
            others = list(self._window.findChildren(DayCell))
        elif isinstance(one, QAbstractButton):
            others = list(_set_of(one))
        return any(other in self.there for other in others) or _is_part(one, self.there)


def _set_of(one: QAbstractButton) -> list[QAbstractButton]:
    group: QButtonGroup | None = one.group()
    return [] if group is None else group.buttons()


def _is_part(one: QWidget, stops: list[QWidget]) -> bool:
    parent = one.parentWidget()
    while parent is not None:
        if parent in stops:
            return True
        parent = parent.parentWidget()
    return False


def _press(window: QWidget, one: QWidget, *, back: bool) -> None:
    key = Qt.Key.Key_Backtab if back else Qt.Key.Key_Tab
    held = Qt.KeyboardModifier.ShiftModifier if back else Qt.KeyboardModifier.NoModifier
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(one, QKeyEvent(kind, key, held, "\t"))
    window.ensurePolished()


def in_sight(one: QWidget) -> bool:
    """Whether all of a control is to be seen; of a list, its current row."""
    seen = one.visibleRegion().boundingRect()
    if isinstance(one, QAbstractItemView):
        row = one.visualRect(one.currentIndex())
        return bool(seen.contains(row)) if row.isValid() else not seen.isEmpty()
    return bool(seen.contains(one.rect()))


def _marks(one: QWidget, ring: QColor) -> int:
    """Return how many pixels of the ring's colour lie at a control and around it."""
    window = one.window()
    place = QRect(one.mapTo(window, QPoint()), one.size()) & window.rect()
    box = place.adjusted(-_REACH, -_REACH, _REACH, _REACH)
    image = window.grab(box & QRect(QPoint(), QSize(window.size()))).toImage()
    wanted = ring.rgb()
    return sum(image.pixel(x, y) == wanted for x in range(image.width()) for y in range(image.height()))


def told(one: QWidget) -> str:
    """How a control is named in a fault."""
    return one.objectName() or type(one).__name__
