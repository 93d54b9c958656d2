"""The tray's panel, its icons, and the quick bar."""

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from habitcoach.app.tour.pressing import press_key
from habitcoach.app.tour.scene import Scene
from habitcoach.app.tour.scenes.afternoon import afternoon
from habitcoach.app.tour.stage import Stage
from habitcoach.coaching.coach import Coach
from habitcoach.ui.keys import Act
from habitcoach.ui.look import Look
from habitcoach.ui.quick_bar.bar import QuickBar
from habitcoach.ui.tray_icon import TrayState, tray_pixmap
from habitcoach.ui.tray_panel.panel import TrayPanel

_SIDES = (16, 22, 24, 32, 48, 64)
_PANELS = {False: "#E8E8E8", True: "#202124"}
_COUNTS = (1, 9, 10)
_SCREEN = QRect(0, 0, 1280, 800)


def _panel(stage: Stage) -> QWidget:
    afternoon(stage)
    return _opened(stage)


def _opened(stage: Stage) -> QWidget:
    stage.open_window()
    stage.tray().panel_wanted.emit()
    return stage.seen(TrayPanel)


def _on_a_call(stage: Stage) -> QWidget:
    coach: Coach = afternoon(stage)
    coach.holding.call_on()
    return _opened(stage)


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
                label.setPixmap(tray_pixmap(look.theme, state, count, side, on_dark=on_dark))
                grid.addWidget(label, row, half * len(_SIDES) + place)
    return sheet


def _quick(words: str) -> "Scene":
    def build(stage: Stage) -> QWidget:
        afternoon(stage)
        press_key(stage.open_window(), Act.QUICK_BAR)
        bar = stage.seen(QuickBar)
        field = bar.findChild(QLineEdit)
        if field is not None:
            field.setText(words)
        stage.settle()
        return bar

    return Scene(
        "quick-bar" if not words else f"quick-bar-{words.split(maxsplit=1)[0].replace(':', '')}", build
    )


SCENES = (
    Scene("tray-panel", _panel),
    Scene("tray-panel-on-a-call", _on_a_call),
    Scene("tray-icons", _icons),
    _quick(""),
    _quick("gr"),
    _quick("15:50 4711"),
    _quick("17:30 4711"),
    _quick("zzz"),
)
