"""Safekeeping: one backup a day, and a look at the file's health, both beside the window."""

import logging
from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from habitcoach.app.background import Background
from habitcoach.core.errors import HabitCoachError
from habitcoach.storage.backups import daily_backup
from habitcoach.storage.checking import quick_look
from habitcoach.storage.location import on_share
from habitcoach.texts.errors import error_sentence, sentence_for
from habitcoach.texts.language import tr

_log = logging.getLogger(__name__)

_DAMAGED = "corrupt"


class Safekeeping(QObject):
    """Makes the day's backup and checks the file; each thing that is wrong is told once."""

    damaged = Signal()  #: the file is damaged; what is in it may still be read for a while
    told = Signal(str)  #: one sentence for the agent

    def __init__(
        self, database: Path, background: Background, today: Callable[[], date], parent: QObject | None = None
    ) -> None:
        """Take the file, where slow work is done, and the agent's local date."""
        super().__init__(parent)
        self._database = database
        self._background = background
        self._today = today
        self._backed_up: date | None = None
        self._said: set[str] = set()
        self._under_way = False

    def check(self) -> None:
        """Look at the file's health."""
        self._background.do(lambda: quick_look(self._database), self._checked, self._failed)

    def back_up(self) -> None:
        """Make the day's backup unless it is made; called again and again, it tries again what failed."""
        day = self._today()
        if day == self._backed_up or self._under_way:
            return
        self._under_way = True
        self._background.do(
            lambda: daily_backup(self._database, day, self._background.step),
            lambda _: self._made(day),
            self._failed_backup,
        )

    def _checked(self, health: str) -> None:
        if health != "ok":
            _log.error("the file is damaged: %s", health)
            self._tell_damage()
        if on_share(self._database):
            self.told.emit(sentence_for("on_share"))

    def _made(self, day: date) -> None:
        self._under_way = False
        self._backed_up = day

    def _failed_backup(self, error: Exception) -> None:
        self._under_way = False
        self._failed(error)

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, HabitCoachError):
            return  # a mistake of ours, which the log has
        if error.code == _DAMAGED:
            self._tell_damage()
        elif error.code not in self._said:
            self._said.add(error.code)
            _log.warning("no backup was made: %s", error.code)
            self.told.emit(tr("Today’s backup was not made. {why}", why=error_sentence(error)))

    def _tell_damage(self) -> None:
        if _DAMAGED not in self._said:
            self._said.add(_DAMAGED)
            self.damaged.emit()
