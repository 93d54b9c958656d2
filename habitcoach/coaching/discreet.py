"""Cues with nothing but the habit's name, for a screen that others see."""

from dataclasses import replace

from habitcoach.coaching.today_view import DeliveryView
from habitcoach.core.habit import Plan


def discreet(view: DeliveryView) -> DeliveryView:
    """Return a delivery without the agent's words, tickets and notes; what is logged stays the same."""
    card = view.card
    if card is not None:
        contacts = (
            replace(one, counter=replace(one.counter, plan=_bare(one.counter.habit))) for one in card.contacts
        )
        card = replace(card, contacts=tuple(contacts), yesterday=None)
    return replace(
        view,
        occasions=tuple(replace(one, plan=_bare(one.habit)) for one in view.occasions),
        promises=tuple(replace(one, ticket="", note="", reward="") for one in view.promises),
        card=card,
    )


def _bare(habit: str) -> Plan:
    """Return a plan that says the habit's name and no more."""
    return Plan(when="", routine=habit, reward="")
