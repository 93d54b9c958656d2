"""Another text size, chosen while the app runs, is as if it had been so from the start."""

import pytest

from habitcoach.app.preferring import SCALES
from habitcoach.app.tour.drawing import picture_of
from habitcoach.app.tour.guide import SCENES, Guide
from habitcoach.app.tour.stage import Style
from habitcoach.coaching.preferences import TextSize

PLAYED = {one.name: one for one in SCENES}


#: The quick one, and those of the long lane. A card is built anew each time it comes.
QUICK = "today"
SCENE_NAMES = (
    *("today-narrow", "today-back", "today-muted", "today-reward", "today-night", "today-fill-in"),
    *(
        "start-card",
        "end-card",
        "cue-card-several",
        "milestone",
        "library-search",
        "review-early",
        "habits-narrow",
    ),
)


@pytest.mark.parametrize("name", [QUICK, *(pytest.param(one, marks=pytest.mark.long) for one in SCENE_NAMES)])
def test_letters_that_grow_live_are_as_if_they_had_been_large(guide: Guide, name: str) -> None:
    with guide.play(PLAYED[name], Style()) as (stage, widget):
        stage.look.set_text_scale(SCALES[TextSize.LARGE])
        stage.settle()
        grown = picture_of(widget, stage.look.theme).toImage()
    fresh = guide.picture(PLAYED[name], Style(size=TextSize.LARGE)).toImage()
    assert grown == fresh
