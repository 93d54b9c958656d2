"""Promises are prompted 10 min before and on time, each exactly once, whatever happens."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from habitcoach.coaching.deliveries import Surface
from habitcoach.coaching.promise_holds import IN_CALLS, InCalls
from habitcoach.core.promise import PromiseId
from tests.support.habits import MONDAY, at, local
from tests.support.promise_desk import FIRST, PromiseDesk
from tests.support.workplace import NO_BUTTONS

TUESDAY = MONDAY + timedelta(days=1)
TITLE = "Call back 4711"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[PromiseDesk]:
    made = PromiseDesk(tmp_path)
    made.start()
    yield made
    made.close()


def test_a_promise_comes_ten_minutes_before_and_on_time(desk: PromiseDesk) -> None:
    desk.promise("15:40")
    desk.go_to("15:29")
    assert (desk.titles(), desk.states(), desk.stands()) == ([], ("", ""), ["later"])
    desk.go_to("15:30")
    assert (desk.titles(), desk.states(), desk.stands()) == ([TITLE], ("shown", ""), ["due"])
    notice = desk.notifier.notices[0]
    assert notice.body == "Promised for 15:40. Then: off my mind."
    assert [one.key for one in notice.actions] == ["done", "snooze", "default"]
    desk.go_to("15:40")
    assert (desk.titles(), desk.states()) == ([TITLE, TITLE], ("expired", "shown"))
    assert len(desk.notifier.up) == 1


def test_once_kept_it_does_not_come_again_and_every_surface_closes(desk: PromiseDesk) -> None:
    desk.promise("15:40")
    desk.go_to("15:30")
    desk.keep()
    assert (desk.states(), desk.notifier.up) == (("answered", ""), {})
    desk.go_to("16:30")
    assert (desk.titles(), desk.stands()) == ([TITLE], ["done"])


def test_one_made_within_ten_minutes_comes_only_on_time(desk: PromiseDesk) -> None:
    desk.go_to("15:35")
    desk.promise("15:40")
    assert (desk.titles(), desk.stands()) == ([], ["due"])
    desk.go_to("15:41")
    assert (desk.titles(), desk.states()) == ([TITLE], ("", "shown"))


def test_one_made_exactly_ten_minutes_before_needs_no_early_prompt(desk: PromiseDesk) -> None:
    desk.go_to("15:30")
    desk.promise("15:40")
    desk.cueing.look()
    assert (desk.titles(), desk.states()) == ([], ("", ""))


def test_an_unkept_one_waits_until_its_work_date_ends(desk: PromiseDesk) -> None:
    desk.promise("15:40")
    desk.go_to("03:59", TUESDAY)
    assert (desk.states(), desk.stands()) == (("expired", "shown"), ["due"])
    desk.go_to("04:01", TUESDAY)
    assert (desk.states(), desk.stands()) == (("expired", "expired"), ["due"])
    assert (desk.notifier.up, len(desk.titles())) == ({}, 2)


def test_today_lists_an_open_one_for_two_weeks(desk: PromiseDesk) -> None:
    desk.promise("15:40")
    desk.go_to("10:00", MONDAY + timedelta(days=14))
    assert desk.stands() == ["due"]
    desk.go_to("10:00", MONDAY + timedelta(days=15))
    assert desk.stands() == []
    assert [one.promise_id for one in desk.coach.promises.listed()] == [1]


# ---- program and clock


def test_a_kill_between_claim_and_notification_leaves_it_unconfirmed_and_silent(desk: PromiseDesk) -> None:
    desk.promise("15:40")
    desk.notifier.waits = True
    desk.go_to("15:30")
    assert desk.states() == ("claimed", "")
    desk.restart()
    assert (desk.states(), desk.titles()) == (("unconfirmed", ""), [])
    assert [one.unconfirmed for one in desk.coach.today().promises] == [True]
    desk.go_to("15:40")
    assert (desk.states(), desk.titles()) == (("expired", "shown"), [TITLE])


@pytest.mark.parametrize("clock", ["15:30", "15:33", "15:40", "15:45"])
def test_a_restart_shows_nothing_twice(desk: PromiseDesk, clock: str) -> None:
    desk.promise("15:40")
    desk.go_to(clock)
    before = desk.states()
    desk.restart()
    assert (desk.states(), desk.titles()) == (before, [])


def test_one_whose_early_prompt_passed_while_away_comes_late_or_on_time(desk: PromiseDesk) -> None:
    desk.promise("15:40")
    desk.kill()
    desk.clock.moment = local(MONDAY, "15:37")
    desk.open()
    desk.start()
    assert (desk.titles(), desk.states()) == ([TITLE], ("shown", ""))


def test_one_whose_time_passed_while_away_comes_alone(desk: PromiseDesk) -> None:
    desk.promise("15:40")
    desk.kill()
    desk.clock.moment = local(MONDAY, "16:20")
    desk.open()
    desk.start()
    assert (desk.titles(), desk.states()) == ([TITLE], ("expired", "shown"))


def test_one_whose_work_date_passed_while_away_is_summed_up_once(desk: PromiseDesk) -> None:
    desk.promise("15:40")
    desk.kill()
    desk.clock.moment = local(TUESDAY, "08:00")
    desk.open()
    desk.start()
    assert (desk.titles(), desk.states()) == (["While you were away"], ("expired", "expired"))
    assert desk.notifier.notices[0].body == "1 cue passed while you were away."
    desk.restart()
    assert (desk.titles(), desk.stands()) == ([], ["due"])


def test_a_clock_set_back_shows_nothing_twice(desk: PromiseDesk) -> None:
    desk.promise("15:40")
    desk.go_to("15:41")
    desk.jump("15:00")
    assert desk.stands() == ["later"]
    desk.go_to("15:50")
    assert desk.titles() == [TITLE, TITLE]


def test_one_let_pass_by_a_clock_set_wrong_comes_at_its_true_time(desk: PromiseDesk) -> None:
    desk.promise("15:40")
    desk.jump("15:00", TUESDAY)
    assert (desk.titles(), desk.states()) == (["While you were away"], ("expired", "expired"))
    desk.jump("15:00")
    desk.jump("15:30")
    desk.jump("15:40")
    assert desk.titles()[1:] == [TITLE, TITLE]
    assert desk.states() == ("expired", "shown")


def test_another_zone_moves_neither_time_nor_place(desk: PromiseDesk) -> None:
    desk.promise("15:40")
    desk.go_to("15:30")
    for zone in ("America/New_York", "Pacific/Auckland", "Europe/Berlin"):
        desk.clock.place = ZoneInfo(zone)
        desk.cueing.look()
    assert (desk.titles(), desk.states()) == ([TITLE], ("shown", ""))
    desk.clock.place = ZoneInfo("America/New_York")
    desk.go_to("15:41")
    assert (desk.titles(), desk.states()) == ([TITLE, TITLE], ("expired", "shown"))


@pytest.mark.parametrize(
    ("zone", "day", "hour"),
    [
        ("Europe/Berlin", date(2026, 3, 29), "02:30"),
        ("Europe/Berlin", date(2026, 10, 25), "02:30"),
        ("America/New_York", date(2026, 11, 1), "01:30"),
        ("Australia/Lord_Howe", date(2026, 4, 5), "01:45"),
    ],
)
def test_each_comes_twice_in_the_night_of_a_clock_change(
    tmp_path: Path, zone: str, day: date, hour: str
) -> None:
    place = ZoneInfo(zone)
    desk = PromiseDesk(tmp_path, local(day - timedelta(days=1), "20:00", place))
    desk.clock.place = place
    desk.start()
    made = desk.promise_at(local(day, hour, place))
    desk.go_on(timedelta(hours=14))
    assert desk.titles() == [TITLE, TITLE]
    assert [one.state.value for one in desk.coach.promises.listed()] == ["open"]
    assert made.due_at.astimezone(place).date() == day
    desk.close()


# ---- snooze


def test_a_snooze_comes_back(desk: PromiseDesk) -> None:
    desk.promise("15:40")
    desk.go_to("15:40")
    desk.put_off(15)
    assert (desk.states(), desk.stands(), desk.notifier.up) == (("expired", "snoozed"), ["snoozed"], {})
    desk.go_to("15:54")
    assert len(desk.titles()) == 2
    desk.go_to("15:55")
    assert (len(desk.titles()), desk.states(), desk.stands()) == (3, ("expired", "shown"), ["due"])


def test_a_snooze_before_the_time_never_hides_it(desk: PromiseDesk) -> None:
    desk.promise("15:40")
    desk.go_to("15:30")
    desk.put_off(15)
    desk.go_to("15:40")
    assert (len(desk.titles()), desk.states()) == (2, ("expired", "shown"))


def test_a_snooze_survives_a_restart_and_the_end_of_the_work_date(desk: PromiseDesk) -> None:
    desk.promise("19:00")
    desk.go_to("03:50", TUESDAY)
    desk.put_off(15)
    desk.restart()
    desk.go_to("04:05", TUESDAY)
    assert (desk.titles(), desk.states(f"{MONDAY}T19:00")) == ([TITLE], ("expired", "shown"))
    desk.go_to("04:36", TUESDAY)
    assert desk.states(f"{MONDAY}T19:00") == ("expired", "expired")


def test_a_snooze_that_passed_while_away_is_summed_up(desk: PromiseDesk) -> None:
    desk.promise("15:40")
    desk.go_to("15:40")
    desk.put_off(15)
    desk.kill()
    desk.clock.moment = local(TUESDAY, "09:00")
    desk.open()
    desk.start()
    assert (desk.titles(), desk.states()) == (["While you were away"], ("expired", "expired"))


# ---- holds


def test_during_a_call_it_comes_as_card_and_count_without_a_sound(desk: PromiseDesk) -> None:
    desk.promise("15:40")
    desk.go_to("15:20")
    desk.call(on=True)
    desk.go_to("15:30")
    assert (desk.titles(), desk.states(), desk.stands()) == ([], ("shown", ""), ["due"])
    assert len(desk.card.open) == 1
    desk.keep()
    assert desk.card.open == []


@pytest.mark.parametrize(
    ("surface", "cards"), [(Surface.NOTIFICATION, 0), (Surface.TRAY, 0), (Surface.CARD, 1)]
)
def test_during_a_call_the_choice_of_surface_holds(desk: PromiseDesk, surface: Surface, cards: int) -> None:
    desk.choose(surface)
    desk.promise("15:40")
    desk.go_to("15:20")
    desk.call(on=True)
    desk.go_to("15:30")
    assert (desk.titles(), len(desk.card.open), desk.stands()) == ([], cards, ["due"])


def test_by_setting_a_call_holds_it(desk: PromiseDesk) -> None:
    desk.coach.settings.choose(IN_CALLS, InCalls.HOLD)
    desk.promise("15:40")
    desk.go_to("15:20")
    desk.call(on=True)
    desk.go_to("15:35")
    assert (desk.states(), desk.stands(), desk.card.open) == (("held", ""), ["held"], [])
    desk.call(on=False)
    desk.go_on(timedelta(seconds=10))
    assert (desk.titles(), desk.states()) == ([TITLE], ("shown", ""))


def test_a_pause_holds_it_and_lets_it_go(desk: PromiseDesk) -> None:
    desk.promise("15:40")
    desk.go_to("15:20")
    desk.pause(40)
    desk.go_to("15:45")
    assert (desk.states(), desk.titles()) == (("expired", "held"), [])
    desk.go_to("16:01")
    assert (desk.states(), desk.titles()) == (("expired", "shown"), [TITLE])


def test_a_pause_holds_a_snoozed_one(desk: PromiseDesk) -> None:
    desk.promise("15:40")
    desk.go_to("15:40")
    desk.put_off(5)
    desk.pause(20)
    desk.go_to("15:50")
    assert desk.states() == ("expired", "held")
    desk.go_to("16:01")
    assert desk.states() == ("expired", "shown")


def test_a_pause_ended_by_another_process_lets_it_go_at_once(desk: PromiseDesk) -> None:
    desk.promise("15:40")
    desk.go_to("15:20")
    desk.pause(60)
    desk.go_to("15:32")
    desk.coach.holding.resume()
    desk.clock.moment += timedelta(seconds=11)
    desk.cueing.settle()
    desk.alarms.ring_due(desk.clock.now())
    assert (desk.states(), desk.titles()) == (("shown", ""), [TITLE])


def test_one_held_until_its_work_date_ended_is_told_of(desk: PromiseDesk) -> None:
    desk.promise("15:40")
    desk.go_to("15:35")
    desk.pause(13 * 60)
    desk.go_to("04:00", TUESDAY)
    assert desk.states() == ("expired", "expired")
    assert desk.titles() == [TITLE, "While you were away"]


def test_the_pause_of_a_habit_holds_no_promise(desk: PromiseDesk) -> None:
    habit = desk.add(at("10:30"))
    desk.promise("15:40")
    desk.go_to("15:20")
    desk.pause(60, habit)
    desk.go_to("15:30")
    assert desk.titles()[-1] == TITLE


# ---- with others


def test_a_cue_of_the_same_minute_joins_it(desk: PromiseDesk) -> None:
    desk.add(at("15:30"))
    desk.promise("15:40")
    desk.go_to("15:30")
    notice = desk.notifier.notices[-1]
    assert (notice.title, notice.body) == ("2 cues are waiting", "15:30 Smile, 15:40 Call back 4711")
    assert [one.key for one in notice.actions] == ["show", "default"]


def test_where_a_notification_has_no_buttons_the_card_follows(desk: PromiseDesk) -> None:
    desk.notifier.delivery = NO_BUTTONS
    desk.promise("15:40")
    desk.go_to("15:30")
    assert desk.card.open == []
    desk.go_on(timedelta(seconds=8))
    assert len(desk.card.open) == 1
    number = desk.card.open[0]
    view = desk.cueing.deliveries.view(number)
    assert ([one.ticket for one in view.promises], view.waits) == (["4711"], True)


def test_two_promises_of_one_minute_are_two(desk: PromiseDesk) -> None:
    desk.promise("15:40", "1")
    desk.promise("15:40", "2")
    desk.go_to("15:40")
    assert (desk.states(), desk.states(promise_id=2)) == (("expired", "shown"), ("expired", "shown"))
    desk.keep(PromiseId(2))
    assert (desk.states(), desk.states(promise_id=2)) == (("expired", "shown"), ("expired", "answered"))


# ---- another time


def test_a_new_time_brings_new_prompts_and_ends_the_old_ones(desk: PromiseDesk) -> None:
    desk.promise("15:40")
    desk.go_to("15:30")
    desk.retime("16:30")
    assert (desk.states(), desk.notifier.up) == (("answered", ""), {})
    desk.go_to("16:31")
    assert (desk.titles(), desk.states(f"{MONDAY}T16:30")) == ([TITLE] * 3, ("expired", "shown"))


def test_back_at_its_former_time_it_is_prompted_once_more(desk: PromiseDesk) -> None:
    desk.promise("15:40")
    desk.go_to("15:30")
    desk.retime("16:30")
    desk.retime("15:50")
    desk.retime("16:30")
    desk.retime("15:40")
    desk.go_to("15:41")
    assert (desk.titles(), desk.states(f"{MONDAY}T15:40+1")) == ([TITLE] * 2, ("", "shown"))


def test_a_prompt_of_a_time_it_has_no_more_ends(desk: PromiseDesk) -> None:
    desk.promise("15:40")
    desk.go_to("15:30")
    promise = desk.store.promise(FIRST)
    assert promise is not None
    desk.retime("16:30")
    desk.go_to("16:20")
    desk.store.update_promise(promise)  # as an undo by a process that knew nothing of the later prompt
    desk.cueing.look()
    assert desk.states(f"{MONDAY}T16:30") == ("expired", "")
