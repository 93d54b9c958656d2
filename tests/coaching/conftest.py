"""A workplace on a real file."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.workplace import Workplace


@pytest.fixture
def workplace(tmp_path: Path) -> Iterator[Workplace]:
    """Return a started workplace on a Monday at 08:00, an hour before the shift."""
    made = Workplace(tmp_path).start()
    yield made
    made.close()
