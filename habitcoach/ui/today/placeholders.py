"""Grey shapes where Today will stand, while the log is read. They stand still, and come late or never."""

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from habitcoach.texts.language import tr
from habitcoach.ui.look import Look

_LINE = 4
_SHARES = (0.52, 0.40, 0.60, 0.45)  # of the width, for the texts of four rows
_ROW = 28
_TIME = 26
_TALL = 8
_GAP = 12


class Placeholders(QWidget):
    """A shift line and four rows, shown only where the reading takes longer than the tokens say."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._asked = False
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._appear)
        self.setObjectName("placeholders")
        self.setAccessibleName(tr("Reading your log…"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        look.changed.connect(self.update)
        self.hide()

    def start(self) -> None:
        """Appear after a while, unless it is over by then."""
        self._asked = True
        self._timer.start(self._look.theme.motion("loading_delay"))

    def stop(self) -> None:
        """The reading is over."""
        self._asked = False
        self._timer.stop()
        self.hide()

    def _appear(self) -> None:
        self.setVisible(self._asked)

    def sizeHint(self) -> QSize:
        """Return the room of all shapes."""
        theme = self._look.theme
        rows = len(_SHARES) * (_ROW + _GAP)
        return QSize(theme.size("column_left"), 2 * theme.space(8) + _LINE + rows)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the shapes."""
        theme = self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("sunken"))
        if self.layoutDirection() == Qt.LayoutDirection.RightToLeft:
            painter.translate(self.width(), 0)
            painter.scale(-1, 1)
        top = theme.space(8)
        painter.drawRoundedRect(QRectF(0, top, self.width(), _LINE), 2, 2)
        top += _LINE + theme.space(8)
        radius = theme.radius("tile")
        for share in _SHARES:
            low = top + (_ROW - _TALL) / 2
            painter.drawRoundedRect(QRectF(0, low, _TIME, _TALL), 4, 4)
            painter.drawRoundedRect(QRectF(_TIME + _GAP, top, _ROW, _ROW), radius, radius)
            left = _TIME + _ROW + 2 * _GAP
            painter.drawRoundedRect(QRectF(left, low, (self.width() - left) * share, _TALL), 4, 4)
            top += _ROW + _GAP
        painter.end()
