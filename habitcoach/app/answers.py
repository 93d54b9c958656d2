"""What the agent sees after an answer: the reward, the skip, the snooze, on the surface it came from."""

from habitcoach.app.editing import Editing
from habitcoach.coaching.views import Answered
from habitcoach.core.entry import Source
from habitcoach.texts.language import tr
from habitcoach.texts.promises import promise_title, state_word
from habitcoach.texts.sentences import reward_line
from habitcoach.ui.cue_card import CueCard
from habitcoach.ui.format import time_text
from habitcoach.ui.main_window import MainWindow


class Answers:
    """Shows what came of an answer once it is on disk."""

    def __init__(self, card: CueCard, window: MainWindow, editing: Editing, *, uncalled: bool) -> None:
        """Take the surfaces, and whether the card may come uncalled; where not, the window stands in."""
        self._card = card
        self._window = window
        self._editing = editing
        self._uncalled = uncalled

    def show(self, answered: Answered, source: Source) -> None:
        """Show the reward in the window when the answer was given there, else on the card."""
        self._editing.forget_last()
        in_window = source is Source.WINDOW or not (self._uncalled or source is Source.CARD)
        if answered.reward is not None:
            shower = self._window if in_window else self._card
            shower.show_reward(answered.reward, reward_line(answered.reward))
            return
        if answered.kind == "snooze" and answered.until is not None:
            text = tr("Snoozed until {time}", time=time_text(answered.until))
        elif answered.promise is not None:
            text = tr(
                "{what}: {word}", what=promise_title(answered.promise), word=state_word(answered.promise)
            )
        elif answered.kind == "skip":
            text = tr("Skipped: {habit}", habit=answered.habit)
        else:
            text = tr("Noted: {habit}", habit=answered.habit)
        if in_window:
            self._window.show_undo(text)
        elif answered.kind == "drop" and source is Source.CARD:
            self._card.show_skipped(text)
        elif answered.kind == "skip" and source is Source.CARD:
            stays = tr("Streak stays at {n}", n=answered.streak) if answered.streak else ""
            self._card.show_skipped(text, stays)
