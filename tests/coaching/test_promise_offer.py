"""A promise before it is made. The shift is 09:00 to 17:00 from Monday to Friday."""

from datetime import timedelta

import pytest

from habitcoach.coaching.promise_offer import PromiseOffer, promise_offer
from habitcoach.core.jsonshape import parse_wall_time
from tests.support.habits import MONDAY
from tests.support.workplace import Workplace


@pytest.fixture
def at_ten(workplace: Workplace) -> Workplace:
    workplace.go_to("10:00")
    return workplace


def offer(place: Workplace, wall: str) -> PromiseOffer:
    found = parse_wall_time(wall)
    assert found is not None
    return promise_offer(found, place.coach.agenda())


def short(when: object) -> str:
    return "" if when is None else f"{when:%a %H:%M}"


def test_a_time_on_duty_has_a_reminder(at_ten: Workplace) -> None:
    found = offer(at_ten, "15:40")
    assert (short(found.due_at), short(found.early_at)) == ("Mon 15:40", "Mon 15:30")
    assert (found.today, found.off_duty, found.shift_end, found.instead) == (True, False, None, None)


def test_one_within_ten_minutes_has_none(at_ten: Workplace) -> None:
    assert offer(at_ten, "10:08").early_at is None


def test_after_the_shift_its_last_minutes_are_offered(at_ten: Workplace) -> None:
    end = at_ten.coach.agenda().calendar.shift_at(at_ten.clock.now())
    assert end is not None
    found = offer(at_ten, "20:00")
    assert found.off_duty
    assert found.shift_end == at_ten.coach.agenda().local(end.end)
    assert found.instead == at_ten.coach.agenda().local(end.end - timedelta(minutes=20))


def test_before_tomorrow_s_shift_its_first_minutes_are_offered(at_ten: Workplace) -> None:
    found = offer(at_ten, "07:00")
    assert (found.today, found.shift_end) == (False, None)
    assert short(found.instead) == "Tue 09:10"


def test_at_the_end_of_the_shift_only_the_next_one_is_left(at_ten: Workplace) -> None:
    at_ten.go_to("17:15")
    found = offer(at_ten, "20:00")
    assert short(found.instead) == "Tue 09:10"


def test_before_the_shift_it_is_offered_too(workplace: Workplace) -> None:
    assert short(offer(workplace, "08:30").instead) == "Mon 09:10"
    assert offer(workplace, "20:00").shift_end is not None


def test_where_no_shift_is_known_nothing_is_offered(workplace: Workplace) -> None:
    days = [MONDAY + timedelta(days=number) for number in range(366)]
    workplace.coach.duty.take_off(days, "leave")
    found = offer(workplace, "20:00")
    assert (found.off_duty, found.shift_end) == (True, None)
