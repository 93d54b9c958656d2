"""The life of a cue: due, claimed, shown, answered or expired."""

from datetime import timedelta

import pytest

from habitcoach.coaching.cueing import WATERMARK
from habitcoach.coaching.recording import Log
from habitcoach.core.entry import SkipReason, Source
from habitcoach.core.errors import EnvironmentFaultError, RefusedError
from habitcoach.core.habit import HabitId, Pause
from habitcoach.core.prompt import Prompt, PromptKey, PromptState
from habitcoach.core.target import Per, Target, TargetKind
from habitcoach.core.trigger import Contact, Edge, Every, OncePer, Which
from habitcoach.storage.opening import open_store
from tests.support.habits import MONDAY, at, local
from tests.support.workplace import Workplace

TUESDAY = MONDAY + timedelta(days=1)
FRIDAY = MONDAY + timedelta(days=4)
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


def test_no_cue_for_what_was_done_before_it_was_due(workplace: Workplace) -> None:
    habit = workplace.add(at("10:30"))
    workplace.go_to("09:30")
    assert workplace.done(habit).slot == SLOT
    workplace.go_to("12:00")
    assert workplace.titles() == []
    assert workplace.state(SLOT) == ""


def test_no_cue_for_what_was_skipped_before_it_was_due(workplace: Workplace) -> None:
    habit = workplace.add(at("10:30", "15:00"))
    workplace.go_to("09:30")
    workplace.skip(habit, whole_day=True)
    workplace.go_to("16:00")
    assert workplace.titles() == []


def test_no_cue_once_the_target_is_kept(workplace: Workplace) -> None:
    habit = workplace.add(at("10:30", "15:00"), Target(TargetKind.COUNT, 2))
    workplace.go_to("10:30")
    workplace.done(habit, count=2)
    workplace.go_to("16:00")
    assert workplace.titles() == ["Smile"]
    assert workplace.today()[f"{MONDAY}/15:00"].state.value == "passed"


def test_a_week_kept_early_brings_no_cue(workplace: Workplace) -> None:
    weekly = Target(TargetKind.CHECK, "all", Per.WEEK)
    habit = workplace.add(OncePer(Per.WEEK, Which.LAST, Edge.END, -90), weekly)
    workplace.go_to("12:00", TUESDAY)
    assert workplace.done(habit).slot is None
    workplace.go_to("16:00", FRIDAY)
    assert workplace.titles() == []


def test_nothing_off_duty_and_nothing_while_archived(workplace: Workplace) -> None:
    habit = workplace.add(at("10:30"))
    workplace.go_to("20:00", MONDAY + timedelta(days=2))
    workplace.done(habit)
    workplace.go_to("20:00", FRIDAY)
    assert len(workplace.titles()) == 5
    workplace.go_to("20:00", MONDAY + timedelta(days=6))
    assert len(workplace.titles()) == 5
    workplace.coach.habits.archive(habit.id)
    workplace.cueing.settle()
    workplace.go_to("20:00", MONDAY + timedelta(days=8))
    assert len(workplace.titles()) == 5


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


def test_a_contact_habit_is_never_prompted(workplace: Workplace) -> None:
    workplace.add(Contact(), Target(TargetKind.RATE, 80))
    workplace.go_to("18:00")
    assert workplace.titles() == []


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


# ------------------------------------------------------------------ joined


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


# ------------------------------------------------------------------ snooze


def test_a_snoozed_cue_comes_again(workplace: Workplace) -> None:
    habit = workplace.add(at("10:30"))
    workplace.go_to("10:31")
    answered = workplace.snooze(habit, 15, SLOT)
    assert (answered.kind, answered.slot, answered.until) == ("snooze", SLOT, local(MONDAY, "10:46"))
    assert workplace.notifier.up == {}
    assert workplace.today()[SLOT].state.value == "snoozed"
    workplace.go_to("10:46")
    assert workplace.titles() == ["Smile", "Smile"]
    assert workplace.state(SLOT) == "shown"


def test_a_snooze_extends_the_window(workplace: Workplace) -> None:
    habit = workplace.add(at("16:50"))
    workplace.go_to("16:50")
    workplace.snooze(habit, 60)
    workplace.go_to("17:50")
    assert len(workplace.titles()) == 2
    workplace.go_to("18:19")
    assert workplace.state(f"{MONDAY}/16:50") == "shown"
    workplace.go_to("18:20")
    assert workplace.state(f"{MONDAY}/16:50") == "expired"


def test_a_snooze_survives_a_restart(workplace: Workplace) -> None:
    habit = workplace.add(at("10:30"))
    workplace.go_to("10:31")
    workplace.snooze(habit, 15)
    workplace.restart()
    workplace.go_to("10:46")
    assert workplace.titles() == ["Smile"]


