"""Whatever the agent typed, every notification system takes what is left of it."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habitcoach.core.fields import is_visible
from habitcoach.notify.cleaning import (
    BODY_LIMIT,
    TITLE_LIMIT,
    clean_body,
    clean_title,
    escape_markup,
    without_markup,
)

SMILE = "\N{SMILING FACE WITH SMILING EYES}"
FAMILY = "\N{MAN}\N{ZERO WIDTH JOINER}\N{WOMAN}\N{ZERO WIDTH JOINER}\N{GIRL}"
FLAG = "\N{REGIONAL INDICATOR SYMBOL LETTER D}\N{REGIONAL INDICATOR SYMBOL LETTER E}"
ACUTE = "\N{COMBINING ACUTE ACCENT}"
HEBREW = "שלום אבג 12"


def units(text: str) -> int:
    """Return the length in UTF-16 units; raises UnicodeEncodeError for a lone surrogate."""
    return len(text.encode("utf-16-le")) // 2


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("Say the name", "Say the name"),
        ("--help", "\N{WORD JOINER}--help"),
        ("-5 minutes", "\N{WORD JOINER}-5 minutes"),
        (" \t-5 minutes", "\N{WORD JOINER}-5 minutes"),
        ("\0--help", "\N{WORD JOINER}--help"),
        ("<b>x</b> & <img src=x>", "<b>x</b> & <img src=x>"),
        ("e" + ACUTE, "é"),
        (HEBREW, HEBREW),
        ("a\0b", "a b"),
        ("a\nb\tc", "a b c"),
        ("x\ud83d", "x"),
        ("", "HabitCoach"),
        (" \n ", "HabitCoach"),
        ("\N{ZERO WIDTH SPACE}\N{WORD JOINER}", "HabitCoach"),
        (ACUTE * 100, "HabitCoach"),
        ("n" * 63, "n" * 63),
        ("n" * 64, "n" * 62 + "…"),
        ("n" * 10_000, "n" * 62 + "…"),
        ("-" * 64, "\N{WORD JOINER}" + "-" * 61 + "…"),
        (SMILE * 60, SMILE * 31 + "…"),
        ("x" + SMILE * 60, "x" + SMILE * 30 + "…"),
        (FAMILY * 60, FAMILY * 7 + "…"),
        ("x" * 60 + FLAG, "x" * 60 + "…"),
        ("x" * 61 + "q" + ACUTE * 3, "x" * 61 + "…"),
        ("q" + ACUTE * 100, "q" + ACUTE * 61 + "…"),
        ("x" * 61 + " yyy", "x" * 61 + "…"),
    ],
)
def test_titles(typed: str, title: str) -> None:
    assert clean_title(typed) == title


@pytest.mark.parametrize(
    ("typed", "body"),
    [
        ("one\ntwo", "one\ntwo"),
        ("one\r\n\r\ntwo\n", "one\ntwo"),
        ("- one\n- two", "\N{WORD JOINER}- one\n- two"),
        ("a\0b\x1b[31m", "a b [31m"),
        ("", "…"),
        ("\N{HANGUL FILLER}", "…"),
        ("n" * 256, "n" * 254 + "…"),
        (SMILE * 200, SMILE * 127 + "…"),
    ],
)
def test_bodies(typed: str, body: str) -> None:
    assert clean_body(typed) == body


def test_markup_is_shown_as_it_was_typed() -> None:
    assert escape_markup('<b>x</b> & "y"') == '&lt;b&gt;x&lt;/b&gt; &amp; "y"'


def test_what_nobody_can_escape_looks_as_it_was_typed() -> None:
    left, right = (
        "\N{SINGLE LEFT-POINTING ANGLE QUOTATION MARK}",
        "\N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}",
    )
    assert without_markup("<b> & y") == f"{left}b{right} \N{FULLWIDTH AMPERSAND} y"


_ANY = st.text(st.characters(), max_size=400)


@given(_ANY)
def test_a_title_is_always_taken(typed: str) -> None:
    title = clean_title(typed)
    assert 1 <= units(title) <= TITLE_LIMIT
    assert is_visible(title)
    assert not title.startswith("-")
    assert not any(unicodedata.category(one) in {"Cc", "Cs"} for one in title)
    assert clean_title(title) == title


@given(_ANY)
def test_a_body_is_always_taken(typed: str) -> None:
    body = clean_body(typed)
    assert 1 <= units(body) <= BODY_LIMIT
    assert is_visible(body)
    assert not body.startswith("-")
    assert not any(unicodedata.category(one) in {"Cc", "Cs"} for one in body.replace("\n", ""))
    assert clean_body(body) == body
