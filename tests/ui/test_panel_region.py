"""The shape of a panel where no window shows through another."""

from PySide6.QtCore import QPoint, QRect

from habitcoach.ui.look import Look
from habitcoach.ui.widgets.panel import panel_region


def test_the_hairline_of_every_side_belongs_to_it_and_its_corners_are_round(look: Look) -> None:
    box = QRect(32, 32, 360, 58)
    region = panel_region(look.theme, box)
    assert region.boundingRect() == box
    middle = box.center()
    for edge in (
        QPoint(box.left(), middle.y()),
        QPoint(box.right(), middle.y()),
        QPoint(middle.x(), box.top()),
        QPoint(middle.x(), box.bottom()),
    ):
        assert region.contains(edge)
    for corner in (box.topLeft(), box.topRight(), box.bottomLeft(), box.bottomRight()):
        assert not region.contains(corner)
