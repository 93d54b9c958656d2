"""The tray's panel and menu on the real desk: what they do is on disk, what came of it is shown."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QSystemTrayIcon
from pytestqt.qtbot import QtBot

from habitcoach.coaching.preferences import MIDDLE_CLICK
from habitcoach.coaching.promise_holds import IN_CALLS
from habitcoach.coaching.shift_choices import OFF
from habitcoach.ui.page_name import PageName
from habitcoach.ui.tray import Tray
from habitcoach.ui.tray_panel import TrayPanel
from tests.support.desk_bench import DUE, Bench, card, card_shows, window


@pytest.fixture
def waiting(bench: Bench, qtbot: QtBot) -> Bench:
    """Return a desk on which a cue waits."""
    bench.add()
    bench.time.write_text(DUE)
    bench.start()
    qtbot.waitUntil(card_shows)
    return bench


def panel(bench: Bench) -> TrayPanel:
    return bench.desk.tray_desk.panel


def tray(bench: Bench) -> Tray:
    return bench.desk.tray


def click(bench: Bench, reason: QSystemTrayIcon.ActivationReason) -> None:
    icon = tray(bench).findChild(QSystemTrayIcon, "tray")
    assert icon is not None
    icon.activated.emit(reason)


def open_panel(bench: Bench, qtbot: QtBot) -> TrayPanel:
    click(bench, QSystemTrayIcon.ActivationReason.Trigger)
    qtbot.waitUntil(panel(bench).isVisible)
    return panel(bench)


def press(bench: Bench, name: str) -> None:
    button = next(one for one in panel(bench).findChildren(QAbstractButton, name) if one.isVisible())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def title(bench: Bench) -> str:
    label = panel(bench).findChild(QLabel, "panel_title")
    assert label is not None
    return label.text()


def test_a_click_opens_the_panel_and_another_one_closes_it(waiting: Bench, qtbot: QtBot) -> None:
    open_panel(waiting, qtbot)
    assert title(waiting) == "1 cue waiting"
    assert not panel(waiting).box.intersects(card().box)
    click(waiting, QSystemTrayIcon.ActivationReason.Trigger)
    assert not panel(waiting).isVisible()
    open_panel(waiting, qtbot)
    panel(waiting).close_panel(left=True)  # the click on the icon has taken the keyboard first
    click(waiting, QSystemTrayIcon.ActivationReason.Trigger)
    assert not panel(waiting).isVisible()


def test_done_in_the_panel_is_on_disk_and_rewarded_there(waiting: Bench, qtbot: QtBot) -> None:
    open_panel(waiting, qtbot)
    press(waiting, "waiting_done habit:1 2026-11-23/10:30")
    qtbot.waitUntil(lambda: waiting.rows("SELECT kind, source FROM entry") == [("done", "tray")])
    qtbot.waitUntil(lambda: title(waiting) == "Nothing waiting")
    shown = [one.text() for one in panel(waiting).findChildren(QLabel) if one.isVisible()]
    assert "A sip" in shown
    assert panel(waiting).isVisible()


def test_a_snooze_and_a_skip_are_said_in_the_panel(waiting: Bench, qtbot: QtBot) -> None:
    open_panel(waiting, qtbot)
    panel(waiting).snooze.emit("habit:1", "2026-11-23/10:30", 15)
    words = panel(waiting).findChild(QLabel, "strip_words")
    assert words is not None
    qtbot.waitUntil(lambda: words.text() == "Snoozed until 10:46")
    panel(waiting).skip.emit("habit:1", "2026-11-23/10:30", "outage")
    qtbot.waitUntil(lambda: waiting.rows("SELECT reason FROM entry") == [("outage",)])


def test_the_panel_holds_pauses_and_lets_go(waiting: Bench, qtbot: QtBot) -> None:
    open_panel(waiting, qtbot)
    press(waiting, "panel_call")
    qtbot.waitUntil(lambda: title(waiting) == "Cues are held")
    press(waiting, "panel_call")
    qtbot.waitUntil(lambda: title(waiting) == "1 cue waiting")
    for wish, until in ((60, "10:31"), ("shift", "16:00"), ("day", "03:00")):
        panel(waiting).pause.emit(wish)
        qtbot.waitUntil(lambda: title(waiting) == "Cues are paused")
        [(end,)] = waiting.rows("SELECT until FROM hold WHERE reason = 'paused' ORDER BY id DESC LIMIT 1")
        assert until in str(end), (wish, end)  # UTC; Berlin is an hour on
        panel(waiting).resume.emit()
        qtbot.waitUntil(lambda: title(waiting) == "1 cue waiting")


def test_a_call_says_what_promises_do(waiting: Bench, qtbot: QtBot) -> None:
    waiting.coach.settings.choose(IN_CALLS, "hold")
    open_panel(waiting, qtbot)
    press(waiting, "panel_call")
    qtbot.waitUntil(lambda: title(waiting) == "Cues are held")
    detail = panel(waiting).findChild(QLabel, "panel_held_detail")
    assert detail is not None
    assert "Promises wait, too." in detail.text()


def test_today_s_shift_is_chosen_from_the_menu(waiting: Bench, qtbot: QtBot) -> None:
    tray(waiting).wants.shift_chosen.emit(OFF)
    qtbot.waitUntil(lambda: waiting.rows("SELECT count(*) FROM duty WHERE name = ''") == [(1,)])
    tray(waiting).wants.shift_hours.emit()
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    dialog.close()


def test_a_promise_is_made_in_the_dialog_of_the_window(waiting: Bench, qtbot: QtBot) -> None:
    open_panel(waiting, qtbot)
    press(waiting, "panel_promise")
    assert not panel(waiting).isVisible()
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    assert dialog.objectName() == "promise_dialog"
    dialog.close()


@pytest.mark.parametrize("page", [PageName.REVIEW, PageName.SETTINGS])
def test_pages_are_opened_from_the_menu(waiting: Bench, page: PageName) -> None:
    tray(waiting).wants.open_page.emit(page)
    assert window().page is page


def test_the_middle_click_obeys_its_setting(waiting: Bench, qtbot: QtBot) -> None:
    choose = waiting.desk._parts.coach.settings.choose
    choose(MIDDLE_CLICK, "off")
    click(waiting, QSystemTrayIcon.ActivationReason.MiddleClick)
    assert waiting.rows("SELECT * FROM hold") == []
    choose(MIDDLE_CLICK, "on")
    click(waiting, QSystemTrayIcon.ActivationReason.MiddleClick)
    qtbot.waitUntil(lambda: waiting.rows("SELECT reason FROM hold") == [("call",)])


def test_the_panel_shows_the_card_and_the_window(waiting: Bench, qtbot: QtBot) -> None:
    card().hide()
    tray(waiting).wants.open_card.emit()
    qtbot.waitUntil(card_shows)
    window().hide()
    open_panel(waiting, qtbot)
    press(waiting, "panel_open")
    assert window().isVisible()
