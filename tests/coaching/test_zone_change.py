"""The agent travels, or the clock of the machine is put right."""

from datetime import timedelta
from zoneinfo import ZoneInfo

from tests.support.habits import BERLIN, MONDAY, at, local
from tests.support.workplace import Workplace

NEW_YORK = ZoneInfo("America/New_York")
TUESDAY = MONDAY + timedelta(days=1)
SLOT = f"{TUESDAY}/10:30"


def test_westwards_a_slot_does_not_come_again(workplace: Workplace) -> None:
    workplace.add(at("10:30"))
    workplace.go_to("10:31", TUESDAY)
    workplace.clock.place = NEW_YORK
    workplace.cueing.look()
    workplace.go_on(timedelta(hours=8))
    assert workplace.clock.now() > local(TUESDAY, "10:30", NEW_YORK)
    assert len(workplace.titles()) == 2  # Monday's and Tuesday's
    workplace.go_on(timedelta(days=1))
    assert len(workplace.titles()) == 3


def test_eastwards_a_cue_whose_time_was_jumped_over_still_comes(workplace: Workplace) -> None:
    workplace.clock.place = NEW_YORK
    workplace.add(at("10:30"))
    workplace.cueing.look()
    workplace.go_on(local(TUESDAY, "08:00", NEW_YORK) - workplace.clock.now())
    shown = len(workplace.titles())
    workplace.clock.place = BERLIN  # 14:00 there
    workplace.cueing.look()
    assert workplace.state(SLOT) == "shown"
    assert len(workplace.titles()) == shown + 1


def test_a_zone_changed_while_away_loses_no_slot(workplace: Workplace) -> None:
    workplace.clock.place = NEW_YORK
    workplace.add(at("10:30"))
    workplace.cueing.look()
    workplace.go_on(local(TUESDAY, "08:00", NEW_YORK) - workplace.clock.now())
    workplace.kill()
    workplace.clock.place = BERLIN
    workplace.clock.moment = local(TUESDAY, "18:00")
    workplace.open()
    workplace.start()
    assert workplace.state(SLOT) == "expired"
    assert [one.title for one in workplace.notifier.notices] == ["While you were away"]


def test_later_zone_changes_move_no_entry(workplace: Workplace) -> None:
    habit = workplace.add(at("10:30"))
    workplace.go_to("10:31", TUESDAY)
    workplace.done(habit)
    workplace.clock.place = ZoneInfo("Pacific/Auckland")
    workplace.cueing.look()
    assert [(one.work_date, one.slot) for one in workplace.entries()] == [(TUESDAY, SLOT)]


def test_a_night_in_which_the_clock_changes_brings_its_cue_once(workplace: Workplace) -> None:
    spring = MONDAY.replace(2027, 3, 28)
    habit = workplace.add(at("02:30", anyway=True))
    workplace.jump("12:00", spring - timedelta(days=1))
    workplace.coach.habits.restore(habit.id)  # missed for months, it rests
    told = len(workplace.titles())
    workplace.go_to("12:00", spring)
    assert len(workplace.titles()) == told + 1
    assert workplace.prompt(f"{spring - timedelta(days=1)}/02:30").due_at == local(spring, "03:30")
