"""What stands on Today glides to where a change has put it."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPropertyAnimation
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from habitcoach.ui.look import Look
from habitcoach.ui.pages.today import TodayPage
from tests.ui.day_samples import OCCASIONS, REWARD, TODAY, Shown


def section(page: TodayPage) -> QWidget:
    found = page.findChild(QWidget, "later_section")
    assert found is not None
    return found


def motions(page: TodayPage) -> list[QPropertyAnimation]:
    return [one for one in page.findChildren(QPropertyAnimation) if one.propertyName() == b"pos"]


@pytest.fixture
def page(qtbot: QtBot, shown: Shown) -> TodayPage:
    made = shown(TODAY)
    with qtbot.waitExposed(made):
        made.show()
    qtbot.wait(0)
    return made


def test_sections_glide_down_under_a_reward_and_up_again(qtbot: QtBot, page: TodayPage, look: Look) -> None:
    look.reduced_motion = False
    place = section(page).pos()
    page.show_reward(REWARD, "13 shifts in a row.")
    assert section(page).pos() == place  # where it was seen, on its way
    assert {one.duration() for one in motions(page)} == {look.theme.motion("list_reflow")} == {180}
    qtbot.waitUntil(lambda: not any(one.state() == one.State.Running for one in motions(page)))
    below = section(page).pos()
    assert below.y() > place.y() + 100
    page.end_reward()
    qtbot.waitUntil(lambda: section(page).pos() == place)


def test_a_change_on_the_way_ends_where_the_layout_has_it(qtbot: QtBot, page: TodayPage, look: Look) -> None:
    look.reduced_motion = False
    place = section(page).pos()
    page.show_reward(REWARD, "13 shifts in a row.")
    page.end_reward()
    page.show_view(replace(TODAY, occasions=OCCASIONS))
    qtbot.waitUntil(lambda: section(page).pos() == place)


def test_with_reduced_motion_all_is_in_place_at_once(page: TodayPage) -> None:
    page.show_reward(REWARD, "13 shifts in a row.")
    assert motions(page) == []
