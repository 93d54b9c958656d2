"""What the desk asks of the desk of one page."""

from typing import Protocol

from habitcoach.ui.page_name import PageName


class PageDesk(Protocol):
    """Reads one page's view and shows it; what the page wants done it carries to the coach itself."""

    page: PageName

    def refresh(self) -> None:
        """Read and show again: something changed while the page is seen, or it was turned to."""
