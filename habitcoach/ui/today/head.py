"""The head of Today: the date, the call switch, a new promise, and what today's shift is."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from habitcoach.coaching.today_view import TodayView
from habitcoach.texts.language import tr
from habitcoach.ui.keys import KEYS, Act, shown
from habitcoach.ui.look import Look
from habitcoach.ui.today_words import shift_text, title_text
from habitcoach.ui.widgets.buttons import Button
from habitcoach.ui.widgets.call_switch import CallSwitch
from habitcoach.ui.widgets.labels import ElidedLabel, Label
from habitcoach.ui.widgets.shift_chooser import ShiftChooser
from habitcoach.ui.widgets.tips import set_tip


class TodayHead(QWidget):
    """Says which day it is, and how far its shift is."""

    called = Signal(bool)  #: on a call, or not any more
    new_promise = Signal()
    hard_one = Signal()  #: a hard contact is over: what helps now

    def __init__(self, look: Look) -> None:
        super().__init__()
        theme = look.theme
        self.setObjectName("today_head")
        self._title = Label(look, "", "title", wrap=True)
        self._title.setObjectName("today_title")
        self._shift = ElidedLabel(look, "", "body", "text2")
        self._shift.setObjectName("today_shift")
        self.call = CallSwitch(look)
        self.call.called.connect(self.called)
        self.promise = Button(look, tr("Promise"), "primary", "plus", scale="large")
        self.promise.setObjectName("new_promise")
        self.promise.setAccessibleName(tr("New promise"))
        self.promise.clicked.connect(self.new_promise)
        self.chooser = ShiftChooser(look)
        self.hard_one_button = Button(look, tr("After a hard one…"), "quiet", scale="small")
        self.hard_one_button.setObjectName("hard_one")
        set_tip(self.hard_one_button, shown(KEYS[Act.HARD_ONE]))
        self.hard_one_button.clicked.connect(self.hard_one)
        self._shift_row = QWidget()
        row = QHBoxLayout(self._shift_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.space(2))
        row.addWidget(Label(look, tr("Today I’m on"), "body", "text2"))
        row.addWidget(self.chooser)
        row.addSpacing(theme.space(1))
        row.addWidget(self._shift, 1)
        row.addWidget(self.hard_one_button)
        title = QHBoxLayout()
        title.setSpacing(theme.space(3))
        title.addWidget(self._title, 1, Qt.AlignmentFlag.AlignVCenter)
        title.addWidget(self.call)
        title.addWidget(self.promise)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(1))
        column.addLayout(title)
        column.addWidget(self._shift_row)

    def show_day(self, view: TodayView) -> None:
        """Show a day."""
        self._title.setText(title_text(view))
        self.call.setVisible(view.has_habits)
        self.call.show_hold(view.hold)
        self._shift.setText(shift_text(view))
        self._shift_row.setVisible(view.has_habits or bool(view.promises))
        self.hard_one_button.setVisible(view.has_habits and view.shift is not None)

    def show_reading(self, text: str) -> None:
        """Say that the log is being read."""
        self._title.setText(text)
        self.call.hide()
        self._shift_row.hide()

    def stops(self) -> list[QWidget]:
        """Return what the keyboard stops at, in order."""
        return [self.call.switch, self.promise, self.chooser, self.hard_one_button]
