"""Cues wait behind a call or a pause, come joined when it ends, and are skipped when held throughout."""

from datetime import date, timedelta

import pytest

from habitcoach.core.entry import Entry, Source
from habitcoach.core.errors import EnvironmentFaultError, InputError, RefusedError
from habitcoach.core.habit import HabitId, Pause
from habitcoach.core.judging import Outcome
from habitcoach.core.target import Target, TargetKind
from habitcoach.core.trigger import Every
from habitcoach.storage.opening import open_store
from tests.support.habits import MONDAY, at, local
from tests.support.workplace import Workplace

TUESDAY = MONDAY + timedelta(days=1)
THURSDAY = MONDAY + timedelta(days=3)
SLOT = f"{MONDAY}/10:30"
SECOND = timedelta(seconds=1)


def hold_of(place: Workplace) -> tuple[str, str] | None:
    hold = place.coach.today().hold
    return None if hold is None else (hold.reason.value, f"{hold.since:%H:%M}-{hold.until:%H:%M}")


def by_app(place: Workplace, habit: HabitId = HabitId(1)) -> list[Entry]:
    return [one for one in place.entries(habit) if one.source is Source.APP]


# ------------------------------------------------------------------ held and released


def test_a_cue_due_during_a_call_waits_and_comes_ten_seconds_after_it(workplace: Workplace) -> None:
    workplace.add(at("10:30"))
    workplace.go_to("10:20")
    workplace.call(on=True)
    assert hold_of(workplace) == ("call", "10:20-11:20")
    workplace.go_to("10:40")
    prompt = workplace.prompt(SLOT)
    assert (prompt.state.value, prompt.held_for) == ("held", "call")
    assert workplace.today()[SLOT].state.value == "held"
    assert workplace.coach.today().waiting == ()
    workplace.call(on=False)
    assert hold_of(workplace) is None
    workplace.go_on(9 * SECOND)
    assert workplace.titles() == []
    workplace.go_on(SECOND)
    assert workplace.titles() == ["Smile"]
    prompt = workplace.prompt(SLOT)
    assert (prompt.state.value, prompt.held_for) == ("shown", "call")
    workplace.go_to("16:00")
    assert workplace.titles() == ["Smile"]


def test_what_was_held_comes_as_one_delivery_with_snoozes_and_what_is_due_then(workplace: Workplace) -> None:
    workplace.add(at("10:30"))
    workplace.add(at("10:50"), name="Other")
    snoozed = workplace.add(at("10:00"), name="Snoozed")
    workplace.go_to("10:10")
    workplace.snooze(snoozed, 15)
    workplace.call(on=True)
    workplace.go_to("11:09")
    assert workplace.titles() == ["Snoozed"]
    assert workplace.state(f"{MONDAY}/10:00", snoozed.id) == "held"
    workplace.go_to("11:11")
    assert workplace.titles()[1:] == ["3 cues are waiting"]
    assert {one.state.value for one in workplace.today().values()} == {"due"}


def test_a_cue_on_a_surface_stays_there_during_a_call(workplace: Workplace) -> None:
    workplace.add(at("10:30"))
    workplace.go_to("10:30")
    workplace.call(on=True)
    workplace.cueing.look()
    assert workplace.today()[SLOT].state.value == "due"
    assert len(workplace.notifier.up) == 1


def test_a_held_cue_is_answered_and_snoozed_like_any(workplace: Workplace) -> None:
    habit = workplace.add(at("10:30"))
    other = workplace.add(at("10:30"), name="Other")
    workplace.call(on=True)
    workplace.clock.moment = local(MONDAY, "08:59")
    workplace.call(on=True)  # again: it lasts an hour from now
    workplace.go_to("09:50")
    workplace.call(on=True)
    workplace.go_to("10:31")
    assert workplace.done(habit).slot == SLOT
    assert workplace.state(SLOT) == "answered"
    workplace.snooze(other, 60)
    workplace.go_to("11:00")
    assert workplace.titles() == []
    workplace.go_to("11:31")
    assert workplace.titles() == ["Other"]


