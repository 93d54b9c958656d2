"""How cues come and why, in words."""

from datetime import date

import pytest

from habitcoach.coaching.fading import Faded
from habitcoach.core.consent import Consent
from habitcoach.core.fading import NEEDS, Cause, Change, Grounds, Stage
from habitcoach.texts.fading import change_reason, dated_sentence, fading_lines, since_sentence, stage_word

DAY = date(2026, 11, 27)
GROUNDS = Grounds(0.7342, 9, 10, 1, NEEDS[1], None, 0.6, 7, 8)


def faded(stage: Stage, *, contact: bool = False, consent: Consent = Consent.AUTOMATIC) -> Faded:
    return Faded(
        stage=stage,
        since=DAY,
        reached=stage,
        changes=(),
        proposed=None,
        consent=consent,
        own=None,
        fades=True,
        contact=contact,
        begun=DAY,
        consistency=0.0,
        ratings=(),
    )


def test_the_words_on_screen() -> None:
    assert [stage_word(one) for one in Stage] == ["every time", "if I forget", "now and then", "quiet"]


@pytest.mark.parametrize(
    ("stage", "contact", "says"),
    [
        (Stage.AT_THE_CUE, False, "Cues: every time, since Fri 27 Nov 2026."),
        (Stage.OCCASIONAL, False, "Cues: now and then, since Fri 27 Nov 2026."),
        (Stage.SILENT, False, "Cues: quiet since Fri 27 Nov 2026. You start this yourself."),
        (Stage.AT_THE_CUE, True, "Its plan comes in every start card, since Fri 27 Nov 2026."),
        (
            Stage.CATCH_UP,
            True,
            "Its plan comes in the start card of every third shift, since Fri 27 Nov 2026.",
        ),
        (
            Stage.OCCASIONAL,
            True,
            "Its plan comes in the start card of the week’s first shift, since Fri 27 Nov 2026.",
        ),
        (Stage.SILENT, True, "Cues: quiet since Fri 27 Nov 2026. You start this yourself."),
    ],
)
def test_how_cues_come_now(stage: Stage, contact: bool, says: str) -> None:
    assert since_sentence(faded(stage, contact=contact)) == says


@pytest.mark.parametrize(
    ("cause", "grounds", "says"),
    [
        (
            Cause.STEADY,
            GROUNDS,
            (
                "Kept 9 of the last 10 times, and steadily (0.73 of 1, 0.70 asked). "
                "Started without a cue 7 of 8 times (60% asked). "
                "You said it happens by itself (0.60 of 1, 0.50 asked)."
            ),
        ),
        (
            Cause.STEADY,
            Grounds(0.62, 8, 10, 1, NEEDS[0]),
            "Kept 8 of the last 10 times, and steadily (0.62 of 1, 0.60 asked).",
        ),
        (Cause.TWO_MISSES, GROUNDS, "It was missed twice in a row, so its cue helps again."),
        (
            Cause.THREE_OF_FIVE,
            Grounds(0.5, 5, 10, 3),
            "3 of the last 5 were missed, so its cue comes every time again.",
        ),
        (
            Cause.LESS_STEADY,
            Grounds(0.5, 5, 10, 1, limit=0.55),
            "It was kept less steadily (0.50 of 1, 0.55 at least), so its cue helps again.",
        ),
        (Cause.ACCEPTED, GROUNDS, "You said yes to it."),
        (Cause.CHOSEN, None, "You chose to have every cue."),
        (Cause.STEADY, None, ""),
    ],
)
def test_why_a_stage_changed(cause: Cause, grounds: Grounds | None, says: str) -> None:
    change = Change(15, Stage.CATCH_UP, Stage.OCCASIONAL, cause, grounds, DAY)
    assert change_reason(change) == says
    assert dated_sentence(change) == f"From Fri 27 Nov 2026 on: Cues: now and then. {says}"


def test_what_may_become_of_cues() -> None:
    found = [fading_lines("Smile", faded(Stage.AT_THE_CUE, consent=one))[1] for one in Consent]
    assert found == [
        "Cues may become: fewer as it comes by itself.",
        "Cues may become: fewer only after a yes from you.",
        "Cues may become: always all of them.",
    ]
