"""export and import."""

import csv
import io
import json
import sqlite3
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import icalendar
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from habitcoach.cli.main import run
from habitcoach.storage.exchange_tables import EXCHANGED, NOT_EXCHANGED
from tests.cli.conftest import Command, add
from tests.support.thoroughness import examples

AFTER = '{"kind":"after","habit":1,"minutes":10}'


@pytest.fixture
def lived(command: Command, set_clock: Callable[[str], None], smile: object) -> None:
    """Live a little: two habits, one after the other, logs, notes, a skip, an undo, a promise, a day off."""
    del smile
    add(command, "=Then 🙂", trigger=AFTER)
    set_clock("10:31")
    command("done", "Smile", "--note", "@first\nof them")
    command("done", "=Then")
    command("undo")
    command("promise", "15:00", "T-1")
    command("off", "2026-12-24", "--reason", "leave")
    command("pause", "Smile", "90m")
    command("fade", "Smile", "never")
    command("archive", "=Then")
    set_clock("24 10:31")
    command("skip", "Smile", "--reason", "outage")


def export(command: Command, path: Path, *arguments: str) -> Any:  # what a script reads
    assert command("export", "-o", str(path), *arguments).code == 0
    return json.loads(path.read_text("utf-8"))


def tables(command: Command) -> Any:  # what a script reads
    return json.loads(command("export").out)["tables"]


@pytest.mark.usefixtures("lived")
def test_what_is_exported_and_imported_elsewhere_is_the_same_to_the_last_row(
    command: Command, tmp_path: Path
) -> None:
    value = export(command, tmp_path / "out.json")
    assert (value["format"], value["version"], len(value["tables"]["habit"])) == ("habitcoach", 1, 3)
    assert value["tables"]["habit_version"][1]["trigger"]["habit"] == 1
    elsewhere = ("--home", str(tmp_path / "elsewhere"))
    dry = command(*elsewhere, "import", "--dry-run", str(tmp_path / "out.json"))
    assert not (tmp_path / "elsewhere").exists()
    done = command(*elsewhere, "import", str(tmp_path / "out.json"))
    assert done.out.startswith("3 habits are new: Smile, =Then 🙂, ")
    assert done.out.endswith("\nAdded.\n")
    assert dry.out == done.out.replace("Added.", "Nothing was changed. Without --dry-run, this is added.")
    assert json.loads(command(*elsewhere, "export").out)["tables"] == value["tables"]
    assert command(*elsewhere, "check").code == 0
    assert command(*elsewhere, "streaks").out == command("streaks").out
    again = command(*elsewhere, "import", str(tmp_path / "out.json"), "--json").json
    assert (again["added"], again["entries"], again["changed"]) == ([], 0, False)
    assert command(*elsewhere, "import", str(tmp_path / "out.json")).out.endswith("nothing to add.\n")
    assert tables(command) == value["tables"]


@pytest.mark.usefixtures("lived")
def test_a_home_in_use_gets_what_it_lacks_and_loses_nothing(
    command: Command, set_clock: Callable[[str], None], tmp_path: Path
) -> None:
    export(command, tmp_path / "out.json")
    other = ("--home", str(tmp_path / "other"))
    set_clock("20 09:00")
    command(*other, "done", "1")
    command(*other, "add", "--name", "smile", "--when", "a", "--routine", "b", "--reward", "c")
    command(*other, "done", "smile", "--note", "mine")
    command(*other, "off", "2026-12-31")
    before = json.loads(command(*other, "export").out)["tables"]
    set_clock("24 10:31")
    value = command(*other, "import", "--json", str(tmp_path / "out.json")).json
    assert (value["whole"], value["changed"], value["merged"]) == (False, True, [])
    assert value["added"][:2] == ["Smile (2)", "=Then 🙂"]
    after = json.loads(command(*other, "export").out)["tables"]
    for table in ("habit", "entry", "note", "habit_version"):
        assert after[table][: len(before[table])] == before[table]
    assert [row for row in after["duty"] if row["changed"]] == before["duty"]
    numbers = {row["name"]: row["id"] for row in after["habit"]}
    assert numbers["Smile (2)"] == 2
    follows = [row for row in after["habit_version"] if row["habit_id"] == numbers["=Then 🙂"]]
    assert follows[0]["trigger"]["habit"] == numbers["Smile (2)"]
    assert {row["text"] for row in after["note"]} == {"mine", "@first\nof them"}
    assert [row["undoes"] for row in after["entry"] if row["undoes"]] == [3]
    assert {row["name"] for row in after["setting"]} >= {f"fading:{numbers['Smile (2)']}"}
    assert command(*other, "check").code == 0
    assert command(*other, "promises").out == command("promises").out
    retired = [one for one in command(*other, "habits", "--json").json if one["archived"]]
    assert [one["habit"] for one in retired] == ["=Then 🙂"]


