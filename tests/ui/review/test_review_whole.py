"""The Review page as a whole: the keyboard, room, words as text, weeks that come and go."""

from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget

from habitcoach.coaching.review_views import Mark, Question
from habitcoach.ui.look import Look
from habitcoach.ui.review.choice_row import ChoiceRow
from habitcoach.ui.review.page import ReviewPage
from habitcoach.ui.review.week_ribbon import WeekRibbon
from tests.ui.review.review_parts import answer_row, click, find, heard, label, shown
from tests.ui.review.samples import MORE, ROWS, VIEW


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
    lines = [one.ribbon.geometry().center().y() for one in page.week.card.lines]
    assert {after - before for before, after in pairwise(lines)} == {look.theme.chart("ribbon_row")}


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
