"""The design tokens as colours, fonts and lengths. All lengths are logical pixels."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, NamedTuple

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QFont, QPalette

from habitcoach.assets import asset
from habitcoach.core.habit import Category
from habitcoach.ui.contrast import in_system_colours

LIGHT = "light"
DARK = "dark"

# The page titles are the one place where the tokens ask for proportional figures.
_PROPORTIONAL = frozenset({"title"})


class CategoryColors(NamedTuple):
    """The three colours of a category."""

    fg: QColor  #: glyphs, ribbons and charts
    soft: QColor  #: the glyph's tile
    on_fg: QColor  #: text on `fg`


@dataclass(frozen=True, slots=True)
class Theme:
    """One reading of the tokens: light or dark, at one text size.

    Every lookup raises KeyError for a name that the tokens do not have.
    """

    name: str  #: "light" or "dark"
    text_scale: float  #: 0.92 small, 1.0 normal, 1.15 large
    tokens: Mapping[str, Any] = field(repr=False)

    @property
    def dark(self) -> bool:
        """Whether this is the dark theme."""
        return self.name == DARK

    def color(self, token: str) -> QColor:
        """Return a colour, e.g. `color("accent_soft")`."""
        return QColor(self.tokens["color"][self.name][token])

    def color_names(self) -> tuple[str, ...]:
        """Return the names of all colours."""
        return tuple(self.tokens["color"][self.name])

    def category(self, category: Category) -> CategoryColors:
        """Return the colours of a category."""
        found = self.tokens["category"][self.name][category.value]
        return CategoryColors(QColor(found["fg"]), QColor(found["soft"]), QColor(found["on_fg"]))

    def paint(self, token: str) -> QColor:
        """Return a colour by token, or `"category:words"` for the glyph colour of a category."""
        kind, _, value = token.partition(":")
        return self.category(Category(value)).fg if value else self.color(kind)

    def font(self, style: str) -> QFont:
        """Return the font of a type style, e.g. `font("own_reward")`, with figures of one width."""
        found = self.tokens["type"][style]
        fonts = self.tokens["font"]
        font = QFont()
        font.setFamilies(fonts[found["family"]])
        font.setPixelSize(self.font_size(style))
        font.setWeight(QFont.Weight(found["weight"]))
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, found["tracking"])
        # A new font starts out as the app's own, features and all.
        font.clearFeatures()
        # Switched off in words, too: a label takes over whatever feature of the app's font it does not name.
        for feature in fonts[f"{found['family']}_features"]:
            font.setFeature(QFont.Tag(feature), int(style not in _PROPORTIONAL))
        return font

    def styles(self) -> tuple[str, ...]:
        """Return the names of all type styles."""
        return tuple(self.tokens["type"])

    def font_size(self, style: str) -> int:
        """Return the pixel size of a type style."""
        return round(float(self.tokens["type"][style]["size"]) * self.text_scale)

    def line_height(self, style: str) -> int:
        """Return the distance of two base lines of a type style."""
        return round(float(self.tokens["type"][style]["line"]) * self.text_scale)

    def space(self, step: int) -> int:
        """Return a step of the spacing scale; step 1 is 4 px."""
        return int(self.tokens["space"][str(step)])

    def size(self, name: str) -> int:
        """Return the length of a part, e.g. `size("button")`."""
        return int(self.tokens["size"][name])

    def size_of(self, name: str) -> QSize:
        """Return the width and height of a part given as a pair, e.g. `size_of("switch")`."""
        width, height = self.tokens["size"][name]
        return QSize(width, height)

    def radius(self, name: str) -> float:
        """Return a corner radius."""
        return float(self.tokens["radius"][name])

    def border(self, name: str) -> int:
        """Return the width or offset of a line, e.g. `border("focus_width")`."""
        return int(self.tokens["border"][name])

    def motion(self, name: str) -> int:
        """Return a duration in milliseconds."""
        return int(self.tokens["motion_ms"][name])

    def chart(self, name: str) -> float:
        """Return a length, angle or opacity of the charts."""
        return float(self.tokens["chart"][name])

    def heat(self, name: str) -> float:
        """Return a length of the year map: "cell", "gap" or "radius"."""
        return float(self.tokens["heat"][name])

    def heat_opacity(self, value: float) -> float:
        """Return how opaque a day is on which so much of the goal was done, 0 … 1."""
        found = self.tokens["heat"]
        steps = zip(found["thresholds"], found["opacity"], strict=True)
        return float(max((opacity for least, opacity in steps if value >= least), default=0.0))

    def chain(self, name: str) -> float:
        """Return a length or count of the chain; "link_width" and "link_height" are its link."""
        found = self.tokens["chain"]
        if name in {"link_width", "link_height"}:
            return float(found["link"][name == "link_height"])
        return float(found[name])

    def tray_numeral(self, name: str) -> str | int:
        """Return a property of the number in the tray icon."""
        found: str | int = self.tokens["tray"]["numeral"][name]
        return found

    def tray_color(self, panel: str, name: str) -> QColor:
        """Return a colour of the tray icon on a "light" or "dark" panel."""
        return QColor(self.tokens["tray"][f"on_{panel}"][name])

    def popup_shadow(self) -> QColor:
        """Return the colour of the shadow under a pop-up at its darkest."""
        found = self.tokens["elevation"][self.name]
        color = QColor(found["popup_color"])
        color.setAlphaF(found["popup_alpha"])
        return color

    def popup_elevation(self) -> tuple[int, int]:
        """Return how far a pop-up's shadow lies below it, and its blur."""
        found = self.tokens["elevation"][self.name]
        return int(found["popup_offset_y"]), int(found["popup_blur"])


@cache
def read_tokens() -> Mapping[str, Any]:
    """Return the shipped tokens, read once: they are the same as long as the app runs."""
    with asset("tokens.toml").open("rb") as file:
        return tomllib.load(file)


def load_theme(name: str, text_scale: float = 1.0, contrast: QPalette | None = None) -> Theme:
    """Build the theme `"light"` or `"dark"` from the shipped tokens. Raises KeyError for another name.

    `contrast`: the system's colours, where it is asked for high contrast.
    """
    tokens = read_tokens()
    tokens["color"][name]  # an unknown name stops here, not at the first widget
    return Theme(name, text_scale, tokens if contrast is None else in_system_colours(tokens, name, contrast))
