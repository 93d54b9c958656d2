"""What arrived of the first cue, and what to do where something did not."""

from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from habitcoach.texts.language import tr
from habitcoach.ui.look import Look
from habitcoach.ui.widgets.buttons import Button
from habitcoach.ui.widgets.flow import Flow
from habitcoach.ui.widgets.labels import Label
from habitcoach.ui.widgets.one_of import OneOf


class Arrived(StrEnum):
    """What the agent saw."""

    BOTH = "both"
    CARD = "card"
    NEITHER = "neither"


class ArrivedPanel(QFrame):
    """Asks once, and offers the system's settings when a notification is missing."""

    settings_wanted = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        theme = look.theme
        self.setObjectName("arrived")
        self.setProperty("surface", "accent")
        body = QVBoxLayout(self)
        margin = theme.space(4)
        body.setContentsMargins(margin, theme.space(3), margin, theme.space(3))
        body.setSpacing(theme.space(1))
        self._line = Label(look, "", "small", "text2", wrap=True)
        self._line.setObjectName("arrived_line")
        body.addWidget(Label(look, tr("What arrived?"), "body_strong"))
        body.addWidget(self._line)
        body.addSpacing(theme.space(2))
        answers = Flow(theme.space(2))
        self._group = OneOf(self)
        words = {
            Arrived.BOTH: tr("Both"),
            Arrived.CARD: tr("Only the card"),
            Arrived.NEITHER: tr("Neither"),
        }
        for answer, text in words.items():
            button = Button(look, text, "segment", scale="compact")
            button.setObjectName(f"arrived-{answer.value}")
            button.setCheckable(True)
            button.clicked.connect(lambda _on=False, one=answer: self._answer(one))
            self._group.addButton(button)
            answers.add(button)
        body.addWidget(answers)
        self._open = Button(
            look, tr("Open the notification settings"), "secondary", "settings", scale="compact"
        )
        self._open.setObjectName("open_notification_settings")
        self._open.clicked.connect(self.settings_wanted)
        self._may_open = False
        body.addSpacing(theme.space(1))
        body.addWidget(self._open, 0, Qt.AlignmentFlag.AlignLeading)
        self._open.hide()

    def show_sent(self, time: str, *, may_open: bool) -> None:
        """Say when it was sent; `may_open` when the system's settings can be opened from here."""
        self._may_open = may_open
        if self._group.checkedButton() is not None:
            return  # what to do about it stands there now
        line = tr("Sent at {time}.", time=time)
        if may_open:
            opens = tr("If a notification is missing, HabitCoach opens the system’s settings for it.")
            line = f"{line} {opens}"
        self._line.setText(line)

    def _answer(self, answer: Arrived) -> None:
        missing = answer is not Arrived.BOTH
        self._open.setVisible(missing and self._may_open)
        if answer is Arrived.CARD:
            allow = tr("To have both, allow HabitCoach in the system’s notification settings.")
            self._line.setText(f"{tr('The card is enough.')} {allow}")
        elif answer is Arrived.NEITHER:
            safe = tr("Nothing is lost: the tray icon and Today show every cue.")
            self._line.setText(f"{safe} {tr('See whether the system allows its notifications.')}")
