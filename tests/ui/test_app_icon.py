"""The icon of the app: the simpler drawing where there is little room."""

import pytest
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from habitcoach.assets import asset
from habitcoach.ui.app_icon import app_icon


@pytest.mark.usefixtures("qtbot")
@pytest.mark.parametrize(
    ("side", "drawing"), [(16, "app-small"), (24, "app-small"), (32, "app"), (256, "app")]
)
def test_each_size_has_its_drawing(side: int, drawing: str) -> None:
    wanted = QPixmap(side, side)
    wanted.fill("transparent")
    painter = QPainter(wanted)
    QSvgRenderer(str(asset("icons", f"{drawing}.svg"))).render(painter, QRectF(0, 0, side, side))
    painter.end()
    found = app_icon().pixmap(QSize(side, side), 1.0)
    assert found.toImage() == wanted.toImage()
