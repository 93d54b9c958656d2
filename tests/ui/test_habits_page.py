"""The Habits page."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from habitcoach.ui.habit.habit_list import HabitList
from habitcoach.ui.habit.habits_page import HabitsPage
from habitcoach.ui.look import Look
from tests.ui.day_samples import AWKWARD, HABITS, habit, plan


@pytest.fixture
def page(qtbot: QtBot, look: Look) -> HabitsPage:
    made = HabitsPage(look)
    qtbot.addWidget(made)
    made.resize(872, 720)
    made.show_habits(HABITS)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def habits(page: HabitsPage) -> HabitList:
    found = page.findChild(HabitList)
    assert isinstance(found, HabitList)
    return found


def text(page: QWidget, name: str) -> str:
    label = page.findChild(QLabel, name)
    assert isinstance(label, QLabel)
    return label.text()


def press(page: QWidget, name: str) -> None:
    button = page.findChild(QPushButton, name)
    assert isinstance(button, QPushButton)
    button.click()


def names(habits: HabitList) -> list[str]:
    return [habits.item(row).text() for row in range(habits.count())]


def menu_of(page: HabitsPage) -> dict[str, Callable[[], None]]:
    press(page, "detail_more")
    menu = page.findChild(QMenu, "detail_menu")
    assert isinstance(menu, QMenu)
    menu.close()
    return {action.objectName(): action.trigger for action in menu.actions()}


def test_active_and_retired(page: HabitsPage, habits: HabitList) -> None:
    assert names(habits) == ["Habit 1", "Greet by name", "Never logged"]
    press(page, "filter_retired")
    assert names(habits) == ["Old one"]
    assert text(page, "detail_name") == "Old one"


def test_the_detail(page: HabitsPage) -> None:
    page.choose(2)
    assert text(page, "detail_name") == "Greet by name"
    assert text(page, "detail_sentence") == "When I sit down, I will send a thank-you, then a song."
    assert text(page, "detail_streak_number") == "12"
    assert text(page, "detail_best_number") == "21"
    assert text(page, "detail_total_number") == "40"
    assert text(page, "detail_cue") == "Every contact"
    figure = page.findChild(QWidget, "detail_streak")
    assert figure is not None
    assert figure.accessibleName() == "Streak: 12 shifts"


def test_edit_and_retire(qtbot: QtBot, page: HabitsPage) -> None:
    page.choose(2)
    with qtbot.waitSignal(page.edit) as blocker:
        press(page, "detail_edit")
    assert blocker.args == [2]
    actions = menu_of(page)
    assert set(actions) == {"detail_retire"}
    with qtbot.waitSignal(page.archive) as blocker:
        actions["detail_retire"]()
    assert blocker.args == [2]


def test_delete_asks_and_only_where_nothing_was_logged(qtbot: QtBot, page: HabitsPage) -> None:
    page.choose(3)
    menu_of(page)["detail_delete"]()
    with qtbot.assertNotEmitted(page.delete):
        press(page, "question_keep")
    menu_of(page)["detail_delete"]()
    with qtbot.waitSignal(page.delete) as blocker:
        press(page, "question_go")
    assert blocker.args == [3]


def test_bring_back(qtbot: QtBot, page: HabitsPage) -> None:
    page.choose(4)
    with qtbot.waitSignal(page.restore) as blocker:
        press(page, "detail_restore")
    assert blocker.args == [4]
    edit = page.findChild(QPushButton, "detail_edit")
    assert isinstance(edit, QPushButton)
    assert not edit.isVisibleTo(page)


def test_the_chosen_habit_stays_chosen(page: HabitsPage) -> None:
    page.choose(2)
    page.show_habits((habit(9), *HABITS))
    assert page.current() is not None
    assert page.current().habit_id == 2  # type: ignore[union-attr]
    page.show_habits((HABITS[0], replace(HABITS[1], streak=13), *HABITS[2:]))
    assert text(page, "detail_streak_number") == "13"
    page.show_habits((HABITS[0], replace(HABITS[1], archived=True), HABITS[2]))
    assert text(page, "detail_name") == "Never logged"


def test_no_habits(qtbot: QtBot, page: HabitsPage) -> None:
    page.show_habits(())
    assert text(page, "no_habits_yet_headline") == "One link to begin with"
    with qtbot.waitSignal(page.open_library):
        press(page, "no_habits_yet_open_library")
    press(page, "filter_retired")
    assert text(page, "none_retired_headline") == "Nothing is retired"


def test_enter_edits(qtbot: QtBot, page: HabitsPage, habits: HabitList) -> None:
    page.choose(1)
    with qtbot.waitSignal(page.edit) as blocker:
        QTest.keyClick(habits, Qt.Key.Key_Return)
    assert blocker.args == [1]


def test_glyphs_alone_where_it_is_narrow(page: HabitsPage) -> None:
    side = page.findChild(QWidget, "habit_list_side")
    assert side is not None
    wide = side.width()
    page.resize(712, 600)
    assert side.width() < wide / 3
    new = page.findChild(QPushButton, "new_habit")
    assert isinstance(new, QPushButton)
    assert new.isVisibleTo(page)


@pytest.mark.parametrize("awkward", AWKWARD)
def test_texts_are_shown_as_they_are(page: HabitsPage, awkward: str) -> None:
    page.show_habits([replace(habit(1, awkward), plan=plan(awkward, awkward, awkward))])
    page.grab()
    assert text(page, "detail_name") == awkward
    assert awkward in text(page, "detail_sentence")
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in page.findChildren(QLabel))
