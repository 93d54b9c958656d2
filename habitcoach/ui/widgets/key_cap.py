"""A key, drawn as it stands on the keyboard."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from habitcoach.ui.look import Look
from habitcoach.ui.widgets.labels import Label

_HEIGHT = 20


def cap_text(keys: str) -> str:
    """Return keys that are pressed together as they stand on a cap: "Ctrl K"."""
    return keys if len(keys) == 1 else keys.replace("+", " ")


class KeyCap(Label):
    """The name of a key on its cap; read out as the name alone."""

    def __init__(self, look: Look, key: str) -> None:
        super().__init__(look, key, "caption", "text2")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        # Keys are written from left to right in every language.
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def sizeHint(self) -> QSize:
        """Return room for the name and the cap around it."""
        return QSize(super().sizeHint().width() + 2 * self._look.theme.space(2), _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        """Return the same: a key is never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the cap, then its name."""
        theme = self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("popup_button_line"), 1))
        painter.setBrush(theme.color("popup_button"))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, theme.space(1), theme.space(1))
        painter.end()
        super().paintEvent(event)


def hint(look: Look, key: str, words: str) -> tuple[QWidget, Label]:
    """Return a key and what it does."""
    return KeyCap(look, key), Label(look, words, "small", "text2")
