"""The bar under a review: more of it, put it off, finish it."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from habitcoach.coaching.review_views import ReviewPageView, ReviewState
from habitcoach.texts.language import tr
from habitcoach.ui.look import Look
from habitcoach.ui.review.review_words import footer_words, start_words
from habitcoach.ui.review.week_body import side_at
from habitcoach.ui.widgets.buttons import Button
from habitcoach.ui.widgets.card import Line
from habitcoach.ui.widgets.labels import ElidedLabel


class ReviewFooter(QFrame):
    """Stays in sight while the page scrolls."""

    more = Signal()
    later = Signal()
    finish = Signal()
    undo = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        theme = look.theme
        self.setObjectName("review_footer")
        self.setProperty("surface", "page")
        self._open = False
        self._more = Button(look, tr("More"), "quiet", "down")
        self._what = ElidedLabel(look, tr("moments, notes, every decision"), "small", "text2")
        self._what.setObjectName("footer_what")
        self._state = ElidedLabel(look, "", "small", "text2")
        self._state.setObjectName("footer_state")
        self._later = Button(look, tr("Later"), "quiet")
        self._undo = Button(look, tr("Undo"), "quiet", "undo")
        self._undo.setAccessibleName(tr("Open the week again"))
        self._finish = Button(look, tr("Finish the week"), "primary", scale="large")
        for button, name, signal in (
            (self._more, "review_more", self.more),
            (self._later, "review_later", self.later),
            (self._undo, "review_undo_finish", self.undo),
            (self._finish, "review_finish", self.finish),
        ):
            button.setObjectName(name)
            button.clicked.connect(signal)
        row = QHBoxLayout()
        self._row = row
        row.setSpacing(theme.space(1))
        row.addStrut(theme.size("button_large"))  # as high without the button that finishes
        row.addWidget(self._more)
        row.addWidget(self._what, 1)
        row.addWidget(self._state)
        row.addSpacing(theme.space(2))
        for button in (self._later, self._undo, self._finish):
            row.addWidget(button)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addWidget(Line(look))
        body.addLayout(row)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand in line with what is above."""
        super().resizeEvent(event)
        theme = self._look.theme
        side, high = side_at(self._look, event.size().width()), theme.space(3) + 1
        begin, end = side - theme.space(3), side  # a quiet button keeps its words so far from its edge
        if self.isRightToLeft():
            begin, end = end, begin
        self._row.setContentsMargins(begin, high, end, high)

    def show_week(self, view: ReviewPageView, *, more: bool) -> None:
        """Show how the review stands; `more` is whether the rest of it is open."""
        self._more.set_label(tr("Less") if more else tr("More"))
        self._more.set_icon("up" if more else "down")
        self._what.setText(start_words(view) if more else tr("moments, notes, every decision"))
        self._state.setText("" if more and view.state is ReviewState.OPEN else footer_words(view))
        self._later.setVisible(view.can_finish and view.state is ReviewState.OPEN)
        self._undo.setVisible(view.can_undo)
        self._finish.setVisible(view.can_finish)

    def stops(self) -> list[QWidget]:
        """Return what the keyboard stops at, in order."""
        return [self._more, self._later, self._undo, self._finish]
