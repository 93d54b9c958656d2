"""The foot of the card: answers, or the choices one of them leads to."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from habitcoach.texts.language import tr
from habitcoach.ui.cue_card.rows import AnswerRow, SkipRows, SnoozeRow
from habitcoach.ui.look import Look
from habitcoach.ui.pages.answer_menus import snooze_choices

_SHORT_MINUTES = 15  # the card offers the short snoozes and the end of the shift; others by time


class Answers(QWidget):
    """Done, Snooze and Skip, which swap in place with their choices."""

    done = Signal()
    snooze = Signal(object)  #: minutes, or "end"
    skip = Signal(str)  #: a SkipReason
    ask_time = Signal()  #: another time was wished
    ask_reason = Signal()  #: another reason was wished
    change_habit = Signal()
    grown = Signal()  #: it needs another height

    def __init__(
        self,
        look: Look,
        now: Callable[[], datetime],
        shift_end: datetime | None,
        streaks: tuple[int, ...],
        *,
        skippable: bool = True,
    ) -> None:
        super().__init__()
        self._skippable = skippable
        self._compact = False
        self._look = look
        self._now = now
        self._shift_end = shift_end
        self._streaks = streaks
        self._row: QWidget | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self.show_answers()

    def be_compact(self) -> None:
        """Set the answers in the line of a text, as long as their words."""
        self._compact = True
        self.show_answers()

    @property
    def _several(self) -> bool:
        return len(self._streaks) > 1

    def show_answers(self) -> None:
        """Show Done, Snooze and Skip."""
        done = tr("Done all") if self._several else tr("Done")
        other = tr("Skip") if self._skippable else ""
        row = AnswerRow(self._look, done, other, several=self._several, compact=self._compact)
        row.done.connect(self.done)
        row.snooze.connect(self.show_snooze)
        row.skip.connect(self.show_skip)
        self._swap(row)

    def show_snooze(self) -> None:
        """Show until when to snooze; the times are those of this moment."""
        found = snooze_choices(self._now(), self._shift_end)
        fitting = tuple(one for one in found if one.minutes == "end" or one.minutes <= _SHORT_MINUTES)
        row = SnoozeRow(self._look, fitting)
        row.back.connect(self.show_answers)
        row.chosen.connect(self.snooze)
        row.other.connect(self.ask_time)
        self._swap(row)

    def show_skip(self) -> None:
        """Show the reasons to skip."""
        stays = self._streaks[0] if not self._several else 0
        remark = tr("the streak stays {count}", count=stays) if stays else ""
        row = SkipRows(self._look, remark, several=self._several)
        row.back.connect(self.show_answers)
        row.chosen.connect(self.skip)
        row.other.connect(self.ask_reason)
        row.change_habit.connect(self.change_habit)
        self._swap(row)

    def _swap(self, row: QWidget) -> None:
        old, self._row = self._row, row
        if old is not None:
            self._layout.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._layout.addWidget(row)
        row.show()
        self.grown.emit()
