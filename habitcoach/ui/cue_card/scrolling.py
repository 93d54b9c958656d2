"""Rows on a card: a few show whole, more scroll, so that no card outgrows the screen."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


def scrolling(rows: QWidget, count: int, most: int, width: int) -> QWidget:
    """Return `count` rows as they are, or in an area that shows `most` of them and scrolls.

    `width` is the room they have, on which the height of wrapped text depends.
    """
    rows.setObjectName("scrolled")
    if count <= most:
        return rows
    area = QScrollArea()
    area.setObjectName("joined_scroll")
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidgetResizable(True)
    area.setWidget(rows)
    tall = rows.heightForWidth(width) if rows.hasHeightForWidth() else rows.sizeHint().height()
    # Half a row more shows that there is more.
    area.setFixedHeight(round(tall / count * (most + 0.5)))
    return area
