"""A small dialog that makes a promise, or gives one another time."""

from datetime import time

from PySide6.QtCore import QSize, QTime, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from habitcoach.core.fields import MAX_NOTE
from habitcoach.core.promise import MAX_TICKET
from habitcoach.texts.language import tr
from habitcoach.ui.look import Look
from habitcoach.ui.widgets.foot import Foot, foot_button
from habitcoach.ui.widgets.labels import Label
from habitcoach.ui.widgets.spins import time_edit


class PromiseDialog(QDialog):
    """Asks for a time and, of a new promise, for a ticket number and a note. It knows no clock."""

    time_typed = Signal(object)  #: the wall time that stands there, a `time`; answer with `show_day`

    def __init__(self, look: Look, at: time, parent: QWidget, *, retimes: str = "") -> None:
        """Take the time to suggest and, to give a promise another one, what was promised."""
        super().__init__(parent)
        theme = look.theme
        self.setObjectName("promise_dialog")
        self.setWindowTitle(tr("Re-time: {what}", what=retimes) if retimes else tr("New promise"))
        self.setMinimumSize(QSize(theme.size("cue_card_width"), 0))
        self._time = time_edit("promise_time", tr("Promise it for"), at)
        self._time.timeChanged.connect(self._on_time)
        self._day = Label(look, "", "body", "text2")
        self._day.setObjectName("promise_day")
        self._ticket = _field("promise_ticket", tr("Ticket number"), MAX_TICKET)
        self._note = _field("promise_note", tr("Note"), MAX_NOTE)
        self._warning = Label(look, "", "body", "text2", wrap=True)
        self._warning.setObjectName("promise_warning")
        self._warning.hide()
        when = QHBoxLayout()
        when.setSpacing(theme.space(3))
        when.addWidget(self._time)
        when.addWidget(self._day, 1)
        body = QVBoxLayout(self)
        margin = theme.space(4)
        body.setContentsMargins(margin, margin, margin, margin)
        body.setSpacing(theme.space(1))
        body.addWidget(Label(look, tr("Promise it for"), "body_strong"))
        body.addLayout(when)
        body.addWidget(self._warning)
        if not retimes:
            for title, field in ((tr("Ticket number"), self._ticket), (tr("Note"), self._note)):
                body.addSpacing(theme.space(2))
                body.addWidget(Label(look, title, "body_strong"))
                body.addWidget(field)
            body.addSpacing(theme.space(1))
            body.addWidget(
                Label(
                    look,
                    tr("No names or addresses. Both are erased after 90 days."),
                    "small",
                    "text2",
                    wrap=True,
                )
            )
        body.addSpacing(theme.space(3))
        body.addLayout(self._foot(look, tr("Re-time") if retimes else tr("Promise")))

    def _foot(self, look: Look, word: str) -> Foot:
        back = foot_button(look, "promise_cancel", tr("Cancel"), self.reject)
        return Foot(look, back, foot_button(look, "promise_save", word, self.accept, "primary"))

    def ask_day(self) -> None:
        """Ask which day the time falls on."""
        self._on_time(self._time.time())

    def show_day(self, day: str, warning: str) -> None:
        """Show which day the time falls on, and what speaks against it, if anything does."""
        self._day.setText(day)
        self._warning.setText(warning)
        self._warning.setVisible(bool(warning))
        self.adjustSize()

    @property
    def wall(self) -> time:
        """The time that stands there."""
        found = self._time.time()
        return time(found.hour(), found.minute())

    @property
    def ticket(self) -> str:
        """The ticket number, as typed."""
        return self._ticket.text()

    @property
    def note(self) -> str:
        """The note, as typed."""
        return self._note.text()

    def _on_time(self, at: QTime) -> None:
        self.time_typed.emit(time(at.hour(), at.minute()))


def _field(name: str, spoken: str, most: int) -> QLineEdit:
    field = QLineEdit()
    field.setObjectName(name)
    field.setAccessibleName(spoken)
    field.setMaxLength(most)
    return field
