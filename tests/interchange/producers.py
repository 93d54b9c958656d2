"""Calendar files as the programs that agents have at work write them."""

from collections.abc import Iterable
from datetime import date
from zoneinfo import ZoneInfo

from habitcoach.core.imported_roster import ImportedDay, ImportedRoster
from habitcoach.interchange.calendar_entries import read_entries
from habitcoach.interchange.shift_days import shifts_of

BERLIN = ZoneInfo("Europe/Berlin")
TODAY = date(2026, 12, 9)


def calendar(*lines: str, prodid: str = "-//Planner//EN") -> bytes:
    """Return a VCALENDAR around lines."""
    head = ("BEGIN:VCALENDAR", "VERSION:2.0", f"PRODID:{prodid}")
    return "\r\n".join([*head, *lines, "END:VCALENDAR", ""]).encode()


def event(start: str, end: str = "", summary: str = "Early", *more: str, uid: str = "") -> list[str]:
    """Return a VEVENT; `start` and `end` with their parameters, as ";VALUE=DATE:20261224"."""
    ends = [f"DTEND{end}"] if end else []
    uids = [f"UID:{uid or start + summary}"]
    return [
        "BEGIN:VEVENT",
        *uids,
        "DTSTAMP:20261101T080000Z",
        f"DTSTART{start}",
        *ends,
        f"SUMMARY:{summary}",
        *more,
        "END:VEVENT",
    ]


def day_off(day: str, until: str, summary: str, *more: str) -> list[str]:
    """Return an all-day VEVENT."""
    return event(f";VALUE=DATE:{day}", f";VALUE=DATE:{until}", summary, *more)


def understood(data: bytes, zone: ZoneInfo = BERLIN, today: date = TODAY) -> ImportedRoster:
    """Read a file as the import does."""
    return shifts_of(read_entries(data, zone, today))


def lines_of(days: Iterable[ImportedDay]) -> list[str]:
    """Return each day as "07 Early 06:00-14:30 (10:00-10:15)", or "08 off: Urlaub"."""
    return [_line(day) for day in days]


def _line(day: ImportedDay) -> str:
    if day.pattern is None:
        return f"{day.work_date:%d} off" + (f": {day.reason}" if day.reason else "")
    pauses = "".join(f" ({begin:%H:%M}-{end:%H:%M})" for begin, end in day.pattern.breaks)
    name = f"{day.name} " if day.name else ""
    return f"{day.work_date:%d} {name}{day.pattern.start:%H:%M}-{day.pattern.end:%H:%M}{pauses}"


