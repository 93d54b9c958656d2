"""Opening the promise dialog over the main window: one at a time, and what comes out of it."""

from datetime import time, timedelta

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from habitcoach.coaching.today_view import TodayView
from habitcoach.coaching.views import PromiseView
from habitcoach.core.wall import NOON
from habitcoach.texts.promises import promise_title
from habitcoach.ui.look import Look
from habitcoach.ui.promise_dialog import PromiseDialog


class PromiseOpener(QObject):
    """Opens the dialog for a promise, or for another time of one."""

    made = Signal(object, str, str)  #: wall time, ticket, note
    retimed = Signal(int, object)  #: promise id, the wall time it is to have
    time_typed = Signal(object)  #: wall time in the dialog; answer with show_day

    def __init__(self, look: Look, window: QWidget) -> None:
        super().__init__(window)
        self._look = look
        self._window = window
        self._view: TodayView | None = None
        self._dialog: PromiseDialog | None = None

    def show_today(self, view: TodayView) -> None:
        """Know the time and today's promises."""
        self._view = view

    def open(self) -> None:
        """Open the dialog for a promise, an hour from now unless the agent says otherwise."""
        dialog = self._opened("")
        if dialog is not None:
            dialog.accepted.connect(lambda: self.made.emit(dialog.wall, dialog.ticket, dialog.note))

    def ask_new_time(self, promise_id: int) -> None:
        """Open the dialog that gives one of today's promises another time."""
        found = () if self._view is None else self._view.promises
        one = next((one for one in found if one.promise_id == promise_id), None)
        if one is not None:
            self.retime(one)

    def retime(self, one: PromiseView) -> None:
        """Open the dialog that gives this promise another time."""
        dialog = self._opened(promise_title(one))
        if dialog is not None:
            dialog.accepted.connect(lambda: self.retimed.emit(one.promise_id, dialog.wall))

    def show_day(self, day: str, warning: str) -> None:
        """Say in the open dialog which day its time falls on, and what speaks against it."""
        if self._dialog is not None:
            self._dialog.show_day(day, warning)

    def _opened(self, retimes: str) -> PromiseDialog | None:
        if self._dialog is not None:
            self._dialog.raise_()
            return None
        dialog = PromiseDialog(self._look, self._in_an_hour(), self._window, retimes=retimes)
        dialog.time_typed.connect(self.time_typed)
        dialog.finished.connect(self._forget)
        self._dialog = dialog
        dialog.open()
        dialog.ask_day()
        return dialog

    def _in_an_hour(self) -> time:
        later = NOON if self._view is None else self._view.now + timedelta(hours=1)
        return time(later.hour, later.minute - later.minute % 5)

    def _forget(self) -> None:
        dialog, self._dialog = self._dialog, None
        if dialog is not None:
            dialog.deleteLater()
