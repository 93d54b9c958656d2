"""The year map and the streak bars: their marks, their words, and walking them."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from habitcoach.coaching.review_views import Mark
from habitcoach.coaching.year_map import YearCell
from habitcoach.core.habit import Category
from habitcoach.ui.look import Look
from habitcoach.ui.widgets.chain_bars import ChainBar, ChainBars
from habitcoach.ui.widgets.heat_cell import HeatLegend
from habitcoach.ui.widgets.year_map import YearMap
from tests.support.british import british

TODAY = date(2026, 6, 11)  # a Thursday
FIRST = date(2025, 6, 9)  # a Monday
COUNT = (TODAY - FIRST).days + 1
MARKED = {
    date(2026, 6, 1): YearCell(date(2026, 6, 1), Mark.KEPT, 1.0, 2, 2),
    date(2026, 6, 2): YearCell(date(2026, 6, 2), Mark.PART, 0.5, 1, 2),
    date(2026, 6, 3): YearCell(date(2026, 6, 3), Mark.MISSED, 0.0, 0, 2),
    date(2026, 6, 4): YearCell(date(2026, 6, 4), Mark.SKIPPED),
    date(2026, 6, 5): YearCell(date(2026, 6, 5), Mark.COVERED, 0.0, 0, 2),
    TODAY: YearCell(TODAY, Mark.OPEN, 0.5, 1, 2),
}


def cells() -> list[YearCell]:
    days = [FIRST + timedelta(days=n) for n in range(COUNT)]
    return [MARKED.get(day, YearCell(day, Mark.OFF)) for day in days]


def at(day: date) -> int:
    return (day - FIRST).days


@pytest.fixture(autouse=True)
def _british() -> Iterator[None]:
    with british():
        yield


@pytest.fixture
def year(qtbot: QtBot, look: Look) -> YearMap:
    made = YearMap(look, lambda one: f"{one.day.isoformat()} {one.mark.value}")
    qtbot.addWidget(made)
    made.resize(620, made.heightForWidth(620))
    made.show_cells(cells(), Category.WORDS, "A year")
    made.show()
    return made


def middle(widget: YearMap, day: date) -> QColor:
    """Return the colour in the middle of a day's square, no bubble over it."""
    widget.clearFocus()
    return widget.grab().toImage().pixelColor(widget.place(at(day)).center().toPoint())


def darkest_inside(widget: YearMap, day: date) -> int:
    """Return the lightness of the darkest pixel within the ring of a day."""
    box = widget.place(at(day)).adjusted(3, 3, -3, -3).toAlignedRect()
    image = widget.grab().toImage()
    xs, ys = range(box.left(), box.right() + 1), range(box.top(), box.bottom() + 1)
    return min(image.pixelColor(x, y).lightness() for x in xs for y in ys)


def test_days_run_down_and_weeks_across(year: YearMap) -> None:
    monday, tuesday, next_monday = (year.place(at(date(2026, 6, day))) for day in (1, 2, 8))
    assert monday.left() == tuesday.left()
    assert tuesday.top() - monday.top() == pytest.approx(11)
    assert next_monday.left() - monday.left() == pytest.approx(11)
    assert next_monday.top() == monday.top()
    assert monday.width() == pytest.approx(9)


def test_squares_shrink_where_there_is_less_room(year: YearMap) -> None:
    tall = year.height()
    year.resize(480, year.heightForWidth(480))
    assert year.place(COUNT - 1).right() < 480
    assert year.place(0).width() < 8
    assert year.height() < tall


def test_shapes_tell_what_days_came_to(year: YearMap, look: Look) -> None:
    full = look.theme.category(Category.WORDS).fg
    page = year.grab().toImage().pixelColor(0, year.height() - 1)
    assert middle(year, date(2026, 6, 1)) == full
    part = middle(year, date(2026, 6, 2))
    assert full.lightness() < part.lightness() < page.lightness()
    assert middle(year, date(2026, 6, 3)) == page
    assert darkest_inside(year, date(2026, 6, 4)) < page.lightness() - 40  # the dash
    assert darkest_inside(year, date(2026, 6, 5)) < page.lightness() - 40  # the dot
    assert darkest_inside(year, date(2026, 6, 3)) == page.lightness()
    ring = year.place(at(date(2026, 6, 3)))
    edge = year.grab().toImage().pixelColor(round(ring.center().x()), round(ring.top()))
    assert edge.lightness() < page.lightness()


def test_the_name_is_the_day_walked_to(year: YearMap) -> None:
    assert year.accessibleName() == "2026-06-11 open"
    assert year.accessibleDescription() == "A year"
    QTest.keyClick(year, Qt.Key.Key_Left)
    assert year.accessibleName() == "2026-06-04 skipped"
    QTest.keyClick(year, Qt.Key.Key_Up)
    assert year.accessibleName() == "2026-06-03 missed"
    QTest.keyClick(year, Qt.Key.Key_Down)
    QTest.keyClick(year, Qt.Key.Key_Down)
    assert year.accessibleName() == "2026-06-05 covered"
    QTest.keyClick(year, Qt.Key.Key_Right)
    assert year.accessibleName() == "2026-06-05 covered"  # next Friday is not yet
    QTest.keyClick(year, Qt.Key.Key_Home)
    assert year.accessibleName() == "2025-06-09 off"
    QTest.keyClick(year, Qt.Key.Key_Left)
    assert year.at == 0


