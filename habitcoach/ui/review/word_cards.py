"""The agent's own words in a review: notes of the week, one customer moment, a principle to rethink."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from habitcoach.coaching.more_views import PrincipleFrom, PrincipleView, Rethought, WeekNote
from habitcoach.core.fields import MAX_NOTE, MAX_TEXT
from habitcoach.core.note_check import findings, needs_question, without
from habitcoach.texts.language import tr
from habitcoach.ui.format import time_text
from habitcoach.ui.look import Look
from habitcoach.ui.review.kept_text import OWN_EDGE, OwnText
from habitcoach.ui.review.review_words import written_on_words
from habitcoach.ui.review.ribbon_words import weekday_label
from habitcoach.ui.today.note_strip import NoteStrip
from habitcoach.ui.widgets.buttons import Button
from habitcoach.ui.widgets.card import Card
from habitcoach.ui.widgets.labels import Label


class NotesPart(QWidget):
    """The notes of the week, in the agent's serif."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setObjectName("week_notes")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(look.theme.space(4))
        self._grid.setVerticalSpacing(look.theme.space(2))
        self._grid.setColumnStretch(2, 1)
        top = Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(Label(look, tr("Notes you left"), "heading"), 0, 0, top)
        self._grid.setColumnMinimumWidth(0, 6 * look.theme.line_height("heading"))
        self._shown: tuple[WeekNote, ...] = ()
        self._labels: list[Label] = []

    def show_notes(self, notes: Sequence[WeekNote]) -> None:
        """Show the notes, by time."""
        self.setVisible(bool(notes))
        if self._shown == tuple(notes):
            return
        self._shown = tuple(notes)
        for label in self._labels:
            label.hide()
            label.deleteLater()
        self._labels = []
        top = Qt.AlignmentFlag.AlignTop
        for number, one in enumerate(notes):
            when = tr("{day} {time}", day=weekday_label(one.at.date()), time=time_text(one.at))
            at = Label(self._look, when, "small", "text2")
            at.setFixedHeight(self._look.theme.line_height("own_body"))
            text = Label(self._look, tr("“{words}”", words=one.text), "own_body", wrap=True)
            text.setObjectName(f"week_note-{one.entry_id}")
            text.setAccessibleName(tr("{when}, {habit}: {words}", when=when, habit=one.habit, words=one.text))
            self._grid.addWidget(at, number, 1, top)
            self._grid.addWidget(text, number, 2)
            self._labels += [at, text]


class MomentCard(Card):
    """One moment with a customer, worth keeping."""

    kept = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.setObjectName("moment_card")
        self.field = OwnText(look, "customer_moment", tr("One customer moment"), MAX_NOTE)
        self.field.setPlaceholderText(tr("What a customer said, or what went well"))
        self._state = Label(look, "", "small", "text2")
        self._state.setObjectName("moment_state")
        self.field.keeping.kept.connect(self.kept)
        self.field.textChanged.connect(lambda: self._state.setText(""))
        self._asked = ""  #: the text that was last asked about, or shown
        self._check = NoteStrip(look)
        self._check.remove.connect(self._remove)
        self.field.keeping.left.connect(self._ask)
        title = Label(look, tr("One customer moment"), "body_medium")
        title.setMinimumHeight(look.theme.size("button_small"))
        _lay_out(self, [title], self.field, [self._state, self._check])

    def show_moment(self, text: str) -> None:
        """Show what is kept."""
        self.field.keeping.show_text(text)
        self.show_saved()

    def clear(self) -> None:
        """Make room for another week."""
        self._asked = ""
        self._check.say("")
        self.field.keeping.clear()

    def _ask(self) -> None:
        """Ask once about what looks like a customer's data, after the agent has written it."""
        text = self.field.keeping.text
        if needs_question(self._asked, text):
            self._check.ask(text)
        self._asked = text

    def _remove(self) -> None:
        text = self.field.keeping.text
        self.field.setPlainText(without(text, findings(text)))
        self.field.keeping.flush()

    def show_saved(self) -> None:
        """Say that what stands there is on disk."""
        saved = bool(self.field.keeping.text) and not self.field.keeping.pending
        self._state.setText(tr("Saved") if saved else "")


