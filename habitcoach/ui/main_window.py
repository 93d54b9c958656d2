"""The main window: sidebar, pages, and what the agent wants done, as signals."""

from base64 import b64decode, b64encode
from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from habitcoach.coaching.answer_views import RewardView
from habitcoach.coaching.habit_views import HabitView
from habitcoach.coaching.today_view import TodayView
from habitcoach.core.fields import name_key
from habitcoach.core.trigger import Promised
from habitcoach.library import Template
from habitcoach.texts.errors import sentence_for
from habitcoach.texts.language import languages, tr
from habitcoach.ui.editor_opener import EditorOpener
from habitcoach.ui.habit.habits_page import HabitsPage
from habitcoach.ui.keys import Act, install
from habitcoach.ui.keys_dialog import KeysDialog
from habitcoach.ui.look import Look
from habitcoach.ui.page_name import PageName
from habitcoach.ui.pages.library import LibraryPage
from habitcoach.ui.pages.today import TodayPage
from habitcoach.ui.places import Place
from habitcoach.ui.promise_opener import PromiseOpener
from habitcoach.ui.review.page import ReviewPage
from habitcoach.ui.saving import Saving
from habitcoach.ui.settings.settings_page import SettingsPage
from habitcoach.ui.sidebar import Sidebar
from habitcoach.ui.tray_words import waiting_count
from habitcoach.ui.widgets.notice_strip import NoticeStrip
from habitcoach.ui.widgets.trouble_strip import TroubleStrip
from habitcoach.ui.widgets.undo_bar import UndoBar

UNDO_MS = 6000
_UNDO_WIDTH = 440


class StandIn(Protocol):
    """What can come in the window's place."""

    def bring_up(self) -> None:
        """Come in front of the others."""


_FRAME = 40  # what window managers put around a window, at most


