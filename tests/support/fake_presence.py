"""A presence that says what it is told; tests/presence/test_presence_contract.py holds it to the real one."""

from collections.abc import Callable

from habitcoach.ports import Seen


class FakePresence:
    """The port `Presence`, in memory."""

    def __init__(self) -> None:
        self._seen = Seen()
        self.watches_microphone = False
        self._callback: Callable[[], None] = lambda: None

    def seen(self) -> Seen:
        """Return what was read last."""
        return self._seen

    def watch_microphone(self, *, wanted: bool) -> None:
        """Note whether the microphone is wanted."""
        self.watches_microphone = wanted

    def on_read(self, callback: Callable[[], None]) -> None:
        """Have `callback()` called after every reading."""
        self._callback = callback

    def say(self, seen: Seen) -> None:
        """Have the system say this from now on."""
        self._seen = seen
        self._callback()
