"""A file the agent brings, an export or a colleague's habits: what it adds, and adding it. Loads no Qt."""

from dataclasses import dataclass
from pathlib import Path

from habitcoach.app.exporting import refuse_own_place
from habitcoach.app.taking_in import take_in
from habitcoach.coaching.coach import Coach
from habitcoach.interchange.own_json import read_own_file
from habitcoach.interchange.shared_habits import read_shared
from habitcoach.ports import Clock
from habitcoach.storage.migrations import KNOWN
from habitcoach.storage.opening import COMMAND_WAIT_MS, open_store
from habitcoach.texts.exchange import merge_lines, shared_lines


@dataclass(frozen=True, slots=True)
class Brought:
    """What a file adds to what is there."""

    lines: tuple[str, ...]
    adds: bool  #: whether it adds anything at all


def bring(database: Path, path: Path, clock: Clock, *, dry_run: bool) -> Brought:
    """Add what a file has, all of it or nothing, on a connection of its own; with `dry_run` only say what.

    Waits, so it belongs into the background; who calls it announces the change. Raises InputError for a file
    that is none of ours, RefusedError for the one in use, and EnvironmentFaultError for the disk.
    """
    # Read and closed like any other file, the one in use would lose its locks.
    refuse_own_place(path, database)
    shared = read_shared(path)
    own = None if shared is not None else read_own_file(path, sorted(KNOWN))
    store = open_store(database, COMMAND_WAIT_MS)
    try:
        coach = Coach(store, clock)
        if shared is not None:
            taken = coach.sharing.take(shared, dry_run=dry_run)
            return Brought(tuple(shared_lines(taken.added, taken.there)), bool(taken.added))
        assert own is not None  # noqa: S101  # one of the two
        plan = take_in(store, coach, own, dry_run=dry_run)
        lines = merge_lines(plan.added, plan.merged, plan.entries, whole=plan.whole)
        return Brought(tuple(lines), not plan.adds_nothing)
    finally:
        store.close()
