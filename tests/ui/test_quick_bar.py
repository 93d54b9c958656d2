"""The quick bar: what it shows of what can be meant, and what its keys ask for."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, QPointF, QRect, Qt, QTimer
from PySide6.QtGui import QEnterEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from habitcoach.coaching.offers import HardOne
from habitcoach.coaching.promise_offer import PromiseOffer
from habitcoach.coaching.quick import found_by, help_by
from habitcoach.core.habit import Category, HabitId
from habitcoach.core.target import Target, TargetKind
from habitcoach.ui.look import Look
from habitcoach.ui.quick_bar import QuickBar, QuickStrip
from habitcoach.ui.quick_bar.choice_rows import skip_rows, snooze_rows
from habitcoach.ui.quick_bar.match_label import MatchLabel
from habitcoach.ui.quick_bar.result_row import ResultRow
from habitcoach.ui.quick_bar.rows import Row, instead_text, off_texts, row_of, when_text
from tests.ui.day_samples import AWKWARD, CLEAR, DAY, GREET, NOW, REWARD, SHIFT_END, at, habit, today
from tests.ui.promise_samples import DUE

SCREEN = QRect(0, 0, 800, 800)
HABITS = (replace(habit(1), name="Clear my promises"), replace(habit(3), name="Greet by name"))
OFF = PromiseOffer(at(18), True, at(17, 50), True, at(16, 30), at(16, 10))
ON = PromiseOffer(at(15, 40), True, at(15, 30), False, None, None)


def rows(typed: str, offer: PromiseOffer | None = None) -> list[Row]:
    day = replace(today(CLEAR, counters=(GREET,)), promises=(DUE,))
    return [row_of(one, offer) for one in found_by(typed, day, HABITS)]


@pytest.fixture
def bar(qtbot: QtBot, look: Look) -> QuickBar:
    made = QuickBar(look)
    qtbot.addWidget(made)
    made.open_on(SCREEN)
    return made


def field(bar: QuickBar) -> QLineEdit:
    found = bar.findChild(QLineEdit, "quick_field")
    assert found is not None
    return found


def shown(parent: QWidget) -> list[str]:
    return [one.text() for one in parent.findChildren(QLabel) if one.isVisible()]


def marked(bar: QuickBar) -> list[str]:
    return [one.row.title for one in bar.findChildren(ResultRow) if one.isVisible() and one.isChecked()]


def test_it_opens_empty_in_the_upper_part_of_the_screen(qtbot: QtBot, bar: QuickBar) -> None:
    field(bar).setText("old")
    bar.leave(by_key=True)
    with qtbot.waitSignal(bar.typed) as typed:
        bar.open_on(SCREEN)
    assert typed.args == [""]
    assert bar.text == ""
    assert bar.box.width() == 420
    assert abs(bar.box.center().x() - SCREEN.center().x()) <= 1
    assert SCREEN.height() // 8 < bar.box.top() < SCREEN.height() // 2


def test_what_is_typed_is_told(qtbot: QtBot, bar: QuickBar) -> None:
    with qtbot.waitSignal(bar.typed) as typed:
        QTest.keyClicks(field(bar), "g")
    assert typed.args == ["g"]


def test_the_first_row_is_meant_by_enter_and_the_arrows_move(qtbot: QtBot, bar: QuickBar) -> None:
    bar.show_rows(rows(""))
    assert marked(bar) == ["Call back 4709"]
    for key, title in (
        (Qt.Key.Key_Down, "Clear my promises"),
        (Qt.Key.Key_Down, "Greet by name"),
        (Qt.Key.Key_Down, "Call back 4709"),
        (Qt.Key.Key_Up, "Greet by name"),
    ):
        QTest.keyClick(field(bar), key)
        assert marked(bar) == [title]
        assert field(bar).accessibleDescription().startswith(title)
    with qtbot.waitSignal(bar.chosen) as chosen:
        QTest.keyClick(field(bar), Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    assert chosen.args == [rows("")[2].meant, True]
    with qtbot.waitSignal(bar.chosen) as chosen:
        QTest.keyClick(field(bar), Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert chosen.args == [rows("")[2].meant, False]


def test_what_helps_says_what_enter_does() -> None:
    own = HardOne("Long exhale", Category.FOCUS, "breathe out", "", "", HabitId(7), "")
    ready = HardOne("Name it", Category.GOODWILL, "name what I feel", "", "", None, "name_it")
    first, second = (row_of(one, None) for one in help_by("!n", (own, ready)))
    assert (first.title, first.line, first.span) == ("Long exhale", "Breathe out", (2, 3))
    assert first.hints == (("Enter", "done"),)
    assert (second.title, second.hints) == ("Name it", (("Enter", "add and do it"),))


def test_it_never_shrinks_while_something_is_typed(bar: QuickBar) -> None:
    wide = Row("x", "clock", "Tea", "", hints=((" ".join(["Enter"] * 20), "done"),))
    bar.typed.connect(lambda text: bar.show_rows((), () if text else wide.hints))
    bar.open_on(SCREEN)
    opened = bar.box.width()
    assert opened > bar.box.height()
    QTest.keyClicks(field(bar), "gr")
    assert bar.box.width() == opened
    bar.typed.disconnect()
    bar.show_rows(())
    bar.leave(by_key=True)
    bar.open_on(SCREEN)
    assert bar.box.width() < opened


def test_a_found_name_stands_at_the_leading_edge(bar: QuickBar) -> None:
    bar.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    bar.show_rows(rows("gr"))
    label = bar.findChild(MatchLabel)
    assert label is not None
    picture = label.grab().toImage()
    ground = picture.pixel(0, 0)
    half = range(picture.width() // 2)
    inked = [x for x in half if any(picture.pixel(x, y) != ground for y in range(picture.height()))]
    assert inked == []


def test_a_row_is_chosen_by_a_click(qtbot: QtBot, bar: QuickBar) -> None:
    bar.show_rows(rows(""))
    row = bar.findChild(ResultRow, "quick_row_1")
    assert row is not None
    with qtbot.waitSignal(bar.chosen) as chosen:
        QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    assert chosen.args == [rows("")[1].meant, True]
    assert field(bar).hasFocus()


def test_nothing_found_is_said_and_means_nothing(qtbot: QtBot, bar: QuickBar) -> None:
    bar.show_rows((), nothing="No habit has these letters.")
    assert "No habit has these letters." in shown(bar)
    with qtbot.assertNotEmitted(bar.chosen):
        QTest.keyClick(field(bar), Qt.Key.Key_Return)
        QTest.keyClick(field(bar), Qt.Key.Key_Down)


@pytest.mark.parametrize(
    ("key", "answer"), [(Qt.Key.Key_D, "done"), (Qt.Key.Key_Z, "snooze"), (Qt.Key.Key_S, "skip")]
)
def test_alt_answers_the_open_card(qtbot: QtBot, bar: QuickBar, key: Qt.Key, answer: str) -> None:
    with qtbot.waitSignal(bar.answered) as answered:
        QTest.keyClick(field(bar), key, Qt.KeyboardModifier.AltModifier)
    assert answered.args == [answer]
    assert bar.text == ""


def test_ctrl_z_undoes_the_last_answer_only_where_nothing_is_typed(qtbot: QtBot, bar: QuickBar) -> None:
    with qtbot.waitSignal(bar.undo):
        QTest.keyClick(field(bar), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(field(bar), "gr")
    with qtbot.assertNotEmitted(bar.undo):
        QTest.keyClick(field(bar), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


def test_choices_are_made_by_number_and_esc_goes_back(qtbot: QtBot, bar: QuickBar) -> None:
    choices = snooze_rows(NOW, SHIFT_END, "One thank-you")
    bar.show_choices(choices)
    with qtbot.waitSignal(bar.chosen) as chosen:
        QTest.keyClick(field(bar), Qt.Key.Key_2)
    assert chosen.args[0] == choices[1].meant
    with qtbot.assertNotEmitted(bar.chosen):
        QTest.keyClick(field(bar), Qt.Key.Key_9)
    with qtbot.waitSignal(bar.back):
        QTest.keyClick(field(bar), Qt.Key.Key_Escape)
    bar.show_rows(())
    with qtbot.waitSignal(bar.left) as left:
        QTest.keyClick(field(bar), Qt.Key.Key_Escape)
    assert left.args == [True]


def test_off_duty_asks_first_and_enter_goes_to_the_first_answer(qtbot: QtBot, bar: QuickBar) -> None:
    field(bar).setText("18:00 4711")
    bar.show_off_duty(OFF)
    assert {"You are off at 18:00", "Your shift ends at 16:30"} <= set(shown(bar))
    QTest.keyClick(field(bar), Qt.Key.Key_Return)
    focused = bar.focusWidget()
    assert isinstance(focused, QPushButton)
    assert focused.text() == "Promise 16:10"
    with qtbot.waitSignal(bar.off_answered) as answered:
        QTest.keyClick(focused, Qt.Key.Key_Return)
    assert answered.args == ["instead"]
    for name, answer in (("off_hand_over", "hand_over"), ("off_keep", "keep")):
        button = bar.findChild(QPushButton, name)
        assert button is not None
        with qtbot.waitSignal(bar.off_answered) as answered:
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        assert answered.args == [answer]
    with qtbot.waitSignal(bar.left):
        QTest.keyClick(focused, Qt.Key.Key_Escape)


def test_where_no_shift_is_known_there_is_nothing_to_promise_instead(bar: QuickBar) -> None:
    bar.show_off_duty(replace(OFF, instead=None, shift_end=None))
    assert bar.findChild(QPushButton, "off_instead") is None
    assert "Today 18:00, reminder at 17:50" in shown(bar)


def test_rows_say_what_enter_does() -> None:
    greet, clear, due = rows("greet")[0], rows("clear")[0], rows("4709")[0]
    assert greet.hints == (("Enter", "used it"), ("Shift Enter", "not this time"))
    assert (greet.title, greet.line, greet.span) == ("Greet by name", "14 of 20 · goal 80 %", (0, 5))
    assert clear.line == "16:10 · keep, re-time or hand over every promise due today"
    assert (due.title, due.span, due.hints) == ("Call back 4709", (10, 14), (("Enter", "kept"),))
    counted = replace(GREET, target=Target(TargetKind.COUNT, 5))
    [row] = [row_of(one, None) for one in found_by("greet", today(counters=(counted,)), HABITS)]
    assert row.hints == (("Enter", "one more"),)
    [row] = [row_of(one, None) for one in found_by("greet", today(), HABITS)]
    assert (row.line, row.hints) == ("12 shifts in a row", (("Enter", "done"),))


def test_a_promise_says_when() -> None:
    [row] = rows("15:40 4711", ON)
    assert (row.title, row.line) == ("Promise: call back 4711", "Today 15:40, reminder at 15:30")
    assert rows("15:40")[0].title == "Promise: call back"
    tomorrow = replace(ON, due_at=at(9, 0, DAY + timedelta(days=1)), today=False, early_at=None)
    assert when_text(tomorrow) == "Fri 12 June 09:00"
    assert off_texts(replace(OFF, shift_end=None))[1] == "Today 18:00, reminder at 17:50"
    later = replace(OFF, instead=at(8, 10, DAY + timedelta(days=1)))
    assert instead_text(later) == "Promise Fri 12 June, 08:10"
    assert instead_text(ON) == ""


def test_reasons_that_need_words_are_not_offered() -> None:
    offered: Sequence[Row] = skip_rows("One thank-you")
    assert [one.key for one in offered] == [str(number) for number in range(1, 8)]
    assert offered[0].line == "One thank-you"
    assert all("Other" not in one.title for one in offered)
    assert snooze_rows(NOW, SHIFT_END, "")[0].line == "5 min"


@pytest.mark.parametrize("text", [*AWKWARD[:6], "Straße 😀 Ärger"])
def test_letters_are_set_off_in_any_text(qtbot: QtBot, look: Look, text: str) -> None:
    label = MatchLabel(look, text, (1, min(4, len(text))))
    qtbot.addWidget(label)
    label.resize(1400, 24)
    image = label.grab().toImage()
    accent = look.theme.color("accent").rgb()
    colors = {image.pixel(x, y) for x in range(image.width()) for y in range(image.height())}
    assert accent in colors, "the underline"
    label.resize(20, 24)  # what is cut is shown without
    assert accent not in {label.grab().toImage().pixel(x, y) for x in range(20) for y in range(24)}


def test_the_strip_pays_the_reward_where_the_bar_was_and_goes_by_itself(qtbot: QtBot, look: Look) -> None:
    strip = QuickStrip(look)
    qtbot.addWidget(strip)
    place = QRect(100, 150, 420, 200)
    strip.show_reward(replace(REWARD, progress=(15, 21)), place)
    assert strip.box.topLeft() == place.topLeft()
    assert strip.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
    assert strip.accessibleName() == "Close the list and leave lighter. 15 of 21 · 13 shifts in a row."
    clock = strip.findChild(QTimer)
    assert clock is not None
    assert clock.interval() == look.theme.motion("reward_hold")
    here = QPointF(10, 10)
    QApplication.sendEvent(strip, QEnterEvent(here, here, here))
    assert not clock.isActive()
    strip.show_words("Snoozed until 16:25", place)
    assert "Snoozed until 16:25" in shown(strip)
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(60, 60))
    assert not strip.isVisible()


def test_the_bar_takes_what_the_agent_types_as_text(bar: QuickBar) -> None:
    bar.show_rows([Row(None, "clock", text, text, (0, 1)) for text in AWKWARD[:5]])
    assert bar.box.width() == 420
    assert bar.box.height() < 400