class PrincipleCard(Card):
    """A principle of the agent's own to look at again."""

    still_mine = Signal()
    kept = Signal(str)

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self.setObjectName("principle_card")
        self._text = Label(look, "", "own_body", wrap=True)
        self._text.setObjectName("principle_text")
        self._field = OwnText(look, "principle_field", tr("The principle in your words"), MAX_TEXT)
        self._state = Label(look, "", "small", "text2", wrap=True)
        self._state.setObjectName("principle_state")
        self._mine = Button(look, tr("Still mine"), "quiet", scale="compact")
        self._mine.setObjectName("principle_mine")
        self._mine.setCheckable(True)
        self._rewrite = Button(look, tr("Rewrite"), "quiet", scale="compact")
        self._rewrite.setObjectName("principle_rewrite")
        self._mine.clicked.connect(self._on_mine)
        self._rewrite.clicked.connect(self._on_rewrite)
        self._field.keeping.kept.connect(self.kept)
        self._field.hide()
        head = QHBoxLayout()
        head.setSpacing(0)
        title = Label(look, tr("A principle to rethink"), "body_medium", wrap=True)
        head.addWidget(title, 1, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self._mine)
        head.addWidget(self._rewrite)
        top = QWidget()
        top.setLayout(head)
        head.setContentsMargins(0, 0, 0, 0)
        _lay_out(self, [top, self._text], self._field, [self._state])

    def show_principle(self, found: PrincipleView | None) -> None:
        """Show the week's principle; without one the card is away."""
        self.setVisible(found is not None)
        if found is None:
            return
        self._text.setText(tr("“{words}”", words=found.text))
        self._field.keeping.show_text(found.text)
        self._mine.setChecked(found.rethought is Rethought.STILL_MINE)
        self._state.setText(_principle_state(found))

    def flush(self) -> None:
        """Keep now what was typed."""
        self._field.keeping.flush()

    def clear(self) -> None:
        """Make room for another week."""
        self._field.keeping.clear()
        self._field.hide()
        self._text.show()

    def _on_mine(self) -> None:
        self._mine.setChecked(True)
        self._field.hide()
        self._text.show()
        self._state.setText(tr("Still yours"))
        self.still_mine.emit()

    def _on_rewrite(self) -> None:
        self._mine.setChecked(False)
        self._text.hide()
        self._field.show()
        self._field.setFocus()
        self._field.selectAll()


def _lay_out(card: Card, above: Sequence[QWidget], field: OwnText, below: Sequence[QWidget]) -> None:
    """Set a field so that its text, not its frame, stands in line with what is above and below it."""
    margins = card.body.contentsMargins()
    # The heads are as tall as a button, with and without one, and their words stand at the usual height.
    card.body.setContentsMargins(
        margins.left() - OWN_EDGE, margins.top() // 2, margins.right() - OWN_EDGE, margins.bottom()
    )
    card.body.setSpacing(0)

    def add(part: QWidget) -> None:
        row = QHBoxLayout()
        row.setContentsMargins(OWN_EDGE, 0, OWN_EDGE, 0)
        row.addWidget(part)
        card.body.addLayout(row)

    for part in above:
        add(part)
        if part is above[0] and len(above) > 1:
            # A label has no frame that keeps it from its head.
            card.body.addSpacing(OWN_EDGE)
    card.body.addWidget(field)
    card.body.addStretch()
    for part in below:
        add(part)


def _principle_state(found: PrincipleView) -> str:
    if found.rethought is Rethought.STILL_MINE:
        return tr("Still yours")
    if found.rethought is Rethought.REWRITTEN:
        return tr("In your new words")
    if found.comes_from is PrincipleFrom.OWN and found.written_on is not None:
        return written_on_words(found.written_on)
    return tr("Why {habit} matters", habit=found.habit) if found.habit else ""
