"""The right side of the editor: the plan as one sentence, and when its next cues come."""

import re
from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from habitcoach.coaching.habit_views import CueTimeView
from habitcoach.texts.language import tr
from habitcoach.ui.format import short_date_text, since_text, time_text
from habitcoach.ui.look import Look
from habitcoach.ui.widgets.card import Line
from habitcoach.ui.widgets.labels import ElidedLabel, Label
from habitcoach.ui.widgets.marks import Mark, paint_mark, square
from habitcoach.ui.widgets.small_icon import SmallIcon

_BLANK = "\u00a0" * 22
_MOST_CUES = 5
_DOT = 8


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
        self._laid_out().draw(painter, QPointF(0, 0))
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
        layout.setFormats([self._range(start, length, blank=blank) for start, length, blank in self._parts])
        step = theme.line_height("own_sentence")
        layout.beginLayout()
        top = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, self.width()))
            line.setPosition(QPointF(0, top + (step - line.height()) / 2))
            top += step
        layout.endLayout()
        return layout

    def _range(self, start: int, length: int, *, blank: bool) -> QTextLayout.FormatRange:
        found = QTextLayout.FormatRange()
        found.start, found.length = start, length
        style = QTextCharFormat()
        if blank:
            style.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
            style.setUnderlineColor(self._look.theme.color("line_strong"))
        else:
            style.setFontWeight(QFont.Weight.DemiBold)
        found.format = style
        return found


def _units(text: str) -> int:
    """Return the length of a text as Qt counts it: in UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


class _Dot(QWidget):
    def __init__(self, look: Look, *, first: bool) -> None:
        super().__init__()
        self._look, self._first = look, first
        self.setFixedSize(QSize(_DOT + 4, look.theme.line_height("body")))
        look.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        box = square(QPointF(self.width() / 2, self.height() / 2), _DOT)
        if self._first:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.theme.color("accent"))
            painter.drawEllipse(box)
        else:
            paint_mark(painter, self._look.theme, Mark.RING, box, "window")
        painter.end()


class NextCues(QWidget):
    """The next five cues with date, time and shift."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("next_cues")
        self._none = Label(look, "", "body", "text2", wrap=True)
        self._none.setObjectName("next_cues_none")
        self._rows: list[tuple[_Dot, Label, Label, ElidedLabel]] = []
        grid = self._grid = QGridLayout()
        grid.setHorizontalSpacing(look.theme.space(3))
        grid.setVerticalSpacing(look.theme.space(1))
        grid.setColumnStretch(3, 1)
        for number in range(_MOST_CUES):
            style = "body" if number else "body_medium"
            tone = "text2" if number else "text"
            row = (
                _Dot(look, first=not number),
                Label(look, "", style, tone),
                Label(look, "", style, tone),
                ElidedLabel(look, "", "small", "text2"),
            )
            row[1].setObjectName(f"cue_date-{number}")
            row[2].setObjectName(f"cue_time-{number}")
            row[3].setObjectName(f"cue_note-{number}")
            for column, part in enumerate(row):
                grid.addWidget(part, number, column)
            self._rows.append(row)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(look.theme.space(2))
        body.addWidget(Label(look, tr("Next five cues"), "body_strong", "text2"))
        body.addWidget(self._none)
        body.addLayout(grid)
        self.say_none("")

    def show_cues(self, cues: Sequence[CueTimeView], now: datetime) -> None:
        """Show cues; all instants in the agent's zone."""
        if not cues:
            self.say_none(tr("No cue in the weeks ahead."))
            return
        self._none.hide()
        for number, row in enumerate(self._rows):
            for part in row:
                part.setVisible(number < len(cues))
        for (_, day, at, note), cue in zip(self._rows, cues, strict=False):
            today = cue.due_at.date() == now.date()
            day.setText(tr("Today") if today else short_date_text(cue.due_at.date()))
            at.setText(time_text(cue.due_at))
            note.setText(since_text(now, cue.due_at) if today else cue.shift_name)
        # Shown and filled in one go while the dialog opens, the grid would keep the widths of empty labels.
        self._grid.invalidate()
        self._grid.activate()

    def say_none(self, text: str) -> None:
        """Say why there are no cues."""
        for row in self._rows:
            for part in row:
                part.hide()
        self._none.setText(text)
        self._none.setVisible(bool(text))


class Preview(QFrame):
    """Sentence and cues on the colour of the sidebar."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        theme = look.theme
        self.setObjectName("editor_preview")
        self.setProperty("surface", "sidebar")
        self.sentence = SentenceView(look)
        self.cues = NextCues(look)
        self._note = Label(look, "", "body", "text2", wrap=True)
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
        body.addWidget(Label(look, tr("In one sentence"), "body_strong", "text2"))
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
