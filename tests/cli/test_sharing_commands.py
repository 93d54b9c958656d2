"""Habits shared with a colleague by file, and copied as text."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Command, add

AT = '{"kind":"at","times":["10:30"]}'


def test_from_one_home_to_another(
    command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, set_clock: Callable[[str], None]
) -> None:
    add(command, "Smile", trigger=AT)
    set_clock("23 10:31")
    command("done", "Smile", "--note", "secret")
    path = tmp_path / "habits.json"
    assert command("export", "--format", "habits", "-o", str(path)).code == 0
    assert "secret" not in path.read_text(encoding="utf-8")
    there = command("import", str(path), "--json").json
    assert there == {"added": [], "there": ["Smile"], "changed": False}
    assert command("import", str(path)).out == "You have a habit of this name already: Smile\n"
    monkeypatch.setenv("HABITCOACH_HOME", str(tmp_path / "other"))
    dry = command("import", str(path), "--dry-run").out.splitlines()
    assert dry == ["1 habit is new: Smile", "Nothing was changed. Without --dry-run, this is added."]
    assert command("habits", "--json").json == []
    assert command("import", str(path)).out == "1 habit is new: Smile\n"
    [one] = command("habits", "--json").json
    assert (one["habit"], command("export", "--format", "texts").out.startswith("Smile: When ")) == (
        "Smile",
        True,
    )


def test_a_file_without_habits(command: Command, tmp_path: Path) -> None:
    path = tmp_path / "habits.json"
    command("export", "--format", "habits", "-o", str(path))
    assert command("import", str(path)).out == "There is no habit in it.\n"
