"""The ring of today's occasions."""

import math

import pytest
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from habitcoach.ui.look import Look
from habitcoach.ui.widgets.high_point_ring import HighPointRing


def color_at(ring: HighPointRing, look: Look, share: float) -> QColor:
    """Return the colour in the middle of the ring's stroke."""
    theme = look.theme
    outer = theme.chart("ring_size") / 2 - theme.chart("notch_overhang") - 1
    radius = outer - theme.chart("ring_stroke") / 2
    angle = math.radians(90 - 360 * share)
    picture = ring.grab().toImage()
    x = picture.width() / 2 + radius * math.cos(angle)
    y = picture.height() / 2 - radius * math.sin(angle)
    return picture.pixelColor(int(x), int(y))


@pytest.fixture
def ring(qtbot: QtBot, look: Look) -> HighPointRing:
    made = HighPointRing(look)
    qtbot.addWidget(made)
    made.resize(made.sizeHint())
    return made


def test_done_is_teal_and_the_rest_is_not(ring: HighPointRing, look: Look) -> None:
    ring.show_count(4, 10, 0)
    assert color_at(ring, look, 0.2) == look.theme.color("accent")
    assert color_at(ring, look, 0.7) == look.theme.color("sunken")
    assert ring.accessibleName() == "4 of 10 done."


def test_marigold_only_beyond_yesterday(ring: HighPointRing, look: Look) -> None:
    ring.show_count(6, 10, 6)
    assert color_at(ring, look, 0.5) == look.theme.color("accent")
    ring.show_count(8, 10, 6)
    assert color_at(ring, look, 0.5) == look.theme.color("accent")
    assert color_at(ring, look, 0.7) == look.theme.color("reward")
    # The notch is two pixels wide and smoothed at its edges.
    assert color_at(ring, look, 0.6).lightness() < look.theme.color("text2").lightness()
    assert ring.accessibleName() == "8 of 10 done. Yesterday’s high point 6."


def test_no_teal_shines_through_the_marigold(ring: HighPointRing, look: Look) -> None:
    ring.show_count(8, 10, 3)
    picture = ring.grab().toImage()
    middle = picture.width() // 2
    # From nine o'clock to the end of the arc nothing is teal, at its edges and its round end neither.
    places = [(x, y) for x in range(middle - 12) for y in range(picture.height() // 2)]
    colors = [picture.pixelColor(x, y) for x, y in places]
    assert any(color == look.theme.color("reward") for color in colors)
    assert not any(color.green() > color.red() + 8 for color in colors)


def test_no_notch_where_yesterday_had_more_than_today_holds(ring: HighPointRing, look: Look) -> None:
    ring.show_count(1, 4, 9)
    shares = [step / 100 for step in range(100)]
    darkest = min(color_at(ring, look, share).lightness() for share in shares)
    assert darkest >= look.theme.color("accent").lightness()


def test_an_empty_day(ring: HighPointRing, look: Look) -> None:
    ring.show_count(0, 0, 0)
    assert color_at(ring, look, 0.5) == look.theme.color("sunken")


def test_the_sweep_runs_once(qtbot: QtBot, ring: HighPointRing, look: Look) -> None:
    look.reduced_motion = False
    ring.show_count(4, 10, 0)
    assert ring.property("sweep") < 1
    qtbot.waitUntil(lambda: ring.property("sweep") == 1)
    ring.show_count(5, 10, 0)
    assert ring.property("sweep") == 1
