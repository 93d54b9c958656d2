"""A desk at which promises are made."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.promise_desk import PromiseDesk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[PromiseDesk]:
    made = PromiseDesk(tmp_path)
    made.start()
    yield made
    made.close()
