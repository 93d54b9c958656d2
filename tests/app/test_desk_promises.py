"""Promises at the desk: made in the dialog, answered on card, tray and Today, on a real file."""

from datetime import time

import pytest
from PySide6.QtCore import QTime
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMenu, QPushButton, QTimeEdit
from pytestqt.qtbot import QtBot

from habitcoach.coaching.promises import Wish
from habitcoach.core.entry import Source
from habitcoach.core.promise import next_instant
from habitcoach.texts.promises import promise_words
from tests.support.desk_bench import Bench, card, card_shows, press, texts, window

PROMISE = "SELECT state, place, ticket, retimed FROM promise"
AT_TEN = "2026-11-23T10:00+01:00 Europe/Berlin"
TEN_BEFORE = "2026-11-23T10:30+01:00 Europe/Berlin"
ON_TIME = "2026-11-23T10:40+01:00 Europe/Berlin"
PLACE = "2026-11-23T10:40"


def promise(bench: Bench, ticket: str = "4711", clock: time = time(10, 40)) -> None:
    """Make a promise at ten, as the command line does."""
    bench.time.write_text(AT_TEN)
    bench.clock.reread()
    due = next_instant(clock, bench.clock.now(), bench.clock.zone())
    bench.coach.promises.make(Wish(due, ticket), promise_words())


def dialog() -> QDialog:
    found = [one for one in QApplication.topLevelWidgets() if one.objectName() == "promise_dialog"]
    shown = next(one for one in found if one.isVisible())
    assert isinstance(shown, QDialog)
    return shown


def type_into(name: str, text: str) -> None:
    field = dialog().findChild(QLineEdit, name)
    assert isinstance(field, QLineEdit)
    field.setText(text)


def set_time(clock: time) -> None:
    field = dialog().findChild(QTimeEdit, "promise_time")
    assert isinstance(field, QTimeEdit)
    field.setTime(QTime(clock.hour, clock.minute))


def act(name: str) -> None:
    """Choose from the tray's menu."""
    found = [one for menu in menus() for one in menu.actions() if one.objectName() == name]
    found[0].trigger()


def test_a_promise_is_made_in_the_dialog_and_taken_back(bench: Bench, qtbot: QtBot) -> None:
    bench.start()
    press(window(), "new_promise")
    set_time(time(15, 40))
    assert "Today" in texts(dialog())
    type_into("promise_ticket", "4711")
    press(dialog(), "promise_save")
    qtbot.waitUntil(lambda: bench.rows(PROMISE) == [("open", "2026-11-23T15:40", "4711", 0)])
    qtbot.waitUntil(lambda: "Promised: Call back 4711, 15:40" in texts(window()))
    window().undo.emit()
    qtbot.waitUntil(lambda: bench.rows("SELECT state FROM promise") == [("dropped",)])


def test_the_dialog_warns_of_a_time_off_duty_and_a_cancel_makes_nothing(bench: Bench) -> None:
    bench.start()
    window().promising.open()
    set_time(time(19, 0))
    assert "You are off at 19:00: hand over · choose Tue 09:10" in texts(dialog())
    set_time(time(9, 30))
    assert any("24 November" in one for one in texts(dialog()))
    window().promising.open()  # one dialog at a time
    press(dialog(), "promise_cancel")
    assert bench.rows(PROMISE) == []


def test_it_comes_on_the_card_and_is_kept_there(bench: Bench, qtbot: QtBot) -> None:
    promise(bench)
    bench.start(hidden=True)
    bench.time.write_text(TEN_BEFORE)
    qtbot.waitUntil(card_shows)
    assert "Call back 4711" in texts(card())
    press(card(), "done")
    qtbot.waitUntil(lambda: bench.rows("SELECT kind, count, source FROM entry") == [("done", 1, "card")])
    assert bench.rows("SELECT state, answer FROM prompt") == [("answered", "keep")]
    qtbot.waitUntil(lambda: card().state == "reward")


def test_on_the_card_it_is_snoozed(bench: Bench, qtbot: QtBot) -> None:
    promise(bench)
    bench.start(hidden=True)
    bench.time.write_text(TEN_BEFORE)
    qtbot.waitUntil(card_shows)
    press(card(), "snooze")
    press(card(), "snooze_5")
    qtbot.waitUntil(lambda: bench.rows("SELECT state FROM prompt") == [("snoozed",)])
    qtbot.waitUntil(lambda: not card_shows())


def test_on_the_card_it_is_given_another_time(bench: Bench, qtbot: QtBot) -> None:
    promise(bench)
    bench.start(hidden=True)
    bench.time.write_text(TEN_BEFORE)
    qtbot.waitUntil(card_shows)
    press(card(), "skip")
    press(card(), "promise_retime")
    field = card().findChild(QTimeEdit, "snooze_time")
    assert isinstance(field, QTimeEdit)
    field.setTime(QTime(16, 0))
    press(card(), "snooze_other_send")
    qtbot.waitUntil(lambda: bench.rows(PROMISE) == [("open", "2026-11-23T16:00", "4711", 1)])
    qtbot.waitUntil(lambda: not card_shows())


