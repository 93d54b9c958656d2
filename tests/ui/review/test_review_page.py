"""The Review page: what it shows of a week, and what it says the agent wants."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import TypeVar

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from habitcoach.coaching.decision_options import Choice
from habitcoach.coaching.more_views import Rethought
from habitcoach.coaching.review_views import (
    Chosen,
    EndedStreak,
    Mark,
    Question,
    ReviewPageView,
    ReviewState,
    TooEarly,
)
from habitcoach.core.decision import DecisionKind
from habitcoach.core.fading import Cause, Change, Stage
from habitcoach.core.headline import Headline, HeadlineCode
from habitcoach.core.if_then import IfThen
from habitcoach.core.suggesting import Hindrance, Reason, Suggestion
from habitcoach.ui.look import Look
from habitcoach.ui.review.choice_row import ChoiceRow
from habitcoach.ui.review.page import ReviewPage
from habitcoach.ui.review.picker import Picker
from habitcoach.ui.review.week_ribbon import WeekRibbon
from habitcoach.ui.widgets.labels import Label
from tests.ui.review.samples import (
    MONDAY,
    MORE,
    PROPOSALS,
    ROWS,
    SUGGESTION,
    VIEW,
    advice,
    cells,
    curve,
)

T = TypeVar("T", bound=QObject)
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def page(qtbot: QtBot, look: Look) -> ReviewPage:
    made = ReviewPage(look)
    qtbot.addWidget(made)
    made.resize(872, 720)
    made.more_wanted.connect(lambda: made.show_more(MORE))
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.show_week(VIEW)
    return made


def find(page: QWidget, kind: type[T], name: str) -> T:
    QApplication.processEvents()
    found = [one for one in page.findChildren(kind, name) if not isinstance(one, QWidget) or one.isVisible()]
    assert found, name
    return found[-1]


def label(page: QWidget, name: str) -> str:
    return find(page, QLabel, name).text()


def click(page: QWidget, name: str) -> None:
    QTest.mouseClick(find(page, QAbstractButton, name), Qt.MouseButton.LeftButton)


def shown(page: QWidget, name: str) -> bool:
    QApplication.processEvents()
    return any(one.isVisible() for one in page.findChildren(QWidget, name))


def heard(signal: object) -> list[tuple[object, ...]]:
    """Return a list that fills with what a signal says."""
    said: list[tuple[object, ...]] = []
    connect: Callable[[Callable[..., None]], object] = signal.connect  # type: ignore[attr-defined]
    connect(lambda *args: said.append(args))
    return said


def answer_row(page: ReviewPage, number: int) -> ChoiceRow:
    return find(page, ChoiceRow, f"answer-{number}")


# ---- the three minutes


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
    assert label(page, "review_streak-3_ended") == "Ended Tue, was 3"


@pytest.mark.parametrize("length", [3, 133])
def test_a_streak_that_ended_is_told_whole(page: ReviewPage, length: int) -> None:
    row = replace(ROWS[0], ended=EndedStreak(MONDAY + timedelta(days=2), length))
    page.show_week(replace(VIEW, rows=(row,)))
    told = find(page, Label, "review_streak-1_ended")
    assert told.text() == f"Ended Wed, was {length}"
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


# ---- other states


def test_too_early(page: ReviewPage) -> None:
    early = replace(
        VIEW,
        state=ReviewState.TOO_EARLY,
        rows=(),
        too_early=TooEarly(datetime(2026, 6, 12, 16, 20, tzinfo=UTC), 2, 3),
        today=date(2026, 6, 9),
    )
    page.show_week(early)
    assert label(page, "review_too_early_headline") == "Your first review is on Friday at 16:20"
    assert label(page, "review_too_early_line") == "2 shifts so far. 3 more give it something to say."
    assert not shown(page, "review_footer")
    page.open_more()
    assert not page.more_open
    page.take_focus()
    page.show_week(replace(early, today=date(2026, 5, 1)))
    assert label(page, "review_too_early_headline") == "Your first review is on Friday 12 June at 16:20"
    page.show_week(replace(early, too_early=TooEarly(None, 0, 3)))
    assert label(page, "review_too_early_headline") == "Your first review comes at the end of a week"
    assert not page.grab().isNull()


def thin() -> ReviewPageView:
    rows = tuple(replace(one, question=Question(asked=True)) for one in ROWS)
    return replace(VIEW, headline=Headline(HeadlineCode.THIN, 10, 30, streaks=3), rows=rows, plan=IfThen())


def test_a_hard_week_begins_with_its_headline_alone(page: ReviewPage) -> None:
    later = heard(page.later)
    page.show_week(thin())
    assert label(page, "review_headline") == "A thin week. 3 streaks held."
    assert not any(shown(page, name) for name in ("week_card", "suggestion", "plan_line", "review_footer"))
    click(page, "review_begin_later")
    assert len(later) == 1
    QTest.keyClick(page, Qt.Key.Key_Return, CTRL)
    click(page, "review_begin")
    assert all(shown(page, name) for name in ("week_card", "suggestion", "plan_line", "review_footer"))
    assert answer_row(page, 1).hasFocus()


def test_a_hard_week_that_was_begun_goes_on_where_it_was(page: ReviewPage) -> None:
    page.show_week(replace(thin(), plan=IfThen("a", "b")))
    assert shown(page, "week_card")


def test_a_week_without_habits_shows_no_table(page: ReviewPage) -> None:
    page.show_week(replace(VIEW, rows=(), suggestion=None))
    assert not shown(page, "week_card")
    page.take_focus()


# ---- more


def test_more_is_built_when_it_is_opened_and_reads_its_view_then(page: ReviewPage) -> None:
    wanted = heard(page.more_wanted)
    page.show_more(MORE)
    assert page.findChild(QWidget, "review_more_section") is None
    click(page, "review_more")
    assert (len(wanted), page.more_open) == (1, True)
    assert label(page, "footer_what") == "Decisions start on Monday 15 June"
    assert label(page, "high_point_remark") == "Each line is the shift before. You passed it twice."
    assert label(page, "decided_count") == "4 of 5 decided"
    assert label(page, "effects-1") == (
        "You gave Clear my promises another cue. It is now done 2 min after its cue, before that 19."
    )
    click(page, "review_less")
    assert not page.more_open


def test_finished_and_past_weeks_say_so_under_more(page: ReviewPage) -> None:
    page.open_more()
    page.show_week(replace(VIEW, state=ReviewState.FINISHED, can_finish=False))
    page.show_more(MORE)
    assert label(page, "footer_what") == "Finished. Decisions start on Monday 15 June"
    assert not find(page, ChoiceRow, "decision-1").isEnabled()
    page.show_week(replace(VIEW, state=ReviewState.PAST, can_finish=False))
    assert label(page, "footer_what") == "A later week is finished; this one is here to read."
    assert label(page, "footer_state") == ""


def test_the_statements_follow_the_habit_of_the_curve(page: ReviewPage) -> None:
    said = heard(page.stated)
    page.open_more()
    assert label(page, "statements_title") == "Greet by name is something I do …"
    assert label(page, "curve_remark") == "Your answers, 1 to 7. Settling since 22 May."
    QTest.mouseClick(find(page, ChoiceRow, "statement_before_noticing").cells[3], Qt.MouseButton.LeftButton)
    assert said == [(2, "before_noticing", 4)]
    click(page, "curve_habit")
    menu = page.findChild(QWidget, "choices_menu")
    assert menu is not None
    next(one for one in menu.actions() if one.objectName() == "curve_of-1").trigger()
    menu.hide()
    assert label(page, "statements_title") == "Start clean is something I do …"
    assert not find(page, ChoiceRow, "statement_without_thinking").isEnabled()
    assert find(page, ChoiceRow, "statement_by_itself").isEnabled()


def test_a_curve_without_answers_or_another_word(page: ReviewPage) -> None:
    page.open_more()
    alone = curve(2, *("Greet by name", ROWS[1].category), ())
    page.show_more(replace(MORE, curves=(alone,)))
    assert label(page, "curve_remark") == "Answer it in the week above, and the curve begins."
    first = replace(curve(2, "Greet by name", ROWS[1].category, (2,)), band_since=None)
    page.show_more(replace(MORE, curves=(first,)))
    assert label(page, "curve_remark") == "Your answers, 1 to 7. Now: Settling."
    page.show_more(replace(MORE, curves=(), statements=()))
    assert not shown(page, "curve_card")
    assert not shown(page, "statements_card")


def test_notes_stand_as_they_were_written(page: ReviewPage) -> None:
    page.open_more()
    assert label(page, "week_note-2").startswith("“Thank-you sent.")
    page.show_more(replace(MORE, notes=()))
    assert not shown(page, "week_notes")


def test_a_customer_moment_is_kept_and_says_so(page: ReviewPage, qtbot: QtBot) -> None:
    said = heard(page.moment_kept)
    page.write_moment()
    field = find(page, QPlainTextEdit, "customer_moment")
    assert field.hasFocus()
    assert label(page, "moment_state") == "Saved"
    QTest.keyClicks(field, "Hm. ")
    assert label(page, "moment_state") == ""
    qtbot.waitUntil(lambda: len(said) == 1, timeout=1000)
    page.show_saved()
    assert label(page, "moment_state") == "Saved"
    field.setPlainText("x" * 5000)
    assert len(field.toPlainText()) < 5000


def test_a_principle_stays_or_is_written_anew(page: ReviewPage) -> None:
    mine, kept = heard(page.still_mine), heard(page.principle_kept)
    page.open_more()
    assert label(page, "principle_text") == "“Rules explain the company. Reasons help the customer.”"
    assert label(page, "principle_state") == "You wrote this on 17 April"
    click(page, "principle_mine")
    assert len(mine) == 1
    click(page, "principle_rewrite")
    field = find(page, QPlainTextEdit, "principle_field")
    assert field.hasFocus()
    QTest.keyClicks(field, "Reasons help.")
    page.flush()
    assert kept == [("Reasons help.",)]
    principle = MORE.principle
    assert principle is not None
    for rethought, words in (
        (Rethought.STILL_MINE, "Still yours"),
        (Rethought.REWRITTEN, "In your new words"),
    ):
        page.show_more(replace(MORE, principle=replace(principle, rethought=rethought)))
        assert label(page, "principle_state") == words
    of_habit = replace(principle, written_on=None, habit="Tea")
    page.show_more(replace(MORE, principle=of_habit))
    assert label(page, "principle_state") == "Why Tea matters"
    page.show_more(replace(MORE, principle=None))
    assert not shown(page, "principle_card")


def test_what_got_in_the_way_is_ticked_and_what_helped_is_written(page: ReviewPage) -> None:
    hindered, helped = heard(page.hindered), heard(page.helped)
    page.open_more()
    click(page, "hindered-3-forgot")
    assert hindered == [(3, frozenset({Hindrance.TOOK_TOO_LONG, Hindrance.FORGOT}))]
    click(page, "hindered-3-took_too_long")
    assert hindered[1:] == [(3, frozenset({Hindrance.FORGOT}))]
    click(page, "helped_open-3")
    field = find(page, QLineEdit, "helped-3")
    assert field.hasFocus()
    QTest.keyClicks(field, "a note")
    page.flush()
    assert helped == [(3, "a note")]
    rest = replace(MORE.hindered[0], worst=None, helped="a walk")
    page.show_more(replace(MORE, hindered=(rest, replace(rest, habit_id=ROWS[0].habit_id))))
    assert shown(page, "helped-1")
    page.show_more(replace(MORE, hindered=()))
    assert not shown(page, "hindered_card")


def test_decisions_by_digit_and_by_click(page: ReviewPage) -> None:
    decided = heard(page.decided)
    page.open_more()
    row = find(page, ChoiceRow, "decision-5")
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_4)
    QTest.mouseClick(find(page, ChoiceRow, "decision-1").cells[1], Qt.MouseButton.LeftButton)
    assert decided == [(5, DecisionKind.RETIRE, None), (1, DecisionKind.MAKE_SMALLER, None)]
    assert label(page, "decision_state-3") == "Suggested, applied on Finish"


def test_the_fifth_choice_is_the_suggested_one(page: ReviewPage) -> None:
    page.open_more()
    offered = (*MORE.decisions[0].offered, DecisionKind.GRADUATE)
    first = replace(MORE.decisions[0], offered=offered, chosen=DecisionKind.GRADUATE, holds=True)
    second = replace(MORE.decisions[1], offered=(DecisionKind.KEEP,), chosen=DecisionKind.KEEP)
    page.show_more(replace(MORE, decisions=(first, second)))
    row = find(page, ChoiceRow, "decision-1")
    assert [one.accessibleName() for one in row.cells] == [
        "Keep",
        "Make smaller",
        "Change cue",
        "Retire",
        "Let it run",
    ]
    assert label(page, "decision_state-1") == "Applied"
    page.show_more(replace(MORE, decisions=()))
    assert not shown(page, "decisions_card")


# ---- what a decision needs to know


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


# ---- the whole


def test_focus_goes_through_the_page_in_the_order_of_the_eye(page: ReviewPage) -> None:
    find(page, QAbstractButton, "week_before").setFocus()
    names = []
    for _ in range(18):
        names.append(page.focusWidget().objectName())
        QTest.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
    assert names == [
        "week_before",
        "this_week",
        "ribbon-1",
        "ribbon-2",
        "answer-2",
        "ribbon-3",
        "answer-3",
        "ribbon-4",
        "answer-4",
        "ribbon-5",
        "answer-5",
        "suggestion_not_now",
        "suggestion_apply",
        "plan_if",
        "plan_then",
        "review_more",
        "review_later",
        "review_finish",
    ]


def test_a_page_turned_to_by_key_begins_at_the_first_open_question(page: ReviewPage) -> None:
    page.take_focus()
    assert answer_row(page, 5).hasFocus()
    rows = tuple(replace(one, question=Question(asked=True, mark=4)) for one in ROWS)
    page.show_week(replace(VIEW, rows=rows))
    page.take_focus()
    assert find(page, QAbstractButton, "review_finish").hasFocus()


@pytest.mark.parametrize("width", [648, 712, 872, 1400])
@pytest.mark.parametrize("scale", [1.0, 1.15])
def test_nothing_is_cut_at_any_width(page: ReviewPage, look: Look, width: int, scale: float) -> None:
    look.set_text_scale(scale)
    page.open_more()
    page.resize(width, 720)
    for _ in range(3):  # what is wrapped asks for its height once it has its width
        QApplication.processEvents()
    for one in page.findChildren(ChoiceRow):
        if one.isVisible():
            assert one.width() >= one.sizeHint().width()
            assert one.height() >= 28
    ribbon, streak = find(page, WeekRibbon, "ribbon-1"), answer_row(page, 2)
    assert ribbon.geometry().right() < streak.mapTo(page.week.card, streak.rect().topLeft()).x()
    if scale == 1.0 and width >= 712:
        assert page.week.horizontalScrollBar().maximum() == 0


def test_the_days_stand_over_their_ribbons(page: ReviewPage, look: Look) -> None:
    scale = page.week.card.scale
    assert (scale.lead, scale.day) == (
        look.theme.chart("ribbon_fade_in"),
        look.theme.chart("ribbon_day_width"),
    )
    days = page.findChild(QWidget, "ribbon_days")
    assert days is not None
    assert days.x() == find(page, WeekRibbon, "ribbon-1").x()
    assert {one.ribbon.height() for one in page.week.card.lines} == {look.theme.chart("ribbon_row")}


def test_every_control_has_a_name_to_be_spoken(page: ReviewPage) -> None:
    page.open_more()
    for one in page.findChildren(QWidget):
        if one.focusPolicy() != Qt.FocusPolicy.NoFocus and one.objectName() and one.isVisible():
            spoken = one.accessibleName() or one.property("text")
            assert spoken, one.objectName()


def test_habits_come_and_go_between_weeks(page: ReviewPage) -> None:
    page.show_week(replace(VIEW, name="2026-W23", rows=ROWS[1:3], suggestion=None))
    assert [one.habit_id for one in page.week.card.lines] == [2, 3]
    page.show_week(VIEW)
    assert [one.habit_id for one in page.week.card.lines] == [1, 2, 3, 4, 5]
    assert {one.mark for one in VIEW.rows[3].cells} == {Mark.KEPT, Mark.SKIPPED, Mark.OFF}
    for theme in ("dark", "light"):
        page._look.set_mode(theme)
        assert not page.grab().isNull()


def test_words_are_text_and_never_markup(page: ReviewPage) -> None:
    name = "<b>Bold</b> & co"
    page.show_week(replace(VIEW, rows=(replace(ROWS[0], habit=name),), suggestion=None))
    assert name in find(page, WeekRibbon, "ribbon-1").accessibleName()
    assert find(page, QLabel, "review_habit-1").textFormat() == Qt.TextFormat.PlainText


def test_a_moment_that_holds_a_customers_address_is_asked_about_once(page: ReviewPage) -> None:
    said = heard(page.moment_kept)
    page.open_more()
    page.show_more(replace(MORE, moment=""))
    field = find(page, QPlainTextEdit, "customer_moment")
    field.setFocus()
    QTest.keyClicks(field, "Wrote to jo@example.org again")
    find(page, QLineEdit, "plan_if").setFocus()
    assert label(page, "note_check_text") == "Wrote to j…@… again"
    click(page, "note_check_remove")
    assert said[-1] == ("Wrote to … again",)
    field.setFocus()
    find(page, QLineEdit, "plan_if").setFocus()
    assert not shown(page, "note_check_text")
    page.show_week(replace(VIEW, name="2026-W23"))
    page.show_more(replace(MORE, moment="Call 0301234567"))
    assert field.toPlainText() == "Call 0301234567"


def test_larger_text_is_given_its_room_at_once(page: ReviewPage, look: Look) -> None:
    find(page, WeekRibbon, "ribbon-2")
    look.set_text_scale(1.15)
    ribbon, row = find(page, WeekRibbon, "ribbon-2"), answer_row(page, 2)
    assert row.width() == row.sizeHint().width()
    assert ribbon.geometry().right() < row.mapTo(page.week.card, row.rect().topLeft()).x()
    assert ribbon.width() == ribbon.sizeHint().width()
    assert row.mapTo(page.week.card, row.rect().topRight()).x() < page.week.card.width()


def test_what_still_shows_another_week_takes_no_answers(page: ReviewPage) -> None:
    page.open_more()
    assert find(page, ChoiceRow, "decision-1").isEnabled()
    page.show_week(replace(VIEW, name="2026-W23"))
    assert not find(page, ChoiceRow, "decision-1").isEnabled()
    page.show_more(MORE)
    assert find(page, ChoiceRow, "decision-1").isEnabled()


def test_the_first_question_takes_the_keyboard_once_it_is_read(page: ReviewPage) -> None:
    page.expect_week()
    page.take_focus()
    assert not answer_row(page, 5).hasFocus()
    page.show_week(VIEW)
    assert answer_row(page, 5).hasFocus()
    find(page, QLineEdit, "plan_if").setFocus()
    page.expect_week()
    page.show_week(VIEW)
    assert find(page, QLineEdit, "plan_if").hasFocus()
