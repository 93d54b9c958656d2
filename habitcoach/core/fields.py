"""The agent's text: cleaned and held to its limits. Text is data and is kept as typed, apart from what cannot be shown."""

import unicodedata

from habitcoach.core.errors import InputError

MAX_NAME = 60
MAX_TEXT = 200
MAX_NOTE = 2000

# Letters that draw nothing though Unicode calls them letters or symbols: Hangul fillers, braille blank.
_BLANK_LETTERS = frozenset("\u115f\u1160\u3164\uffa0\u2800")
#: Cc controls, Cs lone surrogates, Cn unassigned: nothing that any surface can show.
_UNSHOWABLE = frozenset({"Cc", "Cs", "Cn"})
#: Marks only count as visible on something; format characters (Cf) and separators never do.
_INVISIBLE = frozenset({"Cf", "Zs", "Zl", "Zp", "Mn", "Me"})


def clean_line(text: str) -> str:
    """Return one line in NFC: controls become a space, runs of spaces one, ends trimmed."""
    spaced = "".join(" " if unicodedata.category(one) in {"Cc", "Zl", "Zp"} else one for one in text)
    shown = "".join(one for one in spaced if unicodedata.category(one) not in _UNSHOWABLE)
    return " ".join(unicodedata.normalize("NFC", shown).split())


def is_visible(text: str) -> bool:
    """Whether at least one character would be seen on a screen."""
    return any(
        unicodedata.category(one) not in _INVISIBLE | _UNSHOWABLE and one not in _BLANK_LETTERS
        for one in text
    )


def required_line(field: str, text: str, limit: int = MAX_TEXT) -> str:
    """Return cleaned text; InputError `empty` or `too_long` (with `limit` and `length`) when it cannot be used."""
    cleaned = optional_line(field, text, limit)
    if not is_visible(cleaned):
        raise InputError(field, "empty")
    return cleaned


def optional_line(field: str, text: str, limit: int = MAX_TEXT) -> str:
    """Return cleaned text, which may be empty; InputError `too_long` when it is over `limit` characters."""
    cleaned = clean_line(text)
    if len(cleaned) > limit:
        raise InputError(field, "too_long", limit=limit, length=len(cleaned))
    return cleaned if is_visible(cleaned) else ""


def note(text: str) -> str:
    """Return a note in NFC with its line breaks kept; InputError when it is empty or over 2,000 characters."""
    lines = [clean_line(line) for line in text.splitlines()]
    cleaned = "\n".join(lines).strip()
    if not is_visible(cleaned):
        raise InputError("note", "empty")
    if len(cleaned) > MAX_NOTE:
        raise InputError("note", "too_long", limit=MAX_NOTE, length=len(cleaned))
    return cleaned


def name_key(name: str) -> str:
    """Return the form in which names are compared: casefolded, in NFC."""
    return unicodedata.normalize("NFC", name.casefold())
