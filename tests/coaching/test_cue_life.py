"""The life of a cue: due, claimed, shown, answered or expired."""

from datetime import timedelta

from habitcoach.core.entry import SkipReason
from habitcoach.core.habit import Pause
from habitcoach.core.prompt import Prompt, PromptKey, PromptState
from habitcoach.core.trigger import Every
from tests.support.habits import MONDAY, at, local
from tests.support.workplace import Workplace

TUESDAY = MONDAY + timedelta(days=1)
SLOT = f"{MONDAY}/10:30"


def test_a_cue_comes_at_its_minute_and_is_recorded_before_it_is_shown(workplace: Workplace) -> None:
    workplace.add(at("10:30"))
    workplace.notifier.waits = True
    workplace.go_to("10:29")
    assert workplace.titles() == []
    workplace.go_to("10:30")
    assert workplace.titles() == ["Smile"]
    assert workplace.state(SLOT) == "claimed"
    workplace.notifier.answer()
    prompt = workplace.prompt(SLOT)
    assert (prompt.state.value, prompt.channel, prompt.shown_at) == ("shown", "dbus", local(MONDAY, "10:30"))


def test_an_answered_cue_leaves_every_surface(workplace: Workplace) -> None:
    habit = workplace.add(at("10:30"))
    workplace.go_to("10:31")
    [notice] = workplace.notifier.notices
    answered = workplace.done(habit, SLOT)
    assert (answered.kind, answered.slot, answered.streak) == ("done", SLOT, 1)
    prompt = workplace.prompt(SLOT)
    assert (prompt.state.value, prompt.answer, prompt.answered_at) == (
        "answered",
        "done",
        local(MONDAY, "10:31"),
    )
    assert workplace.notifier.closed == [notice.key]
    assert workplace.today()[SLOT].state.value == "done"


def test_a_cue_expires_with_its_window_and_leaves_every_surface(workplace: Workplace) -> None:
    workplace.add(at("10:30"))
    workplace.go_to("16:59")
    assert workplace.today()[SLOT].state.value == "due"
    workplace.go_to("17:00")
    assert workplace.state(SLOT) == "expired"
    assert workplace.notifier.up == {}
    assert workplace.today()[SLOT].state.value == "passed"


def test_the_next_cue_ends_the_window_of_the_last(workplace: Workplace) -> None:
    workplace.add(Every(120))
    workplace.go_to("11:00")
    assert [workplace.state(f"{MONDAY}/#{n}") for n in (1, 2, 3)] == ["expired", "shown", ""]
    assert len(workplace.notifier.up) == 1


def test_looking_again_shows_nothing_twice(workplace: Workplace) -> None:
    workplace.add(at("10:30"))
    workplace.go_to("10:30")
    for _ in range(3):
        workplace.cueing.look()
    assert workplace.titles() == ["Smile"]


def test_retiring_a_habit_takes_its_cue_away(workplace: Workplace) -> None:
    habit = workplace.add(at("10:30"))
    other = workplace.add(at("10:30"), name="Other")
    workplace.go_to("10:40")
    workplace.snooze(other, 15)
    workplace.coach.habits.archive(habit.id)
    workplace.cueing.settle()
    assert workplace.state(SLOT) == "expired"
    assert workplace.state(SLOT, other.id) == "snoozed"
    assert workplace.notifier.up == {}


def test_an_alarm_is_set_for_the_next_cue_of_each_habit_and_the_end_of_the_day(workplace: Workplace) -> None:
    workplace.add(at("10:30"))
    workplace.add(at("15:00"), name="Other")
    due = workplace.alarms.due
    assert due["habit:1"] == local(MONDAY, "10:30")
    assert due["habit:2"] == local(MONDAY, "15:00")
    assert due["day"] == local(TUESDAY, "04:00")
    workplace.go_to("10:30")
    assert due["habit:1"] == local(TUESDAY, "10:30")
    assert due[f"end:habit:1@{SLOT}"] == local(MONDAY, "17:00")
    workplace.done(workplace.coach.habits.find("Smile"))
    assert f"end:habit:1@{SLOT}" not in due


def test_a_change_in_the_very_moment_of_a_cue_does_not_silence_it(workplace: Workplace) -> None:
    workplace.add(at("10:30"))
    workplace.clock.moment = local(MONDAY, "10:30") + timedelta(milliseconds=3)
    workplace.add(at("15:00"), name="Other")
    workplace.alarms.ring_due(workplace.clock.now())
    assert workplace.titles() == ["Smile"]


def test_a_skip_with_did_not_get_to_it_closes_the_cue(workplace: Workplace) -> None:
    habit = workplace.add(at("10:30"))
    workplace.go_to("10:31")
    workplace.skip(habit, SLOT, reason=SkipReason.NOT_DONE)
    assert workplace.prompt(SLOT).answer == "skip"
    assert workplace.today()[SLOT].state.value == "passed"
    assert workplace.notifier.up == {}


def test_a_paused_date_takes_the_cue_away(workplace: Workplace) -> None:
    habit = workplace.add(at("10:30", "15:00"))
    workplace.go_to("10:31")
    workplace.store.add_pause(Pause(habit.id, MONDAY, MONDAY, "paused"))
    workplace.cueing.look()
    assert workplace.state(SLOT) == "expired"
    assert workplace.notifier.up == {}
    assert workplace.today() == {}
    workplace.go_to("16:00")
    assert workplace.titles() == ["Smile"]


def test_what_is_no_habits_cue_is_left_alone(workplace: Workplace) -> None:
    workplace.add(at("10:30"))
    workplace.go_to("10:30")
    number = workplace.prompt(SLOT).delivery
    due = local(MONDAY, "10:30")
    states = (PromptState.CLAIMED, PromptState.SHOWN, PromptState.SNOOZED)
    for kind, state in enumerate(states):
        key = PromptKey("other", f"2026-W{kind}")
        workplace.store.claim(Prompt(key, None, number, MONDAY, due, state, snoozed_until=due))
    workplace.restart()
    workplace.go_to("20:00")
    left = [one.state for one in workplace.store.open_prompts()]
    assert left == list(states)
    assert workplace.cueing.deliveries.view(number).occasions == ()
