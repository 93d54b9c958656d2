"""Where a pop-up goes."""

import pytest
from PySide6.QtCore import QPoint, QRect, QSize

from habitcoach.ui.placement import (
    BOTTOM_RIGHT,
    Corner,
    Edge,
    ScreenArea,
    beside_icon,
    clear_of,
    corner_at,
    corner_place,
    edge_of,
    kept_inside,
    layout_key,
    nearest_corner,
    resized,
    screen_at,
)

SCREEN = QRect(0, 0, 1920, 1080)


@pytest.mark.parametrize(
    ("tray", "corner"),
    [
        (QRect(1800, 1050, 22, 22), BOTTOM_RIGHT),
        (QRect(1800, 2, 22, 22), Corner(right=True, bottom=False)),
        (QRect(2, 1050, 22, 22), Corner(right=False, bottom=True)),
        (QRect(2, 2, 22, 22), Corner(right=False, bottom=False)),
    ],
)
def test_the_corner_nearest_the_tray(tray: QRect, corner: Corner) -> None:
    assert nearest_corner(SCREEN, tray) == corner


def test_the_card_keeps_its_margin_to_the_corner() -> None:
    box = corner_place(QRect(0, 30, 1920, 1010), QSize(360, 224), BOTTOM_RIGHT, 16)
    assert (box.right(), box.bottom()) == (1920 - 1 - 16, 1040 - 1 - 16)
    box = corner_place(QRect(0, 30, 1920, 1010), QSize(360, 224), Corner(right=False, bottom=False), 16)
    assert (box.left(), box.top()) == (16, 46)


def test_it_grows_away_from_its_corner() -> None:
    box = QRect(1000, 700, 360, 224)
    up = resized(box, QSize(360, 400), BOTTOM_RIGHT)
    assert (up.bottom(), up.right()) == (box.bottom(), box.right())
    down = resized(box, QSize(360, 400), Corner(right=False, bottom=False))
    assert down.topLeft() == box.topLeft()


def test_it_stays_on_the_screen() -> None:
    assert kept_inside(SCREEN, QRect(1900, -50, 360, 224)) == QRect(1560, 0, 360, 224)
    assert kept_inside(SCREEN, QRect(10, 10, 360, 2000)).topLeft().toTuple() == (10, 0)


def test_a_layout_of_screens_has_one_name_in_any_order() -> None:
    other = QRect(1920, 0, 1280, 1024)
    assert layout_key([SCREEN, other]) == layout_key([other, SCREEN]) == "0,0,1920,1080;1920,0,1280,1024"


# ------------------------------------------------------------------ beside a tray icon

PANEL = QSize(372, 380)
GAP = 12
#: A tray in each panel, at both of its ends: the screen's free area, and the icon.
TRAYS = [
    (Edge.BOTTOM, QRect(0, 0, 1920, 1048), QRect(1780, 1053, 22, 22)),
    (Edge.BOTTOM, QRect(0, 0, 1920, 1048), QRect(4, 1053, 22, 22)),
    (Edge.TOP, QRect(0, 28, 1920, 1052), QRect(1893, 3, 22, 22)),
    (Edge.TOP, QRect(0, 28, 1920, 1052), QRect(4, 3, 22, 22)),
    (Edge.LEFT, QRect(48, 0, 1872, 1080), QRect(13, 1050, 22, 22)),
    (Edge.LEFT, QRect(48, 0, 1872, 1080), QRect(13, 5, 22, 22)),
    (Edge.RIGHT, QRect(0, 0, 1872, 1080), QRect(1885, 1050, 22, 22)),
    # A panel that sets no room aside: only where the icon is says where the panel is.
    (Edge.BOTTOM, SCREEN, QRect(900, 1053, 22, 22)),
    (Edge.TOP, SCREEN, QRect(900, 3, 22, 22)),
]
#: The monitors of a desk, each beside or above the first one.
ELSEWHERE = [QPoint(0, 0), QPoint(1920, 0), QPoint(-1920, 300), QPoint(0, -1080)]


@pytest.mark.parametrize(("edge", "free", "icon"), TRAYS)
@pytest.mark.parametrize("at", ELSEWHERE)
def test_a_panel_stands_beside_its_icon_on_any_side_of_any_screen(
    edge: Edge, free: QRect, icon: QRect, at: QPoint
) -> None:
    tray = ScreenArea(SCREEN.translated(at), free.translated(at))
    other = ScreenArea(QRect(at.x(), at.y() + 1080, 1280, 1024), QRect(at.x(), at.y() + 1080, 1280, 1024))
    here = icon.translated(at)
    assert edge_of(tray, here) is edge
    box = beside_icon([other, tray], here, PANEL, GAP)
    assert box.size() == PANEL
    assert tray.available.contains(box)
    assert not box.intersects(here)
    away = {
        Edge.BOTTOM: here.top() - box.bottom(),
        Edge.TOP: box.top() - here.bottom(),
        Edge.LEFT: box.left() - here.right(),
        Edge.RIGHT: here.left() - box.right(),
    }[edge]
    assert GAP < away < GAP + 40
    if edge in {Edge.BOTTOM, Edge.TOP}:
        assert abs(box.center().x() - here.center().x()) <= 1 or {
            box.left() - tray.available.left(),
            tray.available.right() - box.right(),
        } & {GAP}


def test_an_icon_between_two_screens_belongs_to_the_nearest_one() -> None:
    left, right = QRect(0, 0, 1000, 800), QRect(1200, 0, 1000, 800)
    screens = [ScreenArea(left, left), ScreenArea(right, right)]
    assert screen_at(screens, QPoint(1150, 400)).whole == right
    assert screen_at(screens, QPoint(1050, 900)).whole == left


@pytest.mark.parametrize(
    ("pointer", "corner"),
    [
        (QPoint(1700, 1070), BOTTOM_RIGHT),
        (QPoint(1700, 10), Corner(right=True, bottom=False)),
        (QPoint(10, 900), Corner(right=False, bottom=True)),
        (QPoint(700, 300), BOTTOM_RIGHT),
    ],
)
def test_an_icon_of_unknown_place_was_where_the_pointer_is(pointer: QPoint, corner: Corner) -> None:
    assert corner_at([ScreenArea(SCREEN, SCREEN)], pointer) == corner


@pytest.mark.parametrize(
    ("card", "place"),
    [
        (QRect(1500, 800, 360, 200), QRect(1532, 408, 372, 380)),
        (QRect(1500, 150, 360, 500), QRect(1532, 662, 372, 380)),
        (QRect(1500, 100, 360, 900), QRect(1116, 640, 372, 380)),
        (QRect(0, 0, 100, 100), QRect(1532, 640, 372, 380)),
    ],
)
def test_a_panel_is_moved_off_a_card(card: QRect, place: QRect) -> None:
    assert clear_of(QRect(1532, 640, 372, 380), card, SCREEN, GAP) == place


def test_a_panel_with_no_room_anywhere_stays() -> None:
    box = QRect(0, 0, 372, 380)
    assert clear_of(box, QRect(0, 0, 400, 400), QRect(0, 0, 400, 400), GAP) == box