def test_on_the_card_it_is_dropped_and_taken_back(bench: Bench, qtbot: QtBot) -> None:
    promise(bench)
    bench.start(hidden=True)
    bench.time.write_text(TEN_BEFORE)
    qtbot.waitUntil(card_shows)
    press(card(), "skip")
    press(card(), "promise_drop")
    qtbot.waitUntil(lambda: bench.rows("SELECT state FROM promise") == [("dropped",)])
    qtbot.waitUntil(lambda: card_shows() and "Call back 4711: dropped" in texts(card()))
    press(card(), "undo")
    qtbot.waitUntil(lambda: bench.rows("SELECT state FROM promise") == [("open",)])


def test_with_a_cue_it_shares_the_card(bench: Bench, qtbot: QtBot) -> None:
    promise(bench)
    bench.add()
    bench.start(hidden=True)
    bench.time.write_text(TEN_BEFORE)
    qtbot.waitUntil(lambda: card_shows() and "2 cues are waiting" in texts(card()))
    press(card(), "done_all")
    qtbot.waitUntil(lambda: bench.rows("SELECT DISTINCT state FROM prompt") == [("answered",)])
    assert bench.rows("SELECT state FROM promise") == [("kept",)]


def test_an_answer_of_another_program_closes_the_card(bench: Bench, qtbot: QtBot) -> None:
    promise(bench)
    bench.start(hidden=True)
    bench.time.write_text(ON_TIME)
    qtbot.waitUntil(card_shows)
    [one] = bench.coach.promises.listed()
    bench.coach.promises.drop(one.promise_id, Source.COMMAND)
    qtbot.waitUntil(lambda: not card_shows())


def test_on_today_it_is_kept_and_taken_back(bench: Bench, qtbot: QtBot) -> None:
    promise(bench)
    bench.time.write_text(TEN_BEFORE)
    bench.clock.reread()
    bench.start()
    shown = window()
    qtbot.waitUntil(lambda: "Call back 4711" in texts(shown))
    row = shown.findChild(QPushButton, "waiting_done")
    assert row is not None
    row.click()
    qtbot.waitUntil(lambda: bench.rows("SELECT state FROM promise") == [("kept",)])
    shown.undo.emit()
    qtbot.waitUntil(lambda: bench.rows("SELECT state FROM promise") == [("open",)])


def test_on_today_it_is_given_another_time_and_dropped(bench: Bench, qtbot: QtBot) -> None:
    promise(bench)
    bench.time.write_text(TEN_BEFORE)
    bench.clock.reread()
    bench.start()
    shown = window()
    qtbot.waitUntil(lambda: "Call back 4711" in texts(shown))
    shown.promising.ask_new_time(1)
    assert dialog().windowTitle() == "Re-time: Call back 4711"
    set_time(time(16, 0))
    press(dialog(), "promise_save")
    qtbot.waitUntil(lambda: bench.rows(PROMISE) == [("open", "2026-11-23T16:00", "4711", 1)])
    shown.today_page.promise_dropped.emit(1, "2026-11-23T16:00/due")
    qtbot.waitUntil(lambda: bench.rows("SELECT state FROM promise") == [("dropped",)])
    qtbot.waitUntil(lambda: "Call back 4711: dropped" in texts(shown))


@pytest.mark.parametrize(("name", "state"), [("tray_done", "kept"), ("tray_drop", "dropped")])
def test_from_the_tray_it_is_answered(bench: Bench, qtbot: QtBot, name: str, state: str) -> None:
    promise(bench)
    bench.time.write_text(TEN_BEFORE)
    bench.clock.reread()
    bench.start(hidden=True)
    qtbot.waitUntil(card_shows)
    qtbot.waitUntil(lambda: any(one.objectName().startswith("tray_cue promise:1") for one in menus()))
    act(name)
    qtbot.waitUntil(lambda: bench.rows("SELECT state FROM promise") == [(state,)])
    if state == "dropped":
        qtbot.waitUntil(lambda: not card_shows())


def test_from_the_tray_the_dialogs_open(bench: Bench, qtbot: QtBot) -> None:
    promise(bench)
    bench.time.write_text(TEN_BEFORE)
    bench.clock.reread()
    bench.start(hidden=True)
    qtbot.waitUntil(lambda: any(one.objectName().startswith("tray_cue promise:1") for one in menus()))
    act("tray_retime")
    assert dialog().windowTitle() == "Re-time: Call back 4711"
    press(dialog(), "promise_cancel")
    act("tray_promise")
    assert dialog().windowTitle() == "New promise"
    press(dialog(), "promise_cancel")


def menus() -> list[QMenu]:
    return [one for one in QApplication.allWidgets() if isinstance(one, QMenu)]
