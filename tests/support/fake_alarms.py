"""An alarm clock that rings only when a test says so."""

from collections.abc import Callable
from datetime import datetime


class FakeAlarms:
    """The port `Alarms`, driven by hand with `ring_due`."""

    def __init__(self, ring: Callable[[str], None]) -> None:
        """Take what to call with the key of a due alarm."""
        self._ring = ring
        self.due: dict[str, datetime] = {}  #: what is set, by key

    def set(self, key: str, due: datetime) -> None:
        """Ring `key` at an instant; replaces what the key had."""
        self.due[key] = due

    def cancel(self, key: str) -> None:
        """Forget a key; unknown keys are fine."""
        self.due.pop(key, None)

    def next_due(self) -> datetime | None:
        """Return the instant of the next alarm; None when none is set."""
        return min(self.due.values(), default=None)

    def ring_due(self, now: datetime) -> int:
        """Ring everything due by `now`, in order, also what a ring sets; return how many rang."""
        count = 0
        while ripe := sorted((due, key) for key, due in self.due.items() if due <= now):
            key = ripe[0][1]
            del self.due[key]
            self._ring(key)
            count += 1
        return count
