"""What becomes of the agent's text."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habitcoach.core.errors import InputError
from habitcoach.core.fields import (
    MAX_NAME,
    MAX_NOTE,
    clean_line,
    is_visible,
    name_key,
    note,
    optional_line,
    required_line,
)

FAMILY = "👩‍👩‍👧‍👦"


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("  Smile   first ", "Smile first"),
        ("one\ttwo\nthree\x00four\x85five\u2028six", "one two three four five six"),
        ("e\u0301te\u0301", "été"),
        (FAMILY, FAMILY),
        ("\U0001fae8 shaking", "\U0001fae8 shaking"),  # newer than Python 3.11's tables
        ("\U0001cf50", "\U0001cf50"),
        ("שלום עולם", "שלום עולם"),
        ("\u202emirrored\u202c", "\u202emirrored\u202c"),
        ("--help", "--help"),
        ("<b>x</b> & <img src=x>", "<b>x</b> & <img src=x>"),
        ("a\ud800b\uffffc\ufdd0d\U0010ffffe", "abcde"),
        ("{name} %s", "{name} %s"),
    ],
)
def test_text_is_kept_but_for_what_cannot_be_shown(typed: str, kept: str) -> None:
    assert clean_line(typed) == kept
    assert required_line("name", typed) == kept


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "   ",
        "\n\t\x00\x7f",
        "\u200b\u200d\u2060\ufeff",
        "\u00a0\u3000",
        "\u0301\u20dd",
        "\u3164\u115f\u1160\uffa0\u2800",
        "\u202e\u202c",
        "\ud800\udfff",
        "\ufdd0\uffff",
        "\u2065\ufff0\U000e0fff",  # unassigned, but set aside for invisible characters
        "\U000e0041",
    ],
)
def test_text_without_a_visible_character_is_empty(typed: str) -> None:
    assert not is_visible(clean_line(typed))
    assert optional_line("tiny", typed) == ""
    with pytest.raises(InputError) as of_line:
        required_line("routine", typed)
    with pytest.raises(InputError) as of_note:
        note(typed)
    assert of_line.value.code == of_note.value.code == "empty"


def test_a_name_of_sixty_emoji_fits_and_sixty_one_do_not() -> None:
    assert required_line("name", "😀" * 60, MAX_NAME) == "😀" * 60
    with pytest.raises(InputError) as caught:
        required_line("name", "😀" * 61, MAX_NAME)
    assert (caught.value.field, caught.value.code) == ("name", "too_long")
    assert caught.value.params == {"limit": 60, "length": 61}


def test_ten_thousand_characters_are_refused_with_both_numbers() -> None:
    with pytest.raises(InputError) as caught:
        optional_line("why", "x" * 10_000)
    assert caught.value.params == {"limit": 200, "length": 10_000}


def test_length_is_counted_after_cleaning() -> None:
    assert required_line("name", "x" + " " * 9_000 + "y", MAX_NAME) == "x y"


def test_a_note_keeps_its_lines() -> None:
    assert note("\n first \r\n\r\n second\x00 \n") == "first\n\nsecond"
    assert note("x" * MAX_NOTE) == "x" * MAX_NOTE
    with pytest.raises(InputError) as caught:
        note("x" * (MAX_NOTE + 1))
    assert (caught.value.field, caught.value.code) == ("note", "too_long")


@pytest.mark.parametrize(
    ("one", "other"),
    [("Straße", "STRASSE"), ("ÉTÉ", "e\u0301te\u0301"), ("Smile", "sMILE"), ("Today’s", "today's")],
)
def test_names_are_compared_without_case_in_one_form(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


@given(st.text(st.characters(exclude_categories=[])))
def test_cleaning_twice_changes_nothing_more(typed: str) -> None:
    cleaned = clean_line(typed)
    assert clean_line(cleaned) == cleaned
    assert unicodedata.is_normalized("NFC", cleaned)
    assert not any(unicodedata.category(one) in {"Cc", "Cs", "Zl", "Zp"} for one in cleaned)
    cleaned.encode()


@given(st.text())
def test_a_name_is_its_own_key_however_it_is_typed(typed: str) -> None:
    name = clean_line(typed)
    assert name_key(name) == name_key(unicodedata.normalize("NFD", name))
    assert name_key(name_key(name)) == name_key(name)
