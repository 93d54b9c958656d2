"""Fading: the vectors of the rules, and what always holds."""

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from habitcoach.core.automaticity import PRIOR, Answer
from habitcoach.core.consent import Consent
from habitcoach.core.consistency import keep_weight
from habitcoach.core.fading import (
    NEEDS,
    OFTEN,
    SELDOM,
    Cause,
    Fading,
    Grounds,
    Stage,
    accept,
    fade,
    give_back,
    pace_of,
)
from habitcoach.core.fading import (
    live as go_on,
)
from tests.support.habits import MONDAY


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


STEADY = Lived(kept=True, missed=False, consistency=0.85, automaticity=0.7, self_started=True)
SLACK = Lived(kept=False, missed=True, consistency=0.84, automaticity=0.7, self_started=False)


def test_a_step_tells_the_numbers_it_rests_on() -> None:
    first, second, third = fade([STEADY] * 30, OFTEN).changes
    assert first.grounds is not None
    assert (first.grounds.kept, first.grounds.of, first.grounds.needs) == (7, 7, NEEDS[0])
    assert first.grounds.consistency == 0.85
    assert second.grounds is not None
    assert (second.grounds.self_started, second.grounds.seen, second.grounds.automaticity) == (7, 7, 0.7)
    assert third.grounds is not None
    assert (third.grounds.kept, third.grounds.of, third.grounds.limit) == (10, 10, None)
    back = fade([STEADY] * 30 + [SLACK] * 2, OFTEN).changes[-1]
    assert back.grounds is not None
    assert (back.cause, back.grounds.missed, back.grounds.needs) == (Cause.TWO_MISSES, 2, None)


def test_unseen_starts_leave_room_for_earlier_ones() -> None:
    unseen = Lived(kept=True, missed=False, consistency=0.85, automaticity=0.7, self_started=None)
    assert fade([STEADY] * 13 + [unseen] * 20, OFTEN).stage is Stage.CATCH_UP
    assert fade([STEADY] * 7 + [unseen, STEADY] * 7, OFTEN).stage is Stage.OCCASIONAL


def test_asked_a_step_waits_for_a_yes() -> None:
    lived = [STEADY] * 9
    asked = fade(lived, OFTEN, Consent.ASK)
    assert (asked.stage, asked.changes) == (Stage.AT_THE_CUE, ())
    assert asked.proposed is not None
    assert asked.proposed.after is Stage.CATCH_UP
    yes = accept(asked, Stage.CATCH_UP, lived, MONDAY)
    assert (yes.stage, yes.since, yes.proposed) == (Stage.CATCH_UP, 9, None)
    assert [(one.cause, one.from_date) for one in yes.changes] == [(Cause.ACCEPTED, MONDAY)]
    assert yes.changes[0].grounds == asked.proposed.grounds
    assert accept(yes, Stage.CATCH_UP, lived, MONDAY) is yes
    assert accept(asked, Stage.OCCASIONAL, lived, MONDAY) is asked
    assert accept(Fading(), Stage.CATCH_UP, [], MONDAY).changes[0].grounds is None


def test_a_proposal_is_gone_with_its_reasons() -> None:
    asked = fade([STEADY] * 9, OFTEN, Consent.ASK)
    shaky = Lived(kept=False, missed=True, consistency=0.5, automaticity=None, self_started=False)
    missed = go_on(asked, [*[STEADY] * 9, shaky], OFTEN, Consent.ASK)
    assert (missed.stage, missed.proposed) == (Stage.AT_THE_CUE, None)
    assert go_on(missed, [*[STEADY] * 9, shaky, shaky], OFTEN, Consent.ASK) is missed
    assert give_back(asked, [STEADY] * 9, MONDAY).proposed is None


def test_asked_cues_still_come_back_by_themselves() -> None:
    lived = [STEADY] * 9
    stood = accept(fade(lived, OFTEN, Consent.ASK), Stage.CATCH_UP, lived, MONDAY)
    for _ in range(2):
        lived.append(SLACK)
        stood = go_on(stood, lived, OFTEN, Consent.ASK)
    assert (stood.stage, stood.changes[-1].cause) == (Stage.AT_THE_CUE, Cause.TWO_MISSES)


