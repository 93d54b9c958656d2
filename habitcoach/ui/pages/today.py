"""The Today page: what waits now, what comes later, what is done."""

from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from habitcoach.coaching.views import OccasionView, PromiseView, RewardView, TodayView
from habitcoach.core.entry import SkipReason
from habitcoach.texts.language import tr
from habitcoach.ui.format import number_text
from habitcoach.ui.look import Look
from habitcoach.ui.pages.absence_strip import AbsenceStrip
from habitcoach.ui.pages.answer_menus import fill_skip_menu
from habitcoach.ui.pages.no_habits import NoHabits
from habitcoach.ui.pages.note_dialog import NoteDialog
from habitcoach.ui.pages.page import Page, SectionHead
from habitcoach.ui.pages.row_list import ANSWERED, COMING, PASSED, ROW_INSET, RowList, RowStyle
from habitcoach.ui.pages.today_now import NowSection
from habitcoach.ui.pages.today_side import TodaySide
from habitcoach.ui.reward_moment import RewardMoment
from habitcoach.ui.saving import Saving
from habitcoach.ui.today_words import (
    DayLists,
    Row,
    all_done_texts,
    day_lists,
    next_shift_text,
    ring_total,
    shift_text,
    title_text,
)
from habitcoach.ui.widgets.buttons import Button
from habitcoach.ui.widgets.call_switch import CallSwitch
from habitcoach.ui.widgets.empty_state import BigIcon, EmptyState
from habitcoach.ui.widgets.high_point_ring import HighPointRing
from habitcoach.ui.widgets.labels import Label
from habitcoach.ui.widgets.shift_line import ShiftLine

_NARROW = 760  #: the smallest window leaves less than this


