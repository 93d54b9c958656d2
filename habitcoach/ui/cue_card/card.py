"""The cue card: one at a time, it shows what waits, asks, and pays the reward."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QPoint, QRect, QSize, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QCursor, QGuiApplication
from PySide6.QtWidgets import QWidget

from habitcoach.coaching.answer_views import RewardView
from habitcoach.coaching.today_view import DeliveryView
from habitcoach.coaching.views import OccasionView
from habitcoach.core.entry import SkipReason
from habitcoach.core.prompt import REVIEW
from habitcoach.texts.language import tr
from habitcoach.ui.cue_card.contents import Contents
from habitcoach.ui.cue_card.countdown import Countdown
from habitcoach.ui.cue_card.faces import Faces
from habitcoach.ui.cue_card.notice_face import NoticeFace
from habitcoach.ui.cue_card.questions import Questions
from habitcoach.ui.cue_card.shift_face import ShiftFace
from habitcoach.ui.cue_card.standing_place import standing_place
from habitcoach.ui.cue_card.state import State
from habitcoach.ui.cue_card.surface import Surface
from habitcoach.ui.cue_card.wording import passed_title
from habitcoach.ui.look import Look
from habitcoach.ui.placement import Corner, clear_of
from habitcoach.ui.reward_moment import RewardMoment
from habitcoach.ui.waiting import RowKey, Waiting


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
    rated = Signal(int, bool)  #: reward id, whether it was worth it
    change_habit = Signal(int)
    line_typed = Signal(object, str)  #: work date, and what worked on it
    review = Signal(str)  #: the week whose review is wanted now
    review_later = Signal(str)  #: … or with the next shift
    absence_answered = Signal(bool, object)  #: worked or off, and the dates
    dismissed = Signal()  #: gone without an answer; what it showed still waits in the tray

    def __init__(self, look: Look, now: Callable[[], datetime]) -> None:
        super().__init__(look, look.theme.size("cue_card_width"))
        self.setObjectName("cue_card")
        self.setWindowTitle(tr("Cue"))
        self._now = now
        self._contents = Contents()
        self._writing: ShiftFace | None = None  # the end card while the agent writes on it
        self._state = State.EMPTY
        self._announced = ""
        self._remembered: QPoint | None = None
        self._due_ms: int | None = None
        self._tray = QRect()
        self._taken: Callable[[], QRect] = QRect
        self._clock = Countdown(self)
        self._clock.ended.connect(self._on_time_up)
        self._hold_ms = 0
        self._rest = QPoint()  # where the pointer was when the face appeared
        self._questions = Questions(look, now, self)
        self._questions.asked.connect(self._ask)
        self._questions.left.connect(self._leave_question)
        self._questions.back.connect(self._next_or_hide)
        self._questions.reason.connect(lambda note: self._on_skip(SkipReason.OTHER.value, note))
        self._questions.until.connect(self._on_snooze)
        self._questions.retimed.connect(self.retime)
        self._faces = self._connected(Faces(look, now, self._questions, self))
        self.hovered.connect(self._on_hovered)
        self.placed.connect(self._on_placed)

    def _connected(self, faces: Faces) -> Faces:
        for one, other in (
            (faces.done, self.done),
            (faces.done_all, self.done_all),
            (faces.snoozed, self._on_snooze),
            (faces.skipped, self._on_skip),
            (faces.drop, self.drop),
            (faces.change, self._on_change),
            (faces.got_it, self.got_it),
            (faces.estimated, self.estimated),
            (faces.counted, self.counted),
            (faces.too_few, self.too_few),
            (faces.line_typed, self._on_line),
            (faces.typing_wanted, self._on_typing),
            (faces.review, self._on_review),
            (faces.review_later, self._on_later),
            (faces.absence_answered, self.absence_answered),
            (faces.closed, self._dismiss),
            (faces.grown, self.fit),
        ):
            one.connect(other)
        return faces

    @property
    def state(self) -> State:
        """What the card is showing."""
        return State.EMPTY if self.leaving else self._state

    @property
    def waiting(self) -> tuple[Waiting, ...]:
        """The cues and promises the card is about, by due time."""
        return self._contents.waiting

    @property
    def keys(self) -> set[RowKey]:
        """Subject and slot of all that waits on it."""
        return self._contents.keys

    def set_tray_geometry(self, tray: QRect) -> None:
        """Say where the tray icon is, in global coordinates; an empty rectangle if nobody knows."""
        self._tray = tray

    def keep_clear_of(self, taken: Callable[[], QRect]) -> None:
        """Have the card cover nothing of what `taken` returns when it comes; it may be empty."""
        self._taken = taken

    def stay_for(self, seconds: int) -> None:
        """Have cues stay so long before they wait in the tray; one that is up keeps its time."""
        self._due_ms = 1000 * seconds

    def _stays(self) -> int:
        return self._look.theme.motion("card_due_hold") if self._due_ms is None else self._due_ms

    def set_remembered_place(self, place: QPoint | None) -> None:
        """Say where the agent dragged the card before; None for the corner."""
        self._remembered = place

    def show_delivery(self, view: DeliveryView, shift_end: datetime | None = None) -> None:
        """Show a delivery; one that comes while the card is open joins it.

        `shift_end` ends the snoozes that can be chosen.
        """
        if self.state is State.EMPTY:
            self._contents.clear()
        self._contents.take(view)
        self._faces.shift_end = shift_end
        if self.state in {State.ASKING, State.REWARD, State.NOTICE} or self._is_typing:
            return  # it comes when that is over; what the agent types is not taken from under them
        if view.passed:
            self._show_notice(passed_title(view), tr("They are listed under Today."), undoable=False)
            return
        self._show_waiting()

    def show_reward(self, view: RewardView, line: str) -> None:
        """Become the reward moment; `line` is its one sentence."""
        moment = RewardMoment(self._look)
        moment.taken.connect(self.reward_taken)
        moment.rated.connect(self.rated)
        moment.shrunk.connect(self.fit)
        moment.undo.connect(self._on_undo)
        moment.ended.connect(self._on_time_up)
        moment.closed.connect(self._next_or_hide)
        if self._state is State.WAITING and self.isVisible() and self._contents.shift_card is None:
            # The same card, the same size: only a milestone grows. A shift's card is far larger.
            moment.setMinimumHeight(self.box.height())
        moment.show_reward(view, line)
        self._put(moment, State.REWARD, -1, fade=True)

    def end_reward(self) -> None:
        """Show a reward no longer: what earned it is undone."""
        if self.state is State.REWARD:
            self._next_or_hide()

    def show_skipped(self, text: str, detail: str = "") -> None:
        """Say what was skipped, with *Undo*, for four seconds."""
        self._show_notice(text, detail, undoable=True)

    def close_for(self, subject: str, slot: str) -> None:
        """Forget a cue that was answered, here or elsewhere."""
        key = (subject, slot)
        if key not in self.keys:
            return
        self._contents.forget(key)
        if self._state is not State.WAITING:
            return
        # A reward or a notice may follow in this turn of the event loop; only then is the card at a loss.
        QTimer.singleShot(0, self, self._settle)

    def _settle(self) -> None:
        if self._state is State.WAITING and not self.leaving and not self._is_typing:
            self._next_or_hide()

    def _next_or_hide(self) -> None:
        if self._contents.is_worth_showing:
            self._show_waiting()
        else:
            self._hide()

    def _hide(self) -> None:
        self._save_line()
        self._clock.stop()
        self.accept_focus(accepted=False)
        self.withdraw()

    @property
    def _is_typing(self) -> bool:
        """Whether the agent writes on the end card; nothing else may come before that is over."""
        return self._writing is not None and self._writing.typing

    def _save_line(self) -> None:
        face, self._writing = self._writing, None
        if face is not None:
            face.save_line()

    # what waits

    def _show_waiting(self) -> None:
        self._save_line()
        card = self._contents.shift_card
        width = "cue_card_width" if card is None else "start_end_card_width"
        self.set_width(self._look.theme.size(width))
        face = self._faces.make(self.waiting, card)
        self._put(face, State.WAITING, self._stays())
        self.setAccessibleName(face.accessibleName())
        self._announce(face.accessibleName())

    def _on_later(self, week: str) -> None:
        self.close_for(REVIEW, week)
        self.review_later.emit(week)

    def _on_typing(self, face: ShiftFace) -> None:
        """Take the keyboard, because the agent asked for it, and stay until closed."""
        self._writing = face
        self._clock.stop()
        self.accept_focus(accepted=True)

    def _on_line(self, day: object, line: str) -> None:
        self._contents.write_line(line)
        self.line_typed.emit(day, line)

    def _on_review(self, week: str) -> None:
        self._hide()
        self.review.emit(week)

    def _on_snooze(self, minutes: object) -> None:
        for one in self.waiting:
            self.snooze.emit(one.subject, one.slot, minutes)

    def _on_skip(self, reason: str, note: str = "") -> None:
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

    def _ask(self, face: QWidget, field: QWidget) -> None:
        self._put(face, State.ASKING, -1)
        self.accept_focus(accepted=True)
        field.setFocus()

    def _leave_question(self) -> None:
        self.accept_focus(accepted=False)
        self._state = State.WAITING

    # what came of it

    def _show_notice(self, text: str, detail: str, *, undoable: bool) -> None:
        face = NoticeFace(self._look, text, detail, undoable=undoable)
        face.undo.connect(self._on_undo)
        face.closed.connect(self._next_or_hide)
        stays = self._look.theme.motion("skip_notice_hold") if undoable else self._stays()
        self._put(face, State.NOTICE, stays)
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
        self._save_line()  # the former face is about to go
        self._rest = QCursor.pos()
        self._clock.hold(held=False)
        self._hold_ms = hold_ms
        self.set_face(face, fade=fade)
        self._state = state
        if not self.isVisible() or self.leaving:
            self._announced = ""
            self.present(*self._place())
        self._clock.start(hold_ms)

    def _place(self) -> tuple[QRect, Corner]:
        margin = self._look.theme.size("popup_screen_margin")
        box, corner = standing_place(QSize(self.box.size()), self._remembered, self._tray, margin)
        screen = QGuiApplication.screenAt(box.center()) or self.screen()
        return clear_of(box, self._taken(), screen.availableGeometry(), margin), corner

    def _on_placed(self, place: QPoint) -> None:
        self._remembered = place

    def _announce(self, text: str) -> None:
        # Politely: it waits until the screen reader has finished its sentence. Once each time it comes up.
        if QAccessible.isActive() and text != self._announced:
            self._announced = text
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))
