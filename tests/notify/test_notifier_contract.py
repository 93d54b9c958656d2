"""What the use cases rely on, held against the fake they are tested with and against the real thing."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

import pytest
from pytestqt.qtbot import QtBot

from habitcoach.notify.notifier import SystemNotifier
from habitcoach.ports import Action, Delivery, Notice, Notifier
from tests.desktop.notifications import Notifications
from tests.support.fake_notifier import FakeNotifier

DONE = Action("done", "Done")
SHOW = Action("default", "Show")


class System(Protocol):
    """The system and the agent before it."""

    def up(self) -> list[str]: ...

    def press(self, notice: Notice, action: str) -> None: ...

    def expire(self, notice: Notice) -> None: ...


@dataclass
class FakeSystem:
    notifier: FakeNotifier

    def up(self) -> list[str]:
        return [notice.title for notice in self.notifier.up.values()]

    def press(self, notice: Notice, action: str) -> None:
        self.notifier.press(notice.key, action)

    def expire(self, notice: Notice) -> None:
        self.notifier.expire(notice.key)


@dataclass
class RealSystem:
    server: Notifications

    def up(self) -> list[str]:
        titles = {one["id"]: one["summary"] for one in self.server.shown()}
        return [title for number, title in titles.items() if number not in self.server.closed()]

    def press(self, notice: Notice, action: str) -> None:
        self.server.press(self.server.wait_for(notice.title), action)

    def expire(self, notice: Notice) -> None:
        self.server.expire(self.server.wait_for(notice.title))


@dataclass
class Told:
    """What the notifier has called back."""

    notifier: Notifier
    deliveries: list[Delivery] = field(default_factory=list)
    actions: list[tuple[str, str]] = field(default_factory=list)
    closed: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.notifier.on_action(lambda key, action: self.actions.append((key, action)))
        self.notifier.on_closed(self.closed.append)


@pytest.fixture(params=["fake", "real"])
def stage(request: pytest.FixtureRequest) -> tuple[Told, System]:
    """Return a notifier with what it told, and the system it notifies on."""
    if request.param == "fake":
        fake = FakeNotifier()
        return Told(fake), FakeSystem(fake)
    serve: Callable[[], Notifications] = request.getfixturevalue("serve")
    server = serve()
    real: SystemNotifier = request.getfixturevalue("notifier")
    return Told(real), RealSystem(server)


def notice(key: str, title: str, *actions: Action) -> Notice:
    return Notice(key, title, "When it rings: smile.", actions)


def show(qtbot: QtBot, told: Told, *notices: Notice) -> None:
    """Show notices and wait until each is out."""
    before = len(told.deliveries)
    for one in notices:
        told.notifier.notify(one, told.deliveries.append)
    qtbot.waitUntil(lambda: len(told.deliveries) == before + len(notices))


def test_a_notice_is_shown_and_said_to_be(qtbot: QtBot, stage: tuple[Told, System]) -> None:
    told, system = stage
    show(qtbot, told, notice("delivery:1", "Smile", DONE, SHOW))
    assert told.deliveries == [Delivery("dbus", buttons=True)]
    assert system.up() == ["Smile"]


def test_a_click_on_the_text_is_no_button(qtbot: QtBot, stage: tuple[Told, System]) -> None:
    told, _ = stage
    show(qtbot, told, notice("delivery:1", "Smile", SHOW))
    assert told.deliveries == [Delivery("dbus", buttons=False)]


def test_two_keys_are_two_notifications(qtbot: QtBot, stage: tuple[Told, System]) -> None:
    told, system = stage
    show(qtbot, told, notice("delivery:1", "Smile"), notice("delivery:2", "Breathe"))
    assert system.up() == ["Smile", "Breathe"]


def test_the_same_key_replaces(qtbot: QtBot, stage: tuple[Told, System]) -> None:
    told, system = stage
    show(qtbot, told, notice("delivery:1", "Smile"))
    show(qtbot, told, notice("delivery:1", "2 cues are waiting"))
    assert system.up() == ["2 cues are waiting"]
    assert told.closed == []


def test_the_same_key_at_once_replaces_too(qtbot: QtBot, stage: tuple[Told, System]) -> None:
    told, system = stage
    show(qtbot, told, *(notice("delivery:1", title) for title in ("one", "two", "three")))
    qtbot.waitUntil(lambda: system.up() == ["three"])
    assert len(told.deliveries) == 3


def test_a_click_arrives_with_its_key(qtbot: QtBot, stage: tuple[Told, System]) -> None:
    told, system = stage
    first, second = notice("delivery:1", "Smile", DONE), notice("delivery:2", "Breathe", DONE)
    show(qtbot, told, first, second)
    system.press(second, "done")
    qtbot.waitUntil(lambda: told.actions == [("delivery:2", "done")])
    qtbot.waitUntil(lambda: told.closed == ["delivery:2"])


def test_it_says_when_a_notice_has_gone(qtbot: QtBot, stage: tuple[Told, System]) -> None:
    told, system = stage
    one = notice("delivery:1", "Smile")
    show(qtbot, told, one)
    system.expire(one)
    qtbot.waitUntil(lambda: told.closed == ["delivery:1"])
    assert told.actions == []


def test_a_closed_notice_goes_and_is_not_reported(qtbot: QtBot, stage: tuple[Told, System]) -> None:
    told, system = stage
    show(qtbot, told, notice("delivery:1", "Smile"), notice("delivery:2", "Breathe"))
    told.notifier.close("delivery:1")
    qtbot.waitUntil(lambda: system.up() == ["Breathe"])
    show(qtbot, told, notice("delivery:3", "Walk"))  # whatever the system had to say of the first came before
    assert told.closed == []


def test_closed_at_once_it_does_not_stay(qtbot: QtBot, stage: tuple[Told, System]) -> None:
    told, system = stage
    show(qtbot, told, notice("delivery:1", "Smile"))
    told.notifier.notify(notice("delivery:2", "Breathe"), told.deliveries.append)
    told.notifier.close("delivery:2")
    qtbot.waitUntil(lambda: len(told.deliveries) == 2)
    qtbot.waitUntil(lambda: system.up() == ["Smile"])
    told.notifier.notify(notice("delivery:2", "Walk"), told.deliveries.append)
    qtbot.waitUntil(lambda: system.up() == ["Smile", "Walk"])


def test_closing_what_is_not_up_is_fine(qtbot: QtBot, stage: tuple[Told, System]) -> None:
    told, system = stage
    told.notifier.close("delivery:1")
    show(qtbot, told, notice("delivery:1", "Smile"))
    told.notifier.close("delivery:1")
    told.notifier.close("delivery:1")
    qtbot.waitUntil(lambda: system.up() == [])


def test_a_key_can_be_used_again(qtbot: QtBot, stage: tuple[Told, System]) -> None:
    told, system = stage
    one = notice("delivery:1", "Smile", DONE)
    show(qtbot, told, one)
    told.notifier.close("delivery:1")
    again = notice("delivery:1", "Smile again", DONE)
    show(qtbot, told, again)
    qtbot.waitUntil(lambda: system.up() == ["Smile again"])
    system.press(again, "done")
    qtbot.waitUntil(lambda: told.actions == [("delivery:1", "done")])


def test_draining_delivers_what_is_under_way(stage: tuple[Told, System]) -> None:
    told, system = stage
    told.notifier.notify(notice("delivery:1", "Smile"), told.deliveries.append)
    told.notifier.drain(5)
    assert [one.channel for one in told.deliveries] == ["dbus"]
    assert system.up() == ["Smile"]
