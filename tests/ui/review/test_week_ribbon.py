"""The ribbon of a habit's week: its shape, what stands in it, keys and words."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from habitcoach.coaching.review_views import Mark
from habitcoach.core.habit import Category
from habitcoach.ui.look import Look
from habitcoach.ui.review.ribbon_shape import DayScale, Run, runs
from habitcoach.ui.review.week_ribbon import Ribbon, RibbonDay, WeekRibbon

MARKS = {
    "k": Mark.KEPT,
    "p": Mark.PART,
    "s": Mark.SKIPPED,
    "o": Mark.OFF,
    "m": Mark.MISSED,
    "c": Mark.COVERED,
    ".": Mark.OPEN,
    "-": Mark.NONE,
}
SCALE = DayScale(24, 40)


def runs_of(week: str, look: Look, *, runs_in: bool = False, runs_on: bool = False) -> list[Run]:
    states = [MARKS[one] for one in week]
    return list(runs(states, SCALE, look.theme, runs_in=runs_in, runs_on=runs_on))


def thickness(run: Run, x: float) -> float:
    """Return how thick a run is at a place."""
    inside = [y / 4 for y in range(-60, 61) if run.path.contains(QPointF(x, y / 4))]
    return max(inside) - min(inside) if inside else 0.0


def ribbon(week: str, *, figures: bool = False, runs_in: bool = True, runs_on: bool = True) -> Ribbon:
    days = tuple(
        RibbonDay(MARKS[one], f"day {number} {MARKS[one]}", str(10 + number) if figures else "")
        for number, one in enumerate(week)
    )
    return Ribbon(Category.WORDS, days, "the whole week", runs_in=runs_in, runs_on=runs_on)


@pytest.fixture
def shown(qtbot: QtBot, look: Look) -> WeekRibbon:
    made = WeekRibbon(look, "ribbon-1")
    qtbot.addWidget(made)
    made.resize(made.sizeHint())
    return made


def image(shown: WeekRibbon, look: Look, week: str, *, figures: bool = False) -> QImage:
    """Return a ribbon as it stands on a card."""
    shown.show_ribbon(ribbon(week, figures=figures))
    shown.setStyleSheet(f"background: {look.theme.color('card').name()};")
    return shown.grab().toImage()


def test_an_unbroken_week_is_one_closed_path(look: Look) -> None:
    (run,) = runs_of("kpsckoo", look)
    subpaths = [n for n in range(run.path.elementCount()) if run.path.elementAt(n).isMoveTo()]
    assert len(subpaths) == 1
    first, last = run.path.elementAt(0), run.path.elementAt(run.path.elementCount() - 1)
    assert (first.x, first.y) == pytest.approx((last.x, last.y))


@pytest.mark.parametrize(("mark", "thick"), [("k", 20), ("p", 10), ("s", 2.5), ("o", 2.5), ("c", 2.5)])
def test_thickness_says_how_a_day_stands(look: Look, mark: str, thick: float) -> None:
    (run,) = runs_of(mark * 7, look)
    assert thickness(run, SCALE.middle(3)) == pytest.approx(thick, abs=0.6)


def test_a_change_of_thickness_is_eased_over_20_pixels(look: Look) -> None:
    (run,) = runs_of("kkkoooo", look)
    edge = SCALE.edge(3)
    along = [thickness(run, edge + x) for x in (-12, -10, -5, 0, 5, 10, 12)]
    assert along[:2] == pytest.approx([20, 20], abs=0.6)
    assert along[-2:] == pytest.approx([2.5, 2.5], abs=0.6)
    assert all(before >= after for before, after in pairwise(along))
    assert along[3] == pytest.approx((20 + 2.5) / 2, abs=1.5)


def test_a_miss_breaks_the_ribbon_and_a_covered_one_does_not(look: Look) -> None:
    before, after = runs_of("kkmkkoo", look)
    assert before.end < SCALE.edge(2)
    assert after.start > SCALE.edge(3)
    assert len(runs_of("kkckkoo", look)) == 1


def test_nothing_is_drawn_before_a_habit_began_or_for_days_to_come(look: Look) -> None:
    (run,) = runs_of("--kk.--", look)
    assert SCALE.edge(2) <= run.start
    assert run.end <= SCALE.edge(4)
    assert runs_of("---....", look) == []


def test_the_ends_fade_only_where_the_chain_runs_on(look: Look) -> None:
    (alone,) = runs_of("kkkkkoo", look)
    assert (alone.fade_in, alone.fade_out) == (0, 0)
    (on,) = runs_of("kkkkkoo", look, runs_in=True, runs_on=True)
    assert (on.fade_in, on.start) == (24, 0)
    assert (on.fade_out, on.end) == (look.theme.chart("ribbon_fade_out"), SCALE.width)
    (full,) = runs_of("kkkkkkk", look, runs_on=True)
    assert full.end - full.fade_out > SCALE.middle(6)
    first, last = runs_of("kmkk...", look, runs_in=True, runs_on=True)
    assert (first.fade_in, first.fade_out, last.fade_in) == (24, 0, 0)
    assert last.fade_out > 0
    assert SCALE.edge(4) < last.end <= SCALE.edge(5)


def test_a_chain_that_a_miss_ended_does_not_run_on(look: Look) -> None:
    (run,) = runs_of("kkkkm..", look, runs_on=True)
    assert run.fade_out == 0


def test_a_day_is_found_by_its_place() -> None:
    assert [SCALE.day_at(x) for x in (0, 23, 24, 63, 64, 303, 304)] == [None, None, 0, 0, 1, 6, None]


def test_marks_differ_in_grey(shown: WeekRibbon, look: Look) -> None:
    columns = []
    for mark in "kpsocm":
        grey = image(shown, look, mark * 7).convertToFormat(QImage.Format.Format_Grayscale8)
        x = round(SCALE.middle(3))
        box = [grey.pixel(x + dx, y) for y in range(grey.height()) for dx in range(-14, 15)]
        columns.append(tuple(box))
    assert len(set(columns)) == len(columns)


def test_a_tick_or_the_figure_stands_inside(shown: WeekRibbon, look: Look) -> None:
    ticks, figures = (image(shown, look, "kkkkkkk", figures=one) for one in (False, True))
    assert ticks != figures
    on_fg = look.theme.category(Category.WORDS).on_fg
    for drawn in (ticks, figures):
        cell = {
            QColor(drawn.pixel(x, y)).name()
            for x in range(round(SCALE.edge(2)), round(SCALE.edge(3)))
            for y in range(10, 30)
        }
        assert on_fg.name() in cell


def test_arrow_keys_walk_the_days(shown: WeekRibbon, qtbot: QtBot) -> None:
    shown.show_ribbon(ribbon("kkmkkoo"))
    with qtbot.waitActive(shown):
        shown.show()
        shown.activateWindow()
    shown.setFocus(Qt.FocusReason.TabFocusReason)
    assert shown.accessibleName() == "the whole week"
    assert shown.accessibleDescription() == "day 0 kept"
    QTest.keyClick(shown, Qt.Key.Key_Right)
    QTest.keyClick(shown, Qt.Key.Key_Right)
    assert shown.accessibleDescription() == "day 2 missed"
    QTest.keyClick(shown, Qt.Key.Key_End)
    assert shown.accessibleDescription() == "day 6 off"


def test_right_to_left_begins_at_the_right(shown: WeekRibbon, look: Look) -> None:
    shown.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    drawn = image(shown, look, "kkooooo")
    fg = look.theme.category(Category.WORDS).fg.name()
    assert QColor(drawn.pixel(shown.width() - round(SCALE.edge(1)), 14)).name() == fg
    assert QColor(drawn.pixel(round(SCALE.edge(1)), 14)).name() != fg
    assert shown.place(0).center().x() == pytest.approx(shown.width() - SCALE.middle(0))
