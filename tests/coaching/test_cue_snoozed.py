"""A snoozed cue: when it comes again, and when it does not."""

from datetime import timedelta

import pytest

from habitcoach.core.errors import RefusedError
from habitcoach.core.target import Target, TargetKind
from tests.support.habits import MONDAY, at, local
from tests.support.workplace import Workplace

TUESDAY = MONDAY + timedelta(days=1)
SLOT = f"{MONDAY}/10:30"


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
