"""Shifts that can be compared: those of similar length."""

from datetime import timedelta

import pytest

from habitcoach.core.high_points import similar


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [(8, 8, True), (8, 6, True), (6, 8, True), (8, 5, False), (0, 0, False), (0, 8, False)],
)
def test_similar(one: int, other: int, *, alike: bool) -> None:
    assert similar(timedelta(hours=one), timedelta(hours=other)) is alike
