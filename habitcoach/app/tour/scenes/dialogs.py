"""The editor and the small dialogs."""

from PySide6.QtCore import QRegularExpression, QTime
from PySide6.QtWidgets import QTimeEdit, QWidget

from habitcoach.app.tour.pressing import press
from habitcoach.app.tour.scene import Scene
from habitcoach.app.tour.scenes.afternoon import afternoon, habit, promise_due
from habitcoach.app.tour.stage import Stage
from habitcoach.core.errors import EnvironmentFaultError
from habitcoach.texts.language import tr
from habitcoach.texts.starting import backup_line, fault_headline, kept_line
from habitcoach.ui.editor.habit_editor import HabitEditor
from habitcoach.ui.keys_dialog import KeysDialog
from habitcoach.ui.promise_dialog import PromiseDialog
from habitcoach.ui.start_fault import Choice, FaultWords, StartFault

_TIMES = QRegularExpression("^time-")


def _editor(stage: Stage, name: str = "Clear my promises") -> QWidget:
    coach = afternoon(stage)
    stage.open_window().open_habit(habit(coach, name))
    return stage.seen(HabitEditor)


def _new_habit(stage: Stage) -> QWidget:
    afternoon(stage)
    stage.open_window().new_habit()
    return stage.seen(HabitEditor)


def _cue(name: str) -> Scene:
    """Return the scene of the editor with another kind of cue chosen."""

    def build(stage: Stage) -> QWidget:
        editor = _new_habit(stage)
        press(editor, name)
        stage.settle()
        return editor

    return Scene(f"editor-{name}", build)


def _outside(stage: Stage) -> QWidget:
    editor = _new_habit(stage)
    press(editor, "cue-at")
    press(editor, "add_time")
    for edit, at in zip(editor.findChildren(QTimeEdit, _TIMES), (QTime(10, 30), QTime(17, 15)), strict=True):
        edit.setTime(at)
    stage.settle()
    return editor


def _faults(stage: Stage) -> QWidget:
    editor = _new_habit(stage)
    press(editor, "editor_save")
    stage.settle()
    return editor


def _promise(stage: Stage) -> QWidget:
    afternoon(stage)
    stage.open_window().promising.open()
    return stage.seen(PromiseDialog)


def _retimed(stage: Stage) -> QWidget:
    coach = afternoon(stage)
    promise = promise_due(stage, coach)
    stage.open_window().promising.ask_new_time(promise)
    return stage.seen(PromiseDialog)


def _keys(stage: Stage) -> QWidget:
    return stage.dressed(lambda look: KeysDialog(look, None))


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
    Scene("editor-contact", lambda stage: _editor(stage, "Greet by name")),
    Scene("editor-new", _new_habit),
    Scene("editor-faults", _faults),
    Scene("editor-outside", _outside),
    *map(_cue, ("cue-at", "cue-every", "cue-after", "cue-manual")),
    Scene("promise", _promise),
    Scene("promise-retimed", _retimed),
    Scene("keys", _keys),
    Scene("file-damaged", _file_fault),
)
