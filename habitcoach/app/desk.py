"""The desk: coach, alarms, notifications, card, tray and window on one table, wired together."""

import logging
from collections.abc import Mapping
from datetime import datetime

from PySide6.QtCore import QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication

from habitcoach.app.answers import Answers
from habitcoach.app.attempts import Attempts
from habitcoach.app.card_port import CardPort
from habitcoach.app.editing import Editing
from habitcoach.app.intents import Intents, habit_of
from habitcoach.app.refreshing import Refreshing
from habitcoach.assets import asset
from habitcoach.bus import SessionBus
from habitcoach.clock import AppClock
from habitcoach.coaching.changes import Changed
from habitcoach.coaching.coach import Coach
from habitcoach.coaching.cueing import Cueing
from habitcoach.coaching.deliveries import Surroundings
from habitcoach.coaching.views import Answered, DeliveryView, TodayView
from habitcoach.core.entry import Source
from habitcoach.core.target import TargetKind
from habitcoach.desktop.file_watch import FileWatch
from habitcoach.desktop.paths import Home
from habitcoach.library import load_library
from habitcoach.notify.notifier import SystemNotifier
from habitcoach.ports import Store
from habitcoach.scheduler.alarms import AlarmClock
from habitcoach.scheduler.heartbeat import Heartbeat, Reading
from habitcoach.texts.errors import sentence_for
from habitcoach.texts.notices import SNOOZE_MINUTES, notice_for
from habitcoach.ui.cue_card import CueCard
from habitcoach.ui.look import Look
from habitcoach.ui.main_window import MainWindow
from habitcoach.ui.placement import layout_key
from habitcoach.ui.tray import Tray

_log = logging.getLogger(__name__)

HEARTBEAT_SECONDS = 60
#: A tray that has not come by then does not come; the window must be seen.
TRAY_WAIT_MS = 10_000
DRAIN_SECONDS = 2.0
GEOMETRY = "window_geometry"
#: Followed by the layout of screens, for which the card's place is remembered.
CARD_PLACE = "card_place:"


class Bridge(QObject):
    """Carries a ring from APScheduler's thread to the GUI thread."""

    rung = Signal(str)


