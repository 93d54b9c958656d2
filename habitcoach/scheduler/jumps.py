"""How often the time or the zone has jumped under the app: a line for the doctor, kept as a setting."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Self

from habitcoach.scheduler.heartbeat import ClockStep, Surprise, ZoneChange

#: The name of the setting.
CLOCK_JUMPS = "clock_jumps"


@dataclass(frozen=True, slots=True)
class ClockJumps:
    """What was seen so far."""

    count: int = 0
    last: str = ""  #: instant of the last one, ISO, in UTC
    seconds: int = 0  #: how far the clock was ahead of what was due then; negative when it was put back
    zone: str = ""  #: the zone that came, when it was a change of zone

    @classmethod
    def of_text(cls, text: str | None) -> Self:
        """Read the setting; without one, or with one of another make, nothing was seen."""
        try:
            found = json.loads(text or "{}")
            return cls(**found)
        except (ValueError, TypeError):
            return cls()

    @property
    def text(self) -> str:
        """The setting."""
        return json.dumps(
            {"count": self.count, "last": self.last, "seconds": self.seconds, "zone": self.zone}
        )

    def with_seen(self, surprises: Iterable[Surprise], now: datetime) -> "ClockJumps":
        """Return this with what a beat was surprised by; a stall of the process is no jump of the time."""
        steps = [one for one in surprises if isinstance(one, ClockStep | ZoneChange)]
        if not steps:
            return self
        seconds = round(sum(one.seconds for one in steps if isinstance(one, ClockStep)))
        zones = [str(one.after) for one in steps if isinstance(one, ZoneChange)]
        return ClockJumps(self.count + 1, now.isoformat(), seconds, zones[-1] if zones else "")
