"""The three minutes of the Review page: what it shows of a week, and what it says the agent wants."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from habitcoach.coaching.review_views import Chosen, EndedStreak, Question, ReviewState
from habitcoach.core.decision import DecisionKind
from habitcoach.core.fading import Cause, Change, Stage
from habitcoach.core.if_then import IfThen
from habitcoach.core.suggesting import Reason, Suggestion
from habitcoach.ui.review.page import ReviewPage
from habitcoach.ui.review.week_ribbon import WeekRibbon
from habitcoach.ui.widgets.labels import Label
from tests.ui.review.review_parts import CTRL, answer_row, click, find, heard, label, shown
from tests.ui.review.samples import MONDAY, ROWS, SUGGESTION, VIEW, advice, cells

ALT = Qt.KeyboardModifier.AltModifier


def test_the_week_its_headline_and_its_figures(page: ReviewPage) -> None:
    assert label(page, "review_week") == "Week 24, Monday 8 to Friday 12 June"
    assert label(page, "review_headline") == "You did 37 of 40, and Thursday was your best day yet."
    assert label(page, "review_longest") == "Longest streak 24, Start clean"
    assert label(page, "review_promises") == "15 of 16 promises kept, 1 re-timed"
    assert label(page, "review_rewards") == "29 rewards taken"
    assert label(page, "footer_state") == "About three minutes"


def test_figures_that_do_not_exist_take_no_room(page: ReviewPage) -> None:
    figures = replace(VIEW.figures, longest=None, promises=None, rewards_taken=0)
    page.show_week(replace(VIEW, figures=figures, first=MONDAY, last=MONDAY))
    assert not any(shown(page, name) for name in ("review_longest", "review_promises", "review_rewards"))
    assert label(page, "review_week") == "Week 24, Monday 8 June"


def test_each_habit_has_a_ribbon_that_speaks(page: ReviewPage) -> None:
    assert find(page, WeekRibbon, "ribbon-4").accessibleName() == (
        "One thank-you. Monday kept, Tuesday kept, Wednesday skipped, Thursday kept, Friday kept. "
        "Streak 19 shifts. Strength: settling."
    )
    assert "Tuesday missed: 2, Wednesday part: 4" in find(page, WeekRibbon, "ribbon-3").accessibleName()
    assert "Ended Tue, was 3." in find(page, WeekRibbon, "ribbon-3").accessibleName()
    assert "Monday kept: 18 of 20" in find(page, WeekRibbon, "ribbon-2").accessibleName()
    # Where the column is too narrow it breaks after the day, and never leaves the number alone.
    assert label(page, "review_streak-3_ended") == "Ended Tue, was\u00a03"


@pytest.mark.parametrize("length", [3, 133])
def test_a_streak_that_ended_is_told_whole(page: ReviewPage, length: int) -> None:
    row = replace(ROWS[0], ended=EndedStreak(MONDAY + timedelta(days=2), length))
    page.show_week(replace(VIEW, rows=(row,)))
    told = find(page, Label, "review_streak-1_ended")
    assert told.text() == f"Ended Wed, was\u00a0{length}"
    assert told.height() >= told.heightForWidth(told.width())
    assert told.width() >= told.fontMetrics().horizontalAdvance("Ended Wed, was 3")


def test_days_that_say_little_are_said_when_walked_to(page: ReviewPage) -> None:
    rows = (replace(ROWS[0], cells=cells("-kc.oko")),)
    page.show_week(replace(VIEW, rows=rows))
    ribbon = find(page, WeekRibbon, "ribbon-1")
    assert [ribbon.words(at) for at in range(7)] == [
        "Monday: nothing yet",
        "Tuesday kept",
        "Wednesday missed and covered",
        "Thursday open",
        "Friday off",
        "Saturday kept",
        "Sunday off",
    ]


def test_a_question_is_answered_by_a_digit_or_a_click(page: ReviewPage) -> None:
    said = heard(page.answered)
    row = answer_row(page, 5)
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_6)
    QTest.mouseClick(answer_row(page, 4).cells[1], Qt.MouseButton.LeftButton)
    assert said == [(5, 6), (4, 2)]
    assert [answer_row(page, n).choice for n in (2, 3)] == [4, 2]


@pytest.mark.parametrize(
    ("question", "words"),
    [
        (
            Question(asked=False, last=7, last_week=True, next_on=date(2026, 6, 19)),
            "7 last week. Next: 19 June",
        ),
        (Question(asked=False, last=7, next_on=date(2026, 6, 19)), "7 last time. Next: 19 June"),
        (Question(asked=False, next_on=date(2026, 6, 19)), "Next: 19 June"),
        (Question(asked=False, last=4), "4"),
        (Question(asked=False), ""),
    ],
)
def test_a_row_not_asked_this_week_says_when_it_is_next(
    page: ReviewPage, question: Question, words: str
) -> None:
    page.show_week(replace(VIEW, rows=(replace(ROWS[0], question=question),)))
    assert label(page, "answer-1_later") == words
    assert not shown(page, "answer-1")


def test_the_suggestion_is_applied_put_aside_and_taken_back(page: ReviewPage) -> None:
    decided, not_now, back = heard(page.decided), heard(page.not_now), heard(page.taken_back)
    assert label(page, "suggestion_title") == "Make Feeling before fix smaller?"
    assert label(page, "suggestion_reason") == (
        "It took too long. The same in two minutes counts too. "
        "For now “one sentence that names the effect” is enough."
    )
    click(page, "suggestion_not_now")
    click(page, "suggestion_apply")
    assert (not_now, decided) == ([(3,)], [(3, DecisionKind.MAKE_SMALLER, None)])
    apply = find(page, QAbstractButton, "suggestion_apply")
    apply.setFocus()
    page.show_week(replace(VIEW, suggestion=replace(SUGGESTION, chosen=Chosen.APPLIED)))
    assert label(page, "suggestion_state") == "Applied on Finish, from Monday 15 June on"
    assert not shown(page, "suggestion_apply")
    assert find(page, QAbstractButton, "suggestion_undo").hasFocus()
    click(page, "suggestion_undo")
    assert back == [(3,)]


@pytest.mark.parametrize(
    ("chosen", "words", "undo"),
    [
        (Chosen.NOT_NOW, "Not now. It stays as it is.", True),
        (Chosen.OTHERWISE, "You decided something else for it.", False),
    ],
)
def test_an_answered_suggestion_says_so(page: ReviewPage, chosen: Chosen, words: str, undo: bool) -> None:
    page.show_week(replace(VIEW, suggestion=replace(SUGGESTION, chosen=chosen)))
    assert label(page, "suggestion_state") == words
    assert shown(page, "suggestion_undo") is undo


@pytest.mark.parametrize(
    ("kind", "title", "end"),
    [
        (DecisionKind.CHANGE_CUE, "Another cue for Tea?", "skipped."),
        (DecisionKind.CHANGE_REWARD, "Another reward for Tea?", "skipped."),
        (DecisionKind.RETIRE, "Let Tea go?", "Its history stays, and it can come back."),
        (DecisionKind.GRADUATE, "Let Tea run by itself?", "From then on no cues, and one look a month."),
        (DecisionKind.RAISE_GOAL, "Aim a little higher with Tea?", "The goal would be 85."),
        (DecisionKind.KEEP, "Keep Tea as it is?", "skipped."),
    ],
)
def test_every_kind_of_suggestion_has_its_words(
    page: ReviewPage, kind: DecisionKind, title: str, end: str
) -> None:
    one = replace(
        SUGGESTION,
        habit="Tea",
        kind=kind,
        advice=advice(Suggestion.KEEP, Reason.WRONG_MOMENT),
        goal=85 if kind is DecisionKind.RAISE_GOAL else None,
    )
    page.show_week(replace(VIEW, suggestion=one))
    assert label(page, "suggestion_title") == title
    assert label(page, "suggestion_reason").endswith(end.replace("skipped.", "at the wrong moment."))
    assert not page.grab().isNull()


def test_without_a_suggestion_there_is_no_box(page: ReviewPage) -> None:
    page.show_week(replace(VIEW, suggestion=None))
    assert not shown(page, "suggestion")


def test_the_plan_is_kept_within_a_second_and_at_once_when_left(page: ReviewPage, qtbot: QtBot) -> None:
    said = heard(page.plan_kept)
    field = find(page, QLineEdit, "plan_if")
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, "it rains")
    assert said == []
    qtbot.waitUntil(lambda: said == [("it rains", VIEW.plan.then)], timeout=1000)
    QTest.keyClicks(field, "!")
    find(page, QLineEdit, "plan_then").setFocus()
    assert said[1:] == [("it rains!", VIEW.plan.then)]


def test_what_is_being_typed_outlives_a_refresh_but_not_another_week(page: ReviewPage) -> None:
    field = find(page, QLineEdit, "plan_if")
    field.setFocus()
    QTest.keyClicks(field, "and ")
    page.show_week(replace(VIEW, plan=IfThen("old", "older")))
    assert "and " in field.text()
    said = heard(page.plan_kept)
    click(page, "week_before")
    assert len(said) == 1
    page.show_week(replace(VIEW, name="2026-W23", plan=IfThen("a", "b"), plan_before=IfThen("c", "d")))
    assert field.text() == "a"
    before = find(page, QLabel, "plan_before")
    assert before.text() == "Last week: if c, I will d"
    assert before.geometry().bottom() < field.geometry().top()  # above what it leads to
    page.show_week(replace(VIEW, name="2026-W23", plan_before=IfThen("", "rest")))
    assert label(page, "plan_before") == "Last week: rest"


def test_hiding_the_page_keeps_what_was_typed(page: ReviewPage) -> None:
    said = heard(page.plan_kept)
    QTest.keyClicks(find(page, QLineEdit, "plan_then"), "x")
    page.hide()
    assert len(said) == 1


def test_weeks_are_turned_by_button_and_by_key(page: ReviewPage) -> None:
    wanted = heard(page.week_wanted)
    click(page, "week_before")
    click(page, "this_week")
    QTest.keyClick(page, Qt.Key.Key_Left, ALT)
    QTest.keyClick(page, Qt.Key.Key_Right, ALT)
    assert wanted == [("2026-W23",), ("",), ("2026-W23",)]
    assert not find(page, QAbstractButton, "week_after").isEnabled()
    page.show_week(replace(VIEW, before=None, after="2026-W25"))
    QTest.keyClick(page, Qt.Key.Key_Left, ALT)
    QTest.keyClick(page, Qt.Key.Key_Right, ALT)
    assert wanted[3:] == [("2026-W25",)]


def test_the_week_is_finished_put_off_and_opened_again(page: ReviewPage) -> None:
    finish, later, undo = heard(page.finish), heard(page.later), heard(page.undo_finish)
    click(page, "review_later")
    click(page, "review_finish")
    QTest.keyClick(find(page, QLineEdit, "plan_if"), Qt.Key.Key_Return, CTRL)
    assert (len(later), len(finish)) == (1, 2)
    page.show_week(replace(VIEW, state=ReviewState.FINISHED, can_finish=False, can_undo=True))
    assert label(page, "footer_state") == "Finished"
    assert not shown(page, "review_finish")
    QTest.keyClick(page, Qt.Key.Key_Return, CTRL)
    click(page, "review_undo_finish")
    assert (len(finish), len(undo)) == (2, 1)


def test_a_review_put_off_says_when_it_comes(page: ReviewPage) -> None:
    until = datetime(2026, 6, 15, 9, 0, tzinfo=UTC)
    page.show_week(replace(VIEW, state=ReviewState.POSTPONED, put_off_until=until))
    assert label(page, "footer_state") == "Comes again Monday 15 June at 09:00"
    assert not shown(page, "review_later")


def test_what_worked_is_one_press_from_the_rest_of_the_week(page: ReviewPage) -> None:
    wanted = heard(page.journal_wanted)
    click(page, "review_more")
    click(page, "review_what_worked")
    assert len(wanted) == 1


def test_escape_closes_more_and_then_the_page(page: ReviewPage) -> None:
    back = heard(page.back)
    page.open_more()
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert (page.more_open, back) == (False, [])
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert len(back) == 1


def test_news_of_cues_and_of_room_for_more(page: ReviewPage) -> None:
    accepted, library = heard(page.fewer_cues), heard(page.open_library)
    lower = Change(15, Stage.AT_THE_CUE, Stage.CATCH_UP, Cause.CHOSEN, None, from_date=MONDAY)
    rows = (replace(ROWS[0], stage_changes=(lower,)), replace(ROWS[1], proposed=lower))
    page.show_week(replace(VIEW, rows=rows, further_habit=True))
    assert label(page, "cue_news-1").startswith("Start clean, from 8 June on. Cues: if I forget.")
    assert label(page, "cue_news-2").startswith("Greet by name. Fewer cues are possible: if I forget.")
    click(page, "fewer_cues-2")
    click(page, "review_open_library")
    assert (accepted, len(library)) == ([(2,)], 1)
    page.show_week(VIEW)
    assert not shown(page, "cue_news")
