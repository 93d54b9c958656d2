"""The desk of Today: what its strips and its shift chooser do beside the answers to cues."""

from habitcoach.app.editing import Editing
from habitcoach.app.parts import Parts
from habitcoach.app.shift_desk import ShiftDesk
from habitcoach.coaching.changes import Changed
from habitcoach.coaching.presence_holds import HOLD_FULL_SCREEN
from habitcoach.coaching.setting_values import OFF
from habitcoach.texts.language import tr
from habitcoach.ui.habit.why_words import About, Asked
from habitcoach.ui.page_name import PageName


class TodayDesk:
    """Carries what the agent wants on Today to the coach."""

    def __init__(self, parts: Parts, editing: Editing, shifts: ShiftDesk) -> None:
        self._coach = parts.coach
        self._attempts = parts.attempts
        self._shifts = shifts
        self._window = window = parts.window
        self._page = page = window.today_page
        page.resumed.connect(self._resume)
        page.full_screen_allowed.connect(self._allow_full_screen)
        page.full_screen_answered.connect(self._answer_full_screen)
        page.why.connect(self._explain)
        page.start_again.connect(window.habits_page.restore)
        page.retire.connect(editing.archive)
        page.how_to_allow.connect(lambda: window.show_notice(how_to_allow()))
        page.chooser.chosen.connect(shifts.choose)

    def refresh(self) -> None:
        """Show what today's shift is and can be."""
        self._page.show_choices(self._shifts.choices())

    def _explain(self, habit_id: int) -> None:
        """Turn to a habit, and say where its streak comes from."""
        habits = self._window.habits_page
        self._window.show_page(PageName.HABITS)
        habits.choose(habit_id)
        habits.ask_why(Asked(habit_id, About.STREAK))

    def _resume(self) -> None:
        self._attempts.keep(self._coach.holding.resume)

    def _answer_full_screen(self, always: bool) -> None:  # noqa: FBT001  # a signal's argument
        def keep() -> None:
            self._coach.presence_holds.not_again()
            if always:
                self._coach.settings.choose(HOLD_FULL_SCREEN, OFF)
            self._coach.announcer.announce(Changed())

        self._attempts.keep(keep)

    def _allow_full_screen(self) -> None:
        self._attempts.keep(lambda: self._coach.settings.choose(HOLD_FULL_SCREEN, OFF))


def how_to_allow() -> str:
    """Return what to do where the system shows no notifications."""
    return tr(
        "Open your system’s settings, then Notifications, and turn them on for HabitCoach. "
        "Until then cues come on the card and in the tray."
    )
