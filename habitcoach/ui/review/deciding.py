"""What the agent decides in a review: said at once, or after what it needs to know was asked."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from habitcoach.coaching.decision_views import Proposals
from habitcoach.coaching.more_views import MoreView
from habitcoach.coaching.review_views import ReviewPageView
from habitcoach.core.decision import DecisionKind
from habitcoach.core.habit import HabitId
from habitcoach.ui.look import Look
from habitcoach.ui.review.figures_panel import FiguresPanel
from habitcoach.ui.review.picker import Picker


class Deciding(QObject):
    """Knows what a page shows of one week, asks in small dialogs over it, and says what was decided."""

    decided = Signal(int, object, object)  #: habit id, DecisionKind, Choice or None
    choice_wanted = Signal(int, object)  #: habit id, DecisionKind; answer with offer_choice
    given_up = Signal()  #: a choice was not made

    def __init__(self, look: Look, page: QWidget) -> None:
        super().__init__(page)
        self._look = look
        self._page = page
        self._week: ReviewPageView | None = None
        self._more: MoreView | None = None
        self._picker: Picker | None = None

    def show_week(self, week: ReviewPageView) -> None:
        """Take the week that is shown; what was known of the rest of another one is forgotten."""
        if self._week is not None and self._week.name != week.name:
            self._more = None
        self._week = week

    def show_more(self, more: MoreView) -> None:
        """Take the rest of the week that is shown."""
        self._more = more

    def apply(self) -> None:
        """Decide as the week suggests."""
        one = None if self._week is None else self._week.suggestion
        if one is not None:
            self._decide(one.habit_id, one.kind, asks=one.asks)

    def decide_line(self, habit_id: int, kind: DecisionKind) -> None:
        """Decide as was chosen in the line of a habit."""
        rows = () if self._more is None else self._more.decisions
        row = next((one for one in rows if one.habit_id == habit_id), None)
        self._decide(habit_id, kind, asks=row is not None and kind in row.asks)

    def offer_choice(self, habit_id: int, kind: DecisionKind, found: Proposals) -> None:
        """Ask what a decision needs to know."""
        if self._picker is not None:
            return
        picker = Picker(self._look, self._page, kind, self._name_of(habit_id), found)
        picker.picked.connect(lambda choice: self.decided.emit(habit_id, kind, choice))
        picker.rejected.connect(self.given_up)
        picker.finished.connect(self._forget_picker)
        self._picker = picker
        picker.open()

    def show_figures(self, habit_id: int) -> None:
        """Say what is behind what the coach says of a habit."""
        found = None if self._more is None else self._more.figures.get(HabitId(habit_id))
        if found is not None:
            FiguresPanel(self._look, self._name_of(habit_id), found, self._page).open()

    def _decide(self, habit_id: int, kind: DecisionKind, *, asks: bool) -> None:
        if asks:
            self.choice_wanted.emit(habit_id, kind)
        else:
            self.decided.emit(habit_id, kind, None)

    def _forget_picker(self) -> None:
        picker, self._picker = self._picker, None
        if picker is not None:
            picker.deleteLater()

    def _name_of(self, habit_id: int) -> str:
        rows = () if self._week is None else self._week.rows
        return next((one.habit for one in rows if one.habit_id == habit_id), "")
