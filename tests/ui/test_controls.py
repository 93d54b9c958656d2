"""Buttons, switch, undo bar and focus ring."""

import math

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QIcon, QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from habitcoach.core.habit import Category
from habitcoach.ui.icons import icon, pixmap
from habitcoach.ui.look import Look
from habitcoach.ui.widgets.buttons import Button, IconButton, button_text
from habitcoach.ui.widgets.chain_strip import CLOSED, ChainStrip, paint_link
from habitcoach.ui.widgets.focus_ring import FocusRing
from habitcoach.ui.widgets.glyph_tile import GlyphTile
from habitcoach.ui.widgets.switch import Switch
from habitcoach.ui.widgets.undo_bar import UndoBar


def test_an_ampersand_is_no_shortcut(qtbot: QtBot, look: Look) -> None:
    button = Button(look, "Salt & pepper")
    qtbot.addWidget(button)
    assert button.text() == button_text("Salt & pepper") == "Salt && pepper"
    assert button.accessibleName() == "Salt & pepper"
    assert button.shortcut().isEmpty()


def test_an_icon_button_is_spoken_and_large_enough(qtbot: QtBot, look: Look) -> None:
    button = IconButton(look, "x", "Close <b>all</b>")
    qtbot.addWidget(button)
    button.show()
    assert button.accessibleName() == "Close <b>all</b>"
    assert "&lt;b&gt;" in button.toolTip()
    assert min(button.width(), button.height()) >= look.theme.size("hit_min")


@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_an_icon_is_tinted_and_sharp(look: Look, ratio: float) -> None:
    picture = pixmap(look, "check", "error", 20, ratio)
    assert picture.size().width() == 20 * ratio
    assert picture.deviceIndependentSize().width() == 20
    image = picture.toImage()
    solid = {
        image.pixelColor(x, y).name()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    }
    assert solid == {look.theme.color("error").name()}


def test_icons_are_made_once_and_again_for_another_look(look: Look) -> None:
    first = icon(look, "check")
    assert icon(look, "check").cacheKey() == first.cacheKey()
    look.set_mode("dark")
    assert icon(look, "check").cacheKey() != first.cacheKey()


@pytest.mark.parametrize("glyph", [*Category, "tally"])
def test_a_tile_has_its_category_colour(qtbot: QtBot, look: Look, glyph: Category | str) -> None:
    tile = GlyphTile(look, glyph)
    qtbot.addWidget(tile)
    tile.show()
    wanted = look.theme.category(glyph).soft if isinstance(glyph, Category) else look.theme.color("sunken")
    assert tile.grab().toImage().pixelColor(14, 3).name() == wanted.name()


@pytest.mark.parametrize(("length", "shown"), [(0, 0), (3, 3), (6, 6), (400, 6)])
def test_a_chain_draws_at_most_six_closed_links(qtbot: QtBot, look: Look, length: int, shown: int) -> None:
    strip = ChainStrip(look, length)
    qtbot.addWidget(strip)
    assert strip.shown_links == shown
    assert strip.sizeHint().width() == shown * 21 + 13, "the open link's reach, and no more"
    rewarded = ChainStrip(look, length, rewarded=True)
    qtbot.addWidget(rewarded)
    assert rewarded.sizeHint().width() == shown * 21 + 18, "room to close"


