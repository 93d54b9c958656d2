"""The sidebar: passing by turns no page; a press, an arrow, Enter and Space do."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from habitcoach.ui.look import Look
from habitcoach.ui.page_name import PageName
from habitcoach.ui.places import Place
from habitcoach.ui.sidebar import Sidebar
from habitcoach.ui.widgets.brand_mark import BrandMark


class Frame(QWidget):
    """A window with a sidebar and a field behind it."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.sidebar = Sidebar(look)
        self.sidebar.add(Place(PageName.TODAY, "today", "Today"))
        self.sidebar.add(Place(PageName.HABITS, "habits", "Habits"))
        self.sidebar.add(Place(PageName.SETTINGS, "settings", "Settings"))
        self.field = QLineEdit()
        body = QVBoxLayout(self)
        body.addWidget(self.sidebar)
        body.addWidget(self.field)
        self.turned: list[PageName] = []
        self.sidebar.chosen.connect(self.turned.append)

    def places(self, name: str) -> QListWidget:
        found = self.findChild(QListWidget, name)
        assert isinstance(found, QListWidget)
        return found


@pytest.fixture
def frame(qtbot: QtBot, look: Look) -> Frame:
    made = Frame(look)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.sidebar.choose(PageName.TODAY)
    made.field.setFocus()
    return made


def test_tab_passes_by_without_turning_a_page(frame: Frame) -> None:
    for name in ("pages", "foot_pages"):
        frame.places(name).setFocus(Qt.FocusReason.TabFocusReason)
    assert frame.turned == [PageName.TODAY]
    assert [one.text() for one in frame.places("pages").selectedItems()] == ["Today"]
    assert frame.places("foot_pages").selectedItems() == []


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_enter_and_space_turn_to_where_the_keyboard_is(frame: Frame, key: Qt.Key) -> None:
    frame.places("foot_pages").setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(frame.places("foot_pages"), key)
    assert frame.turned == [PageName.TODAY, PageName.SETTINGS]
    assert frame.places("pages").selectedItems() == []


def test_arrows_turn_at_once(frame: Frame) -> None:
    frame.places("pages").setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(frame.places("pages"), Qt.Key.Key_Down)
    assert frame.turned == [PageName.TODAY, PageName.HABITS]


def test_a_press_turns_once_also_where_the_keyboard_was(frame: Frame) -> None:
    frame.places("foot_pages").setFocus(Qt.FocusReason.TabFocusReason)
    frame.field.setFocus()
    for name in ("foot_pages", "pages", "pages"):
        places = frame.places(name)
        where = places.visualItemRect(places.item(0)).center()
        QTest.mouseClick(places.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert frame.turned == [PageName.TODAY, PageName.SETTINGS, PageName.TODAY]


def test_a_page_is_chosen_after_the_keyboard_was_on_it(frame: Frame) -> None:
    frame.places("foot_pages").setFocus(Qt.FocusReason.TabFocusReason)
    frame.sidebar.choose(PageName.SETTINGS)
    assert frame.turned == [PageName.TODAY, PageName.SETTINGS]
    assert [one.text() for one in frame.places("foot_pages").selectedItems()] == ["Settings"]


@pytest.mark.parametrize("way", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_its_line_stands_beside_the_page_and_its_signs_below_each_other(
    qtbot: QtBot, look: Look, way: Qt.LayoutDirection
) -> None:
    mirrored = way is Qt.LayoutDirection.RightToLeft
    QApplication.setLayoutDirection(way)
    try:
        sidebar = Sidebar(look)
    finally:
        QApplication.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    sidebar.setLayoutDirection(way)
    qtbot.addWidget(sidebar)
    sidebar.resize(sidebar.width(), 400)
    sidebar.show()
    image, line = sidebar.grab().toImage(), look.theme.color("line")
    ends = [image.pixelColor(x, 200) == line for x in (0, image.width() - 1)]
    assert ends == [mirrored, not mirrored]
    mark = sidebar.findChild(BrandMark)
    assert mark is not None
    inset = sidebar.width() - mark.geometry().right() - 1 if mirrored else mark.x()
    assert inset == pytest.approx(2 * look.theme.space(3) - 1, abs=1)
