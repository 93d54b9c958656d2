"""Contact habits on the end card: how often they were met today."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from habitcoach.coaching.card_views import ContactView
from habitcoach.coaching.views import CounterView
from habitcoach.core.target import PERCENT, Target, TargetKind
from habitcoach.texts.contacts import share_words
from habitcoach.texts.language import tr
from habitcoach.ui.cue_card.plan_row import ROW_MARGIN, beside_tile
from habitcoach.ui.cue_card.rows import popup_button
from habitcoach.ui.look import Look
from habitcoach.ui.today_words import counter_text
from habitcoach.ui.widgets.buttons import Button
from habitcoach.ui.widgets.labels import ElidedLabel, Label
from habitcoach.ui.widgets.segments import Segments
from habitcoach.ui.widgets.small_icon import SmallIcon
from habitcoach.ui.widgets.spins import spin

_MOST_TIMES = 999


class CloseOut(QWidget):
    """How often a contact habit was met today: asked where nothing was counted, else said."""

    estimated = Signal(int, str)  #: habit id, and a word of ESTIMATES
    counted = Signal(int, int)  #: habit id, and how often
    too_few = Signal(int)  #: habit id: no day to judge

    def __init__(self, look: Look, contact: ContactView) -> None:
        super().__init__()
        self._look = look
        counter = contact.counter
        self._number = counter.habit_id
        self.setObjectName(f"close_out-{self._number}")
        head = QHBoxLayout()
        head.setSpacing(look.theme.space(3))
        words = QVBoxLayout()
        words.setSpacing(look.theme.space(1) // 2)
        words.addWidget(ElidedLabel(look, counter.habit, "body_strong"))
        head.addLayout(words, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, ROW_MARGIN, 0, ROW_MARGIN)
        column.setSpacing(look.theme.space(2))
        column.addLayout(beside_tile(look, counter.category, head))
        if contact.asks:
            words.addWidget(Label(look, _question(counter.target), "small", "text2"))
            few = Button(look, tr("Too few today"), "quiet")
            few.setObjectName("too_few")
            few.setAccessibleName(tr("Too few today: {habit}", habit=counter.habit))
            few.clicked.connect(lambda: self.too_few.emit(self._number))
            head.addWidget(few, 0, Qt.AlignmentFlag.AlignTop)
            column.addLayout(self._answers(counter))
        else:
            figure, rest = counter_text(counter)
            words.addWidget(Label(look, f"{figure} {rest}".strip(), "small", "text2"))
            if _on_target(counter):
                head.setSpacing(look.theme.space(1))
                head.addWidget(SmallIcon(look, "check", "accent_text"))
                head.addWidget(Label(look, tr("On target"), "body_medium", "accent_text"))

    def _answers(self, counter: CounterView) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(self._look.theme.space(1))
        if counter.target.kind is TargetKind.RATE:
            shares = Segments(self._look, "estimate", counter.habit, tuple(share_words().items()))
            shares.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            shares.chosen.connect(lambda word: self.estimated.emit(self._number, word))
            row.addWidget(shares)
            return row
        row.setContentsMargins(self._look.theme.size("glyph_tile") + self._look.theme.space(3), 0, 0, 0)
        number = spin("times", tr("How many times: {habit}", habit=counter.habit), 1, _MOST_TIMES)
        save = popup_button(Button(self._look, tr("Done"), icon="check"), "close_done")
        save.setAccessibleName(tr("Done: {habit}", habit=counter.habit))
        if counter.target.kind is TargetKind.COUNT:
            row.addWidget(number)
        save.clicked.connect(lambda: self.counted.emit(self._number, number.value()))
        row.addWidget(save)
        row.addStretch(1)
        return row


def _question(target: Target) -> str:
    match target.kind:
        case TargetKind.RATE:
            return tr("How often, roughly?")
        case TargetKind.COUNT:
            return tr("How many times today?")
        case _:
            return tr("Done today?")


def _on_target(counter: CounterView) -> bool:
    target = counter.target
    if target.kind is TargetKind.RATE:
        return counter.of > 0 and counter.hits * PERCENT >= counter.of * int(target.goal)
    return counter.hits >= (1 if target.goal == "all" else target.goal)
