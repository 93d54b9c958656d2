"""What a page shows when there is nothing to list: a sign, a fact, and the next step."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from habitcoach.ui.icons import pixmap
from habitcoach.ui.look import Look
from habitcoach.ui.widgets.buttons import Button
from habitcoach.ui.widgets.labels import Label

_ICON = 32


class BigIcon(QWidget):
    """A line icon at twice its ordinary size."""

    def __init__(self, look: Look, name: str, tint: str = "text2") -> None:
        super().__init__()
        self._look, self._icon, self._token = look, name, tint
        self.setFixedSize(QSize(_ICON, _ICON))
        look.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the icon."""
        painter = QPainter(self)
        picture = pixmap(self._look, self._icon, self._token, _ICON, self.devicePixelRatioF())
        painter.drawPixmap(0, 0, picture)
        painter.end()


class EmptyState(QWidget):
    """A centred sign with a headline, a line, and up to a few buttons."""

    def __init__(self, look: Look, name: str, sign: QWidget, headline: str, line: str = "") -> None:
        super().__init__()
        self._look = look
        self.setObjectName(name)
        self.headline = Label(look, headline, "heading", wrap=True)
        self.line = Label(look, line, "body", "text2", wrap=True)
        self.headline.setObjectName(f"{name}_headline")
        self.line.setObjectName(f"{name}_line")
        body = QVBoxLayout(self)
        body.setContentsMargins(0, look.theme.space(10), 0, look.theme.space(10))
        body.setSpacing(look.theme.space(1))
        body.addWidget(sign, 0, Qt.AlignmentFlag.AlignHCenter)
        body.addSpacing(look.theme.space(3))
        for label in (self.headline, self.line):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            body.addWidget(label)
        self.line.setVisible(bool(line))
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(look.theme.space(2))
        self._buttons.addStretch()
        self._buttons.addStretch()
        body.addSpacing(look.theme.space(3))
        body.addLayout(self._buttons)

    def show_texts(self, headline: str, line: str) -> None:
        """Change headline and line; an empty line takes no room."""
        self.headline.setText(headline)
        self.line.setText(line)
        self.line.setVisible(bool(line))

    def add_button(self, button: Button) -> None:
        """Add a button behind those that are there."""
        self._buttons.insertWidget(self._buttons.count() - 1, button)
