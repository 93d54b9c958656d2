"""The scrolling body of a page."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from habitcoach.ui.look import Look
from habitcoach.ui.widgets.labels import Label


class Page(QScrollArea):
    """A page that scrolls as a whole; `body` is its layout."""

    def __init__(self, look: Look, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        # Only the largest text in the smallest window needs it; then nothing may be out of reach.
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._taken = 0
        theme = look.theme
        inner = self.inner = QWidget()
        inner.setObjectName("scrolled")
        self.body = QVBoxLayout(inner)
        side, top = theme.size("page_margin_x"), theme.size("page_margin_top")
        self._sides = (side, side)
        self.body.setContentsMargins(side, top, side, top)
        self.body.setSpacing(theme.space(3))
        self.setWidget(inner)
        self.verticalScrollBar().rangeChanged.connect(self._make_room)
        self.viewport().setAutoFillBackground(False)

    def _make_room(self) -> None:
        """Take the room of the scroll bar out of the margin, so that nothing moves when it comes."""
        taken = self.verticalScrollBar().sizeHint().width() if self.verticalScrollBar().maximum() else 0
        self._taken = taken
        self._lay_sides()

    def set_sides(self, begin: int, end: int) -> None:
        """Change the margins beside the body, where the language begins a line and where it ends one."""
        self._sides = (begin, end)
        self._lay_sides()

    def _lay_sides(self) -> None:
        begin, end = self._sides
        end -= self._taken
        margins = self.body.contentsMargins()
        margins.setLeft(end if self.isRightToLeft() else begin)
        margins.setRight(begin if self.isRightToLeft() else end)
        self.body.setContentsMargins(margins)

    def changeEvent(self, event: QEvent) -> None:
        """Turn the margins with the window."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._lay_sides()


class SectionHead(QWidget):
    """The heading over a part of a page, with a quieter count or remark behind it."""

    def __init__(self, look: Look, title: str, name: str) -> None:
        super().__init__()
        self._title = Label(look, title, "small_strong")
        self._remark = Label(look, "", "small", "text3")
        self._remark.setObjectName(f"{name}_remark")
        self.setObjectName(f"{name}_head")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._look = look
        self._dress()
        look.changed.connect(self._dress)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.theme.space(2))
        row.addWidget(self._title)
        row.addWidget(self._remark)
        row.addStretch()

    def _dress(self) -> None:
        self.setMinimumHeight(self._look.theme.line_height("small_strong"))

    def show_remark(self, text: str) -> None:
        """Show a count or a few words behind the heading."""
        self._remark.setText(text)


class Rule(QWidget):
    """A hairline between two columns."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setFixedWidth(look.theme.border("hairline"))
        look.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._look.theme.color("line"))
        painter.end()
