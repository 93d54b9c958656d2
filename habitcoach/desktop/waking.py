"""The system's own word that it goes to sleep and that it has woken, where it gives one."""

from PySide6.QtCore import QObject, Signal

from habitcoach.bus import Heard, SessionBus

_LOGIND = "org.freedesktop.login1"
_PATH = "/org/freedesktop/login1"
_MANAGER = "org.freedesktop.login1.Manager"


class Waking(QObject):
    """Hears logind's `PrepareForSleep`, at once where the heartbeat needs up to a minute.

    Only a courtesy: without logind, without a system bus and on other systems nothing is heard, and the
    heartbeat notices the same by the clocks.
    """

    woke = Signal()  #: the machine is back from suspend or hibernation

    def __init__(self, bus: SessionBus, parent: QObject | None = None) -> None:
        """Take the system bus."""
        super().__init__(parent)
        bus.listen(self._heard, sender=_LOGIND, interface=_MANAGER, member="PrepareForSleep", path=_PATH)

    def _heard(self, signal: Heard) -> None:
        if signal.body == (False,):  # True: about to sleep, which changes nothing
            self.woke.emit()
