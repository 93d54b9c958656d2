"""Discreet texts: the habit's name, and none of the agent's words."""

from dataclasses import asdict

from habitcoach.coaching.discreet import discreet
from habitcoach.coaching.promises import Wish
from habitcoach.coaching.today_view import DeliveryView
from habitcoach.core.trigger import Contact
from habitcoach.texts.notices import notice_for
from habitcoach.texts.promises import promise_words
from tests.support.habits import MONDAY, PLAN, at, local
from tests.support.workplace import Workplace

SECRETS = {PLAN.when, PLAN.routine, PLAN.reward, "4711", "her mother is ill"}


def said(value: object) -> set[str]:
    """Return every text in a view."""
    if isinstance(value, str):
        return {value}
    if isinstance(value, dict):
        return set().union(*map(said, value.values()))
    if isinstance(value, list | tuple):
        return set().union(*map(said, value))
    return set()


def deliveries(workplace: Workplace) -> DeliveryView:
    """Return today as a delivery with a cue, a promise and the start card."""
    workplace.add(at("09:05"), name="Smile first")
    workplace.add(Contact(), name="Greet by name")
    wish = Wish(local(MONDAY, "09:10"), "4711", "her mother is ill")
    workplace.coach.promises.make(wish, promise_words())
    workplace.go_to("09:05")
    today = workplace.coach.today()
    return DeliveryView(3, today.waiting, promises=today.waiting_promises, card=today.card)


def test_a_discreet_delivery_holds_none_of_the_agents_words(workplace: Workplace) -> None:
    view = deliveries(workplace)
    assert view.occasions
    assert view.promises
    assert view.card is not None
    assert said(asdict(view)) >= SECRETS
    bare = discreet(view)
    assert not said(asdict(bare)) & SECRETS
    assert {"Smile first", "Greet by name"} <= said(asdict(bare))


def test_what_is_answered_is_the_same(workplace: Workplace) -> None:
    view = deliveries(workplace)
    bare = discreet(view)
    assert bare.delivery == view.delivery
    assert [(one.subject, one.slot) for one in bare.occasions] == [
        (one.subject, one.slot) for one in view.occasions
    ]
    assert [(one.subject, one.slot) for one in bare.promises] == [
        (one.subject, one.slot) for one in view.promises
    ]


def test_a_discreet_notification_says_the_habit_and_the_time(workplace: Workplace) -> None:
    view = deliveries(workplace)
    alone = discreet(DeliveryView(3, view.occasions))
    notice = notice_for(alone)
    assert (notice.title, notice.body) == ("Smile first", "09:05")
    assert [one.key for one in notice.actions] == ["done", "snooze", "default"]
    promised = notice_for(discreet(DeliveryView(3, (), promises=view.promises)))
    assert (promised.title, promised.body) == ("Call back", "Promised for 09:10")
