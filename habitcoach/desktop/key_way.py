"""What the ways to hear one combination of keys from any program have in common."""

from collections.abc import Callable
from enum import StrEnum
from typing import Protocol

from habitcoach.core.key_combination import KeyCombination


class KeyState(StrEnum):
    """How the combination stands."""

    OFF = "off"  #: none was chosen
    ASKING = "asking"  #: the desktop has been asked, and may ask the agent
    ON = "on"  #: it reaches the app
    TAKEN = "key_taken"  #: another program has it
    DENIED = "key_denied"  #: the desktop, or the agent when it asked, said no
    NO_SUCH_KEY = "no_such_key"  #: this keyboard has no such key
    IMPOSSIBLE = "no_global_key"  #: this desktop gives no program a key


class KeyWay(Protocol):
    """A way to hear one combination, and nothing else that is typed."""

    def take(
        self, keys: KeyCombination, pressed: Callable[[], None], told: Callable[[KeyState], None]
    ) -> None:
        """Ask for a combination; `told` hears how it stands, at once or later. Called again after `close`."""

    def close(self) -> None:
        """Give the combination back; nobody is called any more. Does nothing when there is none."""
