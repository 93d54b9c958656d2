"""Whether the tray's icon lies on a light or on a dark panel."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from habitcoach.ui.tray_ground import edge_is_dark, ground_is_dark


@pytest.mark.parametrize(("ground", "dark"), [("#202124", True), ("#e8e8e8", False)])
def test_the_panel_is_judged_by_what_is_around_the_icon(ground: str, dark: bool) -> None:
    picture = QImage(26, 26, QImage.Format.Format_RGB32)
    picture.fill(QColor(ground))
    painter = QPainter(picture)
    painter.fillRect(QRect(2, 2, 22, 22), Qt.GlobalColor.white if dark else Qt.GlobalColor.black)
    painter.fillRect(QRect(0, 0, 1, 26), Qt.GlobalColor.gray)  # a neighbour
    painter.end()
    assert edge_is_dark(picture) is dark


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("icon", [QRect(), QRect(10, 10, 22, 22)])
def test_where_it_cannot_be_seen_nothing_is_said(icon: QRect) -> None:
    assert edge_is_dark(QImage()) is None
    assert ground_is_dark(icon) is None
