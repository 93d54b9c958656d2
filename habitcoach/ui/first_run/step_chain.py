"""How far the first run is, as a chain of three links."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from habitcoach.texts.language import tr
from habitcoach.ui.look import Look
from habitcoach.ui.widgets.chain_strip import CLOSED, OPEN_REACH, paint_link
from habitcoach.ui.widgets.labels import Label

_SCALE = 1.5  #: the links of a streak, drawn larger
_TO_COME = 0.55  #: how strong the links are drawn that lie ahead


class StepChain(QWidget):
    """The links of the steps behind are closed, that of the present one is open, those ahead are grey."""

    def __init__(self, look: Look, steps: int) -> None:
        super().__init__()
        self._links = _Links(look, steps)
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
        self._links.show_step(step)
        self._words.setText(tr("Step {n} of {all}", n=step, all=self._steps))


class _Links(QWidget):
    def __init__(self, look: Look, steps: int) -> None:
        super().__init__()
        self._look, self._steps, self._step = look, steps, 1
        chain = look.theme.chain
        wide = steps * chain("link_width") + (steps - 1) * chain("gap") + chain("stroke")
        high = chain("link_height") + chain("stroke")
        self.setFixedSize(QSize(round(wide * _SCALE), round(high * _SCALE)))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        look.changed.connect(self.update)

    def show_step(self, step: int) -> None:
        self._step = step
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the links."""
        theme = self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.isRightToLeft():
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        painter.scale(_SCALE, _SCALE)
        ahead = QColor(theme.color("line_strong"))
        ahead.setAlphaF(_TO_COME)
        for link in range(self._steps):
            closed = link + 1 < self._step
            painter.setBrush(theme.color("accent") if link < self._step else ahead)
            paint_link(painter, theme, link, CLOSED if closed else OPEN_REACH, tied_on=closed)
        painter.end()
