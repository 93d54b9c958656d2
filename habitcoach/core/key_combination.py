"""A combination of keys that works from any program: how it is written, and which ones are taken."""

from dataclasses import dataclass
from enum import StrEnum

from habitcoach.core.errors import InputError


class Modifier(StrEnum):
    """A key that is held down with another one, in the order in which they are written."""

    CTRL = "Ctrl"
    ALT = "Alt"
    SHIFT = "Shift"
    META = "Meta"  #: the key with a logo


@dataclass(frozen=True, slots=True)
class KeyCombination:
    """Modifiers and one key."""

    modifiers: frozenset[Modifier]
    key: str  #: "A" to "Z", "0" to "9", "F1" to "F12", or one of NAMED

    @property
    def text(self) -> str:
        """How it is written, "Ctrl+Shift+Space"."""
        return "+".join([*(one.value for one in Modifier if one in self.modifiers), self.key])


#: Keys with names; none that a text needs together with Ctrl or Alt alone in every program.
NAMED = ("Space", "Insert", "Home", "End", "PageUp", "PageDown", "Pause")
_LETTERS_AND_DIGITS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
_FUNCTIONS = tuple(f"F{number}" for number in range(1, 13))
_MODIFIERS = {
    "ctrl": Modifier.CTRL,
    "control": Modifier.CTRL,
    "alt": Modifier.ALT,
    "shift": Modifier.SHIFT,
    "meta": Modifier.META,
    "super": Modifier.META,
    "win": Modifier.META,
}
_KEYS = {one.casefold(): one for one in (*sorted(_LETTERS_AND_DIGITS), *NAMED, *_FUNCTIONS)}


def key_combination(field: str, text: str) -> KeyCombination:
    """Read "Ctrl+Shift+Space".

    Raises InputError: `not_a_key`; `ctrl_and_alt`, with which many keyboards write letters such as @; and
    `key_too_plain` for one that would take a letter, or a shortcut that programs share, from every program.
    """
    *before, last = (part.strip().casefold() for part in text.split("+"))
    key = _KEYS.get(last)
    modifiers = frozenset(_MODIFIERS[one] for one in before if one in _MODIFIERS)
    if key is None or len(modifiers) != len(before):
        raise InputError(field, "not_a_key")
    if {Modifier.CTRL, Modifier.ALT} <= modifiers:
        raise InputError(field, "ctrl_and_alt")
    bare = modifiers <= {Modifier.SHIFT}
    shared = key in _LETTERS_AND_DIGITS and modifiers in ({Modifier.CTRL}, {Modifier.ALT})
    if bare or shared:
        raise InputError(field, "key_too_plain")
    return KeyCombination(modifiers, key)
