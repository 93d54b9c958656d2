"""What the card asks with a field: a reason, a time to snooze until, another time for a promise."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from habitcoach.coaching.views import PromiseView
from habitcoach.texts.language import tr
from habitcoach.ui.cue_card.asking_face import AskingFace, ReasonFace, TimeFace
from habitcoach.ui.look import Look


class Questions(QObject):
    """Makes the faces, and says what was answered. `left` comes first, with every answer."""

    asked = Signal(QWidget, QWidget)  #: the face to show, and its field
    left = Signal()  #: the question is over
    back = Signal()  #: it was not answered
    reason = Signal(str)
    until = Signal(int)  #: minutes from now
    retimed = Signal(str, object)  #: subject of a promise, the wall time it is to have

    def __init__(self, look: Look, now: Callable[[], datetime], parent: QObject) -> None:
        super().__init__(parent)
        self._look = look
        self._now = now

    def ask_reason(self) -> None:
        """Ask what got in the way."""
        face = ReasonFace(self._look)
        face.answered.connect(lambda note: self._end(lambda: self.reason.emit(note)))
        self._ask(face)

    def ask_time(self) -> None:
        """Ask until when to snooze."""
        face = TimeFace(self._look, self._now)
        face.answered.connect(lambda minutes: self._end(lambda: self.until.emit(minutes)))
        self._ask(face)

    def ask_new_time(self, one: PromiseView) -> None:
        """Ask when a promise is to be due instead."""
        face = TimeFace(self._look, self._now, tr("Promise it for"), tr("Re-time"))
        face.named.connect(lambda wall: self._end(lambda: self.retimed.emit(one.subject, wall)))
        self._ask(face)

    def _ask(self, face: AskingFace) -> None:
        face.back.connect(lambda: self._end(self.back.emit))
        self.asked.emit(face, face.field)

    def _end(self, answer: Callable[[], object]) -> None:
        self.left.emit()
        answer()
