"""What several sources say together, and the two that are asked without a bus."""

from dataclasses import dataclass
from datetime import timedelta

import pytest

from habitcoach.ports import Seen
from habitcoach.presence.screen import OnScreen
from habitcoach.presence.source import together
from habitcoach.presence.windows import LastInput, WindowsPresence, windows_presence


@pytest.mark.parametrize(
    ("parts", "found"),
    [
        ([], Seen()),
        ([Seen(), Seen()], Seen()),
        ([Seen(locked=False), Seen(locked=True), Seen()], Seen(locked=True)),
        ([Seen(locked=False), Seen(do_not_disturb=True)], Seen(locked=False, do_not_disturb=True)),
        ([Seen(idle=timedelta(9)), Seen(idle=timedelta(4)), Seen()], Seen(idle=timedelta(4))),
        ([Seen(full_screen=False), Seen()], Seen(full_screen=False)),
        ([Seen(microphone=True), Seen(microphone=False)], Seen(microphone=True)),
    ],
)
def test_one_that_says_yes_is_believed(parts: list[Seen], found: Seen) -> None:
    assert together(parts) == found


@dataclass
class Server:
    idle: float | None
    full: bool | None

    def idle_seconds(self) -> float | None:
        return self.idle

    def full_screen(self) -> bool | None:
        return self.full

    def close(self) -> None:
        """There is nothing to leave."""


def test_the_screen_is_asked_for_both() -> None:
    source = OnScreen(Server(2.5, full=True))
    assert source.seen == Seen()
    source.ask()
    assert source.seen == Seen(idle=timedelta(seconds=2.5), full_screen=True)
    source = OnScreen(Server(None, None))
    source.ask()
    assert source.seen == Seen()


@dataclass
class Windows:
    now: int
    input_at: int | None
    answer: int

    def last_input(self, found: LastInput) -> bool:
        found.ticks = self.input_at or 0
        return self.input_at is not None

    def ticks(self) -> int:
        return self.now

    def state(self) -> int:
        return self.answer


@pytest.mark.parametrize(
    ("system", "found"),
    [
        (Windows(5000, 2000, 5), Seen(False, timedelta(seconds=3), False, False)),
        (Windows(1000, 2**32 - 1000, 1), Seen(True, timedelta(seconds=2), False, False)),
        (Windows(0, 0, 2), Seen(False, timedelta(0), True, False)),
        (Windows(0, None, 4), Seen(False, None, True, False)),
        (Windows(0, None, 6), Seen(False, None, False, True)),
        (Windows(0, None, 0), Seen()),
    ],
)
def test_what_windows_says(system: Windows, found: Seen) -> None:
    source = WindowsPresence(system)
    assert source.seen == Seen()
    source.ask()
    assert source.seen == found


def test_there_is_no_such_source_elsewhere() -> None:
    assert windows_presence() is None
