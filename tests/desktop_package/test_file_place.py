"""A file that is gone takes writes as if nothing were; this notices."""

from pathlib import Path

import pytest

from habitcoach.core.errors import EnvironmentFaultError
from habitcoach.desktop.file_place import FilePlace
from habitcoach.desktop.paths import Home


@pytest.fixture
def home(tmp_path: Path) -> Home:
    made = Home(tmp_path / "home")
    made.make()
    made.database.write_text("one")
    return made


def code_of(place: FilePlace) -> str:
    with pytest.raises(EnvironmentFaultError) as fault:
        place.check()
    return fault.value.code


def test_a_file_in_its_place_is_well_whatever_is_written_to_it(home: Home) -> None:
    place = FilePlace(home)
    home.database.write_text("two")
    place.check()
    home.write_ahead_log.write_text("the log comes later")
    place.check()
    home.write_ahead_log.write_text("")
    place.check()


def test_a_file_that_is_gone_or_another_is_noticed_until_it_is_back(home: Home) -> None:
    place = FilePlace(home)
    away = home.database.rename(home.folder / "away")
    assert code_of(place) == "file_gone"
    home.database.write_text("another")
    assert code_of(place) == "file_gone"
    away.replace(home.database)
    place.check()


@pytest.mark.parametrize("known", ["before", "since"])
def test_a_log_that_is_gone_or_another_is_noticed(home: Home, known: str) -> None:
    if known == "before":
        home.write_ahead_log.write_text("log")
    place = FilePlace(home)
    home.write_ahead_log.write_text("log")
    place.check()
    home.write_ahead_log.rename(home.folder / "away")
    assert code_of(place) == "log_gone"
    home.write_ahead_log.write_text("another")
    assert code_of(place) == "log_gone"


def test_what_nobody_can_tell_is_well(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    place = FilePlace(home)

    def refuse(_: Path) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "stat", refuse)
    place.check()
