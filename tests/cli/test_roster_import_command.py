"""roster import FILE.ics."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Command
from tests.cli.test_command_process import start
from tests.interchange.producers import OUTLOOK, calendar, day_off, event


def write(folder: Path, data: bytes) -> str:
    path = folder / "-plan é.ics"
    path.write_bytes(data)
    return str(path)


def at(start: str, end: str, summary: str, *more: str) -> list[str]:
    return event(f";TZID=Europe/Berlin:{start}00", f";TZID=Europe/Berlin:{end}00", summary, *more)


ROTATION = calendar(
    *at(
        "20261123T0600",
        "20261123T1430",
        "Early",
        "RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TU,WE,TH,FR;COUNT=20",
    ),
    *at("20261130T2200", "20261201T0600", "Night", "RRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TU,WE,TH;COUNT=16"),
    *day_off("20261224", "20261227", "Urlaub"),
    *at("20261210T0600", "20261210T0900", "Lost", "RRULE:FREQ=MINUTELY"),
)
SAID = """\
34 shifts, 23 Nov 2026 to 14 Jan 2027: Early 06:00–14:30 ×18, Night 22:00–06:00 ×16
It repeats every 14 days and holds from 23 Nov 2026 on.
2 dates differ from it: 24 Dec 2026 Urlaub, 25 Dec 2026 Urlaub
1 entry was left out: it could not be read as a shift.
"""


def test_a_pattern_is_said_and_taken_over(command: Command, tmp_path: Path) -> None:
    path = write(tmp_path, ROTATION)
    dry = command("roster", "import", "--dry-run", "--", path)
    assert (dry.code, dry.err) == (0, "")
    assert dry.out == f"{SAID}Nothing was changed. Without --dry-run, this will hold.\n"
    assert not (tmp_path / "home").exists()
    assert command("roster", "import", "--", path).out == f"{SAID}Taken over.\n"
    assert command("today").out.startswith("Monday 23 November, 06:00–14:30\n")
    assert command("roster", "show", "--json").json["cycle_days"] == 14
    again = command("roster", "import", "--", path).out
    assert again == f"{SAID}Your shifts say this already, so there is nothing to change.\n"


def test_what_the_agent_had_changed_is_said(command: Command, tmp_path: Path) -> None:
    path = write(tmp_path, ROTATION)
    command("roster", "import", "--", path)
    command("off", "2026-11-24")
    line = "1 date had been changed before and follows the file now: 24 Nov 2026\n"
    assert line in command("roster", "import", "--dry-run", "--", path).out
    assert command("roster", "import", "--json", "--", path).json["replaced"] == ["2026-11-24"]
    assert line not in command("roster", "import", "--", path).out


def test_as_data(command: Command, tmp_path: Path) -> None:
    value = command("roster", "import", "--json", write(tmp_path, ROTATION)).json
    assert (value["from_date"], value["to_date"], value["shifts"]) == ("2026-11-23", "2027-01-14", 34)
    assert value["kinds"][0] == {"name": "Early", "start": "06:00", "end": "14:30", "count": 18}
    assert (value["cycle_days"], value["roster"]["days"][7]) == (14, "Night")
    assert value["exceptions"][0] == {"work_date": "2026-12-24", "shift": None, "reason": "Urlaub"}
    assert (value["past"], value["left_out"], value["changed"]) == (0, 1, True)
    assert [one["work_date"] for one in value["days"]][:2] == ["2026-11-23", "2026-11-24"]
    assert value["days"][0]["shift"] == {"name": "Early", "start": "06:00", "end": "14:30", "breaks": []}
    again = command("roster", "import", "--json", "--dry-run", write(tmp_path, ROTATION)).json
    assert not again["changed"]


def test_dates_without_a_pattern_and_past_ones(command: Command, tmp_path: Path) -> None:
    kinds = [at(f"202611{20 + n}T{6 + n:02}00", f"202611{20 + n}T1800", f"S{n}") for n in range(8)]
    found = command("roster", "import", write(tmp_path, calendar(*(line for one in kinds for line in one))))
    assert found.out == (
        "8 shifts, 20 Nov 2026 to 27 Nov 2026: S0 06:00–18:00 ×1, S1 07:00–18:00 ×1, S2 08:00–18:00 ×1, "
        "S3 09:00–18:00 ×1, S4 10:00–18:00 ×1, 3 other kinds\n"
        "No pattern repeats in it, so each date is taken as it stands.\n"
        "3 dates have passed and stay as they are.\n"
        "Taken over.\n"
    )
    assert command("today").out == "Monday 23 November, 09:00–18:00\n"
    assert command("roster", "import", "--json", write(tmp_path, OUTLOOK)).json["cycle_days"] is None


def test_one_date_and_many(command: Command, tmp_path: Path) -> None:
    weekly = at("20261123T0600", "20261123T1430", "E", "RRULE:FREQ=DAILY;COUNT=70")
    moved = [at(f"202612{day:02}T0500", f"202612{day:02}T1530", "Long") for day in (1, 3, 5, 7, 9, 11)]
    one = command("roster", "import", "--dry-run", write(tmp_path, calendar(*weekly, *moved[0])))
    assert "1 date differs from it: 01 Dec 2026 Long 05:00–15:30\n" in one.out
    many = calendar(*weekly, *(line for entry in moved for line in entry))
    assert "6 dates differ from it: 01 Dec" in command("roster", "import", write(tmp_path, many)).out


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "The calendar file is no calendar."),
        (b"PK\x03\x04", "The calendar file is no calendar."),
        (calendar(), "The calendar file has no shift with a start and an end."),
        (b"BEGIN:VCALENDAR\r\n" + b"X:" + b"x" * 5_000_000, "The calendar file is over 5 MB."),
        (calendar(*at("20201123T0600", "20201123T1430", "E")), "The calendar file ends on 2020-11-23, which"),
        (
            calendar(*["BEGIN:VTIMEZONE", "RRULE:FREQ=SECONDLY", "END:VTIMEZONE"]),
            "The calendar file has far too many",
        ),
    ],
)
def test_a_bad_file_is_one_line_and_changes_nothing(
    command: Command, tmp_path: Path, data: bytes, says: str
) -> None:
    found = command("roster", "import", write(tmp_path, data))
    assert (found.code, found.out) == (1, "")
    assert found.err.startswith(f"habitcoach: {says}")
    assert found.err.count("\n") == 1
    assert not (tmp_path / "home").exists()


def test_a_file_that_cannot_be_read(command: Command, tmp_path: Path) -> None:
    assert command("roster", "import", str(tmp_path / "none.ics")).code == 2
    assert command("roster", "import", str(tmp_path)).code == 2
    if sys.platform.startswith("linux"):
        found = command("roster", "import", "/proc/self/mem")
        assert (found.code, found.err.count("\n")) == (1, 1)
        assert "The calendar file cannot be read." in found.err


def test_only_this_command_loads_the_library(tmp_path: Path) -> None:
    loaded = (
        "import sys; from habitcoach.cli.main import run; "
        "run(sys.argv[1:]); print('icalendar' in sys.modules)"
    )
    path = write(tmp_path, ROTATION)

    def says(*arguments: str) -> bytes:
        run: subprocess.CompletedProcess[bytes] = start(tmp_path / "home", *arguments, program=("-c", loaded))
        return run.stdout.splitlines()[-1]

    assert says("roster", "show") == says("shift", "default") == b"False"
    assert says("roster", "import", path, "--dry-run") == b"True"
