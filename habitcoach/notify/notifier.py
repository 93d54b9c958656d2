"""The port `Notifier`: the best way this system has, and the next one when it surely failed."""

import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QTimer

from habitcoach.bus import DEADLINE, Problem, SessionBus
from habitcoach.notify.attempt import Attempt, Clean, Way
from habitcoach.notify.cleaning import without_markup
from habitcoach.notify.freedesktop import FreedesktopNotification
from habitcoach.notify.notify_send import NotifySend
from habitcoach.notify.stock import MODULES, StockNotification
from habitcoach.notify.worker import Worker
from habitcoach.ports import Delivery, Notice


class SystemNotifier:
    """Native notifications. Nothing here blocks or raises; all callbacks come from the event loop.

    On Linux the notification server, then notify-send; elsewhere plyer's own backend; then the tray. The next
    way is tried only when the one before surely showed nothing. A notice that went to the tray carries the
    problem of the first way: whether a tray has shown a message, nobody can tell.
    """

    def __init__(  # noqa: PLR0913  # all that a desktop's notifications are made of
        self,
        bus: SessionBus | None,
        icon: Path,
        tray_message: Callable[[str, str], bool],
        *,
        sound: Path | None = None,
        deadline: float = DEADLINE,
        system: str = sys.platform,
    ) -> None:
        """Take the bus, if any, the icon, and what shows title and body at the tray and says if it could.

        `sound`: what a notice that is to be heard sounds like, where the server plays it. `deadline`: seconds
        each way may take. `system`: a value of `sys.platform`.
        """
        self._tray_message = tray_message
        self._bus = bus
        self._under_way = 0
        self._worker = Worker(deadline)
        self._server: FreedesktopNotification | None = None
        self._ways: list[Way] = []
        self._problem: str | None = None  # known before any way is tried
        if system in MODULES:
            self._ways.append(StockNotification(self._worker, icon, MODULES[system]))
            return
        if bus is not None:
            self._server = FreedesktopNotification(bus, icon, deadline, sound)
            self._ways.append(self._server)
        else:
            self._problem = "no_bus"
        self._ways.append(NotifySend(self._worker, icon, deadline))

    def notify(self, notice: Notice, then: Callable[[Delivery], None]) -> None:
        """Show a notice; `then` is called once, later, when it is out, refused, or late."""
        self._under_way += 1
        self._try(self._ways, Clean.of(notice), then, self._problem)

    def close(self, key: str) -> None:
        """Take a notice away if it is still up; only a notification server can."""
        if self._server is not None:
            self._server.close(key)

    def on_action(self, callback: Callable[[str, str], None]) -> None:
        """Have `callback(notice key, action key)` called for every click."""
        if self._server is not None:
            self._server.on_action(callback)

    def on_closed(self, callback: Callable[[str], None]) -> None:
        """Have `callback(notice key)` called when a notice has gone, by timeout or by the agent."""
        if self._server is not None:
            self._server.on_closed(callback)

    def drain(self, seconds: float) -> None:
        """Finish what is under way, for at most so long; events run meanwhile, but for the agent's input."""
        over = QDeadlineTimer(round(seconds * 1000))
        awake = QTimer(interval=20)
        awake.start()  # or waiting for something to happen could last longer than this may
        loop = QEventLoop()
        flags = (
            QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents
            | QEventLoop.ProcessEventsFlag.WaitForMoreEvents
        )
        while self._busy() and not over.hasExpired():
            loop.processEvents(flags)
        self._worker.rest()

    def _busy(self) -> bool:
        return self._under_way > 0 or (self._bus is not None and self._bus.pending > 0)

    def _try(
        self, ways: Sequence[Way], clean: Clean, then: Callable[[Delivery], None], problem: str | None
    ) -> None:
        """Try the first of the ways; `problem` is that of the first one tried."""
        if not ways:
            # Qt's balloon and the server behind some trays both read markup.
            shown = self._tray_message(without_markup(clean.title), without_markup(clean.body))
            self._tell(then, Delivery("tray" if shown else "none", buttons=False, problem=problem))
            return
        way, others = ways[0], ways[1:]

        def tried(attempt: Attempt) -> None:
            if attempt.problem is None:
                self._tell(then, Delivery(way.channel, attempt.buttons, sounded=attempt.sounded))
            elif attempt.final:
                self._tell(then, Delivery("none", buttons=False, problem=attempt.problem))
            else:
                # Without a bus, notify-send starts one of its own, on which nobody shows anything.
                left = () if attempt.problem == Problem.NO_BUS else others
                self._try(left, clean, then, problem or attempt.problem)

        way.show(clean, tried)

    def _tell(self, then: Callable[[Delivery], None], delivery: Delivery) -> None:
        self._under_way -= 1
        then(delivery)
