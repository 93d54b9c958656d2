"""The cue card as the Card port: one at a time; what comes while it is open joins it."""

from collections.abc import Callable

from habitcoach.app.parts import Parts
from habitcoach.coaching.today_view import DeliveryView
from habitcoach.ui.cue_card.contents import keys_of
from habitcoach.ui.waiting import in_order

#: The number of no delivery: the agent asked for the card.
_ASKED_FOR = 0


class CardPort:
    """Shows deliveries on the one card there is."""

    def __init__(self, parts: Parts, view: Callable[[int], DeliveryView]) -> None:
        """Take what reads a delivery by its number."""
        self._card = parts.card
        self._tray = parts.tray
        self._view = view
        self._agenda, self._today = parts.coach.agenda, parts.coach.today
        self._uncalled = parts.uncalled
        self._shown = parts.preferring.shown
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
        agenda = self._agenda()
        shift = agenda.calendar.shift_on(agenda.today)
        self._card.show_delivery(self._shown(view), None if shift is None else agenda.local(shift.end))

    def _keys_of(self, delivery: int) -> set[tuple[str, str]]:
        """Return what of a delivery is on the card."""
        return {key for key in self._card.keys if self._deliveries.get(key) == delivery}

    def _drop(self, key: tuple[str, str]) -> None:
        self._deliveries.pop(key, None)
        self._card.close_for(*key)
