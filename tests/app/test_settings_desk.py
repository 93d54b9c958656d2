"""The Settings page on the desk: what is chosen there is kept, obeyed and shown, on a real file."""

import os
from datetime import date, time
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt, QTime, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QDateEdit,
    QFileDialog,
    QLabel,
    QLineEdit,
    QTimeEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from habitcoach.app import looking_over, settings_desk
from habitcoach.app.background import Background
from habitcoach.app.looking_over import look_over
from habitcoach.core.roster import ShiftPattern
from habitcoach.desktop.player import Player
from habitcoach.ui.page_name import PageName
from habitcoach.ui.settings.facts import Checked
from habitcoach.ui.settings.settings_page import SettingsPage
from habitcoach.ui.widgets.key_field import KeyField
from habitcoach.ui.widgets.notice_strip import NoticeStrip
from tests.support.desk_bench import DUE, Bench, card, card_shows, window

NOVEMBER = (date(2026, 11, 23), date(2026, 11, 27))


@pytest.fixture
def page(bench: Bench) -> SettingsPage:
    """Return the page of a desk in a home with a habit, turned to."""
    bench.add()
    bench.start()
    window().show_page(PageName.SETTINGS)
    return window().settings_page


def click(parent: QWidget, name: str) -> None:
    (found,) = parent.findChildren(QAbstractButton, name)
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)


def dialog(name: str) -> QWidget:
    (found,) = (one for one in window().findChildren(QWidget, name) if one.isVisible())
    return found


def choose_file(name: str, path: Path) -> None:
    found = dialog(name)
    assert isinstance(found, QFileDialog)
    found.fileSelected.emit(str(path))
    found.close()


def said() -> str:
    (strip,) = window().findChildren(NoticeStrip)
    return strip.text if strip.isVisible() else ""


def kept(bench: Bench, name: str) -> str:
    return bench.coach.settings.value(name)


def test_a_choice_is_on_disk_and_obeyed_at_once(bench: Bench, page: SettingsPage, qtbot: QtBot) -> None:
    assert bench.desk.look.theme.name == "light"
    click(page, "theme_dark")
    qtbot.waitUntil(lambda: kept(bench, "theme") == "dark")
    assert bench.desk.look.theme.dark
    click(page, "text_size_large")
    qtbot.waitUntil(lambda: kept(bench, "text_size") == "large")
    assert bench.desk.look.theme.text_scale == 1.15
    click(page, "reduce_motion")
    qtbot.waitUntil(lambda: bench.desk.look.reduced_motion)


def test_what_another_program_chooses_is_obeyed_and_shown(
    bench: Bench, page: SettingsPage, qtbot: QtBot
) -> None:
    bench.coach.settings.choose("theme", "dark")
    qtbot.waitUntil(lambda: bench.desk.look.theme.dark)
    qtbot.waitUntil(page.findChildren(QAbstractButton, "theme_dark")[0].isChecked)


def test_what_was_chosen_holds_from_the_first_moment_on(bench: Bench) -> None:
    bench.coach.settings.choose("theme", "dark")
    bench.start()
    assert bench.desk.look.theme.dark


def test_keys_that_will_not_do_are_refused_in_a_sentence(
    bench: Bench, page: SettingsPage, qtbot: QtBot
) -> None:
    (field,) = page.findChildren(KeyField, "quick_key")
    (line,) = page.findChildren(QLabel, "row_key_remark")
    field.chosen.emit("Ctrl+Alt+Q")
    qtbot.waitUntil(lambda: line.text().startswith("Quick bar key: Ctrl with Alt"))
    assert kept(bench, "quick_key") == field.value == "Ctrl+Shift+Space"
    field.chosen.emit("Ctrl+Shift+F9")
    qtbot.waitUntil(lambda: field.value == "Ctrl+Shift+F9")
    assert "Ctrl with Alt" not in line.text()


def test_a_discreet_card_holds_the_habit_and_no_more(bench: Bench, page: SettingsPage, qtbot: QtBot) -> None:
    click(page, "discreet")
    bench.time.write_text(DUE)
    qtbot.waitUntil(card_shows)
    words = [one.text() for one in card().findChildren(QLabel)]
    assert "Smile" in words
    assert not {"smile", "a sip", "A sip", "When it rings"} & set(words)
    assert "it rings" not in card().findChildren(QWidget, "face_due")[0].accessibleName()


# ---- shifts


def test_a_day_of_the_pattern_holds_from_today_on(bench: Bench, page: SettingsPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: bool(page.findChildren(QAbstractButton, "day-1-6")))
    click(page, "day-1-6")
    qtbot.waitUntil(lambda: len(bench.other.rosters()) == 1)
    (roster,) = bench.other.rosters()
    assert (roster.from_date, roster.named(date(2026, 11, 28))) == (date(2026, 11, 23), "")


