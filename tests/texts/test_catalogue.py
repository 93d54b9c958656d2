"""Every catalogue is whole, in step with the source, and fits what it is filled with."""

import gettext
import re
from collections.abc import Sequence
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Message

from scripts.catalogue import CannotFollowError, in_step, missing, po_files, read, texts, texts_in

_ENDS = "….:?,"


def forms(given: str | Sequence[str] | None) -> tuple[str, ...]:
    return (given,) if isinstance(given, str) else tuple(given or ())


def fields(text: str) -> list[str]:
    return sorted({name for _, name, _, _ in Formatter().parse(text) if name is not None})


@pytest.fixture(params=po_files(), ids=lambda po: po.parents[1].name)
def po(request: pytest.FixtureRequest) -> Path:
    found: Path = request.param
    return found


def translated(po: Path) -> list[Message]:
    return [one for one in read(po) if one.id]


def test_every_text_is_translated(po: Path) -> None:
    assert [one.id for one in missing(in_step(po, texts()))] == []


def test_nothing_is_translated_that_nobody_says(po: Path) -> None:
    said = {text.forms[0] for text in texts()}
    assert [one.id for one in translated(po) if forms(one.id)[0] not in said] == []


def test_every_placeholder_is_the_same(po: Path) -> None:
    wrong = [
        (one.id, text)
        for one in translated(po)
        for text in forms(one.string)
        # One thing alone may be said without its number, so either form's fields will do.
        if fields(text) not in [fields(form) for form in forms(one.id)]
    ]
    assert wrong == []


def test_what_ends_a_text_ends_its_translation(po: Path) -> None:
    wrong = [
        (one.id, text)
        for one in translated(po)
        for source, text in zip(forms(one.id), forms(one.string), strict=True)
        if (source[-1] in _ENDS or text[-1] in _ENDS) and source[-1] != text[-1]
    ]
    assert wrong == []


def test_spaces_at_both_ends_are_kept(po: Path) -> None:
    edges = re.compile(r"^(\s*).*?(\s*)$", re.DOTALL)
    for one in translated(po):
        for source, text in zip(forms(one.id), forms(one.string), strict=True):
            ours, theirs = edges.fullmatch(source), edges.fullmatch(text)
            assert ours is not None
            assert theirs is not None
            assert ours.groups() == theirs.groups(), source


def test_no_translation_exclaims(po: Path) -> None:
    assert [one.id for one in translated(po) if "!" in "".join(forms(one.string))] == []


def test_the_compiled_catalogue_says_the_same(po: Path) -> None:
    with po.with_suffix(".mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)
    for one in translated(po):
        if isinstance(one.id, str):
            assert compiled.gettext(one.id) == one.string
        else:
            few, many = (compiled.ngettext(one.id[0], one.id[1], number) for number in (1, 2))
            assert (few, many) == forms(one.string)


def test_texts_are_found_in_calls_and_in_tables() -> None:
    source = """
WORDS = {"a": "First", "b": ("Second", "Third")}
def say(key, n):
    one = "{n} night"
    long = ntr(one, "{n} nights", n)
    return tr("Plain " "text") + tr(WORDS[key]) + ntr("{n} day", "{n} days", n) + long
"""
    found = {text.forms for text in texts_in(source, "x.py")}
    single = {("Plain text",), ("First",), ("Second",), ("Third",)}
    assert found == single | {("{n} day", "{n} days"), ("{n} night", "{n} nights")}


@pytest.mark.parametrize("call", ["tr(words)", "tr(UNKNOWN[key])", "map(tr, words)", "tr(f'{a} b')"])
def test_a_text_out_of_sight_is_refused(call: str) -> None:
    with pytest.raises(CannotFollowError):
        list(texts_in(f"def say(words, key, a):\n    return {call}\n", "x.py"))
