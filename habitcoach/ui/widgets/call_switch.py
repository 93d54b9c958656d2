"""The switch for a call, during which cues wait."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy

from habitcoach.coaching.views import HoldView
from habitcoach.core.hold import HoldReason
from habitcoach.texts.language import tr
from habitcoach.ui.look import Look
from habitcoach.ui.widgets.labels import Label
from habitcoach.ui.widgets.small_icon import SmallIcon
from habitcoach.ui.widgets.switch import Switch

_PHONE = 20


class CallSwitch(QFrame):
    """On a call: a boxed switch that says what it does."""

    called = Signal(bool)  #: the agent has turned it on or off

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("call_box")
        self.setProperty("surface", "segments")  # a box as round as a button
        self.setMinimumHeight(look.theme.size("button_large"))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.switch = Switch(look, tr("On a call: hold cues"))
        self.switch.setObjectName("call_switch")
        # Told by click alone: showing a hold is no wish of the agent's.
        self.switch.clicked.connect(self.called)
        row = QHBoxLayout(self)
        row.setContentsMargins(look.theme.space(3), 0, look.theme.space(3), 0)
        row.setSpacing(look.theme.space(2))
        row.addWidget(SmallIcon(look, "phone", side=_PHONE))
        row.addWidget(Label(look, tr("On a call"), "body_medium"))
        row.addWidget(Label(look, tr("holds cues"), "body", "text2"))
        row.addSpacing(look.theme.space(1))
        row.addWidget(self.switch)

    def show_hold(self, hold: HoldView | None) -> None:
        """Show whether a call holds the cues."""
        self.switch.setChecked(hold is not None and hold.reason is HoldReason.CALL)
