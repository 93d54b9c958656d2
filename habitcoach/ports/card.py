"""The port of the cue card."""

from typing import Protocol


class Card(Protocol):
    """The cue card: one at a time, and never in the way."""

    def show(self, delivery: int) -> None:
        """Show a delivery, or add to it when its card is open."""
        ...

    def close(self, delivery: int) -> None:
        """Take a delivery's card away if it is up."""
        ...

    def is_open(self, delivery: int) -> bool:
        """Whether that delivery's card is on the screen."""
        ...
