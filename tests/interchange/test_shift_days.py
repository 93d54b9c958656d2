"""Entries put together to shifts."""

import pytest

from habitcoach.core.errors import InputError
from tests.interchange.producers import calendar, day_off, event, lines_of, understood


def at(start: str, end: str, summary: str = "Early", *more: str) -> list[str]:
    """Return an entry of December 2026: "07T0600" to "07T1430"."""
    return event(f":202612{start}00", f":202612{end}00", summary, *more)


EARLY = at("07T0600", "07T1430")


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        # breaks within and beside
        ([EARLY, at("07T0900", "07T0915", "Pause")], ["07 Early 06:00-14:30 (09:00-09:15)"]),
        (
            [EARLY, at("07T0900", "07T0915", "Break 1"), at("07T0910", "07T0930", "Coffee break")],
            ["07 Early 06:00-14:30 (09:00-09:30)"],
        ),
        ([EARLY, at("07T1400", "07T1500", "Lunch")], ["07 Early 06:00-14:30 (14:00-14:30)"]),
        ([EARLY, at("07T1500", "07T1530", "Lunch")], ["07 Early 06:00-14:30"]),
        ([EARLY, at("07T0500", "07T0530", "break")], ["07 Early 06:00-14:30"]),
        ([at("07T1100", "07T1500", "Lunch shift")], ["07 Lunch shift 11:00-15:00"]),
        ([at("07T1100", "07T1230", "Mittagsdienst")], ["07 Mittagsdienst 11:00-12:30"]),
        # split shifts, and the work within one
        (
            [at("07T0700", "07T1100", "A"), at("07T1500", "07T2000", "B")],
            ["07 B 07:00-20:00 (11:00-15:00)"],
        ),
        ([EARLY, at("07T1000", "07T1030", "Team meeting")], ["07 Early 06:00-14:30"]),
        ([EARLY, at("07T1300", "07T1500", "Coaching")], ["07 Early 06:00-15:00"]),
        # nights
        ([at("07T2200", "08T0600", "Night")], ["07 Night 22:00-06:00"]),
        ([at("07T2200", "08T0000", "N"), at("08T0000", "08T0600", "N")], ["07 N 22:00-06:00"]),
        (
            [at("07T2200", "08T0100", "N"), at("08T0130", "08T0600", "N")],
            ["07 N 22:00-06:00 (01:00-01:30)"],
        ),
        (
            [at("07T2200", "08T0600", "N"), at("08T0200", "08T0230", "Meal")],
            ["07 N 22:00-06:00 (02:00-02:30)"],
        ),
        ([at("07T1600", "08T0000", "Late")], ["07 Late 16:00-00:00"]),
        (
            [at("07T1500", "07T2330", "Late"), at("08T0100", "08T0900", "Early")],
            ["07 Late 15:00-23:30", "08 Early 01:00-09:00"],
        ),
        (
            [at("07T2200", "08T0600", "N"), at("08T1300", "08T2100", "Late")],
            ["07 N 22:00-06:00", "08 Late 13:00-21:00"],
        ),
        # days off
        ([EARLY, day_off("20261207", "20261208", "Vacation")], ["07 off: Vacation"]),
        ([EARLY, day_off("20261207", "20261208", "OFF")], ["07 Early 06:00-14:30"]),
        ([EARLY, day_off("20261207", "20261208", "Public holiday")], ["07 Early 06:00-14:30"]),
        ([EARLY, day_off("20261207", "20261208", "Holiday shift")], ["07 Early 06:00-14:30"]),
        ([at("07T0600", "07T1430", "Bank holiday cover")], ["07 Bank holiday cover 06:00-14:30"]),
        ([at("07T0600", "07T1430", "Feiertagsdienst")], ["07 Feiertagsdienst 06:00-14:30"]),
        ([EARLY, day_off("20261207", "20261208", "Anna's birthday")], ["07 Early 06:00-14:30"]),
        ([EARLY, day_off("20261208", "20261210", "Frei")], ["07 Early 06:00-14:30", "08 off", "09 off"]),
        ([EARLY, day_off("20261206", "20261207", "Rest day")], ["06 off", "07 Early 06:00-14:30"]),
        (
            [EARLY, day_off("20261210", "20261211", "Sick")],
            ["07 Early 06:00-14:30", "10 off: Sick"],
        ),
        ([EARLY, day_off("20261210", "20261211", "Off")], ["07 Early 06:00-14:30"]),
        ([EARLY, at("07T0600", "07T1430", "Max: Urlaub (genehmigt)")], ["07 off: Max: Urlaub (genehmigt)"]),
        ([at("07T2200", "08T0600", "N"), at("07T2200", "08T0600", "Sick leave")], ["07 off: Sick leave"]),
        ([EARLY, at("07T1300", "07T1430", "Sick")], ["07 Early 06:00-14:30"]),
        (
            [EARLY, at("08T0800", "09T1600", "Vacation")],
            ["07 Early 06:00-14:30", "08 off: Vacation", "09 off: Vacation"],
        ),
        (
            [EARLY, day_off("20261208", "20261209", "", "X-MICROSOFT-CDO-BUSYSTATUS:OOF")],
            ["07 Early 06:00-14:30", "08 off: Away"],
        ),
        ([EARLY, at("07T1800", "07T1900", "Off-phone work")], ["07 Early 06:00-19:00 (14:30-18:00)"]),
        # what blocks no time is no shift, unless nothing does
        ([EARLY, at("07T1800", "07T1900", "Dentist", "TRANSP:TRANSPARENT")], ["07 Early 06:00-14:30"]),
        ([at("07T0600", "07T1430", "E", "TRANSP:TRANSPARENT")], ["07 E 06:00-14:30"]),
        # names
        ([at("07T0600", "07T1430", "")], ["07 06:00-14:30"]),
        ([at("07T0600", "07T1430", "\u200b\u2800")], ["07 06:00-14:30"]),
        ([at("07T0600", "07T1430", "<b>--json\\n🙂\x07")], ["07 <b>--json 🙂 06:00-14:30"]),
        ([at("07T0600", "07T1430", "x" * 90)], [f"07 {'x' * 60} 06:00-14:30"]),
        # the same twice
        (
            [EARLY, event(":20261207T060000", ":20261207T143000", "Early", uid="other")],
            ["07 Early 06:00-14:30"],
        ),
    ],
)
def test_shifts(entries: list[list[str]], expected: list[str]) -> None:
    found = understood(calendar(*(line for one in entries for line in one)))
    assert lines_of(found.days) == expected
    assert found.left_out == 0


