"""Backups: one a day, verified, seven days and twelve weeks of them."""

import os
import stat
import sys
import threading
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habitcoach.core.errors import EnvironmentFaultError
from habitcoach.storage.backups import (
    DAILY,
    LONGEST,
    WEEKLY,
    backups,
    daily_backup,
    days_kept,
    make_backup,
    newest_whole,
)
from habitcoach.storage.copying import copy_verified
from habitcoach.storage.opening import open_store
from tests.support.habits import MONDAY
from tests.support.old_files import entry_ids, live_in, rows, run


class _StopError(Exception):
    pass


def test_one_backup_a_day(path: Path) -> None:
    live_in(path)
    made = daily_backup(path, MONDAY)
    assert made is not None
    assert made.path == path.parent / "backups" / "habitcoach-2026-11-23.db"
    assert entry_ids(made.path) == [1, 2, 3]
    assert daily_backup(path, MONDAY) is None
    assert daily_backup(path, MONDAY + timedelta(days=1)) is not None
    assert [one.day.day for one in backups(path)] == [24, 23]


def test_where_there_is_no_file_there_is_nothing_to_back_up(path: Path) -> None:
    assert daily_backup(path, MONDAY) is None
    assert backups(path) == []
    assert newest_whole(path) is None
    assert not path.exists()


def test_a_backup_is_one_file_that_leaves_nothing_beside_it(path: Path) -> None:
    live_in(path)
    made, counts = make_backup(path, MONDAY)
    assert (counts["entry"], counts["habit"]) == (3, 1)
    assert rows(made.path, "PRAGMA journal_mode") == [("delete",)]
    assert [one.name for one in made.path.parent.iterdir()] == ["habitcoach-2026-11-23.db"]


