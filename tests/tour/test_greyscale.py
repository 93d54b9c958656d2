"""Every state is readable without colour: marks, links and tray icons differ by their shape."""

from itertools import combinations

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter, qGray

from habitcoach.ui.theme import DARK, LIGHT, load_theme
from habitcoach.ui.tray_icon import TrayState, tray_pixmap
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
