"""The tokens in the system's own colours, for who has asked the system for high contrast. Shapes stay."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtGui import QPalette

from habitcoach.core.habit import Category

_ROLE = QPalette.ColorRole
#: What stands on a ground of its own, and that ground.
_CHOSEN = frozenset({"accent", "accent_hover", "accent_pressed", "focus", "reward"})
_ON_CHOSEN = frozenset({"on_accent", "on_reward"})
_GROUNDS = frozenset({
    "window",
    "page",
    "card",
    "sunken",
    "raised",
    "hover",
    "pressed",
    "accent_soft",
    "reward_soft",
    "error_soft",
    "popup_button",
})  # fmt: skip


def in_system_colours(tokens: Mapping[str, Any], name: str, palette: QPalette) -> dict[str, Any]:
    """Return tokens whose theme `name` has four colours: ground and text, what is chosen and its text."""
    ground, text = palette.color(_ROLE.Window).name(), palette.color(_ROLE.WindowText).name()
    chosen, on_chosen = palette.color(_ROLE.Highlight).name(), palette.color(_ROLE.HighlightedText).name()

    def color(token: str) -> str:
        if token in _CHOSEN:
            return chosen
        if token in _ON_CHOSEN:
            return on_chosen
        return ground if token in _GROUNDS else text

    colors = {token: color(token) for token in tokens["color"][name]}
    categories = {one.value: {"fg": text, "soft": ground, "on_fg": ground} for one in Category}
    return {
        **tokens,
        "color": {**tokens["color"], name: colors},
        "category": {**tokens["category"], name: categories},
    }
