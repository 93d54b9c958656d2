"""The research behind the rules, as a page to read: docs/science.md, opened where a "why" leads."""

from collections.abc import Iterator
from enum import StrEnum

from PySide6.QtGui import QShowEvent, QTextBlock, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTextBrowser, QVBoxLayout, QWidget

from habitcoach.assets import document
from habitcoach.texts.language import tr
from habitcoach.ui.look import Look
from habitcoach.ui.widgets.buttons import Button

_WIDTH, _HEIGHT = 640, 560
_LINE_PERCENT = 120.0


class Topic(StrEnum):
    """Where in the page to begin: its headings, word for word."""

    PLAN = "The plan"
    TIME = "How long it takes"
    BY_ITSELF = "It happens by itself"
    FADING = "Why cues are withdrawn"
    INTERRUPTIONS = "Never in the way"
    REWARDS = "Rewards"
    STREAKS = "Streaks"
    REVIEW = "The weekly review"


class Science(QDialog):
    """Shows the page. It is ours, so it may be markup; nothing in it leads anywhere."""

    def __init__(self, look: Look, parent: QWidget | None, topic: Topic | None = None) -> None:
        super().__init__(parent)
        theme = look.theme
        self.setObjectName("science")
        self.setWindowTitle(tr("The research behind it"))
        self.resize(_WIDTH, _HEIGHT)
        self._page = QTextBrowser()
        self._page.setObjectName("science_page")
        self._page.setAccessibleName(self.windowTitle())
        self._page.setOpenLinks(False)
        self._page.setMarkdown(document("science.md").read_text("utf-8"))
        close = Button(look, tr("Close"), "secondary")
        close.setObjectName("science_close")
        close.clicked.connect(self.accept)
        foot = QDialogButtonBox()
        foot.addButton(close, QDialogButtonBox.ButtonRole.AcceptRole)
        body = QVBoxLayout(self)
        margin = theme.space(4)
        body.setContentsMargins(margin, margin, margin, margin)
        body.setSpacing(theme.space(3))
        body.addWidget(self._page)
        body.addWidget(foot)
        self._give_room(look)
        self._topic = topic

    def showEvent(self, event: QShowEvent) -> None:
        """Put the topic's heading at the top; only a shown page knows how high its text is."""
        super().showEvent(event)
        if self._topic is not None:
            self._begin_at(self._topic)

    def _give_room(self, look: Look) -> None:
        """Set paragraphs and headings apart."""
        theme = look.theme
        self._page.document().setDocumentMargin(theme.space(4))
        cursor = QTextCursor(self._page.document())
        for block in self._blocks():
            layout = block.blockFormat()
            heading = layout.headingLevel()
            layout.setTopMargin(theme.space(5) if heading > 1 else 0)
            layout.setBottomMargin(theme.space(1 if block.textList() is not None else 2))
            layout.setLineHeight(_LINE_PERCENT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
            cursor.setPosition(block.position())
            cursor.setBlockFormat(layout)
            if heading:
                cursor.select(QTextCursor.SelectionType.BlockUnderCursor)
                letters = QTextCharFormat()
                letters.setFont(theme.font("title" if heading == 1 else "heading"))
                cursor.mergeCharFormat(letters)

    def _begin_at(self, topic: Topic) -> None:
        found = next(
            one for one in self._blocks() if one.blockFormat().headingLevel() and one.text() == topic
        )
        self._page.setTextCursor(QTextCursor(found))
        top = self._page.document().documentLayout().blockBoundingRect(found).top()
        self._page.verticalScrollBar().setValue(int(top))

    def _blocks(self) -> Iterator[QTextBlock]:
        block = self._page.document().begin()
        while block.isValid():
            yield block
            block = block.next()
