"""The desk of the agent's own words: what worked, found again; and their plans, copied as sentences."""

from datetime import date

from PySide6.QtGui import QGuiApplication

from habitcoach.app.editing import Editing
from habitcoach.app.parts import Parts
from habitcoach.texts.language import tr
from habitcoach.texts.sharing import habits_text
from habitcoach.ui.journal_dialog import JournalDialog


class WordsDesk:
    """Opens *What worked*, and carries what is changed there to the coach."""

    def __init__(self, parts: Parts, editing: Editing) -> None:
        self._coach = parts.coach
        self._attempts = parts.attempts
        self._window = parts.window
        self._look = parts.look
        self._editing = editing
        self._dialog: JournalDialog | None = None
        window = self._window
        for page in (window.today_page, window.habits_page, window.review_page):
            page.journal_wanted.connect(self._open)
        window.habits_page.copy_wanted.connect(lambda: self._attempts.run(self._copy))

    def refresh(self) -> None:
        """Read the lines again while they are seen."""
        dialog = self._dialog
        if dialog is not None:
            agenda = self._coach.agenda()
            dialog.show_lines(self._coach.journal.search(dialog.words), agenda.today)

    def _open(self) -> None:
        if self._dialog is not None:
            return
        dialog = JournalDialog(self._look, self._window)
        dialog.searched.connect(lambda _: self._attempts.run(self.refresh))
        dialog.written.connect(self._write)
        dialog.erased.connect(self._erase)
        dialog.finished.connect(self._forget)
        self._dialog = dialog
        self._attempts.run(self.refresh)
        # Beside the window, not before it: what is erased can be brought back there.
        dialog.show()

    def _forget(self) -> None:
        self._dialog = None

    def _write(self, day: date, text: str) -> None:
        self._attempts.keep(lambda: self._coach.journal.write(text, day))

    def _erase(self, day: date) -> None:
        journal = self._coach.journal

        def act() -> None:
            before = journal.line(day).text
            journal.erase(day)
            self._editing.offer(tr("The line is erased"), lambda: journal.write(before, day))

        self._attempts.keep(act)

    def _copy(self) -> None:
        text = habits_text(self._coach.agenda().active())
        if not text:
            self._window.show_notice(tr("There are no habits to copy yet."))
            return
        QGuiApplication.clipboard().setText(text)
        self._window.show_notice(tr("Copied: your habits in sentences, without any numbers."))
