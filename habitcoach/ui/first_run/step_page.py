"""What the three steps have in common: heading, a body that scrolls, a foot with the way on."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from habitcoach.coaching.first_run import STEPS
from habitcoach.ui.first_run.step_chain import StepChain
from habitcoach.ui.look import Look
from habitcoach.ui.widgets.card import Line
from habitcoach.ui.widgets.labels import Label

_HEAD_TOP = 32


class StepPage(QWidget):
    """One step. `body` takes its parts, `foot` its buttons."""

    def __init__(self, look: Look, step: int, title: str, line: str) -> None:
        super().__init__()
        theme = look.theme
        self.setObjectName(f"first_run_step_{step}")
        chain = StepChain(look, STEPS)
        chain.show_step(step)
        self.title = Label(look, title, "own_step")
        self.title.setObjectName("step_title")
        self.line = Label(look, line, "body", "text2", wrap=True)
        self.line.setObjectName("step_line")
        side = theme.space(10)
        inner = QWidget()
        inner.setObjectName("scrolled")
        self.body = QVBoxLayout(inner)
        self.body.setContentsMargins(side, _HEAD_TOP, side, theme.space(3))
        self.body.setSpacing(0)
        self.body.addWidget(chain)
        self.body.addSpacing(theme.space(3))
        self.body.addWidget(self.title)
        self.body.addSpacing(theme.space(1))
        self.body.addWidget(self.line)
        self.body.addSpacing(theme.space(6))
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inner)
        scroll.viewport().setAutoFillBackground(False)
        self.foot = QHBoxLayout()
        self.foot.setContentsMargins(side, theme.space(3), side, theme.space(3))
        self.foot.setSpacing(theme.space(2))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(scroll, 1)
        whole.addWidget(Line(look))
        whole.addLayout(self.foot)
