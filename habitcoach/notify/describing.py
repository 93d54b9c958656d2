"""What the notification server says of itself, for the doctor."""

from collections.abc import Callable
from dataclasses import dataclass

from habitcoach.bus import Answer, Call, Problem, SessionBus
from habitcoach.notify.server import NAME, PATH
from habitcoach.texts.language import tr


@dataclass(frozen=True, slots=True)
class ServerDescription:
    """A notification server, or why there is none."""

    line: str  #: one line about it
    answers: bool = False
    capabilities: frozenset[str] = frozenset()

    @property
    def buttons(self) -> bool:
        """Whether its notifications have buttons."""
        return "actions" in self.capabilities


def describe_server(bus: SessionBus, then: Callable[[ServerDescription], None]) -> None:
    """Have `then` called with what the server is, once, later, within the bus's deadline."""

    def named(answer: Answer) -> None:
        if answer.problem is not None:
            then(ServerDescription(_sentence(answer.problem)))
            return
        server = " ".join(map(str, answer.body[:3:2]))  # name and version; between them its maker
        bus.call(_call("GetCapabilities"), lambda able: then(_described(server, able)))

    bus.call(_call("GetServerInformation"), named)


def _call(member: str) -> Call:
    return Call(NAME, PATH, NAME, member)


def _described(server: str, able: Answer) -> ServerDescription:
    if able.problem is Problem.LATE:
        return ServerDescription(_sentence(able.problem))
    found = frozenset(map(str, able.body[0])) if able.problem is None else frozenset()
    with_buttons = tr("{server}, with buttons", server=server)
    line = with_buttons if "actions" in found else tr("{server}, without buttons", server=server)
    return ServerDescription(line, answers=True, capabilities=found)


def _sentence(problem: Problem) -> str:
    if problem is Problem.NO_BUS:
        return tr("no message bus")
    return tr("does not answer") if problem is Problem.LATE else tr("none")
