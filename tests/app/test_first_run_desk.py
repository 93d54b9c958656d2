"""The first run on the desk: every press is on disk, and a home without habits gets its first ones."""

import json
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from habitcoach.app.first_run_desk import FirstRunDesk
from habitcoach.app.own_file import bring_back
from habitcoach.coaching.coach import Coach
from habitcoach.core.errors import RefusedError
from habitcoach.interchange.own_json import lines_of
from habitcoach.storage.opening import COMMAND_WAIT_MS, open_store
from habitcoach.ui.editor.habit_editor import HabitEditor
from habitcoach.ui.first_run.first_run_window import FirstRunWindow
from habitcoach.ui.main_window import MainWindow
from habitcoach.ui.widgets.notice_strip import NoticeStrip
from tests.support.desk_bench import NEXT_DAY, Bench, card, card_shows, window
from tests.support.desk_bench import press as press_button

PLANNER = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//planner//EN
{events}
END:VCALENDAR
"""
EVENT = """BEGIN:VEVENT
UID:{number}@planner
SUMMARY:Early
DTSTART;TZID=Europe/Berlin:202611{day:02}T070000
DTEND;TZID=Europe/Berlin:202611{day:02}T150000
END:VEVENT"""


@pytest.fixture
def shown(bench: Bench, qtbot: QtBot) -> FirstRunWindow:
    """Return the window of a first run that has begun."""
    bench.start(first_run=True)
    found = first_run()
    qtbot.waitExposed(found)
    qtbot.waitUntil(lambda: bench.desk.has_begun)
    return found


def first_run() -> FirstRunWindow:
    return next(one for one in QApplication.topLevelWidgets() if isinstance(one, FirstRunWindow))


def main_is_up() -> bool:
    return any(isinstance(one, MainWindow) and one.isVisible() for one in QApplication.topLevelWidgets())


def click(parent: QWidget, name: str) -> None:
    QApplication.processEvents()  # a layout shows what it is given only then
    (found,) = (one for one in parent.findChildren(QWidget, name) if one.isVisible())
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)


def said(bench: Bench) -> object:
    (row,) = bench.rows("SELECT value FROM setting WHERE name = 'first_run'")
    return json.loads(str(row[0])) if row[0] != "done" else "done"


def names(bench: Bench) -> list[str]:
    return [one.name for one in bench.coach.habits.all() if not one.archived]


def start_again(bench: Bench) -> None:
    """Quit and start: nothing has the file open in between."""
    bench.stop()
    bench.open_again()
    bench.coach = Coach(bench.other, bench.clock)
    bench.start(first_run=True)


def desk_of(bench: Bench) -> FirstRunDesk:
    (found,) = bench.desk.window.findChildren(FirstRunDesk)
    return found


def send_cue(bench: Bench, shown: FirstRunWindow, qtbot: QtBot) -> None:
    shown.step_wanted.emit(3)
    click(shown, "send_cue")
    qtbot.waitUntil(lambda: bool(bench.rows("SELECT 1 FROM prompt")))


def test_it_stands_in_for_the_main_window(shown: FirstRunWindow, bench: Bench) -> None:
    assert shown.isVisible()
    assert not main_is_up()
    shown.hide()
    bench.desk.show_window()
    assert shown.isVisible()
    assert not main_is_up()


def test_hidden_it_shows_nothing_until_the_window_is_asked_for(bench: Bench, qtbot: QtBot) -> None:
    bench.start(hidden=True, first_run=True)
    qtbot.waitUntil(lambda: bench.desk.has_begun)
    assert not first_run().isVisible()
    bench.desk.show_window()
    assert first_run().isVisible()


def test_a_home_with_habits_has_none(bench: Bench) -> None:
    bench.add()
    bench.start(first_run=True)
    assert main_is_up()
    assert not any(isinstance(one, FirstRunWindow) for one in QApplication.topLevelWidgets())


def test_what_is_said_of_channels_and_shifts_is_kept_at_once(shown: FirstRunWindow, bench: Bench) -> None:
    click(shown, "channel-email")
    click(shown, "channel-chat")
    click(shown, "shift-Late")
    click(shown, "shifts_rotate")
    assert bench.rows("SELECT value FROM setting WHERE name = 'channels'") == [("email,chat",)]
    (row,) = bench.rows("SELECT days FROM roster")
    assert json.loads(str(row[0])) == ["Late"] * 5 + [None] * 2 + ["Night"] * 5 + [None] * 2
    click(shown, "day-2-6")
    (row,) = bench.rows("SELECT days FROM roster")
    assert json.loads(str(row[0]))[12] == "Early"


def test_other_hours_are_a_shift_without_a_name(shown: FirstRunWindow, bench: Bench) -> None:
    click(shown, "shift-other")
    today = bench.coach.shift_choosing.choices().current
    assert today is not None
    assert (today.name, f"{today.start:%H:%M}", f"{today.end:%H:%M}") == ("", "09:00", "17:00")


def test_three_habits_start_in_the_end(shown: FirstRunWindow, bench: Bench) -> None:
    click(shown, "continue")
    for name in ("shift_start_reset", "name_and_signoff", "empathy_first"):
        click(shown, f"pick-{name}")
    assert names(bench) == []
    click(shown, "continue")
    click(shown, "start_shift")
    assert names(bench) == ["Start clean", "Greet by name", "Feeling before fix"]
    assert said(bench) == "done"
    assert main_is_up()


def test_closing_early_keeps_what_was_ticked(shown: FirstRunWindow, bench: Bench) -> None:
    click(shown, "continue")
    click(shown, "pick-empathy_first")
    QTest.keyClick(shown, Qt.Key.Key_Escape)
    assert names(bench) == ["Feeling before fix"]
    assert main_is_up()


def test_quitting_in_the_middle_comes_back_to_the_same_place(
    shown: FirstRunWindow, bench: Bench, qtbot: QtBot
) -> None:
    click(shown, "continue")
    click(shown, "pick-empathy_first")
    assert names(bench) == []
    start_again(bench)
    again = next(
        one for one in QApplication.topLevelWidgets() if isinstance(one, FirstRunWindow) and one.isVisible()
    )
    qtbot.waitUntil(lambda: bench.desk.has_begun)
    (step,) = again.findChildren(QWidget, "first_run_step_2")
    assert step.isVisible()
    bench.add("Mine")
    start_again(bench)
    assert main_is_up()
    # It is kept as soon as the file lets it: the desk that quit may still be copying it for a backup.
    qtbot.waitUntil(lambda: sorted(names(bench)) == ["Feeling before fix", "Mine"])


def test_the_first_cue_comes_as_a_card_and_its_done_is_the_first_log(
    shown: FirstRunWindow, bench: Bench, qtbot: QtBot
) -> None:
    send_cue(bench, shown, qtbot)
    qtbot.waitUntil(card_shows)
    press_button(card(), "done")
    qtbot.waitUntil(lambda: bench.rows("SELECT kind, source FROM entry") == [("done", "card")])
    qtbot.waitUntil(lambda: shown.cue.title.text() == "That was your first log")
    assert card().state == "reward"
    click(shown, "start_shift")
    assert names(bench) == []
    assert [one.name for one in bench.coach.habits.all()] == ["One slow breath"]


def test_the_first_cue_is_answered_by_the_keyboard(shown: FirstRunWindow, bench: Bench, qtbot: QtBot) -> None:
    send_cue(bench, shown, qtbot)
    stop = shown.focusWidget()
    assert stop is not None
    assert stop.objectName() == "done_here"
    QTest.keyClick(stop, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: bench.rows("SELECT kind, source FROM entry") == [("done", "window")])
    qtbot.waitUntil(lambda: not card_shows() or card().state == "reward")


def test_the_surface_is_a_setting(shown: FirstRunWindow, bench: Bench) -> None:
    shown.step_wanted.emit(3)
    click(shown, "surface-tray")
    assert bench.rows("SELECT value FROM setting WHERE name = 'surface'") == [("tray",)]


def test_while_a_key_is_being_chosen_the_present_one_opens_nothing(
    shown: FirstRunWindow, bench: Bench, qtbot: QtBot
) -> None:
    key = bench.desk.quick.key
    shown.cue.key_listening.emit(True)
    with qtbot.assertNotEmitted(key.pressed):
        key._key.pressed.emit()
    shown.cue.key_listening.emit(False)
    with qtbot.waitSignal(key.pressed):
        key._key.pressed.emit()


def test_a_key_that_will_not_do_is_refused_in_place(shown: FirstRunWindow, bench: Bench) -> None:
    shown.cue.key_chosen.emit("A")
    line = shown.findChild(QWidget, "quick_key_line")
    assert line is not None
    assert "A key for the quick bar" not in str(line.property("text"))
    assert line.property("tone") == "error"
    shown.cue.key_chosen.emit("Ctrl+Shift+F9")
    assert line.property("tone") == "text2"
    assert bench.rows("SELECT value FROM setting WHERE name = 'quick_key'") == [("Ctrl+Shift+F9",)]


def test_writing_my_own_opens_the_editor_over_it(shown: FirstRunWindow, bench: Bench, qtbot: QtBot) -> None:
    shown.step_wanted.emit(2)
    click(shown, "write_own")
    editor = next(one for one in bench.desk.window.findChildren(HabitEditor) if one.isVisible())
    editor.close()
    bench.add("Mine")
    count = shown.findChild(QWidget, "picked_count")
    assert count is not None
    bench.time.write_text(NEXT_DAY)
    qtbot.waitUntil(lambda: "Mine" in str(count.property("text")))


def test_a_planners_file_is_understood(
    shown: FirstRunWindow, bench: Bench, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "roster.ics"
    events = "\n".join(EVENT.format(number=day, day=day) for day in (23, 24, 25))
    file.write_text(PLANNER.format(events=events).replace("\n", "\r\n"))
    desk_of(bench).read_planner(file)
    line = shown.findChild(QWidget, "planner_said")
    assert line is not None
    qtbot.waitUntil(lambda: "3 shifts" in str(line.property("text")))
    today = bench.coach.shift_choosing.choices().current
    assert today is not None
    assert f"{today.start:%H:%M}" == "07:00"


@pytest.mark.parametrize("method", ["read_planner", "read_own"])
def test_a_file_that_is_none_of_ours_is_refused_in_place(
    shown: FirstRunWindow, bench: Bench, qtbot: QtBot, tmp_path: Path, method: str
) -> None:
    file = tmp_path / "letter.txt"
    file.write_text("Dear Sir or Madam")
    getattr(desk_of(bench), method)(file)
    line = shown.findChild(QWidget, "planner_said")
    assert line is not None
    qtbot.waitUntil(lambda: bool(line.property("text")))
    assert shown.isVisible()


def old_home(folder: Path, bench: Bench) -> Path:
    """Return the file of another home with one habit and one log line."""
    store = open_store(folder / "habitcoach.db", COMMAND_WAIT_MS)
    other = Bench.__new__(Bench)
    other.coach = Coach(store, bench.clock)
    other.add("Smile")
    store.close()
    return folder / "habitcoach.db"


@pytest.mark.parametrize("form", ["json", "db"])
def test_the_agents_own_file_brings_everything_back(
    shown: FirstRunWindow, bench: Bench, qtbot: QtBot, tmp_path: Path, form: str
) -> None:
    click(shown, "shift-Early")
    folder = tmp_path / "old"
    folder.mkdir()
    file = old_home(folder, bench)
    if form == "json":
        store = open_store(file, COMMAND_WAIT_MS)
        export = folder / "export.json"
        export.write_text("\n".join(lines_of(store.all_rows(), store.steps(), bench.clock.now())))
        store.close()
        file = export
    desk_of(bench).read_own(file)
    qtbot.waitUntil(main_is_up)
    assert names(bench) == ["Smile"]
    assert said(bench) == "done"
    notice = window().findChild(NoticeStrip)
    assert notice is not None
    assert notice.text == "1 habit is here again, with its log."


def test_the_file_in_use_is_not_even_opened(bench: Bench) -> None:
    bench.add("Smile")
    with pytest.raises(RefusedError) as refused:
        bring_back(bench.home.database, bench.home.database, bench.clock, date(2026, 11, 23))
    assert refused.value.code == "is_the_file"
    assert names(bench) == ["Smile"]


@pytest.mark.parametrize("button", ["open_planner", "open_file"])
def test_files_are_asked_for_without_a_wait(
    shown: FirstRunWindow, button: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QFileDialog, "open", lambda self: opened.append(self.windowTitle()))
    click(shown, button)
    assert len(opened) == 1
