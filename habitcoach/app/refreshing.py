"""Refreshing: after a change, read each view once for whatever shows it, in turns of the event loop."""

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QObject

from habitcoach.app.attempts import Attempts
from habitcoach.app.turns import Reading, Turns
from habitcoach.coaching.stretches import whole
from habitcoach.core.errors import EnvironmentFaultError

#: What reads and shows one view; a longer one yields where others may get their turn.
Step = Callable[[], Iterable[str | None] | None]


class Refreshing(QObject):
    """Joins the changes of one turn of the loop into one reading, and lets others in between stretches."""

    def __init__(self, attempts: Attempts, steps: Sequence[Step], parent: QObject | None = None) -> None:
        """Take what reads and shows, in order."""
        super().__init__(parent)
        self._attempts = attempts
        self._steps = steps
        self._turns: Turns[None] = Turns(attempts.run, lambda _: None, self)
        self._done_once = False

    @property
    def done_once(self) -> bool:
        """Whether everything has been read and shown once."""
        return self._done_once

    def soon(self) -> None:
        """Read again, from the first step on, when the present turn is over."""
        self._turns.soon(self._reading)

    def now(self) -> None:
        """Read everything in one go."""
        self._turns.stop()
        self._attempts.run(lambda: whole(self._reading()))

    def stop(self) -> None:
        """Read nothing more."""
        self._turns.stop()

    def _reading(self) -> Reading[None]:
        failed: list[Exception] = []
        for step in self._steps:
            try:
                yield from step() or ()
            except EnvironmentFaultError:
                raise  # all of it is read again when the file is there again
            except Exception as error:  # noqa: BLE001  # the others are shown all the same
                failed.append(error)
            yield None
        self._done_once = True
        if failed:
            raise failed[0]
