"""Waiting for what real programs do in real time."""

import time
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")

_LOOK_AGAIN = 0.02


def monotonic() -> float:
    """Return seconds since some fixed moment, the same in every process."""
    return time.monotonic()


def pause(seconds: float) -> None:
    """Let real time pass, for a test whose point is an arbitrary moment."""
    time.sleep(seconds)


def until(look: Callable[[], T | None], what: str, seconds: float = 15.0) -> T:
    """Return the first true value of `look`; fail naming `what` when none came in time."""
    end = time.monotonic() + seconds
    while True:
        seen = look()
        if seen:
            return seen
        if time.monotonic() > end:
            message = f"waited {seconds:g} s in vain: {what}"
            raise AssertionError(message)
        time.sleep(_LOOK_AGAIN)


def never(look: Callable[[], object], what: str, seconds: float) -> None:
    """Fail naming `what` when `look` becomes true within a stretch of time."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        seen = look()
        if seen:
            message = f"{what}: {seen!r}"
            raise AssertionError(message)
        time.sleep(_LOOK_AGAIN)
