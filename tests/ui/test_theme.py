"""Colours, fonts and lengths are those of the tokens."""

import re

import pytest
from PySide6.QtGui import QFont, QFontInfo

from habitcoach.assets import asset
from habitcoach.core.habit import Category
from habitcoach.ui.fonts import BUNDLED, load_fonts
from habitcoach.ui.look import Look
from habitcoach.ui.theme import load_theme, read_tokens


@pytest.mark.parametrize("name", ["light", "dark"])
def test_every_colour_of_the_tokens_is_there(name: str) -> None:
    theme = load_theme(name)
    for token, value in read_tokens()["color"][name].items():
        assert theme.color(token).name().upper() == value.upper()


def test_an_unknown_theme_or_token_is_refused() -> None:
    with pytest.raises(KeyError):
        load_theme("sepia")
    with pytest.raises(KeyError):
        load_theme("light").color("no such token")


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("category", list(Category))
def test_every_category_has_three_colours(name: str, category: Category) -> None:
    colors = load_theme(name).category(category)
    assert len({colors.fg.name(), colors.soft.name(), colors.on_fg.name()}) == 3


def test_paint_takes_a_token_or_a_category() -> None:
    theme = load_theme("light")
    assert theme.paint("accent") == theme.color("accent")
    assert theme.paint("category:words") == theme.category(Category.WORDS).fg


def test_lengths_and_times() -> None:
    theme = load_theme("light")
    assert theme.space(4) == 16
    assert theme.size("button") == 32
    assert theme.size_of("switch").toTuple() == (36, 20)
    assert theme.radius("popup") == 14
    assert theme.motion("reward_hold") == 6000
    assert theme.chain("link_width") == 16
    assert theme.chain("link_height") == 9
    assert theme.chart("ring_size") == 136


@pytest.mark.parametrize(("scale", "size", "line"), [(0.92, 12, 18), (1.0, 13, 20), (1.15, 15, 23)])
def test_text_grows_with_the_setting(scale: float, size: int, line: int) -> None:
    theme = load_theme("light", scale)
    assert theme.font("body").pixelSize() == size
    assert theme.line_height("body") == line


def test_the_bundled_fonts_load_and_are_used(look: Look) -> None:
    assert {"Inter", "Vollkorn"} <= set(load_fonts())
    for style, family in (("body", "Inter"), ("body_strong", "Inter"), ("own_reward", "Vollkorn")):
        assert QFontInfo(look.theme.font(style)).family().startswith(family)


def test_every_font_brings_its_licence() -> None:
    for family in {name.partition("-")[0] for name in BUNDLED}:
        assert "SIL OPEN FONT LICENSE" in asset("fonts", f"OFL-{family}.txt").read_text(encoding="utf-8")


def test_figures_are_of_one_width_but_in_titles(look: Look) -> None:
    theme = look.theme
    assert QFont.Tag("tnum") in theme.font("body").featureTags()
    assert QFont.Tag("lnum") in theme.font("own_body").featureTags()
    # Said in words: a label would take the feature over from the app's own font.
    assert theme.font("title").featureValue(QFont.Tag("tnum")) == 0
    assert theme.font("body").featureValue(QFont.Tag("tnum")) == 1


@pytest.mark.parametrize("name", ["light", "dark"])
def test_the_pictures_of_the_style_sheet_wear_token_colours(name: str) -> None:
    theme = load_theme(name)
    check = asset("icons", "control", f"check-on-{name}.svg").read_text(encoding="utf-8")
    assert re.findall(r"#[0-9A-F]{6}", check) == [theme.color("on_accent").name().upper()]
    for arrow in ("up", "down"):
        picture = asset("icons", "control", f"{arrow}.svg").read_text(encoding="utf-8")
        assert re.findall(r"#[0-9A-F]{6}", picture) == [
            load_theme("light").color("line_strong").name().upper()
        ]
