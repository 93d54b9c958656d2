"""Nobody but clock.py reads the time. ruff bans names it can resolve; this reads calls by their last word."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

_ROOT = Path(__file__).parents[2]
_PACKAGE = _ROOT / "habitcoach"
_QT = {
    *("currentDateTime", "currentDateTimeUtc", "currentDate", "currentTime"),
    *("currentMSecsSinceEpoch", "currentSecsSinceEpoch"),
}
_OF_CLASSES = {"now", "utcnow", "today"}
_OF_TIME = {"time", "time_ns", "monotonic", "monotonic_ns", "localtime", "gmtime"}


def clock_reads(source: str) -> Iterator[int]:
    """Yield the line of every call that reads the time, however its class was imported."""
    for node in ast.walk(ast.parse(source)):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
            continue
        owner, called = ast.unparse(node.func.value).split(".")[-1], node.func.attr
        of_class = owner in {"datetime", "date"} and called in _OF_CLASSES
        if called in _QT or of_class or (owner == "time" and called in _OF_TIME):
            yield node.lineno


@pytest.mark.parametrize(
    "line",
    [
        "QDateTime.currentDateTime()",
        "QtCore.QTime.currentTime()",
        "time.time()",
        "datetime.now(UTC)",
        "date.today()",
    ],
)
def test_a_read_is_seen(line: str) -> None:
    assert list(clock_reads(f"x = 1\ny = {line}\n")) == [2]


def test_nobody_else_reads_the_time() -> None:
    reads = [
        f"{file.relative_to(_PACKAGE)}:{line}"
        for file in sorted(_PACKAGE.rglob("*.py"))
        if file.name != "clock.py"
        for line in clock_reads(file.read_text("utf-8"))
    ]
    assert not reads


@pytest.mark.parametrize(
    "source",
    [
        "from datetime import datetime\nx = datetime.now()\n",
        "import datetime as d\nx = d.date.today()\n",
        "from time import monotonic\n",
        "from PySide6.QtCore import QDateTime\nx = QDateTime.currentDateTime()\n",
    ],
)
def test_ruff_bans_it_too(source: str) -> None:
    words = [sys.executable, "-m", "ruff", "check", "--select", "TID251", "--no-cache", "--stdin-filename"]
    done = subprocess.run(
        [*words, "habitcoach/planted.py", "-"],
        input=source,
        cwd=_ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "TID251" in done.stdout
