"""A field for a date, with a calendar that opens."""

from datetime import date

from PySide6.QtCore import QDate, QLocale, Qt
from PySide6.QtGui import QGuiApplication, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QDateEdit, QToolButton

from habitcoach.ui.icons import icon
from habitcoach.ui.look import Look


def date_edit(look: Look, name: str, spoken: str, at: date, earliest: date) -> QDateEdit:
    """Return a field that shows `at` as the locale writes dates; none before `earliest` can be chosen."""
    found = QDateEdit(QDate(at.year, at.month, at.day))
    found.setObjectName(name)
    found.setAccessibleName(spoken)
    found.setCalendarPopup(True)
    found.setDisplayFormat(_format())
    found.setMinimumDate(QDate(earliest.year, earliest.month, earliest.day))
    _dress(look, found.calendarWidget())
    return found


def _dress(look: Look, calendar: QCalendarWidget) -> None:
    """Have a calendar look like the rest."""
    quiet = QTextCharFormat()
    quiet.setForeground(look.theme.color("text2"))
    for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        # Qt paints weekends red, which here means a fault.
        calendar.setWeekdayTextFormat(day, quiet)
    arrows = ("left", "right") if QGuiApplication.isLeftToRight() else ("right", "left")
    for name, arrow in zip(("qt_calendar_prevmonth", "qt_calendar_nextmonth"), arrows, strict=True):
        for button in calendar.findChildren(QToolButton, name):
            button.setIcon(icon(look, arrow, "text2"))


def chosen_date(edit: QDateEdit) -> date:
    """Return the date of a field."""
    found = edit.date()
    return date(found.year(), found.month(), found.day())


def _format() -> str:
    """Return the locale's short date, its year in full: "22" might be a day."""
    found = QLocale().dateFormat(QLocale.FormatType.ShortFormat)
    return found if "yyyy" in found else found.replace("yy", "yyyy")
