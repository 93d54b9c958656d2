"""Step 1: where customers reach the agent, today's shift, and how shifts rotate."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from habitcoach.coaching.first_run import FirstRunView
from habitcoach.coaching.preferences import Channel
from habitcoach.coaching.shift_choices import NamedShift, named
from habitcoach.texts.channels import channel_name
from habitcoach.texts.language import tr
from habitcoach.ui.first_run.hours_row import HoursRow
from habitcoach.ui.first_run.step_page import StepPage
from habitcoach.ui.look import Look
from habitcoach.ui.roster.roster_grid import RosterGrid
from habitcoach.ui.shift_words import hours_text, shift_icon
from habitcoach.ui.widgets.buttons import Button
from habitcoach.ui.widgets.choice_tile import CheckTile, RadioTile, TileWords
from habitcoach.ui.widgets.flow import Flow
from habitcoach.ui.widgets.labels import Label
from habitcoach.ui.widgets.one_of import OneOf
from habitcoach.ui.widgets.small_icon import SmallIcon
from habitcoach.ui.widgets.switch import Switch

_STEP = 1
_CHANNEL_ICONS = {Channel.EMAIL: "note", Channel.CHAT: "words", Channel.PHONE: "phone"}


class ShiftStep(StepPage):
    """Every press is told at once; what came of it is shown by `show_view`."""

    channels_chosen = Signal(str)  #: channels with commas between them
    shift_chosen = Signal(str)  #: the name of a shift
    hours_typed = Signal(object, object)  #: wall times of another shift
    rotating = Signal(bool)
    pattern_changed = Signal(object)  #: WeekPattern
    planner_wanted = Signal()
    file_wanted = Signal()
    done = Signal()

    def __init__(self, look: Look) -> None:
        title = tr("When do you work, and how?")
        super().__init__(
            look,
            _STEP,
            title,
            tr("Cues stay inside your shift. On days off, nothing comes and every streak rests."),
        )
        self._look = look
        gap = look.theme.space(2)
        self._channels: dict[Channel, CheckTile] = {}
        channels = Flow(gap)
        for channel, icon in _CHANNEL_ICONS.items():
            tile = CheckTile(look, f"channel-{channel.value}", TileWords(channel_name(channel), icon))
            tile.clicked.connect(lambda _on=False: self.channels_chosen.emit(self._chosen_channels()))
            self._channels[channel] = tile
            channels.add(tile)
        self._shifts: dict[str, RadioTile] = {}
        self._group = OneOf(self)
        self._flow = Flow(gap)
        self._other = RadioTile(look, "shift-other", TileWords(tr("Other…")))
        self._other.clicked.connect(self._choose_other)
        self._hours = HoursRow(look)
        self._hours.typed.connect(self.hours_typed)
        self._hours.hide()
        self._until_then = Label(look, "", "small", "text2", wrap=True)
        self._until_then.setObjectName("until_then")
        self._grid = RosterGrid(look)
        self._grid.changed.connect(self.pattern_changed)
        self._too_long = Label(
            look,
            tr("Your planner’s pattern is too long to click through. It is kept."),
            "small",
            "text2",
            wrap=True,
        )
        self._said = Label(look, "", "small", "text2", wrap=True)
        self._said.setObjectName("planner_said")
        self._said.hide()
        self._head(tr("My customers reach me by"))
        self.body.addWidget(channels)
        self.body.addSpacing(look.theme.space(5))
        self._head(tr("Today I’m on"))
        self.body.addWidget(self._flow)
        self.body.addWidget(self._hours)
        self.body.addSpacing(look.theme.space(1))
        self.body.addWidget(self._until_then)
        self.body.addSpacing(look.theme.space(3))
        self.body.addWidget(self._rotation())
        self.body.addSpacing(look.theme.space(1))
        self.body.addWidget(self._grid)
        self.body.addWidget(self._too_long)
        self.body.addWidget(self._said)
        self.body.addStretch()
        self._fill_foot()

    def _head(self, text: str) -> None:
        self.body.addWidget(Label(self._look, text, "body_medium"))
        self.body.addSpacing(self._look.theme.space(2))

    def _rotation(self) -> QWidget:
        theme = self._look.theme
        self._switch = Switch(self._look, tr("My shifts rotate"))
        self._switch.setObjectName("shifts_rotate")
        self._switch.clicked.connect(self.rotating)
        self._hint = Label(self._look, tr("Click a day to change it"), "small", "text2")
        planner = Button(self._look, tr("Open the planner’s .ics"), "quiet", "folder", scale="compact")
        planner.setProperty("flush", "true")
        planner.setObjectName("open_planner")
        planner.clicked.connect(self.planner_wanted)
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.space(2) + 2)
        row.addWidget(Label(self._look, tr("My shifts rotate"), "body_medium"))
        row.addWidget(self._switch)
        row.addWidget(self._hint)
        row.addStretch()
        row.addWidget(planner)
        return made

    def _fill_foot(self) -> None:
        lock = Label(
            self._look,
            tr("One file on this computer. HabitCoach sends nothing."),
            "small",
            "text2",
            wrap=True,
        )
        file = Button(self._look, tr("I have a HabitCoach file"), "quiet")
        file.setObjectName("open_file")
        file.clicked.connect(self.file_wanted)
        on = Button(self._look, tr("Continue"), "primary", scale="large")
        on.setObjectName("continue")
        on.setDefault(True)
        on.clicked.connect(self.done)
        self.foot.addWidget(SmallIcon(self._look, "lock"))
        self.foot.addWidget(lock, 1, Qt.AlignmentFlag.AlignVCenter)
        self.foot.addWidget(file)
        self.foot.addWidget(on)

    # ---- what is shown

    def show_view(self, view: FirstRunView, offered: Sequence[NamedShift]) -> None:
        """Show what was said so far; `offered` are the shifts to choose from."""
        for channel, tile in self._channels.items():
            tile.setChecked(channel in view.channels)
        self._show_shifts(view, [one for one in offered if one.name])
        self._say_default(view)
        self._switch.setChecked(view.rotates)
        self._hint.setVisible(view.rotates)
        self._grid.setVisible(view.rotates and view.pattern is not None)
        self._too_long.setVisible(view.rotates and view.pattern is None)
        if view.pattern is not None:
            self._grid.show_pattern(view.pattern)

    def _say_default(self, view: FirstRunView) -> None:
        """Say which hours hold as long as none were chosen."""
        self._until_then.setVisible(not view.chosen and view.pattern is not None)
        for name, pattern in () if view.pattern is None else view.pattern.shifts.items():
            hours = hours_text(named(name, pattern))
            self._until_then.setText(tr("Until you say so: Monday to Friday, {hours}.", hours=hours))

    def say(self, text: str) -> None:
        """Say what came of a file."""
        self._said.setText(text)
        self._said.setVisible(bool(text))

    def first_stop(self) -> QWidget:
        """Return what the keyboard begins with."""
        return self._channels[Channel.EMAIL]

    def _show_shifts(self, view: FirstRunView, offered: Sequence[NamedShift]) -> None:
        if [one.name for one in offered] != list(self._shifts):
            self._make_tiles(offered)
        current = view.today if view.chosen else None
        chosen = self._shifts.get(current.name) if current is not None and current.name else None
        own = current is not None and chosen is None
        for shift in offered:
            words = TileWords(shift.name, shift_icon(shift), hours_text(shift))
            self._shifts[shift.name].say(words)
        # None is chosen before the agent has said anything, and on a day off.
        self._group.setExclusive(False)
        for tile in (*self._shifts.values(), self._other):
            tile.setChecked(tile is chosen or (tile is self._other and own))
        self._group.setExclusive(True)
        self._other.say(TileWords(tr("Other…"), "", hours_text(current) if own and current else ""))
        self._hours.setVisible(own)
        if own and current is not None:
            self._hours.show_hours(current.start, current.end)
        self._flow.settle()

    def _make_tiles(self, offered: Sequence[NamedShift]) -> None:
        for tile in self._shifts.values():
            self._flow.remove(tile)
            self._group.removeButton(tile)
            tile.deleteLater()
        if self._other.parentWidget() is self._flow:
            self._flow.remove(self._other)
        self._shifts = {}
        for shift in offered:
            tile = RadioTile(self._look, f"shift-{shift.name}", TileWords(shift.name))
            tile.clicked.connect(lambda _on=False, name=shift.name: self.shift_chosen.emit(name))
            self._shifts[shift.name] = tile
        for tile in (*self._shifts.values(), self._other):
            self._group.addButton(tile)
            self._flow.add(tile)
        # Made later than what stands below, yet walked before it.
        for before, after in pairwise([*self._channels.values(), *self._shifts.values(), self._other]):
            QWidget.setTabOrder(before, after)

    def _choose_other(self) -> None:
        self.hours_typed.emit(*self._hours.hours)

    def _chosen_channels(self) -> str:
        return ",".join(channel.value for channel, tile in self._channels.items() if tile.isChecked())
