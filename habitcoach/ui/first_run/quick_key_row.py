"""The key that opens the quick bar, asked for while the agent is at it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from habitcoach.texts.language import tr
from habitcoach.ui.look import Look
from habitcoach.ui.widgets.card import Card
from habitcoach.ui.widgets.key_field import KeyField
from habitcoach.ui.widgets.labels import Label
from habitcoach.ui.widgets.small_icon import SmallIcon


class QuickKeyRow(Card):
    """Shows the combination, takes another one, and says why one will not do."""

    chosen = Signal(str)  #: "Ctrl+Shift+Space"
    listening = Signal(bool)

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        theme = look.theme
        self._field = KeyField(look, "quick_key", tr("A key for the quick bar"))
        self._field.chosen.connect(self.chosen)
        self._field.listening.connect(self.listening)
        self._line = Label(look, "", "small", "text2", wrap=True)
        self._line.setObjectName("quick_key_line")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Label(look, tr("A key for the quick bar"), "body_strong", wrap=True))
        words.addWidget(self._line)
        row = QHBoxLayout()
        row.setSpacing(theme.space(3))
        row.addWidget(SmallIcon(look, "keyboard"))
        row.addLayout(words, 1)
        row.addWidget(self._field)
        self.body.setContentsMargins(*(theme.space(step) for step in (4, 3, 3, 3)))
        self.body.addLayout(row)
        self.show_key("")
        self.say("")

    def show_key(self, value: str) -> None:
        """Show the combination that holds; "" for none."""
        self._field.show_value(value)

    def say(self, fault: str) -> None:
        """Say what is wrong with a combination; with nothing wrong, what it is good for."""
        self._line.setText(fault or tr("Works in any window"))
        self._line.set_tone("error" if fault else "text2")
