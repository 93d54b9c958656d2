"""What is said on the bus: calls, their answers, and signals."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

#: Seconds after which an answer is late.
DEADLINE = 2.0


class Problem(StrEnum):
    """Why a call has no reply."""

    NO_BUS = "no_bus"  #: there is no bus, or it took nothing: the call was not made
    NO_SERVER = "no_server"  #: nobody answers to that name, or whoever did has died
    REFUSED = "refused"  #: answered with an error
    LATE = "late"  #: no answer in time; what was asked may still happen
    LOST = "lost"  #: the bus went away after it took the call; what was asked may have happened


@dataclass(frozen=True, slots=True)
class Call:
    """A method call."""

    destination: str  #: name on the bus
    path: str
    interface: str
    member: str
    signature: str = ""
    body: tuple[Any, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """How a call ended."""

    body: tuple[Any, ...] = ()
    sender: str = ""  #: unique name of who answered
    problem: Problem | None = None
    error: str = ""  #: name of the D-Bus error, when there was one


@dataclass(frozen=True, slots=True)
class Heard:
    """A signal that somebody sent."""

    sender: str  #: unique name
    member: str
    body: tuple[Any, ...]
