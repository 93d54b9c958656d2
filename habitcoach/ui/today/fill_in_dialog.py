"""The fill-in: what became of each habit on dates that were worked unseen, a date at a time."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from habitcoach.coaching.filling_in import FillDay, Filled
from habitcoach.texts.language import tr
from habitcoach.ui.format import date_text, number_text
from habitcoach.ui.look import Look
from habitcoach.ui.today.absence_strip import dates_text
from habitcoach.ui.today.fill_in_row import FillInRow
from habitcoach.ui.widgets.buttons import Button, IconButton
from habitcoach.ui.widgets.card import Card, Line
from habitcoach.ui.widgets.labels import Label
from habitcoach.ui.widgets.tab_order import order_as_laid_out, stops_in

_SIZE = QSize(640, 520)


class FillInDialog(QDialog):
    """Nothing is recorded before *Save*; what is left open counts as not done."""

    saved = Signal(object)  #: a tuple of Filled

    def __init__(self, look: Look, days: Sequence[FillDay], parent: QWidget) -> None:
        super().__init__(parent)
        theme = look.theme
        self._look = look
        self._days = tuple(days)
        self._at = 0
        self._said: dict[tuple[int, date], Filled] = {}
        self._rows: list[FillInRow] = []
        self.setObjectName("fill_in_dialog")
        self.setWindowTitle(tr("Fill in: {dates}", dates=dates_text([one.day for one in days])))
        self.resize(_SIZE)
        self._day = Label(look, "", "title2")
        self._day.setObjectName("fill_in_day")
        self._count = Label(look, "", "body", "text2")
        self._count.setObjectName("fill_in_count")
        self._before = IconButton(look, "left", tr("The day before"))
        self._before.setObjectName("fill_in_before")
        self._before.clicked.connect(lambda: self._turn(-1))
        self._after = IconButton(look, "right", tr("The next day"))
        self._after.setObjectName("fill_in_after")
        self._after.clicked.connect(lambda: self._turn(1))
        self._scroll = QScrollArea()
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        margin = theme.space(5)
        body = QVBoxLayout(self)
        body.setContentsMargins(margin, margin, margin, margin)
        body.setSpacing(theme.space(3))
        body.addLayout(self._head())
        line = tr("What you leave open counts as not done.")
        body.addWidget(Label(look, line, "body", "text2", wrap=True))
        body.addWidget(self._scroll, 1)
        body.addLayout(self._foot())
        self._show_day()

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._look.theme.space(2))
        row.addWidget(self._before)
        row.addWidget(self._day)
        row.addWidget(self._count)
        row.addStretch(1)
        row.addWidget(self._after)
        return row

    def _foot(self) -> QHBoxLayout:
        every = Button(self._look, tr("All done this day"), "soft")
        every.setObjectName("fill_in_all")
        every.clicked.connect(self._do_all)
        back = Button(self._look, tr("Cancel"), "quiet")
        back.setObjectName("fill_in_cancel")
        back.clicked.connect(self.reject)
        save = Button(self._look, tr("Save"), "primary")
        save.setObjectName("fill_in_save")
        save.setDefault(True)
        save.clicked.connect(self._save)
        row = QHBoxLayout()
        row.setSpacing(self._look.theme.space(2))
        row.addWidget(every)
        row.addStretch(1)
        row.addWidget(back)
        row.addWidget(save)
        return row

    def _show_day(self) -> None:
        day = self._days[self._at]
        self._day.setText(date_text(day.day))
        number, of = number_text(self._at + 1), number_text(len(self._days))
        self._count.setText(tr("{number} of {of}", number=number, of=of) if len(self._days) > 1 else "")
        for button in (self._before, self._after):
            button.setVisible(len(self._days) > 1)
        self._before.setEnabled(self._at > 0)
        self._after.setEnabled(self._at < len(self._days) - 1)
        card = Card(self._look)
        card.body.setContentsMargins(0, 0, 0, 0)
        card.body.setSpacing(0)
        self._rows = []
        for number_of_row, one in enumerate(day.rows):
            if number_of_row:
                card.body.addWidget(Line(self._look))
            row = FillInRow(self._look, one, day.day)
            row.show_filled(self._said.get((one.habit_id, day.day)))
            self._rows.append(row)
            card.body.addWidget(row)
        holder = QWidget()
        holder.setObjectName("scrolled")
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(card)
        column.addStretch(1)
        self._scroll.setWidget(holder)
        order_as_laid_out(self)
        if self.isVisible():
            self._begin()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin at the first habit."""
        super().showEvent(event)
        self._begin()

    def _begin(self) -> None:
        for one in stops_in(self._scroll):
            if one.isVisible() and one.focusPolicy() & Qt.FocusPolicy.TabFocus:
                one.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def _keep(self) -> None:
        for row in self._rows:
            filled, key = row.filled(), (row.habit_id, row.day)
            if filled is None:
                self._said.pop(key, None)
            else:
                self._said[key] = filled

    def _turn(self, step: int) -> None:
        self._keep()
        self._at += step
        self._show_day()

    def _do_all(self) -> None:
        for row in self._rows:
            row.say_done()

    def _save(self) -> None:
        self._keep()
        self.accept()
        self.saved.emit(tuple(self._said.values()))
