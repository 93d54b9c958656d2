"""The cue card as the Card port: one at a time; what comes while it is open joins it."""

from collections.abc import Callable

from habitcoach.coaching.views import DeliveryView, TodayView
from habitcoach.ui.cue_card import CueCard
from habitcoach.ui.cue_card.contents import keys_of
from habitcoach.ui.tray import Tray
from habitcoach.ui.waiting import in_order

#: The number of no delivery: the agent asked for the card.
_ASKED_FOR = 0


class CardPort:
    """Shows deliveries on the one card there is."""

    def __init__(  # noqa: PLR0913  # all that a card hangs on
        self,
        card: CueCard,
        tray: Tray,
        view: Callable[[int], DeliveryView],
        today: Callable[[], TodayView],
        *,
        uncalled: bool,
        shown: Callable[[DeliveryView], DeliveryView] = lambda view: view,
    ) -> None:
        """Take the card, the icon it stays near, what reads a delivery and today, if it comes uncalled.

        `shown` makes of a delivery what may be seen of it.
        """
        self._card = card
        self._tray = tray
        self._view = view
        self._today = today
        self._uncalled = uncalled
        self._shown = shown
        self._deliveries: dict[tuple[str, str], int] = {}

    def show(self, delivery: int) -> None:
        """Show a delivery, or bring its open card up to date."""
        view = self._view(delivery)
        keys = {(one.subject, one.slot) for one in in_order([*view.occasions, *view.promises])}
        if view.card is not None:
            keys |= keys_of(view.card)
        for key in self._keys_of(delivery) - keys:
            self._drop(key)
        if keys and (self._uncalled or self.is_open(delivery)):
            self._deliveries |= dict.fromkeys(keys, delivery)
            self._put(view)

    def close(self, delivery: int) -> None:
        """Take a delivery off the card; a reward that follows it stays."""
        for key in self._keys_of(delivery):
            self._drop(key)

    def is_open(self, delivery: int) -> bool:
        """Whether something of that delivery waits on the screen now."""
        return self._card.isVisible() and bool(self._keys_of(delivery))

    def show_waiting(self) -> None:
        """Show all that waits today, because the agent asked."""
        today = self._today()
        view = DeliveryView(_ASKED_FOR, today.waiting, promises=today.waiting_promises, card=today.card)
        if view.waits:
            self._put(view)

    def _put(self, view: DeliveryView) -> None:
        # Asked each time: a panel moves, and an icon has no place before it is docked.
        self._card.set_tray_geometry(self._tray.geometry())
        shift = self._today().shift
        self._card.show_delivery(self._shown(view), None if shift is None else shift.end)

    def _keys_of(self, delivery: int) -> set[tuple[str, str]]:
        """Return what of a delivery is on the card."""
        return {key for key in self._card.keys if self._deliveries.get(key) == delivery}

    def _drop(self, key: tuple[str, str]) -> None:
        self._deliveries.pop(key, None)
        self._card.close_for(*key)