def test_never_brings_every_cue_back_without_making_the_next_step_wait() -> None:
    lived = [STEADY] * 23
    stood = go_on(fade(lived[:-1], OFTEN), lived, OFTEN, Consent.NEVER, MONDAY)
    assert (stood.stage, stood.changes[-1].cause, stood.free_from) == (Stage.AT_THE_CUE, Cause.CHOSEN, 0)
    assert stood.changes[-1].from_date == MONDAY
    assert go_on(stood, [*lived, STEADY], OFTEN, Consent.NEVER) is stood
    for _ in range(7):
        lived.append(STEADY)
        stood = go_on(stood, lived, OFTEN)
    assert stood.stage is Stage.CATCH_UP


@given(st.lists(lived_periods, max_size=60), st.lists(st.sampled_from(Consent), min_size=60, max_size=60))
def test_asked_or_never_nothing_goes_up_by_itself(lived: list[Lived], consents: list[Consent]) -> None:
    stood = Fading()
    for number, consent in enumerate(consents[: len(lived)], start=1):
        before, stood = stood, go_on(stood, lived[:number], OFTEN, consent)
        assert stood.stage <= before.stage or consent is Consent.AUTOMATIC
        assert not (stood.stage and consent is Consent.NEVER)
        assert stood.proposed is None or (consent is Consent.ASK and not lived[number - 1].missed)


def kept(consistency: float = 0.85, share: float | None = 0.7, *, alone: bool | None = True) -> Lived:
    return Lived(kept=True, missed=False, consistency=consistency, automaticity=share, self_started=alone)


def missed(consistency: float = 0.85) -> Lived:
    return Lived(kept=False, missed=True, consistency=consistency, automaticity=0.7, self_started=False)


def part(consistency: float = 0.85) -> Lived:
    return Lived(kept=False, missed=False, consistency=consistency, automaticity=0.7, self_started=False)


def test_each_threshold_is_met_exactly() -> None:
    assert steps(fade([kept(0.60)] * 7, OFTEN)) == [(7, 1)]
    assert steps(fade([kept(0.5999)] * 30, OFTEN)) == []
    assert steps(fade([kept(0.70, 0.50)] * 30, OFTEN)) == [(7, 1), (14, 2)]
    assert steps(fade([kept(0.70, 0.4999)] * 30, OFTEN)) == [(7, 1)]
    assert steps(fade([kept(0.6999, 0.50)] * 30, OFTEN)) == [(7, 1)]
    assert steps(fade([kept(0.80, 0.67)] * 30, OFTEN)) == [(7, 1), (14, 2), (21, 3)]
    assert steps(fade([kept(0.80, 0.6699)] * 30, OFTEN)) == [(7, 1), (14, 2)]
    assert steps(fade([kept(0.7999, 0.67)] * 30, OFTEN)) == [(7, 1), (14, 2)]


def test_four_of_five_must_be_kept() -> None:
    assert steps(fade([part(), part(), *[kept()] * 7], OFTEN)) == []
    assert steps(fade([part(), part(), *[kept()] * 8], OFTEN)) == [(10, 1)]
    assert steps(fade([part(), kept(), kept(), part(), kept(), kept(), kept()], OFTEN)) == []
    assert steps(fade([*[part()] * 3, *[kept()] * 7], OFTEN)) == []
    assert steps(fade([*[part()] * 3, *[kept()] * 8], OFTEN)) == [(11, 1)]


def test_starts_alone_are_a_share_of_those_seen_in_the_stage() -> None:
    first = [kept()] * 7
    assert steps(fade([*first, *[kept(alone=False)] * 3, *[kept()] * 4], OFTEN)) == [(7, 1)]
    assert steps(fade([*first, *[kept(alone=False)] * 3, *[kept()] * 5], OFTEN)) == [(7, 1), (15, 2)]
    assert steps(fade([*first, kept(alone=None), *[kept()] * 6], OFTEN)) == [(7, 1)]
    assert steps(fade([*first, kept(alone=None), *[kept()] * 7], OFTEN)) == [(7, 1), (15, 2)]


