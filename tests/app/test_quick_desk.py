"""The quick bar on the real desk: typed, logged, promised, and what it says."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from habitcoach.coaching.drafting import Typed, draft_from
from habitcoach.coaching.quick_key import QUICK_KEY
from habitcoach.ui.page_name import PageName
from habitcoach.ui.quick_bar import QuickBar, QuickStrip
from habitcoach.ui.widgets.key_field import KeyField
from tests.support.desk_bench import DUE, Bench, card_shows, press, window


def bar(bench: Bench) -> QuickBar:
    return bench.desk.quick.bar


def strip(bench: Bench) -> QuickStrip:
    return bench.desk.quick.strip


def field(bench: Bench) -> QLineEdit:
    found = bar(bench).findChild(QLineEdit, "quick_field")
    assert found is not None
    return found


def shown(parent: QWidget) -> list[str]:
    return [one.text() for one in parent.findChildren(QLabel) if one.isVisible()]


def add_greeting(bench: Bench) -> None:
    """Add a habit met in every contact, of which a share is the goal."""
    target = {"kind": "rate", "goal": 80}
    typed = Typed(
        "Greet by name", "it rings", "say the name", "a sip", trigger={"kind": "contact"}, target=target
    )
    bench.coach.habits.add(draft_from(typed))


def open_bar(bench: Bench, qtbot: QtBot) -> None:
    bench.start()
    qtbot.waitUntil(lambda: bench.desk.has_begun)
    bench.desk.open_quick_bar()
    qtbot.waitUntil(bar(bench).isVisible)


def type_in(bench: Bench, text: str) -> None:
    QTest.keyClicks(field(bench), text)


def enter(bench: Bench, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(field(bench), Qt.Key.Key_Return, modifier)


def test_letters_log_a_habit_and_the_reward_follows(bench: Bench, qtbot: QtBot) -> None:
    bench.add()
    open_bar(bench, qtbot)
    type_in(bench, "smi")
    enter(bench)
    assert not bar(bench).isVisible()
    qtbot.waitUntil(strip(bench).isVisible)
    assert bench.rows("SELECT kind, source FROM entry") == [("done", "quick")]
    assert "A sip" in shown(strip(bench))


@pytest.mark.parametrize("typed", ["smi", "15:40 4711"])
def test_what_was_answered_in_the_bar_is_not_shown_any_more_once_it_is_undone(
    bench: Bench, qtbot: QtBot, typed: str
) -> None:
    bench.add()
    open_bar(bench, qtbot)
    type_in(bench, typed)
    enter(bench)
    qtbot.waitUntil(strip(bench).isVisible)
    window().undo.emit()
    assert not strip(bench).isVisible()


def test_the_bar_opens_by_ctrl_k_and_closes_by_esc(bench: Bench, qtbot: QtBot) -> None:
    bench.add()
    bench.start()
    qtbot.waitUntil(lambda: bench.desk.has_begun)
    shortcut = window().findChild(QShortcut, "key_quick_bar")
    assert shortcut is not None
    assert shortcut.key().toString() == "Ctrl+K"
    shortcut.activated.emit()
    qtbot.waitUntil(bar(bench).isVisible)
    QTest.keyClick(field(bench), Qt.Key.Key_Escape)
    assert not bar(bench).isVisible()
    assert bench.rows("SELECT * FROM entry") == []


def test_a_start_for_the_bar_opens_it_once_all_is_read(bench: Bench, qtbot: QtBot) -> None:
    bench.add()
    bench.start(hidden=True)
    bench.desk.open_quick_bar()
    qtbot.waitUntil(bar(bench).isVisible)


@pytest.mark.parametrize(
    ("modifier", "kind", "count"),
    [
        (Qt.KeyboardModifier.NoModifier, "done", 1),
        (Qt.KeyboardModifier.ShiftModifier, "opportunity", 0),
    ],
)
def test_a_share_counts_used_it_or_not_this_time(
    bench: Bench, qtbot: QtBot, modifier: Qt.KeyboardModifier, kind: str, count: int
) -> None:
    add_greeting(bench)
    open_bar(bench, qtbot)
    type_in(bench, "gr")
    assert "not this time" in shown(bar(bench))
    enter(bench, modifier)
    qtbot.waitUntil(strip(bench).isVisible)
    assert bench.rows("SELECT kind, count, of, source FROM entry") == [(kind, count, 1, "quick")]


def test_shift_enter_logs_nothing_of_a_habit_that_has_no_share(bench: Bench, qtbot: QtBot) -> None:
    bench.add()
    open_bar(bench, qtbot)
    type_in(bench, "smile")
    enter(bench, Qt.KeyboardModifier.ShiftModifier)
    assert bar(bench).isVisible()
    assert bench.rows("SELECT * FROM entry") == []


def test_a_time_makes_a_promise(bench: Bench, qtbot: QtBot) -> None:
    open_bar(bench, qtbot)
    type_in(bench, "15:40 4711")
    assert "Promise: call back 4711" in shown(bar(bench))
    qtbot.waitUntil(lambda: "Today 15:40, reminder at 15:30" in shown(bar(bench)))
    enter(bench)
    qtbot.waitUntil(strip(bench).isVisible)
    assert bench.rows("SELECT ticket, place FROM promise") == [("4711", "2026-11-23T15:40")]
    assert "Promised: Call back 4711, 15:40" in shown(strip(bench))
    window().undo.emit()
    qtbot.waitUntil(lambda: bench.rows("SELECT state FROM promise") == [("dropped",)])


@pytest.mark.parametrize(
    ("button", "places"),
    [
        ("off_instead", [("2026-11-23T16:40",)]),
        ("off_keep", [("2026-11-23T20:00",)]),
        ("off_hand_over", []),
    ],
)
def test_a_promise_outside_the_shift_is_asked_about(
    bench: Bench, qtbot: QtBot, button: str, places: list[tuple[str]]
) -> None:
    open_bar(bench, qtbot)
    type_in(bench, "20:00 4711")
    qtbot.waitUntil(lambda: "You are off at 20:00" in shown(bar(bench)))
    enter(bench)
    assert bar(bench).isVisible()  # the first answer has the keyboard; nothing is promised yet
    assert bench.rows("SELECT * FROM promise") == []
    press(bar(bench), button)
    assert not bar(bench).isVisible()
    qtbot.waitUntil(strip(bench).isVisible)
    assert bench.rows("SELECT place FROM promise") == places


def test_the_open_card_is_answered_by_alt(bench: Bench, qtbot: QtBot) -> None:
    bench.add()
    bench.time.write_text(DUE)
    bench.start()
    qtbot.waitUntil(card_shows)
    bench.desk.open_quick_bar()
    qtbot.waitUntil(lambda: "snooze" in shown(bar(bench)))
    QTest.keyClick(field(bench), Qt.Key.Key_Z, Qt.KeyboardModifier.AltModifier)
    assert "Snooze to 10:46" in shown(bar(bench))
    QTest.keyClick(field(bench), Qt.Key.Key_Escape)  # back to what can be typed
    assert bar(bench).isVisible()
    QTest.keyClick(field(bench), Qt.Key.Key_S, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(field(bench), Qt.Key.Key_3)
    qtbot.waitUntil(lambda: bench.rows("SELECT kind, reason FROM entry") == [("skip", "outage")])
    qtbot.waitUntil(lambda: "Skipped: Smile" in shown(strip(bench)))
    bench.desk.open_quick_bar()
    qtbot.waitUntil(bar(bench).isVisible)
    QTest.keyClick(field(bench), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: bench.rows("SELECT count(*) FROM entry") == [(2,)])
    qtbot.waitUntil(lambda: "Taken back." in shown(strip(bench)))


def test_the_card_s_cue_is_done_and_snoozed_by_alt(bench: Bench, qtbot: QtBot) -> None:
    bench.add()
    bench.time.write_text(DUE)
    bench.start()
    qtbot.waitUntil(card_shows)
    bench.desk.open_quick_bar()
    qtbot.waitUntil(bar(bench).isVisible)
    QTest.keyClick(field(bench), Qt.Key.Key_Z, Qt.KeyboardModifier.AltModifier)
    QTest.keyClick(field(bench), Qt.Key.Key_2)
    qtbot.waitUntil(lambda: bench.rows("SELECT state FROM prompt") == [("snoozed",)])
    qtbot.waitUntil(lambda: "Snoozed until 10:46" in shown(strip(bench)))
    window().undo.emit()
    qtbot.waitUntil(lambda: bench.rows("SELECT state FROM prompt") != [("snoozed",)])
    bench.desk.open_quick_bar()
    qtbot.waitUntil(bar(bench).isVisible)
    QTest.keyClick(field(bench), Qt.Key.Key_D, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: bench.rows("SELECT kind, source FROM entry") == [("done", "quick")])


def test_with_nothing_waiting_alt_does_nothing(bench: Bench, qtbot: QtBot) -> None:
    bench.add()
    open_bar(bench, qtbot)
    for key in (Qt.Key.Key_D, Qt.Key.Key_Z, Qt.Key.Key_S):
        QTest.keyClick(field(bench), key, Qt.KeyboardModifier.AltModifier)
    assert bar(bench).isVisible()
    assert bench.rows("SELECT * FROM entry") == []


def test_what_is_refused_is_said_where_it_was_typed(bench: Bench, qtbot: QtBot) -> None:
    open_bar(bench, qtbot)
    QTest.keyClick(field(bench), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: "There is nothing to undo." in shown(strip(bench)))
    assert "Taken back." not in shown(strip(bench))


def test_letters_that_no_habit_has_say_so(bench: Bench, qtbot: QtBot) -> None:
    bench.add()
    open_bar(bench, qtbot)
    type_in(bench, "zz")
    assert "No habit has these letters." in shown(bar(bench))
    enter(bench)
    assert bar(bench).isVisible()


def test_going_elsewhere_closes_the_bar(bench: Bench, qtbot: QtBot) -> None:
    bench.add()
    open_bar(bench, qtbot)
    window().activateWindow()
    qtbot.waitUntil(lambda: not bar(bench).isVisible())


def test_a_key_that_cannot_be_had_is_said_with_its_cure(bench: Bench, qtbot: QtBot) -> None:
    bench.start()
    qtbot.waitUntil(lambda: bench.desk.has_begun)
    # Offscreen there is no desktop that could give a key.
    assert "habitcoach quick" in bench.desk.quick.key.words
    with qtbot.waitSignal(bench.desk.quick.key.changed) as told:
        bench.desk._parts.coach.settings.choose(QUICK_KEY, "off")
    assert told.args == [""]


def test_while_a_key_is_being_chosen_the_present_one_opens_nothing(bench: Bench, qtbot: QtBot) -> None:
    bench.add()
    bench.start()
    qtbot.waitUntil(lambda: bench.desk.has_begun)
    window().show_page(PageName.SETTINGS)
    key = bench.desk.quick.key
    (field,) = window().settings_page.findChildren(KeyField, "quick_key")
    field.click()
    with qtbot.assertNotEmitted(key.pressed):
        key._key.pressed.emit()
    QTest.keyClick(field, Qt.Key.Key_Escape)
    with qtbot.waitSignal(key.pressed):
        key._key.pressed.emit()


def test_a_mark_offers_what_helps_after_a_hard_one(bench: Bench, qtbot: QtBot) -> None:
    typed = Typed("Breathe", "a hard one is over", "breathe out", "a look out", trigger={"kind": "manual"})
    own = bench.coach.habits.add(draft_from(typed))
    open_bar(bench, qtbot)
    assert "after a hard one" in shown(bar(bench))
    type_in(bench, "!")
    qtbot.waitUntil(lambda: "Breathe" in shown(bar(bench)))
    enter(bench)
    qtbot.waitUntil(lambda: bench.rows("SELECT habit_id, source FROM entry") == [(own.id, "quick")])
    qtbot.waitUntil(lambda: "A look out" in shown(strip(bench)))
    bench.desk.open_quick_bar()
    qtbot.waitUntil(bar(bench).isVisible)
    type_in(bench, "!reset")
    qtbot.waitUntil(lambda: "add and do it" in shown(bar(bench)))
    enter(bench)
    qtbot.waitUntil(lambda: bench.rows("SELECT count(*) FROM entry") == [(2,)])
    assert bench.coach.habits.was_logged(bench.coach.habits.find("Reset after a hard one").id)
