"""What a scene of the tour is."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from habitcoach.app.tour.stage import Stage


@dataclass(frozen=True, slots=True)
class Scene:
    """One screen in one state."""

    name: str  #: of its picture, "today-day-off"
    build: Callable[[Stage], QWidget]  #: brings the stage into that state and returns what is to be seen
