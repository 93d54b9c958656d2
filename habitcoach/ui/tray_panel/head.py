"""The head of the tray panel: how many cues wait, the switch for a call, what holds them, today's shift."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from habitcoach.coaching.today_view import TodayView
from habitcoach.core.hold import HoldReason
from habitcoach.texts.language import tr
from habitcoach.ui.look import Look
from habitcoach.ui.tray_panel.panel_words import headline, hold_texts
from habitcoach.ui.widgets.brand_mark import BrandMark
from habitcoach.ui.widgets.labels import ElidedLabel, Label
from habitcoach.ui.widgets.shift_chooser import ShiftChooser
from habitcoach.ui.widgets.small_icon import SmallIcon
from habitcoach.ui.widgets.switch import Switch

_MARK = 20
_AROUND_SHIFT = 6  # above and below the shift's small button


class Head(QWidget):
    """The title, and *On a call*."""

    called = Signal(bool)  #: the agent has turned the switch

    def __init__(self, look: Look) -> None:
        super().__init__()
        theme = look.theme
        self._title = ElidedLabel(look, "", "heading")
        self._title.setObjectName("panel_title")
        self.switch = Switch(look, tr("On a call: hold cues"))
        self.switch.setObjectName("panel_call")
        self.switch.clicked.connect(self.called)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.space(4), theme.space(2), theme.space(3), theme.space(2))
        row.setSpacing(theme.space(2))
        row.addWidget(BrandMark(look, _MARK))
        row.addSpacing(theme.space(1))
        row.addWidget(self._title, 1)
        row.addWidget(SmallIcon(look, "phone"))
        row.addWidget(Label(look, tr("On a call"), "small", "text2"))
        row.addWidget(self.switch)

    def show_day(self, view: TodayView) -> None:
        """Show the count, or what holds the cues."""
        self._title.setText(headline(view))
        self.switch.setChecked(view.hold is not None and view.hold.reason is HoldReason.CALL)


class HeldState(QWidget):
    """What waits for the end of a call, a pause or a break."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        theme = look.theme
        self.setObjectName("panel_held")
        self._title = Label(look, "", "body_medium", wrap=True)
        self._title.setObjectName("panel_held_title")
        self._detail = Label(look, "", "small", "text2", wrap=True)
        self._detail.setObjectName("panel_held_detail")
        body = QVBoxLayout(self)
        body.setContentsMargins(theme.space(4), theme.space(3), theme.space(4), theme.space(3))
        body.setSpacing(0)
        body.addWidget(self._title)
        body.addWidget(self._detail)

    def show_hold(self, view: TodayView, *, promises_wait: bool) -> None:
        """Show what holds the cues; nothing when they come."""
        self.setVisible(view.hold is not None)
        if view.hold is None:
            return
        title, detail = hold_texts(view, view.hold, promises_wait=promises_wait)
        self._title.setText(title)
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))


class TodayLine(QWidget):
    """*Today I'm on*, with the shift to choose."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        theme = look.theme
        sign = SmallIcon(look, "sunrise")
        self.chooser = ShiftChooser(look, sign)
        self.chooser.setProperty("popup", "true")
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.space(4), _AROUND_SHIFT, theme.space(3), _AROUND_SHIFT)
        row.setSpacing(theme.space(2))
        row.addWidget(sign)
        row.addWidget(Label(look, tr("Today I’m on"), "small", "text2"))
        row.addStretch(1)
        row.addWidget(self.chooser)
