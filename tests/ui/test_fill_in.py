"""The fill-in for dates that were worked unseen."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from habitcoach.coaching.filling_in import FillDay, Filled, FillKind, FillRow
from habitcoach.core.habit import Category, HabitId
from habitcoach.ui.look import Look
from habitcoach.ui.today.fill_in_dialog import FillInDialog
from tests.support.desk_bench import press

MONDAY, TUESDAY = date(2026, 6, 8), date(2026, 6, 9)
TICK = FillRow(HabitId(1), "One thank-you", Category.GOODWILL, FillKind.TICK, 2)
SHARE = FillRow(HabitId(2), "Greet by name", Category.WORDS, FillKind.SHARE, 1)
NUMBER = FillRow(HabitId(3), "Sips", Category.FOCUS, FillKind.NUMBER, 3)
DAYS = (FillDay(MONDAY, (TICK, SHARE, NUMBER)), FillDay(TUESDAY, (TICK,)))


@pytest.fixture
def dialog(qtbot: QtBot, look: Look) -> FillInDialog:
    parent = QWidget()
    qtbot.addWidget(parent)
    made = FillInDialog(look, DAYS, parent)
    qtbot.addWidget(made)
    made.keep = parent  # type: ignore[attr-defined]  # or it would go before the dialog
    made.open()
    return made


def choose(dialog: FillInDialog, row: FillRow, value: str) -> None:
    found = dialog.findChild(QWidget, f"fill_in-{row.habit_id}")
    assert found is not None
    button = found.findChild(QPushButton, f"fill_{value}")
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def saved(qtbot: QtBot, dialog: FillInDialog) -> tuple[Filled, ...]:
    with qtbot.waitSignal(dialog.saved) as heard:
        press(dialog, "fill_in_save")
    found = heard.args[0]
    assert isinstance(found, tuple)
    return found


def text(dialog: FillInDialog, name: str) -> str:
    label = dialog.findChild(QLabel, name)
    assert label is not None
    return label.text()


def test_a_date_at_a_time(dialog: FillInDialog) -> None:
    assert text(dialog, "fill_in_day") == "Monday 8 June"
    assert text(dialog, "fill_in_count") == "1 of 2"
    press(dialog, "fill_in_before")  # there is none
    press(dialog, "fill_in_after")
    assert text(dialog, "fill_in_day") == "Tuesday 9 June"
    assert text(dialog, "fill_in_count") == "2 of 2"


def test_what_is_said_is_saved_and_the_rest_left_open(qtbot: QtBot, dialog: FillInDialog) -> None:
    choose(dialog, TICK, "done")
    choose(dialog, SHARE, "most")
    press(dialog, "fill_in_after")
    choose(dialog, TICK, "skip")
    assert saved(qtbot, dialog) == (
        Filled(TICK.habit_id, MONDAY),
        Filled(SHARE.habit_id, MONDAY, share="most"),
        Filled(TICK.habit_id, TUESDAY, skipped=True),
    )
    assert not dialog.isVisible()


def test_it_remembers_a_date_that_is_left(qtbot: QtBot, dialog: FillInDialog) -> None:
    choose(dialog, SHARE, "skip")
    choose(dialog, NUMBER, "done")
    [shown] = [one for one in dialog.findChildren(QSpinBox, "fill_times") if one.isVisible()]
    assert shown.value() == 3
    shown.setValue(5)
    press(dialog, "fill_in_after")
    press(dialog, "fill_in_before")
    assert saved(qtbot, dialog) == (
        Filled(SHARE.habit_id, MONDAY, skipped=True),
        Filled(NUMBER.habit_id, MONDAY, times=5),
    )


def test_not_done_takes_back_what_was_said(qtbot: QtBot, dialog: FillInDialog) -> None:
    choose(dialog, TICK, "done")
    press(dialog, "fill_in_after")
    press(dialog, "fill_in_before")
    choose(dialog, TICK, "not")
    assert saved(qtbot, dialog) == ()


def test_all_done_fills_one_date(qtbot: QtBot, dialog: FillInDialog) -> None:
    press(dialog, "fill_in_all")
    assert saved(qtbot, dialog) == (
        Filled(TICK.habit_id, MONDAY),
        Filled(SHARE.habit_id, MONDAY, share="all"),
        Filled(NUMBER.habit_id, MONDAY, times=3),
    )


def test_cancel_saves_nothing(qtbot: QtBot, dialog: FillInDialog) -> None:
    choose(dialog, TICK, "done")
    with qtbot.assertNotEmitted(dialog.saved):
        press(dialog, "fill_in_cancel")


def test_one_date_needs_no_way_to_others(qtbot: QtBot, look: Look) -> None:
    parent = QWidget()
    qtbot.addWidget(parent)
    made = FillInDialog(look, DAYS[1:], parent)
    assert text(made, "fill_in_count") == ""
    assert made.findChild(QPushButton, "fill_in_after").isHidden()  # type: ignore[union-attr]
