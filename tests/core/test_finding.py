"""Names found by a few letters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habitcoach.core.finding import Nearness, match_in


@pytest.mark.parametrize(
    ("name", "typed", "nearness", "shown"),
    [
        ("Greet by name", "gr", Nearness.START, "Gr"),
        ("Greet by name", "GREET BY", Nearness.START, "Greet by"),
        ("Greet by name", "  greet   by ", Nearness.START, "Greet by"),
        ("Greet by name", "na", Nearness.WORD, "na"),
        ("One thank-you", "you", Nearness.WORD, "you"),
        ("Greet by name", "eet", Nearness.WITHIN, "eet"),
        # The best place wins, wherever it stands.
        ("Rename by name", "name", Nearness.WORD, "name"),
        ("Straße", "strasse", Nearness.START, "Straße"),
        ("Straße", "STRAS", Nearness.START, "Straß"),
        ("École", "ecole", Nearness.START, "École"),
        ("Cafe\u0301 break", "cafe", Nearness.START, "Cafe\u0301"),
        ("Café break", "CAFE\u0301", Nearness.START, "Café"),
        ("שלום עולם", "עולם", Nearness.WORD, "עולם"),
        ("İzmir", "iz", Nearness.START, "İz"),
    ],
)
def test_letters_are_found(name: str, typed: str, nearness: Nearness, shown: str) -> None:
    found = match_in(name, typed)
    assert found is not None
    assert (found.nearness, name[found.start : found.end]) == (nearness, shown)


@pytest.mark.parametrize(
    ("name", "typed"), [("Greet by name", "x"), ("Greet", ""), ("Greet", "  "), ("", "g")]
)
def test_letters_that_are_not_there_are_not_found(name: str, typed: str) -> None:
    assert match_in(name, typed) is None


@given(st.text(max_size=30), st.text(max_size=5))
def test_a_match_lies_in_the_name(name: str, typed: str) -> None:
    found = match_in(name, typed)
    assert found is None or 0 <= found.start < found.end <= len(name)


@given(st.text(min_size=1, max_size=20))
def test_a_name_is_found_by_itself_unless_nothing_of_it_is_a_letter(name: str) -> None:
    found = match_in(" ".join(name.split()), name)
    if any(one.isalnum() for one in name):
        assert found is not None
        assert found.nearness is Nearness.START
