"""Attempts: running what writes, so that a busy file delays it instead of freezing or losing it."""

import logging
from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from habitcoach.core.errors import EnvironmentFaultError, HabitCoachError
from habitcoach.texts.errors import error_sentence
from habitcoach.texts.language import tr

_log = logging.getLogger(__name__)

#: Another program holds the file: wait this long, so many times, before the agent is told.
RETRY_MS = 20
MOST_RETRIES = 500
#: A wait longer than this is shown as "saving".
SAVING_AFTER = 5
_BUSY = "file_busy"


class Attempts(QObject):
    """Runs actions in order; one that finds the file busy is tried again, and what came later waits."""

    refused = Signal(str)  #: one sentence for the agent
    saving = Signal(bool)  #: an action has waited for another writer for over 100 ms

    def __init__(self, parent: QObject | None = None) -> None:
        """Take Qt's parent."""
        super().__init__(parent)
        self._waiting: deque[Callable[[], object]] = deque()
        self._tries = 0
        self._timer = QTimer(self, interval=RETRY_MS, singleShot=True)
        self._timer.timeout.connect(self._run_waiting)

    def run(self, action: Callable[[], object]) -> None:
        """Run an action now, or after those that still wait. Never raises."""
        self._waiting.append(action)
        if not self._timer.isActive():
            self._run_waiting()

    def finish(self) -> None:
        """Run what still waits, once, at quitting."""
        self._timer.stop()
        self._run_waiting()

    def _run_waiting(self) -> None:
        while self._waiting:
            if not self._run_one(self._waiting[0]):
                self._tries += 1
                if self._tries == SAVING_AFTER:
                    self.saving.emit(True)
                self._timer.start()
                return
            self._waiting.popleft()
            if self._tries >= SAVING_AFTER:
                self.saving.emit(False)
            self._tries = 0

    def _run_one(self, action: Callable[[], object]) -> bool:
        """Return whether the action is over with, well or badly."""
        try:
            action()
        except EnvironmentFaultError as error:
            if error.code == _BUSY and self._tries < MOST_RETRIES:
                return False
            _log.warning("an action was refused: %s", error.code)
            self.refused.emit(error_sentence(error))
        except HabitCoachError as error:
            self.refused.emit(error_sentence(error))
        except Exception:  # noqa: BLE001  # nothing may leave a Qt slot; the log has the traceback
            _log.exception("a mistake of ours")
            self.refused.emit(
                tr("Something went wrong in HabitCoach. Your data are safe; the log file says more.")
            )
        return True
