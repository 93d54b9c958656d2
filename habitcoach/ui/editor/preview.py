"""The right side of the editor: the plan as one sentence, and when its next cues come."""

import re

from PySide6.QtCore import QLineF, QPointF, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from habitcoach.texts.language import tr
from habitcoach.ui.editor.next_cues import NextCues
from habitcoach.ui.look import Look
from habitcoach.ui.widgets.card import Line
from habitcoach.ui.widgets.labels import Label
from habitcoach.ui.widgets.small_icon import SmallIcon

_BLANK = "\u00a0" * 22
_BLANK_DROP = 4  #: how far below the line of writing a blank is drawn
_BLANK_DASHES = (3.0, 2.0)


class SentenceView(QWidget):
    """The plan as one sentence: what the agent wrote is strong, what is missing a dashed blank.

    Painted from plain text and ranges, so that nothing the agent writes can be taken for markup.
    """

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._text = ""
        self._parts: list[tuple[int, int, bool]] = []
        self.setObjectName("sentence")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        look.changed.connect(self._fit)
        self.show_plan("", "", "")

    def show_plan(self, when: str, routine: str, reward: str) -> None:
        """Show the three parts; an empty one is a blank."""
        text, parts = "", []
        values = {"1": when, "2": routine, "3": reward.rstrip(".")}
        for piece in re.split(
            "([\x01-\x03])", tr("When {a}, I will {b}, then {c}.", a="\x01", b="\x02", c="\x03")
        ):
            value = values.get(str(ord(piece))) if len(piece) == 1 and ord(piece) < 4 else None
            if value is None:
                text += piece
                continue
            shown = " ".join(value.split()) or _BLANK
            parts.append((_units(text), _units(shown), shown == _BLANK))
            text += shown
        self._text, self._parts = text, parts
        self.setAccessibleName(text.replace(_BLANK, tr("blank")))
        self._fit()

    @property
    def text(self) -> str:
        """The sentence as it is shown."""
        return self._text

    def sizeHint(self) -> QSize:
        """Return the height for the present width."""
        return QSize(200, self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for the height that the new width needs."""
        super().resizeEvent(event)
        self._fit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the sentence."""
        painter = QPainter(self)
        painter.setPen(self._look.theme.color("text"))
        layout = self._laid_out()
        layout.draw(painter, QPointF(0, 0))
        pen = QPen(self._look.theme.color("line_strong"), self._look.theme.border("hairline"))
        pen.setDashPattern(_BLANK_DASHES)
        painter.setPen(pen)
        for start, length, blank in self._parts:
            if blank:
                painter.drawLine(_under(layout, start, start + length))
        painter.end()

    def _fit(self) -> None:
        lines = self._laid_out().lineCount()
        self.setMinimumHeight(max(1, lines) * self._look.theme.line_height("own_sentence"))
        self.update()

    def _laid_out(self) -> QTextLayout:
        theme = self._look.theme
        layout = QTextLayout(self._text, theme.font("own_sentence"))
        option = QTextOption(Qt.AlignmentFlag.AlignLeft)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats([_strong(start, length) for start, length, blank in self._parts if not blank])
        step = theme.line_height("own_sentence")
        layout.beginLayout()
        top = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, self.width()))
            line.setPosition(QPointF(0, top + (step - line.height()) / 2))
            top += step
        layout.endLayout()
        return layout


def _strong(start: int, length: int) -> QTextLayout.FormatRange:
    found = QTextLayout.FormatRange()
    found.start, found.length = start, length
    style = QTextCharFormat()
    style.setFontWeight(QFont.Weight.DemiBold)
    found.format = style
    return found


def _under(layout: QTextLayout, start: int, end: int) -> QLineF:
    """Return the line under a blank, which no break of a line ever divides."""
    line = layout.lineForTextPosition(start)
    edges = (line.cursorToX(place) for place in (start, end))
    left, right = (edge[0] for edge in edges if isinstance(edge, tuple))  # beside the place asked about
    down = line.y() + line.ascent() + _BLANK_DROP
    return QLineF(left, down, right, down)


def _units(text: str) -> int:
    """Return the length of a text as Qt counts it: in UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


class Preview(QFrame):
    """Sentence and cues on the colour of the sidebar."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        theme = look.theme
        self.setObjectName("editor_preview")
        self.setProperty("surface", "window")
        self.sentence = SentenceView(look)
        self.cues = NextCues(look)
        self._note = Label(look, "", "small", "text2", wrap=True)
        self._note.setObjectName("preview_note")
        self._note_part = QWidget()
        note = QVBoxLayout(self._note_part)
        note.setContentsMargins(0, theme.space(2), 0, 0)
        note.setSpacing(theme.space(4))
        line = QHBoxLayout()
        line.setSpacing(theme.space(3))
        line.addWidget(SmallIcon(look, "info"), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._note, 1)
        note.addWidget(Line(look))
        note.addLayout(line)
        self._note_part.hide()
        inner = QWidget()
        inner.setObjectName("scrolled")
        body = QVBoxLayout(inner)
        body.setContentsMargins(*(theme.space(step) for step in (6, 5, 6, 5)))
        body.setSpacing(theme.space(3))
        body.addWidget(Label(look, tr("In one sentence"), "small_strong", "text2"))
        body.addWidget(self.sentence)
        body.addSpacing(theme.space(2))
        body.addWidget(Line(look))
        body.addSpacing(theme.space(2))
        body.addWidget(self.cues)
        body.addWidget(self._note_part)
        body.addStretch()
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inner)
        scroll.viewport().setAutoFillBackground(False)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)

    def say_note(self, text: str) -> None:
        """Say what is worth knowing of the cue; an empty text takes it away."""
        self._note.setText(text)
        self._note_part.setVisible(bool(text))
