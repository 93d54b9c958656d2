"""Making the faces that wait for an answer, each connected to what its buttons mean."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Signal

from habitcoach.coaching.card_views import ShiftCardView
from habitcoach.coaching.views import OccasionView, PromiseView
from habitcoach.ui.cue_card.answers import Answers
from habitcoach.ui.cue_card.face import Face
from habitcoach.ui.cue_card.joined_face import JoinedFace
from habitcoach.ui.cue_card.promise_rows import PromiseAnswers
from habitcoach.ui.cue_card.questions import Questions
from habitcoach.ui.cue_card.shift_face import ShiftFace
from habitcoach.ui.cue_card.single_face import SingleFace
from habitcoach.ui.look import Look
from habitcoach.ui.waiting import Waiting


class Faces(QObject):
    """One cue or promise, several of them, or a shift's card."""

    done = Signal(str, str)  #: subject, slot
    done_all = Signal()
    snoozed = Signal(object)  #: all of them, by minutes or to the "end"
    skipped = Signal(str)  #: all cues, for a SkipReason
    drop = Signal(str, str)  #: subject of a promise, slot
    change = Signal(object)  #: OccasionView
    got_it = Signal()
    estimated = Signal(int, str)  #: habit id, and a word of ESTIMATES
    counted = Signal(int, int)  #: habit id, and how often
    too_few = Signal(int)  #: habit id
    line_typed = Signal(object, str)  #: work date, and what worked on it
    typing_wanted = Signal(object)  #: the ShiftFace on which the agent wants to write
    review = Signal(str)  #: a week
    review_later = Signal(str)
    absence_answered = Signal(bool, object)  #: worked or off, and the dates
    closed = Signal()
    grown = Signal()  #: the face needs another height

    def __init__(
        self, look: Look, now: Callable[[], datetime], questions: Questions, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._now = now
        self._questions = questions
        self.shift_end: datetime | None = None  #: it ends the snoozes that can be chosen

    def make(self, several: tuple[Waiting, ...], card: ShiftCardView | None) -> Face:
        """Return the face for all that waits."""
        if card is not None:
            return self._shift(card, several)
        return self._single(several[0]) if len(several) == 1 else self._joined(several)

    def _single(self, one: Waiting) -> Face:
        answers = self._promise_answers(one) if isinstance(one, PromiseView) else self._answers((one,))
        answers.done.connect(lambda: self.done.emit(one.subject, one.slot))
        if isinstance(one, OccasionView):
            answers.change_habit.connect(lambda: self.change.emit(one))
        face = SingleFace(self._look, one, answers)
        face.closed.connect(self.closed)
        return face

    def _joined(self, several: tuple[Waiting, ...]) -> Face:
        answers = self._answers(several)
        answers.done.connect(self.done_all)
        face = JoinedFace(self._look, several, self._now(), answers)
        face.done_one.connect(self.done)
        face.closed.connect(self.closed)
        return face

    def _shift(self, view: ShiftCardView, several: tuple[Waiting, ...]) -> Face:
        answers = self._answers(several) if several else None
        if answers is not None:
            answers.be_compact()
            answers.done.connect(self.done_all)
        face = ShiftFace(self._look, view, several, answers)
        face.done_one.connect(self.done)
        face.got_it.connect(self.got_it)
        face.estimated.connect(self.estimated)
        face.counted.connect(self.counted)
        face.too_few.connect(self.too_few)
        face.line_typed.connect(self.line_typed)
        face.typing_wanted.connect(lambda: self.typing_wanted.emit(face))
        face.review.connect(self.review)
        face.review_later.connect(self.review_later)
        face.absence_answered.connect(self.absence_answered)
        face.closed.connect(self.closed)
        return face

    def _answers(self, several: tuple[Waiting, ...]) -> Answers:
        skippable = any(isinstance(one, OccasionView) for one in several)
        streaks = tuple(one.streak for one in several)
        answers = Answers(self._look, self._now, self.shift_end, streaks, skippable=skippable)
        answers.skip.connect(self.skipped)
        answers.ask_reason.connect(self._questions.ask_reason)
        return self._snoozing(answers)

    def _promise_answers(self, one: PromiseView) -> Answers:
        answers = PromiseAnswers(self._look, self._now, self.shift_end, (one.streak,))
        answers.retime.connect(lambda: self._questions.ask_new_time(one))
        answers.drop.connect(lambda: self.drop.emit(one.subject, one.slot))
        return self._snoozing(answers)

    def _snoozing(self, answers: Answers) -> Answers:
        answers.grown.connect(self.grown)
        answers.snooze.connect(self.snoozed)
        answers.ask_time.connect(self._questions.ask_time)
        return answers
