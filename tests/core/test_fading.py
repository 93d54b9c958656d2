"""Fading: the vectors of the rules, and what always holds."""

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from habitcoach.core.automaticity import PRIOR, Answer
from habitcoach.core.consistency import keep_weight
from habitcoach.core.fading import OFTEN, SELDOM, Cause, Fading, Stage, fade, pace_of


@dataclass(frozen=True)
class Lived:
    kept: bool
    missed: bool
    consistency: float
    automaticity: float | None
    self_started: bool | None


def live(periods: int, misses: set[int], per_week: float, *, weekly_rise: float | None = None) -> Fading:
    """Live through self-started periods; the prior curve answers, or automaticity rises with every period."""
    weight = keep_weight(per_week)
    consistency, kept = 0.0, 0
    lived = []
    for number in range(1, periods + 1):
        done = number not in misses
        rising = PRIOR.at(kept) if weekly_rise is None else 1 + 6 * weekly_rise * number
        consistency = weight * consistency + (1 - weight) * done
        share = Answer(kept, min(7.0, rising)).share
        lived.append(Lived(done, not done, consistency, share, done))
        kept += done
    return fade(lived, pace_of(per_week))


def steps(found: Fading) -> list[tuple[int, int]]:
    return [(one.at, one.after) for one in found.changes]


def test_always_kept_goes_up_at_15_22_37() -> None:
    assert steps(live(80, set(), 5)) == [(15, 1), (22, 2), (37, 3)]


def test_misses_bring_the_cue_back_and_it_fades_again() -> None:
    found = live(80, {30, 40, 41, 50, 52, 53}, 5)
    assert steps(found)[:6] == [(15, 1), (22, 2), (38, 3), (41, 2), (48, 3), (53, 0)]
    assert steps(found)[6] == (67, 1)
    assert found.changes[3].cause is Cause.TWO_MISSES
    assert found.changes[5].cause is Cause.THREE_OF_FIVE


def test_a_weekly_habit_goes_up_at_7_12_17() -> None:
    assert steps(live(20, set(), 1, weekly_rise=0.05)) == [(7, 1), (12, 2), (17, 3)]


def test_pace_follows_the_plan() -> None:
    assert pace_of(5) is OFTEN
    assert pace_of(3) is OFTEN
    assert pace_of(2.5) is SELDOM


def test_without_an_answer_the_cue_comes_at_worst_as_a_catch_up() -> None:
    lived = [Lived(kept=True, missed=False, consistency=0.9, automaticity=None, self_started=True)] * 50
    assert fade(lived, OFTEN).stage is Stage.CATCH_UP


def test_consistency_far_below_the_threshold_brings_one_stage_back() -> None:
    steady = Lived(kept=True, missed=False, consistency=0.65, automaticity=1.0, self_started=True)
    shaky = Lived(kept=False, missed=False, consistency=0.44, automaticity=1.0, self_started=True)
    found = fade([steady] * 10 + [shaky], OFTEN)
    assert [one.cause for one in found.changes] == [Cause.STEADY, Cause.LESS_STEADY]
    missed = Lived(kept=False, missed=True, consistency=0.44, automaticity=1.0, self_started=True)
    assert fade([steady] * 10 + [missed], OFTEN).changes[-1].cause is Cause.LESS_STEADY


def test_a_cue_that_is_always_needed_stays_a_catch_up() -> None:
    prompted = Lived(kept=True, missed=False, consistency=0.95, automaticity=1.0, self_started=False)
    assert fade([prompted] * 60, OFTEN).stage is Stage.CATCH_UP


lived_periods = st.builds(
    lambda kept, consistency, share, alone: Lived(kept, not kept, consistency, share, alone),
    st.booleans(),
    st.floats(0, 1),
    st.none() | st.floats(0, 1),
    st.none() | st.booleans(),
)


@given(st.lists(lived_periods, max_size=80))
def test_never_up_on_a_miss_and_up_by_one_step_only(lived: list[Lived]) -> None:
    found = fade(lived, OFTEN)
    for change in found.changes:
        if change.after > change.before:
            assert not lived[change.at - 1].missed
            assert change.after == change.before + 1
    assert found.stage == (found.changes[-1].after if found.changes else Stage.AT_THE_CUE)
