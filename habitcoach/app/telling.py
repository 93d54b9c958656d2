"""Telling, once each, of what is missing here, and where the app is when its window has closed."""

import logging

from PySide6.QtCore import QObject, QTimer

from habitcoach.app.parts import Parts
from habitcoach.ports import Notifier
from habitcoach.texts.errors import sentence_for
from habitcoach.texts.notices import tray_notice

_log = logging.getLogger(__name__)

#: A tray that has not come by then does not come; the window must be seen.
TRAY_WAIT_MS = 10_000
TOLD_OF_TRAY = "told_of_tray"
#: No notification reaches the agent; Today says what to do, as long as it is so.
MUTED = "no_server"


class Telling(QObject):
    """Tells the agent about tray and notifications."""

    def __init__(self, parts: Parts, notifier: Notifier) -> None:
        super().__init__(parts.window)
        self._store = parts.store
        self._attempts = parts.attempts
        self._window = parts.window
        self._tray = parts.tray
        self._notifier = notifier
        self._said: set[str] = set()
        self._wait = QTimer(self, interval=TRAY_WAIT_MS, singleShot=True)
        self._wait.timeout.connect(self._wait_is_over)
        self._tray.appeared.connect(self._tray_appeared)
        self._window.closed_to_tray.connect(self._say_where_it_is)

    def start(self) -> None:
        """Begin to wait for a tray."""
        if self._tray.available:
            self._tray_appeared()
        self._wait.start()

    def stop(self) -> None:
        """Wait no longer."""
        self._wait.stop()

    def once(self, code: str) -> None:
        """Say what is missing here, the first time it is found."""
        if code in self._said:
            return
        self._said.add(code)
        _log.info("missing here: %s", code)
        if code == MUTED:
            self._window.today_page.strips.show_muted(muted=True)
        else:
            self._window.show_notice(sentence_for(code))

    def _tray_appeared(self) -> None:
        self._window.set_closes_to_tray(True)

    def _say_where_it_is(self) -> None:
        """Say once, at the first close of the window, that the app goes on in the tray."""
        if self._store.setting(TOLD_OF_TRAY) is None:
            self._attempts.run(lambda: self._store.put_setting(TOLD_OF_TRAY, "yes"))
            self._notifier.notify(tray_notice(), lambda _: None)

    def _wait_is_over(self) -> None:
        if not self._tray.available:
            self.once("no_tray")
            self._window.bring_up()
