"""A boxed surface on a page."""

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from habitcoach.ui.look import Look


class Card(QFrame):
    """A white (or dark) box with a hairline; `body` is its layout."""

    def __init__(self, look: Look, surface: str = "card", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", surface)
        margin = look.theme.space(4)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(margin, margin, margin, margin)
        self.body.setSpacing(look.theme.space(2))


class Line(QFrame):
    """A hairline between two parts."""

    def __init__(self, _look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "line")
        self.setFixedHeight(1)
