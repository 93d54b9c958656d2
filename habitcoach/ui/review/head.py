"""The head of a review: which week, its headline, and three figures."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from habitcoach.coaching.review_views import ReviewPageView
from habitcoach.texts.language import tr
from habitcoach.texts.review import headline_sentence
from habitcoach.ui.look import Look
from habitcoach.ui.review.review_words import longest_words, promise_words, reward_words, week_title
from habitcoach.ui.review.ribbon_words import weekday_name
from habitcoach.ui.widgets.buttons import Button, IconButton
from habitcoach.ui.widgets.flow import Flow
from habitcoach.ui.widgets.labels import Label
from habitcoach.ui.widgets.mark_icon import MarkIcon
from habitcoach.ui.widgets.marks import Mark
from habitcoach.ui.widgets.small_icon import SmallIcon

_DIAMOND = 10


class Fact(QWidget):
    """One figure with its sign."""

    def __init__(self, look: Look, name: str, sign: QWidget) -> None:
        super().__init__()
        self._label = Label(look, "", "body", "text2")
        self._label.setObjectName(name)
        self._label.keep_line()  # weeks with and without a diamond are as high
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.theme.space(2))
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._label)
        row.addSpacing(look.theme.space(3))

    def show_text(self, text: str) -> None:
        """Show a figure; an empty text takes it away."""
        self._label.setText(text)
        self.setAccessibleName(text)
        self.setVisible(bool(text))


class ReviewHead(QWidget):
    """Says which week it is and what was best about it, and leads to the weeks before and after."""

    before = Signal()
    after = Signal()
    this_week = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        theme = look.theme
        self._week = Label(look, "", "body", "text2", wrap=True)
        self._week.setObjectName("review_week")
        self._headline = Label(look, "", "own_headline", wrap=True)
        self._headline.setObjectName("review_headline")
        self._before = IconButton(look, "left", tr("Week before"))
        self._this = Button(look, tr("This week"))
        self._after = IconButton(look, "right", tr("Week after"))
        for button, name, signal in (
            (self._before, "week_before", self.before),
            (self._this, "this_week", self.this_week),
            (self._after, "week_after", self.after),
        ):
            button.setObjectName(name)
            button.setProperty("scale", "compact")
            button.clicked.connect(signal)
        self._longest = Fact(look, "review_longest", SmallIcon(look, "habits"))
        self._promises = Fact(look, "review_promises", SmallIcon(look, "flag"))
        self._rewards = Fact(look, "review_rewards", MarkIcon(look, Mark.DIAMOND, _DIAMOND, ground="page"))
        self._facts = Flow(theme.space(3))
        for fact in (self._longest, self._promises, self._rewards):
            self._facts.add(fact)
        top = QHBoxLayout()
        top.setSpacing(theme.space(2))
        top.addWidget(self._week, 1)
        for stop in self.stops():
            top.addWidget(stop)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, theme.space(1))
        body.setSpacing(0)
        body.addLayout(top)
        body.addWidget(self._headline)
        body.addSpacing(theme.space(4))
        body.addWidget(self._facts)

    def show_week(self, view: ReviewPageView) -> None:
        """Show a week's headline and figures."""
        self._week.setText(week_title(view))
        self._headline.setText(headline_sentence(view.headline, _weekday(view)))
        self._before.setEnabled(view.before is not None)
        self._after.setEnabled(view.after is not None)
        self._longest.show_text(longest_words(view.figures))
        self._promises.show_text(promise_words(view.figures.promises))
        self._rewards.show_text(reward_words(view.figures.rewards_taken))
        self._facts.settle()
        self._facts.setVisible(
            any(not one.isHidden() for one in (self._longest, self._promises, self._rewards))
        )

    def stops(self) -> list[QWidget]:
        """Return what the keyboard stops at, in order."""
        return [self._before, self._this, self._after]


def _weekday(view: ReviewPageView) -> str:
    day = view.headline.day
    return "" if day is None else weekday_name(day)
