"""A start on a file that cannot be opened: nothing is done but what the agent chose."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from habitcoach.app.opening_desk import OpeningDesk, ask_in_window, until_well
from habitcoach.clock import clock_from
from habitcoach.coaching.coach import Coach
from habitcoach.coaching.drafting import Typed, draft_from
from habitcoach.core.errors import EnvironmentFaultError
from habitcoach.storage.backups import daily_backup
from habitcoach.storage.opening import COMMAND_WAIT_MS, open_store
from habitcoach.storage.store import SqliteStore
from habitcoach.ui.start_fault import Choice, FaultWords, StartFault

DAY = date(2026, 11, 23)


class Agent:
    """Answers the questions of a start, one after the other, and keeps what they said."""

    def __init__(self, database: Path) -> None:
        self.database = database
        self.choices: list[Choice] = []
        self.asked: list[FaultWords] = []

    def ask(self, words: FaultWords) -> Choice:
        self.asked.append(words)
        return self.choices.pop(0)

    def open(self, *choices: Choice, fault: EnvironmentFaultError | None = None) -> SqliteStore:
        self.choices = list(choices)
        return OpeningDesk(self.database, lambda: DAY, self.ask).open(fault)

    def habits(self, *choices: Choice, fault: EnvironmentFaultError | None = None) -> list[str]:
        store = self.open(*choices, fault=fault)
        names = [one.name for one in store.habits()]
        store.close()
        return names

    @property
    def offered(self) -> list[Choice]:
        return [choice for choice, _ in self.asked[-1].choices]


def add(database: Path, name: str) -> None:
    store = open_store(database, COMMAND_WAIT_MS)
    clock = clock_from({"HABITCOACH_NOW": datetime(2026, 11, 23, 9, tzinfo=UTC).isoformat()})
    Coach(store, clock).habits.add(draft_from(Typed(name, "it rings", "smile", "a sip")))
    store.close()


@pytest.fixture
def agent(qtbot: QtBot, tmp_path: Path) -> Iterator[Agent]:
    """Return an agent with one habit in the backup and two in the file."""
    del qtbot
    made = Agent(tmp_path / "habitcoach.db")
    add(made.database, "Smile")
    daily_backup(made.database, DAY)
    add(made.database, "Breathe & <b>rest</b>")
    yield made
    assert made.choices == []


def damage(database: Path) -> None:
    database.write_bytes(b"\xff" * 8192)


def empty(database: Path) -> None:
    database.write_bytes(b"")


def lose(database: Path) -> None:
    database.unlink()


def test_a_whole_file_opens_without_a_question(agent: Agent) -> None:
    assert agent.habits() == ["Smile", "Breathe & <b>rest</b>"]
    assert agent.asked == []


@pytest.mark.parametrize("harm", [damage, empty, lose])
def test_the_backup_is_put_back_when_the_agent_says_so(agent: Agent, harm: Callable[[Path], None]) -> None:
    harm(agent.database)
    before = agent.database.read_bytes() if agent.database.exists() else None
    assert agent.habits(Choice.RESTORE) == ["Smile"]
    assert agent.offered == [Choice.RESTORE, Choice.AGAIN, Choice.FRESH]
    assert "23 November" in " ".join([agent.asked[0].lines[0], agent.asked[0].choices[0][1]])
    kept = [one.read_bytes() for one in agent.database.parent.iterdir() if one.is_file()]
    assert before is None or before in kept


@pytest.mark.parametrize("harm", [damage, empty, lose])
def test_a_fresh_start_is_never_silent_and_keeps_what_was_there(
    agent: Agent, harm: Callable[[Path], None]
) -> None:
    harm(agent.database)
    before = agent.database.read_bytes() if agent.database.exists() else None
    assert agent.habits(Choice.FRESH) == []
    kept = [one.read_bytes() for one in agent.database.parent.iterdir() if one.is_file()]
    assert before is None or before in kept
    assert agent.habits() == []


@pytest.mark.parametrize("harm", [damage, empty, lose])
def test_quitting_changes_nothing(agent: Agent, harm: Callable[[Path], None]) -> None:
    harm(agent.database)

    def files() -> dict[str, bytes]:
        folder = agent.database.parent
        return {str(one): one.read_bytes() for one in folder.rglob("*") if one.is_file()}

    before = files()
    with pytest.raises(EnvironmentFaultError):
        agent.open(Choice.QUIT)
    assert files() == before


def test_trying_again_finds_a_file_that_was_put_back(agent: Agent) -> None:
    away = agent.database.with_name("away")
    agent.database.rename(away)

    def put_back(words: FaultWords) -> Choice:
        agent.ask(words)
        away.rename(agent.database)
        return Choice.AGAIN

    agent.choices = [Choice.AGAIN]
    OpeningDesk(agent.database, lambda: DAY, put_back).open().close()
    assert "put it back" in agent.asked[0].lines[1]


def test_damage_that_a_running_app_met_is_asked_about_though_the_file_opens(agent: Agent) -> None:
    fault = EnvironmentFaultError("corrupt")
    assert agent.habits(Choice.AGAIN, fault=fault) == ["Smile", "Breathe & <b>rest</b>"]
    assert agent.asked[0].headline == "Your HabitCoach file is damaged"
    assert "“Breathe & <b>rest</b>”" in agent.asked[0].lines[0]
    assert agent.habits(Choice.RESTORE, fault=EnvironmentFaultError("corrupt")) == ["Smile"]


def test_without_a_backup_there_is_none_to_put_back(agent: Agent) -> None:
    for backup in (agent.database.parent / "backups").iterdir():
        backup.unlink()
    damage(agent.database)
    assert agent.habits(Choice.FRESH) == []
    assert agent.offered == [Choice.AGAIN, Choice.FRESH]
    assert agent.asked[0].lines[0] == "There is no backup that is whole."


def test_what_a_backup_does_not_cure_says_its_own_cure(agent: Agent) -> None:
    store = open_store(agent.database, COMMAND_WAIT_MS)
    store.close()
    with closing(sqlite3.connect(agent.database)) as connection:
        values = ("habitcoach", "9999_of_tomorrow", "")
        sql = "INSERT INTO _sqlite_migrations (migration_set, name, applied_at) VALUES (?, ?, ?)"
        connection.execute(sql, values)
        connection.commit()
    with pytest.raises(EnvironmentFaultError, match="newer_file"):
        agent.open(Choice.AGAIN, Choice.QUIT)
    assert agent.offered == [Choice.AGAIN]
    assert "newer HabitCoach" in agent.asked[0].headline
    assert agent.asked[0].lines == ("Your data are safe. Nothing was changed.",)


def test_what_could_not_be_done_is_asked_about_again(agent: Agent) -> None:
    damage(agent.database)

    def spoil(words: FaultWords) -> Choice:
        for backup in (agent.database.parent / "backups").iterdir():
            backup.write_bytes(b"\xff" * 9000)
        return agent.ask(words)

    agent.choices = [Choice.RESTORE, Choice.QUIT]
    with pytest.raises(EnvironmentFaultError):
        OpeningDesk(agent.database, lambda: DAY, spoil).open()
    assert len(agent.asked) == 2


def test_a_home_that_cannot_be_used_is_tried_as_often_as_the_agent_likes(agent: Agent) -> None:
    faults = [EnvironmentFaultError("cannot_open"), EnvironmentFaultError("disk_full")]

    def attempt() -> str:
        if faults:
            raise faults.pop(0)
        return "well"

    agent.choices = [Choice.AGAIN, Choice.AGAIN]
    assert until_well(attempt, agent.ask) == "well"
    assert "folder cannot be opened" in agent.asked[0].headline
    faults.append(EnvironmentFaultError("cannot_open"))
    agent.choices = [Choice.QUIT]
    with pytest.raises(EnvironmentFaultError):
        until_well(attempt, agent.ask)


def test_the_window_returns_what_was_pressed(qtbot: QtBot, qapp: QApplication) -> None:
    words = FaultWords("Something", ("is wrong",), ((Choice.AGAIN, "Try again"),))

    def press() -> None:
        window = qapp.activeModalWidget()
        assert isinstance(window, StartFault)
        button = window.findChild(QPushButton, "fault_again")
        assert button is not None
        button.click()

    QTimer.singleShot(50, press)
    assert ask_in_window(qapp)(words) is Choice.AGAIN
    del qtbot
