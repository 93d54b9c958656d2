"""The desk of cues: when an alarm rings or the clock has jumped, what is due is shown."""

from collections.abc import Generator

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from habitcoach.app.card_port import CardPort
from habitcoach.app.outside import Outside
from habitcoach.app.parts import Parts
from habitcoach.app.presence_desk import PresenceDesk
from habitcoach.coaching.changes import Changed
from habitcoach.coaching.cueing import Cueing
from habitcoach.coaching.deliveries import Deliveries, Surroundings
from habitcoach.coaching.today_view import DeliveryView
from habitcoach.scheduler.alarms import AlarmClock
from habitcoach.scheduler.heartbeat import Surprise
from habitcoach.scheduler.jumps import CLOCK_JUMPS, ClockJumps


class CuesDesk(QObject):
    """Has cues shown on the agent's surfaces, and held while the agent is away."""

    looked = Signal()  #: cues may have come or gone, and are to be settled
    _rung = Signal(str)  # from APScheduler's thread to the GUI thread

    def __init__(self, parts: Parts, outside: Outside) -> None:
        super().__init__()
        self._parts = parts
        self._outside = outside
        self._rung.connect(self._on_rung, Qt.ConnectionType.QueuedConnection)
        # Whatever rings at one minute, there may be fifty of it, is one look at the clock.
        self._ringing = QTimer(self, interval=0, singleShot=True)
        self._ringing.timeout.connect(self.look)
        self._alarms = AlarmClock(self._rung.emit, parts.clock)
        self._port = CardPort(parts, self._view)
        coach, preferring = parts.coach, parts.preferring
        around = Surroundings(
            store=parts.store,
            clock=parts.clock,
            alarms=self._alarms,
            notifier=outside.notifier,
            card=self._port,
            attempt=parts.attempts.run,
            chime=preferring.chime,
            silenced=lambda: outside.presence.seen().do_not_disturb is True,
        )
        self._cueing = Cueing(around, coach.standings, coach.stage_since, preferring.notice)
        self._presence = PresenceDesk(coach, parts.attempts, outside.presence, self.looked.emit)

    @property
    def deliveries(self) -> Deliveries:
        """What is on the surfaces now."""
        return self._cueing.deliveries

    def start(self) -> None:
        """Show what is due, and from now on what becomes due."""
        self._alarms.start()
        self._outside.presence.start()
        self._parts.attempts.run(self._cueing.start)

    def stop(self) -> None:
        """Show nothing more."""
        self._ringing.stop()
        self._outside.presence.stop()
        self._alarms.stop()

    def settling(self) -> Generator[None, None, None]:
        """Bring what is on the surfaces, and the alarms, up to what holds now; yield after every habit."""
        return self._cueing.settling()

    def look(self) -> None:
        """Look at the clock, whatever made it worth a look; tried again while the file is busy."""
        self._parts.attempts.run(self._look)

    def show_waiting(self) -> None:
        """Show all that waits on the card, because the agent asked."""
        self._port.show_waiting()

    def show_first(self, delivery: int) -> None:
        """Show the first cue of all, which the agent has just sent for. Raises what the disk refuses."""
        self.deliveries.show(delivery, 0)
        self.looked.emit()

    def jump(self, surprises: tuple[Surprise, ...]) -> None:
        """Make alarms and views anew: the clock or the zone is not what it was."""
        attempts = self._parts.attempts
        self._parts.coach.announcer.announce(Changed())
        self._alarms.wake()
        self._presence.heed()  # a machine that wakes up locked shows nothing yet
        self.look()
        attempts.run(lambda: self._note_jump(surprises))

    def _on_rung(self, key: str) -> None:
        def act() -> None:
            if not self.deliveries.follow_with_card(key):
                self._ringing.start()

        self._parts.attempts.run(act)

    def _look(self) -> None:
        self._cueing.show_due()
        self.looked.emit()

    def _note_jump(self, surprises: tuple[Surprise, ...]) -> None:
        store = self._parts.store
        before = ClockJumps.of_text(store.setting(CLOCK_JUMPS))
        seen = before.with_seen(surprises, self._parts.clock.now())
        if seen != before:
            store.put_setting(CLOCK_JUMPS, seen.text)

    def _view(self, delivery: int) -> DeliveryView:
        return self.deliveries.view(delivery)
