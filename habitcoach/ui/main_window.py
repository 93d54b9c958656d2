"""The main window: sidebar, pages, and what the agent wants done, as signals."""

from base64 import b64decode, b64encode
from collections.abc import Callable, Sequence
from datetime import datetime, time, timedelta

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from habitcoach.coaching.drafting import Typed, faults_in
from habitcoach.coaching.views import CueTimeView, HabitView, PromiseView, RewardView, TodayView
from habitcoach.core.errors import InputError
from habitcoach.core.fields import name_key
from habitcoach.core.hold import HoldReason
from habitcoach.core.trigger import Promised
from habitcoach.core.wall import NOON
from habitcoach.library import Template
from habitcoach.texts.errors import sentence_for
from habitcoach.texts.language import tr
from habitcoach.texts.promises import promise_title
from habitcoach.ui.editor.habit_editor import HabitEditor
from habitcoach.ui.format import time_text
from habitcoach.ui.look import Look
from habitcoach.ui.pages.habits import HabitsPage
from habitcoach.ui.pages.library import LibraryPage
from habitcoach.ui.pages.today import TodayPage
from habitcoach.ui.promise_dialog import PromiseDialog
from habitcoach.ui.saving import Saving
from habitcoach.ui.sidebar import Place, Sidebar
from habitcoach.ui.tray_words import next_time, waiting_count
from habitcoach.ui.widgets.notice_strip import NoticeStrip
from habitcoach.ui.widgets.trouble_strip import TroubleStrip
from habitcoach.ui.widgets.undo_bar import UndoBar

TODAY, HABITS, LIBRARY = range(3)
UNDO_MS = 6000
_UNDO_WIDTH = 440

Check = Callable[[int | None, Typed], Sequence[InputError]]


def _check_alone(_habit_id: int | None, typed: Typed) -> Sequence[InputError]:
    return faults_in(typed)


