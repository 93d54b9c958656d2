"""A small drawing of where a cue comes: a screen, a panel with the tray icon, maybe the card over it."""

from datetime import datetime
from enum import StrEnum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from habitcoach.texts.language import tr
from habitcoach.ui.format import time_text
from habitcoach.ui.icons import pixmap
from habitcoach.ui.look import Look
from habitcoach.ui.widgets.panel import paint_panel, panel_path

_SIZE = QSize(264, 256)
_PANEL = 22
_CARD = QRectF(58, 111, 195, 112)
_REWARD = QRectF(58, 130, 195, 93)
_PAD = 12
_Style = tuple[str, str]  # of the type, and its colour
_QUIET, _STRONG, _EARNED = ("small", "text2"), ("body_strong", "text"), ("small", "reward_text")


class Sketch(StrEnum):
    """What the drawing shows."""

    CARD = "card"
    TRAY = "tray"
    REWARD = "reward"


class CueSketch(QWidget):
    """A picture for the eye; the words beside it say the same, so it has no name."""

    def __init__(self, look: Look, texts: tuple[str, str, str]) -> None:
        """Take cue, routine and reward."""
        super().__init__()
        self._look, self._texts = look, texts
        self._shown = Sketch.CARD
        self._when: datetime | None = None
        self.setObjectName("cue_sketch")
        self.setFixedSize(_SIZE)
        look.changed.connect(self.update)

    @property
    def shown(self) -> Sketch:
        """What is drawn."""
        return self._shown

    def show_sketch(self, shown: Sketch, when: datetime | None = None) -> None:
        """Draw something else; `when` the first log was made."""
        self._shown, self._when = shown, when
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it."""
        theme = self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)  # a picture is not mirrored
        box = QRectF(self.rect())
        outline = QPainterPath()
        outline.addRoundedRect(box, theme.radius("card"), theme.radius("card"))
        painter.setClipPath(outline)
        painter.fillRect(box, theme.color("pressed"))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("hover"))
        painter.drawRoundedRect(QRectF(16, 16, 150, 130), theme.radius("tile"), theme.radius("tile"))
        painter.fillRect(QRectF(0, box.height() - _PANEL, box.width(), _PANEL), theme.color("window"))
        self._tray(painter, box)
        if self._shown is Sketch.CARD:
            self._card(painter)
        elif self._shown is Sketch.REWARD:
            self._reward(painter)
        painter.end()

    def _tray(self, painter: QPainter, box: QRectF) -> None:
        theme = self._look.theme
        middle = box.height() - _PANEL / 2
        panel = "dark" if theme.dark else "light"
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.tray_color(panel, "waiting_fill"))
        mark = QRectF(box.width() - 53, middle - 6.5, 13, 13)
        painter.drawRoundedRect(mark, 6.5, 6.5)
        painter.drawRect(QRectF(mark.left(), mark.center().y(), 6.5, 6.5))
        painter.setPen(theme.tray_color(panel, "waiting_text"))
        font = theme.font("caption")
        font.setPixelSize(9)
        font.setBold(True)
        painter.setFont(font)
        painter.drawText(mark, Qt.AlignmentFlag.AlignCenter, "1")
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("line_strong"))
        painter.drawRoundedRect(QRectF(box.width() - 32, middle - 2, 22, 4), 2, 2)

    def _card(self, painter: QPainter) -> None:
        theme = self._look.theme
        cue, routine, reward = self._texts
        paint_panel(painter, theme, panel_path(theme, _CARD), rewarded=False)
        self._write(painter, _QUIET, _CARD, 10, cue)
        self._write(painter, _STRONG, _CARD, 28, routine)
        self._diamond(painter, QPointF(_CARD.left() + _PAD + 4, _CARD.top() + 60))
        self._write(painter, _QUIET, _CARD.adjusted(14, 0, 0, 0), 52, reward)
        left = _CARD.left() + _PAD
        for text, wide, main in ((tr("Done"), 68, True), (tr("Snooze"), 52, False), (tr("Skip"), 38, False)):
            button = QRectF(left, _CARD.bottom() - 34, wide, 22)
            painter.setBrush(theme.color("accent" if main else "popup_button"))
            painter.setPen(QPen(theme.color("accent" if main else "popup_button_line"), 1))
            painter.drawRoundedRect(button, 5, 5)
            painter.setFont(theme.font("caption"))
            painter.setPen(theme.color("on_accent" if main else "text"))
            words = button.adjusted(14 if main else 0, 0, 0, 0)
            shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, round(words.width()))
            painter.drawText(words, Qt.AlignmentFlag.AlignCenter, shown)
            if main:
                tick = pixmap(self._look, "check", "on_accent", 12, self.devicePixelRatioF())
                painter.drawPixmap(QPointF(button.left() + 10, button.center().y() - 6), tick)
            left += wide + 6

    def _reward(self, painter: QPainter) -> None:
        theme = self._look.theme
        path = panel_path(theme, _REWARD)
        paint_panel(painter, theme, path, rewarded=True)
        self._diamond(painter, QPointF(_REWARD.left() + _PAD + 5, _REWARD.top() + 20))
        done = tr("Done") if self._when is None else tr("Done at {time}", time=time_text(self._when))
        self._write(painter, _EARNED, _REWARD.adjusted(18, 0, 0, 0), 12, done)
        font = theme.font("own_reward")
        font.setPixelSize(17)
        painter.setFont(font)
        painter.setPen(theme.color("text"))
        self._draw(painter, _REWARD, 30, 26, self._texts[2])
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.color("reward"), 2))
        painter.drawRoundedRect(QRectF(_REWARD.left() + _PAD, _REWARD.top() + 66, 16, 9), 4.5, 4.5)
        self._write(painter, _QUIET, _REWARD.adjusted(26, 0, 0, 0), 62, tr("Your first log"))
        painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
        painter.fillRect(QRectF(_REWARD.left(), _REWARD.bottom() - 3, 121, 3), theme.color("reward"))

    def _diamond(self, painter: QPainter, at: QPointF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.theme.color("reward"))
        reach = (QPointF(0, -4), QPointF(4, 0), QPointF(0, 4), QPointF(-4, 0))
        painter.drawPolygon(QPolygonF([at + one for one in reach]))

    def _write(self, painter: QPainter, how: _Style, card: QRectF, top: float, text: str) -> None:
        theme, (style, tone) = self._look.theme, how
        font = theme.font(style)
        # A drawing keeps its size whatever the agent's text size.
        font.setPixelSize(int(theme.tokens["type"][style]["size"]))
        painter.setFont(font)
        painter.setPen(theme.color(tone))
        self._draw(painter, card, top, 18, text)

    @staticmethod
    def _draw(painter: QPainter, card: QRectF, top: float, high: float, text: str) -> None:
        wide = card.width() - 2 * _PAD
        line = QRectF(card.left() + _PAD, card.top() + top, wide, high)
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, round(wide))
        painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, shown)
