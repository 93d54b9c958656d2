"""Room before the text of a spin box, which style sheets cannot give it."""

from PySide6.QtWidgets import QAbstractSpinBox, QLineEdit

from habitcoach.ui.look import Look


def give_margin(look: Look, field: QAbstractSpinBox) -> None:
    """Inset the text of a time, date or number field as far as that of a line edit."""
    edit = field.findChild(QLineEdit)
    if edit is not None:
        edit.setTextMargins(look.theme.space(2), 0, 0, 0)
