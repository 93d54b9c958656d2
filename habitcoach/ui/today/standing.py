"""A page that stands still while it shows something new."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from habitcoach.ui.pages.page import Page


@contextmanager
def standing(page: Page, stops: Callable[[], Iterable[QWidget]]) -> Iterator[None]:
    """Keep a page where the agent left it, and its focus on it, also in a window behind others.

    Where what had the focus goes, the first of `stops` that is to be seen takes it. The page does not follow.
    """
    before, place = _focused(page), page.verticalScrollBar().value()
    was_here = before is not None and page.inner.isAncestorOf(before)
    yield
    after = _focused(page)
    # A window that is not active leaves its focus with what was hidden, until that is deleted.
    lost = after is None or (after is before and not after.isVisibleTo(page.inner))
    if was_here and lost:
        following = next((one for one in stops() if one.isVisibleTo(page.inner) and one.isEnabled()), None)
        if following is not None:
            following.setFocus(Qt.FocusReason.OtherFocusReason)
    page.verticalScrollBar().setValue(place)


def _focused(page: Page) -> QWidget | None:
    return page.window().focusWidget()
