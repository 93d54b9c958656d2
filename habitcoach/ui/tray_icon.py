"""The tray icon's pictures: idle, waiting with its number, held, paused; for light and dark panels."""

from enum import StrEnum

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFont, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from habitcoach.assets import asset
from habitcoach.ui.theme import Theme

_DRAWN = (16, 22, 32)
_SIDES = (16, 22, 24, 32, 44, 48, 64)
_MOST = 9
_TWO_SIGNS = 0.78  # "9+" is set smaller to fit
# The drop's belly, not the picture, is the middle of the number: it hangs a little low and left.
_NUDGE = 0.02


class TrayState(StrEnum):
    """What the icon says."""

    IDLE = "idle"
    WAITING = "waiting"
    HELD = "held"
    PAUSED = "paused"


def tray_icon(theme: Theme, state: TrayState, count: int, *, on_dark: bool) -> QIcon:
    """Return the icon at every size that panels use; `count` cues wait."""
    icon = QIcon()
    for side in _SIDES:
        icon.addPixmap(tray_pixmap(theme, state, count, side, on_dark=on_dark))
    return icon


def tray_pixmap(theme: Theme, state: TrayState, count: int, side: int, *, on_dark: bool) -> QPixmap:
    """Return one picture, `side` device pixels wide."""
    ground = "dark" if on_dark else "light"
    drawn = max((one for one in _DRAWN if one <= side), default=_DRAWN[0])
    picture = QPixmap(side, side)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    name = f"{state.value}-on-{ground}.svg"
    QSvgRenderer(str(asset("icons", "tray", str(drawn), name))).render(painter, QRectF(0, 0, side, side))
    if state is TrayState.WAITING:
        scaled = float(theme.tray_numeral(f"px_{drawn}")) * side / drawn
        painter.setPen(theme.tray_color(ground, "waiting_text"))
        _number(painter, theme, number_text(theme, count), scaled, side)
    painter.end()
    return picture


def number_text(theme: Theme, count: int) -> str:
    """Return the number as it is painted, "9+" above nine."""
    return str(count) if count <= _MOST else str(theme.tray_numeral("above_nine"))


def _number(painter: QPainter, theme: Theme, text: str, size: float, side: int) -> None:
    font: QFont = theme.font("body_strong")
    font.setPixelSize(max(1, round(size * (_TWO_SIGNS if len(text) > 1 else 1.0))))
    font.setWeight(QFont.Weight(int(theme.tray_numeral("weight"))))
    painter.setFont(font)
    shift = side * _NUDGE
    painter.drawText(QRectF(-shift, shift, side, side), Qt.AlignmentFlag.AlignCenter, text)
