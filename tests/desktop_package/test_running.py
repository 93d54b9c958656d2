"""Whether the app runs, asked without Qt."""

from pathlib import Path

import pytest
from PySide6.QtCore import QLockFile

from habitcoach.desktop.paths import Home
from habitcoach.desktop.running import app_runs


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path)


def test_without_a_lock_nobody_runs(home: Home) -> None:
    assert not app_runs(home)
    assert not home.lock.exists()


def test_the_apps_own_lock_is_seen_and_not_disturbed(home: Home) -> None:
    lock = QLockFile(str(home.lock))
    assert lock.tryLock(0)
    assert app_runs(home)
    assert app_runs(home)
    lock.unlock()
    assert not app_runs(home)


def test_a_lock_that_a_killed_app_left_is_nobodys(home: Home) -> None:
    home.lock.write_text("4711\nhabitcoach\nhere\n")
    assert not app_runs(home)
    lock = QLockFile(str(home.lock))
    lock.setStaleLockTime(0)
    assert home.lock.read_text() == "4711\nhabitcoach\nhere\n"


def test_a_lock_that_nobody_else_may_open_is_held(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", refuse)
    assert app_runs(home)