@pytest.mark.usefixtures("lived")
def test_two_copies_of_one_home_that_lived_on_come_together(
    command: Command, set_clock: Callable[[str], None], tmp_path: Path
) -> None:
    copy = ("--home", str(tmp_path / "copy"))
    export(command, tmp_path / "out.json")
    command(*copy, "import", str(tmp_path / "out.json"))
    set_clock("25 10:31")
    command("done", "Smile", "--note", "here")
    set_clock("25 10:32")
    command(*copy, "done", "Smile")
    command(*copy, "undo")
    set_clock("26 10:31")
    command(*copy, "done", "Smile", "--note", "there")
    export(command, tmp_path / "new.json")
    value = command(*copy, "import", "--json", str(tmp_path / "new.json")).json
    assert (value["added"], value["entries"]) == ([], 1)
    assert value["merged"][:2] == ["Smile", "=Then 🙂"]
    assert command(*copy, "check").code == 0
    texts = [row["text"] for row in json.loads(command(*copy, "export").out)["tables"]["note"]]
    assert sorted(texts) == ["@first\nof them", "here", "there"]
    assert command(*copy, "import", str(tmp_path / "new.json")).out.endswith("nothing to add.\n")


@pytest.mark.usefixtures("lived")
def test_an_undo_made_in_both_copies_counts_once(
    command: Command, set_clock: Callable[[str], None], tmp_path: Path
) -> None:
    copy = ("--home", str(tmp_path / "copy"))
    command("done", "Smile", "--at", "2026-11-23T12:00+01:00")
    export(command, tmp_path / "out.json")
    command(*copy, "import", str(tmp_path / "out.json"))
    command(*copy, "undo")
    set_clock("24 11:00")
    command("undo")
    export(command, tmp_path / "new.json")
    assert command(*copy, "import", "--json", str(tmp_path / "new.json")).json["entries"] == 0


@pytest.mark.usefixtures("smile")
def test_every_table_of_the_schema_has_its_place(home: Path) -> None:
    with sqlite3.connect(home / "habitcoach.db") as connection:
        names = {
            name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
        }
    assert {one for one in names if not one.startswith("sqlite_")} == {*EXCHANGED, *NOT_EXCHANGED}


def test_many_names_are_cut_short(command: Command, tmp_path: Path) -> None:
    for number in range(9):
        add(command, f"H{number}")
    export(command, tmp_path / "out.json")
    found = command("--home", str(tmp_path / "elsewhere"), "import", str(tmp_path / "out.json"))
    assert found.out.splitlines()[0] == "9 habits are new: H0, H1, H2, H3, H4, H5, H6, H7, …"


@pytest.mark.usefixtures("lived")
def test_the_log_as_csv(command: Command) -> None:
    rows = list(csv.DictReader(io.StringIO(command("export", "--format", "csv").out)))
    assert [(row["habit"], row["kind"], row["undone"]) for row in rows[:2]] == [
        ("Smile", "done", "0"),
        ("'=Then 🙂", "done", "1"),
    ]
    assert rows[0]["note"] == "'@first\nof them"
    assert (rows[-1]["kind"], rows[-1]["reason"], rows[-1]["work_date"]) == ("skip", "outage", "2026-11-24")
    assert not [row for row in rows if row["kind"] == "undo"]


