"""Opening the agent's file, and asking what to do where it cannot be opened."""

import logging
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QApplication

from habitcoach.app.background import Background
from habitcoach.app.in_background import done_in_background
from habitcoach.core.errors import EnvironmentFaultError, HabitCoachError
from habitcoach.storage.fresh_start import start_afresh
from habitcoach.storage.opening import WINDOW_WAIT_MS, open_store
from habitcoach.storage.recovery import CURED_BY_BACKUP, with_cure
from habitcoach.storage.restoring import preview, restore
from habitcoach.storage.store import SqliteStore
from habitcoach.texts.errors import error_sentence
from habitcoach.texts.language import tr
from habitcoach.texts.starting import backup_line, fault_headline, kept_line, safe_line
from habitcoach.ui.format import date_text
from habitcoach.ui.look import Look
from habitcoach.ui.start_fault import Choice, FaultWords, StartFault

_T = TypeVar("_T")

_log = logging.getLogger(__name__)

#: Shows the window and returns what the agent chose.
Ask = Callable[[FaultWords], Choice]


def ask_in_window(application: QApplication) -> Ask:
    """Return what asks in a window of its own."""

    def ask(words: FaultWords) -> Choice:
        look = Look()
        look.apply(application)
        window = StartFault(look, words)
        window.exec()
        return window.choice

    return ask


def until_well(attempt: Callable[[], _T], ask: Ask) -> _T:
    """Return what an attempt returns, tried again as often as the agent likes; raises its fault at *Quit*."""
    while True:
        try:
            return attempt()
        except EnvironmentFaultError as fault:
            words = FaultWords(
                error_sentence(fault), (safe_line(fault.code),), ((Choice.AGAIN, tr("Try again")),)
            )
            if ask(words) is Choice.QUIT:
                raise


class OpeningDesk:
    """Opens the file, maybe after a backup was put back or an empty one was begun. Never by itself."""

    def __init__(self, database: Path, today: Callable[[], date], ask: Ask) -> None:
        """Take the file, the agent's local date, and what asks."""
        self._database = database
        self._today = today
        self._ask = ask

    def open(self, fault: EnvironmentFaultError | None = None) -> SqliteStore:
        """Return the open file; with a fault that a running app met, ask before it is opened again.

        Raises the fault when the agent would rather quit.
        """
        while True:
            if fault is None:
                try:
                    return open_store(self._database, WINDOW_WAIT_MS)
                except EnvironmentFaultError as error:
                    fault = error
            _log.warning("cannot open the file: %s", fault.code)
            fault = self._put_right(with_cure(fault, self._database))

    def _put_right(self, fault: EnvironmentFaultError) -> EnvironmentFaultError | None:
        """Do what the agent chooses and return what is still wrong, if known. Raises the fault at *Quit*."""
        background = Background()
        try:
            choice = self._ask(self._words(fault, background))
            if choice is Choice.QUIT:
                raise fault
            backup = fault.params.get("backup")
            if choice is Choice.RESTORE and backup is not None:
                path = Path(str(backup))
                done_in_background(background, lambda: restore(self._database, path, self._today()))
                _log.info("a backup was put back")
            elif choice is Choice.FRESH:
                done_in_background(background, lambda: start_afresh(self._database, self._today()))
                _log.info("the file was set aside, and an empty one begun")
        except HabitCoachError as error:
            if error is fault:
                raise
            # What was chosen could not be done: say that, and ask again.
            return error if isinstance(error, EnvironmentFaultError) else fault
        finally:
            background.stop(0.0)
        return None

    def _words(self, fault: EnvironmentFaultError, background: Background) -> FaultWords:
        headline = fault_headline(fault)
        again = (Choice.AGAIN, tr("Try again"))
        if fault.code not in CURED_BY_BACKUP:
            return FaultWords(headline, (safe_line(fault.code),), (again,))
        fresh = (Choice.FRESH, tr("Begin afresh…"))
        backup, day = fault.params.get("backup"), fault.params.get("day")
        if backup is None or not isinstance(day, date):
            lines = (tr("There is no backup that is whole."), kept_line(fault.code))
            return FaultWords(headline, lines, (again, fresh))
        path = Path(str(backup))
        try:
            found = done_in_background(background, lambda: preview(self._database, path))
            line = backup_line(
                date_text(day),
                entries_lost=found.entries_lost,
                habits_lost=found.habits_lost,
                state=found.state,
            )
        except HabitCoachError as error:
            line = error_sentence(error)
        put_back = (Choice.RESTORE, tr("Put back the backup"))
        return FaultWords(headline, (line, kept_line(fault.code)), (put_back, again, fresh))