def test_nothing_runs_and_the_command_line_still_says_held(workplace: Workplace) -> None:
    workplace.add(at("10:30"))
    workplace.call(on=True)
    workplace.clock.moment = local(MONDAY, "08:50")
    workplace.pause(180)
    workplace.clock.moment = local(MONDAY, "10:31")
    assert workplace.today()[SLOT].state.value == "held"
    workplace.clock.moment = local(MONDAY, "11:51")
    assert workplace.today()[SLOT].state.value == "due"


def test_a_call_ends_by_itself_with_the_shift(workplace: Workplace) -> None:
    workplace.go_to("16:30")
    workplace.call(on=True)
    assert hold_of(workplace) == ("call", "16:30-17:00")
    workplace.go_to("17:00")
    assert hold_of(workplace) is None


def test_a_hold_and_what_it_holds_survive_a_restart(workplace: Workplace) -> None:
    workplace.add(at("10:30"))
    workplace.go_to("10:20")
    workplace.call(on=True)
    workplace.go_to("10:31")
    workplace.restart()
    assert hold_of(workplace) == ("call", "10:20-11:20")
    assert workplace.state(SLOT) == "held"
    workplace.go_to("11:21")
    assert workplace.titles() == ["Smile"]


def test_a_hold_that_ended_between_a_change_and_the_alarm_lets_its_cue_come(workplace: Workplace) -> None:
    workplace.add(at("10:30"))
    workplace.go_to("10:20")
    workplace.call(on=True)
    workplace.go_to("10:31")
    workplace.clock.moment = local(MONDAY, "11:20") + 10 * SECOND
    workplace.add(at("15:00"), name="Other")
    workplace.alarms.ring_due(workplace.clock.now())
    assert workplace.titles() == ["Smile"]


def test_a_clock_set_back_before_a_held_cue_waits_for_its_time(workplace: Workplace) -> None:
    workplace.add(at("10:30"))
    workplace.go_to("10:20")
    workplace.call(on=True)
    workplace.go_to("10:31")
    workplace.jump("09:00")
    assert workplace.state(SLOT) == "held"
    assert workplace.titles() == []
    workplace.coach.holding.call_off()  # it has not begun, and never will
    workplace.go_to("10:30")
    assert workplace.titles() == ["Smile"]


# ------------------------------------------------------------------ held throughout


def test_a_window_held_from_its_first_to_its_last_minute_is_skipped_by_the_app(workplace: Workplace) -> None:
    habit = workplace.add(Every(60))
    workplace.go_to("09:59")
    workplace.pause(62)
    workplace.go_to("11:01")
    assert workplace.state(f"{MONDAY}/#2") == "expired"
    [entry] = by_app(workplace)
    assert (entry.slot, entry.kind.value, entry.reason) == (f"{MONDAY}/#2", "skip", "held:paused")
    assert workplace.today()[f"{MONDAY}/#2"].state.value == "skipped"
    assert "passed" not in "".join(one.body for one in workplace.notifier.notices)
    standing = workplace.coach.standings.of(workplace.coach.agenda(), habit)
    assert standing.day(MONDAY).held_slots == {f"{MONDAY}/#2"}


def test_a_later_log_replaces_the_skip_and_undo_brings_it_back(workplace: Workplace) -> None:
    habit = workplace.add(Every(60))
    workplace.go_to("09:59")
    workplace.pause(62)
    workplace.go_to("11:01")
    slot = f"{MONDAY}/#2"
    assert workplace.done(habit, at=local(MONDAY, "10:20")).slot == slot
    assert workplace.today()[slot].state.value == "done"
    assert workplace.undo().slot == slot
    assert workplace.today()[slot].state.value == "skipped"
    assert workplace.state(slot) == "expired"
    with pytest.raises(RefusedError, match="nothing_to_undo"):
        workplace.undo()  # the app's own skip is not the agent's to take back


