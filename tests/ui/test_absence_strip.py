"""The question about dates nobody saw, on the Today page."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from habitcoach.coaching.views import AbsenceView
from habitcoach.ui.look import Look
from habitcoach.ui.pages.today import TodayPage
from habitcoach.ui.today.absence_strip import AbsenceStrip, dates_text
from tests.ui.day_samples import TODAY

DATES = tuple(date(2026, 6, day) for day in (8, 9, 10))
ASKED = AbsenceView(DATES[0], DATES[-1], DATES)


@pytest.fixture
def page(qtbot: QtBot, look: Look) -> TodayPage:
    made = TodayPage(look)
    qtbot.addWidget(made)
    made.resize(872, 720)
    made.show_view(replace(TODAY, absence=ASKED))
    with qtbot.waitExposed(made):
        made.show()
    return made


def strip(page: TodayPage) -> AbsenceStrip:
    found = page.findChild(AbsenceStrip, "absence_strip")
    assert found is not None
    return found


def button(page: TodayPage, name: str) -> QPushButton:
    found = page.findChild(QPushButton, name)
    assert found is not None
    return found


def test_it_asks_and_goes_with_the_answer(page: TodayPage) -> None:
    assert strip(page).isVisible()
    label = page.findChild(QLabel, "absence_headline")
    assert label is not None
    assert label.text() == "Nothing seen Mon 8 to Wed 10 June."
    assert strip(page).accessibleName() == f"{label.text()} Your streaks are as you left them."
    page.show_view(TODAY)
    assert not strip(page).isVisible()


@pytest.mark.parametrize(("name", "worked"), [("absence_off", False), ("absence_worked", True)])
def test_a_press_answers_for_all_the_dates(page: TodayPage, qtbot: QtBot, name: str, *, worked: bool) -> None:
    with qtbot.waitSignal(page.absence_answered) as heard:
        QTest.mouseClick(button(page, name), Qt.MouseButton.LeftButton)
    assert heard.args == [worked, DATES]


def test_the_keyboard_reaches_both_answers(page: TodayPage, qtbot: QtBot) -> None:
    off, worked = button(page, "absence_off"), button(page, "absence_worked")
    assert [stop.focusPolicy() & Qt.FocusPolicy.TabFocus for stop in (off, worked)]
    assert off.nextInFocusChain() is worked
    assert "Nothing seen" in off.accessibleDescription()
    with qtbot.waitSignal(page.absence_answered):
        QTest.keyClick(worked, Qt.Key.Key_Space)


def test_one_date_is_no_span() -> None:
    assert dates_text(DATES[:1]) == "Mon 8 June"
    assert dates_text(DATES) == "Mon 8 to Wed 10 June"
