"""The scrolling part of a review: headline, ribbons, the suggestion, the plan, and more below."""

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from habitcoach.coaching.review_views import Chosen, ReviewPageView, ReviewState
from habitcoach.core.headline import HeadlineCode
from habitcoach.texts.language import tr
from habitcoach.ui.look import Look
from habitcoach.ui.pages.page import Page
from habitcoach.ui.review.cue_news import CueNews
from habitcoach.ui.review.head import ReviewHead
from habitcoach.ui.review.plan_line import PlanLine
from habitcoach.ui.review.suggestion_box import SuggestionBox
from habitcoach.ui.review.week_card import WeekCard
from habitcoach.ui.widgets.buttons import Button

_NARROW = 760
_WIDEST = 1120  #: wider lines are hard to read


def side_at(look: Look, wide: int) -> int:
    """Return the margin of a review at either side, at a width."""
    return look.theme.space(6) if wide < _NARROW else look.theme.size("page_margin_x")


class WeekBody(Page):
    """A hard week begins with its headline alone; *Three minutes* opens the rest."""

    begun = Signal()
    later = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, "review_body")
        self._look = look
        theme = look.theme
        self.head = ReviewHead(look)
        self.card = WeekCard(look)
        self.news = CueNews(look)
        self.suggestion = SuggestionBox(look)
        self.plan = PlanLine(look)
        self._begin = Button(look, tr("Three minutes"), "primary", scale="large")
        self._begin.setObjectName("review_begin")
        self._later = Button(look, tr("Later"), "quiet", scale="large")
        self._later.setObjectName("review_begin_later")
        self._hard = QWidget()
        row = QHBoxLayout(self._hard)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.space(2))
        row.addWidget(self._begin)
        row.addWidget(self._later)
        row.addStretch()
        self._begun: set[str] = set()
        self._name = ""
        self.is_open = True  #: whether more than the headline is shown
        self.body.setSpacing(theme.space(5))
        for part in (self.head, self._hard, self.card, self.news, self.suggestion, self.plan):
            self.body.addWidget(part)
        self.body.addStretch()
        self._begin.clicked.connect(self._on_begin)
        self._later.clicked.connect(self.later)

    def show_week(self, view: ReviewPageView) -> None:
        """Show a week."""
        self._name = view.name
        self.is_open = view.name in self._begun or not _begins_softly(view)
        self.head.show_week(view)
        self._hard.setVisible(not self.is_open)
        self.card.show_week(view)
        self.card.setVisible(self.is_open and bool(view.rows))
        self.news.show_week(view)
        self.suggestion.show_week(view)
        self.plan.show_plan(view.plan, view.plan_before)
        if not self.is_open:
            self.news.hide()
            self.suggestion.hide()
        self.plan.setVisible(self.is_open)

    def add_part(self, part: QWidget) -> None:
        """Add what *More* opens, below all others."""
        self.body.insertWidget(self.body.count() - 1, part)

    def show_part(self, part: QWidget | None) -> None:
        """Bring a part to the top of the view, once it is laid out."""
        if part is not None:
            # Once for the new part to be laid out, once for the heights of what is wrapped in it.
            QTimer.singleShot(0, part, lambda: QTimer.singleShot(0, part, lambda: self._scroll_to(part)))

    def _scroll_to(self, part: QWidget) -> None:
        top = part.mapTo(self.inner, QPoint(0, 0)).y() - self._look.theme.space(5)
        self.verticalScrollBar().setValue(top)

    def stops(self) -> list[QWidget]:
        """Return what the keyboard stops at, in order."""
        return [
            *self.head.stops(),
            self._begin,
            self._later,
            *self.card.stops(),
            *self.news.stops(),
            *self.suggestion.stops(),
            *self.plan.stops(),
        ]

    def _on_begin(self) -> None:
        self._begun.add(self._name)
        self.begun.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Move the sides in where there is little room, and out where lines would be too long."""
        wide = event.size().width()
        side = side_at(self._look, wide)
        self.set_sides(side, max(side, wide - side - _WIDEST))
        super().resizeEvent(event)


def _begins_softly(view: ReviewPageView) -> bool:
    """Whether a hard week waits for the agent to want more than its headline."""
    thin = view.headline.code is HeadlineCode.THIN and view.state in {ReviewState.OPEN, ReviewState.POSTPONED}
    answered = any(row.question.mark is not None for row in view.rows)
    decided = view.suggestion is not None and view.suggestion.chosen is not Chosen.OPEN
    return thin and not (answered or decided or view.plan.text)
