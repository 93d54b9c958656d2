"""The desk that the tests of the app sit at."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from tests.support.desk_bench import Bench
from tests.support.small_disk import SmallDisk, small_disk


@pytest.fixture
def bench(tmp_path: Path, qapp: QApplication) -> Iterator[Bench]:
    made = Bench(tmp_path, qapp)
    yield made
    made.stop()
    clear(qapp)


@pytest.fixture
def tight_bench(tmp_path: Path, qapp: QApplication) -> Iterator[tuple[Bench, SmallDisk]]:
    """Return a desk whose home lies on a disk that can be filled."""
    with small_disk(tmp_path / "disk", megabytes=24) as disk:
        made = Bench(tmp_path, qapp, disk.folder / "home")
        yield made, disk
        disk.free()
        made.stop()
    clear(qapp)


def clear(qapp: QApplication) -> None:
    """Take all windows away."""
    # The app's end takes its windows with it; here they would be dressed anew by every later test.
    for left in qapp.topLevelWidgets():
        left.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert qapp.topLevelWidgets() == []
