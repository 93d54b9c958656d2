"""Today and the cards stand as in the pictures: places, sizes and colours by the tokens, as painted."""

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtWidgets import QWidget

from habitcoach.app.tour.guide import SCENES, Guide
from habitcoach.app.tour.stage import Style
from habitcoach.ui.cue_card import CueCard
from habitcoach.ui.cue_card.surface import MARGIN
from habitcoach.ui.theme import DARK, LIGHT, Theme
from habitcoach.ui.widgets.card import Line
from habitcoach.ui.widgets.chain_strip import ChainStrip
from habitcoach.ui.widgets.glyph_tile import GlyphTile
from habitcoach.ui.widgets.high_point_ring import HighPointRing

PLAYED = {one.name: one for one in SCENES}
HAIRLINE = 1


def part(window: QWidget, name: str) -> QWidget:
    found = next((one for one in window.findChildren(QWidget, name) if one.isVisible()), None)
    assert found is not None, name
    return found


def place(window: QWidget, name: str) -> QRect:
    return box(window, part(window, name))


def box(window: QWidget, one: QWidget) -> QRect:
    return QRect(one.mapTo(window, QPoint()), one.size())


def test_the_columns_of_today_and_what_stands_in_them(guide: Guide) -> None:
    with guide.play(PLAYED["today"], Style()) as (stage, window):
        theme = stage.look.theme
        page = place(window, "today_page")
        left, right = place(window, "now_section"), place(window, "today_side")
        assert page.left() == theme.size("sidebar") == 208
        assert left.left() - page.left() == theme.size("page_margin_x") == 32
        assert left.width() == theme.size("column_left") == 520
        assert right.left() - left.right() - 1 == theme.size("column_gap") == 24
        assert right.width() == theme.size("column_right") == 264
        assert page.right() - right.right() == theme.size("page_margin_x")
        head = place(window, "today_head")
        assert head.top() == theme.size("page_margin_top") == 24
        assert place(window, "shift_line").width() == right.right() + 1 - left.left()
        for name, size in (("new_promise", "button_large"), ("call_box", "button_large")):
            assert place(window, name).height() == theme.size(size) == 36
        assert place(window, "shift_chooser").height() == theme.size("button_small") == 28
        assert place(window, "now_done").height() == theme.size("button") == 32
        card = next(one for one in window.findChildren(QWidget) if one.objectName().startswith("now-"))
        assert box(window, card).top() == place(window, "ring_card").top()
        assert box(window, card).width() == 520
        (chain,) = card.findChildren(ChainStrip)
        assert box(window, chain).right() == place(window, "now_streak").right(), "one edge for both"
        counters = part(window, "today_side").findChildren(Line)
        assert counters
        for line in counters:
            around = line.parentWidget()
            assert around is not None
            assert line.width() == around.width() - 2 * HAIRLINE, "from border to border"
        ring = window.findChild(HighPointRing, "high_point_ring")
        assert ring is not None
        assert ring.size().toTuple() == (136, 136)
        lists = {"later_list": "row_later", "done_list": "row_done"}
        for name, height in lists.items():
            assert place(window, name).height() == 2 * theme.size(height)
        (large,) = (one for one in card.findChildren(GlyphTile))
        assert large.width() == theme.size("glyph_tile_large") == 40
        edge = theme.space(4) + HAIRLINE
        assert box(card, large).topLeft() == QPoint(edge, edge)
        assert box(card, part(card, "now_done")).bottom() == card.height() - 1 - theme.space(3) - HAIRLINE


def found(image: QImage, where: QRect, color: QColor) -> bool:
    inside = where & image.rect()
    return any(
        image.pixelColor(x, y) == color
        for y in range(inside.top(), inside.bottom() + 1)
        for x in range(inside.left(), inside.right() + 1)
    )