def test_the_keyboard_stays_at_its_day_while_the_day_goes_on(year: YearMap) -> None:
    QTest.keyClick(year, Qt.Key.Key_Left)
    year.show_cells(cells(), Category.WORDS, "A year")
    assert year.accessibleName() == "2026-06-04 skipped"
    year.show_cells([*cells(), YearCell(TODAY + timedelta(days=1), Mark.OPEN)], Category.WORDS, "A year")
    assert year.accessibleName() == "2026-06-12 open"


def test_enter_and_a_double_click_ask_about_a_day(qtbot: QtBot, year: YearMap) -> None:
    QTest.keyClick(year, Qt.Key.Key_Left)
    with qtbot.waitSignal(year.opened) as asked:
        QTest.keyClick(year, Qt.Key.Key_Return)
    assert year.day(asked.args[0]) == date(2026, 6, 4)
    square = year.place(at(date(2026, 6, 1))).center().toPoint()
    with qtbot.waitSignal(year.opened) as asked:
        QTest.mouseDClick(year, Qt.MouseButton.LeftButton, pos=square)
    assert year.day(asked.args[0]) == date(2026, 6, 1)
    with qtbot.assertNotEmitted(year.opened):
        QTest.mouseDClick(year, Qt.MouseButton.LeftButton, pos=QPoint(1, 1))


def test_nothing_to_show_yet(year: YearMap) -> None:
    year.show_cells((), Category.WORDS, "A year")
    assert year.accessibleName() == "A year"
    QTest.keyClick(year, Qt.Key.Key_Return)
    QTest.keyClick(year, Qt.Key.Key_Up)
    assert not year.grab().isNull()


def test_weeks_run_the_other_way_from_right_to_left(year: YearMap) -> None:
    left = year.place(0).left()
    year.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert year.place(0).right() == pytest.approx(year.width() - left)
    QTest.keyClick(year, Qt.Key.Key_Right)
    assert year.accessibleName() == "2026-06-04 skipped"
    assert not year.grab().isNull()


def test_another_category_another_colour(year: YearMap, look: Look, qtbot: QtBot) -> None:
    year.show_cells(cells(), Category.GOODWILL, "A year")
    goodwill = look.theme.category(Category.GOODWILL).fg
    assert middle(year, date(2026, 6, 1)) == goodwill
    look.set_mode("dark")
    dark = look.theme.category(Category.GOODWILL).fg
    assert middle(year, date(2026, 6, 1)) == dark
    legend = HeatLegend(look)
    qtbot.addWidget(legend)
    legend.set_category(Category.GOODWILL)
    legend.show()
    assert has_color(legend.grab().toImage(), dark)
    legend.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert has_color(legend.grab().toImage(), dark)


def has_color(image: QImage, color: QColor) -> bool:
    return any(image.pixelColor(x, y) == color for x in range(image.width()) for y in range(image.height()))


# ---- streaks

BARS = (
    ChainBar("26 May to today", 12, "26 May to today: 12 shifts", goes_on=True),
    ChainBar("24 Apr to 22 May", 24, "24 Apr to 22 May: 24 shifts, your longest", longest=True),
    ChainBar("1 Apr to 1 Apr", 1, "1 Apr to 1 Apr: 1 shift"),
)


@pytest.fixture
def bars(qtbot: QtBot, look: Look) -> ChainBars:
    made = ChainBars(look)
    qtbot.addWidget(made)
    made.show_bars(BARS, Category.WORDS, "Your last 3 streaks")
    made.resize(320, made.sizeHint().height())
    made.show()
    return made


def test_a_bar_is_as_long_as_its_streak(bars: ChainBars) -> None:
    present, longest, short = (bars.place(one) for one in range(3))
    assert present.width() == pytest.approx(longest.width() / 2)
    assert short.width() == short.height()
    assert present.left() == longest.left()
    assert present.bottom() < longest.top()


def test_walking_streaks(bars: ChainBars) -> None:
    assert bars.accessibleName() == "26 May to today: 12 shifts"
    assert bars.accessibleDescription() == "Your last 3 streaks"
    QTest.keyClick(bars, Qt.Key.Key_Down)
    assert bars.accessibleName() == "24 Apr to 22 May: 24 shifts, your longest"
    QTest.keyClick(bars, Qt.Key.Key_Up)
    QTest.keyClick(bars, Qt.Key.Key_Left)
    assert bars.at == 0


def test_the_longest_wears_a_diamond(bars: ChainBars, look: Look) -> None:
    reward = look.theme.color("reward")
    assert has_color(bars.grab().toImage(), reward)
    bars.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert has_color(bars.grab().toImage(), reward)
    assert bars.place(0).left() < bars.width() / 2
    bars.show_bars(BARS[::2], Category.WORDS, "")
    assert not has_color(bars.grab().toImage(), reward)


def test_a_long_name_leaves_room_for_bars(bars: ChainBars) -> None:
    bars.show_bars([ChainBar("W" * 80, 3, "")], Category.WORDS, "")
    assert bars.place(0).width() >= 48
    assert bars.place(0).right() < bars.width()


def test_no_streak_yet(bars: ChainBars) -> None:
    bars.show_bars((), Category.WORDS, "None")
    assert bars.accessibleName() == "None"
    assert not bars.grab().isNull()
