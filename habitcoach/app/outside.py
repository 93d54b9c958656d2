"""What the app reaches beyond its own windows: the buses, the agent's presence, notifications."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtWidgets import QApplication

from habitcoach.app.presence_desk import system_presence
from habitcoach.assets import asset
from habitcoach.bus import SessionBus
from habitcoach.notify.notifier import SystemNotifier
from habitcoach.presence import SystemPresence
from habitcoach.ui.tray import Tray


@dataclass(frozen=True, slots=True)
class Outside:
    """What the system offers. `close` it when nothing is to be told any more."""

    bus: SessionBus
    system_bus: SessionBus
    presence: SystemPresence
    notifier: SystemNotifier

    def close(self, seconds: float) -> None:
        """Wait so long for notifications under way, and leave the buses."""
        self.presence.close()
        self.notifier.drain(seconds)
        self.bus.close()
        self.system_bus.close()


def reach_out(application: QApplication, environment: Mapping[str, str], tray: Tray) -> Outside:
    """Connect to what is there; what is not there is done without."""
    bus = SessionBus.connect_session(environment)
    system_bus = SessionBus.connect_system(environment)
    presence = system_presence(application, bus, system_bus, environment)
    notifier = SystemNotifier(bus, asset("icons", "app.svg"), tray.message, sound=asset("sounds", "soft.wav"))
    return Outside(bus, system_bus, presence, notifier)
