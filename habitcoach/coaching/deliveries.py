"""Deliveries: what is on the surfaces now. One cue, one surface, one card at a time (algorithms.md, 8)."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from habitcoach.coaching.agenda import read_agenda
from habitcoach.coaching.occasion_views import OccasionReader
from habitcoach.coaching.promise_views import PromiseReader
from habitcoach.coaching.shift_cards import ShiftCards
from habitcoach.coaching.today_view import DeliveryView
from habitcoach.core.contact_slots import is_contact_slot
from habitcoach.core.prompt import CARD, PromptState
from habitcoach.ports import Alarms, Card, Clock, Delivery, Notice, Notifier, Store

#: A cue joins an open delivery shown no longer ago than this.
JOINS = timedelta(minutes=2)
#: Some servers never say that a notification has gone; the card comes this long after it should have.
GRACE = timedelta(seconds=2)

SURFACE = "surface"
_WAITING = frozenset({PromptState.CLAIMED, PromptState.SHOWN, PromptState.UNCONFIRMED})


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The ports that cues work through."""

    store: Store
    clock: Clock
    alarms: Alarms
    notifier: Notifier
    card: Card
    #: Runs an action that writes; again a little later when the file is busy. Never raises.
    attempt: Callable[[Callable[[], None]], None]
    #: Plays the sound of a cue, where the agent wants one and the notification does not see to it.
    chime: Callable[[], None] = lambda: None
    #: Whether the agent has asked the desktop not to be disturbed: the tray's count alone shows cues then.
    silenced: Callable[[], bool] = lambda: False


class Surface(StrEnum):
    """The agent's choice of how cues arrive."""

    AUTOMATIC = "automatic"  #: the notification, and the card after it where it has no working buttons
    BOTH = "both"
    NOTIFICATION = "notification"
    CARD = "card"
    TRAY = "tray"  #: the tray count only


@dataclass(slots=True)
class _Up:
    """A delivery on the surfaces."""

    waiting: int  #: how many of its prompts wait
    shown_at: datetime
    notice: Notice | None = None
    card_follows: bool = False


