"""When the next cues of the habit in the editor come, and which of its times no shift contains."""

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from habitcoach.coaching.habit_views import CueTimeView
from habitcoach.texts.language import tr
from habitcoach.ui.format import short_date_text, since_text, time_text
from habitcoach.ui.look import Look
from habitcoach.ui.widgets.labels import ElidedLabel, Label
from habitcoach.ui.widgets.marks import Mark, paint_mark, square

_MOST_ROWS = 5
_DOT = 8
_DASHES = (1.6, 1.6)


class _Dot(QWidget):
    """Filled before the next cue, a ring before the others, a dashed ring before what does not come."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._next, self._comes = False, True
        self.setFixedSize(QSize(_DOT + 4, look.theme.line_height("body")))
        look.changed.connect(self.update)

    def say(self, *, is_next: bool, comes: bool) -> None:
        """Tell what stands beside it."""
        self._next, self._comes = is_next, comes
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = square(QPointF(self.width() / 2, self.height() / 2), _DOT)
        if self._next:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent"))
            painter.drawEllipse(box)
        elif self._comes:
            paint_mark(painter, theme, Mark.RING, box, "window")
        else:
            pen = QPen(theme.color("line_strong"), theme.border("hairline"))
            pen.setDashPattern(_DASHES)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(box.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()


class _Row:
    """Mark, date, time and remark of one cue."""

    def __init__(self, look: Look, number: int) -> None:
        self.dot = _Dot(look)
        self.day, self.at = (Label(look, "", "body", "text2") for _ in range(2))
        self.note = ElidedLabel(look, "", "small", "text2")
        self.day.setObjectName(f"cue_date-{number}")
        self.at.setObjectName(f"cue_time-{number}")
        self.note.setObjectName(f"cue_note-{number}")
        self.parts: tuple[QWidget, ...] = (self.dot, self.day, self.at, self.note)

    def set_visible(self, *, shown: bool) -> None:
        """Show the row, or leave it out."""
        for part in self.parts:
            part.setVisible(shown)

    def say(self, texts: tuple[str, str, str], *, is_next: bool, comes: bool) -> None:
        """Show one cue; the next one stands out."""
        self.dot.say(is_next=is_next, comes=comes)
        for label, text in zip((self.day, self.at), texts, strict=False):
            label.set_style("body_medium" if is_next else "body")
            label.set_tone("text" if is_next else "text2")
            label.setText(text)
        self.note.setText(texts[2])


class NextCues(QWidget):
    """The next five cues with date, time and shift; among them the times that lie outside a shift."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("next_cues")
        self._none = Label(look, "", "body", "text2", wrap=True)
        self._none.setObjectName("next_cues_none")
        grid = self._grid = QGridLayout()
        grid.setHorizontalSpacing(look.theme.space(3))
        grid.setVerticalSpacing(look.theme.space(2))
        grid.setColumnStretch(3, 1)
        self._rows = [_Row(look, number) for number in range(_MOST_ROWS)]
        for number, row in enumerate(self._rows):
            for column, part in enumerate(row.parts):
                grid.addWidget(part, number, column)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(look.theme.space(2))
        body.addWidget(Label(look, tr("Next five cues"), "small_strong", "text2"))
        body.addWidget(self._none)
        body.addLayout(grid)
        self.say_none("")

    def show_cues(self, cues: Sequence[CueTimeView], now: datetime, off: Sequence[datetime] = ()) -> None:
        """Show cues, and times that no shift contains; all instants in the agent's zone."""
        self.say_none("" if cues else tr("No cue in the weeks ahead."))
        moments: list[tuple[datetime, CueTimeView | None]] = [(one.due_at, one) for one in cues]
        moments += [(due, None) for due in off]
        moments.sort(key=lambda one: one[0])
        first = cues[0] if cues else None
        for row, (due, cue) in zip(self._rows, moments, strict=False):
            row.set_visible(shown=True)
            today = due.date() == now.date()
            day = tr("Today") if today else short_date_text(due.date())
            note = tr("off shift") if cue is None else _note(cue, first, now)
            is_next = cue is not None and cue is first
            row.say((day, time_text(due), note), is_next=is_next, comes=cue is not None)
        # Shown and filled in one go while the dialog opens, the grid would keep the widths of empty labels.
        self._grid.invalidate()
        self._grid.activate()

    def say_none(self, text: str) -> None:
        """Say why there are no cues."""
        for row in self._rows:
            row.set_visible(shown=False)
        self._none.setText(text)
        self._none.setVisible(bool(text))


def _note(cue: CueTimeView, first: CueTimeView | None, now: datetime) -> str:
    """Return how long it is until a cue of today, else its shift where that is another than the first's."""
    if cue.due_at.date() == now.date():
        return since_text(now, cue.due_at)
    same = first is not None and cue is not first and cue.shift_name == first.shift_name
    return "" if same else cue.shift_name
