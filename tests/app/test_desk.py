"""The desk: the real parts on one table, on a real file, with a clock that a file sets and no session bus."""

import sqlite3

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from habitcoach.app.desk import Desk
from habitcoach.coaching.cueing import Cueing
from habitcoach.coaching.drafting import Typed
from habitcoach.coaching.recording import Log
from habitcoach.core.entry import Source
from habitcoach.ui.widgets.notice_strip import NoticeStrip
from tests.support.desk_bench import DUE, NEXT_DAY, Bench, card, card_shows, press, texts, window


def test_a_cue_comes_on_the_card_and_done_is_on_disk_before_the_reward(bench: Bench, qtbot: QtBot) -> None:
    bench.add()
    bench.start()
    assert not card_shows()
    bench.time.write_text(DUE)
    qtbot.waitUntil(card_shows)
    assert bench.rows("SELECT state, channel FROM prompt") == [("shown", "none")]
    press(card(), "done")
    qtbot.waitUntil(lambda: bench.rows("SELECT count(*) FROM entry") == [(1,)])
    assert bench.rows("SELECT kind, slot, source FROM entry") == [("done", "2026-11-23/10:30", "card")]
    assert bench.rows("SELECT state, answer FROM prompt") == [("answered", "done")]
    assert bench.rows("SELECT length, open FROM streak") == [(1, 1)]
    assert card().state == "reward"
    window().undo.emit()
    qtbot.waitUntil(lambda: bench.rows("SELECT kind FROM entry ORDER BY id") == [("done",), ("undo",)])
    assert not card_shows() or card().state != "reward"


