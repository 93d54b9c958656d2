"""Times, dates and durations as the agent's locale writes them, shared by every window."""

import re
from datetime import date, datetime, time

from PySide6.QtCore import QDate, QLocale, QTime

from habitcoach.texts.language import tr

MINUTES_PER_HOUR = 60

# A year with what binds it to the rest: "yyyy年", ", yyyy", " 'de' yyyy", "yyyy. ".
_LEADING_YEAR = re.compile(r"^y+[.年/\-,]*\s*")
_TRAILING_YEAR = re.compile(r"(?:,|،)?\s*(?:'de'\s*)?y+\.?$")
_WEEKDAY = re.compile(r"[,،]?\s*d{3,4}[,،]?\s*")
# English writes "Thursday 11 June"; other languages keep the comma their locale has.
_ENGLISH_WEEKDAY = re.compile(r"^(d{3,4}), (?=d )")


def _locale(locale: QLocale | None) -> QLocale:
    return QLocale() if locale is None else locale


def _pattern(locale: QLocale) -> str:
    """Return the locale's long date without its year, e.g. "dddd d MMMM"."""
    found = locale.dateFormat(QLocale.FormatType.LongFormat)
    found = _TRAILING_YEAR.sub("", _LEADING_YEAR.sub("", found))
    if locale.language() in {QLocale.Language.C, QLocale.Language.English}:
        found = _ENGLISH_WEEKDAY.sub(r"\1 ", found)
    return found


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


def _day_only(pattern: str) -> str:
    """Drop the month, its literal and its separators from a pattern without a year."""
    return re.sub(r"[\s/]*(?:'[^']*'\s*)?M+月?[.,]?\s*", " ", pattern).strip(" ,")


def time_text(when: datetime | time, locale: QLocale | None = None) -> str:
    """Return the wall time, "14:12" or "2:12 PM"."""
    return _locale(locale).toString(QTime(when.hour, when.minute), QLocale.FormatType.ShortFormat)


def hour_text(when: datetime, locale: QLocale | None = None) -> str:
    """Return the hour alone for an axis, "09" or "9"."""
    twelve = "ap" in _locale(locale).timeFormat(QLocale.FormatType.ShortFormat).lower()
    return _locale(locale).toString(QTime(when.hour, 0), "h ap" if twelve else "HH").partition(" ")[0]


def date_text(day: date, locale: QLocale | None = None) -> str:
    """Return weekday, day and month, "Thursday 11 June"."""
    used = _locale(locale)
    return used.toString(_qdate(day), _pattern(used))


def short_date_text(day: date, locale: QLocale | None = None) -> str:
    """Return the date with a short weekday, "Thu 11 June"."""
    used = _locale(locale)
    return used.toString(_qdate(day), _pattern(used).replace("dddd", "ddd"))


def day_text(day: date, locale: QLocale | None = None) -> str:
    """Return the date without its weekday, "11 June"."""
    used = _locale(locale)
    return used.toString(_qdate(day), _WEEKDAY.sub("", _pattern(used)))


def short_day_text(day: date, locale: QLocale | None = None) -> str:
    """Return the date without its weekday and with a short month, "11 Jun"."""
    used = _locale(locale)
    return used.toString(_qdate(day), _WEEKDAY.sub("", _pattern(used)).replace("MMMM", "MMM"))


def date_span_text(first: date, last: date, locale: QLocale | None = None, *, whole: bool = False) -> str:
    """Return two dates as one span, "Thu 11 to Fri 12 June"; the month is said once when it is the same.

    `whole` writes the weekdays out, "Thursday 11 to Friday 12 June".
    """
    used = _locale(locale)
    long = _pattern(used) if whole else _pattern(used).replace("dddd", "ddd")
    # The month can be left out only where it is written last; elsewhere both dates are whole.
    once = first.month == last.month and long.rstrip().endswith("M")
    begin = used.toString(_qdate(first), _day_only(long) if once else long)
    return tr("{begin} to {end}", begin=begin, end=used.toString(_qdate(last), long))


def duration_text(minutes: int) -> str:
    """Return a stretch of whole minutes, "6 h 12 min"; negative ones count as none."""
    hours, rest = divmod(max(0, minutes), MINUTES_PER_HOUR)
    if not hours:
        return tr("{minutes} min", minutes=rest)
    if not rest:
        return tr("{hours} h", hours=hours)
    return tr("{hours} h {minutes} min", hours=hours, minutes=rest)


def minutes_between(start: datetime, end: datetime) -> int:
    """Return the whole minutes from one aware instant to another, negative when it is past."""
    # Instants, not wall times: two datetimes of one zone would subtract without its changes.
    return int((end.timestamp() - start.timestamp()) // 60)


def since_text(now: datetime, then: datetime) -> str:
    """Return how far an instant is from now, "7 min ago", "now" or "in 8 min"."""
    minutes = round((now.timestamp() - then.timestamp()) / 60)
    if minutes == 0:
        return tr("now")
    if minutes > 0:
        return tr("{duration} ago", duration=duration_text(minutes))
    return tr("in {duration}", duration=duration_text(-minutes))


def number_text(number: int, locale: QLocale | None = None) -> str:
    """Return a whole number with the locale's digits and groups, "2,318"."""
    return _locale(locale).toString(number)


def sentence_case(text: str) -> str:
    """Return a text with its first letter as a capital; the agent's other letters stay."""
    return text[:1].upper() + text[1:]


def size_text(count: int, locale: QLocale | None = None) -> str:
    """Return a number of bytes as one reads it, "1.2 MB"."""
    return _locale(locale).formattedDataSize(count, 1, QLocale.DataSizeFormat.DataSizeSIFormat)
