"""The card while it asks: what got in the way, or until when. Only here does it take the keyboard."""

from collections.abc import Callable
from datetime import datetime, time, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from habitcoach.core.fields import MAX_NOTE
from habitcoach.texts.language import tr
from habitcoach.ui.cue_card.face import Face
from habitcoach.ui.look import Look
from habitcoach.ui.widgets.buttons import Button
from habitcoach.ui.widgets.labels import Label
from habitcoach.ui.widgets.spins import time_edit

_SUGGESTED = timedelta(minutes=30)


class AskingFace(Face):
    """A question with one field, *Back*, and a button that answers."""

    back = Signal()

    def __init__(self, look: Look, name: str, question: str, field: QWidget) -> None:
        super().__init__(look, name)
        theme = look.theme
        self.field = field
        field.setAccessibleName(question)
        self.body.addWidget(Label(look, question, "body_strong"))
        self.body.addSpacing(theme.space(3))
        self.body.addWidget(field)
        self.body.addSpacing(theme.space(3))
        self.foot = QHBoxLayout()
        self.foot.setSpacing(theme.space(2))
        self.body.addLayout(self.foot)
        self._back = Button(look, tr("Back"), "quiet")
        self._back.setObjectName("back")
        self._back.clicked.connect(self.back)

    def _end_with(self, remark: str, answer: Button) -> None:
        said = Label(self._look, remark, "small", "text2", wrap=True)
        self.foot.addWidget(said, 1, Qt.AlignmentFlag.AlignVCenter)
        self.foot.addWidget(self._back)
        self.foot.addWidget(answer)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.back.emit()
        else:
            super().keyPressEvent(event)


class ReasonFace(AskingFace):
    """Asks what got in the way. An empty answer is one, too."""

    answered = Signal(str)

    def __init__(self, look: Look) -> None:
        field = QLineEdit()
        field.setObjectName("skip_note")
        field.setMaxLength(MAX_NOTE)
        super().__init__(look, "face_reason", tr("What got in the way?"), field)
        skip = Button(look, tr("Skip"), "primary")
        skip.setObjectName("skip_other_send")
        self._end_with(tr("Stays on this computer."), skip)
        skip.clicked.connect(lambda: self.answered.emit(field.text()))
        field.returnPressed.connect(lambda: self.answered.emit(field.text()))


class TimeFace(AskingFace):
    """Asks for a time: to snooze until, or to promise anew."""

    answered = Signal(int)  #: minutes from now
    named = Signal(object)  #: the wall time itself, a `time`

    def __init__(self, look: Look, now: Callable[[], datetime], question: str = "", word: str = "") -> None:
        later = now() + _SUGGESTED
        asked = question or tr("Snooze until")
        self._time = time_edit("snooze_time", asked, later.time())
        super().__init__(look, "face_time", asked, self._time)
        self._now = now
        send = Button(look, word or tr("Snooze"), "primary")
        send.setObjectName("snooze_other_send")
        self._end_with("", send)
        send.clicked.connect(self._send)

    def _send(self) -> None:
        wished = self._time.time()
        self.named.emit(time(wished.hour(), wished.minute()))
        self.answered.emit(self.minutes())

    def minutes(self) -> int:
        """Return how long it is until the time, at least a minute; one that has passed means tomorrow's."""
        wished, now = self._time.time(), self._now()
        until = now.replace(hour=wished.hour(), minute=wished.minute(), second=0, microsecond=0)
        if until <= now:
            until += timedelta(days=1)
        # Instants, not wall times: a zone change in between counts.
        return max(1, round((until.timestamp() - now.timestamp()) / 60))