def test_shift_times_are_edited_and_hold_from_a_date(bench: Bench, page: SettingsPage, qtbot: QtBot) -> None:
    click(page, "edit_shifts")
    edited = dialog("shift_times_dialog")
    edited.findChildren(QLineEdit, "shift_name_1")[0].setText("Day")
    edited.findChildren(QTimeEdit, "shift_end_1")[0].setTime(QTime(16, 0))
    click(edited, "break_add_1")
    click(edited, "shift_add")
    click(edited, "shift_times_dialog_go")
    assert edited.isVisible()
    assert "visible character" in edited.findChildren(QLabel, "shift_2_fault")[0].text()
    edited.findChildren(QLineEdit, "shift_name_2")[0].setText("Late")
    (holds,) = edited.findChildren(QDateEdit, "shifts_from")
    holds.setDate(holds.date().addDays(7))
    click(edited, "shift_times_dialog_go")
    qtbot.waitUntil(lambda: len(bench.other.rosters()) == 1)
    (roster,) = bench.other.rosters()
    assert roster.from_date == date(2026, 11, 30)
    assert roster.days == ("Day",) * 5 + (None, None)
    assert roster.shifts["Day"] == ShiftPattern(time(9), time(16), ((time(12), time(12, 30)),))
    qtbot.waitUntil(lambda: "Monday" in said())


def test_a_shift_and_a_break_are_removed_but_never_the_last_shift(
    bench: Bench, page: SettingsPage, qtbot: QtBot
) -> None:
    click(page, "edit_shifts")
    edited = dialog("shift_times_dialog")
    assert not edited.findChildren(QAbstractButton, "shift_remove_1")[0].isEnabled()
    click(edited, "shift_add")
    click(edited, "break_add_2")
    click(edited, "break_2_1_remove")
    click(edited, "shift_remove_1")
    edited.findChildren(QLineEdit, "shift_name_2")[0].setText("Late")
    click(edited, "shift_times_dialog_go")
    qtbot.waitUntil(lambda: len(bench.other.rosters()) == 1)
    (roster,) = bench.other.rosters()
    assert (list(roster.shifts), set(roster.days)) == (["Late"], {None})
    assert roster.shifts["Late"].breaks == ()


def test_days_off_are_entered_removed_and_both_undone(bench: Bench, page: SettingsPage, qtbot: QtBot) -> None:
    def days() -> list[date]:
        return sorted(one.work_date for one in bench.other.duty_changes() if one.pattern is None)

    click(page, "add_days_off")
    asked = dialog("days_off_dialog")
    (last,) = asked.findChildren(QDateEdit, "days_off_last")
    last.setDate(last.date().addDays(4))
    asked.findChildren(QLineEdit, "days_off_reason")[0].setText("Sea & sun")
    click(asked, "days_off_dialog_go")
    qtbot.waitUntil(lambda: len(days()) == 5)
    assert (days()[0], days()[-1]) == NOVEMBER
    name = f"remove_days_off_{NOVEMBER[0]}"
    qtbot.waitUntil(lambda: bool(page.findChildren(QAbstractButton, name)))
    window().undo.emit()
    qtbot.waitUntil(lambda: days() == [])
    qtbot.waitUntil(lambda: not page.findChildren(QAbstractButton, name))
    bench.coach.duty.take_off([NOVEMBER[0]], "")
    qtbot.waitUntil(lambda: bool(page.findChildren(QAbstractButton, name)))
    click(page, name)
    qtbot.waitUntil(lambda: days() == [])
    window().undo.emit()
    qtbot.waitUntil(lambda: days() == [NOVEMBER[0]])


def test_the_last_day_off_never_comes_before_the_first(page: SettingsPage) -> None:
    click(page, "add_days_off")
    asked = dialog("days_off_dialog")
    (first,) = asked.findChildren(QDateEdit, "days_off_first")
    (last,) = asked.findChildren(QDateEdit, "days_off_last")
    first.setDate(first.date().addDays(30))
    assert last.date() == first.date()
    last.setDate(first.date().addDays(900))
    assert last.date() == first.date().addDays(365)


