"""Attempts: running what writes, so that a busy or refusing disk delays it and loses nothing."""

import logging
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QElapsedTimer, QObject, QThread, QTimer, Signal

from habitcoach.core.errors import EnvironmentFaultError, HabitCoachError
from habitcoach.texts.errors import error_sentence
from habitcoach.texts.troubles import DAMAGED, TROUBLES, said
from habitcoach.ui.saving import Saving
from habitcoach.ui.waiting import RowKey

_log = logging.getLogger(__name__)

#: Another program holds the file: wait this long, so many times, before the agent is told.
RETRY_MS = 20
MOST_RETRIES = 500
#: A wait longer than this is shown as "saving".
SAVING_AFTER = 5
#: What the disk does not take is offered to it again this often.
SLOW_RETRY_MS = 3000
_QUIT_RETRIES = 60
_TURN_MS, _NO_END_MS = 6, 60_000
_BUSY, _FULL = "file_busy", "disk_full"


@dataclass(frozen=True, slots=True)
class _Waiting:
    """One action that is not over with."""

    action: Callable[[], object]
    kept: bool  #: whether it is the agent's, and so must not be lost
    place: RowKey | None = None  #: the occasion it is about


class Attempts(QObject):
    """Runs actions in order; one that finds the file busy is tried again, and what came later waits.

    When the disk takes nothing at all, what the agent gave is kept in memory and offered again by timer, in
    its order; the rest is dropped, because it can be done anew when `recovered` says so.
    """

    refused = Signal(str)  #: one sentence for the agent
    changed = Signal(object)  #: how saving stands now, a `Saving`
    recovered = Signal()  #: the disk takes what it is given again

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        check: Callable[[], None] = lambda: None,
        make_room: Callable[[], bool] = lambda: False,
    ) -> None:
        """Take Qt's parent, what raises while the file is not where it was, and what frees some room."""
        super().__init__(parent)
        self._check = check
        self._make_room = make_room
        self._waiting: deque[_Waiting] = deque()
        self._unsaved: deque[_Waiting] = deque()
        self._dropped: Callable[[], object] | None = None  # the last one: whether it works now is a test
        self._trouble = ""
        self._damaged = False
        self._tries = 0
        self._running = False
        self._said = Saving()
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._run_waiting)
        self._slow_timer = QTimer(self, interval=SLOW_RETRY_MS)
        self._slow_timer.timeout.connect(self.try_again)

    def run(self, action: Callable[[], object]) -> None:
        """Run what can be done again at any time, now or after those that still wait. Never raises."""
        self._add(_Waiting(action, kept=False))

    def keep(self, action: Callable[[], object], place: RowKey | None = None) -> None:
        """Run what the agent gave, now or as soon as the disk takes it. Never raises.

        `place`: subject and slot of the occasion that it answers.
        """
        self._add(_Waiting(action, kept=True, place=place))

    @property
    def state(self) -> Saving:
        """How saving stands."""
        slow = self._tries >= SAVING_AFTER
        open_ones = [*self._unsaved, *(one for one in self._waiting if one.kept)] if slow else self._unsaved
        places = frozenset(one.place for one in open_ones if one.place is not None)
        trouble = DAMAGED if self._damaged else self._trouble
        return Saving(slow, trouble, len(self._unsaved), places)

    def is_open(self, place: RowKey) -> bool:
        """Whether an answer to this occasion waits to be saved."""
        return any(one.place == place for one in (*self._unsaved, *self._waiting))

    def try_again(self) -> None:
        """Offer the disk what it has not taken; does nothing when there is no trouble, or amid an action."""
        if not self._trouble or self._running:
            return
        while self._unsaved:
            if self._still_in_trouble(self._unsaved[0].action):
                return
            self._unsaved.popleft()
        if self._dropped is not None and self._still_in_trouble(self._dropped):
            return
        self._end_trouble()

    def declare_damaged(self) -> None:
        """Say from now on that the file is damaged, even while it still takes what it is given."""
        self._damaged = True
        self._tell()

    def take_back_last(self) -> bool:
        """Drop the agent's last answer that is not on disk; False when there is none."""
        if not self._unsaved:
            return False
        self._unsaved.pop()
        self._tell()
        return True

    def finish(self) -> None:
        """Run what still waits, at quitting; waits up to two seconds for another writer."""
        self._slow_timer.stop()
        for _ in range(_QUIT_RETRIES):
            self._run_all(_NO_END_MS)
            if not self._waiting:
                break
            QThread.msleep(RETRY_MS)
        self._timer.stop()
        self.try_again()
        left = len(self._unsaved) + sum(one.kept for one in self._waiting)
        if left:
            _log.error("quit with answers that the disk did not take: %d", left)

    def _add(self, one: _Waiting) -> None:
        self._waiting.append(one)
        if not self._timer.isActive():
            self._run_waiting()

    def _run_waiting(self) -> None:
        self._run_all(_TURN_MS)

    def _run_all(self, turn_ms: int) -> None:
        if self._running:  # an action asked for another one; the loop below comes to it
            return
        turn = QElapsedTimer()
        turn.start()
        while self._waiting:
            if turn.hasExpired(turn_ms):
                # Many have waited: the window gets its turn between them.
                self._timer.start(0)
                return
            one = self._waiting[0]
            fault = self._trouble if one.kept and self._unsaved else self._run_one(one.action)
            if fault == _BUSY and not self._trouble and self._tries < MOST_RETRIES:
                self._tries += 1
                self._timer.start(RETRY_MS)
                self._tell()
                return
            self._waiting.popleft()
            self._tries = 0
            if fault:
                self._put_off(one, fault)
            self._tell()

    def _run_one(self, action: Callable[[], object]) -> str:
        """Return what keeps an action from the disk, or "" when it is over with, well or badly."""
        self._running = True
        try:
            self._check()
            action()
        except EnvironmentFaultError as error:
            if error.code == _FULL and self._make_room():
                return self._run_one(action)
            if error.code in TROUBLES:
                return error.code
            _log.warning("an action was refused: %s", error.code)
            self.refused.emit(error_sentence(error))
        except HabitCoachError as error:
            self.refused.emit(error_sentence(error))
        except Exception as error:  # noqa: BLE001  # nothing may leave a Qt slot; the log has the traceback
            _log.exception("a mistake of ours")
            self.refused.emit(said(error))
        finally:
            self._running = False
        return ""

    def _put_off(self, one: _Waiting, fault: str) -> None:
        if one.kept:
            self._unsaved.append(one)
        else:
            self._dropped = one.action
        self._set_trouble(fault)
        self._slow_timer.start()

    def _still_in_trouble(self, action: Callable[[], object]) -> bool:
        fault = self._run_one(action)
        if fault:
            self._set_trouble(fault)
        self._tell()
        return bool(fault)

    def _set_trouble(self, fault: str) -> None:
        if fault != self._trouble:
            _log.warning("the disk takes nothing: %s", fault)
        self._trouble = fault

    def _end_trouble(self) -> None:
        self._trouble = ""
        self._dropped = None
        self._slow_timer.stop()
        _log.info("the disk takes what it is given again")
        self._tell()
        self.recovered.emit()

    def _tell(self) -> None:
        state = self.state
        if state != self._said:
            self._said = state
            self.changed.emit(state)
