"""Where the home is."""

import stat
from pathlib import Path

import pytest

from habitcoach.core.errors import EnvironmentFaultError
from habitcoach.desktop.paths import find_home


def test_the_folder_given_wins(tmp_path: Path) -> None:
    home = find_home(tmp_path / "given", {"HABITCOACH_HOME": str(tmp_path / "named")})
    assert home.folder == tmp_path / "given"


def test_the_variable_comes_next(tmp_path: Path) -> None:
    assert find_home(None, {"HABITCOACH_HOME": str(tmp_path / "named")}).folder == tmp_path / "named"


def test_else_it_is_the_systems_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert find_home(None, {"HABITCOACH_HOME": ""}).folder == tmp_path / "habitcoach"


def test_it_is_absolute_and_knows_the_agents_own_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    assert find_home(Path("here"), {}).folder == tmp_path / "here"
    assert find_home(None, {"HABITCOACH_HOME": "~/mine"}).folder == tmp_path / "mine"
    assert find_home(Path("~no such user"), {}).folder == tmp_path / "~no such user"


def test_finding_makes_nothing_and_making_is_for_the_owner_alone(tmp_path: Path) -> None:
    home = find_home(tmp_path / "a" / "b", {})
    assert not home.folder.parent.exists()
    home.make()
    assert stat.S_IMODE(home.folder.stat().st_mode) == 0o700


def test_a_folder_of_ours_is_kept_to_its_owner_and_any_other_as_it_is(tmp_path: Path) -> None:
    home = find_home(tmp_path / "home", {})
    home.folder.mkdir(mode=0o755)
    home.folder.chmod(0o755)
    home.make()
    assert stat.S_IMODE(home.folder.stat().st_mode) == 0o700
    home.database.touch()
    home.backups.mkdir()
    home.folder.chmod(0o750)
    home.make()
    assert stat.S_IMODE(home.folder.stat().st_mode) == 0o700
    (home.folder / "photos").mkdir()
    home.folder.chmod(0o755)
    home.make()
    assert stat.S_IMODE(home.folder.stat().st_mode) == 0o755


def test_every_file_lies_in_it(tmp_path: Path) -> None:
    home = find_home(tmp_path, {})
    assert home.database == tmp_path / "habitcoach.db"
    assert home.write_ahead_log == tmp_path / "habitcoach.db-wal"
    assert {home.log.parent, home.lock.parent} == {tmp_path}
    assert len({home.database, home.write_ahead_log, home.log, home.lock}) == 4


def test_a_home_that_cannot_be_made_is_the_surroundings_fault(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    for folder in (tmp_path / "file", tmp_path / "file" / "below"):
        with pytest.raises(EnvironmentFaultError) as fault:
            find_home(folder, {}).make()
        assert fault.value.code == "cannot_open"
