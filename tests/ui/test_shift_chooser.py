"""The chooser of what the agent is on today: the button, its menu, and the dialog for other hours."""

from collections.abc import Iterator
from datetime import time

import pytest
from PySide6.QtCore import Qt, QTime
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTimeEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from habitcoach.coaching.shift_choices import AS_PLANNED, OFF, NamedShift, ShiftChoices, ShiftWish, WishKind
from habitcoach.ui.hours_dialog import HoursDialog
from habitcoach.ui.look import Look
from habitcoach.ui.shift_words import chosen_text, shift_icon
from habitcoach.ui.widgets.shift_chooser import ShiftChooser
from tests.support.desk_bench import press, texts
from tests.ui.day_samples import DAY

EARLY = NamedShift("Early", time(8), time(16, 30))
LATE = NamedShift("Late", time(13), time(21))
UNNAMED = NamedShift("", time(9), time(17))
OVERTIME = NamedShift("Early", time(8), time(18))


def choices(
    current: NamedShift | None, planned: NamedShift | None = EARLY, *shifts: NamedShift
) -> ShiftChoices:
    return ShiftChoices(DAY, current, planned, shifts or (EARLY, LATE), moved=current != planned)


@pytest.fixture
def chooser(qtbot: QtBot, look: Look) -> Iterator[ShiftChooser]:
    window = QWidget()
    qtbot.addWidget(window)
    made = ShiftChooser(look)
    QVBoxLayout(window).addWidget(made)
    window.show()
    made.show_choices(choices(EARLY))
    yield made
    window.hide()


def entries(chooser: ShiftChooser) -> dict[str, QAction]:
    chooser.open_menu()
    found = {one.objectName(): one for one in chooser.choices_menu.actions() if not one.isSeparator()}
    chooser.choices_menu.hide()
    return found


def field(dialog: HoursDialog, name: str) -> QTimeEdit:
    found = dialog.findChild(QTimeEdit, name)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("current", "label"),
    [
        (EARLY, "Early"),
        (OVERTIME, "Early, 08:00 to 18:00"),
        (UNNAMED, "09:00 to 17:00"),
        (None, "Day off"),
    ],
)
def test_the_button_says_what_today_is(chooser: ShiftChooser, current: NamedShift | None, label: str) -> None:
    chooser.show_choices(choices(current))
    assert chooser.text() == label
    assert chooser.accessibleName() == f"Today I’m on: {label}"


def test_the_menu_holds_the_shifts_with_their_hours_and_checks_today_s(chooser: ShiftChooser) -> None:
    found = entries(chooser)
    assert [one.text() for one in found.values()] == [
        "Early, 08:00 to 16:30",
        "Late, 13:00 to 21:00",
        "Overtime, other hours…",
        "Off today",
    ]
    assert [one.isChecked() for one in found.values()] == [True, False, False, False]


@pytest.mark.parametrize(
    ("current", "checked"), [(OVERTIME, "shift_hours"), (None, "shift_off"), (LATE, "shift Late")]
)
def test_a_moved_day_checks_what_it_is_and_offers_the_roster(
    chooser: ShiftChooser, current: NamedShift | None, checked: str
) -> None:
    chooser.show_choices(choices(current))
    found = entries(chooser)
    assert [name for name, one in found.items() if one.isChecked()] == [checked]
    assert found["shift_planned"].text() == "As the roster says: Early, 08:00 to 16:30"
    chooser.show_choices(choices(EARLY, None))
    assert entries(chooser)["shift_planned"].text() == "As the roster says: day off"


def test_each_entry_says_what_is_wished(qtbot: QtBot, chooser: ShiftChooser) -> None:
    chooser.show_choices(choices(LATE))
    wished = {
        "shift Early": ShiftWish(WishKind.NAMED, "Early"),
        "shift_off": OFF,
        "shift_planned": AS_PLANNED,
    }
    for name, wish in wished.items():
        with qtbot.waitSignal(chooser.chosen) as heard:
            entries(chooser)[name].trigger()
        assert heard.args == [wish]


def test_a_shift_s_name_is_shown_as_it_is(chooser: ShiftChooser) -> None:
    awkward = NamedShift("R&D\t<b>", time(8), time(9))
    chooser.show_choices(choices(awkward, EARLY, EARLY, awkward))
    assert chooser.text() == "R&&D\t<b>"
    assert entries(chooser)["shift R&D\t<b>"].text() == "R&&D<b>, 08:00 to 09:00"


def test_down_and_space_open_the_menu(qtbot: QtBot, chooser: ShiftChooser) -> None:
    chooser.setFocus()
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Space):
        QTest.keyClick(chooser, key)
        qtbot.waitUntil(chooser.choices_menu.isVisible)
        chooser.choices_menu.hide()


def test_other_hours_are_asked_for(qtbot: QtBot, chooser: ShiftChooser) -> None:
    entries(chooser)["shift_hours"].trigger()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, HoursDialog)
    assert field(dialog, "hours_end").time() == QTime(16, 30)
    field(dialog, "hours_end").setTime(QTime(18, 0))
    with qtbot.waitSignal(chooser.chosen) as heard:
        press(dialog, "hours_save")
    assert heard.args == [ShiftWish(WishKind.HOURS, start=time(8), end=time(18))]
    assert not dialog.isVisible()


def test_hours_that_end_as_they_begin_stay_in_the_dialog(qtbot: QtBot, chooser: ShiftChooser) -> None:
    chooser.show_choices(choices(None, None))
    entries(chooser)["shift_hours"].trigger()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, HoursDialog)
    field(dialog, "hours_end").setTime(QTime(9, 0))
    with qtbot.assertNotEmitted(chooser.chosen):
        press(dialog, "hours_save")
    assert "It ends when it begins. Give another time." in texts(dialog)
    press(dialog, "hours_cancel")
    assert not dialog.isVisible()


def test_nothing_opens_before_anybody_said_what_today_is(qtbot: QtBot, look: Look) -> None:
    bare = ShiftChooser(look)
    qtbot.addWidget(bare)
    bare.show()
    bare.open_menu()
    assert not bare.choices_menu.actions()


@pytest.mark.parametrize(
    ("start", "sign"), [(time(2), "moon"), (time(3), "sunrise"), (time(11), "sun"), (time(17), "moon")]
)
def test_a_shift_s_sign_is_that_of_its_start(start: time, sign: str) -> None:
    assert shift_icon(NamedShift("", start, time(23))) == sign


def test_a_choice_is_told_in_words() -> None:
    assert chosen_text(None) == "Today is off. Your streaks rest."
    assert chosen_text(LATE) == "Today you are on: Late, 13:00 to 21:00"
