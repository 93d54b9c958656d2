"""A look and a day to show."""

import pytest
from PySide6.QtWidgets import QApplication

from habitcoach.ui.look import Look


@pytest.fixture
def look(qapp: QApplication) -> Look:
    """Return the light look, applied to the app; changes are immediate."""
    made = Look("light", reduced_motion=True)
    made.apply(qapp)
    return made