def test_what_rings_together_is_one_look_at_the_clock(
    bench: Bench, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    bench.start()
    looks: list[int] = []
    monkeypatch.setattr(Cueing, "show_due", lambda _: looks.append(1))
    for number in range(50):
        bench.desk._cues._rung.emit(f"habit:{number}")
    qtbot.waitUntil(lambda: bool(looks))
    qtbot.wait(10)
    assert len(looks) == 1


def test_an_answer_of_another_program_closes_the_card(bench: Bench, qtbot: QtBot) -> None:
    bench.add()
    bench.time.write_text(DUE)
    bench.start(hidden=True)
    qtbot.waitUntil(card_shows)
    bench.coach.recording.done(Log(bench.coach.habits.find("Smile").id, Source.COMMAND))
    qtbot.waitUntil(lambda: not card_shows())


def test_what_passed_while_away_is_recorded_and_not_shown_as_waiting(bench: Bench, qtbot: QtBot) -> None:
    bench.add()
    bench.start()
    bench.time.write_text(NEXT_DAY)
    qtbot.waitUntil(lambda: len(bench.rows("SELECT slot FROM prompt")) == 2)
    assert bench.rows("SELECT DISTINCT state FROM prompt") == [("expired",)]
    assert not card_shows()


def test_a_template_is_added_and_taken_back(bench: Bench, qtbot: QtBot) -> None:
    bench.start()
    shown = window()
    shown.library_page.add.emit("one_thank_you")
    qtbot.waitUntil(lambda: bench.rows("SELECT name FROM habit") == [("One thank-you",)])
    shown.undo.emit()
    qtbot.waitUntil(lambda: bench.rows("SELECT name FROM habit") == [])


def test_a_habit_is_written_edited_retired_and_restored(bench: Bench, qtbot: QtBot) -> None:
    bench.start()
    shown = window()
    typed = Typed("Stand up", "it is ten", "stand up", "a stretch")
    shown.editing.save_habit.emit(None, typed)
    qtbot.waitUntil(lambda: bench.rows("SELECT name FROM habit") == [("Stand up",)])
    shown.editing.save_habit.emit(1, Typed("Stand tall", "it is ten", "stand up", "a stretch"))
    qtbot.waitUntil(lambda: bench.rows("SELECT name FROM habit") == [("Stand tall",)])
    shown.habits_page.archive.emit(1)
    qtbot.waitUntil(lambda: bench.rows("SELECT reason, to_date FROM pause") == [("archived", None)])
    shown.undo.emit()
    qtbot.waitUntil(lambda: bench.rows("SELECT * FROM pause") == [])


def test_a_log_is_undone_after_a_template_was_added(bench: Bench, qtbot: QtBot) -> None:
    bench.add()
    bench.start()
    shown = window()
    shown.library_page.add.emit("one_thank_you")
    shown.today_page.done.emit(1, None)
    qtbot.waitUntil(lambda: bench.rows("SELECT kind FROM entry") == [("done",)])
    shown.undo.emit()
    qtbot.waitUntil(lambda: bench.rows("SELECT kind FROM entry ORDER BY id") == [("done",), ("undo",)])
    assert len(bench.rows("SELECT name FROM habit")) == 2


def test_a_busy_file_delays_an_answer_and_loses_none(bench: Bench, qtbot: QtBot) -> None:
    bench.add()
    bench.start()
    shown = window()
    blocker = sqlite3.connect(bench.home.database, isolation_level=None)
    blocker.execute("BEGIN IMMEDIATE")
    shown.today_page.done.emit(1, None)
    shown.today_page.done.emit(1, None)
    qtbot.waitUntil(lambda: any("Saving" in one for one in texts(shown)))
    assert bench.rows("SELECT * FROM entry") == []
    blocker.execute("COMMIT")
    blocker.close()
    qtbot.waitUntil(lambda: len(bench.rows("SELECT * FROM entry")) == 2)


def test_skip_and_snooze_from_the_window(bench: Bench, qtbot: QtBot) -> None:
    bench.add()
    bench.time.write_text(DUE)
    bench.start()
    shown = window()
    shown.today_page.snooze.emit("habit:1", "2026-11-23/10:30", 15)
    qtbot.waitUntil(lambda: bench.rows("SELECT state FROM prompt") == [("snoozed",)])
    shown.today_page.skip.emit(1, "2026-11-23/10:30", "other", "Fire drill")
    qtbot.waitUntil(lambda: bench.rows("SELECT text FROM note") == [("Fire drill",)])
    assert bench.rows("SELECT state, answer FROM prompt") == [("answered", "skip")]


def test_a_call_holds_a_cue_and_lets_it_go(bench: Bench, qtbot: QtBot) -> None:
    bench.add()
    bench.start()
    shown = window()
    shown.called.emit(True)
    qtbot.waitUntil(lambda: bench.rows("SELECT reason FROM hold") == [("call",)])
    bench.time.write_text(DUE)
    qtbot.waitUntil(lambda: bench.rows("SELECT state, held_for FROM prompt") == [("held", "call")])
    assert not card_shows()
    shown.called.emit(False)
    bench.time.write_text(DUE.replace("10:31", "10:32"))
    qtbot.waitUntil(card_shows)
    assert bench.rows("SELECT state FROM prompt") == [("shown",)]


@pytest.mark.parametrize(("habit", "first"), [(False, "7"), (True, "1")])
def test_the_week_starts_as_in_the_agents_country_unless_weeks_were_lived(
    bench: Bench, habit: bool, first: str
) -> None:
    usual = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedStates))
    if habit:
        bench.add()
    bench.start(hidden=True)
    QLocale.setDefault(usual)
    assert bench.rows("SELECT value FROM setting WHERE name = 'week_start'") == [(first,)]


def test_without_a_bus_it_says_so_once_and_goes_on(bench: Bench, qtbot: QtBot) -> None:
    bench.add()
    bench.time.write_text(DUE)
    bench.start()
    shown = window()
    strip = shown.findChild(NoticeStrip, "notice_strip")
    assert strip is not None
    qtbot.waitUntil(lambda: "cues come as cards" in strip.text)


def test_a_start_brings_the_windows_place_back(bench: Bench, qapp: QApplication) -> None:
    bench.start()
    # As narrow as it may be: the test's screen is narrower still.
    window().resize(920, 640)
    bench.desk.stop()
    again = Desk(qapp, bench.home, bench.store, bench.clock, {})
    again.start(hidden=False)
    assert window().height() == 640
    again.stop()


def test_a_counter_takes_back_its_own_last_log(bench: Bench, qtbot: QtBot) -> None:
    bench.add()
    bench.start()
    shown = window()
    shown.today_page.done.emit(1, None)
    qtbot.waitUntil(lambda: len(bench.rows("SELECT id FROM entry")) == 1)
    shown.today_page.one_back.emit(1)
    qtbot.waitUntil(lambda: bench.rows("SELECT kind FROM entry ORDER BY id") == [("done",), ("undo",)])
