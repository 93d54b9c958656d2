"""The setting for the key that opens the quick bar from any program."""

from habitcoach.coaching.setting_values import OFF
from habitcoach.core.key_combination import KeyCombination, key_combination

QUICK_KEY = "quick_key"
DEFAULT_QUICK_KEY = "Ctrl+Shift+Space"


def read_quick_key(field: str, text: str) -> str:
    """Read a combination of keys, or "off". Raises InputError."""
    return OFF if text.casefold() == OFF else key_combination(field, text).text


def chosen_combination(kept: str) -> KeyCombination | None:
    """Return the combination of a value that was kept; None for "off"."""
    return None if kept == OFF else key_combination(QUICK_KEY, kept)
