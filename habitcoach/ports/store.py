"""The port of the agent's file."""

from contextlib import AbstractContextManager
from typing import Protocol

from habitcoach.ports.duty import DutyStore
from habitcoach.ports.habits import HabitStore
from habitcoach.ports.log import LogStore
from habitcoach.ports.promises import PromiseStore
from habitcoach.ports.prompts import PromptStore
from habitcoach.ports.reviews import ReviewStore
from habitcoach.ports.rewards import RewardStore


class Store(HabitStore, DutyStore, LogStore, PromptStore, RewardStore, PromiseStore, ReviewStore, Protocol):
    """The agent's file. Every method is one short query; `writing` makes several one."""

    def writing(self) -> AbstractContextManager[None]:
        """Open a transaction that holds the write lock from its start; rolls back when its body raises.

        Nests: an inner one joins the outer.
        """
        ...

    def is_writing(self) -> bool:
        """Whether a transaction is open here, which may yet be rolled back."""
        ...

    def change_count(self) -> int:
        """Return a number that differs whenever another connection has written."""
        ...

    def setting(self, name: str) -> str | None: ...
    def put_setting(self, name: str, value: str) -> None: ...
