"""How far the first run is, as a chain of three links."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from habitcoach.texts.language import tr
from habitcoach.ui.look import Look
from habitcoach.ui.widgets.beginning_chain import BeginningChain
from habitcoach.ui.widgets.labels import Label

_SCALE = 1.5  #: beside a line of small text


class StepChain(QWidget):
    """The links of the steps behind are closed, that of the present one is open, those ahead are grey."""

    def __init__(self, look: Look, steps: int) -> None:
        super().__init__()
        self._links = BeginningChain(look, steps, scale=_SCALE)
        self._steps = steps
        self._words = Label(look, "", "small", "text2")
        self._words.setObjectName("step_words")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.theme.space(5))
        row.addWidget(self._links)
        row.addWidget(self._words)
        row.addStretch()

    def show_step(self, step: int) -> None:
        """Show which step this is, from 1."""
        self._links.show_closed(step - 1)
        self._words.setText(tr("Step {n} of {all}", n=step, all=self._steps))