@pytest.mark.parametrize("mode", [LIGHT, pytest.param(DARK, marks=pytest.mark.long)])
def test_today_wears_the_colours_of_the_tokens(guide: Guide, mode: str) -> None:
    with guide.play(PLAYED["today"], Style(mode)) as (stage, window):
        theme = stage.look.theme
        image = window.grab().toImage()
        card = place(window, "ring_card")
        assert image.pixelColor(4, 400) == theme.color("window")
        assert image.pixelColor(place(window, "now_section").left() - 4, 300) == theme.color("page")
        assert image.pixelColor(card.center().x(), card.top()) == theme.color("line")
        assert image.pixelColor(card.left() + 8, card.top() + 20) == theme.color("card")
        assert image.pixelColor(card.topLeft()) == theme.color("page")  # its corners are round
        done = place(window, "now_done")
        assert image.pixelColor(done.left() + 6, done.center().y()) == theme.color("accent")
        ring = place(window, "high_point_ring")
        assert found(image, ring, theme.color("accent"))
        assert found(image, ring, theme.color("sunken"))
        line = place(window, "shift_line")
        assert found(image, line, theme.color("reward"))  # what waits
        # Nothing has passed yesterday's high point: no marigold there, nor on the counters.
        assert not found(image, place(window, "today_side"), theme.color("reward"))


def test_the_cue_card_is_laid_out_as_in_the_picture(guide: Guide) -> None:
    with guide.play(PLAYED["cue-card"], Style()) as (stage, card):
        assert isinstance(card, CueCard)
        theme = stage.look.theme
        area = QGuiApplication.primaryScreen().availableGeometry()
        margin = theme.size("popup_screen_margin")
        assert area.bottomRight() - card.box.bottomRight() == QPoint(margin, margin) == QPoint(16, 16)
        inner = QRect(MARGIN, MARGIN, card.box.width(), card.box.height())
        edge = theme.space(4) + HAIRLINE
        (tile,) = card.findChildren(GlyphTile)
        assert box(card, tile) == QRect(inner.topLeft() + QPoint(edge, edge), tile.size())
        assert tile.width() == theme.size("glyph_tile") == 28
        done, skip = place(card, "done"), place(card, "skip")
        assert done.height() == place(card, "snooze").height() == skip.height() == 36
        assert done.left() == inner.left() + edge
        assert skip.right() == inner.right() - edge
        assert done.bottom() == inner.bottom() - edge
        gaps = {
            place(card, "snooze").left() - done.right() - 1,
            skip.left() - place(card, "snooze").right() - 1,
        }
        assert gaps == {theme.space(2)}
        close = place(card, "close")
        assert close.size().toTuple() == (28, 28)
        assert close.center().y() == box(card, tile).center().y()
        (chain,) = card.findChildren(ChainStrip)
        assert box(card, chain).left() == box(card, tile).right() + 1 + theme.space(3)
        corners(card, inner, theme)


def corners(card: CueCard, inner: QRect, theme: Theme) -> None:
    """Assert that the panel's corner is as round as the tokens have it."""
    image = card.grab().toImage()
    radius = round(theme.radius("popup"))
    assert image.pixelColor(inner.left() + radius, inner.top() + 2) == theme.color("raised")
    assert image.pixelColor(inner.left() + 2, inner.top() + radius) == theme.color("raised")
    cut = round(radius * (1 - 0.5**0.5)) - 1  # so far the corner's edge lies in on the diagonal
    assert image.pixelColor(inner.left() + cut - 1, inner.top() + cut - 1) != theme.color("raised")
    assert image.pixelColor(inner.left() + cut + 3, inner.top() + cut + 3) == theme.color("raised")


@pytest.mark.parametrize("name", ["start-card", pytest.param("end-card", marks=pytest.mark.long)])
def test_the_cards_of_a_shift_are_wider(guide: Guide, name: str) -> None:
    with guide.play(PLAYED[name], Style()) as (stage, card):
        assert isinstance(card, CueCard)
        assert card.box.width() == stage.look.theme.size("start_end_card_width") == 420
        assert place(card, "title").left() == MARGIN + stage.look.theme.space(5)
