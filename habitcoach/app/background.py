"""Background: slow work on the disk in a thread of its own, told back in the GUI thread."""

import logging
import queue
import threading
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal, Slot

from habitcoach.core.errors import HabitCoachError

_log = logging.getLogger(__name__)


class StoppedError(Exception):
    """The app quits; work that is asked for its progress ends by this."""


@dataclass(frozen=True, slots=True, eq=False)
class _Job:
    work: Callable[[], Any]
    then: Callable[[Any], None]
    failed: Callable[[Exception], None]


class Background(QObject):
    """Does one job after the other. Work opens its own connection: the store's belongs to the GUI thread."""

    _told = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        """Start nothing yet; the thread comes with the first job."""
        super().__init__(parent)
        self._jobs: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
        self._thread: threading.Thread | None = None
        self._stopping = threading.Event()
        self._told.connect(self._run, Qt.ConnectionType.QueuedConnection)

    def do(
        self,
        work: Callable[[], Any],
        then: Callable[[Any], None] = lambda _: None,
        failed: Callable[[Exception], None] = lambda _: None,
    ) -> None:
        """Have `work` done in the thread, then `then` called with what it returned, or `failed`.

        What fails is a HabitCoachError or a mistake of ours, which goes to the log as well.
        """
        if self._stopping.is_set():
            return
        if self._thread is None:
            # A daemon: a disk that hangs must not keep the app from quitting.
            self._thread = threading.Thread(target=self._work, name="background", daemon=True)
            self._thread.start()
        self._jobs.put(_Job(work, then, failed))

    def step(self, _done: int, _total: int) -> None:
        """Be told of the progress of a copy; raises StoppedError when the app quits meanwhile."""
        if self._stopping.is_set():
            raise StoppedError

    def stop(self, seconds: float) -> None:
        """Begin nothing more, and wait so long for what is under way."""
        self._stopping.set()
        self._jobs.put(None)
        if self._thread is not None:
            self._thread.join(seconds)

    def _work(self) -> None:
        while (job := self._jobs.get()) is not None and not self._stopping.is_set():
            try:
                result = job.work()
            except HabitCoachError as error:
                self._tell(partial(job.failed, error))
            except StoppedError:
                return
            except Exception as error:  # noqa: BLE001  # the thread goes on with the next job; the log has it
                _log.exception("a mistake of ours, in the background")
                self._tell(partial(job.failed, error))
            else:
                self._tell(partial(job.then, result))

    def _tell(self, call: Callable[[], None]) -> None:
        try:
            self._told.emit(call)
        except RuntimeError:  # the app has quit meanwhile, and Qt with it
            _log.debug("nobody is left to hear of the background's work")

    @Slot(object)
    def _run(self, call: Callable[[], None]) -> None:
        # Whoever waited for it may be gone by now.
        if not self._stopping.is_set():
            call()