OUTLOOK = calendar(
    "METHOD:PUBLISH",
    "X-CALSTART:20261207T050000Z",
    "X-CALEND:20261220T133000Z",
    "X-CLIPSTART:20261206T230000Z",
    "X-MS-OLK-FORCEINSPECTOROPEN:TRUE",
    "X-WR-RELCALID:{0000002E-5380-7FF4-B37C-D9A2C1F1F0A3}",
    "X-WR-CALNAME:Dienstplan",
    "X-PRIMARY-CALENDAR:TRUE",
    "BEGIN:VTIMEZONE",
    "TZID:W. Europe Standard Time",
    "BEGIN:STANDARD",
    "DTSTART:16011028T030000",
    "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10",
    "TZOFFSETFROM:+0200",
    "TZOFFSETTO:+0100",
    "END:STANDARD",
    "BEGIN:DAYLIGHT",
    "DTSTART:16010325T020000",
    "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3",
    "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0200",
    "END:DAYLIGHT",
    "END:VTIMEZONE",
    "BEGIN:VEVENT",
    "CLASS:PUBLIC",
    "CREATED:20261101T081200Z",
    "DESCRIPTION: \\n",
    'DTEND;TZID="W. Europe Standard Time":20261207T143000',
    "DTSTAMP:20261101T081200Z",
    'DTSTART;TZID="W. Europe Standard Time":20261207T060000',
    'EXDATE;TZID="W. Europe Standard Time":20261209T060000',
    "LAST-MODIFIED:20261101T081200Z",
    "LOCATION:Team Nord",
    "PRIORITY:5",
    "RRULE:FREQ=WEEKLY;COUNT=10;BYDAY=MO,TU,WE,TH,FR",
    "SEQUENCE:0",
    "SUMMARY;LANGUAGE=de:Frühschicht",
    "TRANSP:OPAQUE",
    "UID:040000008200E00074C5B7101A82E00800000000A0D2",
    'X-ALT-DESC;FMTTYPE=text/html:<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 3.2//E',
    '\tN">\\n<HTML>\\n<BODY>\\n</BODY>\\n</HTML>',
    "X-MICROSOFT-CDO-BUSYSTATUS:BUSY",
    "X-MICROSOFT-CDO-IMPORTANCE:1",
    "X-MICROSOFT-DISALLOW-COUNTER:FALSE",
    "X-MS-OLK-AUTOFILLLOCATION:FALSE",
    "X-MS-OLK-CONFTYPE:0",
    "BEGIN:VALARM",
    "TRIGGER:-PT15M",
    "ACTION:DISPLAY",
    "DESCRIPTION:Reminder",
    "END:VALARM",
    "END:VEVENT",
    "BEGIN:VEVENT",
    'DTSTART;TZID="W. Europe Standard Time":20261215T100000',
    'DTEND;TZID="W. Europe Standard Time":20261215T183000',
    'RECURRENCE-ID;TZID="W. Europe Standard Time":20261215T060000',
    "SEQUENCE:1",
    "SUMMARY;LANGUAGE=de:Tausch mit Anna",
    "UID:040000008200E00074C5B7101A82E00800000000A0D2",
    "X-MICROSOFT-CDO-BUSYSTATUS:BUSY",
    "END:VEVENT",
    "BEGIN:VEVENT",
    "DTSTART;VALUE=DATE:20261217",
    "DTEND;VALUE=DATE:20261219",
    "SUMMARY:Nicht da",
    "TRANSP:OPAQUE",
    "UID:040000008200E00074C5B7101A82E00800000000B000",
    "X-MICROSOFT-CDO-BUSYSTATUS:OOF",
    "END:VEVENT",
    prodid="-//Microsoft Corporation//Outlook 16.0 MIMEDIR//EN",
)

GOOGLE = calendar(
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    "X-WR-CALNAME:Work",
    "X-WR-TIMEZONE:Europe/Berlin",
    "BEGIN:VTIMEZONE",
    "TZID:Europe/Berlin",
    "X-LIC-LOCATION:Europe/Berlin",
    "BEGIN:DAYLIGHT",
    "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0200",
    "TZNAME:GMT+2",
    "DTSTART:19700329T020000",
    "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
    "END:DAYLIGHT",
    "BEGIN:STANDARD",
    "TZOFFSETFROM:+0200",
    "TZOFFSETTO:+0100",
    "TZNAME:GMT+1",
    "DTSTART:19701025T030000",
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
    "END:STANDARD",
    "END:VTIMEZONE",
    "BEGIN:VEVENT",
    "DTSTART:20261207T120000Z",
    "DTEND:20261207T203000Z",
    "DTSTAMP:20261122T070000Z",
    "UID:3j0v1c2k@google.com",
    "CREATED:20261115T101010Z",
    "LAST-MODIFIED:20261115T101010Z",
    "SEQUENCE:0",
    "STATUS:CONFIRMED",
    "SUMMARY:Late shift\\, hotline",
    "TRANSP:OPAQUE",
    "END:VEVENT",
    "BEGIN:VEVENT",
    "DTSTART;TZID=Europe/Berlin:20261208T220000",
    "DTEND;TZID=Europe/Berlin:20261209T060000",
    "RRULE:FREQ=DAILY;UNTIL=20261210T225959Z",
    "EXDATE;TZID=Europe/Berlin:20261209T220000",
    "DTSTAMP:20261122T070000Z",
    "UID:7abc@google.com",
    "SEQUENCE:2",
    "STATUS:CONFIRMED",
    "SUMMARY:Nightshift with a very long name that Google folds after seventy-fi",
    " ve octets",
    "TRANSP:OPAQUE",
    "END:VEVENT",
    "BEGIN:VEVENT",
    "DTSTART;VALUE=DATE:20261211",
    "DTEND;VALUE=DATE:20261212",
    "DTSTAMP:20261122T070000Z",
    "UID:8abc@google.com",
    "STATUS:CONFIRMED",
    "SUMMARY:Vacation",
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
    "BEGIN:VEVENT",
    "DTSTART:20261212T120000Z",
    "DTEND:20261212T203000Z",
    "DTSTAMP:20261122T070000Z",
    "UID:9abc@google.com",
    "STATUS:CANCELLED",
    "SUMMARY:Late shift\\, hotline",
    "END:VEVENT",
    prodid="-//Google Inc//Google Calendar 70.9054//EN",
)

