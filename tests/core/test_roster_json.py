"""Rosters as interfaces.md writes them."""

import json
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habitcoach.core.errors import InputError
from habitcoach.core.roster import DEFAULT_ROSTER, Roster, ShiftPattern
from habitcoach.core.roster_json import roster_from_json, roster_to_json

TODAY = date(2026, 11, 23)
EARLY = {"start": "06:00", "end": "14:00", "breaks": [["09:00", "09:15"], ["12:00", "12:30"]]}


def read(**changes: object) -> Roster:
    value = {"shifts": {"Early": EARLY}, "days": ["Early", None]} | changes
    return roster_from_json(json.loads(json.dumps(value)), TODAY)


def test_a_roster_is_read_with_its_defaults() -> None:
    early = ShiftPattern(time(6), time(14), ((time(9), time(9, 15)), (time(12), time(12, 30))))
    assert read() == Roster(TODAY, TODAY, {"Early": early}, ("Early", None))


def test_a_roster_is_read_in_full() -> None:
    found = read(from_date="2026-12-01", starts="2026-11-30", cycle_days=2)
    assert (found.from_date, found.cycle_start) == (date(2026, 12, 1), date(2026, 11, 30))
    assert read(from_date="2026-12-01").cycle_start == date(2026, 12, 1)


def test_names_of_shifts_are_cleaned_wherever_they_stand() -> None:
    found = read(shifts={" Late\n": {"start": "14:00", "end": "22:00"}}, days=["Late", " Late"])
    assert (list(found.shifts), found.days) == (["Late"], ("Late", "Late"))


def test_breaks_of_a_night_may_lie_after_midnight() -> None:
    night = {"start": "22:00", "end": "06:00", "breaks": [["23:45", "00:15"], ["03:00", "03:30"]]}
    assert len(read(shifts={"": night}, days=[""]).shifts[""].breaks) == 2


@pytest.mark.parametrize(
    ("changes", "field", "code"),
    [
        ({"x": 1}, "roster.x", "unknown_key"),
        ({"from_date": "23.11.2026"}, "roster.from_date", "not_a_date"),
        ({"starts": 5}, "roster.starts", "not_a_date"),
        ({"cycle_days": 3}, "roster.cycle_days", "not_the_days"),
        ({"cycle_days": 0}, "roster.cycle_days", "not_in_range"),
        ({"shifts": {}}, "roster.shifts", "not_an_object"),
        ({"shifts": []}, "roster.shifts", "not_an_object"),
        ({"shifts": {"\u200b": EARLY}}, "roster.shifts", "empty"),
        ({"shifts": {"x" * 61: EARLY}}, "roster.shifts", "too_long"),
        ({"days": []}, "roster.days", "not_a_day_list"),
        ({"days": "Early"}, "roster.days", "not_a_day_list"),
        ({"days": [None] * 367}, "roster.days", "not_a_day_list"),
        ({"days": ["Late"]}, "roster.days", "unknown_shift"),
        ({"days": [["Early"]]}, "roster.days", "unknown_shift"),
        ({"days": [1]}, "roster.days", "unknown_shift"),
    ],
)
def test_every_fault_names_its_key(changes: dict[str, object], field: str, code: str) -> None:
    with pytest.raises(InputError) as caught:
        read(**changes)
    assert (caught.value.field, caught.value.code) == (field, code)


@pytest.mark.parametrize(
    ("changes", "key", "code"),
    [
        ({"start": "6"}, "start", "not_a_time"),
        ({"end": None}, "end", "not_a_time"),
        ({"end": "06:00"}, "end", "empty_shift"),
        ({"pause": []}, "pause", "unknown_key"),
        ({"breaks": "09:00"}, "breaks", "not_a_break_list"),
        ({"breaks": ["09:00"]}, "breaks", "not_a_break_list"),
        ({"breaks": [["09:00"]]}, "breaks", "not_a_break_list"),
        ({"breaks": [["09:00", "later"]]}, "breaks", "not_a_break_list"),
        ({"breaks": [["later", "09:00"]]}, "breaks", "not_a_break_list"),
        ({"breaks": [["13:45", "14:15"]]}, "breaks", "breaks_outside"),
        ({"breaks": [["05:00", "05:30"]]}, "breaks", "breaks_outside"),
        ({"breaks": [["09:30", "09:00"]]}, "breaks", "breaks_outside"),
        ({"breaks": [["09:00", "09:30"], ["09:15", "10:00"]]}, "breaks", "breaks_outside"),
    ],
)
def test_every_fault_of_a_shift_names_its_key(changes: dict[str, object], key: str, code: str) -> None:
    with pytest.raises(InputError) as caught:
        read(shifts={"Early": EARLY | changes})
    assert (caught.value.field, caught.value.code) == (f"roster.shifts.Early.{key}", code)


@pytest.mark.parametrize(
    ("changes", "params"),
    [
        ({"x": 1}, {"known": "cycle_days, days, from_date, shifts, starts"}),
        ({"cycle_days": 3}, {"days": 2}),
        ({"cycle_days": 367}, {"low": 1, "high": 366}),
        ({"days": []}, {"high": 366}),
        ({"days": ["Late"]}, {"name": "Late", "known": "Early"}),
        ({"shifts": {"Early": EARLY, "Night": EARLY}, "days": [1]}, {"name": 1, "known": "Early, Night"}),
        ({"shifts": {"Early": EARLY | {"x": 1}}}, {"known": "breaks, end, start"}),
        ({"shifts": {"x" * 61: EARLY}}, {"limit": 60, "length": 61}),
    ],
)
def test_a_fault_says_what_would_be_right(changes: dict[str, object], params: dict[str, object]) -> None:
    with pytest.raises(InputError) as caught:
        read(**changes)
    assert caught.value.params == params


def test_a_year_of_days_is_a_roster() -> None:
    assert len(read(days=["Early"] * 366, cycle_days=366).days) == 366


@pytest.mark.parametrize("value", [None, [], "roster", {}, {"shifts": {"Early": EARLY}}])
def test_what_is_no_roster(value: object) -> None:
    with pytest.raises(InputError) as caught:
        roster_from_json(value, TODAY)
    assert caught.value.field.startswith("roster")


walls = st.times().map(lambda one: one.replace(second=0, microsecond=0))
patterns = st.builds(ShiftPattern, walls, walls).filter(lambda one: one.start != one.end)


@given(st.lists(st.none() | patterns, min_size=1, max_size=9), st.dates(), st.dates())
def test_what_is_written_reads_the_same(
    days: list[ShiftPattern | None], from_date: date, starts: date
) -> None:
    shifts = {f"S{n}": one for n, one in enumerate(days) if one is not None} or {
        "S": ShiftPattern(time(9), time(17))
    }
    names = tuple(None if one is None else f"S{n}" for n, one in enumerate(days))
    roster = Roster(from_date, starts, shifts, names)
    assert roster_from_json(json.loads(json.dumps(roster_to_json(roster))), TODAY) == roster


def test_the_default_roster_can_be_written_and_read() -> None:
    assert roster_from_json(roster_to_json(DEFAULT_ROSTER), TODAY) == DEFAULT_ROSTER
