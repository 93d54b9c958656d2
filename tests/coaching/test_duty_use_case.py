"""Rosters, moved shifts and days off."""

from datetime import date, time, timedelta

import pytest

from habitcoach.coaching.changes import Changed
from habitcoach.coaching.duty import span_of
from habitcoach.core.errors import InputError
from habitcoach.core.roster import Roster, ShiftPattern
from tests.support.habits import MONDAY, NIGHT, at, local
from tests.support.workplace import Workplace

TUESDAY = MONDAY + timedelta(days=1)
LATE = ShiftPattern(time(13), time(21))
ROSTER = Roster(TUESDAY, TUESDAY, {"Late": LATE, "Night": NIGHT}, ("Late", "Night", None))


def shift_on(place: Workplace, day: date) -> tuple[str, str] | None:
    shift = place.coach.agenda().calendar.shift_on(day)
    return None if shift is None else (shift.name, f"{shift.start.astimezone(place.clock.zone()):%H:%M}")


def test_a_roster_holds_from_its_date_on(workplace: Workplace) -> None:
    heard: list[Changed] = []
    workplace.coach.announcer.listen(heard.append)
    workplace.coach.duty.set_roster(ROSTER)
    assert heard == [Changed()]
    days = [MONDAY + timedelta(days=n) for n in range(5)]
    assert [shift_on(workplace, day) for day in days] == [
        ("", "09:00"),
        ("Late", "13:00"),
        ("Night", "22:00"),
        None,
        ("Late", "13:00"),
    ]


@pytest.mark.parametrize(
    ("wish", "expected"),
    [
        ("night", ("Night", "22:00")),
        ("10:00-18:30", ("Late", "10:00")),
        (" 7:00 - 15:00 ", ("Late", "07:00")),
        ("20:00-04:00", ("Late", "20:00")),
        ("default", ("Late", "13:00")),
    ],
)
def test_one_days_shift_is_moved(workplace: Workplace, wish: str, expected: tuple[str, str]) -> None:
    workplace.coach.duty.set_roster(ROSTER)
    workplace.coach.duty.move_shift(TUESDAY, wish)
    assert shift_on(workplace, TUESDAY) == expected
    workplace.coach.duty.move_shift(TUESDAY, "default")
    assert shift_on(workplace, TUESDAY) == ("Late", "13:00")


@pytest.mark.parametrize("wish", ["", "soon", "10:00", "10:00-", "10:00-10:00", "10:00-25:00"])
def test_what_is_no_shift_is_refused_with_the_known_ones(workplace: Workplace, wish: str) -> None:
    workplace.coach.duty.set_roster(ROSTER)
    with pytest.raises(InputError) as caught:
        workplace.coach.duty.move_shift(TUESDAY, wish)
    assert (caught.value.field, caught.value.code) == ("shift", "not_a_shift")
    assert caught.value.params["known"] == "Late, Night"


def test_days_off_are_neutral_and_come_back(workplace: Workplace) -> None:
    habit = workplace.add(at("10:30"))
    days = span_of(f"{TUESDAY}..{MONDAY + timedelta(days=2)}")
    workplace.coach.duty.take_off(days, "leave")
    assert [shift_on(workplace, day) for day in days] == [None, None]
    workplace.cueing.settle()
    workplace.go_to("20:00", MONDAY + timedelta(days=3))
    assert [one.work_date for one in workplace.store.prompts_of(habit.id, MONDAY)] == [
        MONDAY,
        MONDAY + timedelta(days=3),
    ]
    workplace.coach.duty.work_again(days)
    assert [shift_on(workplace, day) for day in days] == [("", "09:00")] * 2


def test_a_moved_shift_moves_its_cues(workplace: Workplace) -> None:
    workplace.add(at("20:00"))
    workplace.coach.duty.move_shift(MONDAY, "13:00-21:00")
    workplace.cueing.settle()
    workplace.go_to("20:00")
    assert workplace.titles() == ["Smile"]
    assert workplace.today()[f"{MONDAY}/20:00"].closes_at == local(MONDAY, "21:00")


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("2026-11-23", 1),
        ("2026-11-23..2026-11-23", 1),
        ("2026-11-23..2026-11-27", 5),
        ("2028-01-01..2028-12-31", 366),
    ],
)
def test_a_span_has_both_its_ends(text: str, count: int) -> None:
    found = span_of(text)
    assert len(found) == count
    assert (found[0].isoformat(), found[-1].isoformat()) == (text[:10], text[-10:])


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "not_a_span"),
        ("tomorrow", "not_a_span"),
        ("2026-11-27..2026-11-23", "not_a_span"),
        ("2026-11-23...2026-11-27", "not_a_span"),
        ("2026-02-30", "not_a_span"),
        ("2026-01-01..2027-01-02", "too_long_a_span"),
    ],
)
def test_what_is_no_span(text: str, code: str) -> None:
    with pytest.raises(InputError) as caught:
        span_of(text)
    assert (caught.value.field, caught.value.code) == ("dates", code)
