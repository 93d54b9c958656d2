"""What worked: the agent's own lines, found again by day and by word."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from habitcoach.coaching.journal import JournalView
from habitcoach.texts.language import ntr, tr
from habitcoach.ui.habit.note_editor import NoteEditor
from habitcoach.ui.habit.words import dated
from habitcoach.ui.look import Look
from habitcoach.ui.widgets.buttons import Button
from habitcoach.ui.widgets.card import Line
from habitcoach.ui.widgets.dated_words import DatedWords, line_up
from habitcoach.ui.widgets.empty_state import BigIcon, EmptyState
from habitcoach.ui.widgets.foot import Foot, foot_button
from habitcoach.ui.widgets.labels import Label
from habitcoach.ui.widgets.search_field import FIND, SearchField
from habitcoach.ui.widgets.tab_order import order_as_laid_out

#: Lines shown at once; the earlier ones come when they are asked for.
SHOWN = 30
_SIZE = QSize(600, 520)


class JournalDialog(QDialog):
    """Lists lines, newest first. It is filled by `show_lines` each time `searched` asks for it."""

    searched = Signal(str)  #: words that are to be in the lines; "" for all
    written = Signal(object, str)  #: the date, and what its line says now
    erased = Signal(object)  #: the date

    def __init__(self, look: Look, parent: QWidget) -> None:
        super().__init__(parent)
        theme = look.theme
        self._look = look
        self._lines: tuple[JournalView, ...] = ()
        self._today = date.min
        self._most = SHOWN
        self.setObjectName("journal_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("What worked"))
        self.resize(_SIZE)
        self._search = SearchField(look, "journal_search", tr("Search your lines"))
        self._search.searched.connect(self._on_searched)
        QShortcut(FIND, self).activated.connect(self._search.setFocus)
        self._count = Label(look, "", "body", "text2")
        self._count.setObjectName("journal_count")
        self._scroll = QScrollArea()
        self._scroll.setObjectName("journal_lines")
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setAccessibleName(tr("What worked"))
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._none = EmptyState(look, "journal_none", BigIcon(look, "note"), "")
        self._pages = QStackedWidget()
        self._pages.addWidget(self._scroll)
        self._pages.addWidget(self._none)
        close = foot_button(look, "journal_close", tr("Close"), self.accept, "secondary")
        head = QHBoxLayout()
        head.addWidget(Label(look, tr("What worked"), "title2"), 1)
        head.addWidget(self._count)
        foot = Foot(look, close, beside=Label(look, tr("Stays on this computer."), "small", "text2"))
        body = QVBoxLayout(self)
        margin = theme.space(5)
        body.setContentsMargins(margin, margin, margin, theme.space(4))
        body.setSpacing(theme.space(3))
        body.addLayout(head)
        body.addWidget(self._search)
        body.addWidget(self._pages, 1)
        body.addLayout(foot)

    @property
    def words(self) -> str:
        """What is searched for."""
        return self._search.text().strip()

    def show_lines(self, lines: Sequence[JournalView], today: date) -> None:
        """Show what was found, newest first."""
        self._lines, self._today = tuple(lines), today
        place = self._scroll.verticalScrollBar().value()
        self._fill()
        self._scroll.verticalScrollBar().setValue(place)

    def _on_searched(self, words: str) -> None:
        self._most = SHOWN
        self.searched.emit(words)

    def _fill(self) -> None:
        count = len(self._lines)
        self._count.setText(ntr("{n} line", "{n} lines", count) if count else "")
        if not count:
            self._none.show_texts(*_nothing(self.words))
            self._pages.setCurrentWidget(self._none)
            return
        holder = QWidget()
        holder.setObjectName("scrolled")
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, self._look.theme.space(3), 0)
        column.setSpacing(self._look.theme.space(1))
        rows = [self._row(one) for one in self._lines[: self._most]]
        line_up(rows)
        for number, row in enumerate(rows):
            if number:
                column.addWidget(Line(self._look))
            column.addWidget(row)
        left = count - self._most
        if left > 0:
            more = Button(
                self._look, ntr("{n} earlier line", "{n} earlier lines", left), "quiet", scale="small"
            )
            more.setObjectName("journal_more")
            more.clicked.connect(self._show_more)
            column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeading)
        column.addStretch(1)
        # The scroll area would delete the old lines at once, amid the click on one of their buttons.
        old = self._scroll.takeWidget()
        if old is not None:
            old.hide()
            old.deleteLater()
        self._scroll.setWidget(holder)
        self._pages.setCurrentWidget(self._scroll)
        order_as_laid_out(self)

    def _row(self, one: JournalView) -> DatedWords:
        when = dated(one.day, self._today)
        change = tr("Change the line of {day}", day=when)
        row = DatedWords(self._look, "journal", when, one.text, tip=tr("Change this line"), open_name=change)
        row.opened.connect(lambda: self._edit(one))
        return row

    def _show_more(self) -> None:
        self._most += SHOWN
        self.show_lines(self._lines, self._today)

    def _edit(self, one: JournalView) -> None:
        title = tr("What worked, {day}", day=dated(one.day, self._today))
        editor = NoteEditor(self._look, title, one.text, self)
        editor.written.connect(lambda text: self.written.emit(one.day, text))
        editor.erased.connect(lambda: self.erased.emit(one.day))
        editor.open()


def _nothing(words: str) -> tuple[str, str]:
    """Return what stands where no line is, by what was searched for."""
    if words:
        return tr("No line has these words"), ""
    return tr("No lines yet"), tr("The end card asks what worked today. What you write there is kept here.")
