"""The program in the system tray."""

import os

from PySide6.QtCore import QObject, QRect, Qt, Signal
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from habitcoach.assets import asset
from habitcoach.coaching.views import OccasionState, TodayView
from habitcoach.texts.language import tr
from habitcoach.ui.look import Look
from habitcoach.ui.tray_host import TrayHost
from habitcoach.ui.tray_icon import TrayState, tray_icon
from habitcoach.ui.tray_menu import TrayMenu
from habitcoach.ui.tray_words import tip_text, waiting_count

_MESSAGE_MS = 10_000
#: What the menu wants done goes through.
_SIGNALS = (
    "open_window",
    "open_card",
    "done",
    "snooze",
    "skip",
    "retime",
    "drop",
    "new_promise",
    "count",
    "called",
    "quit",
)
# Its top bar is dark whatever the applications wear.
_DARK_PANELS = frozenset({"GNOME", "UBUNTU", "UNITY"})


class Tray(QObject):
    """Icon, tool tip and menu. Left click asks for the window; the menu carries the rest."""

    open_window = Signal()
    open_card = Signal()
    done = Signal(str, str)  #: subject, slot
    snooze = Signal(str, str, object)  #: subject, slot, minutes
    skip = Signal(str, str, str)  #: subject, slot, a SkipReason
    retime = Signal(int)  #: promise id
    drop = Signal(int, str)  #: promise id, slot
    new_promise = Signal()
    count = Signal(int, bool)  #: habit id, hit
    called = Signal(bool)  #: on a call, or not any more
    quit = Signal()
    appeared = Signal()  #: a tray has come where there was none

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._shown = (TrayState.IDLE, 0)
        self._tip = tr("HabitCoach")
        self._menu = TrayMenu(self)
        for name in _SIGNALS:
            getattr(self._menu, name).connect(getattr(self, name))
        self._icon = self._made()
        self._host = TrayHost(self)
        self._host.registered.connect(self._rebuild)
        self._host.appeared.connect(self.appeared)
        look.changed.connect(self._redraw)

    @property
    def available(self) -> bool:
        """Whether the system has a tray at present."""
        return self._host.available

    @property
    def menu(self) -> QMenu:
        """The menu, as it is shown."""
        return self._menu.menu

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

    def stop(self) -> None:
        """Take the icon out of the tray."""
        self._icon.hide()

    def update(self, view: TodayView, *, paused: bool = False) -> None:
        """Show another state of the day."""
        self._menu.update(view)
        shown = (_state(view, paused=paused), waiting_count(view))
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
        self._icon.showMessage(title, body, QIcon(str(asset("icons", "app.svg"))), _MESSAGE_MS)
        return True

    def _made(self) -> QSystemTrayIcon:
        icon = QSystemTrayIcon(self)
        icon.setObjectName("tray")
        icon.setIcon(self._picture())
        icon.setToolTip(self._tip)
        icon.setContextMenu(self._menu.menu)
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

    def _picture(self) -> QIcon:
        state, count = self._shown
        return tray_icon(self._look.theme, state, count, on_dark=panel_is_dark())

    def _redraw(self) -> None:
        self._icon.setIcon(self._picture())

    def _on_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason == QSystemTrayIcon.ActivationReason.Trigger:
            self.open_window.emit()
        elif reason == QSystemTrayIcon.ActivationReason.MiddleClick:
            self.called.emit(self.state is not TrayState.HELD)


def _state(view: TodayView, *, paused: bool) -> TrayState:
    if paused:
        return TrayState.PAUSED
    if waiting_count(view):
        return TrayState.WAITING
    if view.hold is not None or any(one.state is OccasionState.HELD for one in view.occasions):
        return TrayState.HELD
    return TrayState.IDLE


def panel_is_dark() -> bool:
    """Guess how dark the panel is: nobody tells, but it mostly follows the system's scheme."""
    desktops = os.environ.get("XDG_CURRENT_DESKTOP", "").upper().split(":")
    if not _DARK_PANELS.isdisjoint(desktops):
        return True
    return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
