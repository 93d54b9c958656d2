"""Cues wait while nobody is there or the screen is full; *do not disturb* only makes them silent."""

from datetime import timedelta
from pathlib import Path

import pytest

from habitcoach.coaching.deliveries import Surface
from habitcoach.coaching.presence_holds import AWAY_MINUTES, HOLD_FULL_SCREEN, HOLD_MICROPHONE
from habitcoach.core.entry import Source
from habitcoach.core.hold import Hold, HoldReason
from habitcoach.core.trigger import Every
from habitcoach.ports import Seen
from tests.support.habits import MONDAY, at, local
from tests.support.promise_desk import PromiseDesk
from tests.support.workplace import NO_BUTTONS, Workplace

SLOT = f"{MONDAY}/10:30"
SECOND, MINUTE = timedelta(seconds=1), timedelta(minutes=1)
LOCKED, PRESENT, NOTHING = Seen(locked=True), Seen(locked=False, idle=SECOND, full_screen=False), Seen()
FULL = Seen(locked=False, idle=SECOND, full_screen=True)
TALKING = Seen(locked=False, idle=SECOND, microphone=True)


def reason(place: Workplace) -> str | None:
    hold = place.coach.today().hold
    return None if hold is None else hold.reason.value


def stay(place: Workplace, seen: Seen, minutes: int) -> list[bool]:
    """Let time pass with one reading a minute."""
    found = []
    for _ in range(minutes):
        place.go_on(MINUTE)
        found.append(place.see(seen))
    return found


def test_a_cue_waits_for_a_locked_screen_and_comes_ten_seconds_after_it(workplace: Workplace) -> None:
    workplace.add(at("10:30"))
    workplace.go_to("10:20")
    assert workplace.see(LOCKED)
    assert reason(workplace) == "away"
    assert stay(workplace, LOCKED, 30) == [False] * 30
    assert (workplace.prompt(SLOT).state.value, workplace.prompt(SLOT).held_for) == ("held", "away")
    assert workplace.see(PRESENT)
    assert reason(workplace) is None
    workplace.go_on(9 * SECOND)
    assert workplace.titles() == []
    workplace.go_on(SECOND)
    assert workplace.titles() == ["Smile"]
    assert len(workplace.store.holds(local(MONDAY, "00:00"))) == 1


def test_what_came_due_meanwhile_comes_as_one(workplace: Workplace) -> None:
    workplace.add(at("10:30"))
    workplace.add(at("10:40"), name="Other")
    workplace.go_to("10:20")
    workplace.see(LOCKED)
    stay(workplace, LOCKED, 25)
    workplace.see(PRESENT)
    workplace.go_on(MINUTE)
    assert workplace.titles() == ["2 cues are waiting"]


def test_nobody_at_the_keyboard_for_the_minutes_chosen_is_away(workplace: Workplace) -> None:
    assert not workplace.see(Seen(idle=timedelta(minutes=4, seconds=59)))
    assert workplace.see(Seen(idle=timedelta(minutes=5)))
    assert workplace.see(PRESENT)
    workplace.coach.settings.choose(AWAY_MINUTES, "15")
    assert not workplace.see(Seen(idle=timedelta(minutes=14)))
    assert workplace.see(Seen(idle=timedelta(minutes=15)))


@pytest.mark.parametrize("seen", [NOTHING, PRESENT, Seen(do_not_disturb=True)])
def test_unknown_is_present_and_so_is_whoever_wants_quiet(workplace: Workplace, seen: Seen) -> None:
    assert not workplace.see(seen)
    assert reason(workplace) is None
    assert workplace.store.holds(local(MONDAY, "00:00")) == []


def test_full_screen_holds_for_an_hour_and_is_then_how_the_agent_works(workplace: Workplace) -> None:
    workplace.add(at("10:30"))
    workplace.go_to("10:00")
    assert workplace.see(FULL)
    assert reason(workplace) == "full_screen"
    assert stay(workplace, FULL, 59) == [False] * 59
    assert workplace.state(SLOT) == "held"
    assert stay(workplace, FULL, 30) == [True] + [False] * 29
    assert workplace.titles() == ["Smile"]
    workplace.see(PRESENT)
    assert workplace.see(FULL)