#: Shifts of a team app on an Exchange calendar: London, time off as a timed entry over whole days.
EXCHANGE = calendar(
    "METHOD:PUBLISH",
    "BEGIN:VTIMEZONE",
    "TZID:GMT Standard Time",
    "BEGIN:STANDARD",
    "DTSTART:16010101T020000",
    "TZOFFSETFROM:+0100",
    "TZOFFSETTO:+0000",
    "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10",
    "END:STANDARD",
    "BEGIN:DAYLIGHT",
    "DTSTART:16010101T010000",
    "TZOFFSETFROM:+0000",
    "TZOFFSETTO:+0100",
    "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3",
    "END:DAYLIGHT",
    "END:VTIMEZONE",
    *event(";TZID=GMT Standard Time:20261207T070000", ";TZID=GMT Standard Time:20261207T150000", "Open"),
    *event(";TZID=GMT Standard Time:20261208T070000", ";TZID=GMT Standard Time:20261208T150000", "Open"),
    *event(";TZID=GMT Standard Time:20261209T000000", ";TZID=GMT Standard Time:20261211T000000", "Time off"),
    *event(";TZID=GMT Standard Time:20261211T120000", ";TZID=GMT Standard Time:20261211T200000", "Close"),
    prodid="Microsoft Exchange Server 2010",
)

#: A workforce planner's feed: every activity is an entry, in UTC, the night's reaching into the next date.
ACTIVITIES = calendar(
    "X-PUBLISHED-TTL:PT1H",
    *event(":20261207T050000Z", ":20261207T080000Z", "Phone"),
    *event(":20261207T080000Z", ":20261207T081500Z", "Break"),
    *event(":20261207T081500Z", ":20261207T110000Z", "Phone"),
    *event(":20261207T110000Z", ":20261207T113000Z", "Lunch"),
    *event(":20261207T113000Z", ":20261207T130000Z", "E-Mail"),
    *event(":20261208T210000Z", ":20261209T010000Z", "Phone"),
    *event(":20261209T010000Z", ":20261209T013000Z", "Meal break"),
    *event(":20261209T013000Z", ":20261209T050000Z", "Phone"),
    *event(":20261210T080000Z", ":20261210T120000Z", "Chat"),
    *event(":20261210T160000Z", ":20261210T200000Z", "Chat"),
    prodid="-//Workforce//Feed 1.0//EN",
)

#: A planner that writes local times without a zone, and lengths instead of ends.
FLOATING = calendar(
    *event(":20261207T060000", "", "Früh", "DURATION:PT8H30M"),
    *day_off("20261208", "20261209", "OFF"),
    *event(":20261209T140000", "", "Spät", "DURATION:PT8H"),
    *day_off("20261210", "20261211", "Krank"),
    *event(":20261210T140000", "", "Spät", "DURATION:PT8H"),
)
