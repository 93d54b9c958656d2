"""The desk of Today: what its strips and its shift chooser do beside the answers to cues."""

from habitcoach.app.attempts import Attempts
from habitcoach.app.editing import Editing
from habitcoach.app.shift_desk import ShiftDesk
from habitcoach.coaching.coach import Coach
from habitcoach.core.habit import HabitId
from habitcoach.texts.language import tr
from habitcoach.ui.main_window import MainWindow


class TodayDesk:
    """Carries what the agent wants on Today to the coach."""

    def __init__(
        self,
        coach: Coach,
        attempts: Attempts,
        window: MainWindow,
        editing: Editing,
        shifts: ShiftDesk,
    ) -> None:
        self._coach = coach
        self._attempts = attempts
        self._editing = editing
        self._shifts = shifts
        self._page = window.today_page
        page = self._page
        page.resumed.connect(self._resume)
        page.start_again.connect(self._start_again)
        page.retire.connect(editing.archive)
        page.how_to_allow.connect(lambda: window.show_notice(how_to_allow()))
        page.chooser.chosen.connect(shifts.choose)

    def refresh(self) -> None:
        """Show what today's shift is and can be."""
        self._page.show_choices(self._shifts.choices())

    def _resume(self) -> None:
        self._attempts.keep(self._coach.holding.resume)

    def _start_again(self, habit_id: int) -> None:
        """Wake a habit that rests; taking it back is a matter of its page."""

        def wake() -> None:
            habit = self._coach.habits.restore(HabitId(habit_id))
            self._editing.offer(tr("Started again: “{habit}”", habit=habit.name), lambda: None)

        self._attempts.keep(wake)


def how_to_allow() -> str:
    """Return what to do where the system shows no notifications."""
    return tr(
        "Open your system's settings, then Notifications, and turn them on for HabitCoach. "
        "Until then cues come on the card and in the tray."
    )