def test_after_an_hour_of_full_screen_the_agent_is_asked_once(workplace: Workplace) -> None:
    today, holds = workplace.coach.today, workplace.coach.presence_holds
    workplace.see(FULL)
    stay(workplace, FULL, 59)
    assert not today().asks_full_screen
    stay(workplace, FULL, 2)
    assert today().asks_full_screen
    workplace.see(PRESENT)
    assert today().asks_full_screen  # it waits for its answer
    holds.not_again()
    assert not today().asks_full_screen
    workplace.see(FULL)
    assert stay(workplace, FULL, 61)[-2:] == [True, False]
    assert not today().asks_full_screen


def test_who_has_cues_come_in_full_screen_is_not_asked(workplace: Workplace) -> None:
    workplace.see(FULL)
    stay(workplace, FULL, 61)
    workplace.coach.settings.choose(HOLD_FULL_SCREEN, "off")
    assert not workplace.coach.today().asks_full_screen


def test_full_screen_holds_nothing_once_the_agent_does_not_want_that(workplace: Workplace) -> None:
    assert workplace.see(FULL)
    workplace.coach.settings.choose(HOLD_FULL_SCREEN, "off")
    assert workplace.see(FULL)
    assert reason(workplace) is None
    assert not workplace.see(FULL)


def test_a_microphone_holds_nothing_before_the_agent_has_asked_for_it(workplace: Workplace) -> None:
    assert not workplace.see(TALKING)
    workplace.coach.settings.choose(HOLD_MICROPHONE, "on")
    assert workplace.see(TALKING)
    assert reason(workplace) == "microphone"
    workplace.coach.settings.choose(HOLD_MICROPHONE, "off")
    assert workplace.see(TALKING)
    assert reason(workplace) is None


def test_a_cue_waits_for_the_end_of_a_talk_and_a_headset_that_is_always_open_holds_nothing(
    workplace: Workplace,
) -> None:
    workplace.coach.settings.choose(HOLD_MICROPHONE, "on")
    workplace.add(at("10:30"))
    workplace.go_to("10:20")
    workplace.see(TALKING)
    assert stay(workplace, TALKING, 29) == [False] * 29
    assert (workplace.prompt(SLOT).state.value, workplace.prompt(SLOT).held_for) == ("held", "microphone")
    assert stay(workplace, TALKING, 10) == [True] + [False] * 9
    assert workplace.titles() == ["Smile"]
    # Closed and opened again, it is a talk.
    assert not workplace.see(PRESENT)
    assert workplace.see(TALKING)


def test_what_went_on_before_full_screen_was_left_is_counted_by_itself(workplace: Workplace) -> None:
    workplace.coach.settings.choose(HOLD_MICROPHONE, "on")
    both = Seen(locked=False, idle=SECOND, full_screen=True, microphone=True)
    workplace.go_to("10:00")
    workplace.see(TALKING)
    stay(workplace, both, 29)
    # The headset is known as one after 30 minutes; the screen has been full for 29.
    assert stay(workplace, both, 1) == [True]
    assert reason(workplace) == "full_screen"


def test_a_hold_ends_by_itself_when_nobody_goes_on_with_it(workplace: Workplace) -> None:
    workplace.add(at("10:30"))
    workplace.go_to("10:29")
    workplace.see(LOCKED)
    workplace.restart()
    workplace.go_to("10:34")
    assert workplace.titles() == []
    workplace.go_to("10:35")
    assert workplace.titles() == ["Smile"]


def test_a_restart_without_a_word_of_the_system_lets_cues_come(workplace: Workplace) -> None:
    workplace.add(at("10:30"))
    workplace.go_to("10:29")
    workplace.see(LOCKED)
    workplace.go_to("10:30")
    workplace.restart()
    assert workplace.see(NOTHING)
    workplace.go_on(10 * SECOND)
    assert workplace.titles() == ["Smile"]