class Deliveries:
    """Shows deliveries, joins what comes close together, and closes what was answered."""

    def __init__(
        self,
        around: Surroundings,
        reader: OccasionReader,
        cards: ShiftCards,
        notice_for: Callable[[DeliveryView], Notice],
    ) -> None:
        self._store = around.store
        self._clock = around.clock
        self._alarms = around.alarms
        self._notifier = around.notifier
        self._card = around.card
        self._attempt = around.attempt
        self._chime = around.chime
        self._silenced = around.silenced
        self._reader = reader
        self._cards = cards
        self._promises = PromiseReader(around.store, reader.standings)
        self._notice_for = notice_for
        self._up: dict[int, _Up] = {}
        self._problem: Callable[[str], None] = lambda _: None
        self._notifier.on_closed(self._notice_gone)

    def on_problem(self, callback: Callable[[str], None]) -> None:
        """Have `callback(code)` called when a notification could not be shown."""
        self._problem = callback

    def view(self, number: int) -> DeliveryView:
        """Return what of a delivery still waits."""
        agenda = read_agenda(self._store, self._clock)
        prompts = self._store.prompts_in(number)
        cues = (one for one in prompts if one.state in _WAITING and not is_contact_slot(one.key.slot))
        views = (self._reader.of_prompt(agenda, one) for one in cues)
        waiting = tuple(one for one in views if one is not None)
        promised = (self._promises.of_prompt(agenda, one) for one in prompts if one.state in _WAITING)
        promises = tuple(one for one in promised if one is not None)
        return DeliveryView(number, waiting, card=self._cards.view(agenda, prompts), promises=promises)

    def open_at(self, now: datetime) -> int | None:
        """Return the delivery that cues claimed at `now` join: one just shown, or whose card is open."""
        for number, up in sorted(self._up.items(), reverse=True):
            if self._card.is_open(number) or abs(now - up.shown_at) <= JOINS:
                return number
        return None

    def show(self, number: int, passed: int, *, quietly: bool = False) -> None:
        """Show the claimed prompts of a delivery, with a word on what passed while away.

        `quietly` during a call: on the card where the agent wants one, and in the tray's count; no sound.
        """
        surface = self._surface()
        view = replace(self.view(number), passed=passed)
        now = self._clock.now()
        up = self._up.setdefault(number, _Up(0, now))
        up.waiting = self._waiting(number)
        up.shown_at = now
        if quietly and surface in {Surface.AUTOMATIC, Surface.BOTH}:
            surface = Surface.CARD
        elif quietly and surface is Surface.NOTIFICATION:
            surface = Surface.TRAY
        if (surface in {Surface.BOTH, Surface.CARD}) or self._card.is_open(number):
            self._card.show(number)
        if surface in {Surface.CARD, Surface.TRAY}:
            self._attempt(lambda: self._mark_shown(number, surface.value))
            if surface is Surface.CARD and not quietly:
                self._chime()
        else:
            up.notice = self._notice_for(view)
            self._notifier.notify(up.notice, lambda delivery: self._went_out(number, delivery, surface))

    def sum_up(self, passed: int) -> None:
        """Say that cues passed while away; none of them waits."""
        if self._surface() is not Surface.TRAY:
            view = DeliveryView(self._store.next_delivery(), (), passed)
            self._notifier.notify(self._notice_for(view), lambda _: None)

    def close_answered(self) -> None:
        """Close notification and card of every delivery that no longer waits."""
        for number, up in list(self._up.items()):
            waiting = self._waiting(number)
            if not waiting:
                self._forget(number, up)
            elif waiting != up.waiting:
                up.waiting = waiting
                if self._card.is_open(number):
                    self._card.show(number)

    def follow_with_card(self, key: str) -> bool:
        """Show the card an alarm with this key stands for; False when the alarm is somebody else's."""
        kind, _, number = key.partition(":")
        if kind != "card":
            return False
        self._show_card(int(number))
        return True

    def number_of(self, notice_key: str) -> int | None:
        """Return the delivery a notification is about."""
        kind, _, number = notice_key.partition(":")
        return int(number) if kind == "delivery" else None

    def _surface(self) -> Surface:
        if self._silenced():
            return Surface.TRAY
        return Surface(self._store.setting(SURFACE) or Surface.AUTOMATIC)

    def _went_out(self, number: int, delivery: Delivery, surface: Surface) -> None:
        self._attempt(lambda: self._mark_shown(number, delivery.channel))
        if not delivery.sounded:
            self._chime()
        if delivery.problem is not None:
            self._problem(delivery.problem)
        up = self._up.get(number)
        if up is None or surface is not Surface.AUTOMATIC or delivery.buttons:
            return
        if delivery.channel == "none" or up.notice is None:
            self._card.show(number)
            return
        up.card_follows = True
        stays = timedelta(seconds=up.notice.brief_timeout)
        self._alarms.set(f"card:{number}", self._clock.now() + stays + GRACE)

    def _notice_gone(self, notice_key: str) -> None:
        number = self.number_of(notice_key)
        if number is not None:
            self._attempt(lambda: self._show_card(number))

    def _show_card(self, number: int) -> None:
        up = self._up.get(number)
        if up is None or not up.card_follows:
            return
        up.card_follows = False
        self._alarms.cancel(f"card:{number}")
        if self.view(number).waits and not self._silenced():
            self._card.show(number)

    def _waiting(self, number: int) -> int:
        """Return how many prompts of a delivery wait; the card around them waits for nothing of its own."""
        prompts = self._store.prompts_in(number)
        return sum(one.state in _WAITING and one.key.subject != CARD for one in prompts)

    def _mark_shown(self, number: int, channel: str) -> None:
        now = self._clock.now()
        with self._store.writing():
            for prompt in self._store.prompts_in(number):
                if prompt.state is PromptState.CLAIMED:
                    shown = replace(prompt, state=PromptState.SHOWN, shown_at=now, channel=channel)
                    self._store.update_prompt(shown)

    def _forget(self, number: int, up: _Up) -> None:
        del self._up[number]
        self._alarms.cancel(f"card:{number}")
        if up.notice is not None:
            self._notifier.close(up.notice.key)
        self._card.close(number)