def test_a_late_log_without_a_slot_finds_the_skipped_occasion(workplace: Workplace) -> None:
    habit = workplace.add(at("16:30"))
    workplace.go_to("16:29")
    workplace.call(on=True)
    workplace.go_to("18:00")
    assert [one.reason for one in by_app(workplace)] == ["held:call"]
    assert workplace.done(habit).slot == f"{MONDAY}/16:30"
    assert workplace.streak(habit) == 1


def test_a_day_held_throughout_is_no_miss(workplace: Workplace) -> None:
    habit = workplace.add(at("10:30"))
    workplace.go_to("10:31")
    workplace.done(habit)
    workplace.go_to("10:00", TUESDAY)
    workplace.pause(7 * 60)
    workplace.go_to("09:00", TUESDAY + timedelta(days=1))
    standing = workplace.coach.standings.of(workplace.coach.agenda(), habit)
    assert [one.outcome for one in standing.periods[:2]] == [Outcome.KEPT, Outcome.NEUTRAL]
    assert standing.streak.current == 1


def test_a_cue_let_go_before_its_window_ended_is_no_skip(workplace: Workplace) -> None:
    workplace.add(at("10:30"))
    workplace.go_to("10:00")
    workplace.pause(60)
    workplace.go_to("17:01")
    assert by_app(workplace) == []
    assert workplace.state(SLOT) == "expired"


def test_a_hold_that_began_after_the_cue_is_no_skip(workplace: Workplace) -> None:
    workplace.add(at("16:30"))
    workplace.kill()
    workplace.open()
    workplace.clock.moment = local(MONDAY, "16:31")
    workplace.coach.holding.call_on()
    workplace.start()
    assert workplace.state(f"{MONDAY}/16:30") == "held"
    workplace.go_to("17:01")
    assert by_app(workplace) == []


def test_held_throughout_while_the_app_was_away(workplace: Workplace) -> None:
    workplace.add(Every(60))
    workplace.go_to("09:59")
    workplace.pause(62)
    workplace.kill()
    workplace.clock.moment = local(MONDAY, "11:05")
    workplace.open()
    workplace.start()
    assert [one.slot for one in by_app(workplace)] == [f"{MONDAY}/#2"]
    prompt = workplace.prompt(f"{MONDAY}/#2")
    assert (prompt.state.value, prompt.held_for) == ("expired", "paused")
    assert "passed" not in workplace.notifier.notices[0].body


def test_a_cue_held_when_the_app_went_away_passed_when_its_hold_ended(workplace: Workplace) -> None:
    workplace.add(at("10:30"))
    workplace.go_to("10:20")
    workplace.call(on=True)
    workplace.go_to("10:31")
    workplace.kill()
    workplace.clock.moment = local(MONDAY, "20:00")
    workplace.open()
    workplace.start()
    assert by_app(workplace) == []
    assert "1 cue passed" in workplace.notifier.notices[0].body


def test_what_was_kept_meanwhile_needs_no_skip(workplace: Workplace) -> None:
    habit = workplace.add(at("10:30", "11:00"), Target(TargetKind.COUNT, 2))
    workplace.go_to("10:20")
    workplace.pause(6 * 60)
    workplace.go_to("10:50")
    workplace.done(habit, f"{MONDAY}/11:00", count=2)
    workplace.go_to("10:55")
    workplace.cueing.look()
    assert workplace.state(SLOT) == "expired"
    workplace.go_to("18:00")
    assert by_app(workplace) == []