def test_what_the_agent_said_is_shown_before_what_the_system_sees(workplace: Workplace) -> None:
    workplace.see(FULL)
    workplace.pause(2)
    assert reason(workplace) == "paused"
    workplace.resume()
    assert reason(workplace) == "full_screen"


def test_an_occasion_held_from_its_first_to_its_last_minute_is_skipped(workplace: Workplace) -> None:
    workplace.add(Every(60))
    workplace.go_to("09:55")
    workplace.see(LOCKED)
    stay(workplace, LOCKED, 70)
    found = [one for one in workplace.entries() if one.source is Source.APP]
    assert [(one.slot, one.reason) for one in found] == [(f"{MONDAY}/#2", "held:away")]
    assert all(one.reason is not None and one.reason.neutral for one in found)


def test_a_clock_set_back_leaves_one_hold(workplace: Workplace) -> None:
    workplace.go_to("11:00")
    workplace.see(LOCKED)
    workplace.see(FULL)
    workplace.jump("09:00")
    assert workplace.see(Seen(locked=True, full_screen=True))
    [away, full] = workplace.store.holds(local(MONDAY, "08:00"))
    assert (away.since, full.since) == (local(MONDAY, "09:00"), local(MONDAY, "09:00"))
    assert stay(workplace, PRESENT, 1) == [True]


def test_a_hold_that_never_began_is_taken_out(workplace: Workplace) -> None:
    later = local(MONDAY, "11:00")
    workplace.store.add_hold(Hold(HoldReason.AWAY, None, later, later + MINUTE))
    assert not workplace.see(PRESENT)
    assert workplace.store.holds(local(MONDAY, "00:00")) == []


# ------------------------------------------------------------------ promises


@pytest.mark.parametrize(("seen", "cards"), [(FULL, 1), (TALKING, 1), (LOCKED, 0)])
def test_a_promise_shows_silently_in_full_screen_and_waits_while_nobody_is_there(
    tmp_path: Path, seen: Seen, cards: int
) -> None:
    desk = PromiseDesk(tmp_path)
    desk.start()
    desk.coach.settings.choose(HOLD_MICROPHONE, "on")
    desk.promise("15:40")
    desk.go_to("15:39")
    desk.notifier.notices.clear()
    desk.card.shown.clear()
    desk.chimes.clear()
    desk.see(seen)
    desk.go_to("15:41")
    assert (len(desk.card.shown), desk.titles(), desk.chimes) == (cards, [], [])
    desk.see(PRESENT)
    desk.go_to("15:42")
    assert len(desk.titles()) == 1 - cards
    desk.close()


# ------------------------------------------------------------------ do not disturb


@pytest.mark.parametrize("surface", [Surface.AUTOMATIC, Surface.BOTH, Surface.CARD])
def test_do_not_disturb_leaves_the_count_in_the_tray(workplace: Workplace, surface: Surface) -> None:
    workplace.add(at("10:30"))
    workplace.choose(surface)
    workplace.silenced = True
    workplace.go_to("10:31")
    assert (workplace.titles(), workplace.card.shown, workplace.chimes) == ([], [], [])
    assert [one.slot for one in workplace.coach.today().waiting] == [SLOT]
    assert workplace.prompt(SLOT).channel == "tray"


def test_a_card_that_was_to_follow_stays_away_once_nothing_may_disturb(workplace: Workplace) -> None:
    workplace.add(at("10:30"))
    workplace.notifier.delivery = NO_BUTTONS
    workplace.go_to("10:30")
    workplace.silenced = True
    workplace.go_to("10:31")
    assert workplace.card.shown == []


def test_cues_that_passed_are_not_summed_up_aloud(workplace: Workplace) -> None:
    workplace.add(at("10:30"))
    workplace.silenced = True
    workplace.jump("17:30")
    assert workplace.titles() == []
