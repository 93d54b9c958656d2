"""What the agent sees and can do while answers are not on disk: the strip, a word, a copy, a question."""

import logging
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QFileDialog

from habitcoach.app.parts import Parts
from habitcoach.ports import Notice, Notifier
from habitcoach.storage.copying import copy_verified
from habitcoach.texts.language import tr
from habitcoach.texts.troubles import quit_words, said, trouble_words
from habitcoach.ui.saving import Saving
from habitcoach.ui.widgets.question import Question, QuestionWords

_log = logging.getLogger(__name__)

NOTICE = "trouble"
#: The code with which the event loop ends when the agent wants to choose what to put back.
PUT_RIGHT = 3
#: … and when everything is to be deleted.
ERASE = 4


class SavingDesk(QObject):
    """Tells of trouble once, however the agent gave an answer, and asks before one is dropped."""

    def __init__(self, parts: Parts, notifier: Notifier) -> None:
        window, attempts = parts.window, parts.attempts
        super().__init__(window)
        self._attempts = attempts
        self._background = parts.background
        self._database = parts.home.database
        self._window = window
        self._look = parts.look
        self._notifier = notifier
        self._told = ""
        self._asking = False
        attempts.changed.connect(self._show)
        window.trouble.try_again.connect(attempts.try_again)
        window.trouble.save_copy.connect(self._ask_where)
        window.trouble.put_right.connect(lambda: self.leave(PUT_RIGHT))
        window.quit.connect(self.quit)
        parts.tray.wants.quit.connect(self.quit)

    def quit(self) -> None:
        """Quit, or ask first when answers are only in memory."""
        self.leave(0)

    def leave(self, code: int) -> None:
        """End the desk with an exit code, or ask first when answers are only in memory."""
        self._attempts.try_again()
        unsaved = self._attempts.state.unsaved
        if not unsaved:
            QApplication.exit(code)
        elif not self._asking:
            self._asking = True
            self._window.bring_up()
            headline, line = quit_words(unsaved)
            words = QuestionWords(headline, line, tr("Stay"), tr("Quit without saving"))
            question = Question(self._look, self._window, words)
            question.finished.connect(self._asked)
            question.ask(lambda: QApplication.exit(code))

    def _asked(self) -> None:
        self._asking = False

    def _show(self, saving: Saving) -> None:
        self._window.show_saving(saving)
        if saving.trouble and saving.unsaved and saving.trouble != self._told:
            self._told = saving.trouble
            self._say_outside(saving)
        if not saving.trouble and self._told:
            self._told = ""
            self._notifier.close(NOTICE)

    def _say_outside(self, saving: Saving) -> None:
        """Say it as a notification where the strip cannot be seen: the answer came from elsewhere."""
        if not self._window.isActiveWindow():
            headline, line = trouble_words(saving.trouble, saving.unsaved)
            self._notifier.notify(Notice(NOTICE, headline, line), lambda _: None)

    def _ask_where(self) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self._window, tr("Save a copy of your HabitCoach file"), str(Path.home() / "habitcoach-copy.db")
        )
        if name:
            self._save_copy(Path(name))

    def _save_copy(self, target: Path) -> None:
        """Save a copy of the file where the agent said, beside the window."""
        self._background.do(
            lambda: copy_verified(self._database, target, self._background.step),
            lambda _: self._window.show_notice(tr("The copy is saved: {path}", path=target)),
            lambda error: self._window.show_notice(tr("No copy was saved. {why}", why=said(error))),
        )
