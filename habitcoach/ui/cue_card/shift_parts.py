"""Parts of a shift's card beside its habits: yesterday, today's one line, the review, an absence."""

from datetime import date

from PySide6.QtCore import QEvent, QLocale, QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from habitcoach.coaching.card_views import ReviewOffer, YesterdayView
from habitcoach.coaching.views import AbsenceView
from habitcoach.core.fields import MAX_NOTE
from habitcoach.texts.absence import absence_question
from habitcoach.texts.language import ntr, tr
from habitcoach.ui.cue_card.rows import popup_button
from habitcoach.ui.format import number_text
from habitcoach.ui.look import Look
from habitcoach.ui.review.kept_text import Keeping
from habitcoach.ui.today.absence_strip import dates_text
from habitcoach.ui.widgets.buttons import Button
from habitcoach.ui.widgets.labels import Label

_LINES = 2


class YesterdayPart(QWidget):
    """Yesterday's high point, in figures and in the agent's words."""

    def __init__(self, look: Look, view: YesterdayView) -> None:
        super().__init__()
        self.setObjectName("card_yesterday")
        head = QHBoxLayout()
        head.addWidget(Label(look, tr("Yesterday’s high point"), "small_strong", "text2"), 1)
        if view.done:
            done = ntr("{count} done", "{count} done", view.done, count=number_text(view.done))
            head.addWidget(Label(look, done, "small", "text2"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.theme.space(1))
        column.addLayout(head)
        if view.line:
            line = Label(look, view.line, "own_body", wrap=True)
            line.setObjectName("card_yesterday_line")
            column.addWidget(line)


class LinePart(QWidget):
    """“What worked today?”: one line, saved as it is typed. A press on it asks for the keyboard."""

    typed = Signal(str)
    typing_wanted = Signal()

    def __init__(self, look: Look, line: str, again: date | None) -> None:
        super().__init__()
        theme = look.theme
        self.setObjectName("card_line")
        asked = tr("What worked today?")
        self.field = QPlainTextEdit()
        self.field.setObjectName("worked_today")
        self.field.setAccessibleName(asked)
        self.field.setTabChangesFocus(True)
        self.field.setProperty("words", "own")
        self._look = look
        self._dress()
        look.changed.connect(self._dress)
        self.field.viewport().installEventFilter(self)
        self._keeping = Keeping(self.field)
        self._keeping.show_text(line)
        self._keeping.kept.connect(lambda text: self.typed.emit(" ".join(text.split())))
        self.field.textChanged.connect(self._limit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(2))
        column.addWidget(Label(look, asked, "small_strong", "text2"))
        column.addWidget(self.field)
        if again is not None:
            day = QLocale().dayName(again.isoweekday())
            column.addWidget(
                Label(look, tr("You meet this line again on {day}.", day=day), "small", "text2", wrap=True)
            )

    def _dress(self) -> None:
        theme = self._look.theme
        self.field.setFixedHeight(_LINES * theme.line_height("own_body") + theme.space(4))

    @property
    def typing(self) -> bool:
        """Whether the agent is writing."""
        return self.field.hasFocus()

    def _limit(self) -> None:
        """Take no more than can be kept."""
        if len(self.field.toPlainText()) > MAX_NOTE:
            self.field.setPlainText(self.field.toPlainText()[:MAX_NOTE])
            self.field.moveCursor(QTextCursor.MoveOperation.End)

    def save(self) -> None:
        """Say what stands there, if that is news."""
        self._keeping.flush()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask for the keyboard when the field is pressed."""
        pressed = isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonPress
        if pressed and not self.field.hasFocus():
            self.typing_wanted.emit()
            self.field.setFocus(Qt.FocusReason.MouseFocusReason)
        return super().eventFilter(watched, event)


class ReviewPart(QWidget):
    """The week's review: now, or with the next shift."""

    review = Signal(str)  #: the week
    later = Signal(str)

    def __init__(self, look: Look, offer: ReviewOffer) -> None:
        super().__init__()
        self.setObjectName("card_review")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.theme.space(2))
        row.addWidget(Label(look, tr("About three minutes"), "small", "text2"), 1)
        if offer.later is not None:
            later = Button(look, QLocale().dayName(offer.later.isoweekday()), "quiet")
            later.setObjectName("review_later")
            later.clicked.connect(lambda: self.later.emit(offer.week))
            row.addWidget(later)
        now = Button(look, tr("Review the week"), "primary")
        now.setObjectName("review_week")
        now.clicked.connect(lambda: self.review.emit(offer.week))
        row.addWidget(now)


class AbsencePart(QWidget):
    """The question about dates nobody saw."""

    answered = Signal(bool, object)  #: worked or off, and the dates

    def __init__(self, look: Look, asked: AbsenceView) -> None:
        super().__init__()
        self.setObjectName("card_absence")
        theme = look.theme
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(2))
        column.addWidget(Label(look, absence_question(dates_text(asked.dates)), "body_strong", wrap=True))
        row = QHBoxLayout()
        row.setSpacing(theme.space(2))
        for words, name, variant, worked in (
            (tr("I was off"), "card_off", "soft", False),
            (tr("I worked: fill in"), "card_worked", "secondary", True),
        ):
            button = popup_button(Button(look, words, variant), name)
            button.clicked.connect(lambda _=False, worked=worked: self.answered.emit(worked, asked.dates))
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
