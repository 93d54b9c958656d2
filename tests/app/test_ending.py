"""Everything deleted: a home that was lived in leaves nothing behind."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from habitcoach.app.ending import erase_home
from habitcoach.core.errors import EnvironmentFaultError
from habitcoach.desktop import erasing
from habitcoach.desktop.autostart import autostart_for
from habitcoach.desktop.log import close_log, open_log
from habitcoach.desktop.paths import Home
from habitcoach.storage.backups import backups
from habitcoach.ui.start_fault import Choice, FaultWords
from tests.app.conftest import clear
from tests.support.desk_bench import Bench


def no_question(words: FaultWords) -> Choice:
    raise AssertionError(words.headline)


@pytest.fixture
def lived_in(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> Home:
    """Return a home in which the app ran and has quit."""
    bench = Bench(tmp_path, qapp)
    log = open_log(bench.home)
    bench.add()
    bench.start()
    qtbot.waitUntil(lambda: bool(backups(bench.home.database)))
    bench.stop()
    close_log(log)
    clear(qapp)
    return bench.home


def test_nothing_of_a_home_is_left(lived_in: Home, tmp_path: Path) -> None:
    environment = {"HOME": str(tmp_path)}
    autostart_for(environment, lived_in.folder).enable()
    assert {"habitcoach.db", "habitcoach.log", "backups"} <= {one.name for one in lived_in.folder.iterdir()}
    erase_home(lived_in, environment, no_question)
    assert not lived_in.folder.exists()
    assert not list((tmp_path / ".config" / "autostart").iterdir())


def test_what_is_the_agents_own_in_the_folder_stays(lived_in: Home, tmp_path: Path) -> None:
    (lived_in.folder / "letter.txt").write_text("Dear Sir")
    erase_home(lived_in, {"HOME": str(tmp_path)}, no_question)
    assert [one.name for one in lived_in.folder.iterdir()] == ["letter.txt"]


def test_what_cannot_be_deleted_is_tried_again_as_the_agent_likes(
    lived_in: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    real = erasing.everything

    def refuse(_home: Home) -> list[Path]:
        raise PermissionError

    def ask(words: FaultWords) -> Choice:
        asked.append(words.headline)
        monkeypatch.setattr(erasing, "everything", real)
        return Choice.AGAIN

    monkeypatch.setattr(erasing, "everything", refuse)
    erase_home(lived_in, {"HOME": str(tmp_path)}, ask)
    assert len(asked) == 1
    assert not lived_in.folder.exists()


def test_quitting_then_says_what_could_not_be_done(
    lived_in: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_home: Home) -> list[Path]:
        raise PermissionError

    monkeypatch.setattr(erasing, "everything", refuse)
    with pytest.raises(EnvironmentFaultError):
        erase_home(lived_in, {"HOME": str(tmp_path)}, lambda _: Choice.QUIT)
