"""A second program that writes to the same file: so many entries, as fast as it gets them in."""

import sys
from pathlib import Path

from habitcoach.core.entry import EntryKind, NewEntry, Source
from habitcoach.core.habit import HabitId
from habitcoach.storage.opening import COMMAND_WAIT_MS, open_store
from tests.support.habits import MONDAY, local


def write(database: Path, number: int) -> None:
    """Append entries one by one, each in a transaction of its own, as the command line does."""
    store = open_store(database, COMMAND_WAIT_MS)
    entry = NewEntry(HabitId(1), MONDAY, None, local(MONDAY, "12:00"), EntryKind.DONE, Source.COMMAND)
    for _ in range(number):
        with store.writing():
            store.append(entry)
    store.close()


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]))