@pytest.mark.parametrize(
    ("entry", "left_out"),
    [
        (at("08T0600", "09T0600", "24 h"), 1),
        (at("08T0600", "12T0600", "On call"), 1),
        (at("08T0600", "08T0600", "Reminder"), 0),
        (at("08T0700", "08T0600", "Backwards"), 0),
        (event(":2026-12-08", "", "Broken"), 1),
        (event(":20261208T060000", ";VALUE=DATE:20261209", "Mixed"), 1),
        (event(":20261208T060000", ":20261208T0700", "Half"), 1),
        (["BEGIN:VEVENT", "SUMMARY:Nothing", "END:VEVENT"], 1),
        (event(":PT8H", ":20261208T060000", "Length"), 1),
        (event(":20261208T060000", "", "Age", "DURATION:P9999999D"), 1),
        (event(":20261208T060000", ":20261208T140000", "x", "RRULE:FREQ=HOURLY"), 1),
        (event(":20261208T060000", ":20261208T140000", "x", "RRULE:FREQ=SECONDLY;COUNT=1000000000"), 1),
        (event(":20261208T060000", ":20261208T140000", "x", "RRULE:FREQ=DAILY;BYHOUR=6,7,8"), 1),
        (event(":20261208T060000", ":20261208T140000", "x", "RRULE:FREQ=YEARLY;BYDAY=20MO"), 1),
        (event(":30001208T060000", ":30001208T140000", "x"), 0),
        (event(":19001208T060000", ":19001208T140000", "x"), 0),
    ],
)
def test_what_is_no_shift_is_left_out(entry: list[str], left_out: int) -> None:
    found = understood(calendar(*EARLY, *entry))
    assert lines_of(found.days) == ["07 Early 06:00-14:30"]
    assert found.left_out == left_out


def test_of_two_nights_begun_on_one_date_the_longer_is_kept() -> None:
    found = understood(calendar(*at("07T0000", "07T0500", "Short"), *at("07T2200", "08T0600", "Night")))
    assert lines_of(found.days) == ["07 Night 22:00-06:00"]
    assert found.left_out == 1


@pytest.mark.parametrize(
    "lines",
    [[], day_off("20261207", "20261208", "Urlaub"), at("07T0600", "07T0600"), ["BEGIN:VTODO", "END:VTODO"]],
)
def test_a_file_without_shifts_is_refused(lines: list[str]) -> None:
    with pytest.raises(InputError) as caught:
        understood(calendar(*lines))
    assert (caught.value.field, caught.value.code) == ("calendar", "no_shifts")


def test_an_absence_without_end_takes_a_year_at_most() -> None:
    found = understood(calendar(*EARLY, *day_off("20261210", "99991231", "Elternzeit")))
    assert len(found.days) == 1 + 367
