"""One cue, one surface. Algorithms.md, section 8."""

from datetime import timedelta

import pytest

from habitcoach.coaching.deliveries import GRACE, Surface
from habitcoach.core.habit import HabitId
from habitcoach.ports import Delivery
from tests.support.habits import MONDAY, at, local
from tests.support.workplace import NO_BUTTONS, NOBODY, Workplace

SLOT = f"{MONDAY}/10:30"


@pytest.fixture
def due(workplace: Workplace) -> Workplace:
    """Return a workplace with a cue at 10:30."""
    workplace.add(at("10:30"))
    return workplace


def test_with_working_buttons_the_notification_is_all(due: Workplace) -> None:
    due.go_to("10:30")
    [notice] = due.notifier.notices
    assert [one.key for one in notice.actions] == ["done", "snooze", "default"]
    due.notifier.expire(notice.key)
    due.go_to("12:00")
    assert due.card.shown == []


def test_without_buttons_the_card_follows_when_the_notification_has_gone(due: Workplace) -> None:
    due.notifier.delivery = NO_BUTTONS
    due.go_to("10:30")
    assert due.card.shown == []
    due.notifier.expire(due.notifier.notices[0].key)
    assert due.card.shown == [due.prompt(SLOT).delivery]
    due.go_to("10:40")
    assert len(due.card.shown) == 1


def test_a_server_that_never_says_so_is_not_waited_for(due: Workplace) -> None:
    due.notifier.delivery = NO_BUTTONS
    due.go_to("10:30")
    after = timedelta(seconds=due.notifier.notices[0].brief_timeout) + GRACE
    due.go_on(after - timedelta(seconds=1))
    assert due.card.shown == []
    due.go_on(timedelta(seconds=1))
    assert due.card.shown == [due.prompt(SLOT).delivery]
    due.notifier.expire(due.notifier.notices[0].key)
    assert len(due.card.shown) == 1


def test_no_card_follows_what_was_answered_meanwhile(due: Workplace) -> None:
    due.notifier.delivery = NO_BUTTONS
    due.go_to("10:30")
    due.done(due.coach.habits.find("Smile"), SLOT)
    due.go_to("12:00")
    assert due.card.shown == []
    assert not [key for key in due.alarms.due if key.startswith("card:")]


def test_no_card_follows_what_another_program_answered(due: Workplace) -> None:
    due.notifier.delivery = NO_BUTTONS
    due.go_to("10:30")
    number = due.prompt(SLOT).delivery
    habit = due.coach.habits.find("Smile")
    with due.store.writing():
        due.coach.recording._answers.answer(habit.id, SLOT, "done", due.clock.now())
    assert due.cueing.deliveries.follow_with_card(f"card:{number}")
    assert due.card.shown == []


def test_with_no_notifications_at_all_the_card_comes_at_once_and_the_problem_is_told(due: Workplace) -> None:
    due.notifier.delivery = NOBODY
    due.go_to("10:30")
    assert due.card.shown == [due.prompt(SLOT).delivery]
    assert due.problems == ["no_server"]
    assert due.prompt(SLOT).channel == "none"


@pytest.mark.parametrize(
    ("surface", "notices", "cards", "channel"),
    [
        (Surface.AUTOMATIC, 1, 0, "dbus"),
        (Surface.BOTH, 1, 1, "dbus"),
        (Surface.NOTIFICATION, 1, 0, "dbus"),
        (Surface.CARD, 0, 1, "card"),
        (Surface.TRAY, 0, 0, "tray"),
    ],
)
def test_the_agent_chooses_the_surface(
    due: Workplace, surface: Surface, notices: int, cards: int, channel: str
) -> None:
    due.choose(surface)
    due.go_to("10:30")
    assert (len(due.notifier.notices), len(due.card.shown)) == (notices, cards)
    assert (due.state(SLOT), due.prompt(SLOT).channel) == ("shown", channel)
    assert len(due.coach.today().waiting) == 1


