"""What the agent sees after an answer: the reward, the skip, the snooze, on the surface it came from."""

from collections.abc import Callable

from habitcoach.app.editing import Editing
from habitcoach.app.parts import Parts
from habitcoach.coaching.answer_views import Answered, RewardView
from habitcoach.coaching.first_run import is_first_cue
from habitcoach.core.entry import SkipReason, Source
from habitcoach.core.rewarding import RewardLine
from habitcoach.texts.explanations import skip_word
from habitcoach.texts.first_run import first_log_line
from habitcoach.texts.language import tr
from habitcoach.texts.promises import promise_title, state_word
from habitcoach.texts.sentences import reward_line
from habitcoach.ui.format import time_text

#: Shows a reward, or words where there is none; returns whether it did.
Teller = Callable[[RewardView | None, str], bool]


class Answers:
    """Shows what came of an answer once it is on disk."""

    def __init__(self, parts: Parts, editing: Editing) -> None:
        self._card = parts.card
        self._window = parts.window
        self._editing = editing
        self._uncalled = parts.uncalled  # where the card may not come uncalled, the window stands in
        self._tellers: dict[Source, Teller] = {}
        self._forgetters: list[Callable[[], object]] = []

    def tell(self, source: Source, teller: Teller) -> None:
        """Let a surface show itself what came of the answers given there; it may decline each time."""
        self._tellers[source] = teller

    def on_undo(self, forget: Callable[[], object]) -> None:
        """Have `forget()` called when what was answered is undone, before what came of that is shown."""
        self._forgetters.append(forget)

    def forget(self) -> None:
        """Take away what surfaces of their own still show of an answer: it is being undone."""
        for forget in self._forgetters:
            forget()

    def show(self, answered: Answered, source: Source) -> None:
        """Show the reward in the window when the answer was given there, else on the card."""
        self._editing.forget_last()
        words = "" if answered.reward is not None else _words(answered)
        teller = self._tellers.get(source)
        # A milestone stays until it is closed, which no strip of six seconds does.
        milestone = answered.reward is not None and answered.reward.line is RewardLine.MILESTONE
        if teller is not None and not (milestone and self._uncalled) and teller(answered.reward, words):
            return
        in_window = source is Source.WINDOW or not (self._uncalled or source is Source.CARD)
        if answered.reward is not None:
            shower = self._window if in_window else self._card
            first = is_first_cue(answered.slot)
            shower.show_reward(answered.reward, first_log_line() if first else reward_line(answered.reward))
        elif in_window:
            self._window.show_undo(words)
        elif answered.kind == "drop" and source is Source.CARD:
            self._card.show_skipped(words)
        elif answered.kind == "skip" and source is Source.CARD:
            self._card.show_skipped(*_skipped(answered))


def _skipped(answered: Answered) -> tuple[str, str]:
    """Return why a cue was skipped, and that the streak stays where the reason is a neutral one."""
    reason = SkipReason(answered.reason or SkipReason.OTHER)
    if not reason.neutral:
        return tr("Noted: not done"), answered.habit
    stays = tr("{habit} stays at {n}", habit=answered.habit, n=answered.streak)
    return tr("Skipped: {why}", why=skip_word(reason)), stays if answered.streak else answered.habit


def _words(answered: Answered) -> str:
    """Return what came of an answer that earned no reward."""
    if answered.kind == "snooze" and answered.until is not None:
        return tr("Snoozed until {time}", time=time_text(answered.until))
    if answered.promise is not None:
        return tr("{what}: {word}", what=promise_title(answered.promise), word=state_word(answered.promise))
    if answered.kind == "skip":
        return tr("Skipped: {habit}", habit=answered.habit)
    return tr("Noted: {habit}", habit=answered.habit)