def test_a_skip_that_did_not_reach_the_disk_is_not_reckoned_with(workplace: Workplace) -> None:
    habit = workplace.add(at("16:30"))
    workplace.go_to("16:29")
    workplace.call(on=True)
    workplace.go_to("16:59")
    workplace.clock.moment = local(MONDAY, "17:00")
    other = open_store(workplace.path, 0)
    try:
        with other.writing(), pytest.raises(EnvironmentFaultError, match="file_busy"):
            workplace.cueing.look()
    finally:
        other.close()
    agenda = workplace.coach.agenda()
    assert workplace.coach.standings.of(agenda, habit).day(MONDAY).held_slots == set()
    workplace.cueing.look()
    assert workplace.coach.standings.of(agenda, habit).day(MONDAY).held_slots == {f"{MONDAY}/16:30"}


# ------------------------------------------------------------------ pauses


def test_a_pause_of_one_habit_holds_that_one_alone(workplace: Workplace) -> None:
    habit = workplace.add(at("10:30"))
    workplace.add(at("10:30"), name="Other")
    workplace.go_to("10:00")
    workplace.pause(90, habit)
    assert hold_of(workplace) is None
    workplace.go_to("10:31")
    assert workplace.titles() == ["Other"]
    workplace.resume(habit)
    workplace.go_on(10 * SECOND)
    assert workplace.titles()[1:] in (["Smile"], ["2 cues are waiting"])


def test_a_longer_pause_moves_the_end_of_the_running_one(workplace: Workplace) -> None:
    workplace.pause(30)
    workplace.go_to("08:20")
    workplace.call(on=True)
    workplace.pause(90)
    assert hold_of(workplace) == ("paused", "08:00-09:50")
    workplace.call(on=False)
    assert hold_of(workplace) == ("paused", "08:00-09:50")
    workplace.call(on=True)
    workplace.resume()
    assert hold_of(workplace) == ("call", "08:20-09:20")
    workplace.call(on=False)
    assert hold_of(workplace) is None


def test_back_on_a_day_leaves_whole_work_dates_out(workplace: Workplace) -> None:
    habit = workplace.add(at("10:30"))
    other = workplace.add(at("10:30"), name="Other")
    workplace.go_to("10:31")
    workplace.pause_till(THURSDAY, habit)
    assert workplace.state(SLOT) == "expired"
    assert workplace.state(SLOT, other.id) == "shown"
    assert workplace.store.pauses() == [Pause(habit.id, MONDAY, THURSDAY - timedelta(days=1), "paused")]
    workplace.pause_till(TUESDAY, habit)
    assert workplace.store.pauses() == [Pause(habit.id, MONDAY, MONDAY, "paused")]
    workplace.go_to("10:31", TUESDAY)
    assert workplace.today()[f"{TUESDAY}/10:30"].state.value == "due"


def test_all_habits_pause_and_come_back_early_without_a_miss(workplace: Workplace) -> None:
    habit = workplace.add(at("10:30"))
    workplace.go_to("10:31")
    workplace.pause_till(THURSDAY)
    assert workplace.state(SLOT) == "expired"
    assert workplace.coach.today().occasions == ()
    workplace.go_to("09:00", TUESDAY)
    workplace.resume()
    assert workplace.store.pauses() == [Pause(None, MONDAY, MONDAY, "paused")]
    workplace.go_to("09:00", THURSDAY)
    standing = workplace.coach.standings.of(workplace.coach.agenda(), habit)
    found = [one.outcome.value for one in standing.periods]
    assert found == ["neutral", "neutral", "missed", "open"]


def test_a_pause_taken_back_on_its_day_was_none(workplace: Workplace) -> None:
    habit = workplace.add(at("10:30"))
    workplace.pause_till(THURSDAY, habit)
    workplace.resume(habit)
    assert workplace.store.pauses() == []


def test_a_pause_that_is_over_before_it_begins_is_refused(workplace: Workplace) -> None:
    with pytest.raises(InputError, match="not_ahead"):
        workplace.pause(0)
    with pytest.raises(InputError, match="not_ahead"):
        workplace.pause_till(MONDAY)
    with pytest.raises(InputError, match="too_long_a_span"):
        workplace.pause_till(date(2028, 1, 1))
