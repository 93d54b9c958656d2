"""The Tab key through every scene, there and back: as ui.md orders it, nothing left out, all of it seen."""

import pytest

from habitcoach.app.tour.guide import SCENES, Guide
from habitcoach.app.tour.scene import Scene
from habitcoach.app.tour.stage import Style
from tests.tour.focus import Walk
from tests.tour.focus_orders import ORDERS, out_of_order

#: A window of each kind; the others are walked in the long lane.
QUICK = {"today-reward", "tray-panel", "editor-new", "habits", "review", "library-search", "settings-shifts"}


@pytest.mark.parametrize(
    "scene",
    [
        pytest.param(scene, id=scene.name, marks=() if scene.name in QUICK else pytest.mark.long)
        for scene in SCENES
    ],
)
def test_the_keyboard_goes_through_a_scene(guide: Guide, scene: Scene) -> None:
    with guide.play(scene, Style()) as (stage, widget):
        walk = Walk(widget.window(), stage.look.theme.color("focus"), stage.look.theme.color("error"))
        faults = {**walk.faults(), "out of order": out_of_order(scene.name, walk.names)}
    found = {kind: where for kind, where in faults.items() if where}
    assert not found, found


def test_every_order_is_that_of_a_scene() -> None:
    assert ORDERS.keys() <= {scene.name for scene in SCENES}
