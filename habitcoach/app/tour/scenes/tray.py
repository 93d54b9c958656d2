"""The tray's panel, its icons, and the quick bar."""

from PySide6.QtGui import QGuiApplication, QPixmap
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from habitcoach.app.tour.pressing import press, press_key
from habitcoach.app.tour.scene import Scene
from habitcoach.app.tour.scenes.afternoon import afternoon, habit
from habitcoach.app.tour.stage import Stage
from habitcoach.coaching.coach import Coach
from habitcoach.coaching.recording import Log
from habitcoach.core.entry import Source
from habitcoach.ui.keys import Act
from habitcoach.ui.look import Look
from habitcoach.ui.quick_bar.bar import QuickBar
from habitcoach.ui.quick_bar.strip import QuickStrip
from habitcoach.ui.tray_icon import TrayState, tray_pixmap
from habitcoach.ui.tray_panel.panel import TrayPanel

_SIDES = (16, 22, 24, 32, 48, 64)
_PANELS = {False: "#E8E8E8", True: "#202124"}
_COUNTS = (1, 9, 10)
#: Two minutes after a promise was due.
_PROMISED = "2026-06-11T15:42+02:00"


def _panel(stage: Stage) -> QWidget:
    coach = afternoon(stage)
    stage.set_clock(_PROMISED)
    return _opened(stage, coach)


def _opened(stage: Stage, coach: Coach) -> QWidget:
    stage.open_window()
    # The plans on the start card, which comes late where the app begins only now, are read.
    coach.got_it()
    stage.tray().panel_wanted.emit()
    return stage.seen(TrayPanel)


def _clear(stage: Stage) -> QWidget:
    coach = afternoon(stage)
    coach.recording.done(Log(habit(coach, "One thank-you"), Source.TRAY))
    return _opened(stage, coach)


def _on_a_call(stage: Stage) -> QWidget:
    coach: Coach = afternoon(stage)
    coach.holding.call_on()
    return _opened(stage, coach)


def _icons(stage: Stage) -> QWidget:
    return stage.dressed(_sheet)


def _sheet(look: Look) -> QWidget:
    """Lay out every icon at every size on a light and on a dark panel."""
    sheet = QWidget()
    sheet.setObjectName("tray_icons")
    grid = QGridLayout(sheet)
    states: list[tuple[TrayState, int]] = [
        (one, 0) for one in (TrayState.IDLE, TrayState.HELD, TrayState.PAUSED)
    ]
    states += [(TrayState.WAITING, count) for count in _COUNTS]
    for row, (state, count) in enumerate(states):
        for half, (on_dark, color) in enumerate(_PANELS.items()):
            for place, side in enumerate(_SIDES):
                label = QLabel()
                label.setStyleSheet(f"background: {color}; padding: 6px;")
                label.setPixmap(_icon(look, state, count, side, on_dark=on_dark))
                grid.addWidget(label, row, half * len(_SIDES) + place)
    return sheet


def _icon(look: Look, state: TrayState, count: int, side: int, *, on_dark: bool) -> QPixmap:
    """Return an icon as a panel shows it that has several pixels to a point."""
    ratio = QGuiApplication.primaryScreen().devicePixelRatio()
    picture = tray_pixmap(look.theme, state, count, round(side * ratio), on_dark=on_dark)
    picture.setDevicePixelRatio(ratio)
    return picture


def _typed(stage: Stage, words: str) -> QuickBar:
    """Open the quick bar and type into it."""
    afternoon(stage)
    press_key(stage.open_window(), Act.QUICK_BAR)
    bar = stage.seen(QuickBar)
    field = bar.findChild(QLineEdit)
    if field is not None:
        field.setText(words)
    stage.settle()
    return bar


def _quick(name: str, words: str) -> Scene:
    return Scene(name, lambda stage: _typed(stage, words))


def _logged(stage: Stage) -> QWidget:
    press(_typed(stage, "gr"), "quick_row_0")
    return stage.seen(QuickStrip)


SCENES = (
    Scene("tray-panel", _panel),
    Scene("tray-panel-clear", _clear),
    Scene("tray-panel-on-a-call", _on_a_call),
    Scene("tray-icons", _icons),
    _quick("quick-bar", ""),
    _quick("quick-bar-gr", "gr"),
    Scene("quick-bar-logged", _logged),
    _quick("quick-bar-1550", "15:50 4711"),
    _quick("quick-bar-1730", "17:30 4711"),
    _quick("quick-bar-help", "!"),
    _quick("quick-bar-zzz", "zzz"),
)
