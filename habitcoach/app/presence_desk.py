"""The desk of presence: has cues held while the agent is away, and nothing disturb who wants quiet."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from PySide6.QtGui import QGuiApplication

from habitcoach.app.attempts import Attempts
from habitcoach.bus import SessionBus
from habitcoach.coaching.coach import Coach
from habitcoach.coaching.presence_holds import AWAY_MINUTES, HOLD_FULL_SCREEN, HOLD_MICROPHONE
from habitcoach.coaching.setting_values import ON
from habitcoach.desktop.x_server import XServer
from habitcoach.ports import Presence
from habitcoach.presence import SystemPresence, microphone


def system_presence(
    application: QGuiApplication, bus: SessionBus, system_bus: SessionBus, environment: Mapping[str, str]
) -> SystemPresence:
    """Return what this desktop can say of the agent."""
    on_x = application.platformName() == "xcb" and not environment.get("WAYLAND_DISPLAY")
    # On Wayland a server for X sees only what is done in its own windows.
    screen = XServer.connect(environment.get("DISPLAY", "")) if on_x else None
    return SystemPresence(bus, system_bus, environment, screen, microphone())


class PresenceDesk:
    """Tells the coach after every reading; `changed` is called when cues begin to wait or may come."""

    def __init__(
        self, coach: Coach, attempts: Attempts, presence: Presence, changed: Callable[[], None]
    ) -> None:
        self._coach = coach
        self._attempts = attempts
        self._presence = presence
        self._changed = changed
        presence.on_read(self.heed)
        coach.settings.listen(self._heed_setting)

    def heed(self) -> None:
        """Bring the holds up to what is seen now."""
        self._attempts.run(self._note)

    def _note(self) -> None:
        self._presence.watch_microphone(wanted=self._coach.settings.value(HOLD_MICROPHONE) == ON)
        seen = self._presence.seen()
        if QGuiApplication.focusWindow() is not None:
            # What fills the screen is ours.
            seen = replace(seen, full_screen=False)
        if self._coach.presence_holds.heed(seen):
            self._changed()

    def _heed_setting(self, name: str) -> None:
        if name in {AWAY_MINUTES, HOLD_FULL_SCREEN, HOLD_MICROPHONE}:
            self.heed()
