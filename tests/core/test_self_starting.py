"""Self-started: done with no prompt shown before, as far as that could be seen."""

from dataclasses import replace
from datetime import date
from itertools import permutations

import pytest

from habitcoach.core.self_starting import Begun, Cued, Watch, self_started
from tests.support.habits import MONDAY, local

SLOT = f"{MONDAY}/10:30"
DUE = local(MONDAY, "10:30")
AWAY = Watch(lambda day, slot: DUE if (day, slot) == (MONDAY, SLOT) else None, lambda _: False)
RAN = replace(AWAY, ran=lambda _: True)


def done(clock: str, slot: str | None = SLOT) -> Begun:
    return Begun(MONDAY, slot, local(MONDAY, clock))


def cue(shown: str | None, slot: str = SLOT) -> Cued:
    return Cued(MONDAY, slot, None if shown is None else local(MONDAY, shown))


@pytest.mark.parametrize(
    ("done_at", "cues", "watch", "found"),
    [
        ([], [], RAN, False),
        ([done("10:40")], [cue("10:30")], RAN, False),
        ([done("10:30")], [cue("10:30")], RAN, False),
        ([done("10:20")], [cue("10:30")], AWAY, True),  # backdated: done before the cue came
        ([done("10:40")], [cue(None)], AWAY, True),  # its cue was held, or kept quiet
        ([done("10:40")], [], RAN, True),
        ([done("10:40")], [], AWAY, None),
        ([done("10:20")], [], AWAY, True),
        ([done("10:30")], [], AWAY, None),
        ([done("10:20", f"{MONDAY}/start+5")], [], AWAY, None),  # the slot of an earlier version
        ([done("10:20", None)], [], AWAY, None),
        ([done("10:20", None)], [cue("10:00")], RAN, False),
        ([done("10:20"), done("12:00", f"{MONDAY}/12:00")], [cue("12:00", f"{MONDAY}/12:00")], RAN, False),
        ([done("10:20"), done("12:00", f"{MONDAY}/12:00")], [], AWAY, None),
        ([done("10:20"), done("12:00", f"{MONDAY}/12:00")], [cue("10:30")], RAN, True),
    ],
)
def test_how_a_period_began(done_at: list[Begun], cues: list[Cued], watch: Watch, found: bool | None) -> None:
    for order in permutations(done_at):
        assert self_started(order, cues, watch) is found


def test_where_the_app_ran_is_asked_of_the_day() -> None:
    asked: list[date] = []
    watch = replace(AWAY, ran=lambda day: not asked.append(day))  # type: ignore[func-returns-value]
    assert self_started([done("10:45")], [], watch) is True
    assert asked == [MONDAY]
