"""The tray's menu, native to the system: open, what waits, add one, quit."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from habitcoach.coaching.views import CounterView, OccasionView, PromiseView, TodayView
from habitcoach.core.entry import SkipReason
from habitcoach.core.hold import HoldReason
from habitcoach.core.target import TargetKind
from habitcoach.texts.language import tr
from habitcoach.texts.promises import promise_title
from habitcoach.ui.tray_words import menu_text

SNOOZE_MINUTES = 15


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
    quit = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.menu = QMenu()
        self._submenus: list[QMenu] = []
        self._pending: TodayView | None = None
        self.menu.aboutToHide.connect(self._on_hide)
        self._fill(None)

    def update(self, view: TodayView) -> None:
        """Show another state of the day."""
        if self.menu.isVisible():
            self._pending = view
        else:
            self._fill(view)

    def _on_hide(self) -> None:
        view, self._pending = self._pending, None
        if view is not None:
            # The chosen action is triggered after this; the menu is emptied without deleting it.
            self._fill(view)

    def _fill(self, view: TodayView | None) -> None:
        for old in self.menu.actions():
            self.menu.removeAction(old)
            old.deleteLater()
        for submenu in self._submenus:
            submenu.deleteLater()
        self._submenus.clear()
        self._add(self.menu, tr("Open HabitCoach"), "tray_open").triggered.connect(self.open_window)
        if view is not None:
            self._add_day(view)
        self.menu.addSeparator()
        self._add(self.menu, tr("Quit HabitCoach"), "tray_quit").triggered.connect(self.quit)

    def _add_day(self, view: TodayView) -> None:
        if view.waiting or view.waiting_promises:
            self.menu.addSeparator()
            for promise in view.waiting_promises:
                self._add_promise(promise)
            for one in view.waiting:
                self._add_cue(one)
            show = self._add(self.menu, tr("Show on the card"), "tray_card")
            show.triggered.connect(self.open_card)
        if view.counters:
            self.menu.addSeparator()
            add_one = self._submenu(self.menu, tr("Add one"), "tray_add_one")
            for counter in view.counters:
                self._add_counter(add_one, counter)
        self.menu.addSeparator()
        self._add(self.menu, tr("New promise…"), "tray_promise").triggered.connect(self.new_promise)
        if view.has_habits or view.promises:
            self.menu.addSeparator()
            call = self._add(self.menu, tr("On a call, hold cues"), "tray_call")
            call.setCheckable(True)
            call.setChecked(view.hold is not None and view.hold.reason is HoldReason.CALL)
            call.triggered.connect(self.called)

    def _add_cue(self, one: OccasionView) -> None:
        key = (one.subject, one.slot)
        submenu = self._submenu(self.menu, menu_text(one.habit), f"tray_cue {one.subject} {one.slot}")
        done = self._add(submenu, tr("Done"), "tray_done")
        done.triggered.connect(lambda: self.done.emit(*key))
        snooze = self._add(submenu, tr("Snooze {minutes} min", minutes=SNOOZE_MINUTES), "tray_snooze")
        snooze.triggered.connect(lambda: self.snooze.emit(*key, SNOOZE_MINUTES))
        skip = self._add(submenu, tr("Skip (no occasion)"), "tray_skip")
        skip.triggered.connect(lambda: self.skip.emit(*key, SkipReason.NO_OCCASION.value))

    def _add_promise(self, one: PromiseView) -> None:
        key = (one.subject, one.slot)
        submenu = self._submenu(
            self.menu, menu_text(promise_title(one)), f"tray_cue {one.subject} {one.slot}"
        )
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