class MainWindow(QMainWindow):
    """Shows views and emits intents. It reads no store and no clock."""

    done = Signal(int, object)  #: habit id, slot or None
    skip = Signal(int, object, str, str)  #: habit id, slot or None, reason, note
    snooze = Signal(str, str, object)  #: subject, slot, minutes or "end"
    count = Signal(int, bool)  #: habit id, a hit or an opportunity only
    called = Signal(bool)  #: on a call, or not any more
    absence_answered = Signal(bool, object)  #: worked or off, and the dates
    promise_made = Signal(object, str, str)  #: wall time, ticket, note
    promise_kept = Signal(int, str)  #: promise id, slot
    promise_dropped = Signal(int, str)  #: promise id, slot
    promise_retimed = Signal(int, object)  #: promise id, the wall time it is to have
    promise_time_typed = Signal(object)  #: wall time in the dialog; answer with show_promise_day
    undo = Signal()
    reward_taken = Signal(int)  #: reward id
    add_template = Signal(str)  #: template id
    save_habit = Signal(object, object)  #: habit id or None for a new one, Typed without faults
    preview_wanted = Signal(object, object)  #: habit or None, Typed without faults; answer with show_preview
    archive = Signal(int)
    restore = Signal(int)
    delete = Signal(int)
    closed_to_tray = Signal()
    try_again = Signal()  #: offer the disk now what it has not taken
    save_copy = Signal()  #: save a copy of the file elsewhere
    put_right = Signal()  #: the file is damaged: choose what to put back
    quit = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._closes_to_tray = False
        self._editor: HabitEditor | None = None
        self._promise: PromiseDialog | None = None
        self._check: Check = _check_alone
        self._habits: tuple[HabitView, ...] = ()
        self._templates: tuple[Template, ...] = ()
        self._view: TodayView | None = None
        self._just_saved: int | None = None
        self._status: tuple[str, str] | None = None
        self.setObjectName("main_window")
        self.setWindowTitle("HabitCoach")
        self.resize(look.theme.size_of("window"))
        self.setMinimumSize(look.theme.size_of("window_min"))
        places = (Place("today", tr("Today")), Place("habits", tr("Habits")), Place("library", tr("Library")))
        self._sidebar = Sidebar(look, places)
        self._today = TodayPage(look)
        self._habits_page = HabitsPage(look)
        self._library = LibraryPage(look)
        self._stack = QStackedWidget()
        self._stack.setObjectName("page_stack")
        for page in (self._today, self._habits_page, self._library):
            self._stack.addWidget(page)
        self._trouble = TroubleStrip(look)
        self._notice = NoticeStrip(look)
        self._undo_bar = UndoBar(look)
        self._lay_out()
        self._connect()
        self._connect_keys()
        self._sidebar.choose(TODAY)

    def _lay_out(self) -> None:
        self._area = QWidget()
        right = QVBoxLayout(self._area)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self._trouble)
        right.addWidget(self._notice)
        right.addWidget(self._stack, 1)
        centre = QWidget()
        body = QHBoxLayout(centre)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(0)
        body.addWidget(self._sidebar)
        body.addWidget(self._area, 1)
        self.setCentralWidget(centre)
        self._undo_bar.setParent(self._area)

    def _connect(self) -> None:
        self._sidebar.chosen.connect(self._stack.setCurrentIndex)
        today, habits, library = self._today, self._habits_page, self._library
        today.done.connect(self.done)
        today.skip.connect(self.skip)
        today.snooze.connect(self.snooze)
        today.counted.connect(self.count)
        today.reward_taken.connect(self.reward_taken)
        today.undo.connect(self.undo)
        today.called.connect(self.called)
        today.absence_answered.connect(self.absence_answered)
        today.new_promise.connect(self.new_promise)
        today.promise_kept.connect(self.promise_kept)
        today.promise_dropped.connect(self.promise_dropped)
        today.promise_retimed.connect(self._retime)
        today.open_library.connect(lambda: self.show_page(LIBRARY))
        today.new_habit.connect(self.new_habit)
        today.change_habit.connect(self.open_habit)
        habits.new_habit.connect(self.new_habit)
        habits.edit.connect(self.open_habit)
        habits.archive.connect(self.archive)
        habits.restore.connect(self.restore)
        habits.delete.connect(self.delete)
        habits.open_library.connect(lambda: self.show_page(LIBRARY))
        library.add.connect(self.add_template)
        library.write_own.connect(self.new_habit)
        self._undo_bar.undo.connect(self.undo)
        self._trouble.try_again.connect(self.try_again)
        self._trouble.save_copy.connect(self.save_copy)
        self._trouble.put_right.connect(self.put_right)

    def _connect_keys(self) -> None:
        keys: tuple[tuple[str, Callable[[], object]], ...] = (
            ("Ctrl+1", lambda: self.show_page(TODAY)),
            ("Ctrl+2", lambda: self.show_page(HABITS)),
            ("Ctrl+3", lambda: self.show_page(LIBRARY)),
            ("Ctrl+N", self.new_habit),
            ("Ctrl+Shift+P", self.new_promise),
            ("Ctrl+F", self._find),
            ("Ctrl+E", self._edit_current),
            ("Ctrl+H", self._hold_or_let_go),
            ("Ctrl+Q", self.quit.emit),
            ("Ctrl+Z", self._take_back),
        )
        for key, act in keys:
            QShortcut(QKeySequence(key), self).activated.connect(act)

    # ---- what is shown

    def show_today(self, view: TodayView) -> None:
        """Show the day, its waiting cues in the sidebar, and when the next one comes."""
        self._view = view
        self._today.show_view(view)
        self._sidebar.show_waiting(TODAY, waiting_count(view))
        self._show_status()

    def show_reading(self) -> None:
        """Say that the log is being read, before there is anything to show."""
        self._today.show_reading()

    def show_habits(self, habits: Sequence[HabitView]) -> None:
        """Show all habits, retired ones too; the library marks the templates among the active ones."""
        self._habits = tuple(habits)
        self._habits_page.show_habits(self._habits)
        if self._just_saved is not None and any(one.habit_id == self._just_saved for one in self._habits):
            self._habits_page.choose(self._just_saved)
            self._just_saved = None
        self._show_library()

    def show_templates(self, templates: Sequence[Template]) -> None:
        """Show the library."""
        self._templates = tuple(templates)
        self._show_library()

    def _show_library(self) -> None:
        names = {name_key(one.name) for one in self._habits if not one.archived}
        added = {one.id for one in self._templates if name_key(one.draft.name) in names}
        self._library.show_templates(self._templates, added)

    def show_status(self, title: str, detail: str) -> None:
        """Say in the sidebar that something is off; an empty title says again that cues are on."""
        self._status = (title, detail) if title else None
        self._show_status()

    def _show_status(self) -> None:
        if self._status is not None:
            self._sidebar.show_status(*self._status, well=False)
            return
        hold = None if self._view is None else self._view.hold
        if hold is not None:
            latest = tr("Until {time} at the latest", time=time_text(hold.until))
            until = (
                tr("Until {time}", time=time_text(hold.until)) if hold.reason is HoldReason.BREAK else latest
            )
            self._sidebar.show_status(tr("Cues are held"), until, well=False)
            return
        self._sidebar.show_status(tr("Cues are on"), _next_cue(self._view), well=True)

    def show_notice(self, text: str) -> None:
        """Show one line over the pages, until it is closed or replaced; an empty one takes it away."""
        self._notice.say(text)

    def show_saving(self, saving: Saving) -> None:
        """Say what is not on disk yet, and why; nothing of it is shown as done."""
        self._trouble.show_state(saving)
        title = tr("Not saved yet") if saving.trouble else tr("Saving…") if saving.slow else ""
        self.show_status(title, "")
        self._today.show_saving(saving)

    def show_undo(self, text: str) -> None:
        """Say what was done, and offer for six seconds to take it back."""
        self._undo_bar.show_for(text, UNDO_MS)
        self._place_undo()
        self._undo_bar.raise_()

    def show_reward(self, view: RewardView, line: str) -> None:
        """Show the reward of a log made in this window, on Today."""
        self._undo_bar.hide()
        self._today.show_reward(view, line)

    def set_clock_label(self, text: str) -> None:
        """Show a set clock in the title bar; an empty text takes it away."""
        self.setWindowTitle(tr("HabitCoach, clock set to {time}", time=text) if text else "HabitCoach")

    def show_page(self, page: int) -> None:
        """Turn to Today, Habits or Library."""
        self._sidebar.choose(page)

    # ---- the editor

    @property
    def editor(self) -> HabitEditor | None:
        """The editor while it is open."""
        return self._editor

    def set_check(self, check: Check) -> None:
        """Have `check(habit id or None, typed)` find the faults; by default each field alone is checked."""
        self._check = check

    def new_habit(self, routine: str = "") -> None:
        """Open the editor on a new habit."""
        self._open_editor(None, routine)

    def open_habit(self, habit_id: int) -> None:
        """Open the editor on a habit."""
        habit = next((one for one in self._habits if one.habit_id == habit_id), None)
        if habit is None:
            return
        self.show_page(HABITS)
        self._habits_page.choose(habit_id)
        self._open_editor(habit, "")

    # ---- promises

    def new_promise(self) -> None:
        """Open the dialog for a promise, an hour from now unless the agent says otherwise."""
        dialog = self._open_promise("")
        if dialog is not None:
            dialog.accepted.connect(lambda: self.promise_made.emit(dialog.wall, dialog.ticket, dialog.note))

    def ask_new_time(self, promise_id: int) -> None:
        """Open the dialog that gives one of today's promises another time."""
        found = () if self._view is None else self._view.promises
        one = next((one for one in found if one.promise_id == promise_id), None)
        if one is not None:
            self._retime(one)

    def _retime(self, one: PromiseView) -> None:
        dialog = self._open_promise(promise_title(one))
        if dialog is not None:
            dialog.accepted.connect(lambda: self.promise_retimed.emit(one.promise_id, dialog.wall))

    def _open_promise(self, retimes: str) -> PromiseDialog | None:
        if self._promise is not None:
            self._promise.raise_()
            return None
        dialog = PromiseDialog(self._look, self._in_an_hour(), self, retimes=retimes)
        dialog.time_typed.connect(self.promise_time_typed)
        dialog.finished.connect(self._forget_promise)
        self._promise = dialog
        dialog.open()
        dialog.ask_day()
        return dialog

    def _in_an_hour(self) -> time:
        later = NOON if self._view is None else self._view.now + timedelta(hours=1)
        return time(later.hour, later.minute - later.minute % 5)

    def show_promise_day(self, day: str, warning: str) -> None:
        """Say in the open dialog which day its time falls on, and what speaks against it."""
        if self._promise is not None:
            self._promise.show_day(day, warning)

    def _forget_promise(self) -> None:
        dialog, self._promise = self._promise, None
        if dialog is not None:
            dialog.deleteLater()

    def _open_editor(self, habit: HabitView | None, routine: str) -> None:
        if self._editor is not None:
            self._editor.raise_()
            return
        if habit is not None and isinstance(habit.trigger, Promised):
            self.show_notice(sentence_for("counts_promises", habit=habit.name))
            return
        habit_id = None if habit is None else habit.habit_id
        editor = HabitEditor(self._look, self, lambda typed: self._check(habit_id, typed))
        editor.saved.connect(lambda typed: self.save_habit.emit(habit_id, typed))
        editor.preview_wanted.connect(lambda typed: self.preview_wanted.emit(habit_id, typed))
        editor.finished.connect(self._forget_editor)
        self._editor = editor
        editor.offer_habits(self._habits, habit_id)
        if habit is not None:
            editor.edit_habit(habit)
        elif routine:
            editor.begin_with(routine)
        editor.open()
        editor.ask_preview()

    def show_preview(self, cues: Sequence[CueTimeView], now: datetime) -> None:
        """Show the next cues of what stands in the editor; all instants in the agent's zone."""
        if self._editor is not None:
            self._editor.show_cues(cues, now)

    def show_faults(self, faults: Sequence[InputError]) -> None:
        """Show in the editor why a habit was not saved."""
        if self._editor is not None:
            self._editor.show_faults(faults)

    def close_editor(self, habit_id: int | None = None) -> None:
        """Close the editor: the habit is on disk. With its id it is shown on the Habits page."""
        if self._editor is not None:
            self._editor.accept()
        if habit_id is not None:
            # A new habit is not in the list yet; it is chosen when the next views come.
            self._just_saved = habit_id
            self._habits_page.choose(habit_id)

    def _forget_editor(self) -> None:
        editor, self._editor = self._editor, None
        if editor is not None:
            editor.deleteLater()

    # ---- keys

    def _find(self) -> None:
        self.show_page(LIBRARY)
        self._library.focus_search()

    def _edit_current(self) -> None:
        habit = self._habits_page.current()
        if self._stack.currentIndex() == HABITS and habit is not None and not habit.archived:
            self._open_editor(habit, "")

    def _hold_or_let_go(self) -> None:
        hold = None if self._view is None else self._view.hold
        self.called.emit(hold is None or hold.reason is HoldReason.BREAK)

    def _take_back(self) -> None:
        self._undo_bar.hide()
        self._today.end_reward()
        self.undo.emit()

    # ---- the window

    def bring_up(self) -> None:
        """Show the window in front of the others."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def set_closes_to_tray(self, closes: bool) -> None:  # noqa: FBT001 - a setter in Qt's style
        """Have the close button hide the window instead of sending it to the dock."""
        self._closes_to_tray = closes

    def place(self) -> str:
        """Return size and place as text, to be kept and given to `restore_place` at the next start."""
        return b64encode(self.saveGeometry().data()).decode("ascii")

    def restore_place(self, place: str) -> None:
        """Take up a place kept before; what cannot be read changes nothing."""
        try:
            self.restoreGeometry(QByteArray(b64decode(place, validate=True)))
        except ValueError:
            return

    def closeEvent(self, event: QCloseEvent) -> None:
        """Go on out of sight, in the tray or, without one, in the dock: cues still come. Ctrl+Q quits."""
        event.ignore()
        if self._closes_to_tray:
            self.hide()
            self.closed_to_tray.emit()
        else:
            self.showMinimized()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the undo bar in its place."""
        super().resizeEvent(event)
        self._place_undo()

    def _place_undo(self) -> None:
        margin = self._look.theme.space(4)
        width = min(_UNDO_WIDTH, self._area.width() - 2 * margin)
        height = self._undo_bar.sizeHint().height()
        left = (self._area.width() - width) // 2
        self._undo_bar.setGeometry(left, self._area.height() - height - margin, width, height)


def _next_cue(view: TodayView | None) -> str:
    if view is None:
        return ""
    following = next_time(view)
    return "" if following is None else tr("Next at {time}", time=time_text(following))
