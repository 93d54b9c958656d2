"""Self-started: done with no prompt shown before, as far as that could be seen."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import permutations

import pytest

from habitcoach.core.entry import Entry, EntryId, EntryKind, SkipReason, Source
from habitcoach.core.habit import HabitId
from habitcoach.core.prompt import Prompt, PromptKey, PromptState
from habitcoach.core.self_starting import Watch, self_started
from tests.support.habits import MONDAY, local

SLOT = f"{MONDAY}/10:30"
DUE = local(MONDAY, "10:30")
AWAY = Watch(lambda _day, slot: DUE if slot == SLOT else None, lambda _: False)
RAN = replace(AWAY, ran=lambda _: True)


def done(clock: str, slot: str | None = SLOT, kind: EntryKind = EntryKind.DONE) -> Entry:
    reason = SkipReason.SICK if kind is EntryKind.SKIP else None
    return Entry(
        HabitId(1), MONDAY, slot, local(MONDAY, clock), kind, Source.CARD, reason=reason, id=EntryId(1)
    )


def prompt(shown: str | None, slot: str = SLOT, **changes: datetime) -> Prompt:
    at = None if shown is None else local(MONDAY, shown)
    key = PromptKey("habit:1", slot)
    row = Prompt(key, HabitId(1), 1, MONDAY, DUE, PromptState.ANSWERED, shown_at=at)
    return replace(row, **changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("entries", "prompts", "watch", "found"),
    [
        ([], [], RAN, False),
        ([done("10:40", kind=EntryKind.SKIP)], [], RAN, False),
        ([done("10:40")], [prompt("10:30")], RAN, False),
        ([done("10:30")], [prompt("10:30")], RAN, False),
        ([done("10:20")], [prompt("10:30")], AWAY, True),  # backdated: done before the cue came
        ([done("10:40")], [prompt(None)], AWAY, True),  # its cue was held, or kept quiet
        ([done("10:40")], [], RAN, True),
        ([done("10:40")], [], AWAY, None),
        ([done("10:20")], [], AWAY, True),
        ([done("10:20", f"{MONDAY}/start+5")], [], AWAY, None),  # the slot of an earlier version
        ([done("10:20", None)], [], AWAY, None),
        ([done("10:20", None)], [prompt("10:00")], RAN, False),
        ([done("10:20"), done("12:00", f"{MONDAY}/12:00")], [prompt("12:00", f"{MONDAY}/12:00")], RAN, False),
        ([done("10:20"), done("12:00", f"{MONDAY}/12:00")], [], AWAY, None),
        ([done("10:20"), done("12:00", f"{MONDAY}/12:00")], [prompt("10:30")], RAN, True),
    ],
)
def test_how_a_period_began(
    entries: list[Entry], prompts: list[Prompt], watch: Watch, found: bool | None
) -> None:
    for order in permutations(entries):
        assert self_started(order, prompts, watch) is found


def test_a_snoozed_cue_was_shown_the_first_time() -> None:
    late = prompt("11:30", snoozed_until=DUE + timedelta(hours=1))
    assert self_started([done("10:45")], [late], RAN) is False


def test_where_the_app_ran_is_asked_of_the_day() -> None:
    asked: list[date] = []
    watch = replace(AWAY, ran=lambda day: not asked.append(day))  # type: ignore[func-returns-value]
    assert self_started([done("10:45")], [], watch) is True
    assert asked == [MONDAY]
