"""Fading at its edges: every threshold met exactly, the numbers a step rests on, what the agent chose."""

from dataclasses import dataclass, replace
from datetime import date

import pytest

from habitcoach.core.consent import Consent
from habitcoach.core.fading import (
    NEEDS,
    OFTEN,
    SELDOM,
    SLACK,
    Cause,
    Change,
    Fading,
    Grounds,
    Stage,
    accept,
    fade,
    give_back,
    live,
)

TODAY = date(2026, 11, 23)


@dataclass(frozen=True)
class Lived:
    kept: bool = True
    missed: bool = False
    consistency: float = 0.9
    automaticity: float | None = 1.0
    self_started: bool | None = True


KEPT = Lived()
MISS = Lived(kept=False, missed=True, self_started=False)
PART = Lived(kept=False)
#: Up to the stage at the cue, at a catch-up, now and then, and silent.
TO_CATCH_UP, TO_OCCASIONAL, TO_SILENT = [KEPT] * 7, [KEPT] * 14, [KEPT] * 21


def stages(lived: list[Lived], consent: Consent = Consent.AUTOMATIC) -> list[tuple[int, int]]:
    return [(one.at, one.after) for one in fade(lived, OFTEN, consent).changes]


def test_a_step_up_tells_all_it_rests_on() -> None:
    first, second = fade(TO_OCCASIONAL, OFTEN).changes
    assert first == Change(
        7, Stage.AT_THE_CUE, Stage.CATCH_UP, Cause.STEADY, Grounds(0.9, 7, 7, 0, NEEDS[0], None, 1.0)
    )
    assert second == Change(
        14, Stage.CATCH_UP, Stage.OCCASIONAL, Cause.STEADY, Grounds(0.9, 10, 10, 0, NEEDS[1], None, 1.0, 7, 7)
    )


def test_a_step_down_tells_all_it_rests_on() -> None:
    shaky = replace(PART, consistency=0.2)
    *_, down = fade([*TO_CATCH_UP, KEPT, MISS, PART, shaky], OFTEN).changes
    limit = NEEDS[0].consistency - SLACK
    assert down == Change(
        11, Stage.CATCH_UP, Stage.AT_THE_CUE, Cause.LESS_STEADY, Grounds(0.2, 7, 10, 1, None, limit)
    )
    *_, down = fade([*TO_OCCASIONAL, MISS, MISS], OFTEN).changes
    assert down == Change(16, Stage.OCCASIONAL, Stage.CATCH_UP, Cause.TWO_MISSES, Grounds(0.9, 8, 10, 2))
    *_, down = fade([*TO_OCCASIONAL, MISS, KEPT, MISS, KEPT, MISS], OFTEN).changes
    assert down == Change(19, Stage.OCCASIONAL, Stage.AT_THE_CUE, Cause.THREE_OF_FIVE, Grounds(0.9, 7, 10, 3))


def test_three_misses_of_six_bring_back_no_more_than_two_in_a_row_do() -> None:
    assert stages([*TO_OCCASIONAL, MISS, KEPT, KEPT, MISS, KEPT, MISS])[2:] == []
    assert stages([*TO_OCCASIONAL, MISS, KEPT, MISS, KEPT, MISS])[2:] == [(19, 0)]


@pytest.mark.parametrize(("stage", "run"), [(0, 7), (1, 14), (2, 21)])
def test_consistency_exactly_as_asked_is_enough(stage: int, run: int) -> None:
    enough = replace(KEPT, consistency=NEEDS[stage].consistency)
    less = replace(KEPT, consistency=NEEDS[stage].consistency - 0.001)
    assert stages([*[KEPT] * (run - 1), enough])[-1] == (run, stage + 1)
    assert (run, stage + 1) not in stages([*[KEPT] * (run - 1), less])


@pytest.mark.parametrize(("stage", "run"), [(1, 14), (2, 21)])
def test_automaticity_exactly_as_asked_is_enough(stage: int, run: int) -> None:
    enough = replace(KEPT, automaticity=NEEDS[stage].automaticity)
    less = replace(KEPT, automaticity=NEEDS[stage].automaticity - 0.001)
    assert stages([*[KEPT] * (run - 1), enough])[-1] == (run, stage + 1)
    assert (run, stage + 1) not in stages([*[KEPT] * (run - 1), less])


