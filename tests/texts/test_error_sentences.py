"""Every error says in one line what to do."""

import ast
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

from habitcoach.core.errors import EnvironmentFaultError, InputError, RefusedError
from habitcoach.texts.errors import _SENTENCES, error_sentence, sentence_for

PACKAGE = Path(__file__).parents[2] / "habitcoach"
_ERRORS = {"InputError": 1, "RefusedError": 0, "EnvironmentFaultError": 0}


def _raised() -> Iterator[tuple[str, str, set[str]]]:
    """Yield file, code and parameters of every error made with a literal code."""
    for file in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name):
                continue
            place = _ERRORS.get(node.func.id)
            if place is None or len(node.args) <= place:
                continue
            code = node.args[place]
            if isinstance(code, ast.Constant) and isinstance(code.value, str):
                yield file.name, code.value, {one.arg or "" for one in node.keywords}


RAISED = list(_raised())


def test_the_reader_of_the_source_sees_errors() -> None:
    assert len(RAISED) > 40
    assert ("habits.py", "name_taken", {"name"}) in RAISED


@pytest.mark.parametrize(("file", "code", "params"), RAISED, ids=[f"{one[0]}-{one[1]}" for one in RAISED])
def test_every_code_has_its_sentence_and_every_sentence_its_parameters(
    file: str, code: str, params: set[str]
) -> None:
    assert code in _SENTENCES, file
    wanted = {name for _, name, _, _ in string.Formatter().parse(_SENTENCES[code]) if name}
    assert wanted <= params | {"field"}, file


@pytest.mark.parametrize("sentence", _SENTENCES.values())
def test_a_sentence_is_one_line_without_an_exclamation_mark(sentence: str) -> None:
    assert "\n" not in sentence
    assert "!" not in sentence
    assert sentence == sentence.strip()


def test_a_field_is_named_in_words_where_it_has_some() -> None:
    assert error_sentence(InputError("name", "empty")) == "The name needs at least one visible character."
    assert error_sentence(InputError("trigger.times", "missing_key")) == "trigger.times is missing."


def test_the_agents_words_are_only_filled_in() -> None:
    sentence = error_sentence(RefusedError("no_such_habit", query="{x} %s {0.__class__}"))
    assert sentence == "There is no habit “{x} %s {0.__class__}”. See: habitcoach habits"


def test_faults_of_the_surroundings_say_the_cure() -> None:
    assert error_sentence(EnvironmentFaultError("disk_full", detail="x")) == (
        "The disk is full, so nothing was saved. Free some space and try again."
    )


def test_an_unknown_code_stands_for_itself() -> None:
    assert sentence_for("something_new") == "something_new"
