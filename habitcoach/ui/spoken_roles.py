"""What painted widgets are to a screen reader: a chart, a picture, a group. Qt knows that only of its own."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAccessibleWidget, QApplication, QWidget

_TOLD = "roles_are_told"


def tell_roles(application: QApplication) -> None:
    """Have every widget of a class that says its `spoken_role` be told as that; the names stay theirs."""
    if not application.property(_TOLD):
        application.setProperty(_TOLD, True)  # the value of a property
        QAccessible.installFactory(_told)


def _told(_class_name: str, one: QObject) -> QAccessibleWidget | None:
    role = getattr(one, "spoken_role", None)
    if isinstance(one, QWidget) and isinstance(role, QAccessible.Role):
        return QAccessibleWidget(one, role)
    return None  # Qt asks on, with what the class is made from
