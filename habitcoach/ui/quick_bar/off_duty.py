"""The quick bar's question about a promise for a time outside the shifts."""

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from habitcoach.coaching.promise_offer import PromiseOffer
from habitcoach.core.habit import Category
from habitcoach.texts.language import tr
from habitcoach.ui.format import time_text
from habitcoach.ui.look import Look
from habitcoach.ui.quick_bar.rows import instead_text, off_texts
from habitcoach.ui.widgets.buttons import Button
from habitcoach.ui.widgets.glyph_tile import GlyphTile
from habitcoach.ui.widgets.labels import Label


class OffDuty(QWidget):
    """*Promise 16:10 · Hand over · Keep 18:00*."""

    instead = Signal()
    hand_over = Signal()
    keep = Signal()

    def __init__(self, look: Look, offer: PromiseOffer) -> None:
        super().__init__()
        theme = look.theme
        self.setObjectName("off_duty")
        title, line = off_texts(offer)
        self.stops: list[Button] = []
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.space(2))
        if offer.instead is not None:
            self._add(buttons, Button(look, instead_text(offer), "primary"), "off_instead", self.instead)
        self._add(buttons, Button(look, tr("Hand over")), "off_hand_over", self.hand_over)
        keep = Button(look, tr("Keep {time}", time=time_text(offer.due_at)), "quiet")
        self._add(buttons, keep, "off_keep", self.keep)
        buttons.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(look, title, "body_strong", wrap=True))
        words.addWidget(Label(look, line, "small", "text2", wrap=True))
        words.addSpacing(theme.space(2))
        words.addLayout(buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.space(5), theme.space(4), theme.space(4), theme.space(4))
        row.setSpacing(theme.space(3))
        row.addWidget(GlyphTile(look, Category.PROMISES), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)

    def take_focus(self) -> None:
        """Give the keyboard to the first answer."""
        self.stops[0].setFocus(Qt.FocusReason.TabFocusReason)

    def _add(self, line: QHBoxLayout, button: Button, name: str, signal: SignalInstance) -> None:
        button.setObjectName(name)
        button.setAutoDefault(True)
        if button.property("variant") == "secondary":
            button.setProperty("popup", "true")
        button.clicked.connect(signal)
        self.stops.append(button)
        line.addWidget(button)
