"""One habit's page."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from habitcoach.ui.habit.habits_page import HabitsPage
from habitcoach.ui.look import Look
from tests.support.british import british
from tests.ui.habit.detail_parts import show


@pytest.fixture(autouse=True)
def _british() -> Iterator[None]:
    with british():
        yield


@pytest.fixture
def page(qtbot: QtBot, look: Look) -> HabitsPage:
    made = HabitsPage(look)
    qtbot.addWidget(made)
    made.resize(872, 720)
    show(made)
    with qtbot.waitExposed(made):
        made.show()
    return made
