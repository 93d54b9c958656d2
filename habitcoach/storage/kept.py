"""What was read from the file and holds until somebody writes."""

from collections.abc import Callable
from typing import TypeVar, cast

T = TypeVar("T")


class Kept:
    """Remembers readings by name, and forgets them all when another connection has written."""

    def __init__(self, others: Callable[[], int]) -> None:
        """Take what tells by another number that others have written."""
        self._others = others
        self._seen = others()
        self._found: dict[str, object] = {}

    def get(self, name: str, read: Callable[[], T]) -> T:
        """Return what is kept under a name, read now if nothing is."""
        seen = self._others()
        if seen != self._seen:
            self._seen = seen
            self._found.clear()
        if name not in self._found:
            self._found[name] = read()
        return cast("T", self._found[name])

    def put(self, name: str, value: object) -> None:
        """Keep what this connection has just made of it."""
        self._found[name] = value

    def drop(self, name: str) -> None:
        """Forget one reading."""
        self._found.pop(name, None)

    def forget(self) -> None:
        """Forget all: what was written has been taken back."""
        self._found.clear()
