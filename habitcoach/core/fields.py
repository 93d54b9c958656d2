"""The agent's text, cleaned and held to its limits. Kept as typed but for what cannot be shown."""

import unicodedata

from habitcoach.core.errors import InputError

MAX_NAME = 60
MAX_TEXT = 200
MAX_NOTE = 2000

# Letters that draw nothing though Unicode calls them letters or symbols: Hangul fillers, braille blank.
_BLANK_LETTERS = frozenset("\u115f\u1160\u3164\uffa0\u2800")
#: Marks only count as visible on something; format characters (Cf) and separators never do.
_INVISIBLE = frozenset({"Cf", "Zs", "Zl", "Zp", "Mn", "Me"})
# Set aside by Unicode for invisible characters, known to this Python or not.
_IGNORABLE = (range(0x2060, 0x2070), range(0xFFF0, 0xFFF9), range(0xE0000, 0xE1000))
_NONCHARACTERS = range(0xFDD0, 0xFDF0)


def clean_line(text: str) -> str:
    """Return one line in NFC: controls become a space, runs of spaces one, ends trimmed."""
    spaced = "".join(" " if unicodedata.category(one) in {"Cc", "Zl", "Zp"} else one for one in text)
    shown = "".join(one for one in spaced if _showable(one))
    return " ".join(unicodedata.normalize("NFC", shown).split())


def is_visible(text: str) -> bool:
    """Whether at least one character would be seen on a screen."""
    return any(_visible(one) for one in text)


def _showable(one: str) -> bool:
    """Refuse lone surrogates and noncharacters; an emoji newer than this Python is fine."""
    code = ord(one)
    return unicodedata.category(one) != "Cs" and code & 0xFFFE != 0xFFFE and code not in _NONCHARACTERS


def _visible(one: str) -> bool:
    drawn = unicodedata.category(one) not in _INVISIBLE and one not in _BLANK_LETTERS
    return drawn and not any(ord(one) in some for some in _IGNORABLE)


def required_line(field: str, text: str, limit: int = MAX_TEXT) -> str:
    """Return cleaned text; InputError `empty`, or `too_long` with `limit` and `length`."""
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
    """Return a note in NFC with its line breaks; InputError when it is empty or over 2,000 characters."""
    lines = [clean_line(line) for line in text.splitlines()]
    cleaned = "\n".join(lines).strip()
    if not is_visible(cleaned):
        raise InputError("note", "empty")
    if len(cleaned) > MAX_NOTE:
        raise InputError("note", "too_long", limit=MAX_NOTE, length=len(cleaned))
    return cleaned


def name_key(name: str) -> str:
    """Return the form in which names are compared: casefolded, in NFC, either apostrophe as it is typed."""
    return unicodedata.normalize("NFC", name.casefold()).replace("’", "'")
