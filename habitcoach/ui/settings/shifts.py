"""Section *Shifts*: today's shift, the roster, shift times, days off, channels."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from habitcoach.coaching.days_off import DaysOff
from habitcoach.coaching.preferences import CHANNELS
from habitcoach.coaching.settings_view import SettingsView
from habitcoach.coaching.shift_choices import named
from habitcoach.core.roster import Roster
from habitcoach.texts.language import ntr, tr
from habitcoach.ui.format import date_span_text, short_date_text
from habitcoach.ui.look import Look
from habitcoach.ui.roster.roster_grid import RosterGrid
from habitcoach.ui.settings.beginnings import day_start_row, week_start_row
from habitcoach.ui.settings.bound import Bound
from habitcoach.ui.settings.controls import ChannelChips
from habitcoach.ui.settings.row import Row
from habitcoach.ui.settings.section import Section
from habitcoach.ui.shift_words import short_text
from habitcoach.ui.widgets.buttons import Button, IconButton
from habitcoach.ui.widgets.labels import ElidedLabel, Label
from habitcoach.ui.widgets.shift_chooser import ShiftChooser


class ShiftsSection(Section):
    """When the agent works."""

    pattern_changed = Signal(object)  #: WeekPattern
    import_wanted = Signal()  #: take shifts from a planner's file
    times_wanted = Signal()  #: edit the shifts' names, hours and breaks
    day_off_wanted = Signal()  #: enter days off
    day_off_removed = Signal(object)  #: DaysOff

    def __init__(self, look: Look, bound: Bound) -> None:
        self._look = look
        self.chooser = ShiftChooser(look)
        self.chooser.setObjectName("settings_shift_chooser")
        self.chooser.setAccessibleName(tr("Today I’m on"))
        self._grid = RosterGrid(look)
        take = Button(look, tr("Import .ics…"), "secondary", "folder", scale="compact")
        take.setObjectName("import_ics")
        self._roster_row = Row(look, "row_roster", tr("One week, then again"), [take])
        self._roster_row.body.addWidget(self._grid)
        self._names = ElidedLabel(look, "", "small", "text2")
        edit = Button(look, tr("Edit"), scale="compact")
        edit.setObjectName("edit_shifts")
        edit.setAccessibleName(tr("Edit shift times and breaks"))
        self._days_off = DaysOffList(look)
        add = Button(look, tr("Add"), "secondary", "plus", scale="compact")
        add.setObjectName("add_days_off")
        add.setAccessibleName(tr("Add days off"))
        channels = ChannelChips(look)
        bound.bind(CHANNELS, channels)
        chosen = tr("Chooses which ready-made habits come first.")
        rows = [
            Row(look, "row_today", tr("Today I’m on"), [self.chooser]),
            self._roster_row,
            Row(look, "row_shifts", tr("Shift times and breaks"), [self._names, edit]),
            Row(look, "row_days_off", tr("Days off"), [self._days_off, add]),
            Row(look, "row_channels", tr("My channels"), [channels], chosen),
            week_start_row(look, bound),
            day_start_row(look, bound),
        ]
        remark = tr("Cues stay inside your shift and move with it. On days off every streak rests.")
        super().__init__(look, "shifts", tr("Shifts"), remark, rows)
        self._grid.changed.connect(self.pattern_changed)
        self._days_off.removed.connect(self.day_off_removed)
        take.clicked.connect(self.import_wanted)
        edit.clicked.connect(self.times_wanted)
        add.clicked.connect(self.day_off_wanted)

    def show_view(self, view: SettingsView) -> None:
        """Show roster and days off."""
        self._roster_row.title.setText(_repeats(view))
        self._grid.setVisible(view.pattern is not None)
        if view.pattern is None:
            self._roster_row.say(tr("Too long to click through here. Import a file to change it."))
        else:
            self._roster_row.say(tr("Click a day to change it"))
            self._grid.show_pattern(view.pattern)
        self._names.setText(_shift_names(view.roster))
        self._days_off.show_days(view.days_off)


class DaysOffList(QWidget):
    """Each stretch of days off on a line of its own, with what removes it."""

    removed = Signal(object)  #: DaysOff

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._shown: tuple[DaysOff, ...] | None = None
        self._lines: list[QWidget] = []
        self.setObjectName("days_off")
        self._body = QVBoxLayout(self)
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(0)

    def show_days(self, days: Sequence[DaysOff]) -> None:
        """Show the stretches."""
        if tuple(days) == self._shown:
            return
        self._shown = tuple(days)
        for old in self._lines:
            self._body.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._lines = [self._line(one) for one in days] or [self._none()]
        for line in self._lines:
            self._body.addWidget(line, 0, Qt.AlignmentFlag.AlignTrailing)

    def _line(self, one: DaysOff) -> QWidget:
        said = days_off_text(one)
        gone = IconButton(self._look, "x", tr("Remove the days off {dates}", dates=said))
        gone.setProperty("scale", "small")
        gone.setObjectName(f"remove_days_off_{one.first}")
        gone.clicked.connect(lambda: self.removed.emit(one))
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._look.theme.space(1))
        text = ElidedLabel(self._look, said, "body", "text2")
        text.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(text, 1)
        row.addWidget(gone)
        return line

    def _none(self) -> QWidget:
        return Label(self._look, tr("None ahead"), "small", "text2")


def days_off_text(one: DaysOff) -> str:
    """Return the dates, with the reason if one was given."""
    single = one.first == one.last
    dates = short_date_text(one.first) if single else date_span_text(one.first, one.last)
    return tr("{dates}, {reason}", dates=dates, reason=one.reason) if one.reason else dates


def _repeats(view: SettingsView) -> str:
    if view.pattern is None:
        return ntr("{n} day, then again", "{n} days, then again", len(view.roster.days))
    weeks = len(view.pattern.weeks)
    words = {1: tr("One week, then again"), 2: tr("Two weeks, then again"), 3: tr("Three weeks, then again")}
    return words.get(weeks) or ntr("{n} week, then again", "{n} weeks, then again", weeks)


def _shift_names(roster: Roster) -> str:
    return ", ".join(short_text(named(name, pattern)) for name, pattern in roster.shifts.items())
