"""The real presence: every source that this system has, read by signal and every quarter of a minute."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import QElapsedTimer, QObject, QTimer

from habitcoach.bus import SessionBus
from habitcoach.ports import Seen
from habitcoach.presence.idle_monitor import IdleMonitor
from habitcoach.presence.logind import LoginSession
from habitcoach.presence.quiet import Quiet
from habitcoach.presence.screen import OnScreen, Screen
from habitcoach.presence.screen_savers import ScreenSavers
from habitcoach.presence.source import Source, together
from habitcoach.presence.windows import windows_presence

READ_SECONDS = 15
#: What tells of its changes by itself is asked anew at every so manieth reading only.
_SELDOM = 4


class SystemPresence(QObject):
    """The port `Presence`; belongs to the GUI thread.

    Idleness counts only once an input was seen: on a display that nobody has touched since the app began,
    there may be no keyboard at all.
    """

    def __init__(  # noqa: PLR0913, PLR0917  # all that a system may have
        self,
        bus: SessionBus,
        system_bus: SessionBus,
        environment: Mapping[str, str],
        screen: Screen | None = None,
        microphone: Source | None = None,
        parent: QObject | None = None,
    ) -> None:
        """Take both buses, the X server where the display is one of X, and what tells of the microphone."""
        super().__init__(parent)
        self._screen = screen
        self._microphone = microphone
        self._begun = QElapsedTimer()
        self._begun.start()
        self._typed = False
        self._readings = 0
        self._callback: Callable[[], None] = lambda: None
        self._last = Seen()
        #: Asked at every reading, and those that tell of their changes.
        self._asked: list[Source] = []
        self._telling: list[Source] = []
        if environment.get("DBUS_SYSTEM_BUS_ADDRESS") or environment.get("XDG_RUNTIME_DIR"):
            # Without a runtime folder this is no login session, and another one's lock is none of ours.
            self._telling.append(LoginSession(system_bus, self._news))
        self._telling += [ScreenSavers(bus, self._news), Quiet(bus, self._news)]
        self._asked.append(IdleMonitor(bus, self._news))
        if screen is not None:
            self._asked.append(OnScreen(screen))
        windows = windows_presence()
        if windows is not None:
            self._asked.append(windows)
        self._timer = QTimer(self, interval=READ_SECONDS * 1000)
        self._timer.timeout.connect(self.read)

    def start(self) -> None:
        """Read now and go on."""
        self._timer.start()
        self.read()

    def stop(self) -> None:
        """Read no more."""
        self._timer.stop()
        self._callback = lambda: None

    def close(self) -> None:
        """Read no more and leave the X server; nothing is read after that."""
        self.stop()
        screen, self._screen = self._screen, None
        if screen is not None:
            screen.close()

    @property
    def sources(self) -> tuple[Source, ...]:
        """Everything that is asked at present, whether it says anything or not."""
        return (*self._telling, *self._asked)

    def watch_microphone(self, *, wanted: bool) -> None:
        """Ask whether a microphone is in use, now and at every reading, or do not."""
        source = self._microphone
        if source is None or wanted == (source in self._asked):
            return
        if wanted:
            self._asked.append(source)
            source.ask()
        else:
            self._asked.remove(source)

    def seen(self) -> Seen:
        """Return what was read last."""
        found = together(one.seen for one in self.sources)
        if found.idle is not None:
            self._typed = self._typed or found.idle < timedelta(milliseconds=self._begun.elapsed())
        return found if self._typed else replace(found, idle=None)

    def on_read(self, callback: Callable[[], None]) -> None:
        """Have `callback()` called after every reading."""
        self._callback = callback

    def read(self) -> None:
        """Ask everything that does not tell by itself."""
        seldom = self._telling if self._readings % _SELDOM == 0 else []
        self._readings += 1
        for source in (*self._asked, *seldom):
            source.ask()
        self._last = self.seen()
        self._callback()

    def _news(self) -> None:
        seen = self.seen()
        if seen != self._last:
            self._last = seen
            self._callback()
