"""Where the menu of a button opens that stands at the end of its line."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget


def popup_at_end(menu: QMenu, button: QWidget) -> None:
    """Open a menu below a button, its end below the button's end: so it stays over the window."""
    if button.isRightToLeft():
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
    else:
        menu.popup(button.mapToGlobal(button.rect().bottomRight()) - QPoint(menu.sizeHint().width() - 1, 0))
