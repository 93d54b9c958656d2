"""The list of all keys, opened by `?`."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from habitcoach.texts.language import tr
from habitcoach.ui.keys import KeyGroup, KeyLine, key_groups
from habitcoach.ui.look import Look
from habitcoach.ui.widgets.buttons import Button
from habitcoach.ui.widgets.key_cap import KeyCap, cap_text
from habitcoach.ui.widgets.labels import Label


class KeysDialog(QDialog):
    """Shows what the keyboard does. It is closed by Esc, Enter or its one button."""

    def __init__(self, look: Look, parent: QWidget | None) -> None:
        super().__init__(parent)
        theme = look.theme
        self.setObjectName("keys_dialog")
        self.setWindowTitle(tr("Keyboard"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        first, *others = key_groups()
        columns = QHBoxLayout()
        columns.setSpacing(theme.space(8))
        columns.addLayout(_column(look, (first,)))
        columns.addLayout(_column(look, others))
        hint = Label(look, tr("Single letters work while a list or a card has the focus."), "small", "text2")
        close = Button(look, tr("Close"), "primary")
        close.setObjectName("keys_close")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.addWidget(hint)
        foot.addStretch(1)
        foot.addWidget(close)
        body = QVBoxLayout(self)
        margin = theme.space(5)
        body.setContentsMargins(margin, margin, margin, theme.space(4))
        body.setSpacing(theme.space(4))
        body.addLayout(columns)
        body.addLayout(foot)
        body.setSizeConstraint(QVBoxLayout.SizeConstraint.SetFixedSize)
        close.setFocus()


def _column(look: Look, groups: "tuple[KeyGroup, ...] | list[KeyGroup]") -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(look.theme.space(2))
    for number, group in enumerate(groups):
        if number:
            column.addSpacing(look.theme.space(3))
        column.addWidget(Label(look, group.title, "heading"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(look.theme.space(6))
        grid.setVerticalSpacing(look.theme.space(1))
        grid.setColumnStretch(0, 1)
        for row, line in enumerate(group.lines):
            grid.addWidget(Label(look, line.words), row, 0)
            grid.addWidget(_Caps(look, line), row, 1, Qt.AlignmentFlag.AlignTrailing)
        column.addLayout(grid)
    column.addStretch(1)
    return column


class _Caps(QWidget):
    """The keys of a line, each drawn as a key."""

    def __init__(self, look: Look, line: KeyLine) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.theme.space(1))
        for key in line.keys:
            row.addWidget(KeyCap(look, cap_text(key)))
