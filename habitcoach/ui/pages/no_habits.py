"""What Today and Habits show before there is a habit."""

from PySide6.QtCore import Signal

from habitcoach.texts.language import tr
from habitcoach.ui.look import Look
from habitcoach.ui.widgets.beginning_chain import BeginningChain
from habitcoach.ui.widgets.buttons import Button
from habitcoach.ui.widgets.empty_state import EmptyState


class NoHabits(EmptyState):
    """One link to begin with: a way to the library and a way to the editor."""

    open_library = Signal()
    new_habit = Signal()

    def __init__(self, look: Look, name: str) -> None:
        """Take the name of the state, which begins those of its buttons."""
        super().__init__(
            look,
            name,
            BeginningChain(look),
            tr("One link to begin with"),
            tr("Choose one small habit. The first cue can come today."),
        )
        library = Button(look, tr("Open the library"), "primary")
        library.setObjectName(f"{name}_open_library")
        library.clicked.connect(self.open_library)
        own = Button(look, tr("Write my own"), "secondary")
        own.setObjectName(f"{name}_write_own")
        own.clicked.connect(self.new_habit)
        self.add_button(library)
        self.add_button(own)
