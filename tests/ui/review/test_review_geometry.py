"""The review page has the lengths and type styles of its picture."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from habitcoach.coaching.review_views import ReviewState
from habitcoach.ui.look import Look
from habitcoach.ui.review.page import ReviewPage
from habitcoach.ui.widgets.labels import Label
from habitcoach.ui.widgets.small_icon import SmallIcon
from tests.ui.review.samples import VIEW


def part(page: QWidget, name: str) -> QWidget:
    found = page.findChild(QWidget, name)
    assert found is not None, name
    return found


def top(page: ReviewPage, name: str) -> int:
    one = part(page, name)
    return one.mapTo(page, QPoint()).y()


@pytest.mark.parametrize(
    ("name", "token"),
    [
        ("week_before", "button_small"),
        ("this_week", "button_small"),
        ("week_after", "button_small"),
        ("review_finish", "button_large"),
        ("suggestion_apply", "button"),
        ("decision-1", "button"),
        ("principle_mine", "button_small"),
        ("decision_why-1", "button_small"),
    ],
)
def test_controls_are_as_high_as_the_tokens_say(
    qtbot: QtBot, page: ReviewPage, look: Look, name: str, token: str
) -> None:
    page.open_more()
    qtbot.waitUntil(lambda: part(page, name).height() == look.theme.size(token))


@pytest.mark.parametrize(
    ("name", "style"),
    [
        ("review_week", "body"),
        ("review_headline", "own_headline"),
        ("footer_what", "small"),
        ("footer_state", "small"),
        ("suggestion_title", "heading"),
        ("suggestion_reason", "body"),
        ("decision_line_words-1", "small"),
        ("decision_state-1", "small_medium"),
        ("decided_count", "small"),
        ("moment_state", "small"),
        ("principle_state", "small"),
    ],
)
def test_words_are_set_in_their_type_styles(page: ReviewPage, look: Look, name: str, style: str) -> None:
    page.open_more()
    label = part(page, name)
    assert isinstance(label, Label)
    assert (label.font().pixelSize(), label.font().weight()) == (
        look.theme.font(style).pixelSize(),
        look.theme.font(style).weight(),
    )


def test_the_first_line_stands_as_far_below_the_headline_as_drawn(page: ReviewPage, look: Look) -> None:
    assert top(page, "week_before") == look.theme.size("page_margin_top")
    assert top(page, "week_card") == pytest.approx(152, abs=2)
    # The first ribbon's middle lies 60 under the card's edge, and what the diamond of the best day takes.
    ribbon = page.week.card.lines[0].ribbon
    middle = ribbon.mapTo(page.week.card, ribbon.rect().center()).y()
    assert middle == pytest.approx(64, abs=2)


@pytest.mark.parametrize(
    ("first", "second"), [("high_point_card", "curve_card"), ("moment_card", "principle_card")]
)
def test_two_cards_stand_at_one_height(qtbot: QtBot, page: ReviewPage, first: str, second: str) -> None:
    page.open_more()
    qtbot.waitUntil(lambda: 0 < top(page, first) == top(page, second))


def test_other_weeks_change_nothing_of_where_things_stand(page: ReviewPage) -> None:
    card, foot = top(page, "week_card"), page.foot
    finished = replace(VIEW, state=ReviewState.FINISHED, can_finish=False, can_undo=True)
    page.show_week(replace(finished, figures=replace(VIEW.figures, rewards_taken=0)))
    QApplication.processEvents()
    assert not part(page, "review_rewards").isVisible()
    assert (top(page, "week_card"), page.foot) == (card, foot)


def test_the_title_of_more_stands_level_with_its_buttons(qtbot: QtBot, page: ReviewPage, look: Look) -> None:
    page.open_more()
    title = next(one for one in page.findChildren(Label) if one.text() == "More about this week")
    less = part(page, "review_less")

    def level() -> bool:
        line = title.mapTo(page, QPoint()).y() + look.theme.line_height("title2") / 2
        return abs(line - less.mapTo(page, QPoint()).y() - less.height() / 2) <= 1

    qtbot.waitUntil(level)


@pytest.mark.parametrize("wide", [712, 872])
def test_the_foot_stands_in_line_with_what_is_above(page: ReviewPage, wide: int) -> None:
    page.resize(wide, 600)
    finish, card = part(page, "review_finish"), part(page, "week_card")
    ends = [one.mapTo(page, QPoint(one.width(), 0)).x() for one in (finish, card)]
    assert ends[0] == pytest.approx(ends[1], abs=12)  # the scroll bar stands beside what is above


def test_the_foot_stands_in_line_from_right_to_left_too(page: ReviewPage) -> None:
    page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    page.resize(900, 720)
    QApplication.processEvents()
    finish, card = part(page, "review_finish"), part(page, "week_card")
    assert finish.mapTo(page, QPoint()).x() == pytest.approx(card.mapTo(page, QPoint()).x(), abs=12)
    longest = part(page, "review_longest").parentWidget()
    assert longest is not None
    ends = [one.mapTo(page, QPoint(one.width(), 0)).x() for one in (longest, card)]
    assert ends[0] == ends[1]
    sign = longest.findChild(SmallIcon)
    assert sign is not None
    assert sign.geometry().right() == longest.rect().right()
