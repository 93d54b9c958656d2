"""What a review keeps in its columns: the plan of two halves, and a principle with what it was."""

from datetime import date

import pytest

from habitcoach.core.if_then import IfThen
from habitcoach.core.principle import Principle, Rewritten, principle_for

OWN = [Principle("One", date(2026, 4, 17)), Principle("Two", date(2026, 5, 1))]
REASONS = [Principle("Three", habit="Smile"), Principle("ONE", habit="Thanks")]


@pytest.mark.parametrize(
    ("plan", "kept"),
    [
        (IfThen(), ""),
        (IfThen("it rings"), "it rings\n"),
        (IfThen("", "smile"), "\nsmile"),
        (IfThen("it rings", "smile"), "it rings\nsmile"),
    ],
)
def test_a_plan_there_and_back(plan: IfThen, kept: str) -> None:
    assert plan.text == kept
    assert IfThen.read(kept) == plan


@pytest.mark.parametrize(
    ("said", "kept"), [(Rewritten("A"), "A"), (Rewritten("B", "A"), "B\nA"), (Rewritten(), "")]
)
def test_a_principle_there_and_back(said: Rewritten, kept: str) -> None:
    assert said.kept == kept
    assert Rewritten.read(kept) == said


def test_principles_take_turns_and_none_comes_twice() -> None:
    found = [principle_for(number, OWN, REASONS) for number in range(4)]
    assert [None if one is None else one.text for one in found] == ["One", "Two", "Three", "One"]


def test_without_any_there_is_none() -> None:
    assert principle_for(7, [], []) is None
