"""The Today page: what waits now, what comes later, what is done."""

from itertools import pairwise

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from habitcoach.coaching.answer_views import RewardView
from habitcoach.coaching.shift_choices import ShiftChoices, ShiftWish, WishKind
from habitcoach.coaching.today_view import TodayView
from habitcoach.coaching.views import OccasionView, PromiseView
from habitcoach.core.entry import SkipReason
from habitcoach.texts.language import tr
from habitcoach.ui.day_rows import Row, day_lists
from habitcoach.ui.look import Look
from habitcoach.ui.pages.no_habits import NoHabits
from habitcoach.ui.pages.note_dialog import NoteDialog
from habitcoach.ui.pages.page import Page, SectionHead
from habitcoach.ui.pages.row_delegate import ANSWERED, PASSED, ROW_INSET
from habitcoach.ui.pages.row_list import RowList
from habitcoach.ui.pages.today_side import TodaySide
from habitcoach.ui.reward_moment import RewardMoment
from habitcoach.ui.saving import Saving
from habitcoach.ui.today.day_strips import DayStrips
from habitcoach.ui.today.head import TodayHead
from habitcoach.ui.today.now_section import NowSection
from habitcoach.ui.today.placeholders import Placeholders
from habitcoach.ui.today.reflow import Reflow
from habitcoach.ui.today.row_menu import RowMenu
from habitcoach.ui.today.section import RowSection
from habitcoach.ui.today.standing import standing
from habitcoach.ui.today.states import DayStates
from habitcoach.ui.waiting import Waiting
from habitcoach.ui.widgets.shift_chooser import ShiftChooser
from habitcoach.ui.widgets.shift_line import ShiftLine

_NARROW = 760  #: the smallest window leaves less than this


