"""One guide for all scenes: the sample life is lived once."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from habitcoach.app.tour.guide import Guide, Manner, dress


@pytest.fixture(scope="session")
def guide(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Guide:
    QAccessible.setActive(True)
    return Guide(qapp, tmp_path_factory.mktemp("tour"))


@pytest.fixture(autouse=True)
def _spoken_here(qapp: QApplication) -> Iterator[None]:
    """Speak as the tour does, and afterwards as the other tests do."""
    before, direction = QLocale(), qapp.layoutDirection()
    dress(qapp, Manner())
    yield
    QLocale.setDefault(before)
    qapp.setLayoutDirection(direction)
