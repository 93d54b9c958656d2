"""All that Today may have to say above its lists, one strip each, in a fixed order."""

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from habitcoach.coaching.today_view import TodayView
from habitcoach.core.habit import Category
from habitcoach.core.hold import HoldReason
from habitcoach.texts.language import tr
from habitcoach.ui.look import Look
from habitcoach.ui.strip_words import (
    call_texts,
    covered_texts,
    full_screen_texts,
    pause_texts,
    presence_texts,
    rest_texts,
)
from habitcoach.ui.today.absence_strip import AbsenceStrip
from habitcoach.ui.today.note_strip import NoteStrip
from habitcoach.ui.widgets.buttons import Button
from habitcoach.ui.widgets.strip import Strip

#: More of a kind say no more, and push the day out of sight.
MOST_OF_A_KIND = 3


class DayStrips(QWidget):
    """Hidden while none of them has anything to say."""

    hung_up = Signal()
    resumed = Signal()
    full_screen_allowed = Signal()  #: cues are to come in full screen, too
    full_screen_answered = Signal(bool)  #: whether the agent always works in full screen
    how_to_allow = Signal()
    absence_answered = Signal(bool, object)  #: worked or off, and the dates
    why = Signal(int)  #: habit id: how its streak came about
    start_again = Signal(int)  #: habit id
    change_habit = Signal(int)
    retire = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setObjectName("day_strips")
        self._call = Strip(look, "call", "phone", surface="accent")
        self._hang_up = self._call.add_button(tr("I hung up"), "end", "primary")
        self._hang_up.clicked.connect(self.hung_up)
        self._paused = Strip(look, "paused", "pause")
        self._resume = self._paused.add_button(tr("Resume"), "resume")
        self._resume.clicked.connect(self.resumed)
        self._presence = Strip(look, "presence", "pause")
        self._allow_full = self._presence.add_button(tr("Show cues in full screen"), "allow")
        self._allow_full.clicked.connect(self.full_screen_allowed)
        self._full = Strip(look, "full_screen", "info")
        for words, name, always in ((tr("Yes, always"), "always", True), (tr("No"), "no", False)):
            button = self._full.add_button(words, name)
            button.clicked.connect(lambda _on=False, said=always: self.full_screen_answered.emit(said))
        self._muted = Strip(look, "muted", "bell")
        self._allow = self._muted.add_button(tr("How to allow"), "allow")
        self._allow.clicked.connect(self.how_to_allow)
        self.absence = AbsenceStrip(look)
        self.absence.answered.connect(self.absence_answered)
        self.note = NoteStrip(look)
        self._glyphs: Mapping[int, Category] = {}
        self._covered: dict[int, Strip] = {}
        self._resting: dict[int, Strip] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, look.theme.space(4))
        self._column.setSpacing(look.theme.space(2))
        for strip in (
            self._call,
            self._paused,
            self._presence,
            self._full,
            self._muted,
            self.absence,
            self.note,
        ):
            self._column.addWidget(strip)
        self.hide()

    def show_day(self, view: TodayView) -> None:
        """Show what the day has to say."""
        self._show_hold(view)
        self._full.say(*(full_screen_texts() if view.asks_full_screen else ("",)))
        self.absence.show_absence(view.absence)
        self._keep(self._covered, [one.habit_id for one in view.covered], self._make_covered)
        for covered in view.covered[:MOST_OF_A_KIND]:
            self._covered[covered.habit_id].say(*covered_texts(covered))
        self._glyphs = {one.habit_id: one.category for one in view.resting}
        self._keep(self._resting, [one.habit_id for one in view.resting], self._make_resting)
        for rest in view.resting[:MOST_OF_A_KIND]:
            self._resting[rest.habit_id].say(*rest_texts(rest))
        self._settle()

    def show_muted(self, *, muted: bool) -> None:
        """Say that the system shows no notifications, or that it does again."""
        self._muted.say(
            tr("The system is muting HabitCoach") if muted else "",
            tr("Cue cards still come.") if muted else "",
        )
        self._settle()

    def ask_about_note(self, note: str) -> None:
        """Ask whether a note is to lose what looks like a customer's data."""
        self.note.ask(note)
        self._settle()

    def stops(self) -> list[QWidget]:
        """Return what the keyboard stops at, in order."""
        strips = (self._call, self._paused, self._presence, self._full, self._muted)
        fixed = [button for strip in strips for button in strip.findChildren(Button)]
        moving = [*self._covered.values(), *self._resting.values()]
        later = [button for strip in moving for button in strip.findChildren(Button)]
        return [*fixed, *self.absence.stops(), *self.note.stops(), *later]

    def _show_hold(self, view: TodayView) -> None:
        hold = view.hold
        called = hold is not None and hold.reason is HoldReason.CALL
        paused = hold is not None and hold.reason is HoldReason.PAUSED
        self._call.say(*(call_texts(view, hold) if hold is not None and called else ("",)))
        self._paused.say(*(pause_texts(hold) if hold is not None and paused else ("",)))
        by_itself = hold is not None and hold.reason.open_ended
        self._presence.say(*(presence_texts(hold) if hold is not None and by_itself else ("",)))
        self._allow_full.setVisible(hold is not None and hold.reason is HoldReason.FULL_SCREEN)

    def _keep(self, known: dict[int, Strip], wanted: Iterable[int], make: Callable[[int], Strip]) -> None:
        """Have a strip for each habit that is named, in their order, and no other."""
        shown = list(wanted)[:MOST_OF_A_KIND]
        for gone in known.keys() - set(shown):
            strip = known.pop(gone)
            self._column.removeWidget(strip)
            strip.hide()
            strip.deleteLater()
        for habit_id in shown:
            if habit_id not in known:
                known[habit_id] = make(habit_id)
                self._column.addWidget(known[habit_id])

    def _make_covered(self, habit_id: int) -> Strip:
        strip = Strip(self._look, f"covered_{habit_id}", "habits")
        strip.add_button(tr("Why"), "why", "quiet").clicked.connect(lambda: self.why.emit(habit_id))
        return strip

    def _make_resting(self, habit_id: int) -> Strip:
        strip = Strip(self._look, f"resting_{habit_id}", self._glyphs[habit_id], below=True)
        again = strip.add_button(tr("Start again"), "again", "soft")
        again.clicked.connect(lambda: self.start_again.emit(habit_id))
        change = strip.add_button(tr("Change"), "change")
        change.clicked.connect(lambda: self.change_habit.emit(habit_id))
        strip.add_button(tr("Retire"), "retire", "quiet").clicked.connect(lambda: self.retire.emit(habit_id))
        return strip

    def _settle(self) -> None:
        strips = [self._call, self._paused, self._presence, self._full, self._muted, self.absence, self.note]
        strips += [*self._covered.values(), *self._resting.values()]
        self.setVisible(any(not one.isHidden() for one in strips))
