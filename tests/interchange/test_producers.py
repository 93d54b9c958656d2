"""Files of each producer's style become the shifts a person would read in them."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from tests.interchange.producers import (
    ACTIVITIES,
    BERLIN,
    EXCHANGE,
    FLOATING,
    GOOGLE,
    OUTLOOK,
    lines_of,
    understood,
)

LONDON = ZoneInfo("Europe/London")
NIGHT = "Nightshift with a very long name that Google folds after sev"


def test_outlook() -> None:
    found = understood(OUTLOOK)
    early = "Frühschicht 06:00-14:30"
    assert lines_of(found.days) == [
        f"07 {early}",
        f"08 {early}",
        "09 off",
        f"10 {early}",
        f"11 {early}",
        "12 off",
        "13 off",
        f"14 {early}",
        "15 Tausch mit Anna 10:00-18:30",
        f"16 {early}",
        "17 off: Nicht da",
        "18 off: Nicht da",
    ]
    assert found.left_out == 0


def test_google() -> None:
    assert lines_of(understood(GOOGLE).days) == [
        "07 Late shift, hotline 13:00-21:30",
        f"08 {NIGHT} 22:00-06:00",
        "09 off",
        f"10 {NIGHT} 22:00-06:00",
        "11 off: Vacation",
    ]


def test_exchange_in_its_own_zone_and_in_another() -> None:
    assert lines_of(understood(EXCHANGE, LONDON).days) == [
        "07 Open 07:00-15:00",
        "08 Open 07:00-15:00",
        "09 off",
        "10 off",
        "11 Close 12:00-20:00",
    ]
    assert lines_of(understood(EXCHANGE, BERLIN).days)[::4] == ["07 Open 08:00-16:00", "11 Close 13:00-21:00"]


def test_activities_of_a_planner() -> None:
    assert lines_of(understood(ACTIVITIES).days) == [
        "07 Phone 06:00-14:00 (09:00-09:15) (12:00-12:30)",
        "08 Phone 22:00-06:00 (02:00-02:30)",
        "09 off",
        "10 Chat 09:00-21:00 (13:00-17:00)",
    ]


def test_floating_times_are_the_agents_own() -> None:
    for zone in (BERLIN, ZoneInfo("Asia/Kolkata")):
        assert lines_of(understood(FLOATING, zone).days) == [
            "07 Früh 06:00-14:30",
            "08 off",
            "09 Spät 14:00-22:00",
            "10 off: Krank",
        ]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_encodings(encoding: str) -> None:
    data = OUTLOOK.decode().encode(encoding)
    assert lines_of(understood(data).days)[0] == "07 Frühschicht 06:00-14:30"


def test_the_span_goes_from_the_first_shift_to_the_last() -> None:
    found = understood(GOOGLE)
    assert (found.first, found.last) == (date(2026, 12, 7), date(2026, 12, 11))
