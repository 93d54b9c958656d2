"""Twelve weeks of sample data, exported and imported."""

import json
from pathlib import Path

from habitcoach.app.demo import fill
from habitcoach.cli.session import Session
from tests.cli.conftest import Command


def test_twelve_weeks_come_over_whole(command: Command, home: Path, tmp_path: Path) -> None:
    session = Session(home, {"HABITCOACH_NOW": "2026-11-23T08:00+01:00 Europe/Berlin"})
    session.fill(fill)
    path = tmp_path / "out.json"
    command("export", "-o", str(path))
    elsewhere = ("--home", str(tmp_path / "elsewhere"))
    assert command(*elsewhere, "import", "--json", str(path)).json["entries"] > 200
    value = json.loads(path.read_text("utf-8"))["tables"]
    after = json.loads(command(*elsewhere, "export").out)["tables"]
    assert value.pop("setting")[0] in after.pop("setting")
    assert after == value
    for shown in ("streaks", "habits", "today"):
        assert command(*elsewhere, shown, "--json").json == command(shown, "--json").json
    # Over again into a home that lacks the last entries: only those come.
    assert command("import", "--json", str(path)).json["entries"] == 0
