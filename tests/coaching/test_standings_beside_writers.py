"""Standings remembered while another process writes are those worked out anew."""

import sqlite3
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import date, timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from habitcoach.coaching.agenda import read_agenda
from habitcoach.coaching.changes import Changed
from habitcoach.coaching.standings import Standing, Standings
from habitcoach.core.entry import Entry, EntryKind, NewEntry, Source
from habitcoach.core.habit import Category, Draft, HabitId
from habitcoach.core.target import Target
from habitcoach.core.trigger import After
from habitcoach.storage.opening import open_store
from habitcoach.storage.store import SqliteStore
from tests.support.driven_clock import DrivenClock
from tests.support.habits import MONDAY, PLAN, at, local
from tests.support.thoroughness import examples

SMILE, LISTEN, FOLLOW = HabitId(1), HabitId(2), HabitId(3)
NOON = local(MONDAY, "12:00")


class _Desk:
    """The app's store and standings, and the store of a command beside it."""

    def __init__(self, path: Path) -> None:
        self.ours, self.theirs = open_store(path, 0), open_store(path, 0)
        self.clock = DrivenClock(NOON)
        for name, trigger in (("Smile", at("10:30")), ("Listen", at("11:00")), ("Follow", After(SMILE))):
            self.ours.add_habit(Draft(name, Category.WORDS, PLAN, trigger, Target()), MONDAY, NOON)
        self.clock.advance(timedelta(days=20))
        self.standings = Standings(self.ours)

    def close(self) -> None:
        self.ours.close()
        self.theirs.close()

    def of(self, habit_id: HabitId) -> Standing:
        agenda = read_agenda(self.ours, self.clock)
        return self.standings.of(agenda, agenda.existing(habit_id))

    def anew(self, habit_id: HabitId) -> Standing:
        agenda = read_agenda(self.ours, self.clock)
        return Standings(self.ours).of(agenda, agenda.existing(habit_id))

    def done(self, store: SqliteStore, habit_id: HabitId, day: date) -> Entry:
        at_noon = local(day, "12:00")
        return store.append(NewEntry(habit_id, day, None, at_noon, EntryKind.DONE, Source.COMMAND))

    def undo(self, store: SqliteStore) -> Changed | None:
        live = store.newest_live_entry()
        if live is None:
            return None
        line = NewEntry(
            live.habit_id, live.work_date, None, live.at, EntryKind.UNDO, Source.COMMAND, undoes=live.id
        )
        store.append(line)
        return Changed(live.habit_id, live.work_date)


class _RolledBackError(Exception):
    pass


@contextmanager
def rolled_back_by(desk: _Desk) -> Iterator[None]:
    """Open a transaction in our store that fails at its end."""
    with suppress(_RolledBackError), desk.ours.writing():
        yield
        raise _RolledBackError


acts = st.tuples(
    st.sampled_from(["ours", "theirs", "our undo", "their undo", "rolled back", "look"]),
    st.sampled_from([SMILE, LISTEN]),
    st.integers(0, 20),
)


def act(desk: _Desk, kind: str, habit_id: HabitId, day: date) -> None:
    def ours() -> None:
        desk.done(desk.ours, habit_id, day)
        desk.standings.forget(Changed(habit_id, day))

    def our_undo() -> None:
        changed = desk.undo(desk.ours)
        if changed is not None:
            desk.standings.forget(changed)

    def rolled_back() -> None:
        with rolled_back_by(desk):
            ours()
            desk.of(habit_id)
        desk.standings.forget(Changed())

    kinds: dict[str, Callable[[], object]] = {
        "ours": ours,
        "theirs": lambda: desk.done(desk.theirs, habit_id, day),
        "our undo": our_undo,
        "their undo": lambda: desk.undo(desk.theirs),
        "rolled back": rolled_back,
        "look": lambda: desk.of(habit_id),
    }
    kinds[kind]()


@given(st.lists(acts, max_size=20))
@settings(max_examples=examples(60), deadline=None)
def test_what_others_write_is_taken_in(happens: list[tuple[str, HabitId, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        desk = _Desk(Path(folder) / "habitcoach.db")
        for kind, habit_id, number in happens:
            act(desk, kind, habit_id, MONDAY + timedelta(days=number))
            if kind != "theirs":
                assert desk.of(FOLLOW).periods == desk.anew(FOLLOW).periods
        for one in (SMILE, LISTEN, FOLLOW):
            assert desk.of(one) == desk.anew(one)
        desk.close()


def test_only_what_others_logged_is_worked_out_again(tmp_path: Path) -> None:
    desk = _Desk(tmp_path / "habitcoach.db")
    for day in range(20):
        desk.done(desk.ours, LISTEN, MONDAY + timedelta(days=day))
    desk.standings = Standings(desk.ours)
    smile, listen = desk.of(SMILE), desk.of(LISTEN)
    desk.done(desk.theirs, SMILE, MONDAY + timedelta(days=19))
    assert desk.of(LISTEN) is listen
    assert desk.of(SMILE).streak.total == smile.streak.total + 1
    desk.close()


def test_an_entry_rolled_back_hides_none_of_another_process_with_its_number(tmp_path: Path) -> None:
    desk = _Desk(tmp_path / "habitcoach.db")
    before = desk.of(LISTEN).streak.total
    desk.theirs.put_setting("surface", "card")
    with rolled_back_by(desk):
        rolled_back = desk.done(desk.ours, SMILE, MONDAY)
        desk.of(SMILE)
    desk.standings.forget(Changed(SMILE))
    assert desk.done(desk.theirs, LISTEN, MONDAY).id == rolled_back.id
    assert desk.of(LISTEN).streak.total == before + 1
    desk.close()


def test_a_file_put_back_to_an_older_one_is_read_anew(tmp_path: Path) -> None:
    desk = _Desk(tmp_path / "habitcoach.db")
    desk.done(desk.ours, SMILE, MONDAY)
    desk.standings = Standings(desk.ours)
    assert desk.of(SMILE).streak.total == 1
    put_back = sqlite3.connect(tmp_path / "habitcoach.db")
    put_back.execute("DROP TRIGGER entry_is_never_deleted")
    put_back.execute("DELETE FROM entry")
    put_back.commit()
    put_back.close()
    assert desk.of(SMILE).streak.total == 0
    desk.close()
