"""What speaks for a second look, on sunken strips under the cue: it informs and never blocks."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from habitcoach.coaching.cautions import Cautions, CloseCue, OutsideShift
from habitcoach.texts.language import ntr, tr
from habitcoach.ui.format import time_text
from habitcoach.ui.look import Look
from habitcoach.ui.widgets.strip import Strip


class CautionStrips(QWidget):
    """Up to three strips: a time outside the shift, a cue close by, many habits at once."""

    before_end = Signal()  #: the cue is to come an hour before the shift ends

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("cautions")
        self._outside = Strip(look, "caution_outside", "info", surface="strip")
        use = self._outside.add_button(tr("Use 1 h before shift end"), "use")
        use.clicked.connect(self.before_end)
        self._close = Strip(look, "caution_close", "info", surface="strip")
        self._many = Strip(look, "caution_many", "info", surface="strip")
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(look.theme.space(1))
        for strip in (self._outside, self._close, self._many):
            body.addWidget(strip)
        self.hide()

    def show_cautions(self, found: Cautions) -> None:
        """Show what there is to say."""
        self._outside.say("" if found.outside is None else outside_words(found.outside))
        self._close.say("" if found.close is None else close_words(found.close))
        self._many.say("" if found.building is None else many_words(found.building))
        said = (found.outside, found.close, found.building)
        self.setVisible(any(one is not None for one in said))


def outside_words(found: OutsideShift) -> str:
    """Return that a time lies outside the shift."""
    at, edge = time_text(found.at), time_text(found.edge)
    if found.before:
        if not found.shift:
            return tr("{time} is before your shift begins, {edge}.", time=at, edge=edge)
        return tr("{time} is before {shift} begins, {edge}.", time=at, shift=found.shift, edge=edge)
    if found.at == found.edge:
        return tr("{time} is when the shift ends: no cue comes any more.", time=at)
    if not found.shift:
        return tr("{time} is after your shift ends, {edge}.", time=at, edge=edge)
    return tr("{time} is after {shift} ends, {edge}.", time=at, shift=found.shift, edge=edge)


def close_words(found: CloseCue) -> str:
    """Return that another cue comes within minutes."""
    return tr("“{habit}” has its cue at {time}, close by.", habit=found.habit, time=time_text(found.due_at))


def many_words(building: int) -> str:
    """Return that there are many habits at once."""
    return ntr(
        "You are building {n} habit already. Fewer at a time settle sooner.",
        "You are building {n} habits already. Fewer at a time settle sooner.",
        building,
    )


def note_words(found: Cautions) -> str:
    """Return what stands under the next cues: when the cue comes on each shift."""
    if found.moves:
        times = ", ".join(tr("{shift} {time}", shift=name, time=time_text(at)) for name, at in found.moves)
        return tr("This cue moves with your shift: {times}. Days off are left out.", times=times)
    if found.outside is not None and found.outside.elsewhere:
        at = time_text(found.outside.at)
        return tr("Shifts differ, so you can keep {time}. It comes whenever a shift contains it.", time=at)
    return ""
