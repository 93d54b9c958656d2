"""One guide for all scenes: the sample life is lived once."""

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from habitcoach.app.tour.guide import Guide, Manner, dress


@pytest.fixture(scope="session")
def guide(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Guide:
    dress(qapp, Manner())
    QAccessible.setActive(True)
    return Guide(qapp, tmp_path_factory.mktemp("tour"))
