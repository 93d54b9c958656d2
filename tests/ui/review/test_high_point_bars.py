"""The bars of a week against the shift before."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from habitcoach.ui.look import Look
from habitcoach.ui.review.high_point_bars import Bar, HighPointBars

WEEK = (
    Bar("Mon", "Monday", 7, 6),
    Bar("Tue", "Tuesday", 6, 7),
    Bar("Wed", "Wednesday", 0, None),
    Bar("Thu", "Thursday", 10, 6),
)


@pytest.fixture
def bars(qtbot: QtBot, look: Look) -> HighPointBars:
    made = HighPointBars(look)
    qtbot.addWidget(made)
    made.resize(400, made.sizeHint().height())
    made.setStyleSheet(f"background: {look.theme.color('card').name()};")
    return made


def colors(drawn: QImage, bars: HighPointBars, at: int) -> set[str]:
    box = bars.place(at).toRect()
    x = box.left() + 3
    return {QColor(drawn.pixel(x, y)).name() for y in range(box.top() + 5, box.bottom())}


def test_only_what_passed_the_shift_before_is_marigold(bars: HighPointBars, look: Look) -> None:
    bars.show_bars(WEEK, 9)
    drawn = bars.grab().toImage()
    reward, accent = look.theme.color("reward").name(), look.theme.color("accent").name()
    assert {reward, accent} <= colors(drawn, bars, 0)
    assert reward not in colors(drawn, bars, 1)
    assert accent in colors(drawn, bars, 1)
    assert {reward, accent} <= colors(drawn, bars, 3)


def test_the_best_day_so_far_wears_a_diamond(bars: HighPointBars, look: Look) -> None:
    def diamonds(best_before: int) -> int:
        bars.show_bars(WEEK, best_before)
        drawn = bars.grab().toImage()
        reward = look.theme.color("reward").name()
        top = round(bars.place(3).top())
        return sum(
            QColor(drawn.pixel(x, y)).name() == reward
            for x in range(drawn.width())
            for y in range(max(0, top - 20), top - 4)
        )

    assert diamonds(9) > 0
    assert diamonds(10) == 0
    assert diamonds(0) == 0


def test_words_for_the_week_and_for_each_shift(bars: HighPointBars, qtbot: QtBot) -> None:
    bars.show_bars(WEEK, 9)
    assert bars.accessibleName() == (
        "Monday 7, the shift before 6. Tuesday 6, the shift before 7. Wednesday 0. "
        "Thursday 10, the shift before 6. The best before this week was 9."
    )
    with qtbot.waitActive(bars):
        bars.show()
        bars.activateWindow()
    bars.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(bars, Qt.Key.Key_Right)
    assert bars.accessibleDescription() == "Tuesday 6, the shift before 7."
    assert not bars.grab().isNull()


def test_right_to_left_and_nothing_at_all(bars: HighPointBars) -> None:
    bars.show_bars(WEEK, 0)
    first = bars.place(0).center().x()
    bars.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert bars.place(0).center().x() == pytest.approx(bars.width() - first)
    bars.show_bars((), 0)
    assert not bars.grab().isNull()
    assert bars.count() == 0
