"""Other hours than those of the tiles: from when to when."""

from datetime import time

from PySide6.QtCore import QTime, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from habitcoach.texts.language import tr
from habitcoach.ui.look import Look
from habitcoach.ui.widgets.labels import Label
from habitcoach.ui.widgets.spins import time_edit

_NINE, _FIVE = time(9), time(17)


class HoursRow(QWidget):
    """Two times. An end before the start is the next day's; equal ones say nothing yet."""

    typed = Signal(object, object)  #: wall times of start and end

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._start = time_edit("own_start", tr("From"), _NINE)
        self._end = time_edit("own_end", tr("To"), _FIVE)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, look.theme.space(2), 0, 0)
        row.setSpacing(look.theme.space(2))
        for words, field in ((tr("From"), self._start), (tr("To"), self._end)):
            row.addWidget(Label(look, words, "body", "text2"))
            row.addWidget(field)
            field.timeChanged.connect(self._tell)
        row.addStretch()

    def show_hours(self, start: time, end: time) -> None:
        """Show hours that were typed before."""
        for field, wall in ((self._start, start), (self._end, end)):
            shown = QTime(wall.hour, wall.minute)
            if field.time() != shown:
                field.blockSignals(True)
                field.setTime(shown)
                field.blockSignals(False)

    @property
    def hours(self) -> tuple[time, time]:
        """What stands there."""
        return _wall(self._start.time()), _wall(self._end.time())

    def _tell(self) -> None:
        start, end = self.hours
        if start != end:
            self.typed.emit(start, end)


def _wall(shown: QTime) -> time:
    return time(shown.hour(), shown.minute())
