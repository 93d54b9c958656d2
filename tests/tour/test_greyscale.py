"""Every state is readable without colour: marks, ribbons, charts and tray icons differ by their shape."""

from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter, qGray
from PySide6.QtWidgets import QApplication, QWidget

from habitcoach.coaching.review_views import Mark as DayMark
from habitcoach.core.habit import Category
from habitcoach.ui.look import Look
from habitcoach.ui.review.high_point_bars import Bar, HighPointBars
from habitcoach.ui.review.week_ribbon import Ribbon, RibbonDay, WeekRibbon
from habitcoach.ui.theme import DARK, LIGHT, load_theme
from habitcoach.ui.tray_icon import TrayState, tray_pixmap
from habitcoach.ui.widgets.chain_bars import ChainBar, ChainBars
from habitcoach.ui.widgets.chain_strip import ChainStrip
from habitcoach.ui.widgets.heat_cell import Shade, paint_cell
from habitcoach.ui.widgets.high_point_ring import HighPointRing
from habitcoach.ui.widgets.marks import Mark, paint_mark

SIDE = 20
#: So many of a hundred points of the smaller shape lie elsewhere in two that can be told apart.
APART = 12


def shape(image: QImage) -> set[tuple[int, int]]:
    """Return where an image differs from its ground when only brightness counts."""
    ground = qGray(image.pixel(0, 0))
    return {
        (x, y)
        for x in range(image.width())
        for y in range(image.height())
        if abs(qGray(image.pixel(x, y)) - ground) > 40
    }


def drawn(mark: Mark, mode: str) -> QImage:
    theme = load_theme(mode)
    image = QImage(SIDE, SIDE, QImage.Format.Format_RGB32)
    image.fill(theme.color("page"))
    painter = QPainter(image)
    paint_mark(painter, theme, mark, QRectF(3, 3, SIDE - 6, SIDE - 6))
    painter.end()
    return image


def apart(one: set[tuple[int, int]], other: set[tuple[int, int]]) -> float:
    return 100 * len(one ^ other) / max(1, min(len(one), len(other)))


@pytest.mark.parametrize("mode", [LIGHT, DARK])
def test_no_two_marks_have_one_shape(mode: str) -> None:
    shapes = {mark: shape(drawn(mark, mode)) for mark in Mark}
    assert all(shapes.values())
    alike = [
        (one.value, two.value)
        for one, two in combinations(Mark, 2)
        if apart(shapes[one], shapes[two]) < APART
    ]
    assert alike == []


@pytest.mark.parametrize("on_dark", [False, True])
@pytest.mark.parametrize("side", [16, 22, 32, 64])
def test_no_two_tray_states_have_one_shape(qapp: object, side: int, *, on_dark: bool) -> None:
    del qapp
    shapes = {}
    for state in TrayState:
        image = QImage(side, side, QImage.Format.Format_RGB32)
        image.fill(QColor("#202124" if on_dark else "#E8E8E8"))
        painter = QPainter(image)
        painter.drawPixmap(0, 0, tray_pixmap(load_theme(LIGHT), state, 3, side, on_dark=on_dark))
        painter.end()
        shapes[state] = shape(image)
    alike = [
        (one.value, two.value)
        for one, two in combinations(TrayState, 2)
        if apart(shapes[one], shapes[two]) < APART
    ]
    assert alike == []


# ---- charts: what is read in them by brightness alone

#: Two levels of brightness that are told apart side by side.
LEVELS = 16
#: So many pixels differ at least between two states of one place: the dash of a skip in a square of a year.
POINTS = 4
MODES = pytest.mark.parametrize("mode", [LIGHT, DARK])


@pytest.fixture
def look(qapp: QApplication, mode: str) -> Look:
    made = Look(mode, reduced_motion=True)
    made.apply(qapp)
    return made


def levels(image: QImage) -> list[int]:
    return [qGray(image.pixel(x, y)) for y in range(image.height()) for x in range(image.width())]


