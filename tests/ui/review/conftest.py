"""The Review page with a week on it."""

import pytest
from pytestqt.qtbot import QtBot

from habitcoach.ui.look import Look
from habitcoach.ui.review.page import ReviewPage
from tests.ui.review.samples import MORE, VIEW


@pytest.fixture
def page(qtbot: QtBot, look: Look) -> ReviewPage:
    made = ReviewPage(look)
    qtbot.addWidget(made)
    made.resize(872, 720)
    made.more_wanted.connect(lambda: made.show_more(MORE))
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.show_week(VIEW)
    return made
