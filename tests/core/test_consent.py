"""What the agent lets become of cues: whose choice holds, and from when."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habitcoach.core.consent import Choices, Consent, choices_text, consent_of, fades, read_choices
from habitcoach.core.trigger import AroundShift, Contact, Manual, ShiftAnchor, Trigger
from tests.support.habits import MONDAY, at

SHIFT = AroundShift(ShiftAnchor.START)
AUTOMATIC, ASK, NEVER = Consent


@pytest.mark.parametrize(
    ("trigger", "own", "overall", "holds"),
    [
        (SHIFT, None, None, AUTOMATIC),
        (Contact(), None, None, AUTOMATIC),
        (at("10:30"), None, None, ASK),
        (at("10:30"), None, AUTOMATIC, ASK),
        (at("10:30"), AUTOMATIC, None, AUTOMATIC),
        (at("10:30"), AUTOMATIC, NEVER, AUTOMATIC),
        (at("10:30"), None, NEVER, NEVER),
        (SHIFT, None, ASK, ASK),
        (SHIFT, NEVER, AUTOMATIC, NEVER),
        (SHIFT, ASK, NEVER, ASK),
        (Manual(), AUTOMATIC, AUTOMATIC, NEVER),
    ],
)
def test_whose_choice_holds(
    trigger: Trigger, own: Consent | None, overall: Consent | None, holds: Consent
) -> None:
    assert consent_of(trigger, own, overall) is holds
    assert fades(trigger) is not isinstance(trigger, Manual)


def test_a_choice_holds_from_its_day_on() -> None:
    tuesday = MONDAY + timedelta(days=1)
    found = Choices().choosing(NEVER, MONDAY).choosing(None, tuesday)
    assert [found.on(MONDAY + timedelta(days=n)) for n in (-1, 0, 1, 2)] == [None, NEVER, None, None]
    assert found.choosing(ASK, tuesday).turns == ((MONDAY, NEVER), (tuesday, ASK))
    assert choices_text(found) == "2026-11-23=never 2026-11-24=default"


@given(st.lists(st.tuples(st.integers(0, 400), st.sampled_from([None, *Consent])), max_size=8))
def test_choices_are_read_as_they_were_written(turns: list[tuple[int, Consent | None]]) -> None:
    found = Choices()
    for days, choice in sorted(turns, key=lambda one: one[0]):
        found = found.choosing(choice, MONDAY + timedelta(days=days))
    assert read_choices(choices_text(found)) == found
    assert read_choices(None) == Choices()