def test_a_snooze_that_ran_out_while_away_is_summed_up_not_shown(workplace: Workplace) -> None:
    habit = workplace.add(at("16:50"))
    workplace.go_to("16:50")
    workplace.snooze(habit, 15)
    workplace.kill()
    workplace.clock.moment = local(TUESDAY, "08:00")
    workplace.open()
    workplace.start()
    assert workplace.state(f"{MONDAY}/16:50") == "expired"
    [notice] = workplace.notifier.notices
    assert notice.title == "While you were away"


def test_a_snoozed_cue_whose_target_was_kept_meanwhile_does_not_come(workplace: Workplace) -> None:
    habit = workplace.add(at("10:30", "15:00"), Target(TargetKind.COUNT, 2))
    workplace.go_to("10:31")
    workplace.snooze(habit, 60)
    workplace.done(habit, f"{MONDAY}/15:00", count=2)
    workplace.go_to("16:00")
    assert workplace.titles() == ["Smile"]
    assert workplace.state(SLOT) == "expired"


def test_snooze_until_the_end_of_the_shift_is_ten_minutes_before_it(workplace: Workplace) -> None:
    habit = workplace.add(at("10:30"))
    workplace.go_to("10:31")
    assert workplace.snooze(habit, None).until == local(MONDAY, "16:50")


def test_what_cannot_be_snoozed(workplace: Workplace) -> None:
    habit = workplace.add(at("10:30", "16:55", anyway=True))
    with pytest.raises(RefusedError, match="nothing_due"):
        workplace.snooze(habit, 15)
    workplace.go_to("16:50")
    with pytest.raises(RefusedError, match="snooze_past_shift"):
        workplace.snooze(habit, None)
    workplace.go_to("16:56")
    with pytest.raises(RefusedError, match="snooze_past_shift"):
        workplace.snooze(habit, None)
    workplace.go_to("17:00")
    with pytest.raises(RefusedError, match="nothing_due"):
        workplace.snooze(habit, 15, SLOT)
    late = workplace.add(at("20:00", anyway=True), name="Late")
    workplace.go_to("20:01")
    with pytest.raises(RefusedError, match="no_shift_end"):
        workplace.snooze(late, None)


def test_a_due_cue_can_be_snoozed_though_the_app_never_showed_it(workplace: Workplace) -> None:
    habit = workplace.add(at("10:30"))
    workplace.clock.moment = local(MONDAY, "10:31")
    answered = workplace.coach.recording.snooze(habit.id, timedelta(minutes=15))
    assert answered.slot == SLOT
    assert workplace.state(SLOT) == "snoozed"
    workplace.cueing.look()
    workplace.go_to("10:46")
    assert workplace.titles() == ["Smile"]


def test_a_cue_can_be_snoozed_again(workplace: Workplace) -> None:
    habit = workplace.add(at("10:30"))
    workplace.go_to("10:31")
    workplace.snooze(habit, 15)
    assert workplace.snooze(habit, 5).until == local(MONDAY, "10:36")
    workplace.go_to("11:00")
    assert len(workplace.titles()) == 2


# ------------------------------------------------------------------ gone and back


def test_a_crash_before_showing_leaves_a_cue_in_the_list_and_shows_nothing_again(
    workplace: Workplace,
) -> None:
    workplace.add(at("10:30"))
    workplace.notifier.waits = True
    workplace.go_to("10:30")
    workplace.restart()
    assert workplace.state(SLOT) == "unconfirmed"
    assert workplace.titles() == []
    view = workplace.coach.today()
    assert view.unconfirmed == {SLOT}
    assert [one.slot for one in view.waiting] == [SLOT]


def test_a_cue_perhaps_never_shown_whose_time_is_over_is_summed_up(workplace: Workplace) -> None:
    workplace.add(at("16:30"))
    workplace.notifier.waits = True
    workplace.go_to("16:30")
    workplace.kill()
    workplace.clock.moment = local(TUESDAY, "08:00")
    workplace.open()
    workplace.start()
    assert workplace.state(f"{MONDAY}/16:30") == "expired"
    [notice] = workplace.notifier.notices
    assert notice.body == "1 cue passed while you were away."