def test_a_planners_file_is_taken_once_it_was_looked_at(
    bench: Bench, page: SettingsPage, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "shifts.ics"
    file.write_text(_calendar("20261124T060000", "20261124T140000"), encoding="utf-8")
    click(page, "import_ics")
    choose_file("file_dialog", file)
    qtbot.waitUntil(lambda: bool(_questions()))
    assert any("1 shift" in one.text() for one in _questions()[0].findChildren(QLabel))
    assert bench.other.duty_changes() == []
    click(_questions()[0], "question_go")
    qtbot.waitUntil(lambda: len(bench.other.duty_changes()) == 1)
    click(page, "import_ics")
    choose_file("file_dialog", file)
    qtbot.waitUntil(lambda: "nothing to change" in said())


def test_a_file_that_is_no_calendar_is_refused(page: SettingsPage, qtbot: QtBot, tmp_path: Path) -> None:
    file = tmp_path / "shifts.ics"
    file.write_text("Hello", encoding="utf-8")
    click(page, "import_ics")
    choose_file("file_dialog", file)
    qtbot.waitUntil(lambda: "The calendar file" in said())


# ---- the desktop


@pytest.fixture
def entry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return where the desktop looks for what starts at sign-in."""
    monkeypatch.setenv("HOME", str(tmp_path))
    return tmp_path / ".config" / "autostart" / "habitcoach.desktop"


def test_starting_at_sign_in_is_turned_on_and_off(entry: Path, bench: Bench, qtbot: QtBot) -> None:
    bench.start()
    window().show_page(PageName.SETTINGS)
    click(window().settings_page, "autostart")
    qtbot.waitUntil(entry.exists)
    assert str(bench.home.folder) in entry.read_text(encoding="utf-8")
    click(window().settings_page, "autostart")
    qtbot.waitUntil(lambda: not entry.exists())


def test_what_was_read_before_a_choice_does_not_turn_it_back(entry: Path, bench: Bench, qtbot: QtBot) -> None:
    bench.start()
    (background,) = bench.desk.findChildren(Background)
    busy = Event()
    background.do(busy.wait)
    window().show_page(PageName.SETTINGS)
    (switch,) = window().settings_page.findChildren(QAbstractButton, "autostart")
    turned: list[bool] = []
    switch.toggled.connect(turned.append)
    click(window().settings_page, "autostart")
    told: list[None] = []
    background.do(lambda: None, told.append)
    busy.set()
    qtbot.waitUntil(lambda: entry.exists() and bool(told))
    assert turned == [True]


def test_a_test_cue_that_cannot_be_shown_says_so(page: SettingsPage, qtbot: QtBot) -> None:
    click(page, "test_cue")
    qtbot.waitUntil(lambda: "so cues come as cards" in said())


def test_where_nothing_can_play_the_soft_sound_it_says_so(
    bench: Bench, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Player, "play", lambda _: False)
    bench.start()
    window().show_page(PageName.SETTINGS)
    click(window().settings_page, "hear")
    qtbot.waitUntil(lambda: "Nothing here can play a sound" in said())


def test_a_cue_is_heard_where_the_agent_wants_it(
    bench: Bench, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    played: list[Player] = []

    def play(player: Player) -> bool:
        played.append(player)
        return True

    monkeypatch.setattr(Player, "play", play)
    bench.add()
    bench.coach.settings.choose("sound", "soft")
    bench.start(hidden=True)
    bench.time.write_text(DUE)
    qtbot.waitUntil(card_shows)
    assert len(played) == 1


def test_the_folder_is_shown(page: SettingsPage, bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", opened.append)
    click(page, "show_folder")
    assert opened == [QUrl.fromLocalFile(str(bench.home.folder))]


def test_the_file_and_its_backup_are_told_of(page: SettingsPage, qtbot: QtBot) -> None:
    (line,) = page.findChildren(QLabel, "row_file_remark")
    qtbot.waitUntil(lambda: "Monday" in line.text() or "no backup" in line.text())
    assert "kB" in line.text()


def test_diagnostics_run_beside_the_window(
    page: SettingsPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings_desk, "look_over", lambda *_: [Checked("Python", ok=True, detail="3")])
    click(page, "examine")
    (line,) = page.findChildren(QLabel, "row_checks_remark")
    qtbot.waitUntil(lambda: line.text() == "All is well.")


def test_diagnostics_of_the_real_command(page: SettingsPage, bench: Bench) -> None:
    found = look_over(bench.home, os.environ)
    assert {"Python", "Your file"} <= {one.check for one in found}
    page.about.show_found(found)
    assert str(bench.home.database) in page.about.findings_text()


def test_diagnostics_that_fail_say_so_and_can_be_asked_again(
    page: SettingsPage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(looking_over, "LONGEST", 0.001)
    (line,) = page.findChildren(QLabel, "row_checks_remark")
    for _ in range(2):
        click(page, "examine")
        qtbot.waitUntil(lambda: "Nothing could be found out" in line.text())


def _questions() -> list[QWidget]:
    return [one for one in window().findChildren(QWidget, "question") if one.isVisible()]


def _calendar(start: str, end: str) -> str:
    return (
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//t//EN\r\nBEGIN:VEVENT\r\nUID:1\r\n"
        f"DTSTART:{start}\r\nDTEND:{end}\r\nSUMMARY:Early\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    )
