"""What the last decisions did, in a line each."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from habitcoach.ui.look import Look
from habitcoach.ui.widgets.labels import Label
from habitcoach.ui.widgets.small_icon import SmallIcon


class Lines(QWidget):
    """Sentences of the coach, each behind a small sign."""

    def __init__(self, look: Look, name: str, icon: str) -> None:
        super().__init__()
        self._look, self._icon, self._name = look, icon, name
        self._said: tuple[str, ...] = ()
        self.setObjectName(name)
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(look.theme.space(2))

    def show_lines(self, lines: Sequence[str]) -> None:
        """Show these sentences; none take no room."""
        self.setVisible(bool(lines))
        if self._said == tuple(lines):
            return
        self._said = tuple(lines)
        while (item := self._body.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for number, text in enumerate(lines):
            self._body.addWidget(self._line(f"{self._name}-{number + 1}", text))

    def _line(self, name: str, text: str) -> QWidget:
        made = QWidget()
        label = Label(self._look, text, "small", "text2", wrap=True)
        label.setObjectName(name)
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._look.theme.space(2))
        row.addWidget(SmallIcon(self._look, self._icon), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(label, 1)
        return made
