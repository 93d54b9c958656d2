"""The kinds of cue as tiles, one of which is chosen."""

from enum import StrEnum

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QRadioButton, QSizePolicy, QWidget

from habitcoach.core.trigger import After, AroundShift, At, Contact, Every, Manual, OncePer, Promised, Trigger
from habitcoach.texts.language import tr
from habitcoach.ui.icons import pixmap
from habitcoach.ui.look import Look
from habitcoach.ui.widgets.focus_ring import FocusRings

_ICON, _PAD, _TEXT_LEFT = 16, 12, 36
_COLUMNS = 3


class CueKind(StrEnum):
    """What starts a habit."""

    AT = "at"
    EVERY = "every"
    SHIFT = "shift"
    AFTER = "after"
    CONTACT = "contact"
    MANUAL = "manual"


def kind_of(trigger: Trigger) -> CueKind:
    """Return the tile that a trigger belongs to."""
    match trigger:
        case At():
            return CueKind.AT
        case Every():
            return CueKind.EVERY
        case AroundShift() | OncePer():
            return CueKind.SHIFT
        case After():
            return CueKind.AFTER
        case Contact():
            return CueKind.CONTACT
        case Manual() | Promised():
            return CueKind.MANUAL


class CueTile(QRadioButton):
    """A radio button as a tile with an icon."""

    def __init__(self, look: Look, kind: CueKind, icon: str, text: str) -> None:
        super().__init__(text)
        self._look, self._icon = look, icon
        self.kind = kind
        self.setObjectName(f"cue-{kind.value}")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        FocusRings(look, self)
        look.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Ask for icon and text."""
        theme = self._look.theme
        self.setFont(theme.font("body_strong"))
        width = _TEXT_LEFT + self.fontMetrics().horizontalAdvance(self.text()) + _PAD // 2
        return QSize(width, round(theme.size("choice_tile") * theme.text_scale))

    def minimumSizeHint(self) -> QSize:
        """Never be cut off."""
        return self.sizeHint()

    def hitButton(self, _pos: QPoint) -> bool:
        """Let the whole tile be pressed."""
        return True

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the tile."""
        theme = self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = theme.border("selected" if self.isChecked() else "hairline")
        inset = width / 2
        ground = "accent_soft" if self.isChecked() else "hover" if self.underMouse() else "card"
        painter.setPen(QPen(theme.color("accent" if self.isChecked() else "line"), width))
        painter.setBrush(theme.color(ground))
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, theme.radius("choice"), theme.radius("choice"))
        token = "accent_text" if self.isChecked() else "text"
        picture = pixmap(self._look, self._icon, token, _ICON, self.devicePixelRatioF())
        rtl = self.isRightToLeft()
        left = self.width() - _PAD - _ICON if rtl else _PAD
        painter.drawPixmap(QPointF(left, (self.height() - _ICON) / 2), picture)
        painter.setFont(theme.font("body_strong" if self.isChecked() else "body_medium"))
        painter.setPen(theme.color(token))
        words = QRectF(0 if rtl else _TEXT_LEFT, 0, self.width() - _TEXT_LEFT, self.height())
        side = Qt.AlignmentFlag.AlignRight if rtl else Qt.AlignmentFlag.AlignLeft
        painter.drawText(
            words, Qt.AlignmentFlag.AlignVCenter | side | Qt.AlignmentFlag.AlignAbsolute, self.text()
        )
        painter.end()


class CueTiles(QWidget):
    """All kinds of cue."""

    chosen = Signal(object)  #: CueKind

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self._tiles: dict[CueKind, CueTile] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(look.theme.space(2))
        kinds = (
            (CueKind.AT, "clock", tr("At a time")),
            (CueKind.EVERY, "repeat", tr("Every so often")),
            (CueKind.SHIFT, "sunrise", tr("Around my shift")),
            (CueKind.AFTER, "after", tr("After a habit")),
            (CueKind.CONTACT, "tally", tr("Every contact")),
            (CueKind.MANUAL, "minus", tr("No cue")),
        )
        for number, (kind, icon, text) in enumerate(kinds):
            tile = CueTile(look, kind, icon, text)
            tile.toggled.connect(lambda on, kind=kind: self.chosen.emit(kind) if on else None)
            self._tiles[kind] = tile
            self._group.addButton(tile)
            grid.addWidget(tile, number // _COLUMNS, number % _COLUMNS)

    def choose(self, kind: CueKind) -> None:
        """Choose a kind."""
        self._tiles[kind].setChecked(True)

    def chosen_tile(self) -> CueTile:
        """Return the tile that is chosen."""
        return next(tile for tile in self._tiles.values() if tile.isChecked())

    def kind(self) -> CueKind:
        """Return the kind that is chosen."""
        return self.chosen_tile().kind
