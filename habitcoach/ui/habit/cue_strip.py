"""How a habit's cue stands, why, and what the agent can choose about it."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QMenu, QVBoxLayout

from habitcoach.coaching.fading import Faded
from habitcoach.coaching.habit_views import HabitView
from habitcoach.core.consent import Consent
from habitcoach.core.fading import Stage
from habitcoach.texts.language import tr
from habitcoach.ui.habit.cue_words import cue_headline, cue_reason, proposal_words
from habitcoach.ui.look import Look
from habitcoach.ui.widgets.buttons import Button, IconButton
from habitcoach.ui.widgets.labels import Label
from habitcoach.ui.widgets.menu_place import popup_at_end
from habitcoach.ui.widgets.small_icon import SmallIcon


class CueStrip(QFrame):
    """One line on teal: the cue's stage, since when and why."""

    chosen = Signal(int, object)  #: habit id, a Consent or None for the choice of all habits
    accepted = Signal(int)  #: habit id: yes to the step that is proposed
    asked = Signal()  #: why it comes as it does

    def __init__(self, look: Look) -> None:
        super().__init__()
        theme = look.theme
        self.setObjectName("cue_strip")
        self.setProperty("surface", "accent")
        self._habit_id = 0
        self._faded: Faded | None = None
        self._headline = Label(look, "", "body_strong", "accent_text")
        self._headline.setObjectName("cue_strip_headline")
        self._headline.keep_line()
        self._reason = Label(look, "", "body", "text2", wrap=True)
        self._reason.setObjectName("cue_strip_reason")
        self._proposal = Label(look, "", "body", "text2", wrap=True)
        self._proposal.setObjectName("cue_strip_proposal")
        self._again = self._button(look, tr("Every time again"), "cue_every_time")
        self._again.clicked.connect(lambda: self.chosen.emit(self._habit_id, Consent.NEVER))
        self._accept = self._button(look, tr("Fewer cues"), "cue_fewer")
        self._accept.clicked.connect(lambda: self.accepted.emit(self._habit_id))
        self._more = IconButton(look, "dots", tr("Choose about the cues"))
        self._more.setObjectName("cue_more")
        self._menu = QMenu(self)
        self._menu.setObjectName("cue_menu")
        self._more.clicked.connect(self._open_menu)
        line = self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._gap = theme.space(1)
        line.addWidget(self._headline, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._reason, 1, Qt.AlignmentFlag.AlignTop)
        words = self._words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch()
        words.addLayout(line)
        words.addWidget(self._proposal)
        words.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.space(3), theme.space(1), theme.space(1), theme.space(1))
        row.setSpacing(theme.space(3))
        row.addWidget(SmallIcon(look, "bell", "accent_text"))
        row.addLayout(words, 1)
        row.addWidget(self._accept)
        row.addWidget(self._again)
        row.addWidget(self._more)

    @staticmethod
    def _button(look: Look, text: str, name: str) -> Button:
        button = Button(look, text, "quiet", scale="compact")
        button.setObjectName(name)
        return button

    def show_cue(self, habit: HabitView, today: date) -> None:
        """Show how the cue of a habit stands; nothing for one whose cue never fades."""
        self._habit_id, self._faded = habit.habit_id, habit.faded
        faded = habit.faded
        shown = faded is not None and faded.fades and not habit.archived and not habit.resting
        self.setVisible(shown)
        if faded is None or not shown:
            return
        self._headline.setText(cue_headline(faded))
        self._reason.setText(cue_reason(faded, today))
        proposed = "" if faded.proposed is None else proposal_words(faded.proposed)
        self._proposal.setText(proposed)
        self._proposal.setVisible(bool(proposed))
        self._accept.setVisible(bool(proposed))
        self._accept.setAccessibleName(tr("Fewer cues for {habit}", habit=habit.name))
        self._again.setVisible(faded.stage is not Stage.AT_THE_CUE)
        self._again.setAccessibleName(tr("A cue for {habit} every time again", habit=habit.name))
        self._more.set_name(tr("Choose about the cues of {habit}", habit=habit.name))
        self._set_words()
        self.setAccessibleName(f"{self._headline.text()} {self._reason.text()} {proposed}".strip())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Set the reason anew."""
        super().resizeEvent(event)
        self._set_words()

    def _set_words(self) -> None:
        """Set the reason below the headline where one line does not hold both."""
        layout = self.layout()
        if layout is not None:
            layout.activate()
        asked = self._reason.fontMetrics().horizontalAdvance(self._reason.text())
        taken = self._headline.sizeHint().width() + self._gap + asked
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        beside = taken < self._words.geometry().width()
        self._line.setDirection(across if beside else down)
        self._line.setSpacing(self._gap if beside else 0)  # lines keep the height of their style

    def _open_menu(self) -> None:
        if self._faded is None:
            return
        self._menu.clear()
        why = self._menu.addAction(tr("Why?"))
        why.setObjectName("cue_why")
        why.triggered.connect(self.asked)
        self._menu.addSeparator()
        group = QActionGroup(self._menu)
        for consent, text, name in (
            (Consent.AUTOMATIC, tr("Fewer cues as it comes by itself"), "cue_automatic"),
            (Consent.ASK, tr("Fewer cues only after a yes from me"), "cue_ask"),
            (Consent.NEVER, tr("Always every cue"), "cue_never"),
            (None, tr("As chosen for all habits"), "cue_as_all"),
        ):
            self._add(group, consent, text, name)
        popup_at_end(self._menu, self._more)

    def _add(self, group: QActionGroup, consent: Consent | None, text: str, name: str) -> None:
        action = QAction(text, group)
        action.setObjectName(name)
        action.setCheckable(True)
        action.setChecked(self._faded is not None and self._faded.own is consent)
        action.triggered.connect(lambda: self.chosen.emit(self._habit_id, consent))
        self._menu.addAction(action)