class TodayPage(Page):
    """Shows a TodayView and says what the agent wants done. It knows no store and no clock."""

    done = Signal(int, object)  #: habit id, slot or None
    skip = Signal(int, object, str, str)  #: habit id, slot or None, reason, note
    snooze = Signal(str, str, object)  #: subject, slot, minutes or "end"
    counted = Signal(int, bool)  #: habit id, hit or opportunity only
    change_habit = Signal(int)
    reward_taken = Signal(int)  #: reward id
    undo = Signal()
    open_library = Signal()
    new_habit = Signal()
    called = Signal(bool)  #: on a call, or not any more
    absence_answered = Signal(bool, object)  #: worked or off, and the dates
    new_promise = Signal()
    promise_kept = Signal(int, str)  #: promise id, slot
    promise_dropped = Signal(int, str)  #: promise id, slot
    promise_retimed = Signal(object)  #: PromiseView: another time is wished

    def __init__(self, look: Look) -> None:
        super().__init__(look, "today_page")
        self._look = look
        self._view: TodayView | None = None
        self._title = Label(look, "", "title", wrap=True)
        self._title.setObjectName("today_title")
        self._shift = Label(look, "", "body", "text2", wrap=True)
        self._shift.setObjectName("today_shift")
        self._call = CallSwitch(look)
        self._promise = Button(look, tr("Promise"), "primary", "plus")
        self._promise.setObjectName("new_promise")
        self._promise.setAccessibleName(tr("New promise"))
        self._line = ShiftLine(look)
        self._absence = AbsenceStrip(look)
        self._reward = RewardMoment(look, "card")
        self._reward.hide()
        self._now = NowSection(look)
        self._held = _Section(look, "held", tr("Held"))
        self._later = _Section(look, "later", tr("Later"))
        self._passed = _Section(look, "passed", tr("Passed"), PASSED)
        self._done = _Section(look, "done", tr("Done"), ANSWERED)
        self._sections = (self._held, self._later, self._passed, self._done)
        self._side = TodaySide(look)
        self._no_habits = NoHabits(look, "no_habits")
        self._no_habits.open_library.connect(self.open_library)
        self._no_habits.new_habit.connect(self.new_habit)
        self._day_off = EmptyState(
            look, "day_off", BigIcon(look, "sunrise"), tr("Day off. Your streaks rest.")
        )
        self._all_ring = HighPointRing(look)
        self._all_ring.setObjectName("all_done_ring")
        self._all_done = EmptyState(look, "all_done", self._all_ring, "")
        self._nothing = EmptyState(
            look,
            "no_cues",
            BigIcon(look, "tally"),
            tr("No cue is set for today."),
            tr("Log a habit when it happens."),
        )
        self._menu = QMenu(self)
        self._menu.setObjectName("row_menu")
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        theme = self._look.theme
        # The rows' highlight reaches beyond the column, so that their text stands on its edge: the page is
        # wider by that on the left, and everything else is set in.
        self.body.setSpacing(0)
        head = _inset(right=0)
        head.setSpacing(0)
        title = QHBoxLayout()
        title.addWidget(self._title, 1)
        title.setSpacing(theme.space(3))
        title.addWidget(self._call)
        title.addWidget(self._promise)
        head.addLayout(title)
        head.addSpacing(theme.space(1))
        head.addWidget(self._shift)
        head.addSpacing(theme.space(4))
        head.addWidget(self._line)
        head.addSpacing(theme.space(3))
        head.addWidget(self._absence)
        head.addWidget(self._no_habits)
        self.body.addLayout(head)
        left = QVBoxLayout()
        left.setSpacing(theme.space(5))
        for part in (self._reward, self._day_off, self._all_done, self._nothing, self._now):
            inset = _inset()
            inset.addWidget(part)
            left.addLayout(inset)
        for section in self._sections:
            left.addWidget(section)
        left.addStretch()
        right = QVBoxLayout()
        # The ring stands level with the first card, under the heading beside it.
        right.addSpacing(theme.line_height("body_strong") + theme.space(3))
        right.addWidget(self._side)
        self._columns = QHBoxLayout()
        self._columns.addLayout(left, 1)
        self._columns.addLayout(right)
        self.body.addLayout(self._columns)
        self.body.addStretch()
        self._space_out(narrow=False)

    def _space_out(self, *, narrow: bool) -> None:
        theme = self._look.theme
        side = theme.space(6) if narrow else theme.size("page_margin_x")
        gap = theme.space(4) if narrow else theme.size("column_gap")
        self.set_sides(side - ROW_INSET, side)
        self._columns.setSpacing(gap - ROW_INSET)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Move everything closer together where there is little room."""
        self._space_out(narrow=event.size().width() < _NARROW)
        super().resizeEvent(event)

    def _connect(self) -> None:
        self._call.called.connect(self.called)
        self._absence.answered.connect(self.absence_answered)
        self._now.done.connect(self._on_done)
        self._now.snoozed.connect(lambda one, minutes: self.snooze.emit(one.subject, one.slot, minutes))
        self._now.skipped.connect(self._on_skip)
        self._promise.clicked.connect(self.new_promise)
        self._now.kept.connect(self._on_kept)
        self._now.dropped.connect(self._on_dropped)
        self._now.retimed.connect(self.promise_retimed)
        self._now.change.connect(lambda one: self.change_habit.emit(one.habit_id))
        for section in self._sections:
            section.list.shown.connect(lambda box, of=section.list: self._reveal(of, box))
            section.list.done_asked.connect(self._on_row_done)
            section.list.menu_asked.connect(self._on_menu)
            section.list.skip_asked.connect(self._on_skip_menu)
        self._reward.taken.connect(self.reward_taken)
        self._reward.ended.connect(self._reward.hide)
        self._reward.closed.connect(self._reward.hide)
        self._reward.undo.connect(self._on_undo)
        self._side.counted.connect(self.counted)
        self._side.done.connect(lambda habit_id: self.done.emit(habit_id, None))

    def show_view(self, view: TodayView) -> None:
        """Show a new state of the day; what did not change keeps its focus and place."""
        self._view = view
        lists = day_lists(view)
        self._title.setText(title_text(view))
        self._call.setVisible(view.has_habits)
        self._call.show_hold(view.hold)
        self._show_shift(view)
        self._absence.show_absence(view.absence)
        self._show_state(view, lists)
        end = None if view.shift is None else view.shift.end
        self._now.show_cues(lists.now, view.now, end, view.unconfirmed, lists.promises)
        self._held.show_rows(lists.held, len(lists.held))
        self._later.show_rows(lists.later, len(lists.later))
        self._passed.show_rows(lists.passed, len(lists.passed))
        self._done.show_rows(lists.done, lists.done_count)
        self._side.show_day(view, lists)
        self._order_focus()

    def show_reading(self) -> None:
        """Say that the log is being read, before there is a first state of the day."""
        self._title.setText(tr("Reading your log…"))
        for part in (self._call, self._line, self._no_habits, self._day_off, self._nothing, self._all_done):
            part.hide()

    def show_saving(self, saving: Saving) -> None:
        """Say at the waiting cues which answers are not on disk yet; those cannot be given again."""
        self._now.show_saving(saving)

    def show_reward(self, view: RewardView, line: str) -> None:
        """Show the reward of a log that was just made here, with its one sentence."""
        self._reward.show_reward(view, line)
        self._reward.show()
        self.verticalScrollBar().setValue(0)

    def end_reward(self) -> None:
        """Take the reward away: its log was taken back."""
        self._reward.hide()

    def _on_undo(self) -> None:
        self._reward.hide()
        self.undo.emit()

    def _order_focus(self) -> None:
        lists = (section.list for section in self._sections)
        head = [self._call.switch, self._promise, *self._absence.stops()]
        stops = [*head, *self._now.stops(), *lists, *self._side.stops()]
        for first, second in pairwise(stops):
            QWidget.setTabOrder(first, second)

    def _show_shift(self, view: TodayView) -> None:
        text = shift_text(view)
        self._shift.setText(text)
        shown = view.shift is not None and (view.has_habits or bool(view.promises))
        self._shift.setVisible(shown)
        self._line.setVisible(shown)
        if view.shift is not None:
            self._line.show_shift(view.shift, [*view.promises, *view.occasions], view.now)

    def _show_state(self, view: TodayView, lists: DayLists) -> None:
        self._no_habits.setVisible(not view.has_habits)
        empty = not (view.occasions or view.promises)
        self._day_off.setVisible(view.has_habits and empty and not view.duty)
        self._day_off.show_texts(tr("Day off. Your streaks rest."), next_shift_text(view))
        self._nothing.setVisible(view.has_habits and empty and view.duty)
        self._all_done.setVisible(lists.all_done)
        if lists.all_done:
            self._all_ring.show_count(lists.done_count, ring_total(view), view.done_yesterday)
            self._all_done.show_texts(*all_done_texts(view, lists.done_count))

    def _on_kept(self, one: PromiseView) -> None:
        self.promise_kept.emit(one.promise_id, one.slot)

    def _on_dropped(self, one: PromiseView) -> None:
        self.promise_dropped.emit(one.promise_id, one.slot)

    def _on_row_done(self, row: Row) -> None:
        if isinstance(row.occasion, PromiseView):
            self._on_kept(row.occasion)
        else:
            self._on_done(row.occasion)

    def _on_done(self, one: OccasionView) -> None:
        self.done.emit(one.habit_id, one.slot)

    def _on_skip(self, one: OccasionView, reason: SkipReason) -> None:
        if reason is not SkipReason.OTHER:
            self.skip.emit(one.habit_id, one.slot, reason.value, "")
            return
        dialog = NoteDialog(self._look, one.habit, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: self.skip.emit(one.habit_id, one.slot, reason.value, dialog.note()))
        dialog.open()

    def _on_menu(self, row: Row, where: QPoint) -> None:
        one = row.occasion
        if isinstance(one, PromiseView):
            self._on_promise_menu(one, where)
            return
        self._menu.clear()
        done = self._menu.addAction(tr("Done"))
        done.setObjectName("row_done")
        done.triggered.connect(lambda: self._on_done(one))
        skip = self._menu.addMenu(tr("Skip"))
        self._fill_skip(skip, one)
        self._menu.popup(where)

    def _on_skip_menu(self, row: Row, where: QPoint) -> None:
        if isinstance(row.occasion, PromiseView):
            self._on_promise_menu(row.occasion, where)
            return
        self._fill_skip(self._menu, row.occasion)
        self._menu.popup(where)

    def _on_promise_menu(self, one: PromiseView, where: QPoint) -> None:
        self._menu.clear()
        for text, name, act in (
            (tr("Kept"), "row_kept", lambda: self._on_kept(one)),
            (tr("Re-time…"), "row_retime", lambda: self.promise_retimed.emit(one)),
            (tr("Drop"), "row_drop", lambda: self._on_dropped(one)),
        ):
            action = self._menu.addAction(text)
            action.setObjectName(name)
            action.triggered.connect(act)
        self._menu.popup(where)

    def _fill_skip(self, menu: QMenu, one: OccasionView) -> None:
        fill_skip_menu(
            menu, lambda reason: self._on_skip(one, reason), lambda: self.change_habit.emit(one.habit_id)
        )

    def _reveal(self, rows: RowList, box: QRect) -> None:
        place = rows.viewport().mapTo(self.inner, box.center())
        self.ensureVisible(place.x(), place.y(), 0, box.height())


def _inset(right: int = ROW_INSET) -> QVBoxLayout:
    layout = QVBoxLayout()
    layout.setContentsMargins(ROW_INSET, 0, right, 0)
    return layout


class _Section(QWidget):
    """A heading with its list; hidden while the list is empty."""

    def __init__(self, look: Look, name: str, title: str, row_style: RowStyle = COMING) -> None:
        super().__init__()
        self.setObjectName(f"{name}_section")
        self._head = SectionHead(look, title, name)
        self.list = RowList(look, f"{name}_list", title, row_style)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(look.theme.space(2))
        head = QHBoxLayout()
        head.setContentsMargins(ROW_INSET, 0, ROW_INSET, 0)
        head.addWidget(self._head)
        body.addLayout(head)
        body.addWidget(self.list)
        self.hide()

    def show_rows(self, rows: tuple[Row, ...], count: int) -> None:
        """Show rows and how many they are."""
        self.list.show_rows(rows)
        self._head.show_remark(number_text(count))
        self.setVisible(bool(rows))
