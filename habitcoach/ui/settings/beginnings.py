"""Rows that say when weeks and days begin."""

from PySide6.QtCore import QLocale

from habitcoach.coaching.agenda import DAY_START, WEEK_START
from habitcoach.texts.language import tr
from habitcoach.ui.look import Look
from habitcoach.ui.settings.bound import Bound
from habitcoach.ui.settings.controls import ChoiceField, ClockField
from habitcoach.ui.settings.row import Row

_WEEK = range(1, 8)


def week_start_row(look: Look, bound: Bound) -> Row:
    """Build the row of the first weekday."""
    names = [(str(day), QLocale().standaloneDayName(day)) for day in _WEEK]
    field = ChoiceField("week_start", tr("Weeks begin on"), names)
    bound.bind(WEEK_START, field)
    remark = tr("From the next week on; past weeks stay as they were.")
    return Row(look, "row_week_start", tr("Weeks begin on"), [field], remark)


def day_start_row(look: Look, bound: Bound) -> Row:
    """Build the row of the hour at which a day begins outside shifts."""
    field = ClockField("day_start", tr("Days begin at"))
    bound.bind(DAY_START, field)
    remark = tr("What you log before belongs to the day before. A shift across midnight is always one day.")
    return Row(look, "row_day_start", tr("Days begin at"), [field], remark)
