"""The program in the system tray."""

import os

from PySide6.QtCore import QObject, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from habitcoach.coaching.shift_choices import ShiftChoices
from habitcoach.coaching.today_view import TodayView
from habitcoach.coaching.views import OccasionState
from habitcoach.core.hold import HoldReason
from habitcoach.texts.language import tr
from habitcoach.ui.app_icon import app_icon
from habitcoach.ui.look import Look
from habitcoach.ui.tray_ground import ground_is_dark
from habitcoach.ui.tray_host import TrayHost
from habitcoach.ui.tray_icon import TrayState, tray_icon
from habitcoach.ui.tray_menu import TrayMenu
from habitcoach.ui.tray_words import tip_text, waiting_count

_MESSAGE_MS = 10_000
# An icon has its place only once the panel has taken it in.
_DOCKING_MS = 400
_DOCKING_LOOKS = 20
# Its top bar is dark whatever the applications wear.
_DARK_PANELS = frozenset({"GNOME", "UBUNTU", "UNITY"})


class Tray(QObject):
    """Icon and tool tip; `wants` is the menu. Left click asks for the panel, middle click turns the hold."""

    panel_wanted = Signal()  #: the agent has clicked the icon
    appeared = Signal()  #: a tray has come where there was none

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._shown = (TrayState.IDLE, 0)
        self._tip = tr("HabitCoach")
        self._middle_holds = True
        self._lets_go = False  # a middle click ends what the agent began; a break or an absence it does not
        self._looks_left = 0
        self._docking = QTimer(self, interval=_DOCKING_MS)
        self._docking.timeout.connect(self._look_for_place)
        self.wants = TrayMenu(self)  #: what the agent wants done: by the menu, by clicks on the icon
        self._icon = self._made()
        self._host = TrayHost(self)
        self._host.registered.connect(self._rebuild)
        self._host.appeared.connect(self._await_place)
        self._host.appeared.connect(self.appeared)
        look.changed.connect(self._redraw)

    @property
    def available(self) -> bool:
        """Whether the system has a tray at present."""
        return self._host.available

    @property
    def menu(self) -> QMenu:
        """The menu, as it is shown."""
        return self.wants.menu

    @property
    def state(self) -> TrayState:
        """What the icon says."""
        return self._shown[0]

    @property
    def tip(self) -> str:
        """What the tool tip says."""
        return self._tip

    def geometry(self) -> QRect:
        """Return where the icon is; empty where the desktop does not tell (StatusNotifier)."""
        return self._icon.geometry()

    def start(self) -> None:
        """Put the icon into the tray."""
        self._icon.show()
        self._await_place()

    def stop(self) -> None:
        """Take the icon out of the tray."""
        self._docking.stop()
        self._icon.hide()

    def set_middle_click(self, *, holds: bool) -> None:
        """Say whether a middle click turns the hold; where not, it does nothing."""
        self._middle_holds = holds

    def show_choices(self, choices: ShiftChoices) -> None:
        """Have the menu show what today's shift can be, from the next `update` on."""
        self.wants.show_choices(choices)

    def show_keys(self, keys: str) -> None:
        """Have the menu show by which keys the quick bar opens, from the next `update` on."""
        self.wants.show_keys(keys)

    def update(self, view: TodayView) -> None:
        """Show another state of the day."""
        self.wants.update(view)
        self._lets_go = view.hold is not None and view.hold.reason.by_agent
        shown = (_state(view), waiting_count(view))
        if shown != self._shown:
            self._shown = shown
            self._redraw()
        tip = tip_text(view)
        if tip != self._tip:
            self._tip = tip
            self._icon.setToolTip(tip)

    def message(self, title: str, body: str) -> bool:
        """Show a message at the icon; False when there is no tray that could."""
        if not (self.available and self._icon.isVisible() and QSystemTrayIcon.supportsMessages()):
            return False
        self._icon.showMessage(title, body, app_icon(), _MESSAGE_MS)
        return True

    def _made(self) -> QSystemTrayIcon:
        icon = QSystemTrayIcon(self)
        icon.setObjectName("tray")
        icon.setIcon(self._picture(on_dark=panel_is_dark()))
        icon.setToolTip(self._tip)
        icon.setContextMenu(self.wants.menu)
        icon.activated.connect(self._on_activated)
        return icon

    def _rebuild(self) -> None:
        # Only an icon made after the watcher came registers with it; hiding and showing does not help.
        old, visible = self._icon, self._icon.isVisible()
        self._icon = self._made()
        old.hide()
        old.deleteLater()
        if visible:
            self._icon.show()
            self._await_place()

    def _await_place(self) -> None:
        self._looks_left = _DOCKING_LOOKS
        self._docking.start()

    def _look_for_place(self) -> None:
        self._looks_left -= 1
        docked = not self._icon.geometry().isEmpty()
        if docked:
            self._redraw()
        if docked or not self._looks_left:
            self._docking.stop()

    def _picture(self, *, on_dark: bool) -> QIcon:
        state, count = self._shown
        return tray_icon(self._look.theme, state, count, on_dark=on_dark)

    def _redraw(self) -> None:
        seen = ground_is_dark(self._icon.geometry())
        self._icon.setIcon(self._picture(on_dark=panel_is_dark() if seen is None else seen))

    def _on_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason == QSystemTrayIcon.ActivationReason.Trigger:
            self.panel_wanted.emit()
        elif reason == QSystemTrayIcon.ActivationReason.DoubleClick:
            self.wants.open_window.emit()
        elif reason == QSystemTrayIcon.ActivationReason.MiddleClick and self._middle_holds:
            self.wants.called.emit(not self._lets_go)


def _state(view: TodayView) -> TrayState:
    if view.hold is not None and view.hold.reason is HoldReason.PAUSED:
        return TrayState.PAUSED
    if waiting_count(view):
        return TrayState.WAITING
    if view.hold is not None or any(one.state is OccasionState.HELD for one in view.occasions):
        return TrayState.HELD
    return TrayState.IDLE


def panel_is_dark() -> bool:
    """Guess how dark a panel is that cannot be seen: it mostly follows the system's scheme."""
    desktops = os.environ.get("XDG_CURRENT_DESKTOP", "").upper().split(":")
    if not _DARK_PANELS.isdisjoint(desktops):
        return True
    return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
