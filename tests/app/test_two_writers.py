"""The window and another program write to one file at once: every entry lands."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from benchmarks.two_writers import NUMBER, measure


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("number", [300, pytest.param(NUMBER, marks=pytest.mark.long)])
def test_no_entry_is_lost_between_two_writers(tmp_path: Path, number: int) -> None:
    """How long the window stood still meanwhile, benchmarks.two_writers prints."""
    assert QApplication.instance() is not None
    probe, rows, _ = measure(tmp_path / "habitcoach.db", number)
    assert rows == 2 * number
    assert probe.gaps, "the event loop ran meanwhile"
