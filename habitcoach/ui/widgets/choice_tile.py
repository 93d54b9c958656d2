"""Tiles to choose from: an icon, a few words, maybe a quieter remark behind them."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QRadioButton, QSizePolicy

from habitcoach.ui.icons import pixmap
from habitcoach.ui.look import Look
from habitcoach.ui.widgets.focus_ring import FocusRings

_ICON, _PAD, _GAP = 16, 12, 8
if TYPE_CHECKING:
    _Button = QAbstractButton
else:
    _Button = object  # it stands before the real button among the bases, and PySide bears only one of those


@dataclass(frozen=True, slots=True)
class TileWords:
    """What stands on a tile."""

    text: str
    icon: str = ""
    remark: str = ""


def _size(look: Look, tile: QAbstractButton, words: TileWords) -> QSize:
    theme = look.theme
    tile.setFont(theme.font("body_strong"))
    width = 2 * _PAD + tile.fontMetrics().horizontalAdvance(words.text) + 1
    if words.icon:
        width += _ICON + _GAP
    if words.remark:
        tile.setFont(theme.font("small"))
        width += _GAP + tile.fontMetrics().horizontalAdvance(words.remark) + 1
    return QSize(width, round((theme.size("choice_tile") - theme.space(2)) * theme.text_scale))


def _paint(look: Look, tile: QAbstractButton, words: TileWords) -> None:
    theme, on = look.theme, tile.isChecked()
    painter = QPainter(tile)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # of the words, not of the window
    width = theme.border("selected" if on else "hairline")
    painter.setPen(QPen(theme.color("accent" if on else "line"), width))
    painter.setBrush(theme.color("accent_soft" if on else "hover" if tile.underMouse() else "card"))
    inset = width / 2
    box = QRectF(tile.rect()).adjusted(inset, inset, -inset, -inset)
    painter.drawRoundedRect(box, theme.radius("choice"), theme.radius("choice"))
    mirrored = tile.isRightToLeft()
    at = float(_PAD)

    def place(wide: float, high: float) -> QRectF:
        left = tile.width() - at - wide if mirrored else at
        return QRectF(left, (tile.height() - high) / 2, wide, high)

    token = "accent_text" if on else "text"
    if words.icon:
        where = place(_ICON, _ICON).topLeft()
        painter.drawPixmap(QPointF(where), pixmap(look, words.icon, token, _ICON, tile.devicePixelRatioF()))
        at += _ICON + _GAP
    for text, style, tone in (
        (words.text, "body_strong" if on else "body_medium", token),
        (words.remark, "small", "accent_text" if on else "text2"),
    ):
        painter.setFont(theme.font(style))
        painter.setPen(theme.color(tone))
        wide = min(painter.fontMetrics().horizontalAdvance(text) + 1.0, max(0.0, tile.width() - _PAD - at))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, round(wide))
        painter.drawText(place(wide, tile.height()), Qt.AlignmentFlag.AlignVCenter, shown)
        at += wide + _GAP
    painter.end()


class _Tile(_Button):
    """What both kinds share."""

    _look: Look
    _words: TileWords

    def sizeHint(self) -> QSize:
        """Ask for icon and words."""
        return _size(self._look, self, self._words)

    def minimumSizeHint(self) -> QSize:
        """Never be cut off."""
        return self.sizeHint()

    def hitButton(self, _pos: QPoint) -> bool:
        """Let the whole tile be pressed."""
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the tile."""
        _paint(self._look, self, self._words)


class CheckTile(_Tile, QCheckBox):
    """One of several things of which any number can be chosen."""

    def __init__(self, look: Look, name: str, words: TileWords) -> None:
        super().__init__(words.text)
        self._look, self._words = look, words
        _prepare(look, self, name)


class RadioTile(_Tile, QRadioButton):
    """One of several things of which one is chosen."""

    def __init__(self, look: Look, name: str, words: TileWords) -> None:
        super().__init__(words.text)
        self._look, self._words = look, words
        _prepare(look, self, name)
        self.say(words)

    def say(self, words: TileWords) -> None:
        """Change what stands on it."""
        self._words = words
        self.setAccessibleName(words.text)
        self.setAccessibleDescription(words.remark)
        self.updateGeometry()
        self.update()


def _prepare(look: Look, tile: QAbstractButton, name: str) -> None:
    tile.setObjectName(name)
    tile.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    tile.setAttribute(Qt.WidgetAttribute.WA_Hover)
    FocusRings(look, tile)
    look.changed.connect(tile.updateGeometry)
    look.changed.connect(tile.update)
