"""What the reward moment says at a milestone: a ring of links, the treat, and a way on."""

import math

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from habitcoach.coaching.answer_views import RewardView
from habitcoach.texts.language import tr
from habitcoach.texts.sentences import periods
from habitcoach.ui.format import number_text, sentence_case
from habitcoach.ui.look import Look
from habitcoach.ui.widgets.buttons import Button, IconButton
from habitcoach.ui.widgets.labels import Label
from habitcoach.ui.widgets.loop_thread import diamond

_MOST_DOTS = 40  # more would run into each other
_DOT = 3.5
_DIAMOND = 7.0
_SMALL_DIAMOND = 5.0


class MilestoneContent(QWidget):
    """The number in its ring, one sentence, and the treat the agent promised themself."""

    undo = Signal()
    carry_on = Signal()
    closed = Signal()

    def __init__(self, look: Look, view: RewardView, line: str) -> None:
        super().__init__()
        theme = look.theme
        close = IconButton(look, "x", tr("Close"), icon_color="reward_text")
        close.setObjectName("close")
        close.clicked.connect(self.closed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        top = QGridLayout()  # one cell: the ring stands as high as without the button in the corner
        ring = MilestoneRing(look, view.streak, view.per)
        top.setRowMinimumHeight(0, ring.sizeHint().height() + theme.space(2))
        top.addWidget(ring, 0, 0, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom)
        top.addWidget(close, 0, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        column.addLayout(top)
        column.addSpacing(theme.space(4))
        title = tr("{periods} of {habit}", periods=periods(view.streak, view.per), habit=view.habit)
        column.addWidget(_centred(Label(look, title, "own_reward", wrap=True), "milestone_title"))
        column.addSpacing(theme.space(1))
        column.addWidget(_centred(Label(look, line, "body", "text2", wrap=True), "reward_line"))
        treat = tr("Your treat: {treat}", treat=view.treat) if view.treat else sentence_case(view.text)
        if treat:
            column.addSpacing(theme.space(3))
            line_of_treat = QHBoxLayout()
            line_of_treat.setSpacing(theme.space(2))
            line_of_treat.addStretch(1)
            line_of_treat.addWidget(_Diamond(look))
            line_of_treat.addWidget(_centred(Label(look, treat, "body_medium", wrap=True), "treat"))
            line_of_treat.addStretch(1)
            column.addLayout(line_of_treat)
        column.addSpacing(theme.space(4))
        foot = QHBoxLayout()
        foot.setSpacing(theme.space(2))
        undo = Button(look, tr("Undo"), "reward_line", "undo", scale="large")
        undo.setObjectName("undo")
        undo.clicked.connect(self.undo)
        on = Button(look, tr("Carry on"), "reward", scale="large")
        on.setObjectName("carry_on")
        on.clicked.connect(self.carry_on)
        foot.addWidget(undo, 1)
        foot.addWidget(on, 1)
        column.addLayout(foot)


class _Diamond(QWidget):
    """The reward's mark before a line of text."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setFixedSize(round(2 * _SMALL_DIAMOND), round(2 * _SMALL_DIAMOND))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.theme.color("reward"))
        painter.drawPolygon(diamond(QPointF(_SMALL_DIAMOND, _SMALL_DIAMOND), _SMALL_DIAMOND))
        painter.end()


def _centred(label: Label, name: str) -> Label:
    label.setObjectName(name)
    label.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return label


class MilestoneRing(QWidget):
    """The periods as dots in a circle, the newest a diamond, and their number."""

    def __init__(self, look: Look, count: int, per: str) -> None:
        super().__init__()
        self._look = look
        self._count = count
        self._unit = periods(count, per).removeprefix(str(count)).strip()
        self.setAccessibleName(periods(count, per))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Return the size of the ring."""
        side = round(self._look.theme.chart("ring_size"))
        return QSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw dots, diamond and number."""
        theme = self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        middle = QPointF(self.width() / 2, self.height() / 2)
        radius = self.width() / 2 - _DIAMOND
        dots = min(self._count, _MOST_DOTS)
        painter.setBrush(theme.color("reward_text"))
        for number in range(1, dots):
            angle = 2 * math.pi * number / dots
            at = QPointF(middle.x() + radius * math.sin(angle), middle.y() - radius * math.cos(angle))
            painter.drawEllipse(at, _DOT, _DOT)
        painter.setBrush(theme.color("reward"))
        painter.drawPolygon(diamond(QPointF(middle.x(), middle.y() - radius), _DIAMOND))
        painter.setPen(theme.color("text"))
        painter.setFont(theme.font("figure"))
        figure = theme.line_height("figure")
        top = round(middle.y() - figure / 2 - theme.space(2))
        painter.drawText(
            QRect(0, top, self.width(), figure), Qt.AlignmentFlag.AlignCenter, number_text(self._count)
        )
        painter.setPen(theme.color("text2"))
        painter.setFont(theme.font("body"))
        below = QRect(0, top + figure, self.width(), theme.line_height("body"))
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter, self._unit)
        painter.end()
