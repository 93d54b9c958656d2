"""How one way of showing a notification fared, and what follows from it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from habitcoach.notify.cleaning import clean_body, clean_title
from habitcoach.ports import Notice


@dataclass(frozen=True, slots=True)
class Attempt:
    """How a way of showing a notice fared."""

    problem: str | None = None  #: code of `texts.errors`; None: it is out
    buttons: bool = False  #: whether working buttons are on it
    sounded: bool = False  #: whether the desktop sees to its sound
    #: Whether nothing else may be tried: it may be up unknown to us, or still come; there must not be two.
    final: bool = False


@dataclass(frozen=True, slots=True)
class Clean:
    """A notice whose texts any notification system takes."""

    notice: Notice
    title: str
    body: str

    @classmethod
    def of(cls, notice: Notice) -> "Clean":
        """Clean the texts of a notice."""
        return cls(notice, clean_title(notice.title), clean_body(notice.body))


class Way(Protocol):
    """A way of showing notices. Nothing in it blocks or raises."""

    @property
    def channel(self) -> str:
        """Its name in `Delivery`."""
        ...

    def show(self, clean: Clean, then: Callable[[Attempt], None]) -> None:
        """Show a notice, or find that it cannot; `then` is called once, later, from the event loop."""
        ...
