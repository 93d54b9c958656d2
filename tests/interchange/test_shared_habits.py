"""The file of habits for a colleague: there and back, and what is no such file."""

import json
from pathlib import Path
from typing import Any

import pytest

from habitcoach.coaching.sharing import SharedHabit
from habitcoach.core.errors import HabitCoachError, InputError, RefusedError
from habitcoach.core.habit import Category, Draft, Habit
from habitcoach.core.target import Target, TargetKind
from habitcoach.core.trigger import After, Contact, Promised
from habitcoach.interchange.shared_habits import lines_of, read_shared
from tests.support.habits import PLAN, at, habit

RATE = Target(TargetKind.RATE, 80, minimum=5)


def file_of(tmp_path: Path, habits: list[Habit]) -> Path:
    path = tmp_path / "habits.json"
    path.write_text("\n".join(lines_of(habits)), encoding="utf-8")
    return path


def test_there_and_back(tmp_path: Path) -> None:
    smile, name = habit(at("10:30")), habit(Contact(), RATE, habit_id=2)
    after, lost = habit(After(1, 5), habit_id=3), habit(After(99), habit_id=4)
    promises = habit(Promised(), habit_id=5)
    found = read_shared(file_of(tmp_path, [smile, name, after, lost, promises]))
    assert found == (
        SharedHabit(Draft("Smile", Category.WORDS, PLAN, at("10:30"))),
        SharedHabit(Draft("Smile", Category.WORDS, PLAN, Contact(), RATE)),
        SharedHabit(Draft("Smile", Category.WORDS, PLAN, After(1, 5)), "Smile"),
        SharedHabit(Draft("Smile", Category.WORDS, PLAN, After(1))),
    )


def test_nothing_of_the_log_is_in_it(tmp_path: Path) -> None:
    [row] = json.loads(file_of(tmp_path, [habit(at("10:30"))]).read_text(encoding="utf-8"))["habits"]
    assert row.keys() == {
        "name",
        "category",
        "when",
        "routine",
        "tiny",
        "reward",
        "treat",
        "why",
        "trigger",
        "target",
    }


def test_no_habits_are_a_file_too(tmp_path: Path) -> None:
    assert read_shared(file_of(tmp_path, [])) == ()


@pytest.mark.parametrize("text", ["", "nonsense", "[]", '{"format": "habitcoach"}', "[" * 100_000])
def test_other_files_are_left_to_others(tmp_path: Path, text: str) -> None:
    path = tmp_path / "other"
    path.write_text(text)
    assert read_shared(path) is None
    assert read_shared(tmp_path / "nowhere") is None


def test_a_file_too_large_is_none_of_ours(tmp_path: Path) -> None:
    path = tmp_path / "large"
    path.write_text('{"format": "habitcoach-habits"}' + " " * 1_000_000)
    assert read_shared(path) is None


ROW = {"name": "Smile", "when": "it rings", "routine": "smile", "reward": "a sip"}


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"habits": None}, "file"),
        ({"habits": [ROW] * 201}, "file"),
        ({"habits": ["Smile"]}, "file"),
        ({"habits": [{"name": "Smile"}]}, "file"),
        ({"habits": [ROW | {"why": 3}]}, "file"),
        ({"habits": [ROW | {"name": ""}]}, "name"),
        ({"habits": [ROW | {"routine": "x" * 201}]}, "routine"),
        ({"habits": [ROW | {"trigger": {"kind": "promised"}}]}, "trigger.kind"),
        ({"habits": [ROW | {"target": {"kind": "rate"}}]}, "target.goal"),
        ({"habits": [ROW | {"category": "none"}]}, "category"),
    ],
)
def test_what_no_version_of_ours_wrote(tmp_path: Path, changes: dict[str, Any], field: str) -> None:
    path = tmp_path / "habits.json"
    path.write_text(json.dumps({"format": "habitcoach-habits", "version": 1} | changes))
    with pytest.raises(HabitCoachError) as fault:
        read_shared(path)
    assert isinstance(fault.value, InputError)
    assert fault.value.field == field


def test_a_newer_file(tmp_path: Path) -> None:
    path = tmp_path / "habits.json"
    path.write_text('{"format": "habitcoach-habits", "version": 2, "habits": []}')
    with pytest.raises(RefusedError) as fault:
        read_shared(path)
    assert fault.value.code == "newer_export"
