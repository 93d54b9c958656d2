"""The library's desk: habits for the agent's channels come first."""

from habitcoach.coaching.coach import Coach
from habitcoach.ui.main_window import MainWindow
from habitcoach.ui.page_name import PageName


class LibraryDesk:
    """Tells the library which channels are the agent's, whenever it is seen."""

    page = PageName.LIBRARY

    def __init__(self, coach: Coach, window: MainWindow) -> None:
        self._coach = coach
        self._library = window.library_page

    def refresh(self) -> None:
        """Read the channels again."""
        self._library.show_channels(self._coach.settings.channels())