def test_a_share_of_self_started_exactly_as_asked_is_enough() -> None:
    prompted = replace(KEPT, self_started=False)
    # 6 of 10 in the stage of the catch-up, each of the first nine too few.
    run = [*TO_CATCH_UP, *[prompted] * 4, *[KEPT] * 6]
    assert stages(run)[-1] == (17, 2)
    assert stages(run[:-1])[-1] == (7, 1)
    # 8 of 10 before the silent one.
    run = [*TO_OCCASIONAL, *[prompted] * 2, *[KEPT] * 8]
    assert stages(run)[-1] == (24, 3)
    assert stages(run[:-1])[-1] == (14, 2)


def test_starting_is_looked_at_over_the_last_ten_seen_and_no_further_back_than_thirty() -> None:
    prompted, unseen = replace(KEPT, self_started=False), replace(KEPT, self_started=None)
    run = [*TO_CATCH_UP, *[prompted] * 20, *[KEPT] * 6]
    assert stages(run)[-1] == (33, 2)
    assert stages([*TO_CATCH_UP, *[prompted] * 7, *[unseen] * 24, *[KEPT] * 6])[-1] == (7, 1)
    assert stages([*TO_CATCH_UP, *[prompted] * 7, *[unseen] * 24, *[KEPT] * 7])[-1] == (45, 2)
    assert stages([*TO_CATCH_UP, *[unseen] * 23, *[KEPT] * 6])[-1] == (7, 1)
    assert stages([*TO_CATCH_UP, *[unseen] * 23, *[KEPT] * 7])[-1] == (37, 2)


def test_four_fifths_kept_are_enough() -> None:
    assert stages([*[PART] * 2, *[KEPT] * 8]) == [(10, 1)]
    assert stages([*[PART] * 3, *[KEPT] * 7]) == []
    assert [one.at for one in fade([PART, *[KEPT] * 4], SELDOM).changes] == [5]
    assert fade([PART, PART, *[KEPT] * 3], SELDOM).changes == ()


def test_consistency_may_fall_just_as_far_as_the_slack() -> None:
    limit = replace(PART, consistency=NEEDS[0].consistency - SLACK)
    assert stages([*TO_CATCH_UP, limit]) == [(7, 1)]
    assert stages([*TO_CATCH_UP, replace(limit, consistency=limit.consistency - 1e-9)]) == [(7, 1), (8, 0)]
    missed = replace(MISS, consistency=limit.consistency)
    assert stages([*TO_CATCH_UP, missed]) == [(7, 1)]


def test_after_a_drop_seven_periods_pass_and_fourteen_after_two_within_twenty() -> None:
    down = [MISS, MISS]
    assert stages([*TO_CATCH_UP, *down, *[KEPT] * 20])[:3] == [(7, 1), (9, 0), (16, 1)]
    near = [*TO_CATCH_UP, *down, *[KEPT] * 18, *down]  # the drops 20 apart
    assert next(one for one in stages([*near, *[KEPT] * 20]) if one[0] > 29) == (43, 2)
    far = [*TO_CATCH_UP, *down, *[KEPT] * 19, *down]  # 21 apart
    assert next(one for one in stages([*far, *[KEPT] * 20]) if one[0] > 30) == (37, 2)


def test_what_the_agent_chose_is_no_drop() -> None:
    once = fade(TO_OCCASIONAL, OFTEN)
    chosen = give_back(once, TO_OCCASIONAL, TODAY)
    assert (chosen.stage, chosen.free_from, chosen.since) == (Stage.AT_THE_CUE, 0, 14)
    assert chosen.changes[-1] == Change(14, Stage.OCCASIONAL, Stage.AT_THE_CUE, Cause.CHOSEN, None, TODAY)
    lived = [*TO_OCCASIONAL]
    for one in [KEPT] * 7:
        lived.append(one)
        chosen = live(chosen, lived, OFTEN)
    assert chosen.changes[-1].at == 21
    lived += [MISS, MISS]
    assert live(live(chosen, lived[:-1], OFTEN), lived, OFTEN).free_from == 23 + OFTEN.stay


