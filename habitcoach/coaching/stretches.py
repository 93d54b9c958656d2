"""Work in short stretches, so that a window gets its turn between them."""

from collections.abc import Generator
from typing import TypeVar

Found = TypeVar("Found")


def whole(stretches: Generator[object, None, Found]) -> Found:
    """Go through all stretches at once, and return what they come to."""
    while True:
        try:
            next(stretches)
        except StopIteration as end:
            found: Found = end.value
            return found