def test_starts_are_a_share_of_the_last_window() -> None:
    lived = [*[kept()] * 7, *[kept(share=None, alone=False)] * 12, *[kept()] * 8]
    assert steps(fade(lived, OFTEN)) == [(7, 1), (25, 2)]


def test_starts_too_far_back_say_nothing() -> None:
    needs_answer = [kept(share=None)] * 12
    unseen = [kept(share=None, alone=None)] * 24
    near = fade([*[kept()] * 7, *needs_answer, *unseen[:22], kept(alone=None)], OFTEN)
    far = fade([*[kept()] * 7, *needs_answer, *unseen, kept(alone=None)], OFTEN)
    assert (near.stage, far.stage) == (Stage.OCCASIONAL, Stage.CATCH_UP)


def test_three_misses_of_five_bring_everything_back() -> None:
    lived = [*[kept()] * 21, missed(), kept(), missed(), kept(), missed()]
    found = fade(lived, OFTEN)
    assert steps(found)[-1] == (26, 0)
    assert found.changes[-1].cause is Cause.THREE_OF_FIVE
    assert found.changes[-1].grounds is not None
    assert found.changes[-1].grounds.missed == 3
    apart = [*[kept()] * 21, missed(), kept(), kept(), missed(), kept(), missed()]
    assert fade(apart, OFTEN).stage is Stage.SILENT


def test_consistency_may_fall_by_fifteen_hundredths() -> None:
    lived = [kept(0.6)] * 7
    limit = 0.6 - 0.15
    assert fade([*lived, part(limit)], OFTEN).stage is Stage.CATCH_UP
    back = fade([*lived, part(0.449)], OFTEN)
    assert (back.stage, back.changes[-1].cause) == (Stage.AT_THE_CUE, Cause.LESS_STEADY)
    assert back.changes[-1].grounds == Grounds(0.449, 7, 8, 0, limit=limit)
    quiet = [kept()] * 21
    assert fade([*quiet, part(0.651)], OFTEN).stage is Stage.SILENT
    assert fade([*quiet, part(0.649)], OFTEN).stage is Stage.OCCASIONAL


def test_after_a_drop_it_waits_seven_and_after_two_near_ones_fourteen() -> None:
    once = [*[kept()] * 7, missed(), missed(), *[kept()] * 20]
    assert steps(fade(once, OFTEN))[:3] == [(7, 1), (9, 0), (16, 1)]
    slow = [*[kept()] * 7, part(0.4), *[kept()] * 7, part(0.4), *[kept()] * 20]
    assert steps(fade(slow, OFTEN))[:5] == [(7, 1), (8, 0), (15, 1), (16, 0), (30, 1)]
    far = [*[kept()] * 7, part(0.4), *[kept()] * 7, *[kept(share=None)] * 14, part(0.4), *[kept()] * 9]
    assert steps(fade(far, OFTEN)) == [(7, 1), (8, 0), (15, 1), (30, 0), (37, 1)]


def test_two_drops_are_near_up_to_twenty_periods() -> None:
    begin, quietly = [*[kept()] * 7, part(0.4), *[kept()] * 7], kept(share=None)
    near = fade([*begin, *[quietly] * 12, part(0.4), *[quietly] * 30], OFTEN)
    assert steps(near) == [(7, 1), (8, 0), (15, 1), (28, 0), (42, 1)]
    far = fade([*begin, *[quietly] * 13, part(0.4), *[quietly] * 30], OFTEN)
    assert steps(far) == [(7, 1), (8, 0), (15, 1), (29, 0), (36, 1)]


def test_a_seldom_habit_is_looked_at_over_fewer_periods() -> None:
    assert steps(fade([kept(0.65)] * 9, SELDOM)) == [(3, 1)]
    assert steps(fade([kept()] * 20, SELDOM)) == [(3, 1), (8, 2), (13, 3)]
    assert steps(fade([part(), *[kept()] * 4], SELDOM)) == [(5, 1)]
    assert steps(fade([*[kept()] * 3, *[kept(alone=False)] * 2, *[kept()] * 4], SELDOM)) == [(3, 1), (8, 2)]
    assert steps(fade([*[kept()] * 3, *[kept(alone=None)] * 2, *[kept()] * 4], SELDOM)) == [(3, 1)]
