"""The Habits page at its desk: what is shown, and what is wanted of a habit, on a real file."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QListWidget, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from habitcoach.coaching.recording import Log
from habitcoach.coaching.review_answers import Said
from habitcoach.core.consent import Consent
from habitcoach.core.entry import Source
from habitcoach.core.habit import RESTING, HabitId, Pause
from habitcoach.ui.habit.habit_list import HabitList
from habitcoach.ui.habit.list_row import STRENGTH_ROLE
from habitcoach.ui.habit.why_words import About, Asked
from habitcoach.ui.main_window import MainWindow
from habitcoach.ui.page_name import PageName
from habitcoach.ui.widgets.strength_curve import StrengthCurve
from tests.support.desk_bench import DUE, Bench, window

FIRST = HabitId(1)


def opened(bench: Bench, qtbot: QtBot) -> MainWindow:
    """Start the app and turn to the Habits page; it has been read."""
    bench.start()
    shown = window()
    qtbot.waitUntil(lambda: bench.desk.has_begun)
    shown.show_page(PageName.HABITS)
    qtbot.waitUntil(lambda: part(shown, "year_section").isVisible())
    return shown


def part(shown: QWidget, name: str) -> QWidget:
    found = shown.findChild(QWidget, name)
    assert found is not None, name
    return found


def text(shown: QWidget, name: str) -> str:
    found = shown.findChild(QLabel, name)
    assert found is not None, name
    return found.text()


def click(shown: QWidget, name: str) -> None:
    (button,) = (one for one in shown.findChildren(QAbstractButton, name) if one.isVisible())
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def listed(shown: MainWindow) -> HabitList:
    found = shown.findChild(HabitList)
    assert found is not None
    return found


def names(shown: MainWindow) -> list[str]:
    habits = listed(shown)
    return [habits.item(row).text() for row in range(habits.count())]


def logged(bench: Bench) -> None:
    """Add a habit and log it once."""
    bench.add()
    bench.time.write_text(DUE)
    bench.coach.recording.done(Log(FIRST, Source.COMMAND))


def test_the_page_is_read_when_it_is_turned_to(bench: Bench, qtbot: QtBot) -> None:
    logged(bench)
    bench.coach.review_answers.say(FIRST, Said(by_itself=3))
    shown = opened(bench, qtbot)
    curve = shown.findChild(StrengthCurve)
    assert curve is not None
    assert curve.accessibleName() == "23 November: 3 of 7"
    habits = listed(shown)
    qtbot.waitUntil(lambda: habits.item(0).data(STRENGTH_ROLE) is not None)
    assert habits.item(0).data(Qt.ItemDataRole.AccessibleTextRole).endswith(", New")


def test_another_habit_is_read_when_it_is_chosen(bench: Bench, qtbot: QtBot) -> None:
    bench.add_many(2)
    shown = opened(bench, qtbot)
    shown.habits_page.choose(2)
    qtbot.waitUntil(lambda: part(shown, "year_section").isVisible())
    assert text(shown, "detail_name") == "Smile 1"


def test_habits_are_moved_by_the_keyboard_and_back(bench: Bench, qtbot: QtBot) -> None:
    bench.add_many(3)
    shown = opened(bench, qtbot)
    habits = listed(shown)
    habits.setCurrentRow(2)
    QTest.keyClick(habits, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    order = "SELECT name FROM habit ORDER BY position"
    qtbot.waitUntil(lambda: bench.rows(order) == [("Smile 0",), ("Smile 2",), ("Smile 1",)])
    qtbot.waitUntil(lambda: names(shown) == ["Smile 0", "Smile 2", "Smile 1"])
    assert text(shown, "detail_name") == "Smile 2"
    shown.undo.emit()
    qtbot.waitUntil(lambda: names(shown) == ["Smile 0", "Smile 1", "Smile 2"])


def test_a_note_is_kept_changed_erased_and_brought_back(bench: Bench, qtbot: QtBot) -> None:
    logged(bench)
    shown = opened(bench, qtbot)
    shown.habits_page.add_note()
    (field,) = shown.findChildren(QPlainTextEdit, "note_field")
    field.setPlainText("It went well.")
    click(shown, "note_save")
    qtbot.waitUntil(lambda: bench.rows("SELECT entry_id, text FROM note") == [(1, "It went well.")])
    qtbot.waitUntil(lambda: bool(shown.findChildren(QLabel, "note_text")))
    shown.habits_page.note_written.emit(1, 1, "It went very well.")
    qtbot.waitUntil(lambda: bench.rows("SELECT text FROM note") == [("It went very well.",)])
    shown.habits_page.note_erased.emit(1)
    qtbot.waitUntil(lambda: bench.rows("SELECT text FROM note") == [])
    shown.undo.emit()
    qtbot.waitUntil(lambda: bench.rows("SELECT text FROM note") == [("It went very well.",)])


def test_the_choice_about_cues_is_kept_and_taken_back(bench: Bench, qtbot: QtBot) -> None:
    bench.add()
    shown = opened(bench, qtbot)
    shown.habits_page.fading_chosen.emit(1, Consent.NEVER)
    kept = "SELECT value FROM setting WHERE name = 'fading:1'"
    qtbot.waitUntil(lambda: bench.rows(kept) == [("2026-11-23=never",)])
    assert text(shown, "undo_text") == "The cues come every time"
    shown.undo.emit()
    qtbot.waitUntil(lambda: bench.rows(kept) == [("2026-11-23=default",)])


def test_a_step_nobody_proposed_is_refused_in_words(bench: Bench, qtbot: QtBot) -> None:
    bench.add()
    shown = opened(bench, qtbot)
    shown.habits_page.fading_accepted.emit(1)
    notice = part(shown, "notice_strip")
    qtbot.waitUntil(notice.isVisible)
    assert "Smile" in notice.accessibleName()


def test_why_lists_the_days(bench: Bench, qtbot: QtBot) -> None:
    logged(bench)
    shown = opened(bench, qtbot)
    click(shown, "detail_streak")
    days = shown.findChild(QListWidget, "why_days")
    assert days is not None
    qtbot.waitUntil(lambda: days.count() == 1)
    assert text(shown, "why_title") == "1 shift in a row"
    assert days.item(0).text() == "kept, 1 of 1, streak 1"
    click(shown, "why_close")
    qtbot.waitUntil(lambda: not shown.findChildren(QListWidget, "why_days"))
    # What was read for a panel that is closed goes nowhere.
    shown.habits_page.why.emit(Asked(1, About.STREAK))


def test_why_goes_back_to_a_day_long_ago(bench: Bench, qtbot: QtBot) -> None:
    bench.add()
    bench.time.write_text("2027-06-01T12:00+02:00 Europe/Berlin")
    shown = opened(bench, qtbot)
    shown.habits_page.ask_why(Asked(1, About.DAY, date(2026, 12, 1)))
    days = shown.findChild(QListWidget, "why_days")
    assert days is not None
    qtbot.waitUntil(lambda: days.count() > 0)
    assert days.currentItem().data(Qt.ItemDataRole.AccessibleTextRole).startswith("Tue 1 Dec")
    assert text(shown, "why_title") == "Smile around 1 December"


def test_a_retired_habit_comes_back_and_goes_again(bench: Bench, qtbot: QtBot) -> None:
    bench.add()
    bench.coach.habits.archive(FIRST)
    shown = opened_empty(bench, qtbot)
    click(shown, "filter_retired")
    qtbot.waitUntil(lambda: names(shown) == ["Smile"])
    click(shown, "detail_restore")
    qtbot.waitUntil(lambda: bench.coach.habits.all()[0].archived is False)
    assert text(shown, "undo_text") == "“Smile” is back"
    shown.undo.emit()
    qtbot.waitUntil(lambda: bench.coach.habits.all()[0].archived)


def test_a_resting_habit_starts_again(bench: Bench, qtbot: QtBot) -> None:
    bench.add()
    bench.other.add_pause(Pause(FIRST, date(2026, 11, 23), None, RESTING))
    shown = opened_empty(bench, qtbot)
    click(shown, "filter_resting")
    qtbot.waitUntil(lambda: part(shown, "rest_strip").isVisible())
    assert text(shown, "rest_headline") == "Resting since 23 November"
    click(shown, "rest_start")
    qtbot.waitUntil(lambda: bench.coach.habits.all()[0].resting is False)
    assert "“Smile” starts again today." in part(shown, "notice_strip").accessibleName()


def test_a_deleted_habit_can_be_had_back(bench: Bench, qtbot: QtBot) -> None:
    bench.add()
    shown = opened(bench, qtbot)
    shown.habits_page.delete.emit(1)
    qtbot.waitUntil(lambda: bench.rows("SELECT name FROM habit") == [])
    shown.undo.emit()
    qtbot.waitUntil(lambda: bench.rows("SELECT name FROM habit") == [("Smile",)])


def opened_empty(bench: Bench, qtbot: QtBot) -> MainWindow:
    """Start the app on the Habits page, where no habit is active."""
    bench.start()
    qtbot.waitUntil(lambda: bench.desk.has_begun)
    shown = window()
    shown.show_page(PageName.HABITS)
    return shown


def test_when_the_habits_are_plenty_it_is_told(bench: Bench, qtbot: QtBot) -> None:
    bench.add()
    shown = opened(bench, qtbot)
    assert not part(shown, "room_for_more").isVisible()
    bench.add("Greet")
    bench.add("Thank")
    qtbot.waitUntil(lambda: text(shown, "room_line") == "3 habits are plenty for the first weeks.")
    assert part(shown, "room_for_more").isVisible()
