"""One row of the Settings page, and the box that rows stand in."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from habitcoach.ui.look import Look
from habitcoach.ui.widgets.card import Line
from habitcoach.ui.widgets.labels import Label

#: A title breaks into lines only under this width, however long what stands beside it.
_LEAST_TITLE = 120


class Row(QWidget):
    """What is chosen, a quieter remark under it, and what chooses it at the trailing edge."""

    def __init__(
        self,
        look: Look,
        name: str,
        title: str,
        controls: Sequence[QWidget] = (),
        remark: str = "",
    ) -> None:
        """Take the row's object name, its words, and its controls in their order."""
        super().__init__()
        theme = look.theme
        self.setObjectName(name)
        self.setMinimumHeight(theme.size("row_setting"))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.title = Label(look, title, "body", wrap=True)
        self.title.setObjectName(f"{name}_title")
        self.title.setMinimumWidth(min(self.title.sizeHint().width(), _LEAST_TITLE))
        self._remark = Label(look, "", "small", "text2", wrap=True)
        self._remark.setObjectName(f"{name}_remark")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch()
        words.addWidget(self.title)
        words.addWidget(self._remark)
        words.addStretch()
        line = QHBoxLayout()
        line.setSpacing(theme.space(2))
        line.addLayout(words, 1)
        line.addSpacing(theme.space(2))
        for control in controls:
            line.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)
            if not control.accessibleDescription():
                control.setAccessibleDescription(remark)
            if isinstance(control, QComboBox):
                # On Linux its name is what it shows, and what it is about comes from its label.
                self.title.setBuddy(control)
        self.body = QVBoxLayout(self)  #: what is added stands under the row's own line
        edge = theme.space(2) - 1
        self.body.setContentsMargins(0, edge, 0, edge)
        self.body.setSpacing(theme.space(2))
        self.body.addLayout(line)
        self.say(remark)

    @property
    def remark(self) -> str:
        """What the quieter line says."""
        return self._remark.text()

    def say(self, remark: str) -> None:
        """Change the quieter line; an empty one takes no room."""
        self._remark.setText(remark)
        self._remark.setVisible(bool(remark))


class Box(QFrame):
    """Rows with hairlines between them."""

    def __init__(self, look: Look, rows: Sequence[QWidget]) -> None:
        super().__init__()
        self.setProperty("surface", "card")
        side = look.theme.space(4)
        body = QVBoxLayout(self)
        body.setContentsMargins(side, 1, side, 1)
        body.setSpacing(0)
        for number, row in enumerate(rows):
            if number:
                body.addWidget(Line(look))
            body.addWidget(row)
