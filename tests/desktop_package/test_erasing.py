"""Deleting everything that is ours in a home."""

from pathlib import Path

import pytest

from habitcoach.core.errors import EnvironmentFaultError
from habitcoach.desktop.erasing import erase_everything, everything
from habitcoach.desktop.paths import Home

OURS = (
    "habitcoach.db",
    "habitcoach.db-wal",
    "habitcoach.log",
    ".habitcoach.db.17.part",
    "habitcoach-damaged-2026-11-22-1.db",
    "backups/habitcoach-2026-11-22.db",
    "backups/.habitcoach-2026-11-22.db.17.part",
)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    home = Home(tmp_path / "home")
    home.backups.mkdir(parents=True)
    for name in OURS:
        (home.folder / name).write_text(name)
    return home


def test_all_that_is_ours_goes_the_file_itself_last(home: Home) -> None:
    found = [one.relative_to(home.folder).as_posix() for one in everything(home)]
    assert sorted(found) == sorted(OURS)
    assert found[-2:] == ["habitcoach.db", "habitcoach.db-wal"]
    assert erase_everything(home) == len(OURS)
    assert not home.folder.exists()


def test_what_is_not_ours_stays_with_its_folder(home: Home) -> None:
    (home.folder / "notes.txt").touch()
    (home.folder / "habitcoach-things").mkdir()
    erase_everything(home)
    assert sorted(one.name for one in home.folder.iterdir()) == ["habitcoach-things", "notes.txt"]


def test_a_link_goes_and_what_it_leads_to_stays(home: Home, tmp_path: Path) -> None:
    kept = tmp_path / "elsewhere.db"
    kept.touch()
    (home.folder / "habitcoach-link.db").symlink_to(kept)
    erase_everything(home)
    assert kept.exists()


def test_where_there_is_no_home_nothing_goes(tmp_path: Path) -> None:
    assert erase_everything(Home(tmp_path / "none")) == 0


def test_what_cannot_be_deleted_is_told(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "unlink", refuse)
    with pytest.raises(EnvironmentFaultError, match="cannot_open"):
        erase_everything(home)
    assert home.database.exists()
