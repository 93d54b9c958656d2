"""Times of day as the agent's country writes them: "16:10", or "4:10 PM" where the app says so."""

from collections.abc import Callable
from datetime import datetime, time


def on_24_hours(wall: time) -> str:
    """Return "16:10"."""
    return f"{wall:%H:%M}"


class Hours:
    """How times are written in one process. There is one way, as there is one locale."""

    def __init__(self) -> None:
        self.write: Callable[[time], str] = on_24_hours


_hours = Hours()


def write_times(way: Callable[[time], str]) -> None:
    """Have all times of day written in this way from now on."""
    _hours.write = way


def time_text(when: datetime | time) -> str:
    """Return a wall time as the agent's country writes it."""
    return _hours.write(when.time() if isinstance(when, datetime) else when)
