"""A switch, painted."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from habitcoach.ui.look import Look
from habitcoach.ui.widgets.focus_ring import FocusRings


class Switch(QAbstractButton):
    """On or off, at once. It tells its state by the side of the knob as well as by colour."""

    def __init__(self, look: Look, accessible_name: str = "") -> None:
        super().__init__()
        self._look = look
        self.setCheckable(True)
        self.setAccessibleName(accessible_name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        FocusRings(look, self)
        look.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Return the size of the switch with a target of at least 28 px."""
        size = self._look.theme.size_of("switch")
        return size.expandedTo(QSize(0, self._look.theme.size("hit_min")))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw groove and knob."""
        theme = self._look.theme
        size = theme.size_of("switch")
        groove = QRectF((self.width() - size.width()) / 2, (self.height() - size.height()) / 2, 0, 0)
        groove.setSize(size.toSizeF())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.isEnabled():
            painter.setOpacity(0.5)
        radius = groove.height() / 2
        if self.isChecked():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent"))
            painter.drawRoundedRect(groove, radius, radius)
        else:
            painter.setPen(QPen(theme.color("line_strong"), 1.5))
            painter.setBrush(theme.color("card"))
            painter.drawRoundedRect(groove.adjusted(0.75, 0.75, -0.75, -0.75), radius, radius)
        on_right = self.isChecked() != (self.layoutDirection() == Qt.LayoutDirection.RightToLeft)
        x = groove.right() - radius if on_right else groove.left() + radius
        knob = radius - (3.0 if self.isChecked() else 4.0)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("on_accent" if self.isChecked() else "line_strong"))
        painter.drawEllipse(QPointF(x, groove.center().y()), knob, knob)
        painter.end()
