"""The main window: pages, keys, notices, closing."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QPushButton, QStackedWidget, QWidget
from pytestqt.qtbot import QtBot

from habitcoach.coaching.drafting import Typed
from habitcoach.coaching.views import HoldView
from habitcoach.core.errors import InputError
from habitcoach.core.hold import HoldReason
from habitcoach.library import load_library
from habitcoach.ui.editor.habit_editor import HabitEditor
from habitcoach.ui.look import Look
from habitcoach.ui.main_window import MainWindow
from habitcoach.ui.page_name import PageName
from habitcoach.ui.saving import Saving
from habitcoach.ui.widgets.switch import Switch
from tests.ui.day_samples import DAY, HABITS, REWARD, TODAY, at, cue, habit

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(qtbot: QtBot, look: Look) -> MainWindow:
    made = MainWindow(look)
    qtbot.addWidget(made)
    made.show_today(TODAY)
    made.show_habits(HABITS)
    made.show_templates([one for one in load_library() if one.starter])
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def text(window: QWidget, name: str) -> str:
    label = window.findChild(QLabel, name)
    assert isinstance(label, QLabel), name
    return label.text()


def press(window: QWidget, name: str) -> None:
    button = window.findChild(QPushButton, name)
    assert isinstance(button, QPushButton), name
    button.click()


def page(window: MainWindow) -> int:
    stack = window.findChild(QStackedWidget, "page_stack")
    assert isinstance(stack, QStackedWidget)
    return stack.currentIndex()


def editor_of(window: MainWindow) -> HabitEditor:
    found = [one for one in window.findChildren(HabitEditor) if one.isVisible()]
    assert len(found) == 1
    return found[0]


def test_a_call_holds_cues_by_switch_and_by_key(qtbot: QtBot, window: MainWindow) -> None:
    switch = window.findChild(Switch, "call_switch")
    assert switch is not None
    with qtbot.waitSignal(window.called) as told:
        QTest.mouseClick(switch, Qt.MouseButton.LeftButton)
    assert told.args == [True]
    call = HoldView(HoldReason.CALL, TODAY.now, TODAY.now + timedelta(minutes=60))
    with qtbot.assertNotEmitted(window.called):
        window.show_today(replace(TODAY, hold=call))
    assert switch.isChecked()
    assert text(window, "cue_status_title") == "Cues are held"
    with qtbot.waitSignal(window.called) as told:
        QTest.keyClick(window, Qt.Key.Key_H, CTRL)
    assert told.args == [False]


@pytest.mark.parametrize(
    ("reason", "until"),
    [
        (HoldReason.PAUSED, "Until 15:12 at the latest"),
        (HoldReason.BREAK, "Until 15:12"),
        (HoldReason.AWAY, "Until you are back"),
        (HoldReason.FULL_SCREEN, "Until you leave full screen"),
        (HoldReason.MICROPHONE, "Until the microphone is free"),
    ],
)
def test_the_sidebar_says_until_when_cues_are_held(
    qtbot: QtBot, window: MainWindow, reason: HoldReason, until: str
) -> None:
    hold = HoldView(reason, TODAY.now, TODAY.now + timedelta(minutes=60))
    window.show_today(replace(TODAY, hold=hold))
    assert text(window, "cue_status_detail") == until
    with qtbot.waitSignal(window.called) as told:
        QTest.keyClick(window, Qt.Key.Key_H, CTRL)
    assert told.args == [reason is not HoldReason.PAUSED]


def test_its_size(window: MainWindow) -> None:
    assert (window.size(), window.minimumSize()) == (QSize(1080, 720), QSize(920, 600))


def test_pages_by_key(window: MainWindow) -> None:
    assert page(window) == PageName.TODAY
    keys = {Qt.Key.Key_2: PageName.HABITS, Qt.Key.Key_3: PageName.LIBRARY, Qt.Key.Key_1: PageName.TODAY}
    for key, wanted in keys.items():
        QTest.keyClick(window, key, CTRL)
        assert page(window) == wanted


def test_pages_by_the_sidebar(window: MainWindow) -> None:
    places = window.findChild(QListWidget, "pages")
    assert isinstance(places, QListWidget)
    QTest.mouseClick(
        places.viewport(),
        Qt.MouseButton.LeftButton,
        pos=places.visualItemRect(places.item(PageName.HABITS)).center(),
    )
    assert page(window) == PageName.HABITS
    assert places.item(PageName.TODAY).data(Qt.ItemDataRole.AccessibleTextRole) == "Today, 2 waiting"


def test_the_state_of_the_cues(window: MainWindow) -> None:
    assert (text(window, "cue_status_title"), text(window, "cue_status_detail")) == (
        "Cues are on",
        "Next at 15:40",
    )
    window.show_saving(Saving(slow=True))
    assert text(window, "cue_status_title") == "Saving…"
    window.show_saving(Saving())
    assert text(window, "cue_status_title") == "Cues are on"
    window.show_status("Cues are off", "No alarm clock")
    window.show_today(TODAY)
    assert text(window, "cue_status_title") == "Cues are off"


def test_find(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_F, CTRL)
    search = window.findChild(QLineEdit, "library_search")
    assert isinstance(search, QLineEdit)
    assert page(window) == PageName.LIBRARY
    assert search.hasFocus()


def test_intents_reach_the_outside(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.today_page.done) as blocker:
        press(window, "now_done")
    assert blocker.args == [4, "2026-06-11/14:05"]
    with qtbot.waitSignal(window.today_page.counted) as blocker:
        press(window, "opportunity-11")
    assert blocker.args == [11, False]
    with qtbot.waitSignal(window.library_page.add) as blocker:
        window.show_page(PageName.LIBRARY)
        press(window, "add-empathy_first")
    assert blocker.args == ["empathy_first"]


def test_a_template_among_the_habits_is_marked(window: MainWindow) -> None:
    window.show_page(PageName.LIBRARY)
    added = window.findChild(QPushButton, "add-name_and_signoff")
    assert isinstance(added, QPushButton)
    assert not added.isVisibleTo(window)
    window.show_habits([replace(one, archived=True) for one in HABITS])
    assert added.isVisibleTo(window)


def test_undo(qtbot: QtBot, window: MainWindow) -> None:
    window.show_undo("Skipped: <b>x</b> & y")
    assert text(window, "undo_text") == "Skipped: <b>x</b> & y"
    bar = window.findChild(QWidget, "undo_bar")
    assert bar is not None
    assert bar.isVisible()
    with qtbot.waitSignal(window.undo):
        QTest.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert not bar.isVisible()


def test_undo_in_a_field_stays_in_the_field(qtbot: QtBot, window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_F, CTRL)
    search = window.findChild(QLineEdit, "library_search")
    assert isinstance(search, QLineEdit)
    QTest.keyClicks(search, "abc")
    with qtbot.assertNotEmitted(window.undo):
        QTest.keyClick(search, Qt.Key.Key_Z, CTRL)
    assert search.text() == ""


def test_reward(qtbot: QtBot, window: MainWindow) -> None:
    window.show_reward(REWARD, "18 shifts in a row.")
    moment = window.findChild(QWidget, "reward_moment")
    assert moment is not None
    assert moment.isVisible()
    with qtbot.waitSignal(window.today_page.reward_taken) as blocker:
        QTest.mouseClick(moment, Qt.MouseButton.LeftButton)
    assert blocker.args == [REWARD.reward_id]
    QTest.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert not moment.isVisible()


def test_notice(window: MainWindow) -> None:
    window.show_notice("No tray on this desktop: the window stays open.")
    strip = window.findChild(QWidget, "notice_strip")
    assert strip is not None
    assert strip.isVisible()
    assert text(window, "notice_headline") == "No tray on this desktop: the window stays open."
    press(window, "notice_close")
    assert not strip.isVisible()
    window.show_notice("")
    assert not strip.isVisible()


def test_the_set_clock_stands_in_the_title(window: MainWindow) -> None:
    window.set_clock_label("2026-06-11 14:12")
    assert window.windowTitle() == "HabitCoach, clock set to 2026-06-11 14:12"
    window.set_clock_label("")
    assert window.windowTitle() == "HabitCoach"


def test_closing_to_the_tray(qtbot: QtBot, window: MainWindow) -> None:
    window.set_closes_to_tray(True)
    with qtbot.waitSignal(window.closed_to_tray), qtbot.assertNotEmitted(window.quit):
        window.close()
    assert not window.isVisible()
    window.bring_up()
    assert window.isVisible()


def test_closing_without_a_tray_goes_to_the_dock_and_ctrl_q_quits(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(window.quit):
        window.close()
    assert window.isMinimized()
    window.bring_up()
    with qtbot.waitSignal(window.quit):
        QTest.keyClick(window, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)


def test_it_is_no_higher_than_the_screen(window: MainWindow) -> None:
    room = window.screen().availableGeometry().height()
    window.resize(1080, room + 200)
    window.fit_screen()
    assert (window.width(), window.height()) == (1080, room - 40)
    window.resize(1080, 650)
    window.fit_screen()
    assert window.height() == 650


def test_the_place_is_kept(qtbot: QtBot, look: Look, window: MainWindow) -> None:
    # As narrow as it may be: the test's screen is narrower still.
    window.resize(920, 640)
    other = MainWindow(look)
    qtbot.addWidget(other)
    other.restore_place(window.place())
    assert other.size() == QSize(920, 640)
    other.restore_place("no place at all")
    other.restore_place("AAAA")
    assert other.size() == QSize(920, 640)


def test_a_new_habit(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.editing.preview_wanted) as asked:
        QTest.keyClick(window, Qt.Key.Key_N, CTRL)
    assert asked.args[0] is None
    editor = editor_of(window)
    window.editing.show_preview([cue(DAY)], at(14, 12))
    assert text(editor, "cue_time-0") == "16:10"
    for name, value in (("routine", "ask"), ("reward", "tea")):
        found = editor.findChild(QLineEdit, name)
        assert isinstance(found, QLineEdit)
        found.setText(value)
    with qtbot.waitSignal(window.editing.save_habit) as blocker:
        press(editor, "editor_save")
    assert (blocker.args[0], blocker.args[1].routine) == (None, "ask")
    window.editing.show_faults([InputError("name", "name_taken", name="Ask")])
    assert "already" in text(editor, "name_fault")
    with qtbot.waitSignal(editor.accepted):
        window.close_editor(2)
    assert text(window, "detail_name") == "Greet by name"


def test_a_new_habit_is_chosen_once_it_is_in_the_list(window: MainWindow) -> None:
    window.new_habit()
    window.close_editor(9)
    window.show_habits((*HABITS, habit(9, "Brand new")))
    assert text(window, "detail_name") == "Brand new"
    window.show_page(PageName.HABITS)
    window.show_habits((habit(8), *HABITS, habit(9, "Brand new")))
    assert text(window, "detail_name") == "Brand new"


def test_changing_a_habit(qtbot: QtBot, window: MainWindow) -> None:
    checked: list[tuple[int | None, str]] = []

    def check(habit_id: int | None, typed: Typed) -> list[InputError]:
        checked.append((habit_id, typed.name))
        return []

    window.editing.set_check(check)
    window.open_habit(2)
    editor = editor_of(window)
    assert page(window) == PageName.HABITS
    with qtbot.waitSignal(window.editing.save_habit) as blocker:
        press(editor, "editor_save")
    assert blocker.args[0] == 2
    assert checked == [(2, "Greet by name")]
    window.open_habit(1)
    assert editor_of(window) is editor
    window.open_habit(99)


def test_edit_by_key_only_on_the_habits_page(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_E, CTRL)
    assert not [one for one in window.findChildren(HabitEditor) if one.isVisible()]
    QTest.keyClick(window, Qt.Key.Key_2, CTRL)
    QTest.keyClick(window, Qt.Key.Key_E, CTRL)
    assert text(editor_of(window), "editor_title") == "Edit habit"


def test_an_own_habit_begins_with_what_was_searched(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_F, CTRL)
    search = window.findChild(QLineEdit, "library_search")
    assert isinstance(search, QLineEdit)
    search.setText("escalate kindly")
    press(window, "write_searched")
    routine = editor_of(window).findChild(QLineEdit, "routine")
    assert isinstance(routine, QLineEdit)
    assert routine.text() == "escalate kindly"


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_it_follows_the_theme(window: MainWindow, look: Look, mode: str) -> None:
    look.set_mode(mode)
    for shown in (PageName.TODAY, PageName.HABITS, PageName.LIBRARY):
        window.show_page(shown)
        corner = window.grab().toImage().pixelColor(window.width() - 4, window.height() - 4)
        assert corner == look.theme.color("page")


def test_every_control_has_a_name_to_be_spoken(window: MainWindow) -> None:
    for one in window.findChildren(QPushButton):
        assert one.accessibleName() or one.text(), one.objectName()
        assert one.objectName(), one.text()
