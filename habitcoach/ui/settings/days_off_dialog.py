"""A small dialog for days off."""

from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from habitcoach.coaching.days_off import STILL_LISTED, DaysOff
from habitcoach.coaching.duty import MAX_SPAN
from habitcoach.core.fields import MAX_NAME
from habitcoach.texts.language import tr
from habitcoach.ui.look import Look
from habitcoach.ui.settings.dialog import SettingsDialog
from habitcoach.ui.widgets.date_edit import chosen_date, date_edit
from habitcoach.ui.widgets.labels import Label


class DaysOffDialog(SettingsDialog):
    """Asks from when to when, and for a reason, which may stay empty."""

    def __init__(self, look: Look, parent: QWidget, today: date) -> None:
        super().__init__(look, parent, "days_off_dialog", tr("Days off"), tr("Add"))
        self._first = date_edit(look, "days_off_first", tr("First day off"), today, today - STILL_LISTED)
        self._last = date_edit(look, "days_off_last", tr("Last day off"), today, today)
        self._reason = QLineEdit()
        self._reason.setObjectName("days_off_reason")
        self._reason.setAccessibleName(tr("Reason, for yourself"))
        self._reason.setMaxLength(MAX_NAME)
        self._first.dateChanged.connect(self._keep_order)
        self._keep_order(self._first.date())
        dates = QHBoxLayout()
        dates.setSpacing(look.theme.space(3))
        dates.addLayout(_titled(look, tr("First day off"), self._first), 1)
        dates.addLayout(_titled(look, tr("Last day off"), self._last), 1)
        self.body.addLayout(dates)
        self.body.addSpacing(look.theme.space(1))
        self.body.addLayout(_titled(look, tr("Reason, for yourself"), self._reason))
        self._first.setFocus()
        calm = tr("Nothing is due on days off, and every streak rests.")
        self.body.addWidget(Label(look, calm, "small", "text2", wrap=True))

    @property
    def days_off(self) -> DaysOff:
        """What was entered."""
        return DaysOff(chosen_date(self._first), chosen_date(self._last), self._reason.text())

    def _keep_order(self, first: QDate) -> None:
        """Have the last day never come before the first, nor too long after it."""
        self._last.setMinimumDate(first)
        self._last.setMaximumDate(first.addDays(MAX_SPAN - 1))


def _titled(look: Look, title: str, field: QWidget) -> QVBoxLayout:
    """Return a field under its title, which is closer to it than to what stands above."""
    column = QVBoxLayout()
    column.setSpacing(look.theme.space(1))
    column.addWidget(Label(look, title, "body_strong"))
    column.addWidget(field)
    return column
