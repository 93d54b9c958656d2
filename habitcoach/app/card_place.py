"""Where the agent dragged the cue card, remembered per layout of screens."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication

from habitcoach.app.attempts import Attempts
from habitcoach.ports import Store
from habitcoach.ui.cue_card import CueCard
from habitcoach.ui.placement import layout_key

_SETTING = "card_place:"  # followed by the layout


class CardPlace:
    """Keeps the card's place in the settings."""

    def __init__(self, card: CueCard, store: Store, attempts: Attempts) -> None:
        self._card = card
        self._store = store
        self._attempts = attempts
        card.placed.connect(self._keep)

    def restore(self) -> None:
        """Give the card the place it was dragged to on these screens."""
        text = self._store.setting(_setting())
        if text is not None:
            self._card.set_remembered_place(QPoint(*(int(part) for part in text.split(","))))

    def _keep(self, place: QPoint) -> None:
        self._attempts.run(lambda: self._store.put_setting(_setting(), f"{place.x()},{place.y()}"))


def _setting() -> str:
    return _SETTING + layout_key([one.geometry() for one in QApplication.screens()])
