"""Cues of one time come as one."""

from habitcoach.core.habit import HabitId
from tests.support.habits import MONDAY, at
from tests.support.workplace import Workplace

SLOT = f"{MONDAY}/10:30"


def test_cues_of_one_minute_come_as_one(workplace: Workplace) -> None:
    workplace.add(at("10:30"))
    workplace.add(at("10:30"), name="Other")
    workplace.go_to("10:30")
    [notice] = workplace.notifier.notices
    assert notice.title == "2 cues are waiting"
    assert "Smile" in notice.body
    assert "Other" in notice.body
    assert [one.key for one in notice.actions] == ["show", "default"]
    assert workplace.prompt(SLOT).delivery == workplace.prompt(SLOT, HabitId(2)).delivery


def test_a_cue_within_two_minutes_joins_and_replaces_the_notice(workplace: Workplace) -> None:
    workplace.add(at("10:30"))
    workplace.add(at("10:32"), name="Other")
    workplace.go_to("10:32")
    first, second = workplace.notifier.notices
    assert first.key == second.key
    assert second.title == "2 cues are waiting"


def test_a_cue_after_three_minutes_stands_alone(workplace: Workplace) -> None:
    workplace.add(at("10:30"))
    workplace.add(at("10:33"), name="Other")
    workplace.go_to("10:33")
    first, second = workplace.notifier.notices
    assert first.key != second.key
    assert second.title == "Other"


def test_a_cue_joins_a_card_that_is_open_however_long(workplace: Workplace) -> None:
    workplace.add(at("10:30"))
    workplace.add(at("11:00"), name="Other")
    workplace.go_to("10:30")
    delivery = workplace.prompt(SLOT).delivery
    workplace.card.show(delivery)
    workplace.go_to("11:00")
    assert workplace.prompt(f"{MONDAY}/11:00", HabitId(2)).delivery == delivery
    assert workplace.card.shown == [delivery, delivery]


def test_what_was_answered_leaves_the_open_card_and_the_rest_stays(workplace: Workplace) -> None:
    habit = workplace.add(at("10:30"))
    other = workplace.add(at("10:30"), name="Other")
    workplace.go_to("10:30")
    delivery = workplace.prompt(SLOT).delivery
    workplace.card.show(delivery)
    workplace.done(habit, SLOT)
    assert workplace.card.shown == [delivery, delivery]
    assert [one.habit for one in workplace.cueing.deliveries.view(delivery).occasions] == ["Other"]
    workplace.done(other, SLOT)
    assert workplace.card.open == []
    assert workplace.notifier.up == {}