class MainWindow(QMainWindow):
    """Shows views and emits intents. It reads no store and no clock."""

    undo = Signal()
    called = Signal(bool)  #: on a call, or not any more
    page_turned = Signal(object)  #: the PageName that is shown now
    closed_to_tray = Signal()
    hard_one = Signal()  #: a hard contact is over: what helps now
    quit = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._closes_to_tray = False
        self._stand_in: StandIn | None = None
        self._pages: dict[PageName, QWidget] = {}
        self._habits: tuple[HabitView, ...] = ()
        self._templates: tuple[Template, ...] = ()
        self._view: TodayView | None = None
        self._just_saved: int | None = None
        self.setObjectName("main_window")
        self.setWindowTitle("HabitCoach")
        self.resize(look.theme.size_of("window"))
        self.setMinimumSize(look.theme.size_of("window_min"))
        self.today_page = TodayPage(look)
        self.habits_page = HabitsPage(look)
        self.library_page = LibraryPage(look)
        self.review_page = ReviewPage(look)
        self.settings_page = SettingsPage(look, languages())
        self.editing = EditorOpener(look, self)
        self.promising = PromiseOpener(look, self)
        self.trouble = TroubleStrip(look)
        self._notice = NoticeStrip(look)
        self._undo_bar = UndoBar(look)
        self._sidebar = Sidebar(look)
        self._stack = QStackedWidget()
        self._stack.setObjectName("page_stack")
        self._add_page(PageName.TODAY, "today", tr("Today"), self.today_page)
        self._add_page(PageName.HABITS, "habits", tr("Habits"), self.habits_page)
        self._add_page(PageName.LIBRARY, "library", tr("Library"), self.library_page)
        self._add_page(PageName.REVIEW, "review", tr("Review"), self.review_page)
        self._add_page(PageName.SETTINGS, "settings", tr("Settings"), self.settings_page)
        self._lay_out()
        self._connect()
        self._connect_keys()
        self.show_page(PageName.TODAY)

    def _add_page(self, name: PageName, icon: str, title: str, page: QWidget) -> None:
        """Add a page and the way to it."""
        self._sidebar.add(Place(name, icon, title))
        self._pages[name] = page
        self._stack.addWidget(page)

    def _lay_out(self) -> None:
        self._area = QWidget()
        right = QVBoxLayout(self._area)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(0)
        right.addWidget(self.trouble)
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
        self._sidebar.chosen.connect(self._turn)
        today, habits, library = self.today_page, self.habits_page, self.library_page
        today.undo.connect(self.undo)
        today.called.connect(self.called)
        today.new_promise.connect(self.promising.open)
        today.hard_one.connect(self.hard_one)
        today.promise_retimed.connect(self.promising.retime)
        today.open_library.connect(lambda: self.show_page(PageName.LIBRARY))
        today.new_habit.connect(self.new_habit)
        today.change_habit.connect(self.open_habit)
        habits.new_habit.connect(self.new_habit)
        habits.edit.connect(self.open_habit)
        habits.open_library.connect(lambda: self.show_page(PageName.LIBRARY))
        library.write_own.connect(self.new_habit)
        self._undo_bar.undo.connect(self.undo)

    def _connect_keys(self) -> None:
        install(
            self,
            {
                Act.TODAY: lambda: self.show_page(PageName.TODAY),
                Act.HABITS: lambda: self.show_page(PageName.HABITS),
                Act.LIBRARY: lambda: self.show_page(PageName.LIBRARY),
                Act.REVIEW: self._review,
                Act.SETTINGS: lambda: self.show_page(PageName.SETTINGS),
                Act.NEW_HABIT: self.new_habit,
                Act.NEW_PROMISE: self.promising.open,
                Act.HARD_ONE: self.hard_one.emit,
                Act.FIND: self._find,
                Act.EDIT: self._edit_current,
                Act.NOTE: self._note_current,
                Act.HOLD: self._hold_or_let_go,
                Act.UNDO: self._take_back,
                Act.KEYS: lambda: KeysDialog(self._look, self).open(),
                Act.QUIT: self.quit.emit,
            },
        )

    # ---- what is shown

    def show_today(self, view: TodayView) -> None:
        """Show the day, its waiting cues in the sidebar, and when the next one comes."""
        self._view = view
        self.promising.show_today(view)
        self.today_page.show_view(view)
        self._sidebar.show_waiting(PageName.TODAY, waiting_count(view))
        self._sidebar.status.show_day(view)

    def show_reading(self) -> None:
        """Say that the log is being read, before there is anything to show."""
        self.today_page.show_reading()

    def show_habits(self, habits: Sequence[HabitView]) -> None:
        """Show all habits, retired ones too; the library marks the templates among the active ones."""
        self._habits = tuple(habits)
        self.habits_page.show_habits(self._habits)
        if self._just_saved is not None and any(one.habit_id == self._just_saved for one in self._habits):
            self.habits_page.choose(self._just_saved)
            self._just_saved = None
        self._show_library()

    def show_templates(self, templates: Sequence[Template]) -> None:
        """Show the library."""
        self._templates = tuple(templates)
        self._show_library()

    def _show_library(self) -> None:
        names = {name_key(one.name) for one in self._habits if not one.archived}
        added = {one.id for one in self._templates if one.is_among(names)}
        self.library_page.show_templates(self._templates, added)

    def show_review_day(self, day: str) -> None:
        """Show in the sidebar on which day the review comes; an empty one takes it away."""
        self._sidebar.show_remark(PageName.REVIEW, day)

    def show_status(self, title: str, detail: str) -> None:
        """Say in the sidebar that something is off; an empty title says again that cues are on."""
        self._sidebar.status.show_trouble(title, detail)

    def show_notice(self, text: str) -> None:
        """Show one line over the pages, until it is closed or replaced; an empty one takes it away."""
        self._notice.say(text)

    def show_saving(self, saving: Saving) -> None:
        """Say what is not on disk yet, and why; nothing of it is shown as done."""
        self.trouble.show_state(saving)
        title = tr("Not saved yet") if saving.trouble else tr("Saving…") if saving.slow else ""
        self.show_status(title, "")
        self.today_page.show_saving(saving)

    def show_undo(self, text: str) -> None:
        """Say what was done, and offer for six seconds to take it back."""
        self._undo_bar.show_for(text, UNDO_MS)
        self._place_undo()
        self._undo_bar.raise_()

    def show_reward(self, view: RewardView, line: str) -> None:
        """Show the reward of a log made in this window, on Today."""
        self._undo_bar.hide()
        self.today_page.show_reward(view, line)

    def set_clock_label(self, text: str) -> None:
        """Show a set clock in the title bar; an empty text takes it away."""
        self.setWindowTitle(tr("HabitCoach, clock set to {time}", time=text) if text else "HabitCoach")

    @property
    def page(self) -> PageName:
        """The page that is shown."""
        return next(name for name, page in self._pages.items() if page is self._stack.currentWidget())

    def show_page(self, page: PageName) -> None:
        """Turn to a page."""
        self._sidebar.choose(page)

    def _turn(self, page: PageName) -> None:
        turned = self._pages[page]
        # A page in the back has not followed the window, and would be laid out at its old size first.
        turned.resize(self._stack.size())
        self._stack.setCurrentWidget(turned)
        self._place_undo()
        self.page_turned.emit(page)

    # ---- dialogs

    def new_habit(self, routine: str = "") -> None:
        """Open the editor on a new habit."""
        self.editing.open(self._habits, routine=routine)

    def open_habit(self, habit_id: int) -> None:
        """Open the editor on a habit."""
        habit = next((one for one in self._habits if one.habit_id == habit_id), None)
        if habit is None:
            return
        self.show_page(PageName.HABITS)
        self.habits_page.choose(habit_id)
        self._edit(habit)

    def close_editor(self, habit_id: int) -> None:
        """Close the editor, whose habit is on disk, and show it on the Habits page."""
        self.editing.close()
        # A new habit is not in the list yet; it is chosen when the next views come.
        self._just_saved = habit_id
        self.habits_page.choose(habit_id)

    def _edit(self, habit: HabitView) -> None:
        if isinstance(habit.trigger, Promised):
            self.show_notice(sentence_for("counts_promises", habit=habit.name))
        else:
            self.editing.open(self._habits, habit)

    # ---- keys

    def _find(self) -> None:
        self.show_page(PageName.LIBRARY)
        self.library_page.focus_search()

    def _edit_current(self) -> None:
        habit = self.habits_page.current()
        if self.page is PageName.HABITS and habit is not None and not habit.archived:
            self._edit(habit)

    def _note_current(self) -> None:
        if self.page is PageName.HABITS:
            self.habits_page.add_note()
        elif self.page is PageName.REVIEW:
            self.review_page.write_moment()

    def _review(self) -> None:
        self.show_page(PageName.REVIEW)
        self.review_page.take_focus()

    def _hold_or_let_go(self) -> None:
        hold = None if self._view is None else self._view.hold
        self.called.emit(hold is None or not hold.reason.by_agent)

    def _take_back(self) -> None:
        self._undo_bar.hide()
        self.today_page.end_reward()
        self.undo.emit()

    # ---- the window

    def stand_in(self, other: StandIn | None) -> None:
        """Have another window come whenever this one is asked for; None ends that."""
        self._stand_in = other

    def bring_up(self) -> None:
        """Show the window in front of the others."""
        if self._stand_in is not None:
            self._stand_in.bring_up()
            return
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

    def fit_screen(self) -> None:
        """Be no higher than the screen has room for; a place that was kept is taken up after that."""
        room = self.screen().availableGeometry().height() - _FRAME
        self.resize(self.width(), max(self.minimumHeight(), min(self.height(), room)))

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
        foot = self.review_page.foot if self.page is PageName.REVIEW else 0
        self._undo_bar.setGeometry(left, self._area.height() - foot - height - margin, width, height)