def test_a_rate_in_csv(command: Command) -> None:
    add(command, "Name", target='{"kind":"rate","goal":80,"min":5}')
    command("done", "Name", "--count", "14", "--of", "20")
    row = next(csv.DictReader(io.StringIO(command("export", "--format", "csv").out)))
    assert (row["count"], row["of"]) == ("14", "20")


@pytest.mark.usefixtures("lived")
def test_cues_as_a_calendar(command: Command, tmp_path: Path) -> None:
    path = tmp_path / "cues.ics"
    command("export", "--format", "ics", "-o", str(path))
    found = icalendar.Calendar.from_ical(path.read_bytes()).walk("VEVENT")
    assert {str(one["SUMMARY"]) for one in found} == {"Smile"}
    assert 15 <= len(found) <= 28
    assert str(found[0]["DESCRIPTION"]).startswith("When it rings, I will smile")
    assert str(found[0]["UID"]) == "1-2026-11-25/10:30@habitcoach"
    assert path.read_bytes().count(b"\r\n") == path.read_bytes().count(b"\n")


@pytest.mark.usefixtures("lived")
def test_plans_as_texts(command: Command) -> None:
    lines = command("export", "--format", "texts").out.splitlines()
    assert lines[0] == "Smile: When it rings, I will smile, then a sip of tea."
    assert not [line for line in lines if line.startswith("=Then")]


@pytest.mark.usefixtures("smile")
def test_a_file_that_is_there_is_kept(command: Command, home: Path, tmp_path: Path) -> None:
    path = tmp_path / "out.json"
    path.write_text("mine", encoding="utf-8")
    found = command("export", "-o", str(path))
    assert (found.code, path.read_text("utf-8")) == (1, "mine")
    assert "is there already. Add --yes" in found.err
    assert command("export", "-o", str(path), "--yes", "--json").json == {"path": str(path), "format": "json"}
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert sorted(one.name for one in tmp_path.iterdir()) == ["home", "out.json"]
    database = home / "habitcoach.db"
    before = database.read_bytes()
    assert command("export", "-o", str(database), "--yes").code == 1
    assert database.read_bytes() == before
    missing = command("export", "-o", str(tmp_path / "no" / "out.json"))
    assert (missing.code, missing.err.count("\n")) == (1, 1)


def test_an_empty_home_exports_nothing_and_is_not_made(command: Command, home: Path) -> None:
    assert all(not rows for rows in tables(command).values())
    assert command("export", "--format", "texts").out == ""
    assert not home.exists()


