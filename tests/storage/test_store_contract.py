"""The Store port, held to on a real file and in memory."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habitcoach.core.duty import DutyChange
from habitcoach.core.entry import Entry, EntryKind, NewEntry, SkipReason, Source
from habitcoach.core.habit import ARCHIVED, Category, Draft, HabitId, Pause, Plan, Version
from habitcoach.core.hold import Hold, HoldReason
from habitcoach.core.prompt import Prompt, PromptKey, PromptState
from habitcoach.core.roster import Roster, ShiftPattern
from habitcoach.core.streak import Run
from habitcoach.core.target import Target, TargetKind
from habitcoach.core.trigger import Contact, Manual, Trigger
from habitcoach.ports import Store
from habitcoach.storage import rows
from habitcoach.storage.opening import open_store, open_store_to_read
from tests.core.test_trigger_json import readable
from tests.support.habits import MONDAY, PLAN, at, local

TUESDAY = MONDAY + timedelta(days=1)
NOON = local(MONDAY, "12:00")


@pytest.fixture(params=["file", "memory"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    path = tmp_path / "habitcoach.db"
    made = open_store(path, 0) if request.param == "file" else open_store_to_read(path, 0)
    yield made
    made.close()


def draft(name: str = "Smile") -> Draft:
    return Draft(name, Category.WORDS, PLAN, at("10:30"), Target())


def made(store: Store, name: str = "Smile") -> HabitId:
    return store.add_habit(draft(name), MONDAY, NOON)


def entry(habit_id: HabitId, **changes: object) -> NewEntry:
    plain = NewEntry(habit_id, MONDAY, "2026-11-23/10:30", NOON, EntryKind.DONE, Source.CARD)
    return replace(plain, **changes)  # type: ignore[arg-type]


def prompt(slot: str, **changes: object) -> Prompt:
    plain = Prompt(PromptKey("habit:1", slot), None, 1, MONDAY, NOON, PromptState.CLAIMED)
    return replace(plain, **changes)  # type: ignore[arg-type]


# ------------------------------------------------------------------ habits


def test_a_habit_comes_back_as_it_was_written(store: Store) -> None:
    plan = Plan("when", "routine", "reward", "tiny", "treat", "why")
    written = Draft("Smile", Category.GOODWILL, plan, at("10:30", anyway=True), Target(TargetKind.COUNT, 3))
    habit_id = store.add_habit(written, MONDAY, NOON)
    [habit] = store.habits()
    assert (habit.id, habit.name, habit.category, habit.created_at) == (
        habit_id,
        "Smile",
        Category.GOODWILL,
        NOON,
    )
    assert habit.versions == (Version(MONDAY, plan, written.trigger, written.target),)


def test_habits_keep_the_order_they_came_in(store: Store) -> None:
    names = ["b", "a", "c"]
    for name in names:
        made(store, name)
    assert [one.name for one in store.habits()] == names
    assert [one.position for one in store.habits()] == [1, 2, 3]


def test_names_change_and_versions_of_one_date_replace_each_other(store: Store) -> None:
    habit_id = made(store)
    store.rename_habit(habit_id, "Grin", Category.FOCUS)
    for trigger in (Manual(), Contact()):
        store.put_version(habit_id, Version(TUESDAY, PLAN, trigger, Target()))
    [habit] = store.habits()
    assert (habit.name, habit.category) == ("Grin", Category.FOCUS)
    assert [(one.from_date, one.trigger) for one in habit.versions] == [
        (MONDAY, at("10:30")),
        (TUESDAY, Contact()),
    ]


def test_a_deleted_habit_takes_its_versions_prompts_and_pauses_along(store: Store) -> None:
    habit_id = made(store)
    store.claim(prompt("a", habit_id=habit_id))
    store.add_pause(Pause(habit_id, MONDAY, None, ARCHIVED))
    store.put_runs(habit_id, [Run(MONDAY, MONDAY, 1, open=True)])
    store.delete_habit(habit_id)
    assert (list(store.habits()), list(store.open_prompts()), list(store.pauses())) == ([], [], [])


# ------------------------------------------------------------------ the shift


def test_pauses_end_on_their_date_or_vanish(store: Store) -> None:
    first, second = made(store, "a"), made(store, "b")
    store.add_pause(Pause(first, MONDAY, None, ARCHIVED))
    store.add_pause(Pause(second, TUESDAY, None, ARCHIVED))
    store.add_pause(Pause(None, MONDAY, TUESDAY, "paused"))
    store.end_pauses(first, ARCHIVED, TUESDAY)
    store.end_pauses(second, ARCHIVED, MONDAY)
    assert set(store.pauses()) == {
        Pause(first, MONDAY, TUESDAY, ARCHIVED),
        Pause(None, MONDAY, TUESDAY, "paused"),
    }


def test_pauses_are_cut_short_habit_by_habit(store: Store) -> None:
    first, second = made(store, "a"), made(store, "b")
    later = TUESDAY + timedelta(days=5)
    for habit_id in (first, second, None):
        store.add_pause(Pause(habit_id, MONDAY, later, "paused"))
    store.add_pause(Pause(first, MONDAY, None, ARCHIVED))
    store.add_pause(Pause(first, later, later, "paused"))
    store.cut_pauses(first, "paused", TUESDAY)
    store.cut_pauses(None, "paused", MONDAY)
    assert set(store.pauses()) == {
        Pause(first, MONDAY, TUESDAY, "paused"),
        Pause(second, MONDAY, later, "paused"),
        Pause(None, MONDAY, MONDAY, "paused"),
        Pause(first, MONDAY, None, ARCHIVED),
    }
    store.cut_pauses(second, "paused", MONDAY - timedelta(days=1))
    assert all(one.habit_id != second for one in store.pauses())


def test_holds_are_found_until_they_have_ended(store: Store) -> None:
    habit_id = made(store)
    minute = timedelta(minutes=1)
    later = Hold(HoldReason.PAUSED, habit_id, NOON + minute, NOON + 9 * minute)
    call = Hold(HoldReason.CALL, None, NOON, NOON + 5 * minute)
    store.add_hold(later)
    store.add_hold(call)
    found = store.holds(NOON)
    assert [replace(one, id=0) for one in found] == [call, later]
    assert [one.reason for one in store.holds(NOON + 5 * minute)] == [HoldReason.PAUSED]
    store.move_hold_end(found[0].id, NOON)
    store.move_hold_end(found[1].id, NOON)
    assert [replace(one, id=0) for one in store.holds(NOON - minute)] == [replace(call, until=NOON)]


def test_a_deleted_habit_takes_its_holds_along(store: Store) -> None:
    habit_id = made(store)
    store.add_hold(Hold(HoldReason.PAUSED, habit_id, NOON, NOON + timedelta(hours=1)))
    store.delete_habit(habit_id)
    assert store.holds(NOON) == []


def test_rosters_and_changes_of_duty(store: Store) -> None:
    assert (list(store.rosters()), list(store.duty_changes())) == ([], [])
    night = ShiftPattern(time(22), time(6), ((time(1), time(1, 30)),))
    roster = Roster(MONDAY, MONDAY, {"Night": night}, ("Night", None))
    store.put_roster(roster)
    store.put_roster(roster)
    moved = DutyChange(MONDAY, "Night", night, "swap")
    off = DutyChange(TUESDAY, "", None, "leave")
    for change in (off, moved, off):
        store.put_duty(change)
    assert list(store.rosters()) == [roster]
    assert sorted(store.duty_changes(), key=lambda one: one.work_date) == [moved, off]
    store.drop_duty(MONDAY)
    assert list(store.duty_changes()) == [off]


# ------------------------------------------------------------------ the log


def test_entries_come_back_in_order_with_all_they_say(store: Store) -> None:
    habit_id, other = made(store, "a"), made(store, "b")
    written = [
        entry(habit_id, count=14, of=20, tiny=True, source=Source.ESTIMATE),
        entry(habit_id, work_date=TUESDAY, kind=EntryKind.SKIP, slot=None, reason=SkipReason.NOT_DONE),
    ]
    stored = [store.append(one) for one in written]
    store.append(entry(other))
    stored.append(store.append(entry(habit_id, kind=EntryKind.UNDO, undoes=stored[0].id)))
    assert list(store.entries(habit_id)) == stored
    assert [one.id for one in stored] == [1, 2, 4]
    assert list(store.entries(habit_id, TUESDAY)) == [stored[1]]
    assert store.newest_entry_id() == 4


def test_the_newest_live_entry_skips_what_was_undone(store: Store) -> None:
    habit_id = made(store)
    assert store.newest_live_entry() is None
    first, second = store.append(entry(habit_id)), store.append(entry(habit_id))
    assert store.newest_live_entry() == second
    store.append(entry(habit_id, kind=EntryKind.UNDO, undoes=second.id))
    assert store.newest_live_entry() == first
    store.append(entry(habit_id, kind=EntryKind.UNDO, undoes=first.id))
    assert store.newest_live_entry() is None


def test_a_note_needs_its_entry(store: Store) -> None:
    habit_id = made(store)
    store.add_note(store.append(entry(habit_id)).id, "it helped")
    with pytest.raises(sqlite3.IntegrityError):
        store.add_note(99, "nothing there")  # type: ignore[arg-type]


def test_an_instant_is_kept_to_the_millisecond_in_utc(store: Store) -> None:
    moment = datetime(2026, 11, 23, 8, 30, 0, 123456, UTC)
    kept = store.append(entry(made(store), at=moment))
    assert kept.at == moment.replace(microsecond=123000)
    assert rows.instant_text(moment) == "2026-11-23T08:30:00.123Z"


# ------------------------------------------------------------------ prompts


def test_a_prompt_comes_back_with_all_it_says(store: Store) -> None:
    habit_id = made(store)
    full = prompt(
        "2026-11-23/10:30",
        habit_id=habit_id,
        state=PromptState.SNOOZED,
        shown_at=NOON,
        channel="dbus",
        answer="snooze",
        answered_at=NOON,
        snoozed_until=NOON + timedelta(minutes=15),
        held_for="call",
        snooze_after=7,
    )
    assert store.claim(full)
    assert store.prompt(full.key) == full
    assert store.prompt(PromptKey("habit:1", "other")) is None
    changed = replace(full, state=PromptState.ANSWERED, delivery=5, held_for=None)
    store.update_prompt(changed)
    assert store.prompt(full.key) == changed


def test_a_key_is_claimed_once(store: Store) -> None:
    assert store.claim(prompt("a"))
    assert not store.claim(prompt("a", state=PromptState.EXPIRED))
    assert store.claim(replace(prompt("a"), key=PromptKey("review", "a")))


def test_open_prompts_are_those_that_wait_by_due_time(store: Store) -> None:
    for number, state in enumerate(PromptState):
        store.claim(prompt(state.value, state=state, due_at=NOON - timedelta(minutes=number)))
    closed = {PromptState.ANSWERED, PromptState.EXPIRED}
    assert [one.state for one in store.open_prompts()] == [
        one for one in reversed(PromptState) if one not in closed
    ]


def test_prompts_of_a_delivery_and_of_a_habit(store: Store) -> None:
    habit_id = made(store)
    assert store.next_delivery() == 1
    store.claim(prompt("b", habit_id=habit_id, due_at=NOON + timedelta(minutes=1)))
    store.claim(prompt("a", habit_id=habit_id))
    store.claim(prompt("c", delivery=4, habit_id=habit_id, work_date=TUESDAY))
    store.claim(prompt("d", delivery=4))
    assert [one.key.slot for one in store.prompts_in(1)] == ["a", "b"]
    assert [one.key.slot for one in store.prompts_of(habit_id, TUESDAY)] == ["c"]
    assert len(store.prompts_of(habit_id, MONDAY)) == 3
    assert store.next_delivery() == 5


def test_the_last_snooze_is_the_one_after_the_most_entries(store: Store) -> None:
    assert store.last_snoozed() is None
    for slot, after, answered in (("a", 3, NOON), ("b", 7, NOON), ("c", 7, NOON + timedelta(minutes=1))):
        store.claim(prompt(slot, state=PromptState.SNOOZED, snooze_after=after, answered_at=answered))
    store.claim(prompt("d", snooze_after=9))
    found = store.last_snoozed()
    assert found is not None
    assert found.key.slot == "c"


# ------------------------------------------------------------------ rewards, streaks, settings


def test_rewards_are_numbered(store: Store) -> None:
    habit_id = made(store)
    one = store.append(entry(habit_id))
    first = store.add_reward(habit_id, one.id, "reward", "tea", NOON)
    assert store.add_reward(habit_id, one.id, "treat", "lunch", NOON) == first + 1
    store.take_reward(first, NOON)
    store.drop_reward_of(one.id)


def test_a_setting_is_what_was_set_last(store: Store) -> None:
    assert store.setting("week_start") is None
    for value in ("1", "7"):
        store.put_setting("week_start", value)
    assert store.setting("week_start") == "7"


# ------------------------------------------------------------------ rows

texts = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), min_size=1, max_size=30)
instants = st.datetimes(datetime(1990, 1, 1), datetime(2200, 1, 1), timezones=st.just(UTC)).map(  # noqa: DTZ001
    lambda one: one.replace(microsecond=one.microsecond // 1000 * 1000)
)
optional = st.none() | instants


@given(instants)
def test_an_instant_reads_as_written(moment: datetime) -> None:
    assert rows.instant(rows.instant_text(moment)) == moment


@given(texts, readable, st.dates(date(1990, 1, 1), date(2200, 1, 1)))
def test_a_version_reads_as_written(text: str, trigger: Trigger, day: date) -> None:
    target = Target(goal=1 if isinstance(trigger, Manual) else "all")
    version = Version(day, Plan(text, text, text, text, text, text), trigger, target)
    assert rows.version(rows.version_row(HabitId(1), version)) == version


@given(
    st.builds(
        Prompt,
        st.builds(PromptKey, texts, texts),
        st.none() | st.just(HabitId(3)),
        st.integers(0, 9),
        st.dates(date(1990, 1, 1)),
        instants,
        st.sampled_from(PromptState),
        optional,
        st.none() | texts,
        st.none() | texts,
        optional,
        optional,
        st.none() | texts,
        st.integers(0, 9),
    )
)
def test_a_prompt_reads_as_written(one: Prompt) -> None:
    assert rows.prompt(rows.prompt_row(one)) == one


@given(
    st.builds(
        Entry,
        habit_id=st.just(HabitId(1)),
        work_date=st.dates(date(1990, 1, 1)),
        slot=st.none() | texts,
        at=instants,
        kind=st.sampled_from(EntryKind),
        source=st.sampled_from(Source),
        count=st.integers(0, 999),
        of=st.none() | st.integers(0, 999),
        reason=st.none() | st.sampled_from(SkipReason),
        undoes=st.none() | st.integers(1, 9),
        tiny=st.booleans(),
        id=st.integers(1, 9),
    )
)
def test_an_entry_reads_as_written(one: Entry) -> None:
    assert rows.entry(rows.entry_row(one) | {"id": one.id}) == one
