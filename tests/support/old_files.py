"""Files of the agent, whole and harmed, for the tests of what keeps them."""

import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

from habitcoach.core.entry import EntryKind, NewEntry, Source
from habitcoach.core.habit import Category, Draft, HabitId
from habitcoach.core.trigger import Manual
from habitcoach.storage.opening import COMMAND_WAIT_MS, open_store
from tests.support.habits import MONDAY, PLAN, local

NOON = local(MONDAY, "12:00")
FILES = Path(__file__).parents[1] / "storage" / "files"


def live_in(path: Path, entries: int = 3, habit: str = "Smile") -> None:
    """Have a habit and log it some times."""
    store = open_store(path, COMMAND_WAIT_MS)
    known = {one.name: one.id for one in store.habits()}
    with store.writing():
        draft = Draft(habit, Category.WORDS, PLAN, Manual())
        number = known.get(habit) or store.add_habit(draft, MONDAY, NOON)
        for _ in range(entries):
            store.append(NewEntry(HabitId(number), MONDAY, None, NOON, EntryKind.DONE, Source.COMMAND))
    store.close()


def rows(path: Path, sql: str) -> list[tuple[object, ...]]:
    """Read a file without this program."""
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(sql).fetchall()


def run(path: Path, *statements: str) -> None:
    """Change a file without this program."""
    with closing(sqlite3.connect(path)) as connection:
        for one in statements:
            connection.execute(one)
        connection.commit()


def entry_ids(path: Path) -> list[int]:
    """Return the numbers of all entries of a file."""
    return [int(str(number)) for (number,) in rows(path, "SELECT id FROM entry ORDER BY id")]


def day(number: int) -> str:
    """Return the date so many days after the Monday, as in names."""
    return f"{MONDAY + timedelta(days=number)}"
