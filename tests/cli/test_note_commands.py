"""notes and note."""

import pytest

from tests.cli.conftest import Command

pytestmark = pytest.mark.usefixtures("smile")


def test_notes_are_listed_changed_and_erased(command: Command) -> None:
    assert command("notes").out == "No notes.\n"
    command("done", "Smile", "--note", "-- first\nline")
    [found] = command("notes", "--json").json
    assert found == {
        "entry_id": 1,
        "habit_id": 1,
        "habit": "Smile",
        "work_date": "2026-11-23",
        "kind": "done",
        "text": "-- first\nline",
    }
    assert command("notes", "Smile").out == "    1  2026-11-23  Smile: -- first / line\n"
    assert command("note", "1", "--json").json == found
    assert command("note", "1", "other words").out == "    1  2026-11-23  Smile: other words\n"
    erased = command("note", "1", "--erase")
    assert erased.out == "Erased. Backups made before still hold it, for 90 days at most.\n"
    assert command("note", "1").out == "    1  2026-11-23  Smile: no note\n"
    assert command("notes", "--json").json == []


@pytest.mark.parametrize("arguments", [("note", "9"), ("note", "9", "x"), ("note", "9", "--erase")])
def test_an_entry_that_is_not_there(command: Command, arguments: tuple[str, ...]) -> None:
    found = command(*arguments)
    assert (found.code, found.out) == (1, "")
    assert found.err == "habitcoach: There is no entry 9. See: habitcoach notes\n"


@pytest.mark.parametrize(
    "arguments",
    [("note",), ("note", "x"), ("note", "0"), ("note", "1", "x", "--erase")],
)
def test_wrong_use(command: Command, arguments: tuple[str, ...]) -> None:
    assert command(*arguments).code == 2


def test_an_empty_note_is_refused(command: Command) -> None:
    command("done", "Smile", "--note", "words")
    assert command("note", "1", "  ").code == 1
    assert command("note", "1", "--json").json["text"] == "words"