BROKEN: list[tuple[object, str]] = [
    ("", "The file is no export of HabitCoach."),
    ("[" * 100_000, "The file is no export of HabitCoach."),
    ("BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n", "This is a calendar. If your shifts are in it"),
    ([], "The file is no export of HabitCoach."),
    ({"format": "habitcoach"}, "The file is no export of HabitCoach."),
    (
        {"format": "habitcoach", "version": 1, "schema": [], "tables": []},
        "The file is no export of HabitCoach.",
    ),
    (
        {"format": "habitcoach", "version": 2, "schema": [], "tables": {}},
        "The file was made by a newer HabitCoach.",
    ),
    (
        {"format": "habitcoach", "version": 1, "schema": ["9999_x"], "tables": {}},
        "The file was made by a newer",
    ),
]
ROWS: list[dict[str, object]] = [
    {"habit": {}},
    {"habit": [1]},
    {"habit": [{}]},
    {"streak": [{"id": 1}]},
    {"nothing": [{"id": 1}]},
    {"habit": [{"id": 1, "name": "x"}]},
    {"habit": [{"nothing": 1}]},
    {"habit": [{"id": 1.5}]},
    {"habit": [{"id": True}]},
    {"habit": [{"id": 2**64}]},
    {"habit": [{"id": 1, "name": "a\nb", "category": "words", "position": 1, "created_at": "x"}]},
    {"habit": [{"id": 1, "name": "x" * 61, "category": "words", "position": 1, "created_at": "x"}]},
    {"habit": [{"id": 1, "name": "a", "category": "words", "position": 1, "created_at": "never"}]},
    {
        "habit": [
            {
                "id": 1,
                "name": "a",
                "category": "moon",
                "position": 1,
                "created_at": "2026-11-23T08:00:00.000Z",
            }
        ]
    },
    {"setting": [{"name": "x", "value": "\ud800"}]},
    {
        "entry": [
            {"id": 1, "habit_id": 7, "work_date": "2026-11-23", "at": "x", "kind": "done", "source": "app"}
        ]
    },
    {"promise": [{"id": 1, "made_at": "x", "set_at": "x", "due_at": "x", "place": "x", "work_date": "x"}]},
    {"roster": [{"id": 1, "from_date": "x", "cycle_start": "x", "shifts": {}, "days": []}]},
]


def written(folder: Path, value: object) -> str:
    path = folder / "in.json"
    path.write_text(value if isinstance(value, str) else json.dumps(value), encoding="utf-8")
    return str(path)


@pytest.mark.parametrize(("value", "says"), BROKEN)
def test_what_is_no_export(command: Command, tmp_path: Path, home: Path, value: object, says: str) -> None:
    found = command("import", written(tmp_path, value))
    assert (found.code, found.out, found.err.count("\n")) == (1, "", 1)
    assert found.err.startswith(f"habitcoach: {says}")
    assert not home.exists()


@pytest.mark.parametrize("in_use", [False, True])
@pytest.mark.parametrize("rows", ROWS)
def test_rows_that_do_not_fit_change_nothing(
    command: Command, tmp_path: Path, rows: dict[str, object], *, in_use: bool
) -> None:
    if in_use:
        add(command, "Smile")
    before = tables(command)
    value = {"format": "habitcoach", "version": 1, "schema": [], "tables": rows}
    found = command("import", written(tmp_path, value))
    # A home in use keeps its own shifts and settings, whatever a file says of them.
    if in_use and rows.keys() & {"roster", "setting"}:
        return
    assert (found.code, found.out, found.err.count("\n")) == (1, "", 1)
    assert "has been changed since HabitCoach wrote it" in found.err
    assert {**tables(command), "setting": []} == {**before, "setting": []}


def test_a_directory_and_a_missing_file_are_wrong_use(command: Command, tmp_path: Path) -> None:
    assert command("import", str(tmp_path)).code == 2
    assert command("import", str(tmp_path / "none.json")).code == 2
    assert command("import", "/proc/self/mem").code in {1, 2}


@settings(
    deadline=None, max_examples=examples(25), suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(data=st.data())
@pytest.mark.usefixtures("lived")
def test_a_mangled_export_never_ends_in_a_traceback(
    command: Command, tmp_path: Path, data: st.DataObject
) -> None:
    value = json.loads(command("export").out)
    for _ in range(data.draw(st.integers(1, 4))):
        table = data.draw(st.sampled_from([name for name, rows in value["tables"].items() if rows]))
        row = data.draw(st.sampled_from(value["tables"][table]))
        name = data.draw(st.sampled_from(sorted(row)))
        junk = st.sampled_from(
            [None, 0, -1, 2**62, "", "x", "2026-11-23", {"kind": "after", "habit": []}, [1]]
        )
        row[name] = data.draw(junk)
    path = written(tmp_path, value)
    number = len(list(tmp_path.iterdir()))
    for place in ("home", f"new{number}"):
        assert run(["--home", str(tmp_path / place), "import", "--dry-run", path]) in {0, 1}
