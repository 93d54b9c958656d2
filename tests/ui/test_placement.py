"""Where a pop-up goes."""

import pytest
from PySide6.QtCore import QRect, QSize

from habitcoach.ui.placement import (
    BOTTOM_RIGHT,
    Corner,
    corner_place,
    kept_inside,
    layout_key,
    nearest_corner,
    resized,
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
