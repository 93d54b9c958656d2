"""Opening the habit editor over the main window: one at a time, and what comes out of it."""

from collections.abc import Callable, Sequence
from datetime import datetime

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from habitcoach.coaching.cautions import Cautions
from habitcoach.coaching.drafting import Typed, faults_in
from habitcoach.coaching.habit_views import CueTimeView, HabitView
from habitcoach.core.errors import InputError
from habitcoach.ui.editor.habit_editor import HabitEditor
from habitcoach.ui.look import Look

Check = Callable[[int | None, Typed], Sequence[InputError]]


def _check_alone(_habit_id: int | None, typed: Typed) -> Sequence[InputError]:
    return faults_in(typed)


class EditorOpener(QObject):
    """Opens the editor, and says what is to be saved."""

    save_habit = Signal(object, object)  #: habit id or None for a new one, Typed without faults
    preview_wanted = Signal(object, object)  #: habit id or None, and Typed; answer with show_preview
    try_wanted = Signal(object)  #: Typed without faults: show its cue now
    retire_wanted = Signal(int)  #: habit id; the editor is closed

    def __init__(self, look: Look, window: QWidget) -> None:
        super().__init__(window)
        self._look = look
        self._window = window
        self._editor: HabitEditor | None = None
        self._check: Check = _check_alone

    @property
    def editor(self) -> HabitEditor | None:
        """The editor while it is open."""
        return self._editor

    def set_check(self, check: Check) -> None:
        """Have `check(habit id or None, typed)` find the faults; by default each field alone is checked."""
        self._check = check

    def open(self, habits: Sequence[HabitView], habit: HabitView | None = None, routine: str = "") -> None:
        """Open the editor on a habit, or a new one with its routine begun; an open one comes to the front."""
        if self._editor is not None:
            self._editor.raise_()
            return
        habit_id = None if habit is None else habit.habit_id
        editor = HabitEditor(self._look, self._window, lambda typed: self._check(habit_id, typed))
        editor.saved.connect(lambda typed: self.save_habit.emit(habit_id, typed))
        editor.preview_wanted.connect(lambda typed: self.preview_wanted.emit(habit_id, typed))
        editor.try_wanted.connect(self.try_wanted)
        if habit_id is not None:
            editor.retire_wanted.connect(lambda: self.retire_wanted.emit(habit_id))
        editor.finished.connect(self._forget)
        self._editor = editor
        editor.offer_habits(habits, habit_id)
        if habit is not None:
            editor.edit_habit(habit)
        elif routine:
            editor.begin_with(routine)
        editor.open()
        editor.ask_preview()

    def show_preview(self, cues: Sequence[CueTimeView], now: datetime, off: Sequence[datetime] = ()) -> None:
        """Show the next cues of what stands in the editor, and its times off shift, in the agent's zone."""
        if self._editor is not None:
            self._editor.show_cues(cues, now, off)

    def show_cautions(self, found: Cautions) -> None:
        """Show in the editor what asks for a second look."""
        if self._editor is not None:
            self._editor.show_cautions(found)

    def show_faults(self, faults: Sequence[InputError]) -> None:
        """Show in the editor why a habit was not saved."""
        if self._editor is not None:
            self._editor.show_faults(faults)

    def close(self) -> None:
        """Close the editor: the habit is on disk."""
        if self._editor is not None:
            self._editor.accept()

    def _forget(self) -> None:
        editor, self._editor = self._editor, None
        if editor is not None:
            editor.deleteLater()
