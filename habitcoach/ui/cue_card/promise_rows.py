"""The foot of the card under a promise: Kept, Snooze, and what else can become of it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from habitcoach.texts.language import tr
from habitcoach.ui.cue_card.answers import Answers
from habitcoach.ui.cue_card.choices import MoreRow
from habitcoach.ui.cue_card.rows import AnswerRow, Heading
from habitcoach.ui.look import Look


class PromiseAnswers(Answers):
    """Kept, Snooze and More, which swap in place with their choices."""

    retime = Signal()  #: another time was wished
    drop = Signal()

    def show_answers(self) -> None:
        """Show Kept, Snooze and More."""
        row = AnswerRow(self._look, done=tr("Kept"), other=tr("More"))
        row.done.connect(self.done)
        row.snooze.connect(self.show_snooze)
        row.skip.connect(self.show_more)
        self._swap(row)

    def show_more(self) -> None:
        """Show what else can become of a promise."""
        row = PromiseRows(self._look)
        row.back.connect(self.show_answers)
        row.retime.connect(self.retime)
        row.drop.connect(self.drop)
        self._swap(row)


class PromiseRows(QWidget):
    """Another time, or none."""

    back = Signal()
    retime = Signal()
    drop = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        heading = Heading(look, tr("This promise"), "")
        heading.back.connect(self.back)
        retime = MoreRow(look, "clock", tr("Re-time…"), tr("kept, if before its time"))
        retime.setObjectName("promise_retime")
        retime.clicked.connect(self.retime)
        drop = MoreRow(look, "x", tr("Drop"), tr("not called for any more"))
        drop.setObjectName("promise_drop")
        drop.clicked.connect(self.drop)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        for part in (heading, retime, drop):
            rows.addWidget(part)
