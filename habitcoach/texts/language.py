"""gettext, bound to the app's own catalogues: which language is spoken, and every text in it."""

import gettext
import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from habitcoach.assets import asset

DOMAIN = "habitcoach"
#: The language of the source; it needs no catalogue.
ENGLISH = "en"
#: The setting that chooses a language, and its value that follows the system.
LANGUAGE_SETTING = "language"
FOLLOW_SYSTEM = "system"

#: What names the agent's language, the first one set counts.
_VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")


def folder() -> Path:
    """Return where the catalogues are, one folder for each language."""
    return asset("translations")


def languages() -> tuple[str, ...]:
    """Return the codes of all languages the app speaks, English first."""
    found = sorted(file.parents[1].name for file in folder().glob(f"*/LC_MESSAGES/{DOMAIN}.mo"))
    return (ENGLISH, *found)


def wanted(environment: Mapping[str, str]) -> tuple[str, ...]:
    """Return the languages that an environment asks for, as it names them, the dearest first."""
    for name in _VARIABLES:
        value = environment.get(name, "")
        if value:
            return tuple(one for one in value.split(":") if one)
    return ()


def spoken_of(wishes: Sequence[str]) -> str:
    """Return the first of these languages ("de_AT.UTF-8", "C") that the app speaks, else English."""
    known = languages()
    for wish in wishes:
        # "C" and "POSIX" are what a bare system says: the texts as they are in the source.
        plain = wish.partition(".")[0].partition("@")[0].replace("-", "_")
        if plain in {"C", "POSIX"}:
            return ENGLISH
        for code in (plain, plain.partition("_")[0]):
            if code in known:
                return code
    return ENGLISH


class Language:
    """The language of one process. There is one, as there is one locale."""

    def __init__(self, wishes: Sequence[str]) -> None:
        self.speak(wishes)

    def speak(self, wishes: Sequence[str]) -> None:
        """Speak the first of these languages that there is a catalogue for, else English."""
        self.code = spoken_of(wishes)
        if self.code == ENGLISH:
            self._catalogue = gettext.NullTranslations()
        else:
            self._catalogue = gettext.translation(DOMAIN, folder(), [self.code])

    def text(self, text: str) -> str:
        """Return a text in this language."""
        # A catalogue holds its own header under the empty text.
        return self._catalogue.gettext(text) if text else text

    def text_of(self, one: str, many: str, number: int) -> str:
        """Return a text that depends on a number."""
        return self._catalogue.ngettext(one, many, number)


#: What every text goes through. Chosen anew at the start, and where a setting says so; see ADR 0029.
_spoken = Language(wanted(os.environ))


def choose(setting: str | None, environment: Mapping[str, str]) -> str:
    """Speak what the setting `language` says, or what the environment asks for; return its code."""
    follow = setting is None or setting == FOLLOW_SYSTEM
    _spoken.speak(wanted(environment) if follow else (str(setting),))
    return _spoken.code


def language() -> str:
    """Return the code of the language that is spoken, "en" or "de"."""
    return _spoken.code


def spoken(text: str) -> str:
    """Return a text of ours that stands in an asset, not in the source, in this language."""
    return _spoken.text(text)


def speakers() -> tuple[Callable[[str], str], ...]:
    """Return what `spoken` would be in every language, one for each."""
    return tuple(Language((code,)).text for code in languages())


def tr(text: str, **params: object) -> str:
    """Translate a text and fill in its {names}."""
    return _spoken.text(text).format(**params)


def ntr(one: str, many: str, number: int, **params: object) -> str:
    """Translate a text that depends on a number, which it may name as {n}."""
    return _spoken.text_of(one, many, number).format(n=number, **params)
