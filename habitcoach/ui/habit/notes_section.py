"""The notes of a habit, newest first, in the agent's own words."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from habitcoach.coaching.habit_detail import HabitDetailView
from habitcoach.coaching.notes import NoteView
from habitcoach.core.entry import EntryId
from habitcoach.texts.language import ntr, tr
from habitcoach.ui.habit.note_editor import NoteEditor
from habitcoach.ui.habit.words import dated
from habitcoach.ui.look import Look
from habitcoach.ui.widgets.buttons import Button
from habitcoach.ui.widgets.dated_words import DatedWords, line_up
from habitcoach.ui.widgets.labels import Label

#: Notes shown before the agent asks for all.
FIRST_SHOWN = 5


class NotesSection(QWidget):
    """Notes with their date; each can be changed or erased."""

    written = Signal(object, str)  #: EntryId, or None for a new note; the text
    erased = Signal(object)  #: EntryId

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._habit = ""
        self._view: HabitDetailView | None = None
        self._all = False
        self.setObjectName("notes_section")
        self._add = Button(look, tr("Note"), "quiet", "plus", scale="compact")
        self._add.setProperty("flush", "true")
        self._add.setObjectName("note_add")
        self._add.clicked.connect(self.add_note)
        self._none = Label(look, "", "body", "text2", wrap=True)
        self._none.setObjectName("notes_none")
        self._more = Button(look, tr("Earlier notes"), "quiet", scale="small")
        self._more.setObjectName("notes_more")
        self._more.clicked.connect(self._show_all)
        head = QHBoxLayout()
        head.addWidget(Label(look, tr("Notes"), "heading"), 1)
        head.addWidget(self._add)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(look.theme.space(1))
        body.addLayout(head)
        body.addWidget(self._none)
        body.addLayout(self._rows)
        body.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeading)

    def show_notes(self, habit: str, view: HabitDetailView) -> None:
        """Show the notes of a habit; those that stay the same are left as they are."""
        same_habit = self._view is not None and self._view.habit_id == view.habit_id
        self._all = self._all and same_habit
        same = same_habit and self._view is not None and self._view.notes == view.notes
        self._habit, self._view = habit, view
        self._add.setVisible(view.can_note)
        self._add.setAccessibleName(tr("Add a note on {habit}", habit=habit))
        self._none.setText(_nothing(view))
        self._none.setVisible(not view.notes)
        if not same:
            self._fill()

    def add_note(self) -> None:
        """Ask for a new note."""
        if self._view is not None and self._view.can_note:
            self._edit(None, "")

    def _fill(self) -> None:
        while self._rows.count():
            item = self._rows.takeAt(0)
            row = item.widget() if item is not None else None
            if row is not None:
                row.hide()
                row.deleteLater()
        if self._view is None:
            return
        shown = self._view.notes if self._all else self._view.notes[:FIRST_SHOWN]
        rows = [self._row(one, self._view.today) for one in shown]
        line_up(rows)
        for row in rows:
            self._rows.addWidget(row)
            row.show()
        left = len(self._view.notes) - len(shown)
        self._more.setVisible(left > 0)
        self._more.set_label(ntr("{n} earlier note", "{n} earlier notes", left))

    def _row(self, note: NoteView, today: date) -> DatedWords:
        when = dated(note.work_date, today)
        change = tr("Change the note of {day}", day=when)
        row = DatedWords(self._look, "note", when, note.text, tip=tr("Change this note"), open_name=change)
        row.opened.connect(lambda: self._edit(note.entry_id, note.text))
        return row

    def _show_all(self) -> None:
        self._all = True
        self._fill()

    def _edit(self, entry_id: EntryId | None, before: str) -> None:
        editor = NoteEditor(self._look, tr("Note on {habit}", habit=self._habit), before, self)
        editor.written.connect(lambda text: self.written.emit(entry_id, text))
        editor.erased.connect(lambda: self.erased.emit(entry_id))
        editor.open()


def _nothing(view: HabitDetailView) -> str:
    if view.can_note:
        return tr("What went well, or what got in the way? A line is enough.")
    return tr("Notes stand beside what was logged. Your first log opens this.")
