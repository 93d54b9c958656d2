"""What the Review page shows before three shifts: when the first review comes."""

from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from habitcoach.coaching.review_views import ReviewPageView
from habitcoach.core.wall import DAY
from habitcoach.texts.language import tr
from habitcoach.texts.review import first_review_sentence, so_far_sentence
from habitcoach.ui.format import date_text, time_text
from habitcoach.ui.look import Look
from habitcoach.ui.review.ribbon_words import weekday_name
from habitcoach.ui.widgets.beginning_chain import BeginningChain
from habitcoach.ui.widgets.empty_state import EmptyState

_LINKS = 3
_SOON = 7 * DAY  #: within it a weekday's name is enough


class TooEarlyState(QWidget):
    """A chain, a date, and how much there is so far."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._chain = BeginningChain(look, _LINKS)
        self._state = EmptyState(look, "review_too_early", self._chain, "")
        body = QVBoxLayout(self)
        body.addStretch()
        body.addWidget(self._state)
        body.addStretch()

    def show_too_early(self, view: ReviewPageView) -> None:
        """Say when the first review is."""
        found = view.too_early
        if found is None:
            return
        self._chain.show_closed(found.so_far)
        headline = tr("Your first review comes at the end of a week")
        if found.first_at is not None:
            headline = first_review_sentence(
                _day(found.first_at.date(), view.today), time_text(found.first_at)
            )
        self._state.show_texts(headline, so_far_sentence(found.so_far, found.to_come))


def _day(day: date, today: date) -> str:
    return weekday_name(day) if day - today < _SOON else date_text(day)
