"""The Review page in its other states: too early, a hard week, no habits."""

from dataclasses import replace
from datetime import UTC, date, datetime

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from habitcoach.coaching.review_views import Question, ReviewPageView, ReviewState, TooEarly
from habitcoach.core.headline import Headline, HeadlineCode
from habitcoach.core.if_then import IfThen
from habitcoach.ui.review.page import ReviewPage
from tests.ui.review.review_parts import CTRL, answer_row, click, heard, label, shown
from tests.ui.review.samples import ROWS, VIEW


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
