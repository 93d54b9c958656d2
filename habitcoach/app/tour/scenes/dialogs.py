"""The editor and the small dialogs."""

from typing import TypeVar

from PySide6.QtWidgets import QDialog, QWidget

from habitcoach.app.tour.pressing import press
from habitcoach.app.tour.scene import Scene
from habitcoach.app.tour.scenes.afternoon import afternoon, habit, promise_due
from habitcoach.app.tour.stage import Stage
from habitcoach.core.errors import EnvironmentFaultError
from habitcoach.texts.language import tr
from habitcoach.texts.starting import backup_line, fault_headline, kept_line
from habitcoach.ui.editor.habit_editor import HabitEditor
from habitcoach.ui.promise_dialog import PromiseDialog
from habitcoach.ui.start_fault import Choice, FaultWords, StartFault

_Dialog = TypeVar("_Dialog", bound=QDialog)


def _opened(stage: Stage, kind: type[_Dialog]) -> _Dialog:
    """Return the dialog of a kind that is open over the window."""
    stage.settle()
    return next(one for one in stage.window().findChildren(kind) if one.isVisible())


def _editor(stage: Stage, name: str = "Clear") -> QWidget:
    coach = afternoon(stage)
    stage.open_window().open_habit(habit(coach, name))
    return _opened(stage, HabitEditor)


def _new_habit(stage: Stage) -> QWidget:
    afternoon(stage)
    stage.open_window().new_habit()
    return _opened(stage, HabitEditor)


def _faults(stage: Stage) -> QWidget:
    editor = _new_habit(stage)
    press(editor, "editor_save")
    stage.settle()
    return editor


def _promise(stage: Stage) -> QWidget:
    afternoon(stage)
    stage.open_window().promising.open()
    return _opened(stage, PromiseDialog)


def _retimed(stage: Stage) -> QWidget:
    coach = afternoon(stage)
    promise = promise_due(stage, coach)
    stage.open_window().promising.ask_new_time(promise)
    return _opened(stage, PromiseDialog)


def _file_fault(stage: Stage) -> QWidget:
    lines = (
        kept_line("corrupt"),
        backup_line("Wed 10 June", entries_lost=9, habits_lost=(), state="damaged"),
    )
    choices = (
        (Choice.RESTORE, tr("Put back the backup")),
        (Choice.FRESH, tr("Begin afresh…")),
    )
    headline = fault_headline(EnvironmentFaultError("corrupt"))
    return stage.dressed(lambda look: StartFault(look, FaultWords(headline, lines, choices)))


SCENES = (
    Scene("editor", _editor),
    Scene("editor-contact", lambda stage: _editor(stage, "Greet")),
    Scene("editor-new", _new_habit),
    Scene("editor-faults", _faults),
    Scene("promise", _promise),
    Scene("promise-retimed", _retimed),
    Scene("file-damaged", _file_fault),
)
