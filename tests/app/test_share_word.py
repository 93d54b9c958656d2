"""A word about a file that lies on a network share."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, cast

import pytest

from habitcoach.app import safekeeping
from habitcoach.app.background import Background
from habitcoach.app.safekeeping import Safekeeping
from tests.support.habits import MONDAY
from tests.support.old_files import live_in


class _AtOnce:
    """A background that does its work on the spot."""

    def do(self, work: Callable[[], Any], then: Callable[[Any], None], failed: Callable[..., None]) -> None:
        del failed
        then(work())


@pytest.mark.parametrize("far", [True, False])
def test_a_share_is_told_after_a_start_and_a_disk_here_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, far: bool
) -> None:
    database = tmp_path / "habitcoach.db"
    live_in(database)
    monkeypatch.setattr(safekeeping, "on_share", lambda _: far)
    keeping = Safekeeping(database, cast("Background", _AtOnce()), lambda: MONDAY)
    told: list[str] = []
    keeping.told.connect(told.append)
    keeping.check()
    assert [one.startswith("Your HabitCoach folder lies on a network drive") for one in told] == [True] * far
