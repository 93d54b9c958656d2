"""The tray's menu, native to the system: open, today's shift, what waits, add one, hold, quit."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from habitcoach.coaching.shift_choices import ShiftChoices
from habitcoach.coaching.today_view import TodayView
from habitcoach.coaching.views import CounterView, OccasionView, PromiseView
from habitcoach.core.entry import SkipReason
from habitcoach.core.hold import HoldReason
from habitcoach.core.target import TargetKind
from habitcoach.texts.language import tr
from habitcoach.texts.promises import promise_title
from habitcoach.ui.page_name import PageName
from habitcoach.ui.shift_words import current_text
from habitcoach.ui.tray_pauses import fill_pause_menu
from habitcoach.ui.tray_words import menu_text
from habitcoach.ui.waiting import Waiting
from habitcoach.ui.widgets.shift_chooser import fill_shift_menu

SNOOZE_MINUTES = 15
_MOST_LISTED = 10  # nobody looks for a cue in a longer menu; Today lists all


class TrayMenu(QObject):
    """Fills one menu from a view. A menu that is open is refilled when it has closed."""

    open_window = Signal()
    open_card = Signal()
    done = Signal(str, str)  #: subject, slot
    snooze = Signal(str, str, object)  #: subject, slot, minutes
    skip = Signal(str, str, str)  #: subject, slot, a SkipReason
    retime = Signal(int)  #: promise id
    drop = Signal(int, str)  #: promise id, slot
    new_promise = Signal()
    count = Signal(int, bool)  #: habit id, hit
    called = Signal(bool)  #: on a call, or not any more
    shift_chosen = Signal(object)  #: a ShiftWish for today
    shift_hours = Signal()  #: ask for other hours of today
    pause = Signal(object)  #: minutes, or one of tray_pauses' words
    resume = Signal()
    quick_bar = Signal()
    open_page = Signal(object)  #: a PageName
    quit = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.menu = QMenu()
        self._submenus: list[QMenu] = []
        self._pending: TodayView | None = None
        self._choices: ShiftChoices | None = None
        self._keys = ""
        self.menu.aboutToHide.connect(self._on_hide)
        self._fill(None)

    def update(self, view: TodayView) -> None:
        """Show another state of the day."""
        if self.menu.isVisible():
            self._pending = view
        else:
            self._fill(view)

    def show_choices(self, choices: ShiftChoices) -> None:
        """Show what today's shift can be; it is there from the next `update` on."""
        self._choices = choices

    def show_keys(self, keys: str) -> None:
        """Show by which keys the quick bar opens, "" for none; from the next `update` on."""
        self._keys = keys

    def _on_hide(self) -> None:
        view, self._pending = self._pending, None
        if view is not None:
            # The chosen action is triggered after this; the menu is emptied without deleting it.
            self._fill(view)

    def _fill(self, view: TodayView | None) -> None:
        for old in self.menu.actions():
            self.menu.removeAction(old)
            if old.menu() is None:  # that of a submenu goes with it
                old.deleteLater()
        for submenu in self._submenus:
            submenu.deleteLater()
        self._submenus.clear()
        self._add(self.menu, tr("Open HabitCoach"), "tray_open").triggered.connect(self.open_window)
        if view is not None:
            self._add_day(view)
            self._add_pages()
        self.menu.addSeparator()
        self._add(self.menu, tr("Quit HabitCoach"), "tray_quit").triggered.connect(self.quit)

    def _add_day(self, view: TodayView) -> None:
        if self._choices is not None:
            self._add_shifts(self._choices)
        if view.waiting or view.waiting_promises or view.card_waits:
            self.menu.addSeparator()
            self._add_waiting(view)
            show = self._add(self.menu, tr("Show on the card"), "tray_card")
            show.triggered.connect(self.open_card)
        self.menu.addSeparator()
        if view.counters:
            add_one = self._submenu(self.menu, tr("Add one"), "tray_add_one")
            for counter in view.counters:
                self._add_counter(add_one, counter)
        self._add(self.menu, tr("New promise…"), "tray_promise").triggered.connect(self.new_promise)
        quick = self._add(self.menu, tr("Quick bar"), "tray_quick")
        quick.setShortcut(QKeySequence(self._keys))
        quick.triggered.connect(self.quick_bar)
        if view.has_habits or view.promises:
            self.menu.addSeparator()
            self._add_holds(view)

    def _add_waiting(self, view: TodayView) -> None:
        waiting: list[Waiting] = [*view.waiting_promises, *view.waiting]
        for one in waiting[:_MOST_LISTED]:
            if isinstance(one, PromiseView):
                self._add_promise(one)
            else:
                self._add_cue(one)
        if len(waiting) > _MOST_LISTED:
            more = self._add(self.menu, tr("and {n} more", n=len(waiting) - _MOST_LISTED), "tray_more")
            more.triggered.connect(lambda: self.open_page.emit(PageName.TODAY))

    def _add_shifts(self, choices: ShiftChoices) -> None:
        title = tr("Today I’m on: {shift}", shift=current_text(choices))
        shifts = self._submenu(self.menu, menu_text(title), "tray_shift")
        fill_shift_menu(shifts, choices, self.shift_chosen.emit, self.shift_hours.emit)

    def _add_holds(self, view: TodayView) -> None:
        reason = None if view.hold is None else view.hold.reason
        call = self._add(self.menu, tr("On a call, hold cues"), "tray_call")
        call.setCheckable(True)
        call.setChecked(reason is HoldReason.CALL)
        call.triggered.connect(self.called)
        if reason is HoldReason.PAUSED:
            self._add(self.menu, tr("Let cues come again"), "tray_resume").triggered.connect(self.resume)
        else:
            pauses = self._submenu(self.menu, tr("Pause cues"), "tray_pauses")
            fill_pause_menu(pauses, view, self.pause.emit)

    def _add_pages(self) -> None:
        self.menu.addSeparator()
        review = self._add(self.menu, tr("This week’s review"), "tray_review")
        review.triggered.connect(lambda: self.open_page.emit(PageName.REVIEW))
        settings = self._add(self.menu, tr("Settings…"), "tray_settings")
        settings.triggered.connect(lambda: self.open_page.emit(PageName.SETTINGS))

    def _add_cue(self, one: OccasionView) -> None:
        key = (one.subject, one.slot)
        submenu = self._submenu(self.menu, menu_text(one.habit), _name(one))
        done = self._add(submenu, tr("Done"), "tray_done")
        done.triggered.connect(lambda: self.done.emit(*key))
        snooze = self._add(submenu, tr("Snooze {minutes} min", minutes=SNOOZE_MINUTES), "tray_snooze")
        snooze.triggered.connect(lambda: self.snooze.emit(*key, SNOOZE_MINUTES))
        skip = self._add(submenu, tr("Skip (no occasion)"), "tray_skip")
        skip.triggered.connect(lambda: self.skip.emit(*key, SkipReason.NO_OCCASION.value))

    def _add_promise(self, one: PromiseView) -> None:
        key = (one.subject, one.slot)
        submenu = self._submenu(self.menu, menu_text(promise_title(one)), _name(one))
        kept = self._add(submenu, tr("Kept"), "tray_done")
        kept.triggered.connect(lambda: self.done.emit(*key))
        snooze = self._add(submenu, tr("Snooze {minutes} min", minutes=SNOOZE_MINUTES), "tray_snooze")
        snooze.triggered.connect(lambda: self.snooze.emit(*key, SNOOZE_MINUTES))
        retime = self._add(submenu, tr("Re-time…"), "tray_retime")
        retime.triggered.connect(lambda: self.retime.emit(one.promise_id))
        drop = self._add(submenu, tr("Drop"), "tray_drop")
        drop.triggered.connect(lambda: self.drop.emit(one.promise_id, one.slot))

    def _add_counter(self, menu: QMenu, counter: CounterView) -> None:
        habit = menu_text(counter.habit)
        hit = self._add(menu, habit, f"tray_hit {counter.habit_id}")
        hit.triggered.connect(lambda: self.count.emit(counter.habit_id, True))
        if counter.target.kind is TargetKind.RATE:
            missed = self._add(
                menu, tr("{habit}: not this time", habit=habit), f"tray_miss {counter.habit_id}"
            )
            missed.triggered.connect(lambda: self.count.emit(counter.habit_id, False))

    def _submenu(self, menu: QMenu, text: str, name: str) -> QMenu:
        submenu = QMenu(text, menu)
        submenu.setObjectName(name)
        menu.addMenu(submenu)
        self._submenus.append(submenu)
        return submenu

    @staticmethod
    def _add(menu: QMenu, text: str, name: str) -> QAction:
        action = QAction(text, menu)
        action.setObjectName(name)
        menu.addAction(action)
        return action


def _name(one: Waiting) -> str:
    return f"tray_cue {one.subject} {one.slot}"
