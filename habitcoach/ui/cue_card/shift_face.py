"""The start card and the end card of a shift: its cues, its contact habits, and what the agent writes."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from habitcoach.coaching.card_views import CardKind, ShiftCardView
from habitcoach.coaching.views import OccasionView
from habitcoach.texts.language import tr
from habitcoach.ui.cue_card.answers import Answers
from habitcoach.ui.cue_card.close_out import CloseOut
from habitcoach.ui.cue_card.cue_list import CueList
from habitcoach.ui.cue_card.face import Face
from habitcoach.ui.cue_card.heading import OVERHANG
from habitcoach.ui.cue_card.plan_row import ROW_MARGIN, PlanRow
from habitcoach.ui.cue_card.scrolling import scrolling
from habitcoach.ui.cue_card.shift_parts import AbsencePart, LinePart, ReviewPart, YesterdayPart
from habitcoach.ui.cue_card.wording import shift_second_line, shift_title
from habitcoach.ui.format import sentence_case
from habitcoach.ui.look import Look
from habitcoach.ui.waiting import Waiting, title_of
from habitcoach.ui.widgets.buttons import Button, IconButton
from habitcoach.ui.widgets.card import Line
from habitcoach.ui.widgets.labels import Label

_MOST_HABITS = 4  # more than these scroll
_HAIRLINE = 1  # of the panel, which the lines between the parts reach


class ShiftFace(Face):
    """A shift's card. Without cues it has no `answers`."""

    closed = Signal()
    done_one = Signal(str, str)  #: subject, slot
    got_it = Signal()
    estimated = Signal(int, str)  #: habit id, and a word of ESTIMATES
    counted = Signal(int, int)  #: habit id, and how often
    too_few = Signal(int)  #: habit id
    line_typed = Signal(object, str)  #: the work date, and what worked on it
    typing_wanted = Signal()  #: the agent wants to write
    review = Signal(str)  #: a week
    review_later = Signal(str)
    absence_answered = Signal(bool, object)  #: worked or off, and the dates

    def __init__(
        self, look: Look, view: ShiftCardView, waiting: Sequence[Waiting], answers: Answers | None
    ) -> None:
        super().__init__(look, f"face_{view.kind.value}")
        self.answers = answers
        self._side = look.theme.space(5) - _HAIRLINE
        self._room = look.theme.space(1)  # which the last part brought below itself
        self._line: LinePart | None = None
        self.body.setContentsMargins(_HAIRLINE, self.edge, _HAIRLINE, look.theme.space(4))
        title = shift_title(view)
        named = [title_of(one) for one in waiting] + [one.counter.habit for one in view.asking]
        self.setAccessibleName(tr("{title}: {habits}.", title=title, habits=", ".join(named)))
        self._add_heading(title, shift_second_line(view))
        if view.absence is not None:
            part = AbsencePart(look, view.absence)
            part.answered.connect(self.absence_answered)
            self._add_part(part)
        if waiting and answers is not None:
            self._add_cues(waiting, answers)
        if view.kind is CardKind.START:
            self._add_start(view)
        else:
            self._add_end(view)
        if view.review is not None:
            review = ReviewPart(look, view.review)
            review.review.connect(self.review)
            review.later.connect(self.review_later)
            self._add_part(review)

    @property
    def typing(self) -> bool:
        """Whether the agent is writing on it."""
        return self._line is not None and self._line.typing

    def save_line(self) -> None:
        """Say what was written so far."""
        if self._line is not None:
            self._line.save()

    def _add_start(self, view: ShiftCardView) -> None:
        if view.asking:
            self._add_part(self._plans(view))
        if view.yesterday is not None:
            self._add_part(YesterdayPart(self._look, view.yesterday))

    def _add_end(self, view: ShiftCardView) -> None:
        if view.contacts:
            self._add_part(self._close_outs(view), above=ROW_MARGIN, below=ROW_MARGIN)
        self._line = LinePart(self._look, view.line, view.meets_again)
        self._line.typed.connect(lambda text: self.line_typed.emit(view.work_date, text))
        self._line.typing_wanted.connect(self.typing_wanted)
        self._add_part(self._line)

    def _add_cues(self, waiting: Sequence[Waiting], answers: Answers) -> None:
        theme = self._look.theme
        first = waiting[0]
        part, column = _part()
        if len(waiting) == 1 and isinstance(first, OccasionView):
            plan = first.plan
            column.addWidget(
                PlanRow(self._look, first.category, first.habit, sentence_case(plan.routine), plan.reward)
            )
            answers.setContentsMargins(theme.size("glyph_tile") + theme.space(3), 0, 0, 0)
        else:
            rows = CueList(self._look, waiting)
            rows.done_one.connect(self.done_one)
            column.addWidget(rows)
            column.addSpacing(theme.space(2))
        column.addWidget(answers)
        self._add_part(part, above=ROW_MARGIN)

    def _add_heading(self, title: str, second: str) -> None:
        theme = self._look.theme
        words = QVBoxLayout()
        words.setSpacing(0)
        head = Label(self._look, title, "routine", wrap=True)
        head.setObjectName("title")
        words.addWidget(head)
        words.addWidget(Label(self._look, second, "small", "text2", wrap=True))
        close = IconButton(self._look, "x", tr("Close: it waits in the tray"))
        close.setObjectName("close")
        close.setProperty("scale", "small")
        close.clicked.connect(self.closed)
        row = QHBoxLayout()
        row.setContentsMargins(self._side, 0, self._side - OVERHANG, 0)
        row.setSpacing(theme.space(2))
        row.addLayout(words, 1)
        row.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)

    def _add_part(self, part: QWidget, *, above: int = 0, below: int = 0) -> None:
        """Add a part under a line from edge to edge; `above` and `below` it brings room of its own."""
        theme = self._look.theme
        self.body.addSpacing(theme.space(4) - self._room)
        self._room = below
        self.body.addWidget(Line(self._look))
        self.body.addSpacing(theme.space(3) - above)
        row = QHBoxLayout()
        row.setContentsMargins(self._side, 0, self._side, 0)
        row.addWidget(part)
        self.body.addLayout(row)

    def _plans(self, view: ShiftCardView) -> QWidget:
        theme = self._look.theme
        part, column = _part()
        column.addWidget(Label(self._look, tr("In every contact today"), "small_strong", "text2"))
        rows, lines = _part()
        for contact in view.asking:
            one, plan = contact.counter, contact.counter.plan
            sentence = tr("When {when}, {routine}", when=plan.when, routine=plan.routine)
            lines.addWidget(PlanRow(self._look, one.category, one.habit, sentence, plan.reward))
        column.addWidget(self._few(rows, len(view.asking)))
        button = Button(self._look, tr("Got it"), "soft")
        button.setObjectName("got_it")
        button.clicked.connect(self.got_it)
        row = QHBoxLayout()
        row.setContentsMargins(theme.size("glyph_tile") + theme.space(3), theme.space(1), 0, 0)
        row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        return part

    def _close_outs(self, view: ShiftCardView) -> QWidget:
        part, column = _part()
        for contact in view.contacts:
            row = CloseOut(self._look, contact)
            row.estimated.connect(self.estimated)
            row.counted.connect(self.counted)
            row.too_few.connect(self.too_few)
            column.addWidget(row)
        return self._few(part, len(view.contacts))

    def _few(self, rows: QWidget, count: int) -> QWidget:
        theme = self._look.theme
        beside = 2 * theme.space(5) + theme.size("glyph_tile") + theme.space(3)
        return scrolling(rows, count, _MOST_HABITS, theme.size("start_end_card_width") - beside)


def _part() -> tuple[QWidget, QVBoxLayout]:
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    return part, column
