"""Notices when a tray comes up after the program."""

from typing import cast

from PySide6.QtCore import SLOT, QObject, QTimer, Signal, Slot
from PySide6.QtDBus import QDBusConnection, QDBusServiceWatcher
from PySide6.QtWidgets import QSystemTrayIcon

_WATCHER = "org.kde.StatusNotifierWatcher"
_PATH = "/StatusNotifierWatcher"
_LOOKS = 30
_LOOK_MS = 1000


class TrayHost(QObject):
    """Says when a tray has appeared, over D-Bus or, in the first half minute, by looking."""

    registered = Signal()  #: a StatusNotifier watcher or host came: an icon made before is not shown by it
    appeared = Signal()  #: there is a tray where there was none

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._known = self.available
        self._looks_left = _LOOKS
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self._look)
        if not self._known:
            # XEmbed trays say nothing to programs that have no window in them yet.
            self._timer.start()
        self._bus_watcher: QDBusServiceWatcher | None = None
        bus = QDBusConnection.sessionBus()
        if bus.isConnected():
            mode = QDBusServiceWatcher.WatchModeFlag.WatchForRegistration
            self._bus_watcher = QDBusServiceWatcher(_WATCHER, bus, mode, self)
            self._bus_watcher.serviceRegistered.connect(self._on_registered)
            # PySide6 6.11 says it wants bytes and takes text alone.
            slot = cast("bytes", SLOT("on_host()"))
            bus.connect(_WATCHER, _PATH, _WATCHER, "StatusNotifierHostRegistered", self, slot)

    @property
    def available(self) -> bool:
        """Whether there is a tray now."""
        return QSystemTrayIcon.isSystemTrayAvailable()

    @Slot()
    def on_host(self) -> None:
        """Follow the bus signal that a host has come."""
        self._on_registered(_WATCHER)

    def _on_registered(self, _service: str) -> None:
        self.registered.emit()
        self._look()

    def _look(self) -> None:
        self._looks_left -= 1
        if self.available and not self._known:
            self._known = True
            self.appeared.emit()
        if self._known or self._looks_left <= 0:
            self._timer.stop()