def grey(widget: QWidget, look: Look) -> list[int]:
    """Return the brightness of every pixel of a chart on a card."""
    widget.resize(widget.sizeHint().expandedTo(QSize(60, 1)))
    image = QImage(widget.size(), QImage.Format.Format_RGB32)
    image.fill(look.theme.color("card"))
    widget.render(image, QPoint(), renderFlags=QWidget.RenderFlag.DrawChildren)
    return levels(image)


def one_look(pictures: dict[str, list[int]]) -> list[tuple[str, str]]:
    """Return which of these look the same when only brightness counts."""
    return [
        (one, two)
        for one, two in combinations(pictures, 2)
        if len(pictures[one]) == len(pictures[two])
        and sum(abs(a - b) >= LEVELS for a, b in zip(pictures[one], pictures[two], strict=True)) < POINTS
    ]


@MODES
def test_no_two_days_of_a_ribbon_look_alike(look: Look) -> None:
    ribbon = WeekRibbon(look, "ribbon")
    pictures = {}
    # A day that runs still is as empty as one to come: neither is judged.
    for mark in set(DayMark) - {DayMark.NONE}:
        days = [RibbonDay(DayMark.OFF, "")] * 7
        days[3] = RibbonDay(mark, "")
        ribbon.show_ribbon(Ribbon(Category.WORDS, tuple(days), ""))
        pictures[mark.value] = grey(ribbon, look)
    assert one_look(pictures) == []


@MODES
def test_no_two_days_of_a_year_look_alike(look: Look) -> None:
    theme = look.theme
    days = {
        "kept": Shade(DayMark.KEPT, 1.0),
        "part": Shade(DayMark.PART, 0.5),
        "missed": Shade(DayMark.MISSED),
        "skipped": Shade(DayMark.SKIPPED),
        "covered": Shade(DayMark.COVERED),
        "off": Shade(DayMark.OFF),
    }
    for category in Category:
        pictures = {}
        for name, shade in days.items():
            image = QImage(SIDE, SIDE, QImage.Format.Format_RGB32)
            image.fill(theme.color("card"))
            painter = QPainter(image)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            cell = theme.heat("cell")
            paint_cell(painter, theme, theme.category(category).fg, shade, QRectF(3, 3, cell, cell))
            painter.end()
            pictures[name] = levels(image)
        assert one_look(pictures) == [], category


@MODES
def test_the_ring_tells_yesterdays_count_passed_or_not(look: Look) -> None:
    ring = HighPointRing(look)
    pictures = {}
    for name, done, yesterday in (("none", 6, 0), ("below", 6, 8), ("beyond", 6, 4)):
        ring.show_count(done, 10, yesterday)
        pictures[name] = grey(ring, look)
    assert one_look(pictures) == []


@MODES
def test_bars_tell_the_shift_before_and_the_best(look: Look) -> None:
    bars = HighPointBars(look)
    bars.resize(400, bars.sizeHint().height())
    pictures = {}
    for name, before, best in (("under", 8, 20), ("over", 4, 20), ("best so far", 4, 7), ("first", None, 20)):
        bars.show_bars((Bar("Mon", "Monday", 6, before), Bar("Tue", "Tuesday", 8, None)), best)
        pictures[name] = grey(bars, look)
    assert one_look(pictures) == []


@MODES
def test_a_closed_link_is_not_an_open_one(look: Look) -> None:
    strip = ChainStrip(look, 6, rewarded=True)
    pictures = {"open": grey(strip, look)}
    strip.close_link()
    pictures["closed"] = grey(strip, look)
    assert one_look(pictures) == []


@MODES
def test_the_longest_streak_and_the_present_one_are_told_from_the_others(look: Look) -> None:
    bars = ChainBars(look)
    pictures = {}
    for name, goes_on, longest in (
        ("ended", False, False),
        ("present", True, False),
        ("longest", True, True),
    ):
        shown = ChainBar("1 to 9 June", 9, "", goes_on=goes_on, longest=longest)
        bars.show_bars((shown, ChainBar("May", 12, "")), Category.WORDS, "")
        pictures[name] = grey(bars, look)
    assert one_look(pictures) == []
