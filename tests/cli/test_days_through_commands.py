"""Days lived through `HABITCOACH_NOW`, command by command, come to the numbers of days told at once."""

import random
from datetime import date
from pathlib import Path

import pytest

from habitcoach.storage.opening import COMMAND_WAIT_MS, open_store
from tests.cli.conftest import Command, add

WEEKDAYS = [day for day in range(2, 28) if date(2026, 11, day).isoweekday() < 6]
NAMES = ("Smile", "Names", "Water")


def plan(seed: int) -> list[tuple[int, str, list[str]]]:
    """Return day, wall time and words of what is logged over four weeks, one line after the other."""
    draw = random.Random(seed)
    lines: list[tuple[int, str, list[str]]] = []
    for day in WEEKDAYS:
        if (chance := draw.random()) < 0.7:
            lines.append((day, "10:31", ["done", "Smile"]))
        elif chance < 0.8:
            lines.append((day, "10:31", ["skip", "Smile", "--reason", "outage", "--day"]))
        if draw.random() < 0.8:
            hits = draw.randint(3, 10)
            lines.append((day, "13:00", ["done", "Names", "--count", str(hits), "--of", "10"]))
        if draw.random() < 0.5:
            lines.append((day, "15:10", ["done", "Water", "--count", str(draw.randint(1, 3))]))
    return lines


class Homes:
    """Runs commands at a moment on one home or another."""

    def __init__(self, command: Command, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self._command, self._folder, self._patch = command, folder, monkeypatch

    def at(self, home: str, day: int, wall: str) -> Command:
        self._patch.setenv("HABITCOACH_HOME", str(self._folder / home))
        self._patch.setenv("HABITCOACH_NOW", f"2026-11-{day:02}T{wall}+01:00 Europe/Berlin")
        return self._command

    def begin(self, home: str) -> None:
        command = self.at(home, 2, "08:00")
        triggers = ('{"kind":"at","times":["10:30"]}', '{"kind":"contact"}', '{"kind":"every","minutes":120}')
        targets = ("{}", '{"kind":"rate","goal":70}', '{"kind":"count","goal":7,"per":"week"}')
        for name, trigger, target in zip(NAMES, triggers, targets, strict=True):
            assert add(command, name, trigger=trigger, target=target).code == 0
        store = open_store(self._folder / home / "habitcoach.db", COMMAND_WAIT_MS)
        store.mark_seen([date(2026, 11, day) for day in WEEKDAYS])  # as the app does while it runs
        store.close()

    def numbers(self, home: str) -> list[object]:
        """Return what is told at the end, in words and as data."""
        command = self.at(home, 27, "20:00")
        asked = [["streaks", "--json"], ["streaks"], *(["why", name, "--json"] for name in NAMES)]
        told = [command(*words) for words in asked]
        assert [one.code for one in told] == [0] * len(told), [one.err for one in told]
        assert command("check").code == 0
        return [one.out for one in told]


@pytest.mark.parametrize("seed", range(3))
def test_days_lived_equal_days_told_at_once(
    seed: int, command: Command, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    homes = Homes(command, tmp_path, monkeypatch)
    homes.begin("lived")
    for day, wall, words in plan(seed):
        found = homes.at("lived", day, wall)(*words)
        assert found.code == 0, (words, found.err)
        homes.at("lived", day, wall)("streaks")
    homes.begin("told")
    told = plan(seed)
    random.Random(seed).shuffle(told)
    for day, wall, words in told:
        moment = ["--at", f"2026-11-{day:02}T{wall}+01:00", "--yes"]
        found = homes.at("told", 27, "19:00")(*words, *moment)
        assert found.code == 0, (words, found.err)
    assert homes.numbers("lived") == homes.numbers("told")
