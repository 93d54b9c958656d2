"""What is recorded of work dates: kept whole, read once, and read again when it has changed."""

import shutil
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from sqlite_utils import Database

from habitcoach.core.duty import ABSENT, DutyChange, Lived
from habitcoach.core.entry import EntryKind, NewEntry, Source
from habitcoach.core.habit import Category, Draft, HabitId
from habitcoach.core.roster import ShiftPattern
from habitcoach.storage.opening import open_store
from habitcoach.storage.store import SqliteStore
from tests.support.habits import BERLIN, MONDAY, PLAN

OLD = Path(__file__).parent / "files" / "0002.db"
TUESDAY = MONDAY + timedelta(days=1)
NIGHT = ShiftPattern(time(22), time(6), ((time(1), time(1, 30)),))
LIVED = Lived(BERLIN, timedelta(hours=1), datetime(2026, 11, 24, 3, tzinfo=UTC))


def habit_in(store: SqliteStore) -> HabitId:
    return store.add_habit(Draft("Smile", Category.WORDS, PLAN), MONDAY, datetime(2026, 11, 23, tzinfo=UTC))


def log(store: SqliteStore, habit_id: HabitId, day: date) -> None:
    at = datetime(2026, 11, 23, 10, tzinfo=UTC)
    store.append(NewEntry(habit_id, day, None, at, EntryKind.SKIP, Source.WINDOW))


@pytest.mark.parametrize(
    "change",
    [
        DutyChange(MONDAY, "Night", NIGHT, "swap"),
        DutyChange(MONDAY, "Night", NIGHT, ABSENT, changed=False, lived=LIVED),
        DutyChange(MONDAY, "", None, changed=False, lived=LIVED, seen=True),
        DutyChange(MONDAY, "", None, changed=False, seen=True),
        DutyChange(MONDAY, "", None, lived=Lived(ZoneInfo("UTC"), timedelta(), LIVED.ends)),
    ],
)
def test_a_date_comes_back_as_it_was_kept(store: SqliteStore, path: Path, change: DutyChange) -> None:
    store.put_duty(change)
    assert list(store.duty()) == [change]
    again = open_store(path, 0)
    assert list(again.duty()) == [change]
    again.close()


@pytest.mark.parametrize(
    ("zone", "offset"),
    [(timezone(timedelta(hours=5, minutes=30)), 330), (timezone(-timedelta(hours=3)), -180)],
)
def test_a_zone_without_a_name_is_kept_as_its_offset(path: Path, zone: tzinfo, offset: int) -> None:
    store = open_store(path, 0)
    away = timedelta(minutes=offset)
    store.put_duty(DutyChange(MONDAY, "", NIGHT, lived=Lived(zone, away, LIVED.ends)))
    store.close()
    store = open_store(path, 0)
    [found] = store.duty()
    assert found.lived is not None
    assert found.lived.zone_on(MONDAY) == timezone(away)
    store.close()


def test_where_it_was_lived_and_seen_stays_when_the_shift_changes(store: SqliteStore) -> None:
    store.put_duty(DutyChange(MONDAY, "", NIGHT, changed=False, lived=LIVED))
    store.mark_seen([MONDAY])
    store.put_duty(DutyChange(MONDAY, "", None, "leave"))
    assert store.duty().on(MONDAY) == DutyChange(MONDAY, "", None, "leave", lived=LIVED, seen=True)
    store.mark_seen([MONDAY], seen=False)
    assert store.duty().seen == frozenset()
    store.drop_duty(MONDAY)
    assert list(store.duty()) == []


def test_a_date_given_back_stays_seen(store: SqliteStore, path: Path) -> None:
    store.put_duty(DutyChange(MONDAY, "", None, "leave"))
    store.mark_seen([MONDAY])
    store.drop_duty(MONDAY)
    store.drop_duty(TUESDAY)
    bare = DutyChange(MONDAY, "", None, changed=False, seen=True)
    assert list(store.duty()) == [bare]
    assert not bare.settled
    again = open_store(path, 0)
    assert list(again.duty()) == [bare]
    again.close()


def test_what_did_not_change_is_the_same_object(store: SqliteStore, path: Path) -> None:
    habit_id = habit_in(store)
    store.mark_seen([MONDAY])
    duty, known = store.duty(), store.known_dates()
    assert known == {MONDAY}
    log(store, habit_id, MONDAY)
    log(store, habit_id, MONDAY)
    store.put_setting("a", "b")
    assert store.duty() is duty
    assert store.known_dates() == known
    kept = store.known_dates()
    log(store, habit_id, MONDAY)
    store.put_duty(DutyChange(TUESDAY, "", None))
    assert store.known_dates() is kept
    other = open_store(path, 0)
    log(other, habit_id, TUESDAY)
    other.mark_seen([MONDAY + timedelta(days=5)])
    other.close()
    assert store.known_dates() == {MONDAY, TUESDAY, MONDAY + timedelta(days=5)}
    assert {one.work_date for one in store.duty()} == {MONDAY, TUESDAY, MONDAY + timedelta(days=5)}


def test_what_was_rolled_back_was_never_read(store: SqliteStore) -> None:
    habit_id = habit_in(store)
    store.mark_seen([MONDAY])

    def fail() -> None:
        with store.writing():
            store.mark_seen([TUESDAY])
            log(store, habit_id, MONDAY + timedelta(days=2))
            store.put_duty(DutyChange(MONDAY, "", None))
            assert len(store.known_dates()) == 3
            raise KeyError

    with pytest.raises(KeyError):
        fail()
    assert store.known_dates() == {MONDAY}
    assert [one.changed for one in store.duty()] == [False]


def test_a_zone_by_its_name(store: SqliteStore) -> None:
    assert store.zone_named("Europe/Berlin") is BERLIN
    for name in ("localtime-of-somebody", "CET-1CEST,M3.5.0,M10.5.0/3", "/etc", "", "America"):
        assert store.zone_named(name) is None


def test_an_old_file_tells_by_its_prompts_when_the_app_ran(path: Path) -> None:
    shutil.copy(OLD, path)
    old = Database(path)
    old.execute("DELETE FROM prompt")
    old.execute("DELETE FROM duty")
    old.execute("INSERT INTO duty (work_date, reason) VALUES ('2026-11-24', 'leave')")
    for day, shown in (("2026-11-23", "2026-11-23T09:30:00.000Z"), ("2026-11-24", "x"), ("2026-11-25", None)):
        old.execute(
            "INSERT INTO prompt (subject, slot, delivery, work_date, due_at, state, shown_at)"
            " VALUES ('habit:1', ?, 1, ?, '2026-11-23T09:30:00.000Z', 'expired', ?)",
            [day, day, shown],
        )
    old.conn.commit()
    old.close()
    store = open_store(path, 0)
    found = {one.work_date.day: (one.changed, one.reason, one.seen, one.lived) for one in store.duty()}
    assert found == {23: (False, "", True, None), 24: (True, "leave", True, None)}
    store.close()
