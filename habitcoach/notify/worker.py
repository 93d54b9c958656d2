"""One thread for notification programs that wait, so that the window does not."""

import queue
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from habitcoach.notify.attempt import Attempt

_LATE = Attempt("late", final=True)
_NOT_BEGUN = Attempt("late")


_Works = queue.SimpleQueue[Callable[[], Attempt] | None]  # None ends the thread


@dataclass(slots=True, eq=False)
class _Job:
    work: Callable[[], Attempt]
    then: Callable[[Attempt], None] | None  #: None when it has been told


class Worker(QObject):
    """Does one job after the other, each within a deadline that is kept by not waiting any longer.

    A job cannot be stopped from outside. When one overstays, those behind it are given up at their own
    deadlines, without having begun; so what comes late is at most one notification.
    """

    _ended = Signal(object)

    def __init__(self, deadline: float) -> None:
        """Take the seconds that a job may take from being asked for; the thread starts with the first."""
        super().__init__()
        self._deadline = deadline
        self._jobs: deque[_Job] = deque()  # the first is under way
        self._to_thread: _Works = queue.SimpleQueue()
        self._thread: threading.Thread | None = None
        self._ended.connect(self._take, Qt.ConnectionType.QueuedConnection)

    def do(self, work: Callable[[], Attempt], then: Callable[[Attempt], None]) -> None:
        """Have `work` done in the thread; `then` gets its result, or "late", once and in the GUI thread."""
        job = _Job(work, then)
        self._jobs.append(job)
        QTimer.singleShot(round(self._deadline * 1000), partial(self._late, job))
        if len(self._jobs) == 1:
            self._begin()

    def rest(self) -> None:
        """Let the thread end as soon as it is done with its job; a later job starts another one."""
        if self._thread is not None:
            self._to_thread.put(None)
            # The next thread has a queue of its own, so that it does not take the word meant for this one.
            self._to_thread, self._thread = queue.SimpleQueue(), None

    def _begin(self) -> None:
        if self._thread is None:
            # A daemon: a program that hangs must not keep the app from quitting.
            self._thread = threading.Thread(
                target=self._run, args=(self._to_thread,), name="notify", daemon=True
            )
            self._thread.start()
        self._to_thread.put(self._jobs[0].work)

    def _run(self, works: _Works) -> None:
        while (work := works.get()) is not None:
            attempt = work()
            try:
                self._ended.emit(attempt)
            except RuntimeError:  # the app has quit meanwhile, and Qt with it
                return

    @Slot(object)
    def _take(self, attempt: Attempt) -> None:
        self._tell(self._jobs.popleft(), attempt)
        if self._jobs:
            self._begin()

    def _late(self, job: _Job) -> None:
        if job.then is None:
            return
        if job is self._jobs[0]:
            self._tell(job, _LATE)
        else:
            self._jobs.remove(job)
            self._tell(job, _NOT_BEGUN)

    def _tell(self, job: _Job, attempt: Attempt) -> None:
        then, job.then = job.then, None
        if then is not None:
            then(attempt)
