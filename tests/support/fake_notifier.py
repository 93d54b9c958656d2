"""A notifier that shows nothing, and an agent who clicks what it does not show."""

from collections.abc import Callable
from dataclasses import replace

from habitcoach.ports import Delivery, Notice

DELIVERED = Delivery("dbus", buttons=True)


class FakeNotifier:
    """The port `Notifier`, in memory. `tests/notify/test_notifier_contract.py` holds it to the real one.

    It delivers at once, or, with `waits` set, when `answer` is called. It says there are buttons only where
    the notice has some that are not just a click on the text.
    """

    def __init__(self, delivery: Delivery = DELIVERED) -> None:
        """Take how every notice goes out from now on; `delivery` can be changed."""
        self.delivery = delivery
        self.waits = False
        self.notices: list[Notice] = []  #: every notice so far
        self.up: dict[str, Notice] = {}  #: what is up, by key
        self.closed: list[str] = []  #: keys taken away while up
        self._waiting: list[tuple[Notice, Callable[[Delivery], None]]] = []
        self._on_action: Callable[[str, str], None] = lambda _key, _action: None
        self._on_closed: Callable[[str], None] = lambda _key: None

    def notify(self, notice: Notice, then: Callable[[Delivery], None]) -> None:
        """Show a notice."""
        self.notices.append(notice)
        self._waiting.append((notice, then))
        if not self.waits:
            self.answer()

    def close(self, key: str) -> None:
        """Take a notice away if it is up."""
        if self.up.pop(key, None) is not None:
            self.closed.append(key)

    def on_action(self, callback: Callable[[str, str], None]) -> None:
        """Have `callback(notice key, action key)` called for every click."""
        self._on_action = callback

    def on_closed(self, callback: Callable[[str], None]) -> None:
        """Have `callback(notice key)` called when a notice has gone."""
        self._on_closed = callback

    def drain(self, seconds: float) -> None:
        """Deliver what still waits."""
        del seconds
        self.answer()

    # ---- the system and the agent

    def answer(self) -> None:
        """Deliver what waits, in order."""
        waiting, self._waiting = self._waiting, []
        for notice, then in waiting:
            if self.delivery.channel == "dbus":
                self.up[notice.key] = notice
            some = any(action.key != "default" for action in notice.actions)
            then(replace(self.delivery, buttons=self.delivery.buttons and some))

    def press(self, key: str, action: str) -> None:
        """Click a button of a notice that is up; it goes, as notifications do."""
        assert any(one.key == action for one in self.up[key].actions), f"no {action!r} on {self.up[key]}"
        self._on_action(key, action)
        self.expire(key)

    def expire(self, key: str) -> None:
        """Let a notice go by itself; nothing when it is no longer up."""
        if self.up.pop(key, None) is not None:
            self._on_closed(key)
