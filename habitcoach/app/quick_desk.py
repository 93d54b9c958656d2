"""The quick desk: what is typed into the quick bar, and what it means."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime

from PySide6.QtCore import QObject
from PySide6.QtGui import QCursor, QGuiApplication, QKeySequence

from habitcoach.app.answering import Answering
from habitcoach.app.hard_ones import HardOnes
from habitcoach.app.intents import habit_of
from habitcoach.app.key_desk import KeyDesk
from habitcoach.app.parts import Parts
from habitcoach.app.quick_outcome import QuickOutcome
from habitcoach.bus import SessionBus
from habitcoach.coaching.habit_views import HabitView
from habitcoach.coaching.offers import HardOne
from habitcoach.coaching.promise_offer import PromiseOffer, promise_offer
from habitcoach.coaching.quick import (
    Found,
    FoundHabit,
    FoundHelp,
    FoundPromise,
    NewPromise,
    asks_for_help,
    found_by,
    help_by,
    promise_in,
)
from habitcoach.coaching.today_view import TodayView
from habitcoach.coaching.views import OccasionView
from habitcoach.core.entry import SkipReason, Source
from habitcoach.core.fields import clean_line
from habitcoach.desktop.foreground import Foreground
from habitcoach.texts.language import tr
from habitcoach.ui.keys import Act, install
from habitcoach.ui.quick_bar import QuickBar, QuickStrip
from habitcoach.ui.quick_bar.choice_rows import Choice, skip_rows, snooze_rows
from habitcoach.ui.quick_bar.rows import Hints, help_hint, row_of
from habitcoach.ui.waiting import Waiting, in_order, title_of
from habitcoach.ui.widgets.key_cap import cap_text

_HERE = Source.QUICK


class QuickDesk(QObject):
    """Opens the bar, says what is meant by what is typed, and carries it to the coach."""

    def __init__(self, parts: Parts, bus: SessionBus, answering: Answering, hard_ones: HardOnes) -> None:
        super().__init__()
        self._coach = parts.coach
        self._attempts = parts.attempts
        self._window = parts.window
        self._card = parts.card
        self._now = parts.local_now
        self._intents = answering.intents
        self._promising = answering.promising
        self._hard_ones = hard_ones
        self._bar = QuickBar(parts.look)
        self._outcome = QuickOutcome(parts)
        self._today: TodayView | None = None
        self._habits: tuple[HabitView, ...] = ()
        self._offer: PromiseOffer | None = None
        self._begun = self._wanted = False
        on_x = QGuiApplication.platformName() == "xcb"
        self._front = Foreground(parts.environment.get("DISPLAY", "") if on_x else "")
        self._key = KeyDesk(parts, bus, self)
        self._key.pressed.connect(self.open)
        install(parts.window, {Act.QUICK_BAR: self.open})
        parts.tray.wants.quick_bar.connect(self.open)
        answering.answers.tell(_HERE, self._outcome.tell)
        answering.answers.on_undo(self._outcome.strip.hide)
        self._wire()

    def _wire(self) -> None:
        bar = self._bar
        bar.typed.connect(self._look_up)
        bar.chosen.connect(self._choose)
        bar.answered.connect(self._answer_card)
        bar.off_answered.connect(self._answer_off)
        bar.back.connect(lambda: self._look_up(bar.text))
        bar.undo.connect(self._undo)
        bar.left.connect(self._left)

    # ---- its life

    @property
    def bar(self) -> QuickBar:
        """The bar."""
        return self._bar

    @property
    def strip(self) -> QuickStrip:
        """What shows the reward."""
        return self._outcome.strip

    @property
    def key(self) -> KeyDesk:
        """The key that opens the bar from any program."""
        return self._key

    def take_key(self) -> None:
        """Take the key, before the log is read: pressed that early, it opens the bar as soon as it can."""
        self._key.begin()

    def begin(self) -> None:
        """From now on, once the log has been read, the bar can open; at once if that was asked for before."""
        self._begun = True
        if self._wanted:
            self.open()

    def stop(self) -> None:
        """Give the key back and take the bar away."""
        self._key.stop()
        self._bar.hide()
        self._outcome.forget()

    def open(self) -> None:
        """Open the bar over whatever the agent works in."""
        if not self._begun:
            self._wanted = True
            return
        if self._bar.isVisible():
            self._front.bring(int(self._bar.winId()))
        else:
            self._attempts.run(self._open)

    def _open(self) -> None:
        self._today = self._coach.today()
        self._habits = tuple(self._coach.habits.all())
        self._outcome.forget()
        self._front.remember()
        screen = QGuiApplication.screenAt(QCursor.pos()) or QGuiApplication.primaryScreen()
        self._bar.open_on(screen.availableGeometry())
        self._front.bring(int(self._bar.winId()))

    def _left(self, by_key: bool) -> None:  # noqa: FBT001  # a signal's argument
        self._outcome.place = self._bar.box
        if by_key:
            self._front.give_back()

    # ---- what is typed

    def _look_up(self, text: str) -> None:
        today = self._today
        if today is None:
            return
        self._offer = None
        if asks_for_help(text):
            self._attempts.run(lambda: self._show(help_by(text, self._hard_ones.found())))
            return
        found = found_by(text, today, self._habits)
        self._show(found)
        if found and isinstance(found[0], NewPromise):
            wished = found[0]
            self._attempts.run(lambda: self._consider(wished))

    def _consider(self, wished: NewPromise) -> None:
        """Show what a promise would be; a time outside the shifts is asked about."""
        if self._bar.text and wished == promise_in(clean_line(self._bar.text)):
            self._offer = promise_offer(wished.wall, self._coach.agenda())
            if self._offer.off_duty:
                self._bar.show_off_duty(self._offer)
            else:
                self._show((wished,))

    def _show(self, found: Sequence[Found]) -> None:
        text = self._bar.text
        rows = [row_of(one, self._offer) for one in found]
        self._bar.show_rows(rows, () if text else self._card_hints(), self._nothing(text))

    def _nothing(self, text: str) -> str:
        if not text.strip():
            return ""
        return tr("No habit has these letters.")

    def _card_hints(self) -> Hints:
        """Return the keys that answer what waits on the card, else what to type after a hard one."""
        if not self._waiting():
            return (help_hint(),)
        return ((_key("Alt+D"), tr("done")), (_key("Alt+Z"), tr("snooze")), (_key("Alt+S"), tr("skip")))

    def _choose(self, meant: object, plain: bool) -> None:  # noqa: FBT001  # a signal's argument
        if isinstance(meant, FoundHabit):
            self._log(meant, plain=plain)
        elif not plain:
            return
        elif isinstance(meant, FoundPromise):
            promise = meant.promise
            self._answering(lambda: self._promising.keep(promise.promise_id, promise.slot, _HERE))
        elif isinstance(meant, FoundHelp):
            self._help(meant.one)
        elif isinstance(meant, NewPromise):
            self._attempts.run(lambda: self._decide(meant))
        elif isinstance(meant, Choice):
            self._answering(lambda: self._give(meant))

    def _log(self, found: FoundHabit, *, plain: bool) -> None:
        habit, counter = found.habit_id, found.counter
        if found.rate:
            self._answering(lambda: self._intents.count(habit, _HERE, hit=plain))
        elif plain and counter is not None and counter.contact:
            self._answering(lambda: self._intents.count(habit, _HERE, hit=True))
        elif plain:
            self._answering(lambda: self._intents.done(habit, found.slot, _HERE))

    def _help(self, one: HardOne) -> None:
        number = one.habit_id
        if number is None:
            self._answering(lambda: self._hard_ones.add_and_do(one.template_id, _HERE))
        else:
            self._answering(lambda: self._hard_ones.done(number, _HERE))

    def _answering(self, act: Callable[[], object]) -> None:
        """Close the bar, then give an answer: the agent goes on with what they were at."""
        self._bar.leave(by_key=True)
        self._outcome.expect()
        act()

    # ---- promises

    def _answer_off(self, answer: str) -> None:
        offer = self._offer
        if offer is None:
            return
        if answer == "hand_over":
            self._bar.leave(by_key=True)
            self._outcome.show_words(tr("Hand it over. Nothing is kept here."))
        elif answer == "instead" and offer.instead is not None:
            self._promise(offer.instead)
        else:
            self._promise(offer.due_at)

    def _decide(self, wished: NewPromise) -> None:
        """Make a promise, or ask about it: Enter may come before it is known what it would be."""
        offer = self._offer or promise_offer(wished.wall, self._coach.agenda())
        if offer.off_duty:
            self._consider(wished)
        else:
            self._promise(offer.due_at)

    def _promise(self, due: datetime) -> None:
        wished = promise_in(clean_line(self._bar.text))
        ticket = "" if wished is None else wished.ticket
        self._answering(lambda: self._promising.make_at(due.astimezone(UTC), ticket, self._outcome.say))

    # ---- the open card

    def _waiting(self) -> tuple[Waiting, ...]:
        """Return what the keys with Alt are about: what is on the card, else what waits first."""
        card = self._card
        if card.isVisible() and card.waiting:
            return card.waiting
        today = self._today
        return () if today is None else in_order([*today.waiting, *today.waiting_promises])[:1]

    def _answer_card(self, answer: str) -> None:
        waiting = self._waiting()
        if not waiting:
            return
        today = self._today
        end = None if today is None or today.shift is None else today.shift.end
        title = title_of(waiting[0]) if len(waiting) == 1 else ""
        if answer == "done":
            self._answering(lambda: self._done_all(waiting))
        elif answer == "snooze":
            self._bar.show_choices(snooze_rows(self._now(), end, title))
        elif any(isinstance(one, OccasionView) for one in waiting):
            self._bar.show_choices(skip_rows(title))

    def _done_all(self, waiting: Sequence[Waiting]) -> None:
        for one in waiting:
            self._promising.done(one.subject, one.slot, _HERE)

    def _give(self, choice: Choice) -> None:
        for one in self._waiting():
            if choice.reason is None:
                self._promising.put_off(one.subject, one.slot, choice.wait, _HERE)
            elif isinstance(one, OccasionView):
                reason: SkipReason = choice.reason
                self._intents.skip(habit_of(one.subject), one.slot, reason.value, "", _HERE)

    def _undo(self) -> None:
        self._answering(self._window.undo.emit)
        # In its turn, unless the undo was refused: that has been said.
        self._attempts.run(lambda: self._outcome.say(tr("Taken back.")))


def _key(keys: str) -> str:
    return cap_text(QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText))