def test_a_notification_only_agent_gets_no_card_after_it(due: Workplace) -> None:
    due.choose(Surface.NOTIFICATION)
    due.notifier.delivery = NO_BUTTONS
    due.go_to("12:00")
    assert due.card.shown == []


@pytest.mark.parametrize(("surface", "told"), [(Surface.AUTOMATIC, 1), (Surface.TRAY, 0)])
def test_a_summary_respects_the_surface(workplace: Workplace, surface: Surface, told: int) -> None:
    workplace.choose(surface)
    workplace.add(at("10:30"))
    workplace.jump("08:00", MONDAY + timedelta(days=1))
    assert len(workplace.notifier.notices) == told
    assert workplace.state(SLOT) == "expired"


def test_a_summary_does_not_replace_a_notice_that_is_up(workplace: Workplace) -> None:
    workplace.add(at("10:30", "15:00"))
    other = workplace.add(at("10:29", anyway=True), name="Other")
    workplace.go_to("10:29")
    [first] = workplace.notifier.notices
    workplace.coach.habits.archive(HabitId(1))
    workplace.coach.habits.restore(HabitId(1))
    assert other.name == first.title
    late = workplace.add(at("10:30", "10:31"), name="Late")
    workplace.jump("10:30")
    assert late.name in workplace.notifier.notices[-1].body
    workplace.jump("18:00")
    assert len({one.key for one in workplace.notifier.notices}) == len(workplace.notifier.notices) - 1


def test_the_card_can_be_shown_for_a_joined_delivery_without_buttons(due: Workplace) -> None:
    due.add(at("10:30"), name="Other")
    due.notifier.delivery = Delivery("notify-send", buttons=False)
    due.go_to("10:31")
    assert due.card.shown == [due.prompt(SLOT).delivery]
    assert due.prompt(SLOT).channel == "notify-send"


def test_a_delivery_has_its_number_in_its_notice(due: Workplace) -> None:
    due.go_to("10:30")
    deliveries = due.cueing.deliveries
    assert deliveries.number_of(due.notifier.notices[0].key) == due.prompt(SLOT).delivery
    assert deliveries.number_of("promise:1") is None


def test_a_notice_of_somebody_else_that_goes_shows_no_card(due: Workplace) -> None:
    due.notifier.delivery = NO_BUTTONS
    due.go_to("10:30")
    due.notifier._on_closed("promise:1")
    due.notifier._on_closed("delivery:999")
    assert due.card.shown == []
    assert not due.cueing.deliveries.follow_with_card("habit:1")


def test_a_late_word_about_an_answered_delivery_changes_nothing(due: Workplace) -> None:
    due.notifier.waits = True
    due.notifier.delivery = NO_BUTTONS
    due.go_to("10:30")
    due.done(due.coach.habits.find("Smile"), SLOT)
    due.notifier.answer()
    assert due.state(SLOT) == "answered"
    assert due.card.shown == []
    assert due.clock.now() == local(MONDAY, "10:30")


def test_an_answer_closes_a_card_that_came_without_a_notification(due: Workplace) -> None:
    due.choose(Surface.CARD)
    due.go_to("10:30")
    due.done(due.coach.habits.find("Smile"), SLOT)
    assert due.card.open == []
    assert due.notifier.notices == []


@pytest.mark.parametrize("surface", [Surface.AUTOMATIC, Surface.BOTH, Surface.NOTIFICATION, Surface.CARD])
def test_a_cue_is_heard_once_wherever_it_comes(due: Workplace, surface: Surface) -> None:
    due.store.put_setting("surface", surface.value)
    due.notifier.delivery = NO_BUTTONS
    due.go_to("11:00")
    assert due.chimes == [local(MONDAY, "10:30")]


def test_a_cue_that_the_desktop_makes_heard_is_not_heard_twice(due: Workplace) -> None:
    due.notifier.delivery = Delivery("dbus", buttons=True, sounded=True)
    due.go_to("11:00")
    assert due.chimes == []


def test_a_cue_of_the_tray_alone_is_not_heard(due: Workplace) -> None:
    due.store.put_setting("surface", Surface.TRAY.value)
    due.go_to("11:00")
    assert due.chimes == []
