"""Choosing what today's shift is, and taking the choice back."""

from datetime import time, timedelta

import pytest

from habitcoach.coaching.changes import Changed
from habitcoach.coaching.shift_choices import AS_PLANNED, OFF, NamedShift, ShiftWish, WishKind
from habitcoach.core.errors import InputError
from habitcoach.core.roster import Roster, ShiftPattern
from tests.support.habits import MONDAY
from tests.support.workplace import Workplace

EARLY = ShiftPattern(time(8), time(16, 30), ((time(12), time(12, 30)), (time(14), time(14, 15))))
LATE = ShiftPattern(time(13), time(21))
ROSTER = Roster(MONDAY, MONDAY, {"Late": LATE, "Early": EARLY}, ("Early", None))
NAMED_EARLY = NamedShift("Early", time(8), time(16, 30))
NAMED_LATE = NamedShift("Late", time(13), time(21))


def hours(start: time, end: time) -> ShiftWish:
    return ShiftWish(WishKind.HOURS, start=start, end=end)


def test_choices_are_the_roster_s_shifts_by_their_start(workplace: Workplace) -> None:
    workplace.coach.duty.set_roster(ROSTER)
    found = workplace.coach.shift_choosing.choices()
    assert found.day == MONDAY
    assert found.shifts == (NAMED_EARLY, NAMED_LATE)
    assert found.current == found.planned == NAMED_EARLY
    assert not found.moved


def test_the_unnamed_shift_of_a_new_home_can_be_chosen_too(workplace: Workplace) -> None:
    choosing = workplace.coach.shift_choosing
    nine_to_five = NamedShift("", time(9), time(17))
    choosing.choose(OFF)
    assert choosing.choices().shifts == (nine_to_five,)
    assert choosing.choices().current is None
    assert choosing.choose(ShiftWish(WishKind.NAMED, "")).now == nine_to_five
    assert not choosing.choices().moved


def test_a_choice_is_announced_and_taken_back(workplace: Workplace) -> None:
    workplace.coach.duty.set_roster(ROSTER)
    heard: list[Changed] = []
    workplace.coach.announcer.listen(heard.append)
    choosing = workplace.coach.shift_choosing
    chosen = choosing.choose(ShiftWish(WishKind.NAMED, "Late"))
    assert chosen.now == NAMED_LATE
    assert choosing.choices().moved
    choosing.take_back(chosen)
    assert choosing.choices().current == NAMED_EARLY
    assert heard == [Changed(), Changed()]


def test_taking_back_leads_to_the_choice_before(workplace: Workplace) -> None:
    workplace.coach.duty.set_roster(ROSTER)
    choosing = workplace.coach.shift_choosing
    choosing.choose(OFF)
    second = choosing.choose(AS_PLANNED)
    assert second.now == NAMED_EARLY
    choosing.take_back(second)
    assert choosing.choices().current is None


def test_taking_back_the_first_choice_keeps_the_date_seen(workplace: Workplace) -> None:
    workplace.coach.duty.set_roster(ROSTER)
    workplace.store.mark_seen([MONDAY])
    choosing = workplace.coach.shift_choosing
    choosing.take_back(choosing.choose(OFF))
    assert choosing.choices().current == NAMED_EARLY
    assert MONDAY in workplace.store.duty().seen


@pytest.mark.parametrize(
    ("wish", "breaks"),
    [
        (hours(time(8), time(18)), EARLY.breaks),
        (hours(time(8), time(14)), EARLY.breaks[:1]),
        (hours(time(12, 15), time(16)), EARLY.breaks[1:]),
        (hours(time(22), time(6)), ()),
        (hours(time(23), time(12, 30)), EARLY.breaks[:1]),
    ],
)
def test_other_hours_keep_the_name_and_the_breaks_that_fit(
    workplace: Workplace, wish: ShiftWish, breaks: tuple[tuple[time, time], ...]
) -> None:
    workplace.coach.duty.set_roster(ROSTER)
    chosen = workplace.coach.shift_choosing.choose(wish)
    assert wish.start is not None
    assert wish.end is not None
    assert chosen.now == NamedShift("Early", wish.start, wish.end)
    _, pattern = workplace.coach.agenda().calendar.plan_on(MONDAY)
    assert pattern is not None
    assert pattern.breaks == breaks


def test_hours_on_a_day_off_make_it_a_working_day(workplace: Workplace) -> None:
    workplace.coach.duty.set_roster(ROSTER)
    workplace.clock.advance(timedelta(days=1))
    choosing = workplace.coach.shift_choosing
    assert choosing.choices().current is None
    assert choosing.choices().planned is None
    chosen = choosing.choose(hours(time(10), time(14)))
    assert chosen.now == NamedShift("", time(10), time(14))


@pytest.mark.parametrize(
    ("wish", "code"),
    [
        (ShiftWish(WishKind.NAMED, "Twilight"), "not_a_shift"),
        (hours(time(9), time(9)), "empty_shift"),
        (ShiftWish(WishKind.HOURS, end=time(9)), "empty_shift"),
        (ShiftWish(WishKind.HOURS, start=time(9)), "empty_shift"),
    ],
)
def test_what_is_no_shift_is_refused(workplace: Workplace, wish: ShiftWish, code: str) -> None:
    workplace.coach.duty.set_roster(ROSTER)
    with pytest.raises(InputError) as caught:
        workplace.coach.shift_choosing.choose(wish)
    assert caught.value.code == code
    assert not workplace.coach.shift_choosing.choices().moved
