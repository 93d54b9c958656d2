"""The command: pictures without a display, named, of the right size, the same each time."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from habitcoach.app.tour.guide import SCENES

ROOT = Path(__file__).parents[2]
PICTURES = ROOT / "docs" / "pictures"


def tour(home: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    bare = {name: value for name, value in os.environ.items() if name not in {"DISPLAY", "QT_QPA_PLATFORM"}}
    return subprocess.run(
        [sys.executable, "-m", "habitcoach", "tour", *arguments],
        cwd=ROOT,
        env={**bare, "PYTHONPATH": str(ROOT), "HABITCOACH_HOME": str(home)},
        capture_output=True,
        check=False,
        text=True,
        timeout=120,
    )


def test_pictures_are_drawn_without_a_display_and_the_same_each_time(tmp_path: Path) -> None:
    drawn = []
    for folder in ("one", "two"):
        done = tour(tmp_path / "home", str(tmp_path / folder), "cue-card-passed", "today-day-off", "--json")
        assert (done.returncode, done.stderr) == (0, "")
        files = json.loads(done.stdout)
        assert set(files) == {"cue-card-passed", "today-day-off"}
        drawn.append({name: Path(file).read_bytes() for name, file in files.items()})
    assert drawn[0] == drawn[1]
    assert not (tmp_path / "home").exists(), "the agent's own home is left alone"


def test_dark_and_twice_as_large(tmp_path: Path) -> None:
    done = tour(tmp_path / "home", str(tmp_path / "out"), "today-day-off", "--dark", "--scale", "2")
    assert done.stdout.split() == [str(tmp_path / "out" / "today-day-off-dark.png")]
    picture = QImage(done.stdout.strip())
    assert picture.size().toTuple() == (2160, 1440)
    assert picture.pixelColor(1000, 1400).lightness() < 60


def test_scenes_are_listed_and_unknown_ones_refused(tmp_path: Path) -> None:
    listed = tour(tmp_path / "home", "--list", "--json")
    assert json.loads(listed.stdout) == [scene.name for scene in SCENES]
    assert tour(tmp_path / "home", str(tmp_path), "no-such-scene").returncode == 2
    assert tour(tmp_path / "home").returncode == 2


def test_a_language_that_nobody_speaks_here_is_refused(tmp_path: Path) -> None:
    refused = tour(tmp_path / "home", str(tmp_path / "out"), "today-day-off", "--language", "sick")
    assert refused.returncode == 2
    assert "'en', 'de'" in refused.stderr
    assert not (tmp_path / "out").exists()


def test_no_two_scenes_have_one_name() -> None:
    names = [scene.name for scene in SCENES]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("picture", sorted(PICTURES.glob("*.png")), ids=lambda file: file.name)
def test_the_readme_shows_scenes(picture: Path) -> None:
    name, _, mode = picture.stem.rpartition("-")
    assert name in {scene.name for scene in SCENES}
    assert mode in {"light", "dark"}
