"""The quick desk: what is typed into the quick bar, and the key that opens it from any program."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtGui import QCursor, QGuiApplication, QKeySequence

from habitcoach.app.answers import Answers
from habitcoach.app.attempts import Attempts
from habitcoach.app.intents import Intents, habit_of
from habitcoach.app.promising import Promising
from habitcoach.bus import SessionBus
from habitcoach.coaching.coach import Coach
from habitcoach.coaching.promise_offer import PromiseOffer, promise_offer
from habitcoach.coaching.quick import Found, FoundHabit, FoundPromise, NewPromise, found_by, promise_in
from habitcoach.coaching.quick_key import QUICK_KEY, chosen_combination
from habitcoach.coaching.views import HabitView, OccasionView, RewardView, TodayView
from habitcoach.core.entry import SkipReason, Source
from habitcoach.core.fields import clean_line
from habitcoach.desktop.foreground import Foreground
from habitcoach.desktop.global_key import GlobalKey, way_for
from habitcoach.desktop.key_way import KeyState
from habitcoach.texts.errors import sentence_for
from habitcoach.texts.language import tr
from habitcoach.ui.cue_card import CueCard
from habitcoach.ui.keys import Act, install
from habitcoach.ui.look import Look
from habitcoach.ui.main_window import MainWindow
from habitcoach.ui.quick_bar import QuickBar, QuickStrip
from habitcoach.ui.quick_bar.choice_rows import Choice, skip_rows, snooze_rows
from habitcoach.ui.quick_bar.rows import Hints, row_of
from habitcoach.ui.reward_strip import figures_text
from habitcoach.ui.tray import Tray
from habitcoach.ui.waiting import Waiting, in_order, title_of

_HERE = Source.QUICK


@dataclass(frozen=True, slots=True)
class QuickAround:
    """What the quick bar stands among."""

    look: Look
    window: MainWindow
    tray: Tray
    card: CueCard
    bus: SessionBus
    environment: Mapping[str, str]
    now: Callable[[], datetime]  #: in the agent's zone


class QuickDesk(QObject):
    """Opens the bar, says what is meant by what is typed, and carries it to the coach."""

    key_changed = Signal(str)  #: how the key stands, in a sentence; "" when it is on, or off

    def __init__(  # noqa: PLR0913, PLR0917  # all that an answer goes through
        self,
        coach: Coach,
        attempts: Attempts,
        around: QuickAround,
        intents: Intents,
        promising: Promising,
        answers: Answers,
    ) -> None:
        super().__init__()
        self._coach = coach
        self._attempts = attempts
        self._around = around
        self._intents = intents
        self._promising = promising
        self._bar = QuickBar(around.look)
        self._strip = QuickStrip(around.look)
        self._today: TodayView | None = None
        self._habits: tuple[HabitView, ...] = ()
        self._offer: PromiseOffer | None = None
        self._place = QRect()
        self._waits_for_answer = False
        self._begun = self._wanted = False
        platform = QGuiApplication.platformName()
        # On Wayland every window that comes takes the keyboard: there a notification says it.
        self._may_show = not platform.startswith("wayland")
        self._front = Foreground(around.environment.get("DISPLAY", "") if platform == "xcb" else "")
        self._key = GlobalKey(way_for(platform, around.environment, around.bus), self)
        self._key.pressed.connect(self.open)
        self._key.changed.connect(self._on_key)
        self._told = ""
        install(around.window, {Act.QUICK_BAR: self.open})
        around.tray.wants.quick_bar.connect(self.open)
        answers.tell(_HERE, self._tell)
        attempts.refused.connect(self._say)
        coach.settings.listen(self._heed)
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
        return self._strip

    @property
    def key_words(self) -> str:
        """How the key stands, in a sentence with its cure; "" when it is on, or off."""
        if self._key.state in {KeyState.ON, KeyState.OFF, KeyState.ASKING}:
            return ""
        keys = "" if self._key.keys is None else self._key.keys.text
        return sentence_for(self._key.state.value, keys=keys)

    def begin(self) -> None:
        """Take the key, once the log has been read; open the bar if that was asked for before."""
        self._begun = True
        self._attempts.run(lambda: self._heed(QUICK_KEY))
        if self._wanted:
            self.open()

    def stop(self) -> None:
        """Give the key back and take the bar away."""
        self._key.close()
        self._bar.hide()
        self._strip.hide()

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
        self._waits_for_answer = False
        self._strip.hide()
        self._front.remember()
        screen = QGuiApplication.screenAt(QCursor.pos()) or QGuiApplication.primaryScreen()
        self._bar.open_on(screen.availableGeometry())
        self._front.bring(int(self._bar.winId()))

    def _left(self, by_key: bool) -> None:  # noqa: FBT001  # a signal's argument
        self._place = self._bar.box
        if by_key:
            self._front.give_back()

    # ---- what is typed

    def _look_up(self, text: str) -> None:
        today = self._today
        if today is None:
            return
        found = found_by(text, today, self._habits)
        self._offer = None
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
        """Return the keys that answer what waits on the card."""
        if not self._waiting():
            return ()
        return ((_key("Alt+D"), tr("done")), (_key("Alt+Z"), tr("snooze")), (_key("Alt+S"), tr("skip")))

    def _choose(self, meant: object, plain: bool) -> None:  # noqa: FBT001  # a signal's argument
        if isinstance(meant, FoundHabit):
            self._log(meant, plain=plain)
        elif not plain:
            return
        elif isinstance(meant, FoundPromise):
            promise = meant.promise
            self._answering(lambda: self._promising.keep(promise.promise_id, promise.slot, _HERE))
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

    def _answering(self, act: Callable[[], object]) -> None:
        """Close the bar, then give an answer: the agent goes on with what they were at."""
        self._bar.leave(by_key=True)
        self._waits_for_answer = True
        act()

    # ---- promises

    def _answer_off(self, answer: str) -> None:
        offer = self._offer
        if offer is None:
            return
        if answer == "hand_over":
            self._bar.leave(by_key=True)
            self._show_words(tr("Hand it over. Nothing is kept here."))
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
        self._answering(lambda: self._promising.make_at(due.astimezone(UTC), ticket, self._say))

    # ---- the open card

    def _waiting(self) -> tuple[Waiting, ...]:
        """Return what the keys with Alt are about: what is on the card, else what waits first."""
        card = self._around.card
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
            self._bar.show_choices(snooze_rows(self._around.now(), end, title))
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
        self._answering(self._around.window.undo.emit)
        # In its turn, unless the undo was refused: that has been said.
        self._attempts.run(lambda: self._say(tr("Taken back.")))

    # ---- what came of it

    def _tell(self, reward: RewardView | None, words: str) -> bool:
        self._waits_for_answer = False
        if reward is None:
            self._show_words(words)
        elif self._may_show:
            self._strip.show_reward(reward, self._place)
        else:
            self._around.tray.message(reward.text or reward.habit, figures_text(reward))
        return True

    def _say(self, words: str) -> None:
        """Say why an answer given here was refused, or what came of it; others are none of ours."""
        if self._waits_for_answer:
            self._waits_for_answer = False
            self._show_words(words)

    def _show_words(self, words: str) -> None:
        if self._may_show:
            self._strip.show_words(words, self._place)
        else:
            self._around.tray.message(tr("HabitCoach"), words)

    # ---- the key

    def _heed(self, setting: str) -> None:
        if setting == QUICK_KEY and self._begun:
            self._key.choose(chosen_combination(self._coach.settings.value(QUICK_KEY)))

    def _on_key(self, state: KeyState) -> None:
        keys = self._key.keys
        self._around.tray.show_keys(keys.text if keys is not None and state is KeyState.ON else "")
        words = self.key_words
        self.key_changed.emit(words)
        # Where a desktop gives no program a key, Settings says so; a key that is taken is worth a line.
        if words and words != self._told and state in {KeyState.TAKEN, KeyState.NO_SUCH_KEY, KeyState.DENIED}:
            self._told = words
            self._around.window.show_notice(words)


def _key(keys: str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText).replace("+", " ")
