"""Trying a cue while its habit is still being written."""

from collections.abc import Callable

from habitcoach.coaching.drafting import Typed, draft_from
from habitcoach.ports import Delivery, Notice, Notifier
from habitcoach.texts.errors import sentence_for
from habitcoach.texts.notices import tried_notice
from habitcoach.ui.main_window import MainWindow


class Trying:
    """Shows a cue as a notification, as it would come; where none comes, the window says why."""

    def __init__(self, window: MainWindow, notifier: Notifier, heard: Callable[[Notice], Notice]) -> None:
        """Take what gives a notice the sound that the agent wants."""
        self._window = window
        self._notifier = notifier
        self._heard = heard
        window.editing.try_wanted.connect(self._try)

    def _try(self, typed: Typed) -> None:
        self._notifier.notify(self._heard(tried_notice(draft_from(typed))), self._tell)

    def _tell(self, delivery: Delivery) -> None:
        if delivery.channel == "none":
            self._window.show_notice(sentence_for(delivery.problem or "no_server"))
