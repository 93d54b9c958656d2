"""What the notification server says of itself, for the doctor."""

from collections.abc import Callable

from habitcoach.bus import Answer, Call, Problem, SessionBus
from habitcoach.notify.server import NAME, PATH
from habitcoach.texts.language import tr


def describe_server(bus: SessionBus, then: Callable[[bool, str], None]) -> None:
    """Have `then(whether it answers, one line about it)` called once, later, within the bus's deadline."""

    def named(answer: Answer) -> None:
        if answer.problem is not None:
            then(False, _sentence(answer.problem))  # noqa: FBT003  # the callback's signature
            return
        server = " ".join(map(str, answer.body[:3:2]))  # name and version; between them its maker
        bus.call(_call("GetCapabilities"), lambda able: then(*_described(server, able)))

    bus.call(_call("GetServerInformation"), named)


def _call(member: str) -> Call:
    return Call(NAME, PATH, NAME, member)


def _described(server: str, able: Answer) -> tuple[bool, str]:
    if able.problem is Problem.LATE:
        return False, _sentence(able.problem)
    buttons = able.problem is None and "actions" in able.body[0]
    return True, tr("{server}, with buttons", server=server) if buttons else tr(
        "{server}, without buttons", server=server
    )


def _sentence(problem: Problem) -> str:
    if problem is Problem.NO_BUS:
        return tr("no message bus")
    return tr("does not answer") if problem is Problem.LATE else tr("none")
