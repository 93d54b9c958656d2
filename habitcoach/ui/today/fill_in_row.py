"""One habit of one date in the fill-in: done, how often, or no occasion for it."""

from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QWidget

from habitcoach.coaching.filling_in import Filled, FillKind, FillRow
from habitcoach.texts.contacts import share_words
from habitcoach.texts.language import tr
from habitcoach.ui.look import Look
from habitcoach.ui.widgets.glyph_tile import GlyphTile
from habitcoach.ui.widgets.labels import ElidedLabel
from habitcoach.ui.widgets.segments import Segments
from habitcoach.ui.widgets.spins import spin

_DONE, _NOT, _NONE = "done", "not", "skip"
_MOST_TIMES = 999


class FillInRow(QWidget):
    """Nothing is chosen at first, which says nothing."""

    def __init__(self, look: Look, row: FillRow, day: date) -> None:
        super().__init__()
        theme = look.theme
        self._row = row
        self.day = day
        self.setObjectName(f"fill_in-{row.habit_id}")
        name = ElidedLabel(look, row.habit, "body_medium")
        words = _words(row)
        self._choice = Segments(look, "fill", row.habit, words)
        self._times = spin("fill_times", tr("How many times: {habit}", habit=row.habit), 1, _MOST_TIMES)
        self._times.setProperty("scale", "row")
        self._times.setValue(row.times)
        self._times.setVisible(row.kind is FillKind.NUMBER)
        line = QHBoxLayout(self)
        line.setContentsMargins(theme.space(4), theme.space(2), theme.space(3), theme.space(2))
        line.setSpacing(theme.space(3))
        line.addWidget(GlyphTile(look, row.category))
        line.addWidget(name, 1)
        line.addWidget(self._times)
        line.addWidget(self._choice)

    @property
    def habit_id(self) -> int:
        """Whose row it is."""
        return self._row.habit_id

    def say_done(self) -> None:
        """Choose what means that all was done."""
        self._choice.show_value("all" if self._row.kind is FillKind.SHARE else _DONE)

    def show_filled(self, filled: Filled | None) -> None:
        """Show what was said before."""
        if filled is None:
            return
        self._choice.show_value(_NONE if filled.skipped else filled.share or _DONE)
        if filled.times:
            self._times.setValue(filled.times)

    def filled(self) -> Filled | None:
        """Return what is said here; None where nothing is, or that it was not done."""
        value = self._choice.value
        if value in {"", _NOT}:
            return None
        if value == _NONE:
            return Filled(self._row.habit_id, self.day, skipped=True)
        if self._row.kind is FillKind.SHARE:
            return Filled(self._row.habit_id, self.day, share=value)
        times = self._times.value() if self._row.kind is FillKind.NUMBER else 0
        return Filled(self._row.habit_id, self.day, times=times)


def _words(row: FillRow) -> tuple[tuple[str, str], ...]:
    if row.kind is FillKind.SHARE:
        return (*share_words().items(), (_NONE, tr("Too few")))
    return ((_DONE, tr("Done")), (_NOT, tr("Not done")), (_NONE, tr("No occasion")))