def test_a_streak_that_a_day_has_ended_ends_in_the_file_too(workplace: Workplace) -> None:
    habit = workplace.add(at("10:30"))
    workplace.go_to("10:31")
    workplace.done(habit)

    def rows() -> list[tuple[str, int]]:
        found = workplace.store._rows("SELECT end_date, open FROM streak")
        return [(row["end_date"], row["open"]) for row in found]

    workplace.go_to("12:00", TUESDAY)
    assert rows() == [("2026-11-23", 1)]
    workplace.go_to("04:01", MONDAY + timedelta(days=3))  # a spare was spent on the Tuesday
    assert rows() == [("2026-11-23", 0)]


def test_a_cue_shown_before_the_crash_is_not_shown_again(workplace: Workplace) -> None:
    workplace.add(at("10:30"))
    workplace.go_to("10:30")
    workplace.restart()
    assert workplace.titles() == []
    assert workplace.state(SLOT) == "shown"


def test_what_passed_while_away_is_recorded_and_summed_up_once(workplace: Workplace) -> None:
    workplace.add(at("10:30", "15:00"))
    workplace.kill()
    workplace.clock.moment = local(MONDAY + timedelta(days=3), "08:00")
    workplace.open()
    workplace.start()
    [notice] = workplace.notifier.notices
    assert notice.title == "While you were away"
    assert "6 cues passed" in notice.body
    states = {
        workplace.state(f"{MONDAY + timedelta(days=n)}/{wall}")
        for n in range(3)
        for wall in ("10:30", "15:00")
    }
    assert states == {"expired"}
    workplace.restart()
    assert workplace.titles() == []


def test_what_is_still_open_on_return_comes_with_a_word_on_what_passed(workplace: Workplace) -> None:
    workplace.add(at("10:30", "15:00"))
    workplace.kill()
    workplace.clock.moment = local(TUESDAY, "15:30")
    workplace.open()
    workplace.start()
    [notice] = workplace.notifier.notices
    assert notice.title == "1 cue is waiting"
    assert "3 cues passed" in notice.body
    assert workplace.state(f"{TUESDAY}/15:00") == "shown"


def test_what_was_kept_while_away_did_not_pass(workplace: Workplace) -> None:
    habit = workplace.add(at("10:30", "15:00"), Target(TargetKind.COUNT, 1))
    workplace.kill()
    workplace.clock.moment = local(MONDAY, "10:40")
    workplace.open()
    workplace.coach.recording.done(Log(habit.id, Source.COMMAND))
    workplace.kill()
    workplace.clock.moment = local(MONDAY + timedelta(days=4), "08:00")
    workplace.open()
    workplace.start()
    assert "6 cues passed" in workplace.notifier.notices[0].body


def test_nothing_from_before_a_habit_was_made(workplace: Workplace) -> None:
    workplace.go_to("12:00")
    workplace.add(at("10:30"))
    workplace.cueing.look()
    assert workplace.titles() == []
    assert workplace.state(SLOT) == ""


def test_a_clock_set_back_shows_nothing_twice(workplace: Workplace) -> None:
    workplace.add(at("10:30", "15:00"))
    workplace.go_to("10:35")
    workplace.jump("09:00")
    assert workplace.state(SLOT) == "shown"
    workplace.go_to("15:00")
    assert workplace.titles() == ["Smile", "Smile"]


def test_a_watermark_in_the_future_is_clamped(workplace: Workplace) -> None:
    workplace.add(at("10:30"))
    workplace.store.put_setting(WATERMARK, local(MONDAY + timedelta(days=300), "12:00").isoformat())
    workplace.cueing.look()
    workplace.go_to("10:30")
    assert workplace.titles() == ["Smile"]


def test_the_watermark_moves_though_nothing_is_due(workplace: Workplace) -> None:
    workplace.cueing.look()
    workplace.jump("09:00")
    assert workplace.store.setting(WATERMARK) == local(MONDAY, "09:00").isoformat()
    workplace.jump("09:05")
    assert workplace.store.setting(WATERMARK) == local(MONDAY, "09:00").isoformat()


def test_a_cue_is_lost_to_no_fault_of_the_disk(workplace: Workplace) -> None:
    workplace.add(at("10:30"))
    workplace.clock.moment = local(MONDAY, "10:30")
    other = open_store(workplace.path, 0)
    try:
        with other.writing(), pytest.raises(EnvironmentFaultError, match="file_busy"):
            workplace.cueing.look()
    finally:
        other.close()
    assert workplace.titles() == []
    workplace.cueing.look()
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
        key = PromptKey(f"promise:{kind}", "2026-11-23T10:30/due")
        workplace.store.claim(Prompt(key, None, number, MONDAY, due, state, snoozed_until=due))
    workplace.restart()
    workplace.go_to("20:00")
    left = [one.state for one in workplace.store.open_prompts()]
    assert left == list(states)
    assert workplace.cueing.deliveries.view(number).occasions == ()
