"""The row below *After a habit*."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from habitcoach.coaching.habit_views import HabitView
from habitcoach.core.following import circle
from habitcoach.core.habit import HabitId
from habitcoach.core.trigger import MAX_OFFSET, After
from habitcoach.texts.language import tr
from habitcoach.ui.editor.combos import choose, combo
from habitcoach.ui.look import Look
from habitcoach.ui.widgets.flow import Flow
from habitcoach.ui.widgets.labels import Label
from habitcoach.ui.widgets.spins import spin

_WIDEST = 280  # a name of 60 letters is shown in part


class AfterRows(QWidget):
    """How many minutes after which habit."""

    changed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._names: dict[int, str] = {}
        self._minutes = spin("after_minutes", tr("Minutes after it"), 0, MAX_OFFSET)
        self._minutes.setSingleStep(5)
        self._minutes.setSuffix(tr(" min"))
        self._habit = combo("after_habit", tr("Which habit"), ())
        self._habit.setMaximumWidth(_WIDEST)
        self._flow = Flow(look.theme.space(2))
        after = Label(look, tr("after I have done"), "body", "text2")
        for part in (self._minutes, after, self._habit):
            part.setProperty("scale", "row")
            self._flow.add(part)
        self._none = Label(look, "", "body", "text2", wrap=True)
        self._none.setText(tr("No other habit can start this one yet."))
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.addWidget(self._flow)
        body.addWidget(self._none)
        self._minutes.valueChanged.connect(self.changed)
        self._habit.currentIndexChanged.connect(self.changed)
        self.offer((), None)

    def offer(self, habits: Sequence[HabitView], own: HabitId | None) -> None:
        """Offer the active habits that `own` can follow without closing a circle; None is a new habit."""
        self._names = {one.habit_id: one.name for one in habits}
        triggers = {one.habit_id: one.trigger for one in habits}
        self._habit.clear()
        for one in habits:
            if not one.archived and (own is None or not circle(triggers, own, one.habit_id)):
                self._habit.addItem(one.name, userData=one.habit_id)
        self._show_which()

    def show_trigger(self, trigger: After) -> None:
        """Show a habit and minutes; a habit that is offered no more stays until another is chosen."""
        self._minutes.setValue(trigger.minutes)
        choose(self._habit, trigger.habit, self._names.get(trigger.habit, tr("a habit that is gone")))
        self._show_which()

    def trigger_json(self) -> dict[str, object]:
        """Return the trigger as interfaces.md writes it; without a habit it is faulty."""
        found: dict[str, object] = {"kind": "after", "minutes": self._minutes.value()}
        if self._habit.count():
            found["habit"] = self._habit.currentData()
        return found

    def _show_which(self) -> None:
        some = self._habit.count() > 0
        self._flow.setVisible(some)
        self._none.setVisible(not some)
        self._flow.settle()
