"""Every scene of the tour is for everybody: told, readable, with room, light and dark, large and mirrored."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QColor, QImage, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from habitcoach.app.tour.drawing import picture_of
from habitcoach.app.tour.guide import SCENES, Guide, Manner, dress
from habitcoach.app.tour.scene import Scene
from habitcoach.app.tour.stage import Stage, Style
from habitcoach.coaching.preferences import TextSize
from habitcoach.ui.cue_card import CueCard
from habitcoach.ui.theme import DARK
from tests.tour.accessible import alike, badly_told, nameless, not_as_a_set
from tests.tour.pixels import faint
from tests.tour.room import cut_off, overlapping, small_targets, sticking_out

#: One of each screen; the others are walked in the long lane.
QUICK = {
    *("today", "today-back", "cue-card-skip", "milestone", "start-card", "editor-faults", "habits", "review"),
    *("library", "settings", "first-run-shift", "tray-panel", "reward"),
}

#: They show the theme that is chosen, or the folder they play in, and so differ from one play to the next.
TELL_OF_THEMSELVES = {"settings-whole", "settings-delete"}

each_scene = pytest.mark.parametrize(
    "scene",
    [
        pytest.param(scene, id=scene.name, marks=() if scene.name in QUICK else pytest.mark.long)
        for scene in SCENES
    ],
)


def without_room(widget: QWidget) -> dict[str, list[str]]:
    return {
        "cut off": cut_off(widget),
        "over another": overlapping(widget),
        "sticking out": sticking_out(widget),
    }


def only(faults: dict[str, list[str]]) -> dict[str, list[str]]:
    return {kind: found for kind, found in faults.items() if found}


@contextmanager
def mirrored(stage: Stage, widget: QWidget) -> Iterator[None]:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    application.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    for one in (widget, *widget.findChildren(QWidget)):
        layout = one.layout()
        if layout is not None:  # an app never turns while it runs, so not every layout looks again by itself
            layout.invalidate()
    stage.settle()
    try:
        yield
    finally:
        application.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        stage.settle()


@each_scene
def test_a_scene_is_for_everybody(guide: Guide, scene: Scene) -> None:
    """A play serves for all looks: what takes the time is to build it and take it down."""
    with guide.play(scene, Style()) as (stage, widget):
        faults = {
            "no name": nameless(widget),
            "alike": alike(widget),
            "badly told": badly_told(widget),
            "not as a set": not_as_a_set(widget),
            "small": small_targets(widget),
            "faint": faint(widget, stage.look.theme.color("page")),
            **without_room(widget),
        }
        stage.look.set_mode(DARK)
        stage.settle()
        faults["faint in the dark"] = faint(widget, stage.look.theme.color("page"))
        turned = picture_of(widget, stage.look.theme).toImage()
        stage.look.set_contrast(white_on_black())
        stage.settle()
        found = {"faint": faint(widget, QColor("black")), **without_room(widget)}
        faults |= {f"{kind}, in high contrast": where for kind, where in found.items()}
        with mirrored(stage, widget):
            # A card is laid out when it comes and never turns while it is there.
            found = {} if isinstance(widget, CueCard) else without_room(widget)
        faults |= {f"{kind}, mirrored": where for kind, where in found.items()}
    assert not only(faults), only(faults)
    if scene.name in TELL_OF_THEMSELVES:
        return
    fresh = guide.picture(scene, Style(DARK)).toImage()
    assert turned.size() == fresh.size()
    assert turned == fresh, f"{differing(turned, fresh)} pixels differ from what had been dark from the start"


def differing(one: QImage, other: QImage) -> int:
    places = ((x, y) for x in range(one.width()) for y in range(one.height()))
    return sum(one.pixel(x, y) != other.pixel(x, y) for x, y in places)


def white_on_black() -> QPalette:
    """Return what a system wears for high contrast."""
    roles = QPalette.ColorRole
    colors = QPalette(QColor("white"), QColor("black"))
    for role in (roles.Window, roles.Base, roles.Button, roles.AlternateBase, roles.HighlightedText):
        colors.setColor(role, QColor("black"))
    for role in (roles.WindowText, roles.Text, roles.ButtonText, roles.BrightText):
        colors.setColor(role, QColor("white"))
    colors.setColor(roles.Highlight, QColor("yellow"))
    return colors


@each_scene
def test_a_scene_has_room_for_large_letters_and_german(
    guide: Guide, qapp: QApplication, scene: Scene
) -> None:
    dress(qapp, Manner(language="de"))
    try:
        with guide.play(scene, Style(size=TextSize.LARGE)) as (_, widget):
            faults = without_room(widget)
    finally:
        dress(qapp, Manner())
    assert not only(faults), only(faults)
    assert QLocale().language() == QLocale.Language.English
