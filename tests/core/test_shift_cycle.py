"""Finding the cycle in which shifts repeat."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habitcoach.core.shift_cycle import UNKNOWN, find_cycle

WEEK = "EEEEE.."
ROTATION = "EEEE..LLLL..NNNN...."


def days(text: str) -> list[object]:
    """Return "E" as a value, "." as a day off, "?" as unknown."""
    return [None if one == "." else UNKNOWN if one == "?" else one for one in text]


@pytest.mark.parametrize(
    ("text", "length"),
    [
        (WEEK * 2, 7),
        ("EEEEE..EEEEE", 7),  # the weekend after the last shift is not in the file
        ("E......E", 7),
        ("EE" + "." * 5 + "EE", 7),
        ((WEEK + "LLLLL..") * 2, 14),
        ((WEEK + "LLLLL..") * 2 + "EEE", 14),
        ("EEEE....EEEE", 8),
        ("EEEE....EEE", None),  # not yet two of eight
        ("EELL.EELL.EELL.", 5),
        (ROTATION * 2, 20),
        (ROTATION * 5, 20),
        ("E" * 5, None),  # one week is no "every day"
        ("E" * 14, 7),
        ("E.E.E", None),
        ("E........S", None),
        ("", None),
        ("E", None),
        ("." * 14, 7),
        (WEEK + "?????.." + WEEK, 7),
        (WEEK + "?????..", None),  # each place must be seen twice
        ("?" * 30, None),
        (WEEK * 3 + "EELEE..", None),
    ],
)
def test_without_exceptions(text: str, length: int | None) -> None:
    assert find_cycle(days(text), exceptions=False) == length


@pytest.mark.parametrize(
    ("text", "length"),
    [
        (WEEK * 3 + "EELEE..", 7),
        (WEEK * 2 + "EELEE.." + WEEK * 2, 7),
        (WEEK + "EELEE.." + WEEK, None),  # under four weeks
        ("EELEE.." * 2 + "LLL.." + WEEK * 2, None),
        ("EEEEEL." + WEEK + "EEEEEL." + WEEK + "EEEEEL.", None),  # no two weeks without one
        ("ELELELE" * 2 + "NNNNNNN" + "LLLLLLL", None),
        ("?" * 28, None),
    ],
)
def test_with_exceptions(text: str, length: int | None) -> None:
    assert find_cycle(days(text), exceptions=True) == length


@given(
    st.lists(st.sampled_from(["E", "L", None]), min_size=1, max_size=84),
    st.integers(0, 40),
    st.integers(2, 4),
)
def test_what_repeats_is_found_and_true(cycle: list[object], more: int, rounds: int) -> None:
    length = max(14, rounds * len(cycle)) + more
    span = (cycle * length)[:length]
    found = find_cycle(span, exceptions=False)
    whole_weeks = len(cycle) % 7 == 0
    assert found is not None
    assert found <= len(cycle) or not whole_weeks
    assert all(span[n] == span[n + found] for n in range(len(span) - found))
