"""When a cue comes and how: stages, rhythm, and the first and last minutes of a shift."""

from datetime import timedelta

import pytest

from habitcoach.core.fading import Stage
from habitcoach.core.occasions import Occasion, occasions_on
from habitcoach.core.trigger import AroundShift, Every, ShiftAnchor, Trigger
from habitcoach.core.turn import Rhythm, Turn, Way, grace_of, stage_at, turn_of
from tests.support.habits import MONDAY, at, daily, habit, local

CALENDAR = daily()
SHIFT = CALENDAR.shift_on(MONDAY)


def occasion(trigger: Trigger, number: int = 0) -> Occasion:
    return occasions_on(habit(trigger), MONDAY, CALENDAR)[number]


def start(offset: int) -> AroundShift:
    return AroundShift(ShiftAnchor.START, offset)


def end(offset: int) -> AroundShift:
    return AroundShift(ShiftAnchor.END, offset)


def turn(trigger: Trigger, stage: Stage = Stage.AT_THE_CUE, rhythm: Rhythm = Rhythm.MOMENT) -> Turn:
    return turn_of(occasion(trigger), trigger, stage, SHIFT, rhythm)


@pytest.mark.parametrize(
    ("trigger", "way", "clock"),
    [
        (start(-1), Way.PACED, "08:59"),
        (start(0), Way.START, "09:00"),
        (start(14), Way.START, "09:14"),
        (start(15), Way.PACED, "09:15"),
        (AroundShift(ShiftAnchor.MIDDLE), Way.PACED, "13:00"),
        (end(-11), Way.PACED, "16:49"),
        (end(-10), Way.END, "16:50"),
        (end(20), Way.END, "17:20"),
        (at("09:05"), Way.OWN_TIME, "09:05"),
        (at("16:55"), Way.OWN_TIME, "16:55"),
    ],
)
def test_the_first_and_last_minutes_belong_to_the_cards_and_clock_times_to_themselves(
    trigger: Trigger, way: Way, clock: str
) -> None:
    assert turn(trigger) == Turn(way, local(MONDAY, clock))


@pytest.mark.parametrize(
    ("trigger", "way"),
    [
        (start(5), Way.START),
        (end(-5), Way.END),
        (at("11:00"), Way.OWN_TIME),
        (AroundShift(ShiftAnchor.MIDDLE), Way.WAITS),
        (Every(60), Way.START),
    ],
)
def test_between_bookends_all_but_clock_times_waits(trigger: Trigger, way: Way) -> None:
    assert turn(trigger, rhythm=Rhythm.BOOKENDS).way is way


def test_off_duty_there_are_no_cards() -> None:
    trigger = at("09:05", anyway=True)
    off = daily(None)
    [found] = occasions_on(habit(trigger), MONDAY, off)
    assert turn_of(found, trigger, Stage.CATCH_UP, None, Rhythm.MOMENT).way is Way.OWN_TIME
    assert turn_of(found, Every(60), Stage.AT_THE_CUE, None, Rhythm.MOMENT).way is Way.PACED


def test_a_catch_up_comes_half_a_window_later_but_within_half_an_hour() -> None:
    assert grace_of(occasion(at("11:00"))) == timedelta(minutes=30)
    assert grace_of(occasion(Every(20))) == timedelta(minutes=10)
    assert turn(at("11:00"), Stage.CATCH_UP) == Turn(Way.OWN_TIME, local(MONDAY, "11:30"))
    assert turn(start(5), Stage.CATCH_UP) == Turn(Way.PACED, local(MONDAY, "09:35"))


def test_a_silent_cue_is_only_listed() -> None:
    assert turn(at("11:00"), Stage.SILENT) == Turn(Way.QUIET, local(MONDAY, "11:00"))


def test_an_occasional_cue_comes_on_every_third_occasion() -> None:
    found = [stage_at(Stage.OCCASIONAL, number) for number in range(1, 7)]
    assert found == [Stage.SILENT, Stage.SILENT, Stage.CATCH_UP] * 2
    assert [stage_at(one, 1) for one in Stage if one is not Stage.OCCASIONAL] == [
        Stage.AT_THE_CUE,
        Stage.CATCH_UP,
        Stage.SILENT,
    ]
