"""A field for a date, with a calendar that opens."""

from datetime import date

from PySide6.QtCore import QDate, QLocale
from PySide6.QtWidgets import QDateEdit

_LEFT = 8


def date_edit(name: str, spoken: str, at: date, earliest: date) -> QDateEdit:
    """Return a field that shows `at` as the locale writes dates; none before `earliest` can be chosen."""
    found = QDateEdit(QDate(at.year, at.month, at.day))
    found.setObjectName(name)
    found.setAccessibleName(spoken)
    found.setCalendarPopup(True)
    found.setDisplayFormat(_format())
    found.setMinimumDate(QDate(earliest.year, earliest.month, earliest.day))
    found.lineEdit().setTextMargins(_LEFT, 0, 0, 0)
    return found


def chosen_date(edit: QDateEdit) -> date:
    """Return the date of a field."""
    found = edit.date()
    return date(found.year(), found.month(), found.day())


def _format() -> str:
    """Return the locale's short date, its year in full: "22" might be a day."""
    found = QLocale().dateFormat(QLocale.FormatType.ShortFormat)
    return found if "yyyy" in found else found.replace("yy", "yyyy")
