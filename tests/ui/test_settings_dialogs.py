"""The dialogs of the Settings page, by themselves."""

from datetime import date, time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDateEdit, QLabel, QListWidget, QTimeEdit, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from habitcoach.ui.look import Look
from habitcoach.ui.promise_dialog import PromiseDialog
from habitcoach.ui.settings.days_off_dialog import DaysOffDialog
from habitcoach.ui.settings.restore_dialog import Choice, RestoreDialog
from habitcoach.ui.widgets.date_edit import chosen_date, date_edit

TODAY = date(2026, 6, 11)


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def line(dialog: QWidget) -> str:
    (found,) = dialog.findChildren(QLabel, "restore_said")
    return found.text()


def test_without_backups_a_file_from_elsewhere_can_still_be_chosen(look: Look, parent: QWidget) -> None:
    dialog = RestoreDialog(look, parent, [])
    dialog.show()
    dialog.begin()
    (backups,) = dialog.findChildren(QListWidget, "backups")
    assert (dialog.path, backups.isVisible(), dialog.go.isEnabled()) == ("", False, False)
    asked: list[str] = []
    dialog.looked_at.connect(asked.append)
    dialog.add(Choice("/a/copy.db", "copy.db"))
    assert (asked, dialog.path, backups.isVisible()) == (["/a/copy.db"], "/a/copy.db", True)


def test_what_is_said_of_a_backup_no_longer_chosen_is_left_out(look: Look, parent: QWidget) -> None:
    dialog = RestoreDialog(look, parent, [Choice("/a/1.db", "Thursday"), Choice("/a/2.db", "Wednesday")])
    dialog.show()
    dialog.begin()
    (backups,) = dialog.findChildren(QListWidget, "backups")
    QTest.keyClick(backups, Qt.Key.Key_Down)
    assert dialog.path == "/a/2.db"
    dialog.show_preview("/a/1.db", ["Nothing would be lost."])
    dialog.refuse("/a/1.db", "It is damaged.")
    assert (line(dialog), dialog.go.isEnabled()) == ("Looking…", False)
    dialog.show_preview("/a/2.db", ["One line", "<b>another</b>"])
    assert (line(dialog), dialog.go.isEnabled()) == ("One line\n<b>another</b>", True)


@pytest.mark.parametrize(("backups", "rows"), [(1, 1), (9, 6)])
def test_the_list_of_backups_is_as_high_as_it_is_long_up_to_a_point(
    look: Look, parent: QWidget, backups: int, rows: int
) -> None:
    dialog = RestoreDialog(look, parent, [Choice(f"/a/{n}.db", f"Day {n}") for n in range(backups)])
    dialog.show()
    (listed,) = dialog.findChildren(QListWidget, "backups")
    row = listed.visualItemRect(listed.item(0)).height()
    assert row >= look.theme.size("button_small")
    assert listed.height() == rows * row


def test_fields_of_times_and_dates_are_as_high_as_others_however_little_room_there_is(
    look: Look, parent: QWidget
) -> None:
    dialogs = (PromiseDialog(look, time(15), parent), DaysOffDialog(look, parent, TODAY))
    for dialog in dialogs:
        dialog.show()
        dialog.resize(dialog.minimumSize())
        fields = [*dialog.findChildren(QTimeEdit), *dialog.findChildren(QDateEdit)]
        assert fields
        assert {one.height() for one in fields} == {look.theme.size("field")}


def test_a_date_field_keeps_its_bounds_and_its_calendar_has_no_red(qtbot: QtBot, look: Look) -> None:
    field = date_edit(look, "from", "Holds from", TODAY, TODAY)
    qtbot.addWidget(field)
    assert chosen_date(field) == TODAY
    field.setDate(field.date().addDays(-1))
    assert chosen_date(field) == TODAY
    assert "2026" in field.text()
    calendar = field.calendarWidget()
    for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
        assert calendar.weekdayTextFormat(day).foreground().color() == look.theme.color("text2")
    assert not any(one.icon().isNull() for one in calendar.findChildren(QToolButton, "qt_calendar_prevmonth"))
