"""What helps after a hard contact: the agent's own first, each by its figure, its button or Enter."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from habitcoach.coaching.offers import HardOne
from habitcoach.core.habit import Category, HabitId
from habitcoach.ui.hard_one_dialog import MOST, HardOneDialog
from habitcoach.ui.look import Look
from tests.ui.day_samples import AWKWARD

OWN = HardOne(
    "Reset", Category.FOCUS, "breathe out slowly", "one long exhale", "look outside", HabitId(7), ""
)
READY = HardOne(
    "Kind to the thorny", Category.GOODWILL, "answer kindly", "", "stand up", None, "thorny_kindness"
)


class Opened:
    """The dialog over a window, and what it said."""

    def __init__(self, qtbot: QtBot, look: Look, ones: list[HardOne]) -> None:
        parent = QWidget()
        parent.resize(800, 600)
        qtbot.addWidget(parent)
        parent.show()
        self.parent = parent
        self.dialog = HardOneDialog(look, ones, parent)
        self.said: list[int | str] = []
        self.dialog.done_chosen.connect(self.said.append)
        self.dialog.add_chosen.connect(self.said.append)
        with qtbot.waitActive(self.dialog):
            self.dialog.open()

    def texts(self) -> list[str]:
        return [one.text() for one in self.dialog.findChildren(QLabel)]

    def button(self, name: str) -> QPushButton:
        (found,) = self.dialog.findChildren(QPushButton, name)
        return found


def test_own_ones_are_done_and_ready_made_ones_added(qtbot: QtBot, look: Look) -> None:
    opened = Opened(qtbot, look, [OWN, READY])
    assert {"Reset", "Breathe out slowly", "Or only: one long exhale", "Answer kindly"} <= set(opened.texts())
    own, ready = opened.button("hard_one_go-1"), opened.button("hard_one_go-2")
    assert (own.text(), own.accessibleName()) == ("Done", "Done: Reset")
    assert (ready.text(), ready.accessibleName()) == ("Add and do it", "Add and do it: Kind to the thorny")
    QTest.mouseClick(ready, Qt.MouseButton.LeftButton)
    assert opened.said == ["thorny_kindness"]
    assert not opened.dialog.isVisible()


@pytest.mark.parametrize(
    ("key", "said"),
    [
        (Qt.Key.Key_1, [7]),
        (Qt.Key.Key_2, ["thorny_kindness"]),
        (Qt.Key.Key_Return, [7]),
        (Qt.Key.Key_Escape, []),
    ],
)
def test_one_key_is_enough(qtbot: QtBot, look: Look, key: Qt.Key, said: list[int | str]) -> None:
    opened = Opened(qtbot, look, [OWN, READY])
    focus = opened.dialog.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key)
    qtbot.waitUntil(lambda: not opened.dialog.isVisible())
    assert opened.said == said


def test_not_now_does_nothing(qtbot: QtBot, look: Look) -> None:
    opened = Opened(qtbot, look, [OWN])
    QTest.mouseClick(opened.button("hard_one_close"), Qt.MouseButton.LeftButton)
    assert opened.said == []
    assert not opened.dialog.isVisible()


def test_it_is_short_however_many_there_are(qtbot: QtBot, look: Look) -> None:
    ones = [
        HardOne(text, Category.WORDS, text, text, "", HabitId(n), "") for n, text in enumerate(AWKWARD * MOST)
    ]
    opened = Opened(qtbot, look, ones)
    names = [one.text() for one in opened.dialog.findChildren(QLabel) if "hard_one_name" in one.objectName()]
    assert names == [one.name for one in ones[:MOST]]


def test_nothing_to_offer_can_be_closed(qtbot: QtBot, look: Look) -> None:
    opened = Opened(qtbot, look, [])
    QTest.keyClick(opened.dialog, Qt.Key.Key_Escape)
    assert not opened.dialog.isVisible()
