"""Lengths as ui.md and the tokens have them, measured on the real windows."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QFrame, QPushButton, QWidget

from habitcoach.app.tour.guide import SCENES, Guide
from habitcoach.app.tour.scene import Scene
from habitcoach.app.tour.stage import Style
from habitcoach.ui.cue_card import CueCard
from habitcoach.ui.page_name import PageName
from habitcoach.ui.sidebar import Sidebar
from habitcoach.ui.theme import load_theme
from habitcoach.ui.widgets.buttons import Button
from habitcoach.ui.widgets.high_point_ring import HighPointRing


def scene(name: str) -> Scene:
    return next(one for one in SCENES if one.name == name)


def test_the_main_window(guide: Guide) -> None:
    with guide.play(scene("today"), Style()) as (stage, _):
        window = stage.window()
        assert window.size().toTuple() == (1080, 720)
        assert window.minimumSize().toTuple() == (920, 600)
        sidebar = window.findChild(Sidebar)
        assert sidebar is not None
        assert sidebar.width() == stage.look.theme.size("sidebar")
        for button in window.findChildren(Button):
            if button.isVisible() and button.property("variant") == "primary":
                assert button.height() in {
                    stage.look.theme.size("button"),
                    stage.look.theme.size("button_large"),
                }
        assert window.findChild(HighPointRing) is not None
        places = [window.isAncestorOf(page) for page in pages(window)]
        assert places == [True] * len(PageName)


def pages(window: QWidget) -> list[QWidget]:
    names = ("today_page", "habits_page", "library_page", "review_page", "settings_page")
    return [one for name in names for one in window.findChildren(QWidget, name)]


def test_the_card_is_360_wide_with_room_for_its_shadow(guide: Guide) -> None:
    with guide.play(scene("cue-card"), Style()) as (stage, card):
        assert isinstance(card, CueCard)
        box = card.box
        assert box.width() == stage.look.theme.size("cue_card_width") == 360
        assert card.width() == 360 + 2 * 32


def test_no_card_asks_for_the_keyboard(guide: Guide) -> None:
    with guide.play(scene("cue-card"), Style()) as (_, card):
        assert card.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
        assert card.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)


@pytest.mark.parametrize(("surface", "radius"), [("card", "card"), ("sunken", "control")])
def test_corners_are_round_as_the_tokens_say(qapp: QApplication, surface: str, radius: str) -> None:
    del qapp
    theme = load_theme("light")
    holder = QWidget()
    holder.setStyleSheet("")
    frame = QFrame(holder)
    frame.setProperty("surface", surface)
    frame.setGeometry(20, 20, 100, 60)
    holder.resize(140, 100)
    holder.show()
    image = holder.grab().toImage()
    ground = image.pixelColor(2, 2)
    corner = next(x for x in range(100) if QColor(image.pixelColor(20 + x, 20)) != ground)
    assert corner <= theme.radius(radius)
    assert image.pixelColor(20, 20) == ground


def test_the_focus_ring_lies_two_pixels_outside(guide: Guide) -> None:
    with guide.play(scene("promise"), Style()) as (stage, dialog):
        button = dialog.findChild(QPushButton, "promise_save")
        assert button is not None
        button.setFocus(Qt.FocusReason.TabFocusReason)
        stage.settle()
        box = QRect(button.mapTo(dialog, QPoint()), button.size())
        image = dialog.grab().toImage()
        theme = stage.look.theme
        middle = box.center().y()
        offset, width = theme.border("focus_offset"), theme.border("focus_width")
        assert (offset, width) == (2, 2)
        inside = [image.pixelColor(box.left() - offset - one, middle) for one in range(1, width + 1)]
        assert inside == [theme.color("focus")] * width
