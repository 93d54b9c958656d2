"""The ports of time: what it is, and what rings."""

from datetime import datetime, tzinfo
from typing import Protocol


class Clock(Protocol):
    """The time and the zone."""

    def now(self) -> datetime:
        """Return the present instant in UTC."""
        ...

    def zone(self) -> tzinfo:
        """Return the zone the agent lives in at present."""
        ...


class Alarms(Protocol):
    """The alarm clock: rings once per key, at or after the instant, on any thread."""

    def set(self, key: str, due: datetime) -> None:
        """Ring `key` at an instant (UTC, on the app's clock); replaces what the key had."""
        ...

    def cancel(self, key: str) -> None:
        """Forget a key; unknown keys are fine."""
        ...