def test_a_second_backup_of_a_day_stands_beside_the_first(path: Path) -> None:
    live_in(path)
    for _ in range(11):
        make_backup(path, MONDAY)
    assert [one.path.name for one in backups(path)][:2] == [
        "habitcoach-2026-11-23-11.db",
        "habitcoach-2026-11-23-10.db",
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows keeps a user's folder to that user")
def test_backups_are_for_their_owner_alone(path: Path) -> None:
    before = os.umask(0)
    try:
        live_in(path)
        made, _ = make_backup(path, MONDAY)
    finally:
        os.umask(before)
    assert stat.S_IMODE(made.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(made.path.parent.stat().st_mode) == 0o700


def test_what_others_write_meanwhile_waits_for_the_next_backup(path: Path) -> None:
    live_in(path, 2000)
    wrote: list[int] = []

    def write(_done: int, _all: int) -> None:
        if not wrote:
            live_in(path, 1)
            wrote.append(1)

    copy = path.with_name("copy.db")
    counts = copy_verified(path, copy, write)
    assert wrote == [1]
    assert (counts["entry"], len(entry_ids(copy)), len(entry_ids(path))) == (2000, 2000, 2001)


def test_a_backup_may_be_stopped_and_leaves_nothing(path: Path) -> None:
    live_in(path)

    def stop(_done: int, _all: int) -> None:
        raise _StopError

    with pytest.raises(_StopError):
        daily_backup(path, MONDAY, stop)
    assert list((path.parent / "backups").iterdir()) == []


def test_a_backup_may_be_made_by_another_thread_while_the_file_is_open(path: Path) -> None:
    live_in(path)
    store = open_store(path, 0)
    worker = threading.Thread(target=daily_backup, args=(path, MONDAY))
    worker.start()
    worker.join(30)
    store.close()
    assert len(backups(path)) == 1


def test_a_damaged_file_makes_no_backup_and_takes_none_away(path: Path) -> None:
    live_in(path, 2000)
    first, _ = make_backup(path, MONDAY)
    with path.open("r+b") as file:
        file.seek(-40_000, os.SEEK_END)
        file.write(b"\xff" * 30_000)
    with pytest.raises(EnvironmentFaultError, match="corrupt"):
        make_backup(path, MONDAY + timedelta(days=200))
    assert [one.path for one in backups(path)] == [first.path]


def test_the_newest_whole_backup_is_the_one_to_put_back(path: Path) -> None:
    live_in(path, 2000)
    first, _ = make_backup(path, MONDAY)
    second, _ = make_backup(path, MONDAY + timedelta(days=1))
    assert newest_whole(path) == second
    second.path.write_bytes(second.path.read_bytes()[:20_000])
    assert newest_whole(path) == first
    second.path.write_bytes(b"")
    assert newest_whole(path) == first
    first.path.write_bytes(b"nothing like a database")
    assert newest_whole(path) is None


def test_a_copy_made_before_a_step_of_the_schema_is_better_than_none(path: Path) -> None:
    live_in(path)
    folder = path.parent / "backups"
    folder.mkdir()
    copy_verified(path, folder / "habitcoach-before-0002.db")
    found = newest_whole(path)
    assert found is not None
    assert found.path.name == "habitcoach-before-0002.db"


def test_what_has_another_name_is_no_backup_and_stays(path: Path) -> None:
    live_in(path)
    folder = path.parent / "backups"
    folder.mkdir()
    for name in ("mine.db", "habitcoach-2026-99-99.db", "habitcoach-2026-11-22.db.txt"):
        (folder / name).write_text("mine")
    make_backup(path, MONDAY)
    assert len(backups(path)) == 1
    assert len(list(folder.iterdir())) == 4


def test_old_backups_go_when_a_new_one_is_there(path: Path) -> None:
    live_in(path)
    folder = path.parent / "backups"
    folder.mkdir()
    for back in range(1, 120):
        (folder / f"habitcoach-{MONDAY - timedelta(days=back)}.db").touch()
    old, young = folder / "habitcoach-before-0002.db", folder / "habitcoach-replaced-2026-11-20-1.db"
    for one in (old, young):
        one.touch()
    made_at = (path.stat().st_mtime - 91 * 86400, path.stat().st_mtime - 91 * 86400)
    os.utime(old, made_at)
    make_backup(path, MONDAY)
    found = [one.day for one in backups(path)]
    assert found[:DAILY] == [MONDAY - timedelta(days=back) for back in range(DAILY)]
    assert len(found) == DAILY + WEEKLY
    assert (old.exists(), young.exists()) == (False, True)


_DATES = st.sets(st.integers(0, 400).map(lambda n: MONDAY - timedelta(days=n)), min_size=1)


@given(_DATES)
def test_the_newest_seven_stay_whatever_their_age(days: set[date]) -> None:
    assert set(sorted(days)[-DAILY:]) <= days_kept(days, MONDAY)


@given(_DATES)
def test_of_older_ones_one_a_week_stays_for_at_most_ninety_days(days: set[date]) -> None:
    older = sorted(days_kept(days, MONDAY) - set(sorted(days)[-DAILY:]))
    assert len(older) <= WEEKLY
    assert all(MONDAY - one <= LONGEST for one in older)
    assert all(one.isocalendar()[:2] != other.isocalendar()[:2] for one, other in pairwise(older))


@given(_DATES)
def test_letting_go_twice_is_letting_go_once(days: set[date]) -> None:
    kept = days_kept(days, MONDAY)
    assert days_kept(kept, MONDAY) == kept


def test_a_worker_that_lived_day_by_day_has_seven_days_and_twelve_weeks() -> None:
    have: set[date] = set()
    for number in range(200):
        today = MONDAY + timedelta(days=number)
        have = days_kept(have | {today}, today)
    assert len(have) == DAILY + WEEKLY


def test_a_half_made_copy_of_long_ago_goes_with_the_next(path: Path) -> None:
    live_in(path)
    folder = path.parent / "backups"
    folder.mkdir()
    old, young = folder / ".habitcoach-2026-11-20.db.17.part", folder / ".habitcoach-2026-11-23.db.18.part"
    for one in (old, young):
        one.touch()
    os.utime(old, (0, 0))
    make_backup(path, MONDAY)
    assert (old.exists(), young.exists()) == (False, True)


def test_a_copy_that_lacks_rows_does_not_count(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    live_in(path)
    run(path, "CREATE TABLE later (a)")
    from habitcoach.storage import copying  # noqa: PLC0415

    counted = iter([{"entry": 3}, {"entry": 2}])
    monkeypatch.setattr(copying, "count_rows", lambda _: next(counted))
    with pytest.raises(EnvironmentFaultError, match="corrupt"):
        copy_verified(path, path.with_name("copy.db"))
    assert not path.with_name("copy.db").exists()
