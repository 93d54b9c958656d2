"""What helped or got in the way, of each habit that was kept less than four times in five."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from habitcoach.coaching.more_views import HinderedRow
from habitcoach.core.fields import MAX_NOTE
from habitcoach.core.suggesting import Hindrance
from habitcoach.texts.language import tr
from habitcoach.ui.format import number_text
from habitcoach.ui.look import Look
from habitcoach.ui.review.kept_text import OwnLine
from habitcoach.ui.review.ribbon_words import weekday_name
from habitcoach.ui.widgets.buttons import Button
from habitcoach.ui.widgets.card import Card, Line
from habitcoach.ui.widgets.check_chip import CheckChip
from habitcoach.ui.widgets.flow import Flow
from habitcoach.ui.widgets.glyph_tile import GlyphTile
from habitcoach.ui.widgets.labels import ElidedLabel


def hindrance_word(one: Hindrance) -> str:
    """Return what got in the way, in a word or two."""
    words = {
        Hindrance.FORGOT: tr("Forgot"),
        Hindrance.WRONG_MOMENT: tr("Wrong moment"),
        Hindrance.TOOK_TOO_LONG: tr("Took too long"),
        Hindrance.NO_OCCASION: tr("No occasion"),
        Hindrance.NOT_WORTH_IT: tr("Not worth it"),
        Hindrance.FELT_ROBOTIC: tr("Felt robotic"),
    }
    return words[one]


def hindered_words(row: HinderedRow) -> str:
    """Return "3 of 5 kept, Tuesday 2 of 6"."""
    kept = tr("{kept} of {due} kept", kept=number_text(row.kept), due=number_text(row.due))
    if row.worst is None:
        return kept
    day, done, goal = row.worst
    return tr(
        "{kept}, {day} {done} of {goal}",
        kept=kept,
        day=weekday_name(day),
        done=number_text(done),
        goal=number_text(goal),
    )


class HinderedHabit(QWidget):
    """One habit with its chips, and a line for what helped."""

    hindered = Signal(object)  #: frozenset of Hindrance
    helped = Signal(str)

    def __init__(self, look: Look, row: HinderedRow) -> None:
        super().__init__()
        theme = look.theme
        number = row.habit_id
        self.habit_id = row.habit_id
        self.setObjectName(f"hindered-{number}")
        self._line = ElidedLabel(look, "", "small", "text2")
        self._chips: dict[Hindrance, CheckChip] = {}
        flow = Flow(theme.space(2))
        for one in Hindrance:
            chip = CheckChip(look, f"hindered-{number}-{one.value}", hindrance_word(one))
            chip.setAccessibleName(tr("{habit}: {what}", habit=row.habit, what=hindrance_word(one)))
            chip.clicked.connect(self._on_chip)
            self._chips[one] = chip
            flow.add(chip)
        self._more = Button(look, tr("Helped…"), "chip", "plus")
        self._more.setProperty("open", "true")
        self._more.setObjectName(f"helped_open-{number}")
        self._more.setAccessibleName(tr("{habit}: what helped", habit=row.habit))
        self._more.clicked.connect(self._open)
        flow.add(self._more)
        self._flow = flow
        self._helped = OwnLine(
            look, f"helped-{number}", tr("{habit}: what helped", habit=row.habit), MAX_NOTE
        )
        self._helped.setPlaceholderText(tr("What helped"))
        self._helped.keeping.kept.connect(self.helped)
        self._helped.hide()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(ElidedLabel(look, row.habit, "body_medium"))
        words.addWidget(self._line)
        words.addSpacing(theme.space(3))
        words.addWidget(flow)
        words.addWidget(self._helped)
        body = QHBoxLayout(self)
        body.setContentsMargins(0, theme.space(3), 0, theme.space(3))
        body.setSpacing(theme.space(3))
        body.addWidget(GlyphTile(look, row.category), 0, Qt.AlignmentFlag.AlignTop)
        body.addLayout(words, 1)

    def show_row(self, row: HinderedRow) -> None:
        """Show what was said so far."""
        self._line.setText(hindered_words(row))
        for one, chip in self._chips.items():
            chip.setChecked(one in row.hindered)
        self._flow.settle()
        self._helped.keeping.show_text(row.helped)
        if row.helped:
            self._show_field()

    def flush(self) -> None:
        """Keep now what was typed."""
        self._helped.keeping.flush()

    def _on_chip(self) -> None:
        self._flow.settle()
        self.hindered.emit(frozenset(one for one, chip in self._chips.items() if chip.isChecked()))

    def _open(self) -> None:
        self._show_field()
        self._helped.setFocus()

    def _show_field(self) -> None:
        self._helped.show()
        self._more.hide()
        self._flow.settle()


class HinderedCard(Card):
    """All of them in one box."""

    hindered = Signal(int, object)  #: habit id, frozenset of Hindrance
    helped = Signal(int, str)

    def __init__(self, look: Look) -> None:
        super().__init__(look)
        self._look = look
        self.setObjectName("hindered_card")
        self._rows: list[HinderedHabit] = []
        theme = look.theme
        self.body.setContentsMargins(theme.space(4), theme.space(1), theme.space(4), theme.space(1))
        self.body.setSpacing(0)

    def show_rows(self, rows: Sequence[HinderedRow]) -> None:
        """Show these habits; what stays keeps its focus."""
        if [one.habit_id for one in self._rows] != [row.habit_id for row in rows]:
            self._rebuild(rows)
        for one, row in zip(self._rows, rows, strict=True):
            one.show_row(row)

    def flush(self) -> None:
        """Keep now what was typed."""
        for one in self._rows:
            one.flush()

    def clear(self) -> None:
        """Make room for another week."""
        self.show_rows(())

    def _rebuild(self, rows: Sequence[HinderedRow]) -> None:
        while (item := self.body.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        self._rows = []
        for row in rows:
            if self._rows:
                self.body.addWidget(Line(self._look))
            made = HinderedHabit(self._look, row)
            made.hindered.connect(lambda found, number=row.habit_id: self.hindered.emit(number, found))
            made.helped.connect(lambda text, number=row.habit_id: self.helped.emit(number, text))
            self._rows.append(made)
            self.body.addWidget(made)
