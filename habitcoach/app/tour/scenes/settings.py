"""The settings and what they ask."""

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QWidget

from habitcoach.app.tour.pressing import press
from habitcoach.app.tour.scene import Scene
from habitcoach.app.tour.scenes.afternoon import afternoon
from habitcoach.app.tour.stage import Stage
from habitcoach.ui.page_name import PageName


def _page(stage: Stage) -> QWidget:
    afternoon(stage)
    return stage.open_window(PageName.SETTINGS)


def _whole(stage: Stage) -> QWidget:
    _page(stage)
    return stage.whole(stage.window().settings_page)


def _narrow(stage: Stage) -> QWidget:
    window = _page(stage)
    window.resize(window.minimumSize())
    stage.settle()
    return window


def _asked_by(name: str) -> Callable[[Stage], QWidget]:
    """Return what shows the dialog that a button of the page opens."""

    def build(stage: Stage) -> QWidget:
        press(_page(stage), name)
        return stage.seen(QDialog)

    return build


SCENES = (
    Scene("settings", _page),
    Scene("settings-whole", _whole),
    Scene("settings-narrow", _narrow),
    Scene("settings-shifts", _asked_by("edit_shifts")),
    Scene("settings-days-off", _asked_by("add_days_off")),
    Scene("settings-restore", _asked_by("restore")),
    Scene("settings-delete", _asked_by("delete_everything")),
)
