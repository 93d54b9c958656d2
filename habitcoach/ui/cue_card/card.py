"""The cue card: one at a time, it shows what waits, asks, and pays the reward."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, time
from enum import StrEnum

from PySide6.QtCore import QPoint, QRect, QSize, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QCursor, QGuiApplication
from PySide6.QtWidgets import QWidget

from habitcoach.coaching.views import DeliveryView, OccasionView, PromiseView, RewardView, ShiftCardView
from habitcoach.core.entry import SkipReason
from habitcoach.texts.language import tr
from habitcoach.ui.cue_card.answers import Answers
from habitcoach.ui.cue_card.asking_face import ReasonFace, TimeFace
from habitcoach.ui.cue_card.countdown import Countdown
from habitcoach.ui.cue_card.due_face import DueFace
from habitcoach.ui.cue_card.joined_face import JoinedFace
from habitcoach.ui.cue_card.notice_face import NoticeFace
from habitcoach.ui.cue_card.promise_face import PromiseFace
from habitcoach.ui.cue_card.promise_rows import PromiseAnswers
from habitcoach.ui.cue_card.shift_face import ShiftFace
from habitcoach.ui.cue_card.surface import Surface
from habitcoach.ui.cue_card.wording import passed_title
from habitcoach.ui.look import Look
from habitcoach.ui.placement import BOTTOM_RIGHT, Corner, corner_place, nearest_corner
from habitcoach.ui.reward_moment import RewardMoment
from habitcoach.ui.waiting import Waiting, in_order

Key = tuple[str, str]


class State(StrEnum):
    """What the card is showing."""

    EMPTY = "empty"
    WAITING = "waiting"  #: one cue or several, with their answers
    ASKING = "asking"  #: a reason or a time; it has the keyboard
    NOTICE = "notice"
    REWARD = "reward"


class CueCard(Surface):
    """The card for cues. It emits what the agent wants and changes when told what came of it."""

    done = Signal(str, str)  #: subject, slot
    done_all = Signal()
    snooze = Signal(str, str, object)  #: subject, slot, minutes or "end"
    skip = Signal(str, str, str, str)  #: subject, slot, reason, note
    retime = Signal(str, object)  #: subject of a promise, the wall time it is to have
    drop = Signal(str, str)  #: subject of a promise, slot
    got_it = Signal()  #: the plans on the start card are read
    estimated = Signal(int, str)  #: habit id, and a word of ESTIMATES
    counted = Signal(int, int)  #: habit id, and how often
    too_few = Signal(int)  #: habit id: too few contacts to judge
    undo = Signal()
    reward_taken = Signal(int)
    change_habit = Signal(int)
    dismissed = Signal()  #: gone without an answer; what it showed still waits in the tray

    def __init__(self, look: Look, now: Callable[[], datetime]) -> None:
        super().__init__(look, look.theme.size("cue_card_width"))
        self.setObjectName("cue_card")
        self.setWindowTitle(tr("Cue"))
        self._now = now
        self._waiting: dict[Key, Waiting] = {}
        self._shift_card: ShiftCardView | None = None
        self._shift_end: datetime | None = None
        self._state = State.EMPTY
        self._remembered: QPoint | None = None
        self._tray = QRect()
        self._clock = Countdown(self)
        self._clock.ended.connect(self._on_time_up)
        self._hold_ms = 0
        self._rest = QPoint()  # where the pointer was when the face appeared
        self.hovered.connect(self._on_hovered)
        self.placed.connect(self._on_placed)

    @property
    def state(self) -> State:
        """What the card is showing."""
        return State.EMPTY if self.leaving else self._state

    @property
    def waiting(self) -> tuple[Waiting, ...]:
        """The cues and promises the card is about, by due time."""
        return in_order(self._waiting.values())

    @property
    def keys(self) -> set[Key]:
        """Subject and slot of all that waits on it."""
        asking = () if self._shift_card is None else self._shift_card.asking
        return self._waiting.keys() | {(one.subject, one.slot) for one in asking}

    def set_tray_geometry(self, tray: QRect) -> None:
        """Say where the tray icon is, in global coordinates; an empty rectangle if nobody knows."""
        self._tray = tray

    def set_remembered_place(self, place: QPoint | None) -> None:
        """Say where the agent dragged the card before; None for the corner."""
        self._remembered = place

    def show_delivery(self, view: DeliveryView, shift_end: datetime | None = None) -> None:
        """Show a delivery; one that comes while the card is open joins it.

        `shift_end` ends the snoozes that can be chosen.
        """
        open_already = self.state is not State.EMPTY
        if not open_already:
            self._waiting.clear()
            self._shift_card = None
        if view.card is not None:
            self._shift_card = view.card
        self._shift_end = shift_end
        self._waiting |= {(one.subject, one.slot): one for one in in_order([*view.occasions, *view.promises])}
        if self.state in {State.ASKING, State.REWARD, State.NOTICE}:
            return  # it comes when that is over; what the agent types is not taken from under them
        if view.passed:
            self._show_notice(passed_title(view), tr("They are listed under Today."), undoable=False)
            return
        self._show_waiting()

    def show_reward(self, view: RewardView, line: str) -> None:
        """Become the reward moment; `line` is its one sentence."""
        moment = RewardMoment(self._look)
        moment.taken.connect(self.reward_taken)
        moment.undo.connect(self._on_undo)
        moment.ended.connect(self._on_time_up)
        moment.closed.connect(self._next_or_hide)
        if self._state is State.WAITING and self.isVisible():
            # The same card, the same size: only a milestone grows.
            moment.setMinimumHeight(self.box.height())
        moment.show_reward(view, line)
        self._put(moment, State.REWARD, -1, fade=True)

    def show_skipped(self, text: str, detail: str = "") -> None:
        """Say what was skipped, with *Undo*, for four seconds."""
        self._show_notice(text, detail, undoable=True)

    def close_for(self, subject: str, slot: str) -> None:
        """Forget a cue that was answered, here or elsewhere."""
        key = (subject, slot)
        if key not in self.keys:
            return
        self._waiting.pop(key, None)
        if self._shift_card is not None:
            self._shift_card = _without(self._shift_card, key)
        if self._state is not State.WAITING:
            return
        # A reward or a notice may follow in this turn of the event loop; only then is the card at a loss.
        QTimer.singleShot(0, self, self._settle)

    def _settle(self) -> None:
        if self._state is State.WAITING and not self.leaving:
            self._next_or_hide()

    def _next_or_hide(self) -> None:
        if self.keys:
            self._show_waiting()
        else:
            self._hide()

    def _hide(self) -> None:
        self._clock.stop()
        self.accept_focus(accepted=False)
        self.withdraw()

    # what waits

    def _show_waiting(self) -> None:
        several = self.waiting
        if self._shift_card is not None:
            self._show_shift_card(self._shift_card, several)
            return
        self.set_width(self._look.theme.size("cue_card_width"))
        if len(several) == 1 and isinstance(several[0], PromiseView):
            self._show_promise(several[0])
            return
        answers = self._answers_for(several)
        face: DueFace | JoinedFace
        first = several[0]
        if len(several) == 1 and isinstance(first, OccasionView):
            one = first
            face = DueFace(self._look, one, answers)
            answers.done.connect(lambda: self.done.emit(one.subject, one.slot))
            answers.change_habit.connect(lambda: self._on_change(one))
        else:
            face = JoinedFace(self._look, several, self._now(), answers)
            face.done_one.connect(self.done)
            answers.done.connect(self.done_all)
        face.closed.connect(self._dismiss)
        self._put_waiting(face)

    def _show_shift_card(self, view: ShiftCardView, several: tuple[Waiting, ...]) -> None:
        self.set_width(self._look.theme.size("start_end_card_width"))
        answers = self._answers_for(several) if several else None
        if answers is not None:
            answers.done.connect(self.done_all)
        face = ShiftFace(self._look, view, several, answers)
        face.done_one.connect(self.done)
        face.got_it.connect(self.got_it)
        face.estimated.connect(self.estimated)
        face.counted.connect(self.counted)
        face.too_few.connect(self.too_few)
        face.closed.connect(self._dismiss)
        self._put_waiting(face)

    def _answers_for(self, several: tuple[Waiting, ...]) -> Answers:
        skippable = any(isinstance(one, OccasionView) for one in several)
        streaks = tuple(one.streak for one in several)
        answers = Answers(self._look, self._now, self._shift_end, streaks, skippable=skippable)
        answers.grown.connect(self.fit)
        answers.snooze.connect(self._on_snooze)
        answers.skip.connect(lambda reason: self._on_skip(reason, ""))
        answers.ask_reason.connect(self._ask_reason)
        answers.ask_time.connect(self._ask_time)
        return answers

    def _show_promise(self, one: PromiseView) -> None:
        answers = PromiseAnswers(self._look, self._now, self._shift_end, (one.streak,))
        answers.grown.connect(self.fit)
        answers.done.connect(lambda: self.done.emit(one.subject, one.slot))
        answers.snooze.connect(self._on_snooze)
        answers.ask_time.connect(self._ask_time)
        answers.retime.connect(lambda: self._ask_new_time(one))
        answers.drop.connect(lambda: self.drop.emit(one.subject, one.slot))
        face = PromiseFace(self._look, one, answers)
        face.closed.connect(self._dismiss)
        self._put_waiting(face)

    def _put_waiting(self, face: QWidget) -> None:
        self._put(face, State.WAITING, self._look.theme.motion("card_due_hold"))
        self.setAccessibleName(face.accessibleName())
        self._announce(face.accessibleName())

    def _on_snooze(self, minutes: object) -> None:
        for one in self.waiting:
            self.snooze.emit(one.subject, one.slot, minutes)

    def _on_skip(self, reason: str, note: str) -> None:
        for one in self.waiting:
            if isinstance(one, OccasionView):
                self.skip.emit(one.subject, one.slot, reason, note)

    def _on_change(self, one: OccasionView) -> None:
        self._hide()
        self.change_habit.emit(one.habit_id)

    def _dismiss(self) -> None:
        self._hide()
        self.dismissed.emit()

    # questions

    def _ask_reason(self) -> None:
        face = ReasonFace(self._look)
        face.answered.connect(self._on_reason)
        face.back.connect(self._on_back)
        self._ask(face, face.field)

    def _ask_time(self) -> None:
        face = TimeFace(self._look, self._now)
        face.answered.connect(self._on_time)
        face.back.connect(self._on_back)
        self._ask(face, face.field)

    def _ask_new_time(self, one: PromiseView) -> None:
        face = TimeFace(self._look, self._now, tr("Promise it for"), tr("Re-time"))
        face.named.connect(lambda wall: self._on_new_time(one, wall))
        face.back.connect(self._on_back)
        self._ask(face, face.field)

    def _on_new_time(self, one: PromiseView, wall: time) -> None:
        self._leave_question()
        self.retime.emit(one.subject, wall)

    def _ask(self, face: QWidget, field: QWidget) -> None:
        self._put(face, State.ASKING, -1)
        self.accept_focus(accepted=True)
        field.setFocus()

    def _on_reason(self, note: str) -> None:
        self._leave_question()
        self._on_skip(SkipReason.OTHER.value, note)

    def _on_time(self, minutes: int) -> None:
        self._leave_question()
        self._on_snooze(minutes)

    def _on_back(self) -> None:
        self._leave_question()
        self._next_or_hide()

    def _leave_question(self) -> None:
        self.accept_focus(accepted=False)
        self._state = State.WAITING

    # what came of it

    def _show_notice(self, text: str, detail: str, *, undoable: bool) -> None:
        face = NoticeFace(self._look, text, detail, undoable=undoable)
        face.undo.connect(self._on_undo)
        face.closed.connect(self._next_or_hide)
        motion = "skip_notice_hold" if undoable else "card_due_hold"
        self._put(face, State.NOTICE, self._look.theme.motion(motion))
        self._announce(face.accessibleName())

    def _on_undo(self) -> None:
        self._next_or_hide()
        self.undo.emit()

    def _on_hovered(self, inside: bool) -> None:  # noqa: FBT001 - a signal's argument
        # A pointer that merely lies where the card appears is not reading it.
        self._clock.hold(held=inside and QCursor.pos() != self._rest)

    def _on_time_up(self) -> None:
        read = self.underMouse() and QCursor.pos() != self._rest
        if read and self._state is not State.REWARD:
            # It moved on the card without having entered it since: once more from the start.
            self._rest = QCursor.pos()
            self._clock.start(self._hold_ms)
        elif self._state is State.WAITING:
            self._dismiss()
        else:
            self._next_or_hide()

    # the window

    def _put(self, face: QWidget, state: State, hold_ms: int, *, fade: bool = False) -> None:
        self._rest = QCursor.pos()
        self._clock.hold(held=False)
        self._hold_ms = hold_ms
        self.set_face(face, fade=fade)
        self._state = state
        if not self.isVisible() or self.leaving:
            self.present(*self._place())
        self._clock.start(hold_ms)

    def _place(self) -> tuple[QRect, Corner]:
        """Return where the card goes: where it was dragged, near the tray, or bottom right at the pointer."""
        margin = self._look.theme.size("popup_screen_margin")
        size = QSize(self.box.size())
        if self._remembered is not None:
            screen = QGuiApplication.screenAt(self._remembered)
            if screen is not None:
                middle = screen.availableGeometry().center()
                box = QRect(self._remembered, size)
                at = box.center()
                return box, Corner(right=at.x() >= middle.x(), bottom=at.y() >= middle.y())
        known = not self._tray.isEmpty()
        pointed = QGuiApplication.screenAt(self._tray.center() if known else QCursor.pos())
        screen = pointed or QGuiApplication.primaryScreen()
        corner = nearest_corner(screen.geometry(), self._tray) if known else BOTTOM_RIGHT
        return corner_place(screen.availableGeometry(), size, corner, margin), corner

    def _on_placed(self, place: QPoint) -> None:
        self._remembered = place

    def _announce(self, text: str) -> None:
        # Once, politely: it waits until the screen reader has finished its sentence.
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))


def _without(view: ShiftCardView, key: Key) -> ShiftCardView | None:
    """Return a shift's card without a contact habit that was answered; None when it asks nothing else."""
    left = tuple(one for one in view.contacts if (one.subject, one.slot) != key)
    found = replace(view, contacts=left)
    return found if found.asking else None
