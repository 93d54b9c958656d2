"""The line of the tray panel for a shift's card that still asks something."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from habitcoach.coaching.card_views import CardKind, ShiftCardView
from habitcoach.texts.language import tr
from habitcoach.ui.look import Look
from habitcoach.ui.tray_panel.waiting_row import BETWEEN_LINES
from habitcoach.ui.widgets.buttons import Button
from habitcoach.ui.widgets.glyph_tile import GlyphTile
from habitcoach.ui.widgets.labels import ElidedLabel


class ShiftRow(QWidget):
    """Start of shift, or its end, with the way to the card."""

    show_card = Signal()

    def __init__(self, look: Look, card: ShiftCardView) -> None:
        super().__init__()
        theme = look.theme
        self.setObjectName("waiting_shift_card")
        start = card.kind is CardKind.START
        title = tr("Start of shift") if start else tr("End of shift")
        names = ", ".join(one.counter.habit for one in card.asking)
        self.button = Button(look, tr("Show"), scale="small")
        self.button.setObjectName("waiting_show_card")
        self.button.setAccessibleName(tr("Show the card: {title}", title=title))
        self.button.setProperty("popup", "true")
        self.button.clicked.connect(self.show_card)
        words = QVBoxLayout()
        words.setSpacing(BETWEEN_LINES)
        words.addStretch(1)
        words.addWidget(ElidedLabel(look, title, "body_strong"))
        words.addWidget(ElidedLabel(look, names, "small", "text2"))
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.space(4), theme.space(2), theme.space(3), theme.space(2))
        row.setSpacing(theme.space(3))
        row.addWidget(GlyphTile(look, "sunrise" if start else "moon"))
        row.addLayout(words, 1)
        row.addWidget(self.button)
        self.setMinimumHeight(theme.size("row_decision"))
