"""The desk: coach, alarms, notifications, card, tray and window on one table, wired together."""

import logging
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import QLocale, QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from habitcoach.app.absence_desk import AbsenceDesk
from habitcoach.app.answers import Answers
from habitcoach.app.attempts import Attempts
from habitcoach.app.background import Background
from habitcoach.app.card_desk import CardDesk
from habitcoach.app.card_place import CardPlace
from habitcoach.app.card_port import CardPort
from habitcoach.app.data_desk import DataAround, DataDesk
from habitcoach.app.editing import Editing
from habitcoach.app.first_run_desk import FirstRunAround, FirstRunDesk
from habitcoach.app.habit_desk import HabitDesk
from habitcoach.app.hard_one_desk import HardOneDesk
from habitcoach.app.intents import Intents
from habitcoach.app.library_desk import LibraryDesk
from habitcoach.app.preferring import Preferring
from habitcoach.app.presence_desk import PresenceDesk, system_presence
from habitcoach.app.promising import Promising
from habitcoach.app.quick_desk import QuickAround, QuickDesk
from habitcoach.app.review_desk import ReviewDesk
from habitcoach.app.safekeeping import Safekeeping
from habitcoach.app.saving_desk import ERASE, SavingDesk
from habitcoach.app.settings_desk import SettingsAround, SettingsDesk
from habitcoach.app.shift_desk import ShiftDesk
from habitcoach.app.showing import Showing
from habitcoach.app.telling import Telling
from habitcoach.app.time_passing import TimePassing
from habitcoach.app.today_desk import TodayDesk
from habitcoach.app.tray_desk import Surfaces, TrayDesk
from habitcoach.app.trying import Trying
from habitcoach.app.warming import Warming
from habitcoach.app.wiring import wire_card, wire_notices, wire_window
from habitcoach.app.words_desk import WordsDesk
from habitcoach.assets import asset
from habitcoach.bus import SessionBus
from habitcoach.clock import AppClock
from habitcoach.coaching.agenda import WEEK_START
from habitcoach.coaching.changes import Changed
from habitcoach.coaching.coach import Coach
from habitcoach.coaching.cueing import Cueing
from habitcoach.coaching.deliveries import Surroundings
from habitcoach.coaching.views import DeliveryView
from habitcoach.coaching.warming import warm
from habitcoach.core.entry import Source
from habitcoach.core.period import MONDAY
from habitcoach.desktop.autostart import autostart_for
from habitcoach.desktop.file_place import FilePlace
from habitcoach.desktop.file_watch import DATABASE, FileWatch
from habitcoach.desktop.paths import Home
from habitcoach.desktop.player import Player
from habitcoach.desktop.reserve import Reserve
from habitcoach.library import load_library
from habitcoach.notify.notifier import SystemNotifier
from habitcoach.ports import Store
from habitcoach.scheduler.alarms import AlarmClock
from habitcoach.scheduler.heartbeat import Surprise
from habitcoach.scheduler.jumps import CLOCK_JUMPS, ClockJumps
from habitcoach.storage.copying import copy_verified
from habitcoach.texts.language import tr
from habitcoach.texts.troubles import said
from habitcoach.ui.cue_card import CueCard
from habitcoach.ui.look import Look
from habitcoach.ui.main_window import MainWindow
from habitcoach.ui.tray import Tray

_log = logging.getLogger(__name__)

DRAIN_SECONDS = 2.0
GEOMETRY = "window_geometry"


class Bridge(QObject):
    """Carries a ring from APScheduler's thread to the GUI thread."""

    rung = Signal(str)


