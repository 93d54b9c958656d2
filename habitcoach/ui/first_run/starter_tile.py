"""One habit to begin with, as a tile with a box to tick."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from habitcoach.library import Template
from habitcoach.texts.language import tr
from habitcoach.ui.icons import pixmap
from habitcoach.ui.look import Look
from habitcoach.ui.widgets.focus_ring import FocusRings
from habitcoach.ui.widgets.glyph_tile import GlyphTile
from habitcoach.ui.widgets.labels import Label
from habitcoach.ui.widgets.laid_out import LaidOut

_BOX = 18
_TICK = 14
_CORNER = 4.0


class StarterTile(LaidOut, QCheckBox):
    """A template's name and cue. The whole tile is the box."""

    def __init__(self, look: Look, template: Template) -> None:
        super().__init__()
        self._look = look
        theme, draft = look.theme, template.draft
        cue = tr("When {cue}", cue=draft.plan.when)
        self.setObjectName(f"pick-{template.id}")
        self.setAccessibleName(draft.name)
        self.setAccessibleDescription(cue)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        words = QWidget()
        column = QVBoxLayout(words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(Label(look, draft.name, "body_strong", wrap=True))
        column.addWidget(Label(look, cue, "small", "text2", wrap=True))
        words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.space(3), theme.space(2) + 2, theme.space(3), theme.space(2) + 2)
        row.setSpacing(theme.space(3))
        row.addWidget(GlyphTile(look, draft.category), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(words, 1, Qt.AlignmentFlag.AlignVCenter)
        row.addSpacing(_BOX + theme.space(3))
        FocusRings(look, self)
        look.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground and the box."""
        theme, on = self._look.theme, self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = theme.border("selected" if on else "hairline")
        inset = width / 2
        painter.setPen(QPen(theme.color("accent" if on else "line"), width))
        painter.setBrush(theme.color("hover" if self.underMouse() and not on else "card"))
        radius = theme.radius("choice")
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), radius, radius)
        edge = theme.space(4)
        left = edge if self.isRightToLeft() else self.width() - edge - _BOX
        box = QRectF(left, (self.height() - _BOX) / 2, _BOX, _BOX)
        painter.setPen(QPen(theme.color("accent" if on else "line_strong"), 1.5))
        painter.setBrush(theme.color("accent" if on else "card"))
        painter.drawRoundedRect(box.adjusted(0.75, 0.75, -0.75, -0.75), _CORNER, _CORNER)
        if on:
            tick = pixmap(self._look, "check", "on_accent", _TICK, self.devicePixelRatioF())
            painter.drawPixmap(box.topLeft() + QRectF(0, 0, _BOX - _TICK, _BOX - _TICK).center(), tick)
        painter.end()
