"""The moment after a hard contact: a few things that help, each a press or a key away."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from habitcoach.coaching.offers import HardOne
from habitcoach.texts.language import tr
from habitcoach.ui.format import sentence_case
from habitcoach.ui.look import Look
from habitcoach.ui.widgets.buttons import Button
from habitcoach.ui.widgets.card import Card, Line
from habitcoach.ui.widgets.foot import Foot, foot_button
from habitcoach.ui.widgets.key_cap import KeyCap
from habitcoach.ui.widgets.labels import Label

#: As many are shown: after a hard contact nobody reads a list.
MOST = 5


class HardOneRow(QWidget):
    """One thing that helps, with the key that chooses it."""

    chosen = Signal(object)  #: HardOne

    def __init__(self, look: Look, one: HardOne, number: int) -> None:
        """Take what it offers, and the figure that chooses it."""
        super().__init__()
        theme = look.theme
        own = one.habit_id is not None
        self.setObjectName(f"hard_one-{number}")
        words = QVBoxLayout()
        words.setSpacing(0)
        name = Label(look, one.name, "body_strong", wrap=True)
        name.setObjectName(f"hard_one_name-{number}")
        words.addWidget(name)
        words.addWidget(Label(look, sentence_case(one.routine), "own_body", wrap=True))
        if one.tiny:
            words.addWidget(Label(look, tr("Or only: {tiny}", tiny=one.tiny), "small", "text2", wrap=True))
        self.button = Button(look, tr("Done") if own else tr("Add and do it"), "soft" if own else "secondary")
        self.button.setObjectName(f"hard_one_go-{number}")
        said = tr("Done: {habit}", habit=one.name) if own else tr("Add and do it: {habit}", habit=one.name)
        self.button.setAccessibleName(said)
        self.button.clicked.connect(lambda: self.chosen.emit(one))
        row = QHBoxLayout(self)
        row.setContentsMargins(*(theme.space(step) for step in (4, 3, 4, 3)))
        row.setSpacing(theme.space(3))
        row.addWidget(KeyCap(look, str(number)), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)


class HardOneDialog(QDialog):
    """Shows what helps, the agent's own first. Its figure, or Enter for the first, chooses one."""

    done_chosen = Signal(int)  #: habit id of one of the agent's own
    add_chosen = Signal(str)  #: template id: it is to be added and logged

    def __init__(self, look: Look, ones: Sequence[HardOne], parent: QWidget) -> None:
        super().__init__(parent)
        theme = look.theme
        self.setObjectName("hard_one_dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("After a hard one"))
        self.setMinimumSize(QSize(theme.size("start_end_card_width"), 0))
        card = Card(look)
        card.body.setContentsMargins(0, 1, 0, 1)
        card.body.setSpacing(0)
        self._rows: list[HardOneRow] = []
        for number, one in enumerate(ones[:MOST], start=1):
            if number > 1:
                card.body.addWidget(Line(look))
            row = HardOneRow(look, one, number)
            row.chosen.connect(self._choose)
            QShortcut(QKeySequence(str(number)), self).activated.connect(row.button.click)
            card.body.addWidget(row)
            self._rows.append(row)
        foot = Foot(look, foot_button(look, "hard_one_close", tr("Not now"), self.reject))
        body = QVBoxLayout(self)
        margin = theme.space(5)
        body.setContentsMargins(margin, margin, margin, theme.space(4))
        body.setSpacing(theme.space(1))
        body.addWidget(Label(look, tr("After a hard one"), "title2", wrap=True))
        line = tr("One of these, then the next contact. The next person starts fresh.")
        body.addWidget(Label(look, line, "body", "text2", wrap=True))
        body.addSpacing(theme.space(3))
        body.addWidget(card)
        body.addSpacing(theme.space(2))
        body.addLayout(foot)
        if self._rows:
            self._rows[0].button.setDefault(True)
            self._rows[0].button.setFocus()

    def _choose(self, one: HardOne) -> None:
        self.accept()
        if one.habit_id is None:
            self.add_chosen.emit(one.template_id)
        else:
            self.done_chosen.emit(one.habit_id)
