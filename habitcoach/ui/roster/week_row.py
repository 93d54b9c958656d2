"""The line under a roster: a week more, a week less, and which one the present week is."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from habitcoach.texts.language import tr
from habitcoach.ui.look import Look
from habitcoach.ui.widgets.buttons import Button
from habitcoach.ui.widgets.flow import Flow


class WeekRow(QWidget):
    """Three quiet buttons; what makes no sense is not there."""

    more = Signal()
    fewer = Signal()
    this_week = Signal(int)  #: the week chosen as the present one, from 0

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._more = Button(look, tr("Add a week"), "quiet", "plus", scale="small")
        self._more.setObjectName("add_week")
        self._more.clicked.connect(self.more)
        self._fewer = Button(look, "", "quiet", "minus", scale="small")
        self._fewer.setObjectName("remove_week")
        self._fewer.clicked.connect(self.fewer)
        self._now = Button(look, "", "quiet", "today", scale="small")
        self._now.setObjectName("this_week")
        self._weeks = QMenu(self._now)
        self._weeks.setObjectName("this_week_menu")
        self._now.setMenu(self._weeks)
        #: In the order of the Tab key.
        self.buttons = (self._more, self._fewer, self._now)
        flow = Flow(look.theme.space(1))
        for button in self.buttons:
            flow.add(button)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.addWidget(flow)
        self._flow = flow

    def show_weeks(self, count: int, this_week: int, *, most: int) -> None:
        """Show what can be done with so many weeks, the present one counted from 0."""
        self._more.setVisible(count < most)
        self._fewer.setVisible(count > 1)
        self._fewer.set_label(tr("Remove week {n}", n=count))
        self._now.setVisible(count > 1)
        self._now.set_label(tr("This week is week {n}", n=this_week + 1))
        self._weeks.clear()
        for week in range(count):
            action = self._weeks.addAction(tr("Week {n}", n=week + 1))
            action.setCheckable(True)
            action.setChecked(week == this_week)
            action.triggered.connect(lambda _checked=False, week=week: self.this_week.emit(week))
        self._flow.settle()
