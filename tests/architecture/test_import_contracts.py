"""Every import contract holds, and each is shown to fail on a planted violation."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

_ROOT = Path(__file__).parents[2]

# contract, file that breaks the rule, the line that breaks it
_VIOLATIONS = [
    ("layers", "habitcoach/core/habit.py", "import habitcoach.ports"),
    ("layers", "habitcoach/ports/card.py", "import habitcoach.coaching.views"),
    ("layers", "habitcoach/coaching/views.py", "import habitcoach.assets"),
    ("layers", "habitcoach/assets.py", "import habitcoach.texts.language"),
    ("layers", "habitcoach/texts/language.py", "import habitcoach.clock"),
    ("layers", "habitcoach/texts/language.py", "import habitcoach.storage"),
    ("layers", "habitcoach/scheduler/alarms.py", "import habitcoach.notify"),
    ("layers", "habitcoach/storage/opening.py", "import habitcoach.ui"),
    ("layers", "habitcoach/ui/format.py", "import habitcoach.app.main"),
    ("layers", "habitcoach/app/main.py", "import habitcoach.cli.main"),
    ("layers", "habitcoach/stray.py", ""),
    ("ui-storage", "habitcoach/ui/format.py", "import habitcoach.storage"),
    ("core-pure", "habitcoach/core/habit.py", "import os.path"),
    ("core-pure", "habitcoach/core/habit.py", "import sqlite_utils"),
    ("owner-of-sql", "habitcoach/coaching/views.py", "import sqlite3"),
    ("owner-of-apscheduler", "habitcoach/ui/format.py", "import apscheduler.triggers.date"),
    ("owner-of-click", "habitcoach/app/main.py", "import click"),
    ("owner-of-plyer", "habitcoach/coaching/views.py", "from plyer import notification"),
    ("owner-of-jeepney", "habitcoach/notify/server.py", "import jeepney"),
    ("owner-of-icalendar", "habitcoach/cli/duty_commands.py", "import icalendar"),
    ("layers", "habitcoach/interchange/roster_file.py", "import habitcoach.storage"),
    ("owners-of-qt", "habitcoach/coaching/views.py", "from PySide6.QtCore import QObject"),
]


def _lint(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    script = "import sys; from importlinter.cli import lint_imports_command as lint; sys.exit(lint())"
    return subprocess.run(
        [sys.executable, "-c", script, "--no-cache", "--config", str(folder / "pyproject.toml"), *words],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the package to plant violations in."""
    folder = tmp_path_factory.mktemp("planted")
    shutil.copytree(_ROOT / "habitcoach", folder / "habitcoach", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(_ROOT / "pyproject.toml", folder)
    return folder


def test_every_contract_is_kept() -> None:
    done = _lint(_ROOT)
    assert done.returncode == 0, done.stdout
    assert "0 broken" in done.stdout


@pytest.mark.parametrize(("contract", "file", "line"), _VIOLATIONS)
def test_a_violation_breaks_its_contract(copy: Path, contract: str, file: str, line: str) -> None:
    path = copy / file
    before = path.read_text("utf-8") if path.exists() else None
    path.write_text(f"{before or ''}\n{line}\n", "utf-8")
    try:
        done = _lint(copy, "--contract", contract)
    finally:
        if before is None:
            path.unlink()
        else:
            path.write_text(before, "utf-8")
    assert done.returncode == 1, done.stdout
    assert "BROKEN" in done.stdout


def test_every_contract_has_a_planted_violation() -> None:
    settings = (_ROOT / "pyproject.toml").read_text("utf-8").split("[[tool.importlinter.contracts]]")[1:]
    declared = {part.split('id = "', 1)[1].split('"', 1)[0] for part in settings}
    assert declared == {contract for contract, _, _ in _VIOLATIONS}
