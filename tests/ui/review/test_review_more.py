"""What lies under More on the Review page."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from habitcoach.coaching.more_views import Rethought
from habitcoach.coaching.review_views import ReviewState
from habitcoach.core.decision import DecisionKind
from habitcoach.core.suggesting import Hindrance
from habitcoach.ui.review.choice_row import ChoiceRow
from habitcoach.ui.review.page import ReviewPage
from tests.ui.review.review_parts import click, find, heard, label, shown
from tests.ui.review.samples import MORE, ROWS, VIEW, curve


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
