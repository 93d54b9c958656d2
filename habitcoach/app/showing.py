"""Showing: after a change everything that is seen is read anew, in turns of the event loop."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QObject

from habitcoach.app.attempts import Attempts
from habitcoach.app.page_desk import PageDesk
from habitcoach.app.refreshing import Refreshing, Step
from habitcoach.app.turns import FRESH_TURN, Reading
from habitcoach.coaching.coach import Coach
from habitcoach.coaching.today_view import TodayView
from habitcoach.ui.main_window import MainWindow
from habitcoach.ui.page_name import PageName


class Showing(QObject):
    """Hands views to the window, to what stands beside it, and to the page that is turned to."""

    def __init__(  # noqa: PLR0913  # all that shows something
        self,
        coach: Coach,
        attempts: Attempts,
        window: MainWindow,
        pages: Sequence[PageDesk],
        *,
        before: Step,
        today: Sequence[Callable[[TodayView], object]],
        beside: Sequence[Step],
    ) -> None:
        """Take the desks of pages that are read only while they are seen, and what else follows a change.

        `before` is done before anything is read; `today` shows the day, `beside` whatever is read by itself.
        """
        super().__init__(window)
        self._coach = coach
        self._attempts = attempts
        self._window = window
        self._pages: Mapping[PageName, PageDesk] = {one.page: one for one in pages}
        self._shows_today = today
        self._refreshing = Refreshing(
            attempts, (before, self._today, self._habits, *beside, self._seen_page), self
        )
        window.page_turned.connect(lambda name: attempts.run(lambda: self._page(name)))

    @property
    def done_once(self) -> bool:
        """Whether everything has been shown once."""
        return self._refreshing.done_once

    def soon(self) -> None:
        """Read everything again when the present turn of the loop is over."""
        self._refreshing.soon()

    def now(self) -> None:
        """Read everything in one go."""
        self._refreshing.now()

    def stop(self) -> None:
        """Show nothing more."""
        self._refreshing.stop()

    def _today(self) -> Reading[None]:
        today = yield from self._coach.reading_today()
        for show in self._shows_today:
            yield FRESH_TURN
            show(today)

    def _habits(self) -> Reading[None]:
        habits = self._coach.habits.all()
        yield FRESH_TURN
        self._window.show_habits(habits)

    def _seen_page(self) -> None:
        self._page(self._window.page)

    def _page(self, name: PageName) -> None:
        desk = self._pages.get(name)
        if desk is not None:
            desk.refresh()
