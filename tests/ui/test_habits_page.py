"""The Habits page."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from habitcoach.coaching.explaining import Uncounted
from habitcoach.coaching.offers import Room
from habitcoach.coaching.review_views import Mark
from habitcoach.coaching.strengths import Strength
from habitcoach.coaching.year_map import YearCell
from habitcoach.core.strength import Band
from habitcoach.core.trigger import AroundShift, Contact, ShiftAnchor, Trigger
from habitcoach.ui.habit.habit_list import HabitList
from habitcoach.ui.habit.habits_page import HabitsPage
from habitcoach.ui.habit.words import cell_words, list_line
from habitcoach.ui.look import Look
from tests.support.british import british
from tests.ui.day_samples import AWKWARD, DAY, HABITS, habit, plan
from tests.ui.habit_samples import faded


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


# ---- the list


RESTING = replace(habit(5, "Tired"), resting=True)


def test_three_lists_with_their_counts(page: HabitsPage, habits: HabitList) -> None:
    page.show_habits((*HABITS, RESTING))
    labels = [page.findChild(QPushButton, f"filter_{one}") for one in ("active", "resting", "retired")]
    assert [one.text() for one in labels if one is not None] == ["Active 3", "Resting 1", "Retired 1"]
    press(page, "filter_resting")
    assert names(habits) == ["Tired"]
    page.show_habits(HABITS)
    assert text(page, "none_resting_headline") == "Nothing is resting"
    page.choose(4)
    assert names(habits) == ["Old one"]


def test_the_lists_are_in_a_menu_where_it_is_narrow(page: HabitsPage, habits: HabitList) -> None:
    page.resize(712, 600)
    press(page, "filter_menu_button")
    menu = page.findChild(QMenu, "filter_menu")
    assert isinstance(menu, QMenu)
    menu.close()
    (retired,) = (one for one in menu.actions() if one.objectName() == "list_retired")
    retired.trigger()
    assert names(habits) == ["Old one"]
    assert habits.item(0).toolTip() == "<span>Old one</span>"
    page.resize(872, 720)
    assert habits.item(0).toolTip() == ""


def test_alt_and_arrows_move_a_habit(qtbot: QtBot, page: HabitsPage, habits: HabitList) -> None:
    page.choose(1)
    with qtbot.waitSignal(page.ordered) as ordered:
        QTest.keyClick(habits, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert ordered.args == [[2, 1, 3]]
    assert page.current() is not None
    assert page.current().habit_id == 1  # type: ignore[union-attr]
    with qtbot.assertNotEmitted(page.ordered):
        habits.choose(3)
        QTest.keyClick(habits, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(habits, Qt.Key.Key_Up)
    assert page.current().habit_id == 1  # type: ignore[union-attr]


def test_a_dragged_habit_has_another_place(qtbot: QtBot, page: HabitsPage, habits: HabitList) -> None:
    assert habits.dragDropMode() is HabitList.DragDropMode.InternalMove
    nowhere = QModelIndex()
    # What the list does when a habit is dropped between two others.
    with qtbot.waitSignal(page.ordered) as ordered:
        habits.model().moveRow(nowhere, 2, nowhere, 0)
    assert ordered.args == [[3, 1, 2]]
    page.show_habits((HABITS[2], HABITS[0], HABITS[1], HABITS[3]))
    assert names(habits) == ["Never logged", "Habit 1", "Greet by name"]


def test_rings_show_how_strong_habits_are(page: HabitsPage, habits: HabitList) -> None:
    plain = habits.grab().toImage()
    page.show_strengths({1: Strength(0.8, None, 63.0, Band.SETTLING), 2: Strength(1, 1, 100.0, Band.NEW)})
    assert habits.grab().toImage() != plain
    assert habits.item(0).data(Qt.ItemDataRole.AccessibleTextRole).endswith("Settling")
    page.show_habits(HABITS)
    assert habits.item(0).data(Qt.ItemDataRole.AccessibleTextRole).endswith("Settling")


@pytest.mark.parametrize(
    ("trigger", "line"),
    [
        (Contact(), "Contact · if I forget"),
        (AroundShift(ShiftAnchor.AFTER_BREAK, 0), "After break · if I forget"),
        (AroundShift(ShiftAnchor.START, 5), "Shift start · if I forget"),
    ],
)
def test_a_line_says_when_and_how_often_its_cue_comes(trigger: Trigger, line: str) -> None:
    one = replace(habit(1, "x", trigger), faded=faded())
    assert list_line(one) == line
    assert list_line(replace(one, resting=True)) == line.partition(" · ")[0]
    assert list_line(replace(one, faded=faded(fades=False))) == line.partition(" · ")[0]


def test_ctrl_m_notes_only_where_a_habit_is_shown(page: HabitsPage) -> None:
    page.show_habits(())
    page.add_note()
    assert not page.findChildren(QWidget, "note_editor")


# ---- words


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        (YearCell(DAY, Mark.KEPT, 1.0, 20, 20), "Thursday 11 June, 20 of 20, kept."),
        (YearCell(DAY, Mark.PART, 0.5, 1, 2), "Thursday 11 June, 1 of 2, part."),
        (YearCell(DAY, Mark.MISSED, 0, 0, 2), "Thursday 11 June, 0 of 2, missed."),
        (YearCell(DAY, Mark.COVERED, 0, 0, 2), "Thursday 11 June, 0 of 2, missed, and the streak went on."),
        (YearCell(DAY, Mark.KEPT, 1.0, 1), "Thursday 11 June, done 1 time."),
        (YearCell(DAY, Mark.NONE), "Thursday 11 June, before this habit began."),
        (YearCell(DAY, Mark.SKIPPED, uncounted=Uncounted.SKIPPED), "Thursday 11 June, skipped."),
        (YearCell(DAY, Mark.OFF, uncounted=Uncounted.OFF), "Thursday 11 June, day off."),
        (YearCell(DAY, Mark.OFF, uncounted=Uncounted.PAUSED), "Thursday 11 June, paused."),
    ],
)
def test_what_a_day_came_to(cell: YearCell, words: str) -> None:
    with british():
        assert cell_words(cell) == words


@pytest.mark.parametrize(
    ("room", "said"),
    [
        (Room(2, 3, offered=True), "There is room for one more habit."),
        (Room(2, 3, offered=False), ""),
        (Room(0, 3, offered=True), ""),  # the page says how to begin
        (Room(3, 3, offered=False), "3 habits are plenty for the first weeks."),
        (Room(6, 5, offered=False), "5 habits are plenty at a time."),
    ],
)
def test_room_for_a_further_habit_is_told_calmly(page: HabitsPage, room: Room, said: str) -> None:
    page.show_room(room)
    line = page.findChild(QWidget, "room_for_more")
    assert line is not None
    assert (text(page, "room_line"), line.isVisible()) == (said, bool(said))
    page.resize(700, 720)
    assert not line.isVisible()


def test_the_way_to_the_library_stands_where_there_is_room(page: HabitsPage, qtbot: QtBot) -> None:
    page.show_room(Room(3, 3, offered=False))
    button = page.findChild(QPushButton, "room_library")
    assert button is not None
    assert not button.isVisible()
    page.show_room(Room(2, 3, offered=True))
    with qtbot.waitSignal(page.open_library):
        press(page, "room_library")
