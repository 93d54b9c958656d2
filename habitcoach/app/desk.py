"""The desk: the parts, what is outside, and a desk for each page, begun and ended in order."""

from collections.abc import Generator, Mapping

from PySide6.QtCore import QLocale, QObject
from PySide6.QtWidgets import QApplication

from habitcoach.app.cues_desk import CuesDesk
from habitcoach.app.desks import set_up
from habitcoach.app.outside import reach_out
from habitcoach.app.parts import lay_out
from habitcoach.app.quick_desk import QuickDesk
from habitcoach.app.safekeeping import Safekeeping
from habitcoach.app.showing import Showing
from habitcoach.app.telling import Telling
from habitcoach.app.time_passing import TimePassing
from habitcoach.app.tray_desk import TrayDesk
from habitcoach.app.turns import Turns
from habitcoach.app.warming import warming
from habitcoach.clock import AppClock
from habitcoach.coaching.agenda import WEEK_START
from habitcoach.coaching.changes import Changed
from habitcoach.coaching.warming import warm
from habitcoach.core.period import MONDAY
from habitcoach.desktop.file_watch import DATABASE, FileWatch
from habitcoach.desktop.paths import Home
from habitcoach.ports import Store
from habitcoach.ui.look import Look
from habitcoach.ui.main_window import MainWindow
from habitcoach.ui.tray import Tray

DRAIN_SECONDS = 2.0
_WARMING_MS = 8  #: half a frame a turn: until the log is read, the window has little else to do
GEOMETRY = "window_geometry"