class Desk(QObject):
    """Builds the parts, wires them, starts and stops them in order."""

    def __init__(
        self,
        application: QApplication,
        home: Home,
        store: Store,
        clock: AppClock,
        environment: Mapping[str, str],
    ) -> None:
        super().__init__()
        self._clock = clock
        self._store = store
        self._coach = Coach(store, clock)
        self._attempts = Attempts(self)
        self._look = Look()
        self._look.apply(application)
        self._window = MainWindow(self._look)
        self._card = CueCard(self._look, self._local_now)
        self._tray = Tray(self._look)
        self._card_port = CardPort(self._card, self._tray, self._delivery, self._shift_end)
        self._bridge = Bridge()
        self._bridge.rung.connect(self._rung, Qt.ConnectionType.QueuedConnection)
        self._alarms = AlarmClock(self._bridge.rung.emit, clock)
        self._bus = SessionBus.connect_session(environment)
        self._notifier = SystemNotifier(self._bus, asset("icons", "app.svg"), self._tray.message)
        around = Surroundings(store, clock, self._alarms, self._notifier, self._card_port, self._attempts.run)
        self._cueing = Cueing(around, self._coach.standings, notice_for)
        self._answers = Answers(self._coach, self._card, self._window)
        self._intents = Intents(self._coach, self._attempts, self._answered)
        self._templates = load_library()
        self._editing = Editing(self._coach, self._attempts, self._window, self._templates)
        self._refreshing = Refreshing(self._attempts, self._show_all, self)
        self._heartbeat = Heartbeat(Reading.of(clock), HEARTBEAT_SECONDS)
        self._beat = QTimer(self, interval=HEARTBEAT_SECONDS * 1000)
        self._watch = FileWatch([home.database, home.write_ahead_log], self)
        self._clock_watch = None if clock.watched_file is None else FileWatch([clock.watched_file], self)
        self._today: TodayView | None = None
        self._said: set[str] = set()
        self._wire()

    def start(self, *, hidden: bool) -> None:
        """Bring everything up and do what is due."""
        geometry = self._store.setting(GEOMETRY)
        if geometry:
            self._window.restore_place(geometry)
        if self._clock.is_set:
            self._window.set_clock_label(f"{self._local_now():%Y-%m-%d %H:%M}")
        self._card.set_remembered_place(self._remembered_card_place())
        self._window.show_templates(self._templates)
        self._show_all()
        self._tray.start()
        if self._tray.available:
            self._tray_appeared()
        if not hidden:
            self.show_window()
        self._alarms.start()
        self._attempts.run(self._cueing.start)
        self._refreshing.soon()
        self._beat.start()
        QTimer.singleShot(TRAY_WAIT_MS, self._tray_wait_is_over)

    def stop(self) -> None:
        """Stop in order; the store is closed by whoever opened it."""
        self._beat.stop()
        self._alarms.stop()
        self._attempts.finish()
        self._notifier.drain(DRAIN_SECONDS)
        self._bus.close()
        self._attempts.run(lambda: self._store.put_setting(GEOMETRY, self._window.place()))
        self._card.hide()
        self._window.hide()
        self._tray.stop()

    def show_window(self) -> None:
        """Show the window and bring it to the front."""
        self._window.bring_up()

    # ---- what the card asks

    def _local_now(self) -> datetime:
        return self._clock.now().astimezone(self._clock.zone())

    def _delivery(self, number: int) -> DeliveryView:
        return self._cueing.deliveries.view(number)

    def _shift_end(self) -> datetime | None:
        shift = None if self._today is None else self._today.shift
        return None if shift is None else shift.end

    # ---- what rings

    def _rung(self, key: str) -> None:
        def act() -> None:
            if not self._cueing.deliveries.follow_with_card(key):
                self._look_at_clock()

        self._attempts.run(act)

    def _look_at_clock(self) -> None:
        self._cueing.look()
        self._refreshing.soon()

    def _beaten(self) -> None:
        surprises = self._heartbeat.beat(Reading.of(self._clock))
        if surprises:
            _log.info("clock: %s", surprises)
            self._clock_moved()
        else:
            self._attempts.run(self._look_at_clock)

    def _clock_moved(self) -> None:
        self._clock.reread()
        self._heartbeat.beat(Reading.of(self._clock))
        self._coach.announcer.announce(Changed())
        self._alarms.wake()
        self._attempts.run(self._look_at_clock)

    # ---- what changed

    def _changed(self, _: Changed) -> None:
        self._refreshing.soon()

    def _show_all(self) -> None:
        self._cueing.settle()
        self._today = self._coach.today()
        self._window.show_today(self._today)
        self._window.show_habits(self._coach.habits.all())
        self._tray.update(self._today)

    # ---- wiring

    def _wire(self) -> None:
        self._coach.announcer.listen(self._changed)
        self._beat.timeout.connect(self._beaten)
        self._watch.changed.connect(lambda: self._attempts.run(self._coach.notice_other_writers))
        if self._clock_watch is not None:
            self._clock_watch.changed.connect(self._clock_moved)
        self._attempts.refused.connect(self._window.show_notice)
        self._attempts.saving.connect(self._window.show_saving)
        self._notifier.on_action(self._notice_pressed)
        self._cueing.deliveries.on_problem(self._say_once)
        self._wire_window()
        self._wire_card()
        self._wire_tray()

    def _wire_window(self) -> None:
        window, intents = self._window, self._intents
        window.done.connect(lambda habit, slot: intents.done(habit, slot, Source.WINDOW))
        window.skip.connect(
            lambda habit, slot, reason, note: intents.skip(habit, slot, reason, note, Source.WINDOW)
        )
        window.snooze.connect(
            lambda subject, slot, wait: intents.snooze(habit_of(subject), slot, wait, Source.WINDOW)
        )
        window.count.connect(lambda habit, hit: self._count(habit, hit, Source.WINDOW))
        window.undo.connect(self._undo)
        window.reward_taken.connect(intents.take_reward)
        window.quit.connect(QApplication.quit)

    def _wire_card(self) -> None:
        card, intents = self._card, self._intents
        card.done.connect(lambda subject, slot: intents.done(habit_of(subject), slot, Source.CARD))
        card.done_all.connect(self._done_all)
        card.snooze.connect(
            lambda subject, slot, wait: intents.snooze(habit_of(subject), slot, wait, Source.CARD)
        )
        card.skip.connect(
            lambda subject, slot, reason, note: intents.skip(
                habit_of(subject), slot, reason, note, Source.CARD
            )
        )
        card.undo.connect(intents.undo)
        card.reward_taken.connect(intents.take_reward)
        card.change_habit.connect(self._change_habit)
        card.placed.connect(self._card_placed)

    def _wire_tray(self) -> None:
        tray, intents = self._tray, self._intents
        tray.open_window.connect(self.show_window)
        tray.open_card.connect(self._open_card)
        tray.done.connect(lambda habit, _subject, slot: intents.done(habit, slot, Source.TRAY))
        tray.snooze.connect(
            lambda subject, slot, wait: intents.snooze(habit_of(subject), slot, wait, Source.TRAY)
        )
        tray.skip.connect(
            lambda subject, slot, reason: intents.skip(habit_of(subject), slot, reason, "", Source.TRAY)
        )
        tray.count.connect(lambda habit, hit: self._count(habit, hit, Source.TRAY))
        tray.appeared.connect(self._tray_appeared)
        tray.quit.connect(QApplication.quit)

    def _answered(self, answered: Answered, source: Source) -> None:
        self._editing.forget_last()
        self._answers.show(answered, source)

    def _undo(self) -> None:
        if not self._editing.take_back_last():
            self._intents.undo()

    def _count(self, habit_id: int, hit: bool, source: Source) -> None:  # noqa: FBT001  # a signal's argument
        counters = () if self._today is None else self._today.counters
        rate = any(one.habit_id == habit_id and one.target.kind is TargetKind.RATE for one in counters)
        self._intents.count(habit_id, source, hit=hit, rate=rate)

    def _open_card(self) -> None:
        if self._today is not None:
            self._card_port.show_waiting(self._today)

    def _card_placed(self, place: QPoint) -> None:
        key = CARD_PLACE + layout_key([one.geometry() for one in QApplication.screens()])
        self._attempts.run(lambda: self._store.put_setting(key, f"{place.x()},{place.y()}"))

    def _remembered_card_place(self) -> QPoint | None:
        """Return where the agent dragged the card on this layout of screens."""
        key = CARD_PLACE + layout_key([one.geometry() for one in QApplication.screens()])
        text = self._store.setting(key)
        return None if text is None else QPoint(*(int(part) for part in text.split(",")))

    def _done_all(self) -> None:
        for occasion in self._card.waiting:
            self._intents.done(occasion.habit_id, occasion.slot, Source.CARD)

    def _change_habit(self, habit_id: int) -> None:
        self.show_window()
        self._window.open_habit(habit_id)

    def _notice_pressed(self, key: str, action: str) -> None:
        number = self._cueing.deliveries.number_of(key)
        occasions = () if number is None else self._cueing.deliveries.view(number).occasions
        if action in {"done", "snooze"} and len(occasions) == 1:
            one = occasions[0]
            if action == "done":
                self._intents.done(one.habit_id, one.slot, Source.NOTIFICATION)
            else:
                self._intents.snooze(one.habit_id, one.slot, SNOOZE_MINUTES, Source.NOTIFICATION)
        else:
            self.show_window()

    # ---- what is here, and what is missing

    def _tray_appeared(self) -> None:
        self._window.set_closes_to_tray(True)

    def _say_once(self, code: str) -> None:
        if code not in self._said:
            self._said.add(code)
            _log.info("missing here: %s", code)
            self._window.show_notice(sentence_for(code))

    def _tray_wait_is_over(self) -> None:
        if not self._tray.available:
            self._say_once("no_tray")
            self.show_window()
