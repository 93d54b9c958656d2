"""The dialog in which a habit is written or changed."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from habitcoach.coaching.cautions import Cautions
from habitcoach.coaching.drafting import Typed, faults_in
from habitcoach.coaching.habit_views import CueTimeView, HabitView
from habitcoach.core.errors import InputError
from habitcoach.core.habit import HabitId
from habitcoach.texts.language import tr
from habitcoach.ui.editor.cautions import note_words
from habitcoach.ui.editor.cue_tiles import CueKind
from habitcoach.ui.editor.form import HabitForm
from habitcoach.ui.editor.preview import Preview
from habitcoach.ui.look import Look
from habitcoach.ui.pages.page import Rule
from habitcoach.ui.widgets.buttons import Button
from habitcoach.ui.widgets.card import Line
from habitcoach.ui.widgets.labels import Label
from habitcoach.ui.widgets.question import Question, QuestionWords

_PREVIEW_WIDTH = 340
_QUIET_INSET = 15  #: so far inside a quiet button its icon stands: it begins where the fields begin
_STAND_IN = "…"


#: Cues of which nobody can say in advance when they come.
_WITHOUT_TIMES = frozenset({CueKind.CONTACT, CueKind.AFTER, CueKind.MANUAL})


class HabitEditor(QDialog):
    """Emits `saved` with fields that have no fault; whoever saves them closes the dialog with `accept()`."""

    saved = Signal(object)  #: Typed
    preview_wanted = Signal(object)  #: Typed without faults; answer with show_cues and show_cautions
    try_wanted = Signal(object)  #: Typed without faults: show its cue now
    retire_wanted = Signal()

    def __init__(
        self, look: Look, parent: QWidget | None, check: Callable[[Typed], Sequence[InputError]]
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._check = check
        self._judged = False
        self._new = True
        self.setObjectName("habit_editor")
        self.setModal(True)
        self.resize(look.theme.size_of("dialog_editor"))
        self._title = Label(look, "", "title2")
        self._title.setObjectName("editor_title")
        self._form = HabitForm(look)
        self._preview = Preview(look)
        self._preview.setFixedWidth(_PREVIEW_WIDTH)
        self._cancel = Button(look, tr("Cancel"), "secondary")
        self._cancel.setObjectName("editor_cancel")
        self._cancel.clicked.connect(self.reject)
        self._save = Button(look, "", "primary")
        self._save.setObjectName("editor_save")
        self._save.clicked.connect(self.save)
        self._retire = Button(look, tr("Retire"), "quiet", "archive")
        self._retire.setObjectName("editor_retire")
        self._retire.clicked.connect(self.retire)
        self._try = Button(look, tr("Try this cue"), "quiet", "bell")
        self._try.setObjectName("editor_try")
        self._try.clicked.connect(self.try_cue)
        self._lay_out()
        self._form.changed.connect(self._on_changed)
        self._form.cue_changed.connect(self.ask_preview)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self).activated.connect(self.save)
        self._name_it()
        self._first = self._form.typed()
        self._on_changed()
        self._form.start()

    def _lay_out(self) -> None:
        theme = self._look.theme
        head = QHBoxLayout()
        self._set_margins(head, theme.space(8), theme.space(4), theme.space(6))
        head.addWidget(self._title)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._form, 1)
        middle.addWidget(Rule(self._look))
        middle.addWidget(self._preview)
        foot = QHBoxLayout()
        self._set_margins(foot, theme.space(8) - _QUIET_INSET, theme.space(3), theme.space(8))
        foot.setSpacing(theme.space(2))
        foot.addWidget(self._retire)
        foot.addWidget(self._try)
        foot.addStretch()
        foot.addWidget(self._cancel)
        foot.addWidget(self._save)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addLayout(head)
        body.addWidget(Line(self._look))
        body.addLayout(middle, 1)
        body.addWidget(Line(self._look))
        body.addLayout(foot)

    def _set_margins(self, row: QHBoxLayout, begin: int, high: int, end: int) -> None:
        """Keep a row from the edges: so far where its line begins, so far where it ends."""
        left, right = (end, begin) if self.isRightToLeft() else (begin, end)
        row.setContentsMargins(left, high, right, high)

    def _name_it(self) -> None:
        title = tr("New habit") if self._new else tr("Edit habit")
        self._title.setText(title)
        self.setWindowTitle(title)
        self._save.set_label(tr("Start habit") if self._new else tr("Save"))
        self._retire.setVisible(not self._new)

    # ---- what is shown

    def offer_habits(self, habits: Sequence[HabitView], own: HabitId | None) -> None:
        """Tell which habits there are, for this one to follow; `own` is None for a new one."""
        self._form.offer_habits(habits, own)

    def edit_habit(self, habit: HabitView) -> None:
        """Show a habit to be changed."""
        self._new = False
        self._name_it()
        self._form.show_habit(habit)
        self._first = self._form.typed()
        self._on_changed()

    def begin_with(self, routine: str) -> None:
        """Begin a new habit with a first idea."""
        self._form.begin_with(routine)
        self._on_changed()

    def typed(self) -> Typed:
        """Return the fields as they stand."""
        return self._form.typed()

    def show_cues(self, cues: Sequence[CueTimeView], now: datetime, off: Sequence[datetime] = ()) -> None:
        """Show the next cues, and the next times `off` shift; all instants in the agent's zone.

        An answer that comes too late is left out.
        """
        if self._form.kind() not in _WITHOUT_TIMES:
            self._preview.cues.show_cues(cues, now, off)

    def show_cautions(self, found: Cautions) -> None:
        """Show what asks for a second look, and what is worth knowing of the cue."""
        known = Cautions() if self._form.kind() in _WITHOUT_TIMES else found
        self._form.show_cautions(known)
        self._preview.say_note(note_words(known))

    def show_faults(self, faults: Sequence[InputError]) -> None:
        """Show why it was not saved, and go to the first fault."""
        self._judged = True
        self._form.show_faults(faults, new=self._new)
        self._form.focus_first_fault(faults)

    # ---- what the agent does

    def save(self) -> None:
        """Check every field, then hand them on, or show what is wrong."""
        typed = self._form.typed()
        faults = self._check(typed)
        if faults:
            self.show_faults(faults)
            return
        self._form.show_faults((), new=self._new)
        self.saved.emit(typed)

    def try_cue(self) -> None:
        """Have the cue shown now as it would come, when there is nothing to mend."""
        typed = self._form.typed()
        faults = self._check(typed)
        if faults:
            self.show_faults(faults)
        else:
            self.try_wanted.emit(typed)

    def retire(self) -> None:
        """Close and have the habit retired, after asking when something would be lost."""
        self._leave(self.retire_wanted.emit)

    def ask_preview(self) -> None:
        """Ask for the next cues of the cue as it stands, whatever is still to be written."""
        kind = self._form.kind()
        if kind in _WITHOUT_TIMES:
            self.show_cautions(Cautions())
        if kind is CueKind.CONTACT:
            self._preview.cues.say_none(tr("No pop-up: you meet it in every contact."))
        elif kind is CueKind.AFTER:
            self._preview.cues.say_none(tr("Each time the other habit is done, while your shift lasts."))
        elif kind is CueKind.MANUAL:
            self._preview.cues.say_none(tr("None: you log it when it happens."))
        else:
            texts = {"name": _STAND_IN, "when": _STAND_IN, "routine": _STAND_IN, "reward": _STAND_IN}
            wanted = replace(self._form.typed(), **texts, tiny="", treat="", why="")
            if faults_in(replace(wanted, name="-", when="-", routine="-", reward="-")):
                self._preview.cues.say_none("")
                self.show_cautions(Cautions())
            else:
                self.preview_wanted.emit(wanted)

    def _on_changed(self) -> None:
        typed = self._form.typed()
        self._preview.sentence.show_plan(typed.when, typed.routine, typed.reward)
        if self._judged:
            self._form.show_faults(self._check(typed), new=self._new)

    def reject(self) -> None:
        """Close, after asking when something would be lost."""
        self._leave(lambda: None)

    def _leave(self, then: Callable[[], object]) -> None:
        def leave() -> None:
            self.done(QDialog.DialogCode.Rejected)
            then()

        if self._form.typed() == self._first:
            leave()
            return
        words = QuestionWords(
            tr("Discard what you typed?"),
            tr("The habit stays as it was.") if not self._new else tr("Nothing of it has been saved yet."),
            keep=tr("Keep editing"),
            go=tr("Discard"),
        )
        Question(self._look, self, words).ask(leave)
