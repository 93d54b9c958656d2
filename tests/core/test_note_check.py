"""Notes that look as if they held a customer's data."""

import pytest

from habitcoach.core.note_check import Suspect, findings, needs_question, without


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Sent the form again to jo.smith+x@mail.example.com, this time with the second page.", "address"),
        ("ring +49 30 1234-567 back", "number"),
        ("card 4711 0815 2345 6789", "number"),
        ("1234567", "number"),
        ("customer (030) 12345.67", "number"),
    ],
)
def test_what_is_asked_about(text: str, found: str) -> None:
    assert [one.kind.value for one in findings(text)] == [found]


@pytest.mark.parametrize(
    "text",
    [
        "ticket 471108, at 15:40",
        "on 2026-11-22",
        "on 22.11.2026",
        "123456",
        "me @ home",
        "a@b",
        "3 of 5, then 14 of 20",
        "",
    ],
)
def test_what_is_none_of_it(text: str) -> None:
    assert findings(text) == ()


def test_digits_within_an_address_are_one_finding() -> None:
    [one] = findings("to a1234567@b.example today")
    assert one.kind is Suspect.ADDRESS


def test_both_are_found_in_order_and_taken_out() -> None:
    text = "Call 030 1234567 or write to a@b.example."
    found = findings(text)
    assert [one.kind for one in found] == [Suspect.NUMBER, Suspect.ADDRESS]
    assert without(text, found) == "Call … or write to …."
    assert without(text, ()) == text


def test_what_was_asked_about_is_not_asked_again() -> None:
    assert needs_question("", "030 1234567")
    assert not needs_question("030 1234567", "It was 030 1234567.")
    assert needs_question("030 1234567", "030 1234567 and a@b.example")
