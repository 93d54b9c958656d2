"""One habit in detail."""

from datetime import datetime, timedelta

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from habitcoach.app.tour.pressing import press
from habitcoach.app.tour.scene import Scene
from habitcoach.app.tour.scenes.afternoon import afternoon, habit
from habitcoach.app.tour.stage import AFTERNOON, Stage
from habitcoach.coaching.recording import Log
from habitcoach.core.entry import Source
from habitcoach.core.habit import Category, Draft, Plan
from habitcoach.core.trigger import AroundShift, ShiftAnchor
from habitcoach.ui.habit.detail import HabitDetail
from habitcoach.ui.main_window import MainWindow
from habitcoach.ui.page_name import PageName

#: Days ago, and what was noted then.
_NOTES = (
    (17, "Outage morning, macros only. The streak ended. Fair enough."),
    (8, "Two of one name in a thread. Ask which one, do not guess."),
)


def _greet(stage: Stage) -> MainWindow:
    """Open a habit that is counted, with two notes."""
    coach = afternoon(stage)
    greet = habit(coach, "Greet by name")
    for ago, note in _NOTES:
        then = datetime.fromisoformat(AFTERNOON) - timedelta(days=ago)
        coach.recording.done(Log(greet, Source.CARD, count=1, of=1, at=then, note=note))
    return _open(stage, greet)


def _open(stage: Stage, chosen: int) -> MainWindow:
    window = stage.open_window(PageName.HABITS)
    window.habits_page.choose(chosen)
    stage.wait(600)
    return window


def _lower(stage: Stage) -> QWidget:
    window = _greet(stage)
    for detail in window.findChildren(HabitDetail):
        detail.verticalScrollBar().setValue(detail.verticalScrollBar().maximum())
    stage.settle()
    return window


def _new(stage: Stage) -> QWidget:
    coach = afternoon(stage)
    plan = Plan("I finish the last contact", "write tomorrow's first step", "shut the lid")
    draft = Draft("First step", Category.FOCUS, plan, AroundShift(ShiftAnchor.END, -10))
    return _open(stage, coach.habits.add(draft).id)


def _why(stage: Stage) -> QWidget:
    window = _greet(stage)
    press(window, "detail_streak")
    stage.wait(400)
    return window.findChildren(QWidget, "why_panel")[0]


def _note(stage: Stage) -> QWidget:
    window = _greet(stage)
    press(window, "note_add")
    stage.settle()
    editor = window.findChildren(QWidget, "note_editor")[0]
    for field in editor.findChildren(QPlainTextEdit):
        field.setPlainText("Rang back anna@example.com, she laughed.")
    press(editor, "note_save")
    stage.settle()
    return editor


SCENES = (
    Scene("habit", _greet),
    Scene("habit-lower", _lower),
    Scene("habit-new", _new),
    Scene("habit-why", _why),
    Scene("habit-note", _note),
)
