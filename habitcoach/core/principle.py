"""A principle to rethink each week: the agent's own words, or why one of their habits matters."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Self

from habitcoach.core.fields import name_key


@dataclass(frozen=True, slots=True)
class Rewritten:
    """What a review keeps: the principle as the agent left it, and what it was before."""

    text: str = ""  #: "" until the agent said something about it
    was: str = ""  #: "" where it stayed as it was

    @property
    def kept(self) -> str:
        """Both as they are kept: a line each."""
        return f"{self.text}\n{self.was}" if self.was else self.text

    @classmethod
    def read(cls, text: str) -> Self:
        """Read what was kept."""
        words, _, was = text.partition("\n")
        return cls(words, was)


@dataclass(frozen=True, slots=True)
class Principle:
    """One that can be rethought."""

    text: str
    written_on: date | None = None  #: when the agent wrote it; None for the reason of a habit
    habit: str = ""


def principle_for(number: int, own: Sequence[Principle], reasons: Sequence[Principle]) -> Principle | None:
    """Return the principle of the week with a number; None when there is nothing to choose from.

    The agent's own and the reasons of habits take turns, one after the other, so that the same comes back
    only when all had theirs. What the agent made of a reason takes its place.
    """
    known = {name_key(one.text) for one in own}
    others = [one for one in reasons if name_key(one.text) not in known]
    every = [*own, *others]
    return every[number % len(every)] if every else None
