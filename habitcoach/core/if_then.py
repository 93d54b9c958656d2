"""The plan for the next week: "If …, then next week I will …"."""

from dataclasses import dataclass
from typing import Self


@dataclass(frozen=True, slots=True)
class IfThen:
    """Both halves in the agent's words; either may be empty."""

    if_: str = ""
    then: str = ""

    @property
    def text(self) -> str:
        """Both as they are kept: a line each, "" when nothing was written."""
        return f"{self.if_}\n{self.then}" if self.if_ or self.then else ""

    @classmethod
    def read(cls, text: str) -> Self:
        """Read what was kept."""
        if_, _, then = text.partition("\n")
        return cls(if_, then)