class TodayPage(Page):
    """Shows a TodayView and says what the agent wants done. It knows no store and no clock."""

    done = Signal(int, object)  #: habit id, slot or None
    skip = Signal(int, object, str, str)  #: habit id, slot or None, reason, note
    snooze = Signal(str, str, object)  #: subject, slot, minutes or "end"
    counted = Signal(int, bool)  #: habit id, hit or opportunity only
    one_back = Signal(int)  #: habit id: what was logged of it last is taken back
    change_habit = Signal(int)
    reward_taken = Signal(int)  #: reward id
    reward_rated = Signal(int, bool)  #: reward id, whether it was worth it
    undo = Signal()
    open_library = Signal()
    new_habit = Signal()
    called = Signal(bool)  #: on a call, or not any more
    resumed = Signal()  #: the pause is to end
    full_screen_allowed = Signal()  #: cues are to come in full screen, too
    full_screen_answered = Signal(bool)  #: whether the agent always works in full screen
    how_to_allow = Signal()  #: the system shows no notifications: what to do
    absence_answered = Signal(bool, object)  #: worked or off, and the dates
    why = Signal(int)  #: habit id: how its streak came about
    start_again = Signal(int)  #: habit id of one that rests
    retire = Signal(int)  #: habit id
    open_card = Signal()  #: the start or end card
    new_promise = Signal()
    hard_one = Signal()  #: a hard contact is over: what helps now
    journal_wanted = Signal()  #: what worked, day by day
    promise_kept = Signal(int, str)  #: promise id, slot
    promise_dropped = Signal(int, str)  #: promise id, slot
    promise_retimed = Signal(object)  #: PromiseView: another time is wished

    def __init__(self, look: Look) -> None:
        super().__init__(look, "today_page")
        self._look = look
        self._view: TodayView | None = None
        self._choices: ShiftChoices | None = None
        self._head = TodayHead(look)
        self._line = ShiftLine(look)
        self._strips = DayStrips(look)
        self._placeholders = Placeholders(look)
        self._no_habits = NoHabits(look, "no_habits")
        self._reward_head = SectionHead(look, tr("Now"), "reward")
        self._reward_head.hide()
        self._reward = RewardMoment(look, "card")
        self._reward.hide()
        self._states = DayStates(look)
        self._now = NowSection(look)
        self._held = RowSection(look, "held", tr("Held"))
        self._later = RowSection(look, "later", tr("Later"))
        self._passed = RowSection(look, "passed", tr("Passed"), PASSED)
        self._done = RowSection(look, "done", tr("Done"), ANSWERED)
        self._sections = (self._held, self._later, self._passed, self._done)
        self._side = TodaySide(look)
        self._menu = RowMenu(self)
        self._reflow = Reflow(look, self._moving, self)
        self._lay_out()
        self._connect()

    @property
    def chooser(self) -> ShiftChooser:
        """“Today I'm on …”."""
        return self._head.chooser

    @property
    def strips(self) -> DayStrips:
        """What the page may have to say above its lists."""
        return self._strips

    def _lay_out(self) -> None:
        theme = self._look.theme
        # The rows' highlight reaches beyond the column, so that their text stands on its edge: the page is
        # wider by that on the left, and everything else is set in.
        self.body.setSpacing(0)
        head = self._inset_head = _inset()
        head.setSpacing(0)
        head.addWidget(self._head)
        head.addWidget(self._placeholders)
        head.addSpacing(theme.space(2))
        head.addWidget(self._line)
        head.addSpacing(theme.space(3))
        head.addWidget(self._strips)
        head.addWidget(self._no_habits)
        self.body.addLayout(head)
        left = QVBoxLayout()
        left.setSpacing(theme.space(3))
        for part in (self._reward_head, self._reward, self._states, self._now):
            inset = _inset()
            inset.addWidget(part)
            left.addLayout(inset)
        for section in self._sections:
            left.addWidget(section)
        left.addStretch()
        self._right = QVBoxLayout()
        self._right.addWidget(self._side)
        self._columns = QHBoxLayout()
        self._columns.addLayout(left, 1)
        self._columns.addLayout(self._right)
        self.body.addLayout(self._columns)
        self.body.addStretch()
        self._space_out(narrow=False)
        self._look.changed.connect(self._space_out_again)

    def _space_out_again(self) -> None:
        self._space_out(narrow=self.width() < _NARROW)

    def _space_out(self, *, narrow: bool) -> None:
        theme = self._look.theme
        side = theme.space(6) if narrow else theme.size("page_margin_x")
        gap = theme.space(4) if narrow else theme.size("column_gap")
        self.set_sides(side - ROW_INSET, side)
        self._columns.setSpacing(gap - ROW_INSET)
        mirrored = self.isRightToLeft()
        self._inset_head.setContentsMargins(0 if mirrored else ROW_INSET, 0, ROW_INSET if mirrored else 0, 0)
        # The ring stands level with the first card, under the heading beside it.
        self._right.setContentsMargins(0, theme.line_height("small_strong") + theme.space(3), 0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Move everything closer together where there is little room."""
        self._space_out(narrow=event.size().width() < _NARROW)
        super().resizeEvent(event)

    def _connect(self) -> None:
        self._no_habits.open_library.connect(self.open_library)
        self._no_habits.new_habit.connect(self.new_habit)
        self._head.called.connect(self.called)
        self._head.new_promise.connect(self.new_promise)
        self._head.hard_one.connect(self.hard_one)
        self._connect_strips()
        self._states.working_today.connect(self._work_today)
        self._now.open_card.connect(self.open_card)
        for part in (self._now, self._menu):
            part.done.connect(self._on_done)
            part.snoozed.connect(lambda one, minutes: self.snooze.emit(one.subject, one.slot, minutes))
            part.skipped.connect(self._on_skip)
            part.change.connect(lambda one: self.change_habit.emit(one.habit_id))
            part.retimed.connect(self.promise_retimed)
            part.dropped.connect(lambda one: self.promise_dropped.emit(one.promise_id, one.slot))
        for rows in self._lists():
            rows.shown.connect(lambda box, of=rows: self._reveal(of, box))
            rows.done_asked.connect(self._on_row_done)
            rows.menu_asked.connect(self._menu.open)
            rows.skip_asked.connect(self._menu.open_skip)
            rows.snooze_asked.connect(self._menu.open_snooze)
        self._reward.taken.connect(self.reward_taken)
        self._reward.rated.connect(self.reward_rated)
        self._reward.ended.connect(self.end_reward)
        self._reward.closed.connect(self.end_reward)
        self._reward.undo.connect(self._on_undo)
        self._side.counted.connect(self.counted)
        self._side.one_back.connect(self._on_one_back)
        self._side.done.connect(lambda habit_id: self.done.emit(habit_id, None))
        self._side.journal_wanted.connect(self.journal_wanted)

    def _connect_strips(self) -> None:
        strips = self._strips
        strips.hung_up.connect(lambda: self.called.emit(False))
        strips.resumed.connect(self.resumed)
        strips.full_screen_allowed.connect(self.full_screen_allowed)
        strips.full_screen_answered.connect(self.full_screen_answered)
        strips.how_to_allow.connect(self.how_to_allow)
        strips.absence_answered.connect(self.absence_answered)
        strips.why.connect(self.why)
        strips.start_again.connect(self.start_again)
        strips.change_habit.connect(self.change_habit)
        strips.retire.connect(self.retire)

    def _moving(self) -> list[QWidget]:
        """Return what stands under one another in the left column."""
        return [self._states, *self._now.parts(), self._now, *self._sections]

    def _lists(self) -> list[RowList]:
        return [self._now.more, *(section.list for section in self._sections)]

    def show_view(self, view: TodayView) -> None:
        """Show a new state of the day; what did not change keeps its focus and place."""
        self._view = view
        with standing(self, self._stops), self._reflow.around():
            self._show(view)
        self._order_focus()

    def _show(self, view: TodayView) -> None:
        lists = day_lists(view)
        self._placeholders.stop()
        self._head.show_day(view)
        self._show_line(view)
        self._strips.show_day(view)
        self._no_habits.setVisible(not view.has_habits)
        self._states.show_day(view, lists)
        self._menu.show_moment(view.now, None if view.shift is None else view.shift.end)
        self._now.show_day(view, lists)
        self._show_reward_head()
        self._held.show_rows(lists.held, len(lists.held))
        self._later.show_rows(lists.later, len(lists.later))
        self._passed.show_rows(lists.passed, len(lists.passed))
        self._done.show_rows(lists.done, lists.done_count)
        self._side.show_day(view, lists)

    def show_choices(self, choices: ShiftChoices) -> None:
        """Show what today is and can be."""
        self._choices = choices
        self.chooser.show_choices(choices)

    def show_reading(self) -> None:
        """Say that the log is being read, before there is a first state of the day."""
        self._head.show_reading(tr("Reading your log…"))
        for part in (self._line, self._no_habits, self._side):
            part.hide()
        self._states.clear()
        self._placeholders.start()

    def show_saving(self, saving: Saving) -> None:
        """Say at the waiting cues which answers are not on disk yet; those cannot be given again."""
        self._now.show_saving(saving)

    def show_reward(self, view: RewardView, line: str) -> None:
        """Show the reward of a log that was just made here, with its one sentence."""
        with self._reflow.around():
            self._reward.show_reward(view, line)
            self._reward.show()
            self._show_reward_head()
        self._order_focus()
        self.verticalScrollBar().setValue(0)

    def end_reward(self) -> None:
        """Take the reward away: it is over, or its log was taken back."""
        with self._reflow.around():
            self._reward.hide()
            self._show_reward_head()

    def _show_reward_head(self) -> None:
        """Have the reward stand where the cue stood, under the heading of the present."""
        rewarded = not self._reward.isHidden()
        self._reward_head.show_remark(self._now.remark)
        self._reward_head.setVisible(rewarded)
        self._now.show_head(shown=not rewarded)

    def _on_one_back(self, habit_id: int) -> None:
        rewarded = self._reward.view
        if rewarded is not None and rewarded.habit_id == habit_id:
            self.end_reward()
        self.one_back.emit(habit_id)

    def _on_undo(self) -> None:
        self.end_reward()
        self.undo.emit()

    def _stops(self) -> list[QWidget]:
        """Return what the keyboard stops at below the strips, in order."""
        lists = (section.list for section in self._sections)
        return [*self._reward.stops(), *self._now.stops(), *lists, *self._side.stops()]

    def _order_focus(self) -> None:
        above = [*self._head.stops(), *self._strips.stops(), *self._states.stops()]
        for first, second in pairwise([*above, *self._stops()]):
            QWidget.setTabOrder(first, second)

    def _show_line(self, view: TodayView) -> None:
        shown = view.shift is not None and (view.has_habits or bool(view.promises))
        self._line.setVisible(shown)
        if view.shift is not None:
            self._line.show_shift(view.shift, [*view.promises, *view.occasions], view.now)

    def _work_today(self) -> None:
        """Take the roster's only shift, or ask which."""
        shifts = () if self._choices is None else self._choices.shifts
        if len(shifts) == 1:
            self.chooser.chosen.emit(ShiftWish(WishKind.NAMED, shifts[0].name))
        else:
            self.chooser.open_menu()

    def _on_row_done(self, row: Row) -> None:
        if row.occasion is not None:
            self._on_done(row.occasion)

    def _on_done(self, one: Waiting) -> None:
        if isinstance(one, PromiseView):
            self.promise_kept.emit(one.promise_id, one.slot)
        else:
            self.done.emit(one.habit_id, one.slot)

    def _on_skip(self, one: OccasionView, reason: SkipReason) -> None:
        if reason is not SkipReason.OTHER:
            self.skip.emit(one.habit_id, one.slot, reason.value, "")
            return
        dialog = NoteDialog(self._look, one.habit, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self.skip.emit(one.habit_id, one.slot, reason.value, dialog.note()))
        dialog.open()

    def _reveal(self, rows: RowList, box: QRect) -> None:
        place = rows.viewport().mapTo(self.inner, box.center())
        self.ensureVisible(place.x(), place.y(), 0, box.height())


def _inset() -> QVBoxLayout:
    layout = QVBoxLayout()
    layout.setContentsMargins(ROW_INSET, 0, ROW_INSET, 0)
    return layout
