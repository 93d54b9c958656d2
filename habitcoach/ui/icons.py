"""The line icons of `assets/icons/ui`, tinted with a colour of the theme."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from habitcoach.assets import asset
from habitcoach.ui.look import Look
from habitcoach.ui.theme import Theme

_RATIOS = (1.0, 2.0)

BESIDE_TEXT = 4  #: what Qt's own distance between icon and text falls short of that of the pictures


def icon(look: Look, name: str, color_token: str = "text2", size: int = 20) -> QIcon:  # noqa: S107 - a colour
    """Return an icon of `size` logical pixels, sharp on ordinary and on dense screens."""
    key = (name, color_token, size)
    known = look.icons.get(key)
    if known is not None:
        return known
    made = QIcon()
    for ratio in _RATIOS:
        _add(made, pixmap(look, name, color_token, size, ratio))
    look.icons[key] = made
    return made


def icon_beside_text(look: Look, name: str, color_token: str, size: int, *, right_to_left: bool) -> QIcon:
    """Return an icon with room on the side of the text it stands before, which style sheets leave out."""
    key = (f"{name} {'before' if right_to_left else 'after'}", color_token, size)
    known = look.icons.get(key)
    if known is not None:
        return known
    made = QIcon()
    for ratio in _RATIOS:
        wide = QPixmap(round((size + BESIDE_TEXT) * ratio), round(size * ratio))
        wide.fill(Qt.GlobalColor.transparent)
        wide.setDevicePixelRatio(ratio)
        painter = QPainter(wide)
        painter.drawPixmap(
            BESIDE_TEXT if right_to_left else 0, 0, pixmap(look, name, color_token, size, ratio)
        )
        painter.end()
        _add(made, wide)
    look.icons[key] = made
    return made


def _add(made: QIcon, picture: QPixmap) -> None:
    # Qt would bleach it for what is disabled, to white on a light ground; a button asks for the right colour.
    for mode in (QIcon.Mode.Normal, QIcon.Mode.Disabled):
        made.addPixmap(picture, mode)


def pixmap(
    look: Look,
    name: str,
    color_token: str = "text2",  # noqa: S107 - a colour
    size: int = 20,
    ratio: float = 1.0,
) -> QPixmap:
    """Return one picture of `size` logical pixels for a screen with `ratio` device pixels to each.

    `color_token` is a colour of the tokens, or "category:words" for the glyph colour of a category.
    """
    key = (name, color_token, size, ratio)
    if key not in look.pictures:
        look.pictures[key] = tinted(look.theme, name, color_token, size, ratio)
    return look.pictures[key]


def tinted(theme: Theme, name: str, color_token: str, size: int, ratio: float) -> QPixmap:
    """Return one picture in a given theme."""
    side = round(size * ratio)
    drawn = QPixmap(side, side)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    QSvgRenderer(str(asset("icons", "ui", f"{name}.svg"))).render(painter, QRectF(0, 0, side, side))
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
    painter.fillRect(drawn.rect(), theme.paint(color_token))
    painter.end()
    drawn.setDevicePixelRatio(ratio)
    return drawn
