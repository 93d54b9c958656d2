"""The start or end card on Today while it asks for something: one line that opens it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from habitcoach.coaching.card_views import CardKind, ShiftCardView
from habitcoach.texts.language import tr
from habitcoach.ui.format import sentence_case
from habitcoach.ui.look import Look
from habitcoach.ui.today.waiting_card import ROW_EDGE
from habitcoach.ui.widgets.buttons import Button
from habitcoach.ui.widgets.glyph_tile import GlyphTile
from habitcoach.ui.widgets.labels import ElidedLabel


class ShiftCardRow(QFrame):
    """Hidden while no card asks."""

    open_card = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        theme = look.theme
        self.setObjectName("shift_card_row")
        self.setProperty("surface", "card")
        self._tile = GlyphTile(look, "tally")
        self._title = ElidedLabel(look, "", "body_strong")
        self._title.setObjectName("shift_card_title")
        self._line = ElidedLabel(look, "", "small", "text2")
        self._line.setObjectName("shift_card_line")
        self._open = Button(look, tr("Read"), "secondary")
        self._open.setObjectName("shift_card_open")
        self._open.clicked.connect(self.open_card)
        words = QVBoxLayout()
        words.setSpacing(theme.space(1) // 2)
        words.addWidget(self._title)
        words.addWidget(self._line)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.space(4), ROW_EDGE, theme.space(3), ROW_EDGE)
        row.setSpacing(theme.space(3))
        row.addWidget(self._tile)
        row.addLayout(words, 1)
        row.addWidget(self._open)
        self.hide()

    def show_card(self, card: ShiftCardView | None) -> None:
        """Show what a card asks; None takes the row away."""
        self.setVisible(card is not None)
        if card is None:
            return
        begins = card.kind is CardKind.START
        self._tile.set_glyph("sunrise" if begins else "tally")
        self._title.setText(tr("Start of shift") if begins else tr("End of shift"))
        names = [one.counter.habit for one in card.asking]
        if card.review is not None:
            review = tr("the week’s review")
            names.append(review if names else sentence_case(review))
        self._line.setText(", ".join(names))
        self._open.set_label(tr("Read") if begins else tr("Close out"))
        spoken = tr("{what}: {which}", what=self._title.text(), which=self._line.text())
        self.setAccessibleName(spoken)
        self._open.setAccessibleDescription(spoken)

    def stops(self) -> list[QWidget]:
        """Return what the keyboard stops at."""
        return [self._open]
