"""The port of the agent's presence."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Seen:
    """What the system says of the agent's presence. None: it does not say, which counts as present."""

    locked: bool | None = None
    idle: timedelta | None = None  #: how long nobody has touched keyboard or mouse
    full_screen: bool | None = None  #: another program fills the screen, or presents
    do_not_disturb: bool | None = None
    microphone: bool | None = None  #: some program listens


class Presence(Protocol):
    """Whether the agent is there and may be spoken to. Nothing here blocks or raises."""

    def seen(self) -> Seen:
        """Return what was read last."""
        ...

    def watch_microphone(self, *, wanted: bool) -> None:
        """Read from now on whether a microphone is in use, or do not; it is not read before it is wanted."""
        ...

    def on_read(self, callback: Callable[[], None]) -> None:
        """Have `callback()` called on the GUI thread after every reading, also one that found no change."""
        ...
