"""The Today page: sections, answers by mouse and key, and what stays when the day moves on."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from habitcoach.coaching.views import OccasionState, ShiftView
from habitcoach.core.habit import HabitId
from habitcoach.ui.pages.row_list import RowList
from habitcoach.ui.pages.today import TodayPage
from habitcoach.ui.today.now_card import NowCard
from habitcoach.ui.today.waiting_row import WaitingRow
from tests.ui.day_samples import AWKWARD, OCCASIONS, REWARD, TODAY, Shown, at, counter, occasion, plan


def part(page: QWidget, name: str, kind: type[QWidget] = QWidget) -> QWidget:
    found = page.findChild(kind, name)
    assert found is not None, name
    return found


def text(page: QWidget, name: str) -> str:
    label = part(page, name, QLabel)
    assert isinstance(label, QLabel)
    return label.text()


def press(page: QWidget, name: str) -> None:
    button = part(page, name, QPushButton)
    assert isinstance(button, QPushButton)
    button.click()


def trigger(menu: QMenu, name: str) -> None:
    menu.aboutToShow.emit()
    next(action for action in menu.actions() if action.objectName() == name).trigger()


def titles(page: TodayPage, name: str) -> list[str]:
    rows = page.findChild(RowList, name)
    assert rows is not None
    return [row.title for row in rows.rows()]


def test_a_day_in_its_sections(shown: Shown) -> None:
    page = shown(TODAY)
    assert text(page, "today_title") == "Thursday 11 June"
    assert text(page, "today_shift") == "6 h 12 min in, 2 h 18 min to go"
    assert text(page, "now_cue") == "When I sit down · 7 min ago"
    assert text(page, "now_routine") == "Send a thank-you"
    assert text(page, "now_reward") == "A song"
    assert text(page, "now_streak") == "4 shifts"
    assert text(page, "waiting_title") == "Habit 5"
    assert titles(page, "later_list") == ["Habit 6", "Habit 7"]
    assert titles(page, "passed_list") == ["Habit 3"]
    assert titles(page, "done_list") == ["Habit 2", "Habit 1"]
    assert text(page, "next_cue") == "Next: Habit 6 at 15:40"
    assert part(page, "high_point_ring").accessibleName() == "1 of 6 done. Yesterday’s high point 6."
    assert part(page, "shift_line").accessibleName() == (
        "Early, 08:00 to 16:30, now 14:12. 1 done, 2 waiting, 2 later."
    )
    assert not part(page, "held_section").isVisibleTo(page)


def test_done_by_button(qtbot: QtBot, shown: Shown) -> None:
    page = shown(TODAY)
    with qtbot.waitSignal(page.done) as blocker:
        press(page, "now_done")
    assert blocker.args == [4, "2026-06-11/14:05"]
    with qtbot.waitSignal(page.done) as blocker:
        press(page, "waiting_done")
    assert blocker.args == [5, "2026-06-11/14:10"]


def test_snooze_and_skip_by_menu(qtbot: QtBot, shown: Shown) -> None:
    page = shown(TODAY)
    card = page.findChild(NowCard)
    assert card is not None
    snooze, skip = (card.findChild(QMenu, name) for name in ("snooze_menu", "skip_menu"))
    assert snooze is not None
    assert skip is not None
    with qtbot.waitSignal(page.snooze) as blocker:
        trigger(snooze, "snooze-15")
    assert blocker.args == ["habit:4", "2026-06-11/14:05", 15]
    assert [action.text() for action in snooze.actions()] == [
        "&1  14:17, 5 min",
        "&2  14:27, 15 min",
        "&3  15:12, 1 h",
        "&4  16:20, End of shift",
    ]
    with qtbot.waitSignal(page.snooze) as blocker:
        trigger(snooze, "snooze-end")
    assert blocker.args[2] == "end"
    with qtbot.waitSignal(page.skip) as blocker:
        trigger(skip, "skip-no_occasion")
    assert blocker.args == [4, "2026-06-11/14:05", "no_occasion", ""]
    with qtbot.waitSignal(page.change_habit) as blocker:
        trigger(skip, "change_habit")
    assert blocker.args == [4]


def test_snoozes_past_the_shift_are_not_offered(shown: Shown) -> None:
    page = shown(replace(TODAY, now=at(16, 22)))
    card = page.findChild(NowCard)
    assert card is not None
    menu = card.findChild(QMenu, "snooze_menu")
    assert menu is not None
    menu.aboutToShow.emit()
    assert [action.objectName() for action in menu.actions()] == ["snooze-5"]


def test_other_asks_for_a_note(qtbot: QtBot, shown: Shown) -> None:
    page = shown(TODAY)
    card = page.findChild(NowCard)
    assert card is not None
    menu = card.findChild(QMenu, "skip_menu")
    assert menu is not None
    trigger(menu, "skip-other")
    QTest.keyClicks(part(page, "skip_note"), "Fire drill")
    with qtbot.waitSignal(page.skip) as blocker:
        press(page, "skip_note_skip")
    assert blocker.args == [4, "2026-06-11/14:05", "other", "Fire drill"]


def test_answers_by_key(qtbot: QtBot, shown: Shown) -> None:
    page = shown(TODAY)
    done = part(page, "now_done")
    done.setFocus()
    with qtbot.waitSignal(page.done) as blocker:
        QTest.keyClick(done, Qt.Key.Key_D)
    assert blocker.args[0] == 4
    with qtbot.waitSignal(page.done):
        QTest.keyClick(done, Qt.Key.Key_Space)
    QTest.keyClick(done, Qt.Key.Key_Down)
    assert page.focusWidget() is part(page, "waiting_done")


def test_later_rows_by_key(qtbot: QtBot, shown: Shown) -> None:
    page = shown(TODAY)
    rows = page.findChild(RowList, "later_list")
    assert rows is not None
    rows.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(rows, Qt.Key.Key_Down)
    with qtbot.waitSignal(page.done) as blocker:
        QTest.keyClick(rows, Qt.Key.Key_D)
    assert blocker.args == [7, "2026-06-11/16:10"]
    with qtbot.waitSignal(rows.skip_asked):
        QTest.keyClick(rows, Qt.Key.Key_S)
    menu = part(page, "row_menu", QMenu)
    assert isinstance(menu, QMenu)
    with qtbot.waitSignal(page.skip) as blocker:
        next(one for one in menu.actions() if one.objectName() == "skip-sick").trigger()
    assert blocker.args == [7, "2026-06-11/16:10", "sick", ""]
    menu.close()


def test_the_dots_of_a_row_open_its_menu(qtbot: QtBot, shown: Shown) -> None:
    page = shown(TODAY)
    rows = page.findChild(RowList, "passed_list")
    assert rows is not None
    edge = rows.visualRect(rows.model().index(0, 0)).center()
    edge.setX(rows.viewport().width() - 14)
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=edge)
    menu = part(page, "row_menu", QMenu)
    assert isinstance(menu, QMenu)
    with qtbot.waitSignal(page.done) as blocker:
        next(one for one in menu.actions() if one.objectName() == "row_done").trigger()
    assert blocker.args == [3, "2026-06-11/11:00"]
    menu.close()


def test_what_stays_keeps_focus_and_widget(shown: Shown) -> None:
    page = shown(TODAY)
    skip = part(page, "now_skip")
    skip.setFocus()
    page.show_view(replace(TODAY, now=at(14, 13)))
    assert part(page, "now_skip") is skip
    assert page.focusWidget() is skip
    assert text(page, "now_cue") == "When I sit down · 8 min ago"
    rows = page.findChild(RowList, "later_list")
    assert rows is not None
    rows.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(rows, Qt.Key.Key_Down)
    page.show_view(replace(TODAY, occasions=(*OCCASIONS[:5], OCCASIONS[6])))
    current = rows.current_row()
    assert current is not None
    assert current.title == "Habit 7"
    assert rows.hasFocus()


def test_the_next_cue_takes_the_focus_of_an_answered_one(shown: Shown) -> None:
    page = shown(TODAY)
    part(page, "now_done").setFocus()
    answered = replace(OCCASIONS[3], state=OccasionState.DONE, answered_at=at(14, 12))
    page.show_view(replace(TODAY, occasions=(*OCCASIONS[:3], answered, *OCCASIONS[4:])))
    card = page.findChild(NowCard, "now-habit:5-2026-06-11/14:10")
    assert card is not None
    assert page.focusWidget() is card.stops()[0]


def test_counters_count(qtbot: QtBot, shown: Shown) -> None:
    page = shown(TODAY)
    with qtbot.waitSignal(page.counted) as blocker:
        press(page, "hit-11")
    assert blocker.args == [11, True]
    with qtbot.waitSignal(page.counted) as blocker:
        press(page, "opportunity-11")
    assert blocker.args == [11, False]
    assert part(page, "hit-11").accessibleName() == "Add one to Greet by name, 14 of 20."
    with qtbot.waitSignal(page.counted) as blocker:
        QTest.keyClick(part(page, "hit-11"), Qt.Key.Key_O)
    assert blocker.args == [11, False]
    with qtbot.waitSignal(page.one_back) as blocker:
        QTest.keyClick(part(page, "opportunity-11"), Qt.Key.Key_Minus)
    assert blocker.args == [11]
    with qtbot.waitSignal(page.done) as blocker:
        press(page, "hit-13")
    assert blocker.args == [13, None]
    assert not part(page, "opportunity-13").isVisibleTo(page)


def test_a_count_taken_back_takes_its_reward_with_it(qtbot: QtBot, shown: Shown) -> None:
    page = shown(TODAY)
    page.show_reward(replace(REWARD, habit_id=HabitId(11)), "18 shifts in a row.")
    QTest.keyClick(part(page, "hit-13"), Qt.Key.Key_Minus)
    assert part(page, "reward_moment").isVisibleTo(page)
    with qtbot.waitSignal(page.one_back):
        QTest.keyClick(part(page, "hit-11"), Qt.Key.Key_Minus)
    assert not part(page, "reward_moment").isVisibleTo(page)


def test_counter_rows_are_kept(shown: Shown) -> None:
    page = shown(TODAY)
    row = part(page, "counter-11")
    page.show_view(replace(TODAY, counters=(counter(hits=15, of=21),)))
    assert part(page, "counter-11") is row
    assert part(page, "hit-11").accessibleName() == "Add one to Greet by name, 15 of 21."
    assert not part(page, "manual_counters").isVisibleTo(page)


def test_no_habits(qtbot: QtBot, shown: Shown) -> None:
    page = shown(replace(TODAY, occasions=(), counters=(), has_habits=False))
    assert text(page, "no_habits_headline") == "One link to begin with"
    assert not part(page, "today_side").isVisibleTo(page)
    assert not part(page, "shift_line").isVisibleTo(page)
    with qtbot.waitSignal(page.open_library):
        press(page, "no_habits_open_library")
    with qtbot.waitSignal(page.new_habit):
        press(page, "no_habits_write_own")


def test_a_day_off(shown: Shown) -> None:
    late = ShiftView("Late", at(13), at(21))
    page = shown(replace(TODAY, occasions=(), counters=(), duty=False, shift=None, next_shift=late))
    assert text(page, "day_off_headline") == "Day off. Your streaks rest."
    assert text(page, "day_off_line") == "Next shift: Thursday 11 June, Late, 13:00"
    assert part(page, "day_off").isVisibleTo(page)
    assert not part(page, "no_cues").isVisibleTo(page)


def test_everything_done(shown: Shown) -> None:
    done = tuple(replace(one, state=OccasionState.DONE, answered_at=one.due_at) for one in OCCASIONS)
    page = shown(replace(TODAY, occasions=done))
    assert text(page, "all_done_headline") == "All 7, past yesterday’s 6"
    assert not part(page, "ring_card").isVisibleTo(page)
    assert titles(page, "done_list")[0] == "Habit 7"


def test_only_counters(shown: Shown) -> None:
    page = shown(replace(TODAY, occasions=()))
    assert part(page, "no_cues").isVisibleTo(page)
    assert not part(page, "ring_card").isVisibleTo(page)


def test_an_unseen_cue_is_marked(shown: Shown) -> None:
    page = shown(replace(TODAY, unconfirmed=frozenset({"2026-06-11/14:10", "2026-06-11/11:00"})))
    assert text(page, "waiting_age") == "· 2 min ago, may not have been seen"
    rows = page.findChild(RowList, "passed_list")
    assert rows is not None
    assert rows.rows()[0].phrase == "its cue may not have been seen"


def test_the_reward_moment_comes_and_goes(qtbot: QtBot, shown: Shown) -> None:
    page = shown(TODAY)
    page.show_reward(REWARD, "18 shifts in a row.")
    moment = part(page, "reward_moment")
    assert moment.isVisibleTo(page)
    with qtbot.waitSignal(page.undo):
        moment.undo.emit()  # type: ignore[attr-defined]
    assert not moment.isVisibleTo(page)


def test_the_reward_stands_where_the_cue_stood(qtbot: QtBot, shown: Shown) -> None:
    page = shown(TODAY)
    page.show()
    qtbot.waitExposed(page)
    before = page.findChildren(NowCard)[0].mapTo(page, QPoint())
    page.show_reward(REWARD, "18 shifts in a row.")
    page.show_view(replace(TODAY, occasions=()))  # the last cue is answered
    qtbot.waitUntil(lambda: part(page, "reward_moment").mapTo(page, QPoint()) == before)
    assert part(page, "reward_head").isVisible()
    page.end_reward()
    assert not part(page, "reward_head").isVisible()


def test_the_present_has_one_heading_while_a_reward_shows(shown: Shown) -> None:
    page = shown(TODAY)
    heads = [part(page, "reward_head"), part(page, "now_head")]
    assert [one.isVisibleTo(page) for one in heads] == [False, True]
    page.show_reward(REWARD, "18 shifts in a row.")
    assert [one.isVisibleTo(page) for one in heads] == [True, False]
    assert text(page, "reward_remark") == text(page, "now_remark")
    page.end_reward()
    assert [one.isVisibleTo(page) for one in heads] == [False, True]


@pytest.mark.parametrize("awkward", AWKWARD)
def test_texts_are_shown_as_they_are(shown: Shown, awkward: str) -> None:
    due = replace(occasion(4, 14, 5, OccasionState.DUE, awkward), plan=plan(awkward, awkward, awkward))
    second = replace(due, slot="2026-06-11/14:06")
    later = replace(due, slot="2026-06-11/15:00", state=OccasionState.LATER)
    page = shown(
        replace(TODAY, occasions=(due, second, later), counters=(replace(counter(), habit=awkward),))
    )
    assert awkward in text(page, "now_cue")
    assert text(page, "now_routine")[1:] == awkward[1:]
    assert text(page, "waiting_title") == awkward
    assert text(page, "counter_name-11") == awkward
    for label in page.findChildren(QLabel):
        assert label.textFormat() == Qt.TextFormat.PlainText
    page.grab()
    assert page.inner.width() <= page.viewport().width()
    assert page.findChild(WaitingRow) is not None


def test_the_smallest_window_cuts_nothing_off(shown: Shown) -> None:
    page = shown(replace(TODAY, unconfirmed=frozenset({"2026-06-11/14:10"})))
    page.resize(712, 600)
    page.grab()
    assert page.inner.width() <= page.viewport().width()
