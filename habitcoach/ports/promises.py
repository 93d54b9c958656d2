"""What the file keeps of promises."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Protocol

from habitcoach.core.entry import EntryId
from habitcoach.core.promise import Promise, PromiseChange, PromiseId


class PromiseStore(Protocol):
    """The part of the agent's file that holds promises."""

    def add_promise(self, promise: Promise) -> PromiseId:
        """Store a promise and return the number it was given."""
        ...

    def promise(self, promise_id: PromiseId) -> Promise | None: ...
    def open_promises(self) -> Sequence[Promise]:
        """Return the promises that wait for their answer, by due time."""
        ...

    def promises(self, since: date | None = None) -> Sequence[Promise]:
        """Return the promises due from a work date on, or all of them, by due time."""
        ...

    def update_promise(self, promise: Promise) -> None: ...
    def promises_kept(self) -> int:
        """Return how many promises were kept in time."""
        ...

    def add_promise_change(self, change: PromiseChange) -> None:
        """Keep how a promise stood before an answer."""
        ...

    def promise_change(self, entry_id: EntryId) -> PromiseChange | None:
        """Return what a line of the log changed of a promise, with its ticket and note as they are now."""
        ...

    def has_promise_texts(self, due_before: datetime) -> bool:
        """Whether a promise due before an instant still has its ticket or note."""
        ...

    def erase_promise_texts(self, due_before: datetime) -> None:
        """Erase ticket and note of every promise due before an instant."""
        ...
