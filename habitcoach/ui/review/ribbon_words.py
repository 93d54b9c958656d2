"""A habit's week as its ribbon shows and says it."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QLocale

from habitcoach.coaching.review_views import DayCell, HabitRow, Mark
from habitcoach.texts.explanations import band_word
from habitcoach.texts.language import tr
from habitcoach.texts.sentences import periods
from habitcoach.ui.format import number_text
from habitcoach.ui.review.week_ribbon import Ribbon, RibbonDay

#: Days that go without saying in the words of a whole week.
_UNSAID = frozenset({Mark.OFF, Mark.NONE})


def weekday_name(day: date) -> str:
    """Return "Monday"."""
    return QLocale().standaloneDayName(day.isoweekday(), QLocale.FormatType.LongFormat)


def weekday_label(day: date) -> str:
    """Return "Mon"."""
    return QLocale().standaloneDayName(day.isoweekday(), QLocale.FormatType.ShortFormat)


def ribbon_of(row: HabitRow) -> Ribbon:
    """Return the ribbon of a habit's week."""
    return Ribbon(
        row.category,
        tuple(RibbonDay(one.mark, _day_words(one), _figure(one)) for one in row.cells),
        week_words(row),
        runs_in=row.from_before,
        runs_on=row.goes_on,
    )


def week_words(row: HabitRow) -> str:
    """Return "One thank-you. Monday kept, Tuesday skipped. Streak 19 shifts. Strength: settling."."""
    said = [tr("{habit}.", habit=row.habit)]
    days = [_day_words(one) for one in row.cells if one.mark not in _UNSAID]
    if days:
        said.append(tr("{days}.", days=_listed(days)))
    said.append(tr("Streak {periods}.", periods=periods(row.streak, row.per)))
    if row.ended is not None:
        said.append(tr("{ended}.", ended=ended_words(row)))
    word = band_word(row.band)
    said.append(tr("Strength: {word}.", word=word[:1].lower() + word[1:]))
    return " ".join(said)


def ended_words(row: HabitRow) -> str:
    """Return "Ended Tue, was 3"; "" where no streak ended."""
    if row.ended is None:
        return ""
    return tr(
        "Ended {day}, was {length}", day=weekday_label(row.ended.day), length=number_text(row.ended.length)
    )


def _listed(words: Sequence[str]) -> str:
    return tr(", ").join(words)


def _figure(cell: DayCell) -> str:
    return "" if cell.number is None else number_text(cell.number)


def _day_words(cell: DayCell) -> str:
    """Return "Monday kept", with "18 of 20" or "5 times" behind it for a habit that is counted."""
    day = weekday_name(cell.day)
    words = {
        Mark.KEPT: tr("{day} kept", day=day),
        Mark.PART: tr("{day} part", day=day),
        Mark.SKIPPED: tr("{day} skipped", day=day),
        Mark.MISSED: tr("{day} missed", day=day),
        Mark.COVERED: tr("{day} missed and covered", day=day),
        Mark.OFF: tr("{day} off", day=day),
        Mark.OPEN: tr("{day} open", day=day),
        Mark.NONE: tr("{day}: nothing yet", day=day),
    }[cell.mark]
    if cell.number is None or cell.mark in {Mark.OFF, Mark.NONE, Mark.SKIPPED}:
        return words
    if cell.of is None:
        return tr("{words}: {number}", words=words, number=number_text(cell.number))
    return tr(
        "{words}: {number} of {of}", words=words, number=number_text(cell.number), of=number_text(cell.of)
    )
