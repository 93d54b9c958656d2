"""The log folded per work date."""

from datetime import timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habitcoach.core.entry import Entry, EntryKind, SkipReason, Source
from habitcoach.core.ledger import NOTHING, DayLog, by_date, live
from tests.support.habits import MONDAY, Log

TUESDAY = MONDAY + timedelta(days=1)
SLOT = f"{MONDAY}/10:30"


def test_done_entries_are_counted_by_slot_and_by_times() -> None:
    log = Log().done(MONDAY, SLOT).done(MONDAY, SLOT).done(MONDAY, count=3).done(TUESDAY)
    days = by_date(log.entries)
    assert days[MONDAY].done_slots == {SLOT}
    assert (days[MONDAY].loose, days[MONDAY].times) == (3, 5)
    assert (days[TUESDAY].loose, days[TUESDAY].times) == (1, 1)


def test_hits_and_opportunities_add_up() -> None:
    log = Log().done(MONDAY, count=14, of=20).done(MONDAY, count=0, of=1).done(MONDAY, count=2)
    day = by_date(log.entries)[MONDAY]
    assert (day.hits, day.of, day.times) == (16, 23, 16)
    assert day.logged


def test_opportunities_alone_are_a_log() -> None:
    assert by_date(Log().done(MONDAY, count=0, of=1).entries)[MONDAY].logged
    assert not NOTHING.logged


def test_skips_close_a_slot_or_the_day() -> None:
    log = Log().skip(MONDAY, SLOT).skip(TUESDAY)
    days = by_date(log.entries)
    assert days[MONDAY].skipped_slots == {SLOT}
    assert days[MONDAY].answered(SLOT)
    assert not days[MONDAY].answered("other")
    assert days[TUESDAY].day_skipped
    assert days[TUESDAY].answered("anything")
    assert not days[TUESDAY].logged


def test_did_not_get_to_it_is_no_skip() -> None:
    log = Log().skip(MONDAY, SLOT, SkipReason.NOT_DONE).skip(TUESDAY, reason=SkipReason.NOT_DONE)
    days = by_date(log.entries)
    assert days[MONDAY].closed_slots == {SLOT}
    assert days[MONDAY].answered(SLOT)
    assert not days[MONDAY].skipped_slots
    assert days[TUESDAY].day_closed
    assert days[TUESDAY].answered("anything")
    assert not days[TUESDAY].day_skipped


def test_all_reasons_but_not_done_are_neutral() -> None:
    assert [one for one in SkipReason if not one.neutral] == [SkipReason.NOT_DONE]


def test_an_undo_takes_back_what_it_names_and_nothing_else() -> None:
    log = Log().done(MONDAY, SLOT).skip(MONDAY).undo(1)
    assert [one.id for one in live(log.entries)] == [2]
    assert by_date(log.entries) == {MONDAY: DayLog(day_skipped=True)}


kinds = st.sampled_from(["done", "loose", "rate", "skip", "day", "closed", "undo"])


def entries_of(steps: list[tuple[str, int]]) -> list[Entry]:
    log = Log()
    for kind, number in steps:
        slot = f"{MONDAY}/#{number}"
        match kind:
            case "done":
                log.done(MONDAY, slot, number)
            case "loose":
                log.done(TUESDAY, None, number)
            case "rate":
                log.done(MONDAY, None, number, 5)
            case "skip":
                log.skip(MONDAY, slot)
            case "day":
                log.skip(TUESDAY)
            case "closed":
                log.skip(MONDAY, slot, SkipReason.NOT_DONE)
            case "undo":
                alive = live(log.entries)
                if alive:
                    log.undo(alive[-1].id)
    return log.entries


@given(st.lists(st.tuples(kinds, st.integers(1, 5)), max_size=12), st.randoms())
def test_the_order_of_entries_never_matters(steps: list[tuple[str, int]], chance: Random) -> None:
    entries = entries_of(steps)
    shuffled = list(entries)
    chance.shuffle(shuffled)
    assert by_date(shuffled) == by_date(entries)
    assert all(one.kind is not EntryKind.UNDO for one in live(shuffled))


# ------------------------------------------------------------------ skips by the app


@pytest.mark.parametrize("agent_first", [False, True])
def test_any_answer_of_the_agent_replaces_a_skip_by_the_app(*, agent_first: bool) -> None:
    slots = [f"{MONDAY}/{hour}:00" for hour in (10, 11, 12, 13)]
    log = Log()

    def held() -> None:
        for slot in slots:
            log.skip(MONDAY, slot, SkipReason.HELD_CALL)

    if not agent_first:
        held()
    log.done(MONDAY, slots[0])
    log.skip(MONDAY, slots[1], SkipReason.NOT_DONE).skip(MONDAY, slots[2], SkipReason.SICK)
    if agent_first:
        held()
    day = by_date(log.entries)[MONDAY]
    assert (day.done_slots, day.closed_slots) == (frozenset({slots[0]}), frozenset({slots[1]}))
    assert (day.skipped_slots, day.held_slots) == (frozenset({slots[2], slots[3]}), frozenset({slots[3]}))
    assert [day.answered(slot) for slot in slots] == [True, True, True, False]


def test_a_skip_by_the_app_without_a_slot_says_nothing() -> None:
    day = by_date(Log().skip(MONDAY, None, SkipReason.HELD_PAUSED).entries)[MONDAY]
    assert (day.day_skipped, day.skipped_slots, day.answered("x")) == (False, frozenset(), False)


# ------------------------------------------------------------------ estimates


def test_counted_clicks_win_over_an_estimate_in_any_order() -> None:
    log = Log().done(MONDAY, count=8, of=10, source=Source.ESTIMATE).done(MONDAY, count=2, of=3)
    log.done(TUESDAY, count=0, of=1).done(TUESDAY, count=10, of=10, source=Source.ESTIMATE)
    days = by_date(log.entries)
    assert [(days[day].hits, days[day].of, days[day].estimated) for day in (MONDAY, TUESDAY)] == [
        (2, 3, False),
        (0, 1, False),
    ]
    assert days == by_date(reversed(log.entries))


def test_of_two_estimates_the_later_counts_and_clicks_taken_back_bring_it_back() -> None:
    log = Log().done(MONDAY, count=3, of=10, source=Source.ESTIMATE)
    log.done(MONDAY, count=0, of=10, source=Source.ESTIMATE).done(MONDAY, count=2, of=3).undo(3)
    for entries in (log.entries, log.entries[::-1]):
        day = by_date(entries)[MONDAY]
        assert (day.hits, day.of, day.estimated, day.times) == (0, 10, True, 0)
