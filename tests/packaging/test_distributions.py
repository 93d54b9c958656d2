"""What is shipped: the wheel, the source archive, and the program that an empty environment gets of them."""

import json
import re
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

import habitcoach
from tests.desktop.installation import ROOT, build_wheel

_TELLING = """
import sys
sys.argv = ["habitcoach", *sys.argv[1:]]
try:
    from habitcoach.__main__ import main
    main()
except SystemExit as end:
    assert not end.code, end.code
print("loaded", *sorted({name.split(".")[0] for name in sys.modules}), file=sys.stderr)
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    """Return the wheel of this checkout, opened."""
    return zipfile.ZipFile(build_wheel(tmp_path_factory.mktemp("shipped")))


def test_the_wheel_carries_every_asset_and_no_test(wheel: zipfile.ZipFile) -> None:
    names = set(wheel.namelist())
    assets = [file.relative_to(ROOT) for file in (ROOT / "assets").rglob("*") if file.is_file()]
    assert len(assets) > 10
    assert {f"habitcoach/{asset.as_posix()}" for asset in assets} <= names
    assert "habitcoach/docs/science.md" in names
    assert {name.split("/")[0] for name in names if ".dist-info" not in name} == {"habitcoach"}


def test_the_wheel_says_version_licence_and_command(wheel: zipfile.ZipFile) -> None:
    folder = f"habitcoach-{habitcoach.__version__}.dist-info"
    metadata = wheel.read(f"{folder}/METADATA").decode()
    assert f"\nVersion: {habitcoach.__version__}\n" in metadata
    assert "\nLicense-Expression: MIT\n" in metadata
    assert b"habitcoach = habitcoach.__main__:main" in wheel.read(f"{folder}/entry_points.txt")


def test_the_source_archive_can_be_built_and_tested_from(tmp_path: Path) -> None:
    script = "import sys; from hatchling.build import build_sdist; print(build_sdist(sys.argv[1]))"
    made = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    name = made.stdout.strip().splitlines()[-1]
    with tarfile.open(tmp_path / name) as archive:
        files = {member.split("/", 1)[1] for member in archive.getnames() if "/" in member}
    wanted = {
        "pyproject.toml",
        "constraints.txt",
        "README.md",
        "LICENSE",
        "scripts/test",
        "tests/conftest.py",
    }
    assert wanted <= files
    assert any(file.startswith("assets/icons/") for file in files)
    assert not any(file.startswith((".venv", "build/", ".git/")) for file in files)


def test_the_installed_program_finds_its_assets(python: Path, tmp_path: Path) -> None:
    program = python.with_name("habitcoach")
    done = subprocess.run(
        [program, "library", "--json"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert len(json.loads(done.stdout)) > 20


def test_the_installed_program_says_its_version(python: Path, tmp_path: Path) -> None:
    done = subprocess.run(
        [python, "-m", "habitcoach", "--version"], cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert habitcoach.__version__ in done.stdout


def loaded_by(python: Path, folder: Path, *words: str) -> set[str]:
    """Return the top-level modules a command of the installed program has loaded."""
    done = subprocess.run(
        [python, "-c", _TELLING, *words], cwd=folder, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return set(done.stderr.splitlines()[-1].split()[1:])


@pytest.mark.parametrize("words", [["habits"], ["today"], ["next"], ["streaks"], ["library"]])
def test_a_command_does_not_start_qt(python: Path, tmp_path: Path, words: list[str]) -> None:
    assert "PySide6" not in loaded_by(python, tmp_path, *words)


@pytest.mark.parametrize("word", ["--version", "--help"])
def test_version_and_help_load_next_to_nothing(python: Path, tmp_path: Path, word: str) -> None:
    loaded = loaded_by(python, tmp_path, word)
    assert "click" in loaded
    assert not loaded & {"PySide6", "apscheduler", "dateutil", "jeepney", "plyer", "sqlite3", "sqlite_utils"}


def test_no_file_names_a_package_index() -> None:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode != 0:
        pytest.skip("not a git checkout")
    address = re.compile(rb"index-url\s*[=: ]\s*http|https?://\S+/simple\b")
    files = [ROOT / name for name in listed.stdout.split("\0") if name]
    assert not [file for file in files if file.is_file() and address.search(file.read_bytes())]
