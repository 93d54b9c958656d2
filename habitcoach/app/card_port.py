"""The cue card as the Card port: one at a time; what comes while it is open joins it."""

from collections.abc import Callable
from datetime import datetime

from habitcoach.coaching.views import DeliveryView
from habitcoach.ui.cue_card import CueCard
from habitcoach.ui.tray import Tray


class CardPort:
    """Shows deliveries on the one card there is."""

    def __init__(
        self,
        card: CueCard,
        tray: Tray,
        view: Callable[[int], DeliveryView],
        shift_end: Callable[[], datetime | None],
    ) -> None:
        """Take the card, the icon it stays near, what reads of a delivery what still waits, and when the shift that runs will end."""
        self._card = card
        self._tray = tray
        self._view = view
        self._shift_end = shift_end
        self._deliveries: dict[tuple[str, str], int] = {}

    def show(self, delivery: int) -> None:
        """Show a delivery, or bring its open card up to date."""
        view = self._view(delivery)
        keys = {(one.subject, one.slot) for one in view.occasions}
        for key in self._keys_of(delivery) - keys:
            self._drop(key)
        if view.occasions:
            self._deliveries |= dict.fromkeys(keys, delivery)
            # Asked each time: a panel moves, and an icon has no place before it is docked.
            self._card.set_tray_geometry(self._tray.geometry())
            self._card.show_delivery(view, self._shift_end())

    def close(self, delivery: int) -> None:
        """Take a delivery off the card; a reward that follows it stays."""
        for key in self._keys_of(delivery):
            self._drop(key)

    def is_open(self, delivery: int) -> bool:
        """Whether something of that delivery waits on the screen now."""
        return self._card.isVisible() and bool(self._keys_of(delivery))

    def _keys_of(self, delivery: int) -> set[tuple[str, str]]:
        """Return what of a delivery is on the card."""
        on_card = {(one.subject, one.slot) for one in self._card.waiting}
        return {key for key in on_card if self._deliveries.get(key) == delivery}

    def _drop(self, key: tuple[str, str]) -> None:
        self._deliveries.pop(key, None)
        self._card.close_for(*key)
