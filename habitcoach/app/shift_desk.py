"""The shift desk: what “Today I'm on …” does, on whichever surface it stands."""

from habitcoach.app.editing import Editing
from habitcoach.app.parts import Parts
from habitcoach.coaching.shift_choices import ShiftChoices, ShiftWish
from habitcoach.ui.shift_words import chosen_text
from habitcoach.ui.widgets.shift_chooser import ShiftChooser


class ShiftDesk:
    """Carries choices of today's shift to the coach, and shows all choosers what today is."""

    def __init__(self, parts: Parts, editing: Editing) -> None:
        self._coach = parts.coach
        self._attempts = parts.attempts
        self._editing = editing
        self._choosers: list[ShiftChooser] = []

    def add(self, chooser: ShiftChooser) -> None:
        """Serve a chooser from now on."""
        self._choosers.append(chooser)
        chooser.chosen.connect(self.choose)

    def choices(self) -> ShiftChoices:
        """Return what today can be, for a surface that is no chooser, such as the tray's menu."""
        return self._coach.shift_choosing.choices()

    def refresh(self) -> None:
        """Show every chooser what today is."""
        choices = self.choices()
        for chooser in self._choosers:
            chooser.show_choices(choices)

    def choose(self, wish: ShiftWish) -> None:
        """Make today what the agent says, and offer to undo it."""
        choosing = self._coach.shift_choosing

        def act() -> None:
            chosen = choosing.choose(wish)
            self._editing.offer(chosen_text(chosen.now), lambda: choosing.take_back(chosen))

        self._attempts.keep(act)
