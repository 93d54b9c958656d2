"""What presence is read from: several sources, each of which knows a part."""

from collections.abc import Iterable
from datetime import timedelta
from typing import Protocol

from habitcoach.ports import Seen


class Source(Protocol):
    """One part of the system. Nothing here waits for another program or raises."""

    @property
    def name(self) -> str:
        """What it is called, for the doctor."""
        ...

    @property
    def waits(self) -> bool:
        """Whether an answer is under way."""
        ...

    @property
    def seen(self) -> Seen:
        """What it said last; None wherever it says nothing."""
        ...

    def ask(self) -> None:
        """Ask it anew; what it says may come later."""
        ...


class AtOnce:
    """A source that answers when it is asked."""

    waits = False

    def __init__(self, name: str) -> None:
        """Take what it is called, for the doctor."""
        self.name = name
        self.seen = Seen()  #: what it said last


def together(parts: Iterable[Seen]) -> Seen:
    """Return what several sources say: one that says yes is believed, and the shortest idleness."""
    every = tuple(parts)
    return Seen(
        locked=_any(one.locked for one in every),
        idle=_least(one.idle for one in every),
        full_screen=_any(one.full_screen for one in every),
        do_not_disturb=_any(one.do_not_disturb for one in every),
        microphone=_any(one.microphone for one in every),
    )


def _any(values: Iterable[bool | None]) -> bool | None:
    known = [one for one in values if one is not None]
    return any(known) if known else None


def _least(values: Iterable[timedelta | None]) -> timedelta | None:
    return min((one for one in values if one is not None), default=None)
