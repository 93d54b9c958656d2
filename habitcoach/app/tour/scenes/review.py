"""The week's review."""

from PySide6.QtWidgets import QWidget

from habitcoach.app.tour.pressing import press
from habitcoach.app.tour.scene import Scene
from habitcoach.app.tour.scenes.afternoon import live
from habitcoach.app.tour.stage import Stage
from habitcoach.library import load_library
from habitcoach.ui.page_name import PageName

#: Friday, minutes before the week's last shift ends.
_FRIDAY = "2026-06-12T16:25+02:00"
_MONDAY = "2026-06-15T09:00+02:00"


def _at(stage: Stage, instant: str) -> None:
    live(stage, stage.use_sample(), (11, 12))
    stage.set_clock(instant)
    stage.open_window(PageName.REVIEW)


def _week(stage: Stage) -> QWidget:
    _at(stage, _FRIDAY)
    return stage.window()


def _whole(stage: Stage) -> QWidget:
    _at(stage, _FRIDAY)
    return stage.whole(stage.window().review_page)


def _narrow(stage: Stage) -> QWidget:
    _at(stage, _FRIDAY)
    window = stage.window()
    window.resize(window.minimumSize())
    stage.settle()
    return window


def _more(stage: Stage) -> QWidget:
    _at(stage, _FRIDAY)
    press(stage.window(), "review_more")
    return stage.whole(stage.window().review_page)


def _finished(stage: Stage) -> QWidget:
    _at(stage, _FRIDAY)
    press(stage.window(), "review_finish")
    stage.settle()
    return stage.window()


def _week_after(stage: Stage) -> QWidget:
    _at(stage, _MONDAY)
    return stage.window()


def _too_early(stage: Stage) -> QWidget:
    stage.use_empty().habits.add(load_library()[0].draft)
    return stage.open_window(PageName.REVIEW)


SCENES = (
    Scene("review", _week),
    Scene("review-whole", _whole),
    Scene("review-narrow", _narrow),
    Scene("review-more", _more),
    Scene("review-finished", _finished),
    Scene("review-monday", _week_after),
    Scene("review-early", _too_early),
)
