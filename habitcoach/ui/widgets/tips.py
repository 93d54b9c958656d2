"""Tool tips: a text as it is, however it is written."""

from html import escape

from PySide6.QtWidgets import QWidget

_TIP = "tip"


def set_tip(control: QWidget, text: str) -> None:
    """Show a text at the pointer, in lines where it is long; "" shows none.

    A tool tip takes rich text where it finds tags, so it is escaped into one. A screen reader is told the
    text itself, unless the control has a description of its own: Qt would tell it the tags.
    """
    control.setToolTip(f"<span>{escape(text)}</span>" if text else "")
    if control.accessibleDescription() in {"", control.property(_TIP)}:
        control.setAccessibleDescription(text)
    control.setProperty(_TIP, text)
