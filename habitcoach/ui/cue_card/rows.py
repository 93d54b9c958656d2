"""The rows of answers at the foot of the card. They swap in place, so no menu grabs the pointer."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from habitcoach.core.entry import SkipReason
from habitcoach.texts.language import tr
from habitcoach.ui.cue_card.choices import MoreRow, TwoLineButton
from habitcoach.ui.format import time_text
from habitcoach.ui.look import Look
from habitcoach.ui.pages.answer_menus import SnoozeChoice, skip_reasons
from habitcoach.ui.widgets.buttons import Button, IconButton
from habitcoach.ui.widgets.card import Line
from habitcoach.ui.widgets.labels import Label

SNOOZE_WIDTH = 96
SKIP_WIDTH = 72


def popup_button(button: Button, name: str) -> Button:
    """Name a button and dress it for a pop-up's ground."""
    button.setObjectName(name)
    if button.property("variant") == "secondary":
        button.setProperty("popup", "true")
    return button


class AnswerRow(QWidget):
    """Done, Snooze and Skip, or what these are called of a promise; without `other` there is no third.

    `compact` sets them in the line of a text, as long as their words.
    """

    done = Signal()
    snooze = Signal()
    skip = Signal()

    def __init__(
        self, look: Look, done: str, other: str, *, several: bool = False, compact: bool = False
    ) -> None:
        super().__init__()
        scale = "" if compact else "large"
        yes = Button(look, done, "primary", "check", scale=scale)
        yes.setObjectName("done_all" if several else "done")
        yes.clicked.connect(self.done)
        snooze = popup_button(Button(look, tr("Snooze"), scale=scale), "snooze")
        snooze.clicked.connect(self.snooze)
        skip = popup_button(Button(look, other, "quiet" if compact else "secondary", scale=scale), "skip")
        skip.clicked.connect(self.skip)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.theme.space(2))
        row.addWidget(yes, 0 if compact else 1)
        row.addWidget(snooze)
        row.addWidget(skip)
        if compact:
            row.addStretch(1)
        else:
            snooze.setMinimumWidth(SNOOZE_WIDTH)
            skip.setMinimumWidth(SKIP_WIDTH)
        skip.setVisible(bool(other))


class Heading(QWidget):
    """A way back, what is asked, and a quiet remark."""

    back = Signal()

    def __init__(self, look: Look, text: str, remark: str) -> None:
        super().__init__()
        back = IconButton(look, "left", tr("Back"))
        back.setObjectName("back")
        back.clicked.connect(self.back)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.theme.space(1))
        row.addWidget(back)
        row.addWidget(Label(look, text, "small"), 1)
        row.addWidget(Label(look, remark, "small", "text2"))


class SnoozeRow(QWidget):
    """Until when to put the cue off, each choice with the time it leads to."""

    back = Signal()
    chosen = Signal(object)  #: minutes, or "end"
    other = Signal()

    def __init__(self, look: Look, choices: Sequence[SnoozeChoice]) -> None:
        super().__init__()
        heading = Heading(look, tr("Snooze until"), "")
        heading.back.connect(self.back)
        row = QHBoxLayout()
        row.setSpacing(look.theme.space(2))
        for choice in choices:
            button = TwoLineButton(look, time_text(choice.until), choice.words)
            button.setObjectName(f"snooze_{choice.minutes}")
            button.clicked.connect(lambda _checked=False, one=choice: self.chosen.emit(one.minutes))
            row.addWidget(button, 1)
        other = TwoLineButton(look, tr("Time"), tr("Other…"))
        other.setObjectName("snooze_other")
        other.clicked.connect(self.other)
        row.addWidget(other, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.theme.space(1))
        column.addWidget(heading)
        column.addLayout(row)


class SkipRows(QWidget):
    """Why not this time: reasons that change no number, and below a line the two that say more."""

    back = Signal()
    chosen = Signal(str)  #: a SkipReason but not OTHER
    other = Signal()
    change_habit = Signal()

    def __init__(self, look: Look, remark: str, *, several: bool) -> None:
        super().__init__()
        theme = look.theme
        heading = Heading(look, tr("Skip because"), remark)
        heading.back.connect(self.back)
        grid = QGridLayout()
        grid.setSpacing(theme.space(2))
        for index, (reason, words) in enumerate(skip_reasons()):
            button = popup_button(Button(look, words), f"skip_{reason.value}")
            if reason is SkipReason.OTHER:
                button.clicked.connect(self.other)
                grid.addWidget(button, index // 2, 0, 1, 2)
            else:
                button.clicked.connect(lambda _checked=False, one=reason: self.chosen.emit(one.value))
                grid.addWidget(button, index // 2, index % 2)
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(heading)
        rows.addSpacing(theme.space(1))
        rows.addLayout(grid)
        rows.addSpacing(theme.space(3))
        rows.addWidget(Line(look))
        rows.addSpacing(theme.space(1))
        not_done = MoreRow(look, "ring", tr("Did not get to it"), tr("counts as not done"))
        not_done.setObjectName("skip_not_done")
        not_done.clicked.connect(lambda: self.chosen.emit(SkipReason.NOT_DONE.value))
        rows.addWidget(not_done)
        if not several:
            change = MoreRow(look, "moon", tr("Rest or change this habit"), "")
            change.setObjectName("change_habit")
            change.clicked.connect(self.change_habit)
            rows.addWidget(change)
