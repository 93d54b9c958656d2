"""Lists to choose one value from."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter

_ROOM = 54  #: what stands around the words: padding, border and the arrow
_QUIET_ROOM = 34
_ICON_GAP = 4
_SPARE = 4  #: of that room, before words are cut off


class Choice(QComboBox):
    """As wide as the words that hold, in a narrow place less; then they end in "…"."""

    def __init__(self, name: str, spoken: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(spoken)
        self.currentTextChanged.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Ask for room for the words that hold, and no more."""
        wide = self.fontMetrics().horizontalAdvance(self.currentText()) + self._around()
        return QSize(wide, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Be content with room for the arrow and a few letters."""
        hint = self.sizeHint()
        return QSize(min(2 * _ROOM, hint.width()), hint.height())

    def _around(self) -> int:
        """Return the room that everything but the words takes."""
        room = _QUIET_ROOM if self.property("variant") == "quiet" else _ROOM
        icon = self.itemIcon(max(0, self.currentIndex()))
        return room if icon.isNull() else room + self.iconSize().width() + _ICON_GAP

    def showPopup(self) -> None:
        """Open the list, wide enough for every choice."""
        self.view().setMinimumWidth(
            self.view().sizeHintForColumn(0) + self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        )
        super().showPopup()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint as any list is painted, with the words cut off where they do not fit."""
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        option.currentText = self.fontMetrics().elidedText(
            option.currentText, Qt.TextElideMode.ElideRight, self.width() - self._around() + _SPARE
        )
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()


def combo(name: str, spoken: str, items: tuple[tuple[str, object], ...]) -> Choice:
    """Return a list of words, each with the value it stands for."""
    found = Choice(name, spoken)
    for text, value in items:
        found.addItem(text, userData=value)
    return found


def choose(found: QComboBox, value: object, text: str | None = None) -> None:
    """Choose a value; one that the list does not offer joins it, as `text`."""
    place = found.findData(value)
    if place < 0:
        found.addItem(str(value) if text is None else text, userData=value)
        place = found.count() - 1
    found.setCurrentIndex(place)
