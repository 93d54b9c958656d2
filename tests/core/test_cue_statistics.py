"""How well a cue works, reckoned from prompts and log."""

import random
from datetime import UTC, datetime, timedelta
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from habitcoach.core.cue_statistics import CueStatistics, cue_statistics
from habitcoach.core.entry import Entry, EntryId, EntryKind, SkipReason, Source
from habitcoach.core.habit import HabitId
from habitcoach.core.prompt import Prompt, PromptKey, PromptState
from tests.support.habits import MONDAY

HABIT = HabitId(1)
NINE = datetime(2026, 11, 23, 9, tzinfo=UTC)


def prompt(slot: str, shown: int | None = 0, *, snoozed: bool = False, held: bool = False) -> Prompt:
    """Return a prompt due at nine and shown so many minutes later."""
    return Prompt(
        key=PromptKey("habit:1", slot),
        habit_id=HABIT,
        delivery=1,
        work_date=MONDAY,
        due_at=NINE,
        state=PromptState.ANSWERED,
        shown_at=None if shown is None else NINE + timedelta(minutes=shown),
        snoozed_until=NINE + timedelta(minutes=60) if snoozed else None,
        held_for="call" if held else None,
    )


def entry(number: int, slot: str | None, minutes: float, kind: EntryKind = EntryKind.DONE) -> Entry:
    return Entry(
        habit_id=HABIT,
        work_date=MONDAY,
        slot=slot,
        at=NINE + timedelta(minutes=minutes),
        kind=kind,
        source=Source.COMMAND,
        reason=SkipReason.LEAVE if kind is EntryKind.SKIP else None,
        undoes=EntryId(number - 1) if kind is EntryKind.UNDO else None,
        id=EntryId(number),
    )


def delay(prompts: list[Prompt], *entries: Entry) -> float | None:
    found = cue_statistics(prompts, entries).median_delay
    return None if found is None else found.total_seconds() / 60


def test_nothing_gives_nothing() -> None:
    assert cue_statistics([], []) == CueStatistics(None, None, None)


def test_the_median_of_the_delays() -> None:
    asked = [prompt(slot) for slot in "abcd"]
    assert delay(asked, entry(1, "a", 2), entry(2, "b", 90), entry(3, "c", 5)) == 5
    assert delay(asked, entry(1, "a", 2), entry(2, "b", 5)) == 3.5


def test_a_delay_begins_when_the_cue_was_shown() -> None:
    assert delay([prompt("a", shown=20, held=True)], entry(1, "a", 25)) == 5


def test_a_snoozed_cue_began_with_its_first_time() -> None:
    assert delay([prompt("a", shown=60, snoozed=True)], entry(1, "a", 61)) == 61


def test_what_was_done_before_its_cue_has_no_delay() -> None:
    assert delay([prompt("a", shown=0)], entry(1, "a", -5)) is None
    assert delay([prompt("a", shown=None)], entry(1, "a", 5)) is None


def test_an_answer_at_the_very_moment_is_one_of_no_delay() -> None:
    assert delay([prompt("a")], entry(1, "a", 0)) == 0


def test_skips_undone_entries_and_those_without_a_slot_are_left_out() -> None:
    asked = [prompt("a"), prompt("b")]
    undone = (entry(1, "a", 3), entry(2, "a", 4, EntryKind.UNDO))
    assert delay(asked, *undone, entry(3, "b", 7, EntryKind.SKIP), entry(4, None, 8)) is None


def test_of_two_answers_the_first_counts() -> None:
    assert delay([prompt("a")], entry(1, "a", 9), entry(2, "a", 4)) == 4


def test_the_share_put_off() -> None:
    asked = [prompt("a"), prompt("b", held=True), prompt("c", snoozed=True), prompt("d", None, held=True)]
    assert cue_statistics(asked, []).put_off == Fraction(3, 4)
    assert cue_statistics([prompt("e"), prompt("f"), *asked], []).put_off == Fraction(3, 6)


def test_the_share_started_without_a_cue() -> None:
    done = [entry(1, "a", -5), entry(2, "b", 5), entry(3, "c", 5)]
    found = cue_statistics([prompt("a"), prompt("b")], done)
    assert found.self_started == Fraction(2, 3)
    assert cue_statistics([], done).self_started is None
    assert cue_statistics([prompt("a")], []).self_started is None


@given(
    st.lists(st.tuples(st.sampled_from("abc"), st.integers(-30, 90)), max_size=8),
    st.lists(st.sampled_from("abcd"), unique=True),
    st.randoms(use_true_random=False),
)
def test_the_order_never_matters(
    done: list[tuple[str, int]], asked: list[str], chance: random.Random
) -> None:
    entries = [entry(number, slot, minutes) for number, (slot, minutes) in enumerate(done, start=1)]
    prompts = [prompt(slot, held=slot == "b") for slot in asked]
    found = cue_statistics(prompts, entries)
    chance.shuffle(entries)
    chance.shuffle(prompts)
    assert cue_statistics(prompts, entries) == found
