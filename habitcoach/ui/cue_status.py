"""At the foot of the sidebar: whether cues are on."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QWidget

from habitcoach.coaching.today_view import TodayView
from habitcoach.texts.language import tr
from habitcoach.ui.format import time_text
from habitcoach.ui.look import Look
from habitcoach.ui.strip_words import until_text
from habitcoach.ui.tray_words import next_time
from habitcoach.ui.widgets.labels import Label

_DOT = 8


class CueStatus(QWidget):
    """Says that cues are on and when the next one comes, or why not."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        theme = look.theme
        self.setObjectName("cue_status")
        self._dot = _Dot(look)
        self._title = Label(look, "", "body_medium", wrap=True)
        self._title.setObjectName("cue_status_title")
        self._detail = Label(look, "", "body", "text2", wrap=True)
        self._detail.setObjectName("cue_status_detail")
        grid = QGridLayout(self)
        left, right = (0, theme.space(3)) if self.isRightToLeft() else (theme.space(3), 0)
        grid.setContentsMargins(left, 0, right, 0)
        grid.setHorizontalSpacing(theme.space(2))
        grid.setVerticalSpacing(0)
        grid.addWidget(self._dot, 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self._title, 0, 1)
        grid.addWidget(self._detail, 1, 1)
        grid.setColumnStretch(1, 1)
        self._view: TodayView | None = None
        self._trouble: tuple[str, str] | None = None
        self.hide()

    def show_day(self, view: TodayView) -> None:
        """Take the day as it stands."""
        self._view = view
        self._show()

    def show_trouble(self, title: str, detail: str) -> None:
        """Say first that something is off; an empty title ends that."""
        self._trouble = (title, detail) if title else None
        self._show()

    def _show(self) -> None:
        if self._trouble is not None:
            self._say(*self._trouble, well=False)
            return
        hold = None if self._view is None else self._view.hold
        if hold is not None:
            self._say(tr("Cues are held"), until_text(hold), well=False)
        else:
            self._say(tr("Cues are on"), _next_cue(self._view), well=True)

    def _say(self, title: str, detail: str, *, well: bool) -> None:
        self._title.setText(title)
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))
        self._dot.show_state(well=well)
        self.setAccessibleName(f"{title}. {detail}" if detail else title)
        self.show()


class _Dot(QWidget):
    """Full while cues are on, a ring when something is off."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._well = True
        self._dress()
        look.changed.connect(self._dress)

    def _dress(self) -> None:
        self.setFixedSize(_DOT + 2, self._look.theme.line_height("body"))
        self.update()

    def show_state(self, *, well: bool) -> None:
        self._well = well
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = self._look.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inset = 0.0 if self._well else 1.0
        painter.setPen(Qt.PenStyle.NoPen if self._well else QPen(theme.color("line_strong"), 2))
        painter.setBrush(theme.color("accent") if self._well else Qt.BrushStyle.NoBrush)
        middle = QPointF(self.width() / 2, self.height() / 2)
        painter.drawEllipse(middle, _DOT / 2 - inset, _DOT / 2 - inset)
        painter.end()


def _next_cue(view: TodayView | None) -> str:
    if view is None:
        return ""
    following = next_time(view)
    return "" if following is None else tr("Next at {time}", time=time_text(following))
