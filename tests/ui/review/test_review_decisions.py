"""What a decision on the Review page needs to know."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget

from habitcoach.coaching.decision_options import Choice
from habitcoach.core.decision import DecisionKind
from habitcoach.ui.review.choice_row import ChoiceRow
from habitcoach.ui.review.page import ReviewPage
from habitcoach.ui.review.picker import Picker
from tests.ui.review.review_parts import click, find, heard
from tests.ui.review.samples import PROPOSALS, SUGGESTION, VIEW


@pytest.fixture
def picker(page: ReviewPage) -> Callable[[DecisionKind], Picker]:
    def open_(kind: DecisionKind) -> Picker:
        page.open_more()
        page.offer_choice(3, kind, PROPOSALS)
        return find(page, Picker, "review_picker")

    return open_


def test_another_cue_is_picked_from_the_better_ones(
    page: ReviewPage, picker: Callable[[DecisionKind], Picker]
) -> None:
    wanted, decided = heard(page.choice_wanted), heard(page.decided)
    page.open_more()
    row = find(page, ChoiceRow, "decision-3")
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_3)
    assert wanted == [(3, DecisionKind.CHANGE_CUE)]
    shown_one = picker(DecisionKind.CHANGE_CUE)
    assert find(shown_one, QLineEdit, "picker_field").text() == "I am 10 minutes into my shift"
    QTest.keyClick(find(shown_one, QAbstractButton, "picker_option-1"), Qt.Key.Key_Down)
    QTest.keyClick(shown_one, Qt.Key.Key_Return)
    chosen = Choice(trigger=PROPOSALS.cues[1].trigger, when="I am half-way through my shift")
    assert decided == [(3, DecisionKind.CHANGE_CUE, chosen)]


def test_words_of_ones_own_stay_when_another_cue_is_taken(
    page: ReviewPage, picker: Callable[[DecisionKind], Picker]
) -> None:
    decided = heard(page.decided)
    one = picker(DecisionKind.CHANGE_CUE)
    field = find(one, QLineEdit, "picker_field")
    field.selectAll()
    QTest.keyClicks(field, "the queue is empty")
    click(one, "picker_option-2")
    click(one, "picker_choose")
    assert decided[0][2] == Choice(trigger=PROPOSALS.cues[1].trigger, when="the queue is empty")


def test_nothing_picked_leaves_the_decision_as_it_was(
    page: ReviewPage, picker: Callable[[DecisionKind], Picker]
) -> None:
    page.open_more()
    row = find(page, ChoiceRow, "decision-3")
    QTest.mouseClick(row.cells[2], Qt.MouseButton.LeftButton)
    one = picker(DecisionKind.CHANGE_CUE)
    page.offer_choice(3, DecisionKind.CHANGE_CUE, PROPOSALS)
    click(one, "picker_cancel")
    assert row.choice == 1


@pytest.mark.parametrize(
    ("kind", "typed", "choice"),
    [
        (DecisionKind.CHANGE_REWARD, "", Choice(reward="a stretch")),
        (DecisionKind.CHANGE_REWARD, "a song", Choice(reward="a song")),
        (DecisionKind.MAKE_SMALLER, "", Choice(routine="one sentence that names the effect")),
        (DecisionKind.MAKE_SMALLER, "one word", Choice(routine="one word")),
    ],
)
def test_other_choices(
    page: ReviewPage,
    picker: Callable[[DecisionKind], Picker],
    kind: DecisionKind,
    typed: str,
    choice: Choice,
) -> None:
    decided = heard(page.decided)
    one = picker(kind)
    QTest.keyClicks(find(one, QLineEdit, "picker_field"), typed)
    click(one, "picker_choose")
    assert decided == [(3, kind, choice)]


def test_a_choice_without_offers_needs_words(page: ReviewPage) -> None:
    page.offer_choice(3, DecisionKind.CHANGE_REWARD, replace(PROPOSALS, rewards=()))
    one = find(page, Picker, "review_picker")
    assert not find(one, QAbstractButton, "picker_choose").isEnabled()
    QTest.keyClicks(find(one, QLineEdit, "picker_field"), "tea")
    assert find(one, QAbstractButton, "picker_choose").isEnabled()


def test_a_goal_is_a_number(page: ReviewPage) -> None:
    decided = heard(page.decided)
    page.offer_choice(3, DecisionKind.RAISE_GOAL, PROPOSALS)
    one = find(page, Picker, "review_picker")
    goal = find(one, QWidget, "picker_goal")
    goal.setProperty("value", 85)
    click(one, "picker_choose")
    assert decided == [(3, DecisionKind.RAISE_GOAL, Choice(goal=85))]


def test_apply_asks_first_where_a_choice_is_needed(page: ReviewPage) -> None:
    wanted = heard(page.choice_wanted)
    asks = replace(SUGGESTION, kind=DecisionKind.CHANGE_CUE, asks=True)
    page.show_week(replace(VIEW, suggestion=asks))
    assert find(page, QAbstractButton, "suggestion_apply").text() == "Apply…"
    click(page, "suggestion_apply")
    assert wanted == [(3, DecisionKind.CHANGE_CUE)]
