"""One habit's page: why, and texts as they are."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QListWidget, QPlainTextEdit
from pytestqt.qtbot import QtBot

from habitcoach.ui.habit.detail import HabitDetail
from habitcoach.ui.habit.habits_page import HabitsPage
from habitcoach.ui.habit.why_words import About, Asked
from habitcoach.ui.look import Look
from tests.ui.day_samples import AWKWARD
from tests.ui.habit.detail_parts import GREET, show, visible_notes
from tests.ui.habit_samples import NOTES, detail


@pytest.mark.parametrize(
    ("name", "about"),
    [
        ("detail_streak", About.STREAK),
        ("detail_best", About.BEST),
        ("detail_total", About.TOTAL),
        ("detail_strength", About.STRENGTH),
    ],
)
def test_every_figure_tells_where_it_comes_from(
    page: HabitsPage, qtbot: QtBot, name: str, about: About
) -> None:
    figure = page.findChild(QAbstractButton, name)
    assert figure is not None
    assert figure.accessibleDescription() == "Tells where this comes from"
    with qtbot.waitSignal(page.why) as why:
        QTest.keyClick(figure, Qt.Key.Key_Space)
    assert why.args == [Asked(2, about)]
    assert page.findChild(QListWidget, "why_days") is not None


def test_nothing_is_asked_without_a_habit(look: Look, qtbot: QtBot) -> None:
    empty = HabitDetail(look)
    qtbot.addWidget(empty)
    with qtbot.assertNotEmitted(empty.why), qtbot.assertNotEmitted(empty.edit):
        for name in ("detail_streak", "detail_edit", "detail_more"):
            button = empty.findChild(QAbstractButton, name)
            assert button is not None
            button.click()
    empty.show_detail(detail())
    empty.notes.add_note()
    assert not empty.findChildren(QPlainTextEdit, "note_field")


@pytest.mark.parametrize("awkward", AWKWARD)
def test_texts_are_shown_as_they_are(page: HabitsPage, awkward: str) -> None:
    show(page, replace(GREET, name=awkward), notes=(replace(NOTES[0], text=awkward),))
    page.grab()
    assert visible_notes(page) == [awkward]
    assert all(one.textFormat() == Qt.TextFormat.PlainText for one in page.findChildren(QLabel))


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_it_is_painted_in_both_looks_and_both_directions(page: HabitsPage, look: Look, mode: str) -> None:
    look.set_mode(mode)
    plain = page.grab().toImage()
    page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert page.grab().toImage() != plain
