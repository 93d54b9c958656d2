"""A habit that rests: start again, change, or retire."""

from PySide6.QtCore import Signal

from habitcoach.coaching.habit_detail import HabitDetailView
from habitcoach.coaching.habit_views import HabitView
from habitcoach.texts.language import tr
from habitcoach.ui.habit.words import dated
from habitcoach.ui.look import Look
from habitcoach.ui.widgets.strip import Strip


class RestStrip(Strip):
    """Says since when a habit rests, and offers the three ways on."""

    start = Signal()
    change = Signal()
    retire = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__(look, "rest", "moon", below=True)
        self.add_button(tr("Start again"), "start", "primary").clicked.connect(self.start)
        self.add_button(tr("Change"), "change").clicked.connect(self.change)
        self.add_button(tr("Retire"), "retire", "quiet").clicked.connect(self.retire)

    def show_rest(self, habit: HabitView, view: HabitDetailView) -> None:
        """Show that a habit rests; nothing where it does not."""
        if not habit.resting or habit.archived:
            self.say("")
            return
        line = tr("It has no cues until you start again, and its streak waits.")
        if view.resting_since is None:
            self.say(tr("Resting"), line)
        else:
            self.say(tr("Resting since {day}", day=dated(view.resting_since, view.today)), line)
