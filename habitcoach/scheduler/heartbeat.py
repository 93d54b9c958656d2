"""What the alarm clock cannot feel: suspend, a step of the time, a change of zone, a stall."""

from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo

from habitcoach.clock import AppClock


@dataclass(frozen=True, slots=True)
class Reading:
    """The clock at one beat."""

    now: datetime  #: what it shows, in UTC
    monotonic: float  #: the machine's own seconds, which no step moves
    zone: tzinfo
    runs: bool  #: False when frozen

    @classmethod
    def of(cls, clock: AppClock) -> "Reading":
        """Read a clock."""
        return cls(clock.now(), clock.monotonic(), clock.zone(), clock.runs)


@dataclass(frozen=True, slots=True)
class ClockStep:
    """The clock shows another time than it should: it was set, or the machine slept (then ahead)."""

    seconds: float  #: ahead of what was due, negative when put back


@dataclass(frozen=True, slots=True)
class WokeUp:
    """This process stood still, or slept where the monotonic clock counts sleep; the time itself is right."""

    seconds: float  #: how much later the beat came than it was due


@dataclass(frozen=True, slots=True)
class ZoneChange:
    """The agent lives in another zone now."""

    before: tzinfo
    after: tzinfo


Surprise = ClockStep | WokeUp | ZoneChange


class Heartbeat:
    """Compares each reading with what the last one promised. Fed by a timer, it holds none itself.

    On any surprise the app wakes the alarm clock and plans anew.
    """

    def __init__(self, first: Reading, interval: float, tolerance: float = 1.0) -> None:
        """Take the first reading, the seconds from beat to beat and those of error that do not matter."""
        self._last = first
        # Kept from surprise to surprise, not from beat to beat: a clock that is slewed, a few milliseconds a
        # beat, is off by seconds after hours, and alarms wait for hours.
        self._agreed = first
        self._interval = interval
        self._tolerance = tolerance

    def beat(self, reading: Reading) -> tuple[Surprise, ...]:
        """Return what surprises in this reading, mostly nothing. More beats than the timer's are welcome."""
        last, self._last = self._last, reading
        found: list[Surprise] = []
        step = self._step(reading)
        if abs(step) > self._tolerance or reading.runs != self._agreed.runs:
            found.append(ClockStep(step))
            self._agreed = reading
        late = reading.monotonic - last.monotonic - self._interval
        if late > max(self._tolerance, self._interval):
            found.append(WokeUp(late))
        if reading.zone != last.zone:
            found.append(ZoneChange(last.zone, reading.zone))
        return tuple(found)

    def _step(self, reading: Reading) -> float:
        passed = reading.monotonic - self._agreed.monotonic if self._agreed.runs else 0.0
        return (reading.now - self._agreed.now - timedelta(seconds=passed)).total_seconds()