def test_a_link_drawn_larger_has_no_corners(look: Look) -> None:
    chain, scale = look.theme.chain, 16
    image = QImage(32 * scale, 16 * scale, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.scale(scale, scale)
    painter.setBrush(Qt.GlobalColor.black)
    paint_link(painter, look.theme, 0, CLOSED, tied_on=True)
    painter.end()
    middle = chain("stroke") / 2 + chain("link_height") / 2

    def inked(radius: float) -> set[bool]:
        """Return whether there is ink at a distance from the middle of the left arc, on its way round."""
        ways = (math.radians(angle) for angle in range(95, 266, 5))
        spots = ((middle + radius * math.cos(way), middle - radius * math.sin(way)) for way in ways)
        return {image.pixelColor(round(x * scale), round(y * scale)).value() < 128 for x, y in spots}

    inner = (chain("link_height") - chain("stroke")) / 2
    assert (inked(inner - 0.15), inked(inner + 0.15)) == ({False}, {True})


def test_the_open_link_closes_in_marigold(qtbot: QtBot, look: Look) -> None:
    strip = ChainStrip(look, 2, rewarded=True)
    qtbot.addWidget(strip)
    strip.show()
    right = strip.width() - 2
    middle = strip.height() // 2
    assert strip.grab().toImage().pixelColor(right, middle).name() != look.theme.color("reward").name()
    strip.close_link()
    assert strip.grab().toImage().pixelColor(right, middle).name() == look.theme.color("reward").name()


def test_a_switch_tells_its_state_by_shape(qtbot: QtBot, look: Look) -> None:
    switch = Switch(look, "On a call")
    qtbot.addWidget(switch)
    switch.show()
    off = switch.grab().toImage()
    QTest.mouseClick(switch, Qt.MouseButton.LeftButton)
    assert switch.isChecked()
    on = switch.grab().toImage()
    left, right = (8, switch.height() // 2), (27, switch.height() // 2)
    assert off.pixelColor(*left).name() == look.theme.color("line_strong").name()
    assert on.pixelColor(*right).name() == look.theme.color("on_accent").name()


def test_the_undo_bar_says_what_and_goes(qtbot: QtBot, look: Look) -> None:
    bar = UndoBar(look)
    qtbot.addWidget(bar)
    bar.show_for("Skipped <b>x</b>", 50)
    assert bar.isVisible()
    assert bar.text == "Skipped <b>x</b>"
    assert bar.button.accessibleName() == "Undo: Skipped <b>x</b>"
    qtbot.waitUntil(lambda: not bar.isVisible())


def test_undo_is_asked_once(qtbot: QtBot, look: Look) -> None:
    bar = UndoBar(look)
    qtbot.addWidget(bar)
    bar.show_for("Skipped", 60_000)
    with qtbot.waitSignal(bar.undo):
        QTest.mouseClick(bar.button, Qt.MouseButton.LeftButton)
    assert not bar.isVisible()


def test_the_keyboard_gets_a_ring_and_the_mouse_does_not(qtbot: QtBot, look: Look) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    first, second = Button(look, "One"), Button(look, "Two")
    column.addWidget(first)
    column.addWidget(second)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    first.setFocus(Qt.FocusReason.MouseFocusReason)
    assert page.findChildren(FocusRing) == []
    second.setFocus(Qt.FocusReason.TabFocusReason)
    (ring,) = page.findChildren(FocusRing)
    assert ring.geometry() == second.geometry().adjusted(-4, -4, 4, 4)
    page.resize(page.width() + 60, page.height() + 60)
    qtbot.waitUntil(lambda: ring.geometry() == second.geometry().adjusted(-4, -4, 4, 4))
    first.setFocus(Qt.FocusReason.MouseFocusReason)
    qtbot.waitUntil(lambda: page.findChildren(FocusRing) == [])


@pytest.mark.parametrize("side", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_an_icon_stands_as_far_from_its_text_as_in_the_pictures(
    qtbot: QtBot, look: Look, side: Qt.LayoutDirection
) -> None:
    button = Button(look, "Promise", "primary", "plus")
    button.setLayoutDirection(side)
    qtbot.addWidget(button)
    button.show()
    words = button.fontMetrics().horizontalAdvance("Promise")
    around = 2 * (look.theme.space(3) + 1)
    assert button.sizeHint().width() == pytest.approx(around + 16 + look.theme.space(2) + words, abs=2)
    ground = look.theme.color("accent").name()
    shown = button.grab().toImage()
    middle = [shown.pixelColor(x, shown.height() // 2).name() != ground for x in range(shown.width())]
    if side is Qt.LayoutDirection.RightToLeft:
        middle.reverse()
    drawn = middle.index(True, 3)
    sign = look.theme.space(3) + 1
    assert sign <= drawn < sign + 16


def test_the_icon_of_a_disabled_button_is_as_quiet_as_its_words(qtbot: QtBot, look: Look) -> None:
    button = Button(look, "Done", "primary", "check")
    qtbot.addWidget(button)

    def inked() -> set[str]:
        shot = button.icon().pixmap(button.iconSize(), QIcon.Mode.Disabled).toImage()
        points = [shot.pixelColor(x, y) for x in range(shot.width()) for y in range(shot.height())]
        return {one.name() for one in points if one.alpha() == 255}

    assert inked() == {look.theme.color("on_accent").name()}
    button.setEnabled(False)
    assert inked() == {look.theme.color("text3").name()}
    button.setEnabled(True)
    assert inked() == {look.theme.color("on_accent").name()}
