"""When cues wait, and whether a window was held from its first to its last minute."""

from datetime import timedelta

import pytest

from habitcoach.core.habit import HabitId
from habitcoach.core.hold import Hold, HoldReason, held_throughout, holding
from tests.support.habits import MONDAY, local

SMILE, OTHER = HabitId(1), HabitId(2)


def hold(since: str, until: str, habit: HabitId | None = None, reason: HoldReason = HoldReason.CALL) -> Hold:
    return Hold(reason, habit, local(MONDAY, since), local(MONDAY, until))


def test_a_hold_keeps_cues_until_ten_seconds_after_its_reason_has_ended() -> None:
    call = hold("10:00", "11:00")
    ends = local(MONDAY, "11:00")
    for seconds, held, runs in [(-1, True, True), (0, True, False), (9, True, False), (10, False, False)]:
        moment = ends + timedelta(seconds=seconds)
        assert (call.holds(SMILE, moment), call.runs(moment)) == (held, runs)
    assert not call.holds(SMILE, local(MONDAY, "09:59"))
    assert call.holds(SMILE, local(MONDAY, "10:00"))


def test_a_hold_of_one_habit_leaves_the_others() -> None:
    own = hold("10:00", "11:00", SMILE)
    at = local(MONDAY, "10:30")
    assert (own.holds(SMILE, at), own.holds(OTHER, at), own.holds(None, at)) == (True, False, False)


def test_of_several_holds_the_longest_counts() -> None:
    short, long = hold("10:00", "10:40"), hold("10:10", "11:00")
    assert holding([long, short], SMILE, local(MONDAY, "10:30")) == long
    assert holding([short, long], SMILE, local(MONDAY, "10:05")) == short
    assert holding([short, long], SMILE, local(MONDAY, "12:00")) is None


@pytest.mark.parametrize(
    ("holds", "found"),
    [
        ([], None),
        ([hold("09:00", "11:00")], 0),
        ([hold("10:00", "10:59")], None),  # let go a minute before its last
        ([hold("10:01", "12:00")], None),  # began a minute after its first
        ([hold("09:59", "10:20"), hold("10:20", "11:00")], 0),
        ([hold("10:00", "10:20"), hold("10:21", "11:00")], None),
        ([hold("10:00", "10:20"), hold("10:15", "11:00", OTHER)], None),
        ([hold("10:00", "10:20", SMILE), hold("10:15", "10:40"), hold("10:40", "11:30", SMILE)], 0),
    ],
)
def test_holds_one_after_the_other_keep_a_cue_for_all_of_its_window(
    holds: list[Hold], found: int | None
) -> None:
    begin, end = local(MONDAY, "10:00"), local(MONDAY, "11:00")
    assert held_throughout(holds, SMILE, begin, end) == (None if found is None else holds[found])


def test_a_hold_within_the_wrap_up_of_another_goes_on_with_it() -> None:
    first = hold("10:00", "10:20")
    later = Hold(HoldReason.PAUSED, None, first.until + timedelta(seconds=9), local(MONDAY, "11:00"))
    assert held_throughout([first, later], SMILE, first.since, later.until) == first
