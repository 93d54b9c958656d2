"""The window of the first run."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QStackedWidget, QVBoxLayout, QWidget

from habitcoach.coaching.first_run import STEPS, FirstRunView
from habitcoach.coaching.shift_choices import NamedShift
from habitcoach.core.habit import Plan
from habitcoach.library import Template
from habitcoach.texts.language import tr
from habitcoach.ui.first_run.cue_step import CueStep, Desktop
from habitcoach.ui.first_run.shift_step import ShiftStep
from habitcoach.ui.first_run.starter_step import StarterStep
from habitcoach.ui.look import Look
from habitcoach.ui.widgets.focus_ring import FocusRing


class FirstRunWindow(QDialog):
    """Three steps. Esc, or closing it, leaves the rest out; what was said by then is kept."""

    step_wanted = Signal(int)
    write_own = Signal()
    ended = Signal()  #: gone through, or closed early

    def __init__(self, look: Look, templates: Sequence[Template], plan: Plan, *, cards: bool) -> None:
        """Take the library, the plan of the first cue, and whether cards come uncalled here."""
        super().__init__(None, Qt.WindowType.Window)
        self.setObjectName("first_run")
        self.setWindowTitle("HabitCoach")
        self.setAccessibleName(tr("Welcome to HabitCoach"))
        self.resize(look.theme.size_of("dialog_onboarding") * max(1.0, look.theme.text_scale))
        self.setMinimumSize(look.theme.size_of("dialog_onboarding") * 0.75)
        self.shifts = ShiftStep(look)
        self.starters = StarterStep(look, templates)
        self.cue = CueStep(look, plan, cards=cards)
        self._stack = QStackedWidget()
        for page in (self.shifts, self.starters, self.cue):
            self._stack.addWidget(page)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.addWidget(self._stack)
        self._step = 0
        self._cue = (False, False)  # waits, logged
        self.shifts.done.connect(lambda: self.step_wanted.emit(2))
        self.starters.back.connect(lambda: self.step_wanted.emit(1))
        self.starters.done.connect(lambda: self.step_wanted.emit(3))
        self.starters.write_own.connect(self.write_own)
        self.cue.back.connect(lambda: self.step_wanted.emit(2))
        self.cue.done.connect(self.accept)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self).activated.connect(self._go_on)
        QShortcut(QKeySequence("D"), self).activated.connect(self._answer)
        self.finished.connect(self.ended)

    def show_view(self, view: FirstRunView, offered: Sequence[NamedShift], here: Desktop) -> None:
        """Show where the agent is and what was said, on this desktop."""
        # Asked before anything changes: who goes on with the mouse is not shown a ring.
        reason = Qt.FocusReason.TabFocusReason if self._has_ring() else Qt.FocusReason.OtherFocusReason
        self.shifts.show_view(view, offered)
        self.starters.show_view(view)
        self.cue.show_view(view, here)
        if view.step != self._step:
            self._step = view.step
            self._stack.setCurrentIndex(view.step - 1)
            stop = self._first_stop()
            stop.clearFocus()  # the stack may have given it the keyboard already, though no ring
            stop.setFocus(reason)
        self._follow_cue(view, reason)

    def _has_ring(self) -> bool:
        return any(one.isVisible() for one in self.findChildren(FocusRing))

    def _follow_cue(self, view: FirstRunView, reason: Qt.FocusReason) -> None:
        """Put the keyboard where the first cue is answered, and then where it goes on."""
        cue = view.cue
        now = (False, False) if cue is None else (cue.waits, cue.done_at is not None)
        if now != self._cue:
            self._cue = now
            if view.step == STEPS:
                self.cue.next_stop().setFocus(reason)

    def _first_stop(self) -> QWidget:
        return (self.shifts, self.starters, self.cue)[self._step - 1].first_stop()

    def _go_on(self) -> None:
        (self.shifts, self.starters, self.cue)[self._step - 1].done.emit()

    def _answer(self) -> None:
        waits, _ = self._cue
        if waits and self._step == STEPS:
            self.cue.answered.emit()

    def bring_up(self) -> None:
        """Show it in front of the others."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()
