"""Step 3: how a cue reaches the agent, and the first one."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from habitcoach.coaching.deliveries import Surface
from habitcoach.coaching.first_run import FirstRunView
from habitcoach.core.habit import Plan
from habitcoach.texts.language import tr
from habitcoach.ui.first_run.arrived import ArrivedPanel
from habitcoach.ui.first_run.cue_sketch import CueSketch, Sketch
from habitcoach.ui.first_run.quick_key_row import QuickKeyRow
from habitcoach.ui.first_run.radio_row import RadioRow
from habitcoach.ui.first_run.step_page import StepPage
from habitcoach.ui.format import time_text
from habitcoach.ui.look import Look
from habitcoach.ui.widgets.buttons import Button
from habitcoach.ui.widgets.card import Card, Line
from habitcoach.ui.widgets.labels import Label
from habitcoach.ui.widgets.one_of import OneOf
from habitcoach.ui.widgets.small_icon import SmallIcon

_STEP = 3
#: Where what arrived is no question: no notification was meant to.
_SILENT = frozenset({Surface.CARD, Surface.TRAY})


@dataclass(frozen=True, slots=True)
class Desktop:
    """What there is on this desktop."""

    tray: bool = True
    settings: bool = False  #: a way to the system's notification settings


class CueStep(StepPage):
    """Before the first log: which surface, and a cue to send. After it: what arrived, and the last words."""

    surface_chosen = Signal(str)
    cue_wanted = Signal()
    answered = Signal()  #: the first cue is done, by this window's own button
    settings_wanted = Signal()
    key_chosen = Signal(str)
    key_listening = Signal(bool)
    back = Signal()
    done = Signal()

    def __init__(self, look: Look, plan: Plan, *, cards: bool) -> None:
        """Take the plan of the first cue, and whether cards come uncalled on this desktop."""
        super().__init__(look, _STEP, "", "")
        self._look = look
        theme = look.theme
        self._choices: dict[Surface, RadioRow] = {}
        self._before = self._make_before(plan, cards=cards)
        self.arrived = ArrivedPanel(look)
        self.arrived.settings_wanted.connect(self.settings_wanted)
        self.key = QuickKeyRow(look)
        self.key.chosen.connect(self.key_chosen)
        self.key.listening.connect(self.key_listening)
        self._after = self._make_after()
        left = QVBoxLayout()
        left.setSpacing(0)
        left.addWidget(self._before)
        left.addWidget(self._after)
        left.addStretch()
        cue = tr("When {cue}", cue=plan.when)
        self.sketch = CueSketch(look, (cue, plan.routine, plan.reward))
        columns = QHBoxLayout()
        columns.setSpacing(theme.space(8))
        columns.addLayout(left, 1)
        columns.addWidget(self.sketch, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(columns)
        self.body.addStretch()
        back = Button(look, tr("Back"), "quiet")
        back.setObjectName("back")
        back.clicked.connect(self.back)
        self._start = Button(look, tr("Start my first shift"), "primary", scale="large")
        self._start.setObjectName("start_shift")
        self._start.clicked.connect(self.done)
        self._start.setDefault(True)
        self.foot.addStretch()
        self.foot.addWidget(back)
        self.foot.addWidget(self._start)

    def _make_before(self, plan: Plan, *, cards: bool) -> QWidget:
        theme = self._look.theme
        box = Card(self._look)
        # Room for the ring around a row, inside the box.
        room = theme.border("focus_width") + theme.border("focus_offset")
        box.body.setContentsMargins(theme.space(3), room, theme.space(3), room)
        box.body.setSpacing(room)
        group = OneOf(box)
        for surface, text, line in _surfaces(cards=cards):
            if self._choices:
                box.body.addWidget(Line(self._look))
            row = RadioRow(self._look, f"surface-{surface.value}", text, line)
            row.clicked.connect(lambda _on=False, value=surface.value: self.surface_chosen.emit(value))
            group.addButton(row)
            box.body.addWidget(row)
            self._choices[surface] = row
        self._send = Button(self._look, tr("Send my first cue"), "soft", "bell", scale="large")
        self._send.setObjectName("send_cue")
        self._send.clicked.connect(self.cue_wanted)
        self._what = Label(self._look, tr("“{routine}”", routine=plan.routine), "small", "text2")
        send = QHBoxLayout()
        send.setSpacing(theme.space(3))
        send.addWidget(self._send)
        send.addWidget(self._what)
        send.addStretch()
        self._here = Button(self._look, tr("Done"), "primary", "check")
        self._here.setObjectName("done_here")
        self._here.setAccessibleName(tr("Done: {habit}", habit=plan.routine))
        self._here.clicked.connect(self.answered)
        self._sent = Label(self._look, "", "small", "text2", wrap=True)
        self._sent.setObjectName("sent_line")
        self._waiting = QWidget()
        waiting = QHBoxLayout(self._waiting)
        waiting.setContentsMargins(0, theme.space(3), 0, 0)
        waiting.setSpacing(theme.space(3))
        waiting.addWidget(self._here, 0, Qt.AlignmentFlag.AlignTop)
        waiting.addWidget(self._sent, 1)
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(box)
        column.addSpacing(theme.space(4))
        column.addLayout(send)
        column.addWidget(self._waiting)
        return made

    def _make_after(self) -> QWidget:
        theme = self._look.theme
        closing = QHBoxLayout()
        closing.setSpacing(theme.space(2))
        closing.addWidget(SmallIcon(self._look, "info"))
        self._stays = Label(self._look, "", "small", "text2", wrap=True)
        self._stays.setObjectName("stays_line")
        closing.addWidget(self._stays, 1)
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space(4))
        column.addWidget(self.arrived)
        column.addWidget(self.key)
        column.addLayout(closing)
        return made

    def show_view(self, view: FirstRunView, here: Desktop) -> None:
        """Show which surface is chosen, and how far the first cue is."""
        self._stays.setText(
            tr("Closing the window leaves HabitCoach in the tray.")
            if here.tray
            else tr("Closing the window leaves HabitCoach in the dock.")
        )
        cue = view.cue
        logged = cue is not None and cue.done_at is not None
        for surface, row in self._choices.items():
            row.setChecked(surface is view.surface)
        self._before.setVisible(not logged)
        self._after.setVisible(logged)
        waits = cue is not None and cue.waits
        self._send.set_label(tr("Send it again") if waits else tr("Send my first cue"))
        self._what.setVisible(not waits)
        self._waiting.setVisible(waits)
        if cue is not None:
            time = time_text(cue.sent_at)
            self._sent.setText(tr("Sent at {time}. Press Done where it came, or here.", time=time))
            self.arrived.show_sent(time, may_open=here.settings)
        self.arrived.setVisible(view.surface not in _SILENT)
        self.title.setText(tr("That was your first log") if logged else tr("How should a cue reach you?"))
        self.line.setText(
            tr("Cue, routine, reward. It will feel like this on your shift.")
            if logged
            else tr("It never takes the keyboard away from the reply you are writing.")
        )
        if cue is not None and logged:
            self.sketch.show_sketch(Sketch.REWARD, cue.done_at)
        else:
            self.sketch.show_sketch(Sketch.TRAY if view.surface is Surface.TRAY else Sketch.CARD)

    def first_stop(self) -> QWidget:
        """Return what the keyboard begins with: the choice made, or after the log the way on."""
        if self._before.isHidden():
            return self._start
        return next((row for row in self._choices.values() if row.isChecked()), self._send)

    def next_stop(self) -> QWidget:
        """Return what the keyboard goes to when the first cue was sent or done."""
        return self._start if self._before.isHidden() else self._here


def _surfaces(*, cards: bool) -> tuple[tuple[Surface, str, str], ...]:
    """Return what is offered; a desktop that lets no card come uncalled has none."""
    automatic = tr("Notification, or a card if it has no buttons")
    only_notice = tr("A notification; a card only when you ask for it")
    card = (Surface.CARD, tr("Cue card only"), tr("Silent, near the tray, for 20 seconds"))
    tray = (Surface.TRAY, tr("Count in the tray only"), tr("For days with many calls"))
    first = (Surface.AUTOMATIC, tr("Automatic"), automatic if cards else only_notice)
    return (first, card, tray) if cards else (first, tray)
