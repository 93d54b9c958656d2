"""Nobody but clock.py reads the time. ruff bans names it can resolve; this reads calls by their last word."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

_ROOT = Path(__file__).parents[2]
_PACKAGE = _ROOT / "habitcoach"
_READS_THE_TIME = {
    *("utcnow", "today", "monotonic_ns", "time_ns", "localtime", "gmtime"),
    *("currentDateTime", "currentDateTimeUtc", "currentDate", "currentTime"),
    *("currentMSecsSinceEpoch", "currentSecsSinceEpoch"),
}


def clock_reads(source: str) -> Iterator[int]:
    """Yield the line of every call that reads the time, however its class is called there."""
    for node in ast.walk(ast.parse(source)):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
            continue
        owner = node.func.value.id if isinstance(node.func.value, ast.Name) else ""
        by_module = owner == "time" and node.func.attr in {"time", "monotonic"}
        by_class = owner == "datetime" and node.func.attr == "now"
        if node.func.attr in _READS_THE_TIME or by_module or by_class:
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
