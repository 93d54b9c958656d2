"""Which language is spoken, and how texts are filled in."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from habitcoach.coaching.settings import LANGUAGES
from habitcoach.texts import language
from habitcoach.texts.language import choose, languages, ntr, spoken_of, tr, wanted


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    yield
    choose("en", {})


@pytest.mark.parametrize(
    ("environment", "wishes"),
    [
        ({"LANGUAGE": "fr:de", "LANG": "en_GB.UTF-8"}, ("fr", "de")),
        ({"LANGUAGE": "", "LC_ALL": "de_AT.UTF-8", "LANG": "C"}, ("de_AT.UTF-8",)),
        ({"LC_MESSAGES": "de_DE", "LANG": "en_GB"}, ("de_DE",)),
        ({"LANG": "de"}, ("de",)),
        ({}, ()),
    ],
)
def test_the_environment_names_languages_as_gettext_reads_them(
    environment: dict[str, str], wishes: tuple[str, ...]
) -> None:
    assert wanted(environment) == wishes


def test_the_first_language_with_a_catalogue_is_spoken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language, "languages", lambda: ("en", "de", "pt_BR"))
    assert spoken_of(("de_AT.UTF-8@euro",)) == "de"
    assert spoken_of(("fr", "pt-BR", "de")) == "pt_BR"
    assert spoken_of(("pt_PT",)) == "en"
    assert spoken_of(("en_GB", "de")) == "en"
    assert spoken_of(("C.UTF-8", "de")) == "en"
    assert spoken_of(()) == "en"


def test_a_home_without_catalogues_speaks_english(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(language, "folder", lambda: tmp_path)
    assert languages() == ("en",)
    assert choose("de", {}) == "en"


def test_what_can_be_chosen_is_what_there_is() -> None:
    assert tuple(sorted(languages())) == LANGUAGES


def test_the_setting_wins_over_the_environment() -> None:
    german = {"LANG": "de_DE.UTF-8"}
    assert choose(None, german) == "de"
    assert choose("system", german) == "de"
    assert choose("en", german) == "en"
    assert choose("de", {"LANG": "C"}) == "de"


def test_texts_are_filled_in_and_counted() -> None:
    choose("en", {})
    assert tr("{begin} to {end}", begin="Mon", end="Tue") == "Mon to Tue"
    assert ntr("{n} day of {what}", "{n} days of {what}", 1, what="rest") == "1 day of rest"
    assert ntr("{n} day of {what}", "{n} days of {what}", 2, what="rest") == "2 days of rest"
    assert not tr("")


def test_german_speaks_german() -> None:
    choose("de", {})
    assert tr("Habits") == "Gewohnheiten"
    assert not tr(""), "a catalogue's head is no text"
