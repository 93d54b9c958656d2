"""Habits and the library."""

from PySide6.QtWidgets import QLineEdit, QWidget

from habitcoach.app.tour.scene import Scene
from habitcoach.app.tour.scenes.afternoon import afternoon, habit
from habitcoach.app.tour.stage import Stage
from habitcoach.coaching.preferences import CHANNELS
from habitcoach.core.habit import HabitId
from habitcoach.ui.page_name import PageName


def _habits(stage: Stage) -> QWidget:
    afternoon(stage)
    return stage.open_window(PageName.HABITS)


def _habits_narrow(stage: Stage) -> QWidget:
    afternoon(stage)
    window = stage.open_window(PageName.HABITS)
    window.resize(window.minimumSize())
    stage.settle()
    return window


def _retired(stage: Stage) -> QWidget:
    coach = afternoon(stage)
    gone = habit(coach, "One thank-you")
    coach.habits.archive(HabitId(gone))
    window = stage.open_window(PageName.HABITS)
    window.habits_page.choose(gone)
    stage.settle()
    return window


def _no_habits(stage: Stage) -> QWidget:
    coach = stage.use_sample()
    for one in coach.habits.all():
        coach.habits.archive(one.habit_id)
    return stage.open_window(PageName.HABITS)


def _library(stage: Stage) -> QWidget:
    afternoon(stage).settings.choose(CHANNELS, "email,chat")
    return stage.open_window(PageName.LIBRARY)


def _library_narrow(stage: Stage) -> QWidget:
    window = _library(stage)
    window.resize(window.minimumSize())
    stage.settle()
    return window


def _searched(stage: Stage, words: str) -> QWidget:
    window = _library(stage)
    for field in window.findChildren(QLineEdit):
        if field.isVisible():
            field.setText(words)
    stage.wait(300)
    return window


SCENES = (
    Scene("habits", _habits),
    Scene("habits-narrow", _habits_narrow),
    Scene("habits-retired", _retired),
    Scene("habits-none", _no_habits),
    Scene("library", _library),
    Scene("library-narrow", _library_narrow),
    Scene("library-search", lambda stage: _searched(stage, "thank")),
    Scene("library-nothing", lambda stage: _searched(stage, "juggling")),
)
