"""One line over the pages that says what is off, and can be closed."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from habitcoach.texts.language import tr
from habitcoach.ui.look import Look
from habitcoach.ui.widgets.buttons import IconButton
from habitcoach.ui.widgets.labels import Label
from habitcoach.ui.widgets.small_icon import SmallIcon


class NoticeStrip(QWidget):
    """States a fact and the next step. A later notice replaces the former; it takes no focus."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        theme = look.theme
        self.setObjectName("notice_strip")
        strip = QFrame()
        strip.setProperty("surface", "strip")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(theme.size("page_margin_x"), theme.space(3), theme.size("page_margin_x"), 0)
        outer.addWidget(strip)
        self._text = Label(look, "", "body", wrap=True)
        self._text.setObjectName("notice_text")
        close = IconButton(look, "x", tr("Close this notice"))
        close.setProperty("scale", "small")
        close.setObjectName("notice_close")
        close.clicked.connect(self.hide)
        row = QHBoxLayout(strip)
        row.setContentsMargins(theme.space(3), theme.space(1), theme.space(1), theme.space(1))
        row.setSpacing(theme.space(2))
        row.addWidget(SmallIcon(look, "info"))
        row.addWidget(self._text, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(close)
        self.hide()

    @property
    def text(self) -> str:
        """What the strip says."""
        return self._text.text()

    def say(self, text: str) -> None:
        """Show a notice; an empty one closes the strip."""
        self._text.setText(text)
        self.setAccessibleName(text)
        self.setVisible(bool(text))
        if text and self.isVisible():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))