class Desk(QObject):
    """Builds the parts, wires them, starts and stops them in order."""

    def __init__(  # noqa: PLR0915  # a line or two for each part
        self,
        application: QApplication,
        home: Home,
        store: Store,
        clock: AppClock,
        environment: Mapping[str, str],
    ) -> None:
        super().__init__()
        self._home = home
        self._clock = clock
        self._store = store
        self._coach = Coach(store, clock)
        self._background = Background(self)
        self._reserve = Reserve(home)
        self._safekeeping = Safekeeping(home.database, self._background, self._local_date, self)
        self._attempts = Attempts(self, check=FilePlace(home).check, make_room=self._reserve.release)
        self._look = Look()
        self._player = Player(asset("sounds", "soft.wav"))
        self._preferring = Preferring(self._coach.settings, self._look, self._player.play)
        self._preferring.dress()
        self._look.apply(application)
        self._window = MainWindow(self._look)
        # Wayland lets no window choose its place or refuse the keyboard; notification and tray remain.
        card_may_come = not application.platformName().startswith("wayland")
        self._card = CueCard(self._look, self._local_now)
        self._tray = Tray(self._look)
        self._card_port = CardPort(
            self._card,
            self._tray,
            self._delivery,
            self._coach.today,
            uncalled=card_may_come,
            shown=self._preferring.shown,
        )
        self._bridge = Bridge()
        self._bridge.rung.connect(self._rung, Qt.ConnectionType.QueuedConnection)
        self._alarms = AlarmClock(self._bridge.rung.emit, clock)
        self._bus = SessionBus.connect_session(environment)
        self._system_bus = SessionBus.connect_system(environment)
        self._presence = system_presence(application, self._bus, self._system_bus, environment)
        self._notifier = SystemNotifier(
            self._bus, asset("icons", "app.svg"), self._tray.message, sound=asset("sounds", "soft.wav")
        )
        around = Surroundings(
            store,
            clock,
            self._alarms,
            self._notifier,
            self._card_port,
            self._attempts.run,
            self._preferring.chime,
            lambda: self._presence.seen().do_not_disturb is True,
        )
        self._cueing = Cueing(around, self._coach.standings, self._coach.stage_since, self._preferring.notice)
        self._card_place = CardPlace(self._card, store, self._attempts)
        self._templates = load_library()
        editing = Editing(self._coach, self._attempts, self._window, self._templates)
        self._trying = Trying(self._window, self._notifier, self._preferring.heard)
        answers = Answers(self._card, self._window, editing, uncalled=card_may_come)
        intents = Intents(self._coach, self._attempts, answers.show, clock.now)
        saving = SavingDesk(self._attempts, self._window, self._look, self._notifier, self._save_copy)
        promising = Promising(
            self._coach, self._attempts, self._window, editing, intents, answers.show, clock.now
        )
        self._shifts = ShiftDesk(self._coach, self._attempts, editing)
        self._today = TodayDesk(self._coach, self._attempts, self._window, editing, self._shifts)
        self._hard_one = HardOneDesk(
            self._coach, self._attempts, self._window, self._look, intents, self._templates
        )
        self._words = WordsDesk(self._coach, self._attempts, self._window, self._look, editing)
        self._absences = AbsenceDesk(self._coach, self._attempts, self._window, self._look, editing)
        wire_window(self._window, intents, promising, editing, saving.quit)
        wire_card(self._card, intents, promising, self._window)
        self._card_desk = CardDesk(self._coach, self._attempts, self._card, self._window, self._absences)
        wire_notices(
            self._notifier, intents, promising, self._window, self._cueing.deliveries, self._card_port
        )
        self._first_run = FirstRunDesk(
            self._coach,
            self._attempts,
            self._background,
            self._window,
            self._look,
            self._templates,
            FirstRunAround(
                clock,
                home.database,
                environment,
                self._show_first_cue,
                lambda habit, slot: intents.done(habit, slot, Source.WINDOW),
                lambda: self._tray.available,
                cards=card_may_come,
            ),
        )
        surfaces = Surfaces(self._look, self._tray, self._window, self._card, self._card_port)
        self._tray_desk = TrayDesk(
            self._coach,
            self._attempts,
            surfaces,
            intents,
            promising,
            self._shifts,
            answers,
            saving.quit,
        )
        self._review = ReviewDesk(self._coach, self._attempts, self._window, editing)
        self._card.review.connect(lambda _: self._review.open())
        self._habits = HabitDesk(self._coach, self._attempts, editing, self._window.habits_page)
        quick = QuickAround(
            self._look, self._window, self._tray, self._card, self._bus, environment, self._local_now
        )
        self._quick = QuickDesk(self._coach, self._attempts, quick, intents, promising, answers)
        self._settings = SettingsDesk(
            self._coach,
            self._attempts,
            self._background,
            self._window,
            self._look,
            self._preferring,
            editing,
            self._shifts,
            SettingsAround(
                home,
                clock,
                environment,
                autostart_for(environment, home.unusual(environment)),
                self._notifier,
                self._player.play,
                lambda: self._tray.available,
                self._follow_settings,
            ),
        )
        self._quick.key_changed.connect(self._window.settings_page.cues.show_key_words)
        self._data = DataDesk(
            self._background,
            self._window,
            self._look,
            DataAround(home, clock, self._local_date, self._file_replaced, lambda: saving.leave(ERASE)),
        )
        self._showing = Showing(
            self._coach,
            self._attempts,
            self._window,
            (LibraryDesk(self._coach, self._window), self._review, self._habits, self._settings),
            before=self._settle,
            today=(self._window.show_today, self._tray_desk.show_today),
            beside=(self._today.refresh, self._review.show_day, self._first_run.refresh, self._words.refresh),
        )
        self._warming = Warming(self._begin, self)
        self._presences = PresenceDesk(self._coach, self._attempts, self._presence, self._showing.soon)
        self._time = TimePassing(clock, self._system_bus, self)
        self._telling = Telling(store, self._attempts, self._window, self._tray, self._notifier)
        self._data_watch = FileWatch([home.database, home.write_ahead_log], self, look_again=DATABASE)
        self._begun = False
        self._wire()

    @property
    def window(self) -> MainWindow:
        """The main window."""
        return self._window

    @property
    def tray(self) -> Tray:
        """The icon in the tray."""
        return self._tray

    @property
    def look(self) -> Look:
        """How everything here looks."""
        return self._look

    @property
    def has_begun(self) -> bool:
        """Whether the log has been read and everything shown once."""
        return self._begun

    def start(self, *, hidden: bool) -> None:
        """Bring everything up and do what is due."""
        geometry = self._store.setting(GEOMETRY)
        if geometry:
            self._window.restore_place(geometry)
        if self._clock.is_set:
            self._window.set_clock_label(f"{self._local_now():%Y-%m-%d %H:%M}")
        self._attempts.run(self._decide_week_start)
        self._attempts.run(self._first_run.begin)
        self._card_place.restore()
        self._window.show_templates(self._templates)
        self._window.show_reading()
        self._warming.start(warm(self._coach.agenda(), self._coach.stages))
        if not hidden:
            self.show_window()

    def _begin(self) -> None:
        """Do what is due, once the log has been read."""
        self._coach.announcer.listen(self._changed)
        self._data_watch.changed.connect(lambda: self._attempts.run(self._coach.notice_other_writers))
        self._showing.now()
        self._tray.start()
        self._telling.start()
        self._alarms.start()
        self._presence.start()
        self._attempts.run(self._cueing.start)
        self._showing.soon()
        self._time.start()
        self._keep_reserve()
        self._safekeeping.check()
        self._safekeeping.back_up()
        self._begun = True
        self._quick.begin()

    def _decide_week_start(self) -> None:
        """Take the locale's first weekday for a home without habits; weeks already lived stay as they are."""
        if self._store.setting(WEEK_START) is None:
            first = MONDAY if self._store.habits() else QLocale().firstDayOfWeek().value
            self._store.put_setting(WEEK_START, str(first))

    def stop(self) -> None:
        """Stop in order; the store is closed by whoever opened it."""
        self._warming.stop()
        self._time.stop()
        self._presence.stop()
        self._telling.stop()
        self._data_watch.close()
        self._review.flush()
        self._alarms.stop()
        self._attempts.finish()
        self._background.stop(DRAIN_SECONDS)
        self._notifier.drain(DRAIN_SECONDS)
        self._bus.close()
        self._system_bus.close()
        self._attempts.run(lambda: self._store.put_setting(GEOMETRY, self._window.place()))
        self._quick.stop()
        self._tray_desk.close()
        self._first_run.stop()
        self._card.hide()
        self._window.hide()
        self._tray.stop()

    def show_window(self) -> None:
        """Show the window and bring it to the front."""
        self._window.bring_up()

    @property
    def quick(self) -> QuickDesk:
        """The desk of the quick bar."""
        return self._quick

    def open_quick_bar(self) -> None:
        """Open the quick bar over whatever the agent works in."""
        self._quick.open()

    # ---- what the card asks

    def _local_now(self) -> datetime:
        return self._clock.now().astimezone(self._clock.zone())

    def _local_date(self) -> date:
        return self._local_now().date()

    def _delivery(self, number: int) -> DeliveryView:
        return self._cueing.deliveries.view(number)

    def _show_first_cue(self, number: int) -> None:
        self._cueing.deliveries.show(number, 0)
        self._showing.soon()

    # ---- what rings

    def _rung(self, key: str) -> None:
        def act() -> None:
            if not self._cueing.deliveries.follow_with_card(key):
                self._look_at_clock()

        self._attempts.run(act)

    def _look_at_clock(self) -> None:
        self._cueing.look()
        self._showing.soon()

    def _time_jumped(self, surprises: tuple[Surprise, ...]) -> None:
        self._coach.announcer.announce(Changed())
        self._alarms.wake()
        self._presences.heed()  # a machine that wakes up locked shows nothing yet
        self._attempts.run(self._look_at_clock)
        self._attempts.run(lambda: self._note_jump(surprises))

    def _note_jump(self, surprises: tuple[Surprise, ...]) -> None:
        before = ClockJumps.of_text(self._store.setting(CLOCK_JUMPS))
        seen = before.with_seen(surprises, self._clock.now())
        if seen != before:
            self._store.put_setting(CLOCK_JUMPS, seen.text)

    # ---- what changed

    def _changed(self, _: Changed) -> None:
        self._showing.soon()

    def _settle(self) -> None:
        self._cueing.settle()
        self._follow_settings()

    def _follow_settings(self) -> None:
        """Have everything obey what the agent prefers."""
        self._preferring.apply(self._card, self._tray)

    def _file_replaced(self) -> None:
        """Read everything again: the file holds other things than before."""

        def read() -> None:
            if not self._coach.notice_other_writers():
                self._coach.announcer.announce(Changed())
            self._look_at_clock()

        self._attempts.run(read)

    # ---- wiring of what is no surface

    def _wire(self) -> None:
        self._data_watch.changed.connect(self._attempts.try_again)
        self._time.beaten.connect(lambda: self._attempts.run(self._coach.notice_other_writers))
        self._time.beaten.connect(lambda: self._attempts.run(self._look_at_clock))
        self._time.beaten.connect(self._keep_reserve)
        self._time.beaten.connect(self._safekeeping.back_up)
        self._safekeeping.damaged.connect(self._attempts.declare_damaged)
        self._safekeeping.told.connect(self._window.show_notice)
        self._time.jumped.connect(self._time_jumped)
        self._attempts.refused.connect(self._window.show_notice)
        self._attempts.recovered.connect(lambda: self._attempts.run(self._look_at_clock))
        self._cueing.deliveries.on_problem(self._telling.once)
        self._window.today_page.open_card.connect(self._card_port.show_waiting)

    # ---- the disk

    def _keep_reserve(self) -> None:
        self._background.do(self._reserve.make)

    def _save_copy(self, target: Path) -> None:
        """Save a copy of the file where the agent said, beside the window."""
        source = self._home.database
        self._background.do(
            lambda: copy_verified(source, target, self._background.step),
            lambda _: self._window.show_notice(tr("The copy is saved: {path}", path=target)),
            lambda error: self._window.show_notice(tr("No copy was saved. {why}", why=said(error))),
        )
