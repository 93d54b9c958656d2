"""The port of notifications."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Action:
    """A button on a notification."""

    key: str  #: "done", "snooze", "show", "got_it"; "default" is a click on the body
    label: str


@dataclass(frozen=True, slots=True)
class Notice:
    """What a notification says. Text is data: it is never markup and never an option."""

    key: str  #: a later notice with this key replaces the former
    title: str
    body: str
    actions: tuple[Action, ...] = ()
    timeout: float = 20.0  #: seconds it stays where its buttons work
    brief_timeout: float = 6.0  #: seconds it stays where it has none: the card follows it
    sound: bool = False  #: whether it is to be heard; where not, it must make no sound at all


@dataclass(frozen=True, slots=True)
class Delivery:
    """How a notice went out."""

    channel: str  #: "dbus", "notify-send", "plyer", "tray" or "none"
    buttons: bool  #: whether working buttons were on it
    problem: str | None = None  #: code of `texts.errors` when it did not go out
    sounded: bool = False  #: whether the desktop itself sees to its sound, as its *do not disturb* allows


class Notifier(Protocol):
    """Native notifications: a courtesy, never the record. Nothing here blocks or raises."""

    def notify(self, notice: Notice, then: Callable[[Delivery], None]) -> None:
        """Show a notice; `then` is called once on the GUI thread when it is out, refused, or late."""
        ...

    def close(self, key: str) -> None:
        """Take a notice away if it is still up."""
        ...

    def on_action(self, callback: Callable[[str, str], None]) -> None:
        """Have `callback(notice key, action key)` called on the GUI thread for every click."""
        ...

    def on_closed(self, callback: Callable[[str], None]) -> None:
        """Have `callback(notice key)` called when a notice has gone, by timeout or by the agent."""
        ...

    def drain(self, seconds: float) -> None:
        """Finish what is under way, for at most so long."""
        ...
