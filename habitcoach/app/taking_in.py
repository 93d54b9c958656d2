"""An export put into the agent's file, all of it or nothing. For windows and command line; loads no Qt."""

from contextlib import suppress

from habitcoach.coaching.changes import Changed
from habitcoach.coaching.coach import Coach
from habitcoach.core.errors import EnvironmentFaultError, InputError
from habitcoach.interchange.merging import Merge, merged
from habitcoach.interchange.own_json import OwnFile
from habitcoach.storage.checking import unreadable
from habitcoach.storage.faults import CORRUPT
from habitcoach.storage.store import SqliteStore


class _OnlyLookedAtError(Exception):
    """Takes a try back."""


def take_in(store: SqliteStore, coach: Coach, own: OwnFile, *, dry_run: bool, fresh: bool = False) -> Merge:
    """Put an export into the file and return what that added; with `dry_run` take it back again.

    `fresh`: nothing in the home counts yet, so that all of the file comes, shifts and settings too. Who calls
    it announces the change. Raises InputError `rows_unfit` on the field `file`; nothing is changed then.
    """
    with suppress(_OnlyLookedAtError), store.writing():
        home = store.all_rows()
        unknown = sorted(own.tables.keys() - home.keys())
        if unknown:
            raise InputError("file", "rows_unfit", table=unknown[0])
        plan = merged({} if fresh else home, own.tables, store.last_numbers())
        store.put_rows(plan.tables, replace=plan.whole)
        _refuse_unreadable(store)
        if dry_run:
            raise _OnlyLookedAtError
        coach.standings.forget(Changed())
        coach.derived.rebuild()
    return plan


def _refuse_unreadable(store: SqliteStore) -> None:
    """Refuse rows that fit the schema, though no version of ours writes them."""
    try:
        wrong = [one.detail for one in unreadable(store)]
        _read_more(store)
    except EnvironmentFaultError as fault:
        if fault.code != CORRUPT:
            raise
        wrong = [str(fault.params.get("detail", ""))]
    except (ArithmeticError, AttributeError, InputError, LookupError, TypeError, ValueError) as error:
        wrong = [type(error).__name__]
    if wrong:
        raise InputError("file", "rows_unfit", table=wrong[0])


def _read_more(store: SqliteStore) -> None:
    """Read what a check of the file leaves out."""
    store.duty()
    store.promises()
    store.reviews()
    store.decisions()
    for habit in store.habits():
        store.ratings(habit.id)
        store.habit_answers(habit.id)
