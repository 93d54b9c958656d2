"""200 kills: through all of them a cue is neither lost nor told twice, and an entry stays."""

import json
import random
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from tests.desktop.coach import Coach, plain_env
from tests.desktop.notifications import Notifications, notification_server
from tests.desktop.programs import Program
from tests.desktop.screen import bare_screen
from tests.desktop.session_bus import session_bus
from tests.desktop.waiting import monotonic, pause, until

pytestmark = pytest.mark.long

_ZONE = ZoneInfo("Europe/Berlin")
_FIRST_CUE = datetime(2026, 11, 23, 9, 5, tzinfo=_ZONE)
_DAYS = 5
_CUES_A_DAY = 40
_APART = timedelta(minutes=10)  # more than the two minutes within which cues are joined


@dataclass(frozen=True)
class Step:
    """One cue, and the life of the app around it."""

    name: str
    due: datetime

    @property
    def slot(self) -> str:
        """The identity of the occasion."""
        return f"{self.due:%Y-%m-%d/%H:%M}"


def steps() -> Iterator[Step]:
    """Yield the cues of a working week."""
    for day in range(_DAYS):
        for number in range(_CUES_A_DAY):
            yield Step(f"Step {number:02}", _FIRST_CUE + timedelta(days=day) + number * _APART)


@pytest.fixture
def server_and_coach(python: Path, tmp_path: Path) -> Iterator[tuple[Notifications, Coach]]:
    """Run a screen, a bus and a notification server for one agent."""
    folder = tmp_path / "agent"
    env = plain_env(folder)
    with ExitStack() as stack:
        screen = stack.enter_context(bare_screen(folder / "screen", env))
        address = stack.enter_context(session_bus(folder / "bus", env))
        server = stack.enter_context(notification_server(folder, env, address))
        on_it = {**env, "DISPLAY": screen.display, "DBUS_SESSION_BUS_ADDRESS": address}
        coach = Coach(python, folder / "home", on_it)
        stack.callback(coach.end)
        yield server, coach


def test_two_hundred_kills(server_and_coach: tuple[Notifications, Coach], tmp_path: Path) -> None:
    server, coach = server_and_coach
    chance = random.Random(20261123)
    coach.set_clock("2026-11-23T08:00:00+01:00")
    for number in range(_CUES_A_DAY):
        due = _FIRST_CUE + number * _APART
        coach.add(f"Step {number:02}", {"kind": "at", "times": [f"{due:%H:%M}"]})
    begun: list[float] = []
    promised: list[tuple[str, str]] = []
    for number, step in enumerate(steps()):
        begun.append(monotonic())
        app = coach.start(
            f"{step.due - timedelta(seconds=chance.uniform(0, 0.5)):%Y-%m-%dT%H:%M:%S.%f%z}+", "--hidden"
        )
        # Every third cue is answered on the command line, at any moment of the app's life; so none rests.
        pause(chance.uniform(0, 1.5))
        command = coach.begin(tmp_path / "done.log", "done", step.name, "--json") if number % 3 == 2 else None
        pause(chance.uniform(0, 1.5))
        if chance.random() < 0.3:
            press_newest(server, step)
        app.kill()
        if command is not None:
            promised.append((step.name, slot_said(command)))
    coach.start("2026-11-27T16:30:00+01:00+", "--hidden")
    wanted = {(step.name, step.slot) for step in steps()}
    until(lambda: wanted <= recorded(coach), "a row for every slot", seconds=20)
    assert told_twice(server, begun) == []
    done = Counter(coach.rows(f"SELECT h.name, e.slot {_FROM_ENTRY} WHERE e.kind = 'done'"))
    assert not set(promised) - set(done)
    assert [one for one, times in done.items() if times > 1] == []
    assert coach.rows("PRAGMA integrity_check") == [("ok",)]
    assert len(promised) == _DAYS * _CUES_A_DAY // 3


_FROM_ENTRY = "FROM entry e JOIN habit h ON h.id = e.habit_id"


def recorded(coach: Coach) -> set[tuple[str, str]]:
    """Return every slot that has a prompt, or an entry made before its cue."""
    prompts = "SELECT h.name, p.slot FROM prompt p JOIN habit h ON h.id = p.habit_id"
    return set(coach.rows(f"{prompts} UNION SELECT h.name, e.slot {_FROM_ENTRY}"))


def told_twice(server: Notifications, begun: list[float]) -> list[tuple[str, str]]:
    """Return the habits told twice on one day; a notification in place of a former one is the same."""
    days = [f"{step.due:%Y-%m-%d}" for step in steps()]
    told = Counter(
        (name, days[bisect_right(begun, shown["monotonic"]) - 1])
        for shown in server.shown()
        if not shown["replaces_id"]
        for name in set(re.findall(r"Step \d\d", shown["summary"] + shown["body"]))
    )
    assert len(told) > len(days) // 4, "hardly any cue was told: the kills came too early"
    return [one for one, times in told.items() if times > 1]


def press_newest(server: Notifications, step: Step) -> None:
    """Press Done in the notification of a step, when it is up."""
    shown = [one for one in server.shown() if one["summary"] == step.name]
    if shown:
        server.press(shown[-1], "done")


def slot_said(command: Program) -> str:
    """Return the slot that a `done` command said it has answered."""
    assert command.wait(20) == 0, command.said
    return str(json.loads(command.said)["slot"])
