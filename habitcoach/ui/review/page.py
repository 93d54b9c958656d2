"""The Review page: a week looked back on in three minutes, and more of it for those who like."""

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from habitcoach.coaching.decision_views import Proposals
from habitcoach.coaching.more_views import MoreView
from habitcoach.coaching.review_views import ReviewPageView, ReviewState
from habitcoach.core.decision import DecisionKind
from habitcoach.ui.keys import Act, install
from habitcoach.ui.look import Look
from habitcoach.ui.review.deciding import Deciding
from habitcoach.ui.review.early import TooEarlyState
from habitcoach.ui.review.footer import ReviewFooter
from habitcoach.ui.review.more_section import MoreSection
from habitcoach.ui.review.week_body import WeekBody


class ReviewPage(QWidget):
    """Shows a ReviewPageView and says what the agent answers and decides. It knows no store and no clock."""

    week_wanted = Signal(str)  #: "2026-W47"; "" is this week
    answered = Signal(int, int)  #: habit id, "it happens by itself" 1 … 7
    stated = Signal(int, str, int)  #: habit id, name of the statement, 1 … 7
    decided = Signal(int, object, object)  #: habit id, DecisionKind, Choice or None
    choice_wanted = Signal(int, object)  #: habit id, DecisionKind; answer with offer_choice
    not_now = Signal(int)  #: habit id
    taken_back = Signal(int)  #: habit id
    fewer_cues = Signal(int)  #: habit id whose proposed step is accepted
    plan_kept = Signal(str, str)  #: if, then
    moment_kept = Signal(str)
    still_mine = Signal()
    principle_kept = Signal(str)
    hindered = Signal(int, object)  #: habit id, frozenset of Hindrance
    helped = Signal(int, str)  #: habit id, text
    journal_wanted = Signal()  #: what worked, day by day
    more_wanted = Signal()  #: the rest is open and waits for its view
    later = Signal()
    finish = Signal()
    undo_finish = Signal()
    open_library = Signal()
    back = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._view: ReviewPageView | None = None
        self._more: MoreSection | None = None
        self._more_open = False
        self._expects = True  # a week is being read that is not shown yet
        self._focus_wanted = False
        self.setObjectName("review_page")
        self._early = TooEarlyState(look)
        self.week = WeekBody(look)
        self._footer = ReviewFooter(look)
        self._deciding = Deciding(look, self)
        self._stack = QStackedWidget()
        for part in (self._early, self.week):
            self._stack.addWidget(part)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addWidget(self._stack, 1)
        body.addWidget(self._footer)
        self._footer.hide()
        self._connect()
        self._connect_keys()

    def _connect(self) -> None:
        week, footer, deciding = self.week, self._footer, self._deciding
        week.head.before.connect(lambda: self._go(before=True))
        week.head.after.connect(lambda: self._go(before=False))
        week.head.this_week.connect(lambda: self._turn(""))
        week.card.answered.connect(self.answered)
        week.news.accepted.connect(self.fewer_cues)
        week.news.open_library.connect(self.open_library)
        week.suggestion.applied.connect(deciding.apply)
        week.suggestion.not_now.connect(lambda: self._of_suggestion(self.not_now.emit))
        week.suggestion.taken_back.connect(lambda: self._of_suggestion(self.taken_back.emit))
        week.plan.kept.connect(self.plan_kept)
        week.begun.connect(self._begin)
        week.later.connect(self._put_off)
        footer.more.connect(lambda: self.open_more(open_=not self._more_open))
        footer.later.connect(self._put_off)
        footer.finish.connect(self._finish)
        footer.undo.connect(self.undo_finish)
        deciding.decided.connect(self.decided)
        deciding.choice_wanted.connect(self.choice_wanted)
        deciding.given_up.connect(self.show_decisions)

    def _connect_keys(self) -> None:
        # They sleep while another page is shown.
        install(
            self,
            {
                Act.WEEK_BEFORE: lambda: self._go(before=True),
                Act.WEEK_AFTER: lambda: self._go(before=False),
            },
        )
        keys: tuple[tuple[str, Callable[[], object]], ...] = (
            ("Ctrl+Return", self._finish),
            ("Ctrl+Enter", self._finish),
            ("Escape", self._leave),
        )
        for key, act in keys:
            QShortcut(QKeySequence(key), self).activated.connect(act)

    # ---- what is shown

    @property
    def more_open(self) -> bool:
        """Whether the rest of the week is open."""
        return self._more_open

    @property
    def foot(self) -> int:
        """Height of the bar at the foot of the page, which nothing may cover."""
        return 0 if self._footer.isHidden() else self._footer.height()

    @property
    def is_current(self) -> bool:
        """Whether the week that was asked for is shown, not merely read."""
        return not self._expects

    def expect_week(self) -> None:
        """Be told that a week is being read."""
        self._expects = True

    def show_week(self, view: ReviewPageView) -> None:
        """Show a week; what is being written stays as long as it is the same week."""
        if self._view is not None and self._view.name != view.name:
            self.week.plan.clear()
            self.week.verticalScrollBar().setValue(0)
            if self._more is not None:
                self._more.clear()
                # It still shows the other week.
                self._more.setEnabled(False)
        self._view = view
        self._deciding.show_week(view)
        early = view.state is ReviewState.TOO_EARLY
        if early:
            self._early.show_too_early(view)
        else:
            self.week.show_week(view)
        self._stack.setCurrentWidget(self._early if early else self.week)
        self._footer.setVisible(not early and self.week.is_open)
        self._footer.show_week(view, more=self._more_open)
        self._order_focus()
        self._expects = False
        if self._focus_wanted:
            self.take_focus()

    def show_more(self, more: MoreView) -> None:
        """Show the rest of the week that is shown."""
        if self._view is None or self._more is None:
            return
        self._deciding.show_more(more)
        self._more.show_more(self._view, more)
        self._more.setEnabled(True)
        self._order_focus()

    def show_saved(self) -> None:
        """Say that what was typed is on disk."""
        if self._more is not None:
            self._more.moment.show_saved()

    def show_decisions(self) -> None:
        """Show again what is decided: a decision did not come about."""
        if self._more is not None:
            self._more.decisions.put_back()

    def offer_choice(self, habit_id: int, kind: DecisionKind, found: Proposals) -> None:
        """Ask what a decision needs to know."""
        self._deciding.offer_choice(habit_id, kind, found)

    def flush(self) -> None:
        """Keep now whatever was typed."""
        self.week.plan.flush()
        if self._more is not None:
            self._more.flush()

    def open_more(self, *, open_: bool = True) -> None:
        """Open the rest of the week, or close it."""
        if self._view is None or self._view.state is ReviewState.TOO_EARLY:
            return
        if open_ and self._more is None:
            self._more = self._made_more()
        self._more_open = open_
        if self._more is not None:
            self._more.setVisible(open_)
        self._footer.show_week(self._view, more=open_)
        if open_:
            self.more_wanted.emit()
            self.week.show_part(self._more)
        self._order_focus()

    def write_moment(self) -> None:
        """Go to the customer moment, which Ctrl+M means here."""
        self.open_more()
        if self._more is not None:
            self.week.show_part(self._more.moment)
            self._more.moment.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def take_focus(self) -> None:
        """Put the keyboard on the first open question, once it is there: the page was turned to by key."""
        self._focus_wanted = self._expects
        if self._expects:
            return
        for line in self.week.card.lines:
            if line.answer.asks and line.answer.row.choice is None:
                line.answer.row.setFocus(Qt.FocusReason.ShortcutFocusReason)
                return
        stops = [one for one in self._footer.stops() if one.isVisible() and one.isEnabled()]
        (stops[-1] if stops else self).setFocus(Qt.FocusReason.ShortcutFocusReason)

    # ---- what the agent does

    def _go(self, *, before: bool) -> None:
        name = None if self._view is None else self._view.before if before else self._view.after
        if name is not None:
            self._turn(name)

    def _turn(self, name: str) -> None:
        self.flush()
        self.week_wanted.emit(name)

    def _of_suggestion(self, emit: Callable[[int], None]) -> None:
        one = None if self._view is None else self._view.suggestion
        if one is not None:
            emit(one.habit_id)

    def _begin(self) -> None:
        if self._view is not None:
            self._focus_wanted = True
            self.show_week(self._view)

    def _put_off(self) -> None:
        self.flush()
        self.later.emit()

    def _finish(self) -> None:
        if self._view is not None and self._view.can_finish and self.week.is_open:
            self.flush()
            self.finish.emit()

    def _leave(self) -> None:
        if self._more_open:
            self.open_more(open_=False)
        else:
            self.flush()
            self.back.emit()

    # ---- parts

    def _made_more(self) -> MoreSection:
        made = MoreSection(self._look)
        made.less.connect(lambda: self.open_more(open_=False))
        made.lines_wanted.connect(self.journal_wanted)
        made.statements.answered.connect(self.stated)
        made.moment.kept.connect(self.moment_kept)
        made.principle.still_mine.connect(self.still_mine)
        made.principle.kept.connect(self.principle_kept)
        made.hindered.hindered.connect(self.hindered)
        made.hindered.helped.connect(self.helped)
        made.decisions.decided.connect(self._deciding.decide_line)
        made.decisions.why.connect(self._deciding.show_figures)
        self.week.add_part(made)
        return made

    def _order_focus(self) -> None:
        more = [] if self._more is None else self._more.stops()
        stops = [*self.week.stops(), *more, *self._footer.stops()]
        for first, second in pairwise(stops):
            QWidget.setTabOrder(first, second)

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep what was typed when another page is turned to."""
        self.flush()
        super().hideEvent(event)
