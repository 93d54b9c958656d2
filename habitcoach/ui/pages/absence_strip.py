"""The question on Today about dates nobody saw: off, or worked."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from habitcoach.coaching.views import AbsenceView
from habitcoach.texts.absence import absence_question
from habitcoach.texts.language import tr
from habitcoach.ui.format import date_span_text, short_date_text
from habitcoach.ui.look import Look
from habitcoach.ui.widgets.buttons import Button
from habitcoach.ui.widgets.labels import Label
from habitcoach.ui.widgets.small_icon import SmallIcon


class AbsenceStrip(QWidget):
    """Asks and waits; it takes no focus, and neither answer is the better one."""

    answered = Signal(bool, object)  #: worked or off, and the dates

    def __init__(self, look: Look) -> None:
        super().__init__()
        theme = look.theme
        self._dates: Sequence[date] = ()
        self.setObjectName("absence_strip")
        strip = QFrame()
        strip.setProperty("surface", "strip")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, theme.space(4))
        outer.addWidget(strip)
        self._question = Label(look, "", "body_strong", wrap=True)
        self._question.setObjectName("absence_question")
        line = Label(
            look, tr("They count as days off unless you say that you worked."), "body", "text2", wrap=True
        )
        self._off = Button(look, tr("I was off"), "secondary", scale="small")
        self._off.setObjectName("absence_off")
        self._off.clicked.connect(lambda: self.answered.emit(False, self._dates))
        self._worked = Button(look, tr("I worked"), "secondary", scale="small")
        self._worked.setObjectName("absence_worked")
        self._worked.clicked.connect(lambda: self.answered.emit(True, self._dates))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._question)
        words.addWidget(line)
        row = QHBoxLayout(strip)
        row.setContentsMargins(*(theme.space(step) for step in (3, 2, 2, 2)))
        row.setSpacing(theme.space(2))
        row.addWidget(SmallIcon(look, "info"), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(self._off)
        row.addWidget(self._worked)
        self.hide()

    def show_absence(self, asked: AbsenceView | None) -> None:
        """Show the question; without one the strip goes."""
        self.setVisible(asked is not None)
        if asked is None:
            return
        self._dates = asked.dates
        question = absence_question(dates_text(asked.dates))
        self._question.setText(question)
        self.setAccessibleName(question)
        self._off.setAccessibleDescription(question)
        self._worked.setAccessibleDescription(question)

    def stops(self) -> list[QWidget]:
        """Return what the keyboard stops at, in order."""
        return [self._off, self._worked]


def dates_text(dates: Sequence[date]) -> str:
    """Return one date, or the span of several."""
    if dates[0] == dates[-1]:
        return short_date_text(dates[0])
    return date_span_text(dates[0], dates[-1])
