"""On which days a clock-time cue comes: weekdays of every so many weeks, or one date a month."""

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from habitcoach.core.trigger import EVERY_WEEKDAY, LAST_DAY, At, MonthDay, NthWeekday
from habitcoach.texts.language import tr
from habitcoach.ui.editor.combos import choose, combo
from habitcoach.ui.look import Look
from habitcoach.ui.widgets.buttons import Button
from habitcoach.ui.widgets.flow import Flow

_DAY_WIDTH = 28
_MOST_WEEKS = 4  #: offered; a longer rhythm set elsewhere is kept
_NTH, _MONTHDAY = "nth", "monthday"


class DayRows(QWidget):
    """The rhythm, and beside it its days."""

    changed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        weeks = tuple((_weeks_text(number), number) for number in range(1, _MOST_WEEKS + 1))
        monthly = ((tr("every month, on a weekday"), _NTH), (tr("every month, on a day"), _MONTHDAY))
        self._rhythm = combo("at_rhythm", tr("How often"), (*weeks, *monthly))
        self._nth = combo("at_nth", tr("Which one of the month"), _nths())
        self._weekday = combo("at_weekday", tr("Weekday"), _weekdays())
        self._monthday = combo("at_monthday", tr("Day of the month"), _monthdays())
        choices = Flow(look.theme.space(2))
        self._choices = choices
        for part in (self._rhythm, self._nth, self._weekday, self._monthday):
            part.setProperty("scale", "row")
            choices.add(part)
            part.currentIndexChanged.connect(self.changed)
        self._rhythm.currentIndexChanged.connect(self._on_rhythm)
        self._days: dict[int, Button] = {}
        self._week = QWidget()
        days = QHBoxLayout(self._week)
        days.setContentsMargins(0, 0, 0, 0)
        days.setSpacing(look.theme.space(1))
        for weekday in _from_first_day():
            button = self._day(weekday)
            self._days[weekday] = button
            days.addWidget(button)
        choices.add(self._week)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(look.theme.space(2))
        body.addWidget(choices)
        self._on_rhythm()

    def _day(self, weekday: int) -> Button:
        locale = QLocale()
        letter = locale.dayName(weekday, QLocale.FormatType.NarrowFormat)
        # A locale without narrow names gives numbers.
        name = locale.dayName(weekday, QLocale.FormatType.ShortFormat)[:1] if letter.isdigit() else letter
        button = Button(self._look, name, "segment")
        button.setObjectName(f"weekday-{weekday}")
        button.setAccessibleName(locale.dayName(weekday, QLocale.FormatType.LongFormat))
        button.setProperty("bare", "true")
        button.setProperty("scale", "small")
        button.setCheckable(True)
        button.setFixedWidth(_DAY_WIDTH)
        button.toggled.connect(self.changed)
        return button

    def show_trigger(self, trigger: At) -> None:
        """Show the days of a trigger."""
        for weekday, button in self._days.items():
            button.setChecked(weekday in trigger.weekdays)
        match trigger.monthly:
            case NthWeekday(nth, weekday):
                choose(self._rhythm, _NTH)
                choose(self._nth, nth)
                choose(self._weekday, weekday)
            case MonthDay(day):
                choose(self._rhythm, _MONTHDAY)
                choose(self._monthday, day)
            case None:
                choose(self._rhythm, trigger.weeks, _weeks_text(trigger.weeks))

    def days_json(self) -> dict[str, object]:
        """Return the keys of the days as interfaces.md writes them; without a weekday they are faulty."""
        rhythm = self._rhythm.currentData()
        if rhythm == _NTH:
            return {"nth": [self._nth.currentData(), self._weekday.currentData()]}
        if rhythm == _MONTHDAY:
            return {"monthday": self._monthday.currentData()}
        days = [weekday for weekday in EVERY_WEEKDAY if self._days[weekday].isChecked()]
        return {"weekdays": days} | ({"weeks": rhythm} if rhythm > 1 else {})

    def _on_rhythm(self) -> None:
        rhythm = self._rhythm.currentData()
        self._nth.setVisible(rhythm == _NTH)
        self._weekday.setVisible(rhythm == _NTH)
        self._monthday.setVisible(rhythm == _MONTHDAY)
        self._week.setVisible(rhythm not in {_NTH, _MONTHDAY})
        self._choices.settle()


def _weeks_text(weeks: int) -> str:
    return tr("every week") if weeks == 1 else tr("every {n} weeks", n=weeks)


def _nths() -> tuple[tuple[str, object], ...]:
    return (
        (tr("the 1st"), 1),
        (tr("the 2nd"), 2),
        (tr("the 3rd"), 3),
        (tr("the 4th"), 4),
        (tr("the 5th"), 5),
        (tr("the last"), -1),
    )


def _weekdays() -> tuple[tuple[str, object], ...]:
    locale = QLocale()
    return tuple((locale.dayName(one, QLocale.FormatType.LongFormat), one) for one in _from_first_day())


def _monthdays() -> tuple[tuple[str, object], ...]:
    days = tuple((tr("day {n}", n=number), number) for number in range(1, LAST_DAY))
    return (*days, (tr("the last day"), LAST_DAY))


def _from_first_day() -> list[int]:
    first = QLocale().firstDayOfWeek().value
    return [(first + step - 1) % 7 + 1 for step in range(7)]
