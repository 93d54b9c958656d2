"""The first run, step by step."""

from PySide6.QtWidgets import QAbstractButton, QWidget

from habitcoach.app.tour.pressing import press
from habitcoach.app.tour.scene import Scene
from habitcoach.app.tour.stage import Stage
from habitcoach.ui.first_run.first_run_window import FirstRunWindow

_PICKED = 3


def _shift(stage: Stage) -> QWidget:
    stage.use_empty()
    stage.open_window()
    window = stage.seen(FirstRunWindow)
    for name in ("channel-email", "channel-chat"):
        press(window, name)
        stage.settle()
    _named(window, "shift-")[0].click()  # the shifts are called as the language calls them
    stage.settle()
    return window


def _named(window: QWidget, start: str) -> list[QAbstractButton]:
    """Return the buttons to be seen whose object names begin so, in the order they were made."""
    every = window.findChildren(QAbstractButton)
    # What has been replaced is hidden and waits to be deleted.
    return [one for one in every if one.objectName().startswith(start) and one.isVisible()]


def _rotating(stage: Stage) -> QWidget:
    window = _shift(stage)
    press(window, "shifts_rotate")
    stage.settle()
    return window


def _starters(stage: Stage) -> QWidget:
    window = _shift(stage)
    press(window, "continue")
    stage.settle()
    for tile in _named(window, "pick-")[:_PICKED]:
        tile.click()
    stage.settle()
    return window


def _cue(stage: Stage) -> QWidget:
    window = _starters(stage)
    press(window, "continue")
    stage.settle()
    return window


def _done(stage: Stage) -> QWidget:
    window = _cue(stage)
    for name in ("send_cue", "done_here"):
        press(window, name)
        stage.settle()
    return window


SCENES = (
    Scene("first-run-shift", _shift),
    Scene("first-run-rotating", _rotating),
    Scene("first-run-starters", _starters),
    Scene("first-run-cue", _cue),
    Scene("first-run-done", _done),
)
