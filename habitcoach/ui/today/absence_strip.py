"""The question on Today about dates nobody saw: off, or worked."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QLocale, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from habitcoach.coaching.views import AbsenceView
from habitcoach.texts.absence import absence_question
from habitcoach.texts.language import tr
from habitcoach.ui.format import date_span_text, short_date_text
from habitcoach.ui.look import Look
from habitcoach.ui.widgets.strip import Strip

_MOST_DAYS = 7  # more would have no room for their names
_THREAD_Y = 6
_GAP = 12  #: between two threads


class AbsenceStrip(Strip):
    """Asks and waits without taking the focus: a stretch unseen has mostly been one off."""

    answered = Signal(bool, object)  #: worked or off, and the dates

    def __init__(self, look: Look) -> None:
        super().__init__(look, "absence", below=True)
        self._dates: Sequence[date] = ()
        self._threads = DayThreads(look)
        self.words.insertSpacing(2, look.theme.space(3))
        self.words.insertWidget(3, self._threads)
        self._off = self.add_button(tr("I was off"), "off", "primary")
        self._off.clicked.connect(lambda: self.answered.emit(False, self._dates))
        self._worked = self.add_button(tr("I worked: fill in"), "worked")
        self._worked.clicked.connect(lambda: self.answered.emit(True, self._dates))

    def show_absence(self, asked: AbsenceView | None) -> None:
        """Show the question; without one the strip goes."""
        if asked is None:
            self.say("")
            return
        self._dates = asked.dates
        self._threads.show_dates(asked.dates)
        self.say(absence_question(dates_text(asked.dates)), tr("Your streaks are as you left them."))

    def stops(self) -> list[QWidget]:
        """Return what the keyboard stops at, in order."""
        return [self._off, self._worked]


class DayThreads(QWidget):
    """The dates in question as threads of dots with their weekdays; hidden when they are too many."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._dates: Sequence[date] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Return the room for a thread and a weekday's name."""
        return QSize(0, 2 * _THREAD_Y + self._look.theme.line_height("small"))

    def show_dates(self, dates: Sequence[date]) -> None:
        """Show these dates."""
        self._dates = dates
        self.setVisible(len(dates) <= _MOST_DAYS)
        self.setAccessibleName(", ".join(short_date_text(one) for one in dates))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a thread for each date, from where the language begins a line."""
        theme = self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(theme.color("line_strong"), theme.chart("ribbon_thread"))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setDashPattern([0.1, 2.0])
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        # The outer threads begin and end with the words above.
        pitch = (self.width() + _GAP) / max(1, len(self._dates))
        end = pen.widthF() / 2
        painter.setFont(theme.font("small"))
        for number, day in enumerate(self._dates):
            left = pitch * (len(self._dates) - 1 - number if mirrored else number)
            width = pitch - _GAP
            painter.setPen(pen)
            painter.drawLine(QPointF(left + end, _THREAD_Y), QPointF(left + width - end, _THREAD_Y))
            painter.setPen(theme.color("text2"))
            box = QRect(round(left), 2 * _THREAD_Y, round(width), theme.line_height("small"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, _weekday(day))
        painter.end()


def dates_text(dates: Sequence[date]) -> str:
    """Return one date, or the span of several."""
    if dates[0] == dates[-1]:
        return short_date_text(dates[0])
    return date_span_text(dates[0], dates[-1])


def _weekday(day: date) -> str:
    return QLocale().dayName(day.isoweekday(), QLocale.FormatType.ShortFormat)
