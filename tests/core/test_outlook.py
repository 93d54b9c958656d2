"""How many more kept periods until a habit levels off: half to twice of what the curve says, roughly."""

from math import log

import pytest

from habitcoach.core.automaticity import OUTLOOK_ANSWERS, OUTLOOK_KEPT, Curve, outlook


def levelling_off_at(kept: int) -> Curve:
    """Return a curve that reaches 95 % of its plateau at so many kept periods, a power of two to be exact."""
    return Curve(plateau=6.0, drop=4.0, rate=log(4.0 / (0.05 * 6.0)) / kept)


@pytest.mark.parametrize(
    ("at", "kept", "expected"),
    [
        (64, 63, (1, 2)),  # a half is still one
        (64, 62, (1, 4)),
        (64, 58, (3, 12)),  # under 20 each counts
        (64, 50, (7, 30)),
        (64, 24, (20, 80)),  # from 20 on by fives
        (64, 18, (25, 90)),
        (128, 18, (55, 220)),  # from 100 on by tens
        (256, 12, (120, 490)),
    ],
)
def test_it_is_half_to_twice_of_what_is_left_and_rounded(
    at: int, kept: int, expected: tuple[int, int]
) -> None:
    assert outlook(levelling_off_at(at), OUTLOOK_ANSWERS, kept) == expected


def test_nothing_is_said_on_too_few_answers_or_kept_periods() -> None:
    curve = levelling_off_at(64)
    assert outlook(curve, OUTLOOK_ANSWERS - 1, OUTLOOK_KEPT) is None
    assert outlook(curve, OUTLOOK_ANSWERS, OUTLOOK_KEPT - 1) is None
    assert outlook(curve, OUTLOOK_ANSWERS, OUTLOOK_KEPT) is not None


@pytest.mark.parametrize("kept", [64, 65, 500])
def test_nothing_is_left_once_it_has_levelled_off(kept: int) -> None:
    assert outlook(levelling_off_at(64), OUTLOOK_ANSWERS, kept) is None
