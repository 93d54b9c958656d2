"""Times and dates follow the locale."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QLocale

from habitcoach.ui.format import (
    date_span_text,
    date_text,
    day_text,
    duration_text,
    hour_text,
    minutes_between,
    number_text,
    sentence_case,
    short_date_text,
    since_text,
    time_text,
)

THURSDAY = date(2026, 6, 11)


@pytest.mark.parametrize(
    ("name", "long", "short"),
    [
        ("C", "Thursday 11 June", "Thu 11 June"),
        ("en_GB", "Thursday 11 June", "Thu 11 June"),
        ("en_US", "Thursday, June 11", "Thu, June 11"),
        ("de_DE", "Donnerstag, 11. Juni", "Do., 11. Juni"),
        ("fr_FR", "jeudi 11 juin", "jeu. 11 juin"),
        ("ja_JP", "6月11日木曜日", "6月11日木"),
        ("pt_BR", "quinta-feira, 11 de junho", "qui., 11 de junho"),
        ("hu_HU", "június 11., csütörtök", "június 11., Cs"),
    ],
)
def test_dates_have_no_year(name: str, long: str, short: str) -> None:
    locale = QLocale(name)
    assert date_text(THURSDAY, locale) == long
    assert short_date_text(THURSDAY, locale) == short


@pytest.mark.parametrize(
    ("name", "text", "hour"),
    [("C", "14:05", "14"), ("en_US", "2:05\u202fPM", "2"), ("fi_FI", "14.05", "14")],
)
def test_times_follow_the_locale(name: str, text: str, hour: str) -> None:
    when = datetime(2026, 6, 11, 14, 5, tzinfo=UTC)
    assert time_text(when, QLocale(name)) == text
    assert time_text(time(14, 5), QLocale(name)) == text
    assert hour_text(when, QLocale(name)) == hour


@pytest.mark.parametrize(
    ("name", "first", "last", "text"),
    [
        ("C", THURSDAY, date(2026, 6, 12), "Thu 11 to Fri 12 June"),
        ("C", date(2026, 6, 30), date(2026, 7, 1), "Tue 30 June to Wed 1 July"),
        ("en_US", THURSDAY, date(2026, 6, 12), "Thu, June 11 to Fri, June 12"),
        ("de_DE", THURSDAY, date(2026, 6, 12), "Do., 11. to Fr., 12. Juni"),
        ("pt_BR", THURSDAY, date(2026, 6, 12), "qui., 11 to sex., 12 de junho"),
    ],
)
def test_a_span_says_its_month_once(name: str, first: date, last: date, text: str) -> None:
    assert date_span_text(first, last, QLocale(name)) == text


def test_a_span_may_write_its_weekdays_out() -> None:
    span = date_span_text(THURSDAY, date(2026, 6, 12), QLocale("en_GB"), whole=True)
    assert span == "Thursday 11 to Friday 12 June"


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("en_GB", "11 June"),
        ("en_US", "June 11"),
        ("de_DE", "11. Juni"),
        ("ja_JP", "6月11日"),
        ("hu_HU", "június 11."),
        ("es_ES", "11 de junio"),
    ],
)
def test_a_day_without_its_weekday(name: str, text: str) -> None:
    assert day_text(THURSDAY, QLocale(name)) == text


@pytest.mark.parametrize(
    ("minutes", "text"), [(0, "0 min"), (-3, "0 min"), (59, "59 min"), (120, "2 h"), (372, "6 h 12 min")]
)
def test_durations(minutes: int, text: str) -> None:
    assert duration_text(minutes) == text


def test_since() -> None:
    now = datetime(2026, 6, 11, 14, 12, 30, tzinfo=UTC)
    assert since_text(now, now - timedelta(minutes=7)) == "7 min ago"
    assert since_text(now, now + timedelta(minutes=8)) == "in 8 min"
    assert since_text(now, now - timedelta(seconds=20)) == "now"


def test_minutes_are_elapsed_ones() -> None:
    berlin = ZoneInfo("Europe/Berlin")
    start = datetime(2026, 3, 29, 1, 0, tzinfo=berlin)
    assert minutes_between(start, datetime(2026, 3, 29, 4, 0, tzinfo=berlin)) == 120


def test_sentence_case() -> None:
    assert sentence_case("ask about their day") == "Ask about their day"
    assert sentence_case("") == ""


def test_numbers_are_grouped() -> None:
    assert number_text(2318, QLocale("en_GB")) == "2,318"