def test_never_gives_every_cue_back_from_the_date_said() -> None:
    stood = live(fade(TO_CATCH_UP, OFTEN), [*TO_CATCH_UP, KEPT], OFTEN, Consent.NEVER, TODAY)
    assert stood.changes[-1] == Change(8, Stage.CATCH_UP, Stage.AT_THE_CUE, Cause.CHOSEN, None, TODAY)
    assert stages([KEPT] * 60, Consent.NEVER) == []


def test_a_step_up_is_proposed_and_waits_for_a_yes() -> None:
    asked = live(fade([KEPT] * 6, OFTEN), TO_CATCH_UP, OFTEN, Consent.ASK, TODAY)
    grounds = Grounds(0.9, 7, 7, 0, NEEDS[0], None, 1.0)
    step = Change(7, Stage.AT_THE_CUE, Stage.CATCH_UP, Cause.STEADY, grounds, TODAY)
    assert (asked.stage, asked.changes, asked.proposed) == (Stage.AT_THE_CUE, (), step)
    assert accept(asked, Stage.OCCASIONAL, TO_CATCH_UP, TODAY) is asked
    said_yes = accept(asked, Stage.CATCH_UP, TO_CATCH_UP, TODAY)
    accepted = replace(step, cause=Cause.ACCEPTED)
    assert said_yes == Fading(Stage.CATCH_UP, (accepted,), None, since=7, free_from=0)


def test_a_proposal_is_dropped_when_it_no_longer_holds() -> None:
    asked = live(fade([KEPT] * 6, OFTEN), TO_CATCH_UP, OFTEN, Consent.ASK, TODAY)
    assert live(asked, [*TO_CATCH_UP, MISS], OFTEN, Consent.ASK).proposed is None
    assert live(asked, [*TO_CATCH_UP, MISS], OFTEN, Consent.ASK).changes == ()
    assert give_back(asked, TO_CATCH_UP, TODAY).proposed is None
    assert fade([KEPT] * 30, OFTEN, Consent.ASK).proposed is not None
    unasked = fade([KEPT] * 3, OFTEN)
    assert live(unasked, [KEPT] * 4, OFTEN, Consent.ASK) is unasked


def test_a_change_holds_from_the_date_it_was_worked_out_for() -> None:
    assert (
        live(fade([KEPT] * 6, OFTEN), TO_CATCH_UP, OFTEN, Consent.AUTOMATIC, TODAY).changes[-1].from_date
        == TODAY
    )
    stood = fade([*TO_CATCH_UP, MISS], OFTEN)
    down = live(stood, [*TO_CATCH_UP, MISS, MISS], OFTEN, Consent.AUTOMATIC, TODAY)
    assert (down.changes[-1].after, down.changes[-1].from_date) == (Stage.AT_THE_CUE, TODAY)
    assert live(stood, [*TO_CATCH_UP, MISS, MISS], OFTEN, Consent.ASK, TODAY) == down


@pytest.mark.parametrize(
    ("lived", "cause"),
    [
        ([*TO_OCCASIONAL, MISS, MISS], Cause.TWO_MISSES),
        ([*TO_OCCASIONAL, MISS, KEPT, MISS, KEPT, MISS], Cause.THREE_OF_FIVE),
        ([*TO_OCCASIONAL, replace(PART, consistency=0.2)], Cause.LESS_STEADY),
    ],
)
def test_every_step_down_bears_the_date_it_was_worked_out_for(lived: list[Lived], cause: Cause) -> None:
    stood = fade(lived[:-1], OFTEN)
    down = live(stood, lived, OFTEN, Consent.AUTOMATIC, TODAY)
    assert (down.changes[-1].cause, down.changes[-1].from_date) == (cause, TODAY)
    assert down.changes[:-1] == stood.changes


def test_a_proposal_leaves_all_else_as_it_stood() -> None:
    lived = [*TO_OCCASIONAL, MISS, MISS, *[KEPT] * 6]
    stood = fade(lived, OFTEN)
    assert (stood.stage, len(stood.changes), stood.since, stood.free_from) == (Stage.CATCH_UP, 3, 16, 23)
    asked = live(stood, [*lived, KEPT], OFTEN, Consent.ASK, TODAY)
    assert asked.proposed is not None
    assert replace(asked, proposed=None) == stood
    assert live(asked, [*lived, KEPT, MISS], OFTEN, Consent.ASK, TODAY) == stood
