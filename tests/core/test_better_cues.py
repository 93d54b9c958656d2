"""Better slots: from when the agent really does it, after what, and at which moment of the shift."""

from datetime import time

import pytest

from habitcoach.core.better_cues import (
    MOST,
    CueProposal,
    CueReason,
    Followed,
    Grounds,
    LoggedAt,
    better_cues,
)
from habitcoach.core.habit import HabitId
from habitcoach.core.reviewing import SlotCount, Slots
from habitcoach.core.target import Per
from habitcoach.core.trigger import (
    After,
    AroundShift,
    At,
    Contact,
    Edge,
    Every,
    Manual,
    OncePer,
    Promised,
    ShiftAnchor,
    Which,
)
from tests.support.habits import at

AT = at("10:30", weekdays=(1, 2, 3))


def logs(*from_start: int, begins: int = 9 * 60, length: int = 480) -> list[LoggedAt]:
    """Return logs so many minutes into a shift that begins at nine, without a break."""
    return [LoggedAt(begins + one, one, length - one) for one in from_start]


def first(grounds: Grounds) -> CueProposal:
    return better_cues(grounds)[0]


def test_most_logs_soon_after_the_start() -> None:
    found = first(Grounds(AT, logs(22, 25, 31, 200)))
    assert (found.trigger, found.reason) == (AroundShift(ShiftAnchor.START, 25), CueReason.LOGGED_AROUND)
    assert found.params == {"n": 3, "of": 4, "clock": "09:25"}


def test_most_logs_before_the_end() -> None:
    assert first(Grounds(AT, logs(450, 455, 460))).trigger == AroundShift(ShiftAnchor.END, -25)


def test_most_logs_after_the_same_break() -> None:
    grounds = Grounds(AT, [LoggedAt(790, 250 + one, 230 - one, (1, one)) for one in (4, 6, 10)])
    assert first(grounds).trigger == AroundShift(ShiftAnchor.AFTER_BREAK, 5, 1)


@pytest.mark.parametrize(
    "after", [[(1, 4), (2, 6), (1, 8)], [(1, 70), (1, 75), (1, 80)], [(1, 4), None, (1, 5)]]
)
def test_far_from_start_end_and_any_one_break_the_clock_says_when(
    after: list[tuple[int, int] | None],
) -> None:
    found = first(Grounds(AT, [LoggedAt(790, 250, 230, one) for one in after]))
    assert found.trigger == At((time(13, 10),), (1, 2, 3))


def test_where_shifts_move_the_denser_of_both_tells() -> None:
    by_clock = logs(60, begins=540) + logs(100, begins=500) + logs(160, begins=440)
    assert first(Grounds(Manual(), by_clock)).trigger == At((time(10),))
    by_shift = logs(20, begins=360) + logs(25, begins=840) + logs(30, begins=540)
    assert first(Grounds(AT, by_shift)).trigger == AroundShift(ShiftAnchor.START, 25)


@pytest.mark.parametrize("minutes", [[], [10, 12], [10, 12, 14, 100, 200, 300, 380, 430]])
def test_too_few_logs_from_one_moment_propose_none(minutes: list[int]) -> None:
    reasons = {one.reason for one in better_cues(Grounds(AT, logs(*minutes)))}
    assert reasons == {CueReason.FIXED_MOMENT}


def test_after_another_habit_the_most_followed_first() -> None:
    followed = [
        Followed(HabitId(2), "Thanks", 3),
        Followed(HabitId(3), "Breath", 4),
        Followed(HabitId(4), "Log", 2),
        Followed(HabitId(5), "Tea", 1),
    ]
    found = better_cues(Grounds(AT, logs(0, 100, 200, 300, 400), followed))
    assert [(one.trigger, one.params["habit"]) for one in found if one.reason is CueReason.AFTER_HABIT] == [
        (After(3), "Breath"),
        (After(2), "Thanks"),
    ]


def test_the_best_of_its_own_slots() -> None:
    counts = (SlotCount("10:30", 10, 2, 8), SlotCount("15:00", 10, 9, 1), SlotCount("start+5", 10, 9, 1))
    twice = at("10:30", "15:00")
    found = first(Grounds(twice, slots=Slots(counts[:2], 2)))
    assert (found.trigger, found.reason) == (at("15:00"), CueReason.BEST_SLOT)
    assert found.params == {"place": "15:00", "n": 9, "of": 10}
    none = better_cues(Grounds(Every(60), slots=Slots(counts[:2], 2)))
    assert {one.reason for one in none} == {CueReason.FIXED_MOMENT}


def test_fixed_moments_but_the_one_it_has() -> None:
    now = AroundShift(ShiftAnchor.START, 10)
    found = [one.trigger for one in better_cues(Grounds(now, breaks=True))]
    assert found == [AroundShift(ShiftAnchor.AFTER_BREAK, nth=1), AroundShift(ShiftAnchor.END, -20)]


def test_a_week_or_month_habit_has_its_other_edges() -> None:
    found = [one.trigger for one in better_cues(Grounds(OncePer(Per.WEEK, Which.LAST, Edge.END, -60)))]
    assert found == [
        OncePer(Per.WEEK, Which.FIRST, Edge.START, 0),
        OncePer(Per.WEEK, Which.FIRST, Edge.END, -20),
        OncePer(Per.WEEK, Which.LAST, Edge.START, 0),
    ]


@pytest.mark.parametrize("trigger", [Contact(), Promised()])
def test_what_is_met_in_every_contact_has_none(trigger: Contact | Promised) -> None:
    assert better_cues(Grounds(trigger, logs(1, 2, 3))) == ()


def test_never_the_cue_it_has_never_twice_and_never_too_many() -> None:
    followed = [Followed(HabitId(number), str(number), 3) for number in range(2, 9)]
    grounds = Grounds(AroundShift(ShiftAnchor.START, 25), logs(22, 25, 31), followed, breaks=True)
    found = [one.trigger for one in better_cues(grounds)]
    assert len(found) == len(set(found)) == MOST
    assert AroundShift(ShiftAnchor.START, 25) not in found
