"""Reading iCalendar: repeats, exceptions, cancellations, zones, and files nobody should send."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from habitcoach.core.errors import HabitCoachError, InputError
from tests.interchange.producers import (
    ACTIVITIES,
    EXCHANGE,
    GOOGLE,
    OUTLOOK,
    calendar,
    event,
    lines_of,
    understood,
)
from tests.support.thoroughness import examples


def repeated(rule: str, *more: str, start: str = "20261207") -> list[str]:
    """Return the days of a repeated shift."""
    entry = event(
        f";TZID=Europe/Berlin:{start}T060000", f";TZID=Europe/Berlin:{start}T140000", "E", rule, *more
    )
    return [line.split()[0] for line in lines_of(understood(calendar(*entry)).shifts)]


@pytest.mark.parametrize(
    ("lines", "days"),
    [
        (["RRULE:FREQ=DAILY;COUNT=3"], "07 08 09"),
        (["RRULE:FREQ=DAILY;INTERVAL=0;COUNT=2"], "07 08"),
        (["RRULE:FREQ=DAILY;UNTIL=20261209"], "07 08 09"),
        (["RRULE:FREQ=DAILY;UNTIL=20261209T050000Z"], "07 08 09"),
        (["RRULE:FREQ=DAILY;UNTIL=20261209T045959Z"], "07 08"),
        (["RRULE:FREQ=DAILY;UNTIL=20261209T060000"], "07 08 09"),
        (["RRULE:FREQ=DAILY;BYHOUR=6;BYMINUTE=0;COUNT=2"], "07 08"),
        (["RRULE:FREQ=WEEKLY;BYDAY=MO,FR;COUNT=3"], "07 11 14"),
        (["RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,MO;COUNT=3"], "07 08 21"),
        (["RRULE:FREQ=MONTHLY;BYDAY=1MO,-1TH;COUNT=2"], "07 31"),
        (["RRULE:FREQ=DAILY;COUNT=4", "EXDATE;TZID=Europe/Berlin:20261208T060000"], "07 09 10"),
        (["RRULE:FREQ=DAILY;COUNT=4", "EXDATE:20261208T050000Z,20261209T050000Z"], "07 10"),
        (["RRULE:FREQ=DAILY;COUNT=4", "EXDATE;VALUE=DATE:20261208"], "07 09 10"),
        (["RRULE:FREQ=DAILY;COUNT=2", "RDATE;TZID=Europe/Berlin:20261211T060000"], "07 08 11"),
        (["RDATE;VALUE=PERIOD:20261210T050000Z/PT8H"], "07 10"),
        (["RRULE:FREQ=DAILY;COUNT=2", "RRULE:FREQ=DAILY;COUNT=9"], "07 08"),
    ],
)
def test_repeats(lines: list[str], days: str) -> None:
    assert " ".join(repeated(*lines)) == days


def test_a_repeat_without_end_reaches_two_years() -> None:
    found = understood(calendar(*event(":20261207T060000", ":20261207T140000", "E", "RRULE:FREQ=WEEKLY")))
    assert (found.first, found.last) == (date(2026, 12, 7), date(2028, 12, 4))


MASTER = event(
    ":20261207T060000", ":20261207T140000", "E", "RRULE:FREQ=DAILY;COUNT=3", "SEQUENCE:1", uid="one"
)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            event(":20261208T120000", ":20261208T200000", "L", "RECURRENCE-ID:20261208T060000", uid="one"),
            ["07 E 06:00-14:00", "08 L 12:00-20:00", "09 E 06:00-14:00"],
        ),
        (
            event(":20261212T120000", ":20261212T200000", "L", "RECURRENCE-ID:20261208T050000Z", uid="one"),
            ["07 E 06:00-14:00", "09 E 06:00-14:00", "12 L 12:00-20:00"],
        ),
        (
            event(
                ":20261208T060000", "", "E", "RECURRENCE-ID:20261208T060000", "STATUS:CANCELLED", uid="one"
            ),
            ["07 E 06:00-14:00", "09 E 06:00-14:00"],
        ),
        (
            event(":20261208T120000", ":20261208T200000", "L", "SEQUENCE:2", uid="one"),
            ["08 L 12:00-20:00"],
        ),
        (
            event(":20261207T060000", "", "E", "SEQUENCE:2", "STATUS:CANCELLED", uid="one")
            + event(":20261210T060000", ":20261210T140000", "F"),
            ["10 F 06:00-14:00"],
        ),
        # one UID for all, as some write it
        (
            event(":20261210T060000", ":20261210T140000", "F", "SEQUENCE:1", uid="one"),
            ["07 E 06:00-14:00", "08 E 06:00-14:00", "09 E 06:00-14:00", "10 F 06:00-14:00"],
        ),
    ],
)
def test_what_takes_the_place_of_another(lines: list[str], expected: list[str]) -> None:
    assert lines_of(understood(calendar(*MASTER, *lines)).shifts) == expected


def test_a_file_that_only_cancels_has_no_shifts() -> None:
    with pytest.raises(InputError, match="no_shifts"):
        understood(calendar("METHOD:CANCEL", *MASTER))


def test_several_calendars_in_one_file() -> None:
    both = calendar(*MASTER) + calendar(*event(":20261212T060000", ":20261212T140000", "F"))
    assert len(understood(both).shifts) == 4


# Local times either side of the changes of clock.
@pytest.mark.parametrize(
    ("zone", "start", "end", "expected"),
    [
        ("Europe/Berlin", ":20270327T210000Z", ":20270328T040000Z", "27 N 22:00-06:00"),
        ("Europe/Berlin", ":20271030T200000Z", ":20271031T050000Z", "30 N 22:00-06:00"),
        ("Europe/Berlin", ":20270328T013000Z", ":20270328T090000Z", "28 N 03:30-11:00"),
        (
            "Europe/Berlin",
            ";TZID=Europe/Berlin:20270328T023000",
            ";TZID=Europe/Berlin:20270328T110000",
            "28 N 02:30-11:00",
        ),
        (
            "Europe/Berlin",
            ";TZID=America/New_York:20261207T160000",
            ";TZID=America/New_York:20261208T000000",
            "07 N 22:00-06:00",
        ),
        ("Australia/Lord_Howe", ":20270403T110000Z", ":20270403T193000Z", "03 N 22:00-06:00"),
        ("Asia/Kolkata", ":20261207T163000Z", ":20261208T003000Z", "07 N 22:00-06:00"),
        (
            "Europe/Berlin",
            ";TZID=Nowhere/Else:20261207T060000",
            ";TZID=Nowhere/Else:20261207T140000",
            "07 N 06:00-14:00",
        ),
        (
            "Europe/Berlin",
            ";TZID=/example.com/Europe/Berlin:20261207T060000",
            ";TZID=/example.com/Europe/Berlin:20261207T140000",
            "07 N 06:00-14:00",
        ),
    ],
)
def test_zones(zone: str, start: str, end: str, expected: str) -> None:
    assert lines_of(understood(calendar(*event(start, end, "N")), ZoneInfo(zone)).days) == [expected]


def test_a_length_is_exact_and_an_end_a_wall_time() -> None:
    start = ";TZID=Europe/Berlin:20270327T220000"
    exact = understood(calendar(*event(start, "", "N", "DURATION:PT8H")))
    assert lines_of(exact.days) == ["27 N 22:00-07:00"]
    nightly = event(";TZID=Europe/Berlin:20270326T220000", ";TZID=Europe/Berlin:20270327T060000", "N")
    nightly.insert(-1, "RRULE:FREQ=DAILY;COUNT=3")
    assert lines_of(understood(calendar(*nightly)).days) == [f"{day} N 22:00-06:00" for day in (26, 27, 28)]
    lengths = event(start, "", "N", "DURATION:PT8H", "RRULE:FREQ=DAILY;COUNT=2")
    assert lines_of(understood(calendar(*lengths)).days) == ["27 N 22:00-07:00", "28 N 22:00-06:00"]


def zone_of_its_own(rule: str) -> list[str]:
    """Return a zone an hour ahead of Berlin, which is nowhere else."""
    return [
        "BEGIN:VTIMEZONE",
        "TZID:Customized Time Zone",
        "BEGIN:STANDARD",
        "DTSTART:16010101T030000",
        "TZOFFSETFROM:+0300",
        "TZOFFSETTO:+0200",
        rule,
        "END:STANDARD",
        "END:VTIMEZONE",
    ]


def test_a_zone_that_only_the_file_knows() -> None:
    own = "TZID=Customized Time Zone"
    shift = event(f";{own}:20261207T070000", f";{own}:20261207T150000", "E")
    zone = zone_of_its_own("RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10")
    assert lines_of(understood(calendar(*zone, *shift)).days) == ["07 E 06:00-14:00"]
    # Another file does not hear of it.
    assert lines_of(understood(calendar(*shift)).days) == ["07 E 07:00-15:00"]


@pytest.mark.parametrize(
    "data",
    [
        calendar(*["BEGIN:VEVENT", "END:VEVENT"] * 20_001),
        calendar(*zone_of_its_own("RRULE:FREQ=SECONDLY"), *MASTER),
        calendar(*zone_of_its_own("RRULE:FREQ=YEAR\r\n LY;BYMONTH=1;BYSECOND=1,2,3"), *MASTER),
        calendar(
            *event(":00010101T060000", ":00010101T140000", "E", "RRULE:FREQ=DAILY"),
            *(
                line
                for n in range(9)
                for line in event(f":000{n + 1}0102T060000", "", f"{n}", "RRULE:FREQ=WEEKLY;BYDAY=SU")
            ),
        ),
        calendar(
            *(
                line
                for n in range(120)
                for line in event(
                    f":20261207T{n % 24:02}{n // 24:02}00", "", "E", "DURATION:PT1M", "RRULE:FREQ=DAILY"
                )
            )
        ),
    ],
    ids=["a flood", "zone by the second", "zone by lists", "endless from the year 1", "too many"],
)
def test_endless_work_is_refused(data: bytes) -> None:
    with pytest.raises(InputError) as caught:
        understood(data)
    assert (caught.value.field, caught.value.code) == ("calendar", "calendar_too_long")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x00" * 100,
        b"hello",
        b"<html>BEGIN:VEVENT</html>",
        b"BEGIN:VCALENDAR",
        b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nEND:VCALENDAR\r\nEND:VEVENT\r\nEND:VEVENT\r\n",
        b"BEGIN:VCALENDAR\r\nno colon here\r\nEND:VCALENDAR\r\n",
        b"BEGIN:VCALENDAR\r\n" + b"BEGIN:VEVENT\r\n" * 5000 + b"END:VEVENT\r\n" * 5000 + b"END:VCALENDAR\r\n",
        b"\xff\xfeB",
    ],
)
def test_what_is_no_calendar(data: bytes) -> None:
    with pytest.raises(InputError) as caught:
        understood(data)
    assert caught.value.field == "calendar"
    assert caught.value.code in {"not_a_calendar", "no_shifts"}


@settings(deadline=None, max_examples=examples(300))
@given(data=st.data())
def test_mangled_bytes_never_end_in_a_traceback(data: st.DataObject) -> None:
    whole = bytearray(data.draw(st.sampled_from([OUTLOOK, GOOGLE, EXCHANGE, ACTIVITIES])))
    for _ in range(data.draw(st.integers(1, 12))):
        place = data.draw(st.integers(0, len(whole)))
        match data.draw(st.sampled_from(["cut", "drop", "put", "swap"])):
            case "cut":
                del whole[place : place + data.draw(st.integers(1, 200))]
            case "drop":
                whole[place:] = whole[place + whole[place:].find(b"\n") + 1 :]
            case "put":
                words = [
                    b"\r\n",
                    b":",
                    b";",
                    b"9999",
                    b"-",
                    b"\xff",
                    b"TZID=",
                    b"RRULE:FREQ=DAILY",
                    b"\x00",
                    b'"',
                ]
                whole[place:place] = data.draw(st.sampled_from(words) | st.binary(max_size=8))
            case _:
                other = data.draw(st.integers(0, len(whole)))
                whole[place : place + 40], whole[other : other + 40] = (
                    whole[other : other + 40],
                    whole[place : place + 40],
                )
    try:
        found = understood(bytes(whole))
    except HabitCoachError:
        return
    assert [day.work_date for day in found.days] == sorted({day.work_date for day in found.days})


@given(st.binary(max_size=300))
def test_any_bytes_never_end_in_a_traceback(data: bytes) -> None:
    with pytest.raises(InputError):
        understood(data)
