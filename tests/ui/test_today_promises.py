"""Promises on Today, in the dialog and in the window."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import time

import pytest
from PySide6.QtCore import QPoint, Qt, QTime
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QMenu, QPushButton, QTimeEdit
from pytestqt.qtbot import QtBot

from habitcoach.coaching.views import OccasionState, PromiseView
from habitcoach.core.trigger import Promised
from habitcoach.ui.day_rows import day_lists
from habitcoach.ui.look import Look
from habitcoach.ui.main_window import MainWindow
from habitcoach.ui.pages.row_list import RowList
from habitcoach.ui.pages.today import TodayPage
from habitcoach.ui.promise_dialog import PromiseDialog
from habitcoach.ui.saving import Saving
from habitcoach.ui.today.waiting_row import WaitingRow
from habitcoach.ui.today_words import next_text, ring_total
from habitcoach.ui.widgets.notice_strip import NoticeStrip
from tests.ui.day_samples import AWKWARD, TODAY, Shown, at, habit
from tests.ui.promise_samples import DROPPED, DUE, KEPT, LATER, promise

ALL = replace(TODAY, promises=(DROPPED, KEPT, DUE, LATER))
NO_CUES = replace(TODAY, occasions=(), counters=())


@pytest.fixture
def window(qtbot: QtBot, look: Look) -> Iterator[MainWindow]:
    made = MainWindow(look)
    qtbot.addWidget(made)
    made.show_today(ALL)
    made.show()
    yield made
    made.hide()  # one that is closed goes on in the dock


def rows(page: TodayPage, name: str) -> list[tuple[str, str, str, str]]:
    found = page.findChild(RowList, name)
    assert found is not None
    return [(row.time, row.title, row.phrase, row.trailing) for row in found.rows()]


def waiting(page: TodayPage) -> WaitingRow:
    found = page.findChild(WaitingRow, f"now-{DUE.subject}-{DUE.slot}")
    assert found is not None
    return found


def label(parent: WaitingRow | QDialog, name: str) -> str:
    found = parent.findChild(QLabel, name)
    assert found is not None
    return found.text()


def trigger(menu: QMenu, name: str) -> None:
    menu.aboutToShow.emit()
    next(action for action in menu.actions() if action.objectName() == name).trigger()


# ---- on Today


def test_promises_stand_in_their_sections(shown: Shown) -> None:
    page = shown(ALL)
    assert label(waiting(page), "waiting_title") == "Call back 4709"
    assert label(waiting(page), "waiting_cue") == "Promised for 14:20"
    assert label(waiting(page), "waiting_age") == "· in 8 min"
    assert waiting(page).accessibleName() == "Promise, Call back 4709. Promised for 14:20 · in 8 min."
    assert rows(page, "later_list")[0] == ("15:40", "Call back 4711", "refund date", "Promise")
    assert rows(page, "later_list")[1][1] == "Habit 6"  # promises come first at equal times
    answered = rows(page, "done_list")
    assert ("12:40", "Call back 4706", "promise kept", "") in answered
    assert ("11:15", "Call back 4702", "dropped", "") in answered


def test_the_ring_counts_promises_but_no_dropped_ones(shown: Shown) -> None:
    lists = day_lists(ALL)
    assert (lists.done_count, ring_total(ALL)) == (2, 9)
    assert next_text(lists) == "Next: Call back 4711 at 15:40"
    shown(ALL)


def test_a_day_of_promises_alone_is_all_done_when_they_are_kept() -> None:
    assert day_lists(replace(NO_CUES, promises=(KEPT,))).all_done
    assert not day_lists(replace(NO_CUES, promises=(KEPT, DUE))).all_done
    assert next_text(day_lists(replace(NO_CUES, promises=(DUE,)))) == "Nothing more is planned today."


def test_snoozed_held_and_late_ones_say_so(shown: Shown) -> None:
    snoozed = replace(promise(1, 14, 0, OccasionState.SNOOZED), snoozed_until=at(15))
    held = promise(2, 14, 5, OccasionState.HELD, "a note")
    page = shown(replace(NO_CUES, promises=(snoozed, held)))
    assert rows(page, "later_list") == [("15:00", "Call back 1", "snoozed, was 14:00", "Promise")]
    assert rows(page, "held_list") == [("14:05", "Call back 2", "a note", "")]


def test_an_unseen_one_is_marked(shown: Shown) -> None:
    page = shown(replace(NO_CUES, promises=(replace(DUE, unconfirmed=True),)))
    assert label(waiting(page), "waiting_age") == "· in 8 min, may not have been seen"


def test_a_waiting_one_is_answered_by_button_and_menu(qtbot: QtBot, shown: Shown) -> None:
    page = shown(ALL)
    row = waiting(page)
    kept = row.findChild(QPushButton, "waiting_done")
    assert kept is not None
    with qtbot.waitSignal(page.promise_kept) as told:
        kept.click()
    assert told.args == [4709, DUE.slot]
    [menu] = row.findChildren(QMenu, "promise_menu")
    with qtbot.waitSignal(page.promise_dropped) as told:
        trigger(menu, "promise_drop")
    assert told.args == [4709, DUE.slot]
    with qtbot.waitSignal(page.promise_retimed) as told:
        trigger(menu, "promise_retime")
    assert told.args == [DUE]
    [snooze] = row.findChildren(QMenu, "snooze_menu")
    with qtbot.waitSignal(page.snooze) as told:
        trigger(snooze, "snooze-15")
    assert told.args == ["promise:4709", DUE.slot, 15]


def test_a_waiting_one_is_answered_by_key(qtbot: QtBot, shown: Shown) -> None:
    page = shown(replace(NO_CUES, promises=(DUE, promise(1, 14, 21, OccasionState.DUE))))
    row = waiting(page)
    row.stops()[0].setFocus()
    with qtbot.waitSignal(page.promise_kept):
        QTest.keyClick(row.stops()[0], Qt.Key.Key_D)
    QTest.keyClick(row.stops()[0], Qt.Key.Key_Down)
    assert not row.isAncestorOf(page.focusWidget())
    QTest.keyClick(row, Qt.Key.Key_Z)
    [menu] = row.findChildren(QMenu, "snooze_menu")
    assert menu.isVisible()
    menu.close()
    QTest.keyClick(row, Qt.Key.Key_F2)


def test_one_whose_answer_is_not_saved_cannot_be_answered_again(shown: Shown) -> None:
    page = shown(ALL)
    place = (DUE.subject, DUE.slot)
    page.show_saving(Saving(slow=True, places=frozenset({place})))
    assert label(waiting(page), "waiting_age") == "· saving…"
    page.show_saving(Saving(trouble="disk_full", unsaved=1, places=frozenset({place})))
    assert label(waiting(page), "waiting_age") == "· not saved yet"
    assert not any(stop.isEnabled() for stop in waiting(page).stops())
    page.show_saving(Saving())
    assert all(stop.isEnabled() for stop in waiting(page).stops())


def test_the_row_stays_when_the_day_moves_on(shown: Shown) -> None:
    page = shown(ALL)
    row = waiting(page)
    page.show_view(replace(ALL, now=at(14, 21)))
    assert waiting(page) is row
    assert label(row, "waiting_age") == "· 1 min ago"
    page.show_view(replace(ALL, promises=(LATER,)))
    assert not row.isVisible()


def test_one_to_come_is_kept_ahead_of_time_by_key_and_menu(qtbot: QtBot, shown: Shown) -> None:
    page = shown(replace(NO_CUES, promises=(LATER,)))
    later = page.findChild(RowList, "later_list")
    assert later is not None
    [row] = later.rows()
    with qtbot.waitSignal(page.promise_kept) as told:
        later.done_asked.emit(row)
    assert told.args == [4711, LATER.slot]
    menu = page.findChild(QMenu, "row_menu")
    assert menu is not None
    for asked in (later.menu_asked, later.skip_asked):
        asked.emit(row, QPoint(0, 0))
        assert [one.objectName() for one in menu.actions()] == ["row_kept", "row_retime", "row_drop"]
    for name, signal in (
        ("row_kept", page.promise_kept),
        ("row_retime", page.promise_retimed),
        ("row_drop", page.promise_dropped),
    ):
        with qtbot.waitSignal(signal):
            next(one for one in menu.actions() if one.objectName() == name).trigger()
    menu.close()


@pytest.mark.parametrize("awkward", AWKWARD)
def test_texts_are_shown_as_they_are(shown: Shown, awkward: str) -> None:
    page = shown(replace(NO_CUES, promises=(replace(DUE, ticket=awkward), replace(LATER, note=awkward))))
    assert label(waiting(page), "waiting_title") == f"Call back {awkward}"
    assert rows(page, "later_list")[0][2] == awkward


# ---- the dialog


def test_the_dialog_gives_what_was_typed(qtbot: QtBot, look: Look, window: MainWindow) -> None:
    dialog = PromiseDialog(look, time(9, 5), window)
    qtbot.addWidget(dialog)
    with qtbot.waitSignal(dialog.time_typed) as told:
        dialog.ask_day()
    assert told.args == [time(9, 5)]
    field = dialog.findChild(QTimeEdit, "promise_time")
    assert field is not None
    with qtbot.waitSignal(dialog.time_typed) as told:
        field.setTime(QTime(15, 40))
    assert (told.args, dialog.wall) == ([time(15, 40)], time(15, 40))
    for name, text in (("promise_ticket", "4711"), ("promise_note", "bank")):
        line = dialog.findChild(QLineEdit, name)
        assert line is not None
        line.setText(text)
    assert (dialog.ticket, dialog.note) == ("4711", "bank")
    dialog.show_day("Tomorrow", "You are off")
    assert (label(dialog, "promise_day"), label(dialog, "promise_warning")) == ("Tomorrow", "You are off")


def test_a_new_time_asks_for_nothing_else(qtbot: QtBot, look: Look, window: MainWindow) -> None:
    dialog = PromiseDialog(look, time(9, 5), window, retimes="Call back 4711")
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.windowTitle() == "Re-time: Call back 4711"
    assert not any(one.isVisible() for one in dialog.findChildren(QLineEdit, "promise_ticket"))
    dialog.close()


# ---- the window


def test_the_window_makes_a_promise_by_key(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.promising.time_typed) as told:
        window.promising.open()
    assert told.args == [time(15, 10)]
    window.promising.show_day("Today", "")
    [dialog] = window.findChildren(PromiseDialog)
    window.promising.open()
    assert window.findChildren(PromiseDialog) == [dialog]
    with qtbot.waitSignal(window.promising.made) as told:
        dialog.accept()
    assert told.args == [time(15, 10), "", ""]
    window.promising.show_day("Today", "")  # the dialog has gone


def test_the_window_gives_todays_promises_another_time(qtbot: QtBot, look: Look, window: MainWindow) -> None:
    window.promising.ask_new_time(99)
    assert window.findChildren(PromiseDialog) == []
    window.promising.ask_new_time(4711)
    [dialog] = window.findChildren(PromiseDialog)
    with qtbot.waitSignal(window.promising.retimed) as told:
        dialog.accept()
    assert told.args == [4711, time(15, 10)]
    empty = MainWindow(look)
    qtbot.addWidget(empty)
    empty.promising.ask_new_time(4711)
    empty.promising.open()
    [opened] = empty.findChildren(PromiseDialog)
    assert opened.wall == time(12, 0)
    opened.reject()


def test_the_promise_habit_is_not_edited(qtbot: QtBot, window: MainWindow) -> None:
    window.show_habits([habit(7, "Promises", Promised())])
    window.open_habit(7)
    strip = window.findChild(NoticeStrip)
    assert strip is not None
    qtbot.waitUntil(lambda: "counts what becomes of your promises" in strip.text)
    assert window.editing.editor is None


def test_the_sidebar_counts_promises(window: MainWindow) -> None:
    views: tuple[PromiseView, ...] = ALL.waiting_promises
    assert [one.ticket for one in views] == ["4709"]
    assert any(one.text() == "Next at 15:40" for one in window.findChildren(QLabel))