class Desk(QObject):
    """Builds everything, connects what is no surface, starts and stops it."""

    def __init__(
        self,
        application: QApplication,
        home: Home,
        store: Store,
        clock: AppClock,
        environment: Mapping[str, str],
    ) -> None:
        super().__init__()
        self._parts = parts = lay_out(self, application, home, store, clock, environment)
        self._outside = reach_out(application, environment, parts.tray)
        self._cues = CuesDesk(parts, self._outside)
        self._desks = desks = set_up(parts, self._outside, self._cues)
        self._showing = Showing(
            parts.coach,
            parts.attempts,
            parts.window,
            (desks.library, desks.review, desks.habits, desks.settings),
            before=self._settle,
            today=(parts.window.show_today, desks.tray.show_today),
            beside=(desks.today.refresh, desks.review.show_day, desks.first_run.refresh, desks.words.refresh),
        )
        self._safekeeping = Safekeeping(home.database, parts.background, parts.local_date, self)
        self._warming: Turns[None] = Turns(lambda act: act(), lambda _: self._begin(), self, _WARMING_MS)
        self._time = TimePassing(clock, self._outside.system_bus, self)
        self._telling = Telling(parts, self._outside.notifier)
        self._data_watch = FileWatch([home.database, home.write_ahead_log], self, look_again=DATABASE)
        self._started = False
        self._wire()

    @property
    def window(self) -> MainWindow:
        """The main window."""
        return self._parts.window

    @property
    def tray(self) -> Tray:
        """The icon in the tray."""
        return self._parts.tray

    @property
    def tray_desk(self) -> TrayDesk:
        """The desk of the icon."""
        return self._desks.tray

    @property
    def quick(self) -> QuickDesk:
        """The desk of the quick bar."""
        return self._desks.quick

    @property
    def look(self) -> Look:
        """How everything here looks."""
        return self._parts.look

    @property
    def has_begun(self) -> bool:
        """Whether the log has been read and everything shown once."""
        return self._showing.done_once

    def show_window(self) -> None:
        """Show the window and bring it to the front."""
        self._parts.window.bring_up()

    def open_quick_bar(self) -> None:
        """Open the quick bar over whatever the agent works in."""
        self._desks.quick.open()

    # ---- beginning and ending

    def start(self, *, hidden: bool) -> None:
        """Show what can be shown at once, and read the log; what is due comes after that."""
        parts, window = self._parts, self._parts.window
        geometry = parts.store.setting(GEOMETRY)
        if geometry:
            window.restore_place(geometry)
        if parts.clock.is_set:
            window.set_clock_label(f"{parts.local_now():%Y-%m-%d %H:%M}")
        parts.attempts.run(self._decide_week_start)
        parts.attempts.run(self._desks.first_run.begin)
        self._desks.card_place.restore()
        window.show_templates(parts.templates)
        window.show_reading()
        self._desks.quick.take_key()
        self._warming.start(lambda: warming(warm(parts.coach.agenda(), parts.coach.stages)))
        self._started = True
        if not hidden:
            self.show_window()

    def _begin(self) -> None:
        """Do what is due, once the log has been read."""
        parts = self._parts
        parts.coach.announcer.listen(lambda _: self._showing.soon())
        self._data_watch.changed.connect(self._notice_other_writers)
        parts.tray.start()
        self._telling.start()
        self._cues.start()
        # What was read within one turn is shown at once; after years of log the window waits a turn more.
        (self._showing.soon if self._started else self._showing.now)()
        self._time.start()
        self._keep_reserve()
        self._safekeeping.check()
        self._safekeeping.back_up()
        self._desks.quick.begin()

    def stop(self) -> None:
        """Stop in order; the store is closed by whoever opened it."""
        parts = self._parts
        self._warming.stop()
        self._time.stop()
        self._telling.stop()
        self._data_watch.close()
        self._desks.review.flush()
        self._cues.stop()
        parts.attempts.finish()
        parts.background.stop(DRAIN_SECONDS)
        self._outside.close(DRAIN_SECONDS)
        parts.attempts.run(lambda: parts.store.put_setting(GEOMETRY, parts.window.place()))
        self._desks.quick.stop()
        self._desks.tray.close()
        self._desks.first_run.stop()
        parts.card.hide()
        parts.window.hide()
        parts.tray.stop()
        self._showing.stop()

    # ---- what happens to it

    def _wire(self) -> None:
        parts = self._parts
        self._data_watch.changed.connect(parts.attempts.try_again)
        self._time.beaten.connect(self._notice_other_writers)
        self._time.beaten.connect(self._cues.look)
        self._time.beaten.connect(self._keep_reserve)
        self._time.beaten.connect(self._safekeeping.back_up)
        self._time.jumped.connect(self._cues.jump)
        self._safekeeping.damaged.connect(parts.attempts.declare_damaged)
        self._safekeeping.told.connect(parts.window.show_notice)
        parts.attempts.refused.connect(parts.window.show_notice)
        parts.attempts.recovered.connect(self._cues.look)
        self._cues.looked.connect(self._showing.soon)
        self._cues.deliveries.on_problem(self._telling.once)
        self._desks.data.replaced.connect(self._read_again)
        parts.window.today_page.open_card.connect(self._cues.show_waiting)

    def _settle(self) -> Generator[None, None, None]:
        """Before anything is read: what is on the surfaces, and how, as it holds now."""
        yield from self._cues.settling()
        self._parts.preferring.apply(self._parts.card, self._parts.tray)

    def _notice_other_writers(self) -> None:
        self._parts.attempts.run(self._parts.coach.notice_other_writers)

    def _read_again(self) -> None:
        """Read everything again: the file holds other things than before."""

        def read() -> None:
            if not self._parts.coach.notice_other_writers():
                self._parts.coach.announcer.announce(Changed())
            self._cues.look()

        self._parts.attempts.run(read)

    def _decide_week_start(self) -> None:
        """Take the locale's first weekday for a home without habits; weeks already lived stay as they are."""
        store = self._parts.store
        if store.setting(WEEK_START) is None:
            first = MONDAY if store.habits() else QLocale().firstDayOfWeek().value
            store.put_setting(WEEK_START, str(first))

    def _keep_reserve(self) -> None:
        self._parts.background.do(self._parts.reserve.make)
