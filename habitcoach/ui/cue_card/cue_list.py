"""Several waiting cues as a list, one line each with a *Done* of its own."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from habitcoach.texts.language import tr
from habitcoach.ui.cue_card.scrolling import scrolling
from habitcoach.ui.look import Look
from habitcoach.ui.waiting import Waiting, category_of, second_line, title_of
from habitcoach.ui.widgets.buttons import IconButton
from habitcoach.ui.widgets.card import Line
from habitcoach.ui.widgets.glyph_tile import GlyphTile
from habitcoach.ui.widgets.labels import ElidedLabel, Label

_MOST_ROWS = 5  # more than these scroll
_MOST_LISTED = 10  # Today lists what is more, and a card must be there at once


class CueList(QWidget):
    """The rows; more than a few of them scroll."""

    done_one = Signal(str, str)  #: subject, slot

    def __init__(self, look: Look, waiting: Sequence[Waiting]) -> None:
        super().__init__()
        self._look = look
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._rows(waiting))

    def _rows(self, waiting: Sequence[Waiting]) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for number, one in enumerate(waiting[:_MOST_LISTED]):
            if number:
                column.addWidget(Line(self._look))
            column.addWidget(self._row(one))
        if len(waiting) > _MOST_LISTED:
            more = tr("and {n} more", n=len(waiting) - _MOST_LISTED)
            column.addWidget(Label(self._look, more, "small", "text2"))
        listed, width = min(len(waiting), _MOST_LISTED), self._look.theme.size("cue_card_width")
        return scrolling(holder, listed, _MOST_ROWS, width)

    def _row(self, one: Waiting) -> QWidget:
        look, theme = self._look, self._look.theme
        row = QWidget()
        row.setObjectName(f"row {one.subject} {one.slot}")
        line = QHBoxLayout(row)
        line.setContentsMargins(0, theme.space(2), 0, theme.space(2))
        line.setSpacing(theme.space(3))
        texts = QVBoxLayout()
        texts.setSpacing(theme.space(1) // 2)
        texts.addWidget(ElidedLabel(look, title_of(one), "body_strong"))
        texts.addWidget(ElidedLabel(look, second_line(one), "small", "text2"))
        done = IconButton(look, "check", tr("Done: {habit}", habit=title_of(one)), "secondary")
        done.setObjectName("done_one")
        done.setProperty("popup", "true")
        done.setFixedSize(theme.size("button_large"), theme.size("button"))
        done.clicked.connect(lambda: self.done_one.emit(one.subject, one.slot))
        line.addWidget(GlyphTile(look, category_of(one)))
        line.addLayout(texts, 1)
        line.addWidget(done)
        return row
