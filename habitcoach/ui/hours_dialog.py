"""A small dialog for today's hours where they are no shift of the roster: overtime, a swapped half."""

from datetime import time

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QTimeEdit, QVBoxLayout, QWidget

from habitcoach.coaching.shift_choices import NamedShift, ShiftWish, WishKind
from habitcoach.texts.language import tr
from habitcoach.ui.look import Look
from habitcoach.ui.widgets.foot import Foot, foot_button
from habitcoach.ui.widgets.labels import Label
from habitcoach.ui.widgets.spins import time_edit

_NINE, _FIVE = time(9), time(17)


class HoursDialog(QDialog):
    """Asks from when to when. An end before the start is the next day's."""

    chosen = Signal(object)  #: a ShiftWish

    def __init__(self, look: Look, shift: NamedShift | None, parent: QWidget) -> None:
        """Take the shift whose hours stand there first."""
        super().__init__(parent)
        theme = look.theme
        self.setObjectName("hours_dialog")
        self.setWindowTitle(tr("Today’s hours"))
        self.setMinimumSize(QSize(theme.size("cue_card_width"), 0))
        self._start = time_edit("hours_start", tr("From"), _NINE if shift is None else shift.start)
        self._end = time_edit("hours_end", tr("To"), _FIVE if shift is None else shift.end)
        self._fault = Label(look, "", "body", "error", wrap=True)
        self._fault.setObjectName("hours_fault")
        self._fault.hide()
        margin = theme.space(4)
        body = QVBoxLayout(self)
        body.setContentsMargins(margin, margin, margin, margin)
        body.setSpacing(theme.space(1))
        fields = QHBoxLayout()
        fields.setSpacing(theme.space(3))
        for title, field in ((tr("From"), self._start), (tr("To"), self._end)):
            column = QVBoxLayout()
            column.setSpacing(theme.space(1))
            column.addWidget(Label(look, title, "body_strong"))
            column.addWidget(field)
            fields.addLayout(column)
        fields.addStretch()
        body.addLayout(fields)
        body.addWidget(self._fault)
        line = Label(
            look, tr("For today only. Cues around the shift move with it."), "body", "text2", wrap=True
        )
        body.addSpacing(theme.space(1))
        body.addWidget(line)
        body.addSpacing(theme.space(3))
        body.addLayout(self._foot(look))
        self._end.setFocus()

    def _foot(self, look: Look) -> Foot:
        back = foot_button(look, "hours_cancel", tr("Cancel"), self.reject)
        save = foot_button(look, "hours_save", tr("Work these hours"), self._save, "primary")
        return Foot(look, back, save)

    def _save(self) -> None:
        start, end = _wall(self._start), _wall(self._end)
        if start == end:
            self._fault.setText(tr("It ends when it begins. Give another time."))
            self._fault.show()
            self._end.setFocus()
            return
        self.accept()
        self.chosen.emit(ShiftWish(WishKind.HOURS, start=start, end=end))


def _wall(field: QTimeEdit) -> time:
    found = field.time()
    return time(found.hour(), found.minute())
