"""The library's desk: habits for the agent's channels come first."""

from habitcoach.app.parts import Parts
from habitcoach.ui.page_name import PageName


class LibraryDesk:
    """Tells the library which channels are the agent's, whenever it is seen."""

    page = PageName.LIBRARY

    def __init__(self, parts: Parts) -> None:
        self._coach = parts.coach
        self._library = parts.window.library_page

    def refresh(self) -> None:
        """Read the channels again."""
        self._library.show_channels(self._coach.settings.channels())
