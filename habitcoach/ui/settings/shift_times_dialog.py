"""The dialog of shift times and breaks, and from when on they hold."""

from datetime import date, time

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from habitcoach.coaching.roster_changes import TypedShift, faults_in_shifts, roster_with, typed_shifts
from habitcoach.core.roster import Roster
from habitcoach.texts.language import tr
from habitcoach.ui.look import Look
from habitcoach.ui.settings.dialog import SettingsDialog
from habitcoach.ui.settings.shift_form import ShiftForm
from habitcoach.ui.widgets.buttons import Button
from habitcoach.ui.widgets.date_edit import chosen_date, date_edit
from habitcoach.ui.widgets.labels import Label
from habitcoach.ui.widgets.tab_order import order_as_laid_out

_NEW = TypedShift("", time(9), time(17))
_WIDTH, _HEIGHT = 560, 320


class ShiftTimesDialog(SettingsDialog):
    """All shifts of a roster. Days that had a shift which is removed become days off."""

    def __init__(self, look: Look, parent: QWidget, roster: Roster, today: date) -> None:
        super().__init__(look, parent, "shift_times_dialog", tr("Shift times and breaks"), tr("Save"))
        self._roster = roster
        self._forms: list[ShiftForm] = []
        self._made = 0
        self._checked = False
        self.setMinimumWidth(_WIDTH)
        inner = QWidget()
        inner.setObjectName("scrolled")
        self._list = QVBoxLayout(inner)
        self._list.setContentsMargins(0, 0, look.theme.space(2), 0)
        self._list.setSpacing(look.theme.space(2))
        self._list.addStretch()
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setMinimumHeight(_HEIGHT)
        area.setWidget(inner)
        self._area = area
        add = Button(look, tr("Add a shift"), "secondary", "plus")
        add.setObjectName("shift_add")
        add.clicked.connect(self._add_new)
        self._from = date_edit(look, "shifts_from", tr("Holds from"), today, today)
        foot = QHBoxLayout()
        foot.addWidget(add)
        foot.addStretch()
        foot.addWidget(Label(look, tr("Holds from"), "body", "text2"))
        foot.addWidget(self._from)
        self.body.addWidget(area, 1)
        self.body.addLayout(foot)
        past = tr("Days before it stay as they were worked.")
        self.body.addWidget(Label(look, past, "small", "text2", wrap=True))
        for shift in typed_shifts(roster):
            self._add(shift)
        self._forms[0].name.setFocus()

    @property
    def roster(self) -> Roster:
        """The roster as it stands. Raises InputError while there are faults."""
        return roster_with(self._roster, self._typed(), chosen_date(self._from))

    def _typed(self) -> list[TypedShift]:
        return [form.typed for form in self._forms]

    def _add_new(self) -> None:
        self._add(_NEW).name.setFocus()
        self._look_at_faults()
        bar = self._area.verticalScrollBar()
        bar.rangeChanged.connect(lambda _low, high: bar.setValue(high))

    def _add(self, shift: TypedShift) -> ShiftForm:
        self._made += 1
        form = ShiftForm(self._look, shift, self._made)
        form.removed.connect(lambda: self._drop(form))
        self._forms.append(form)
        self._list.insertWidget(len(self._forms) - 1, form)
        self._settle()
        order_as_laid_out(self)
        return form

    def _drop(self, form: ShiftForm) -> None:
        self._forms.remove(form)
        form.hide()
        form.deleteLater()
        self._settle()
        self._look_at_faults()

    def _settle(self) -> None:
        """Keep one shift: without any there is nothing to give a day."""
        for form in self._forms:
            form.remove.setEnabled(len(self._forms) > 1)

    def _go(self) -> None:
        self._checked = True
        wrong = self._look_at_faults()
        if wrong is None:
            self.accept()
        else:
            wrong.name.setFocus()
            self._area.ensureWidgetVisible(wrong)

    def _look_at_faults(self) -> ShiftForm | None:
        """Show what is wrong, once the agent has tried to save; return the first form with a fault."""
        faults = {one.index: one.error for one in faults_in_shifts(self._typed())}
        for index, form in enumerate(self._forms):
            form.show_fault(faults.get(index) if self._checked else None)
        return next((self._forms[index] for index in faults), None)
