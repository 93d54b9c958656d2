"""How saving stands: what the surfaces say about it."""

from dataclasses import dataclass

from habitcoach.ui.waiting import RowKey


@dataclass(frozen=True, slots=True)
class Saving:
    """What is on its way to the disk."""

    slow: bool = False  #: another program has kept an answer waiting for over 100 ms
    trouble: str = ""  #: code of `texts.troubles` while the disk takes nothing; empty when all is well
    unsaved: int = 0  #: answers that are only in memory
    places: frozenset[RowKey] = frozenset()  #: the occasions they are about
