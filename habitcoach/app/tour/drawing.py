"""Taking the picture of a scene."""

from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from habitcoach.ui.theme import Theme

#: Behind a card, which is see-through around its shadow, lies a desktop of this colour.
_DESKTOP = {"light": "#DCE0E0", "dark": "#101010"}


def picture_of(widget: QWidget, theme: Theme) -> QPixmap:
    """Return what is to be seen of a widget, with what lies on top of it: its open dialogs."""
    ratio = widget.devicePixelRatioF()
    picture = QPixmap(widget.size() * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(QColor(_DESKTOP[theme.name]))
    painter = QPainter(picture)
    widget.render(painter, QPoint())
    painter.end()
    return picture
