"""Trying a cue: it comes on the agent's surfaces as a real one would, and nothing of it is logged."""

from datetime import timedelta

from PySide6.QtCore import QRect

from habitcoach.app.parts import Parts
from habitcoach.coaching.deliveries import SURFACE, Surface
from habitcoach.coaching.drafting import draft_from
from habitcoach.coaching.preferences import CARD_SECONDS
from habitcoach.coaching.today_view import DeliveryView
from habitcoach.coaching.views import OccasionState, OccasionView
from habitcoach.core.habit import Draft, HabitId
from habitcoach.ports import Delivery, Notifier
from habitcoach.texts.errors import sentence_for
from habitcoach.texts.first_run import first_cue_draft
from habitcoach.texts.language import tr
from habitcoach.texts.notices import tried_notice
from habitcoach.ui.cue_card import CueCard

_TRIAL = "trial"
_CLOSES = timedelta(hours=1)  #: what the card offers to snooze until lies ahead


class Trying:
    """Shows a cue by notification, card or neither, as Settings say; the window says why none comes."""

    def __init__(self, parts: Parts, notifier: Notifier) -> None:
        self._parts = parts
        self._notifier = notifier
        self._card: CueCard | None = None
        parts.window.editing.try_wanted.connect(lambda typed: self._show(draft_from(typed)))

    @property
    def card(self) -> CueCard | None:
        """The card of trials, once there was one; no answer on it reaches the log."""
        return self._card

    def send_test(self) -> None:
        """Show what a cue is like here: that of the first run."""
        self._show(first_cue_draft())

    def _show(self, draft: Draft) -> None:
        preferring, uncalled = self._parts.preferring, self._parts.uncalled
        surface = Surface(self._parts.coach.settings.value(SURFACE))
        if uncalled and surface in {Surface.BOTH, Surface.CARD}:
            self._show_card(draft)
        if surface is Surface.CARD:
            preferring.chime()
        elif surface is Surface.TRAY:
            self._parts.window.show_notice(
                tr("You chose the tray count only: a cue adds one to it, and nothing else comes.")
            )
        else:
            follows = uncalled and surface is Surface.AUTOMATIC

            def told(delivery: Delivery) -> None:
                if not delivery.sounded:
                    preferring.chime()
                if follows and not delivery.buttons:
                    self._show_card(draft)
                if delivery.channel == "none":
                    self._parts.window.show_notice(sentence_for(delivery.problem or "no_server"))

            self._notifier.notify(preferring.heard(tried_notice(draft)), told)

    def _show_card(self, draft: Draft) -> None:
        parts = self._parts
        if self._card is None:
            self._card = self._made()
        now = parts.local_now()
        one = OccasionView(
            subject=_TRIAL,
            slot=_TRIAL,
            habit_id=HabitId(0),
            habit=tr("{habit}, to try", habit=draft.name),
            category=draft.category,
            plan=draft.plan,
            due_at=now,
            closes_at=now + _CLOSES,
            state=OccasionState.DUE,
            streak=0,
            per=draft.target.per.value,
        )
        self._card.stay_for(parts.coach.settings.number(CARD_SECONDS))
        self._card.set_tray_geometry(parts.tray.geometry())
        self._card.show_delivery(parts.preferring.shown(DeliveryView(0, (one,))))

    def _made(self) -> CueCard:
        """Return a card of its own: every answer takes it away."""
        parts = self._parts
        made = CueCard(parts.look, parts.local_now)
        real = parts.card
        made.keep_clear_of(lambda: real.geometry() if real.isVisible() else QRect())
        for answer in (made.done, made.snooze, made.skip, made.change_habit):
            answer.connect(lambda *_answer: made.close_for(_TRIAL, _TRIAL))
        return made
