"""Text made safe for every notification system: it arrives as text, or it is not sent at all.

Found out by trying: what starts with `-` is taken for an option by notify-send, an empty title shows
nothing, NUL and lone surrogates raise, and Windows refuses a title over 64 or a message over 256 UTF-16 units
(the closing NUL included).
"""

import html

from PySide6.QtCore import QTextBoundaryFinder

from habitcoach.core.fields import clean_line, is_visible

APP_NAME = "HabitCoach"

#: Limits in UTF-16 units.
TITLE_LIMIT = 63
BODY_LIMIT = 255

_WORD_JOINER = "\u2060"  # draws nothing, and is no dash
_ELLIPSIS = "…"
_LOOK_ALIKES = str.maketrans({"<": "‹", ">": "›", "&": "＆"})  # noqa: RUF001  # that is the point
_UNIT = 2  # bytes


def clean_title(text: str) -> str:
    """Return one line of 1 to 63 UTF-16 units that shows something."""
    line = clean_line(_short(text, TITLE_LIMIT))
    return _guarded(line if is_visible(line) else APP_NAME, TITLE_LIMIT)


def clean_body(text: str) -> str:
    """Return lines of 1 to 255 UTF-16 units in all that show something."""
    lines = [clean_line(line) for line in _short(text, BODY_LIMIT).splitlines()]
    body = "\n".join(line for line in lines if is_visible(line))
    return _guarded(body or _ELLIPSIS, BODY_LIMIT)


def escape_markup(text: str) -> str:
    """Return text for a server that takes bodies for markup."""
    return html.escape(text, quote=False)


def without_markup(text: str) -> str:
    """Return text that reads the same, with nothing in it that any server could take for markup.

    For ways on which nobody can ask the server whether it has markup: escaped where it has none, `&lt;` would
    be seen; not escaped where it has some, the text would be interpreted.
    """
    return text.translate(_LOOK_ALIKES)


def _short(text: str, limit: int) -> str:
    """Cut what is far too long before it is worked on; most of it may turn out to be invisible."""
    return text[: 20 * limit]


def _guarded(text: str, limit: int) -> str:
    return _cut(f"{_WORD_JOINER}{text}" if text.startswith("-") else text, limit)


def _cut(text: str, limit: int) -> str:
    """Shorten to so many UTF-16 units, an ellipsis included, between two characters as they are seen."""
    units = text.encode("utf-16-le")
    if len(units) <= limit * _UNIT:
        return text
    finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Grapheme, text)
    finder.setPosition(limit - len(_ELLIPSIS))
    end = finder.position() if finder.isAtBoundary() else finder.toPreviousBoundary()
    kept = units[: end * _UNIT].decode("utf-16-le").rstrip()
    if is_visible(kept):
        return kept + _ELLIPSIS
    # One character with more marks on it than fit: no place to cut is good, so lose marks.
    bare = units[: (limit - len(_ELLIPSIS)) * _UNIT].decode("utf-16-le", errors="ignore")
    return bare + _ELLIPSIS
