"""A look, and the card that shows cues."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication
from pytestqt.qtbot import QtBot

from habitcoach.coaching.today_view import TodayView
from habitcoach.ui.cue_card import CueCard
from habitcoach.ui.look import Look
from habitcoach.ui.pages.today import TodayPage
from tests.ui.card_parts import Press
from tests.ui.day_samples import NOW, Shown


@pytest.fixture(autouse=True)
def _nothing_left(qapp: QApplication) -> Iterator[None]:
    """Have the widgets of a test really go: where no loop ends, what is to be deleted later never is."""
    yield
    # Else every later look would dress them anew.
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def look(qapp: QApplication) -> Look:
    """Return the light look, applied to the app; changes are immediate."""
    made = Look("light", reduced_motion=True)
    made.apply(qapp)
    return made


@pytest.fixture
def card(qtbot: QtBot, look: Look) -> CueCard:
    made = CueCard(look, lambda: NOW)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def press(card: CueCard) -> Press:
    """Return what clicks the card's button of a name."""

    def click(name: str) -> None:
        # A face that has been replaced is hidden and waits to be deleted.
        (button,) = (one for one in card.findChildren(QAbstractButton, name) if one.isVisible())
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    return click


@pytest.fixture
def shown(qtbot: QtBot, look: Look) -> Shown:
    """Return what shows Today on a day, active."""

    def show(view: TodayView) -> TodayPage:
        page = TodayPage(look)
        qtbot.addWidget(page)
        page.resize(872, 720)
        page.show_view(view)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        return page

    return show
