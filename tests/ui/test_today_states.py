"""Today's states: a day off, quiet on purpose, reading, the shift's card, the end of the shift, many cues."""

from dataclasses import replace
from datetime import time

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

from habitcoach.coaching.card_views import CardKind, ContactView, ReviewOffer, ShiftCardView
from habitcoach.coaching.day_facts import CloseOutView
from habitcoach.coaching.shift_choices import NamedShift, ShiftChoices, ShiftWish, WishKind
from habitcoach.coaching.views import OccasionState
from habitcoach.ui.look import Look
from habitcoach.ui.pages.row_list import RowList
from habitcoach.ui.pages.today import TodayPage
from habitcoach.ui.saving import Saving
from habitcoach.ui.today.now_section import MOST_CARDS
from habitcoach.ui.today.waiting_card import WaitingCard
from tests.support.desk_bench import press
from tests.ui.day_samples import DAY, EARLY, OCCASIONS, TODAY, Shown, at, counter, occasion

EARLY_CHOICE = NamedShift("Early", time(8), time(16, 30))
LATE_CHOICE = NamedShift("Late", time(13), time(21))
OFF_DAY = replace(TODAY, duty=False, shift=None, occasions=(), counters=())
MANY = tuple(occasion(number, 14, number, OccasionState.DUE) for number in range(1, 11))
END_CARD = ShiftCardView(CardKind.END, EARLY, 8, (ContactView("x", counter(), asks=True),))


def part(page: QWidget, name: str) -> QWidget:
    found = page.findChild(QWidget, name)
    assert found is not None, name
    return found


def text(page: QWidget, name: str) -> str:
    label = page.findChild(QLabel, name)
    assert label is not None, name
    return label.text()


def rows(page: QWidget, name: str) -> RowList:
    found = page.findChild(RowList, name)
    assert found is not None
    return found


def choices(*shifts: NamedShift) -> ShiftChoices:
    return ShiftChoices(DAY, None, None, shifts, moved=False)


def test_a_day_off_with_one_shift_is_worked_at_once(qtbot: QtBot, shown: Shown) -> None:
    page = shown(OFF_DAY)
    page.show_choices(choices(EARLY_CHOICE))
    assert page.chooser.text() == "Day off"
    with qtbot.waitSignal(page.chooser.chosen) as heard:
        press(page, "day_off_work")
    assert heard.args == [ShiftWish(WishKind.NAMED, "Early")]


def test_a_day_off_with_several_shifts_asks_which(qtbot: QtBot, shown: Shown) -> None:
    page = shown(OFF_DAY)
    page.show_choices(choices(EARLY_CHOICE, LATE_CHOICE))
    press(page, "day_off_work")
    qtbot.waitUntil(page.chooser.choices_menu.isVisible)
    page.chooser.choices_menu.hide()


def test_when_most_habits_run_by_themselves_it_says_why_it_is_quiet(shown: Shown) -> None:
    quiet = replace(OCCASIONS[5], quiet=True)
    page = shown(replace(TODAY, occasions=(quiet,), running_alone=3, active=4))
    assert part(page, "quiet").isVisible()
    assert text(page, "quiet_headline") == "3 habits run by themselves."
    assert text(page, "quiet_line") == "HabitCoach is quiet on purpose."
    assert rows(page, "later_list").rows()[0].phrase == "quiet: you start this yourself"
    page.show_view(replace(TODAY, running_alone=3, active=4))  # something waits
    assert not part(page, "quiet").isVisible()
    page.show_view(replace(TODAY, occasions=(quiet,), running_alone=1, active=1))
    assert text(page, "quiet_headline") == "One habit runs by itself."


def test_yesterday_s_line_stands_beside_the_day(shown: Shown) -> None:
    page = shown(replace(TODAY, yesterday_line="Asked <b>first</b>."))
    assert text(page, "yesterday_text") == "Asked <b>first</b>."
    page.show_view(TODAY)
    assert not part(page, "yesterday_line").isVisible()


def test_the_end_of_the_shift_is_one_row_without_an_answer(qtbot: QtBot, shown: Shown) -> None:
    close_out = CloseOutView(at(16, 0), ("Greet by name", "Feeling before fix"))
    page = shown(replace(TODAY, close_out=close_out))
    later = rows(page, "later_list")
    assert [(row.title, row.phrase, row.trailing) for row in later.rows()][1] == (
        "End of shift",
        "Greet by name, Feeling before fix",
        "2",
    )
    later.setFocus()
    later.setCurrentIndex(later.model().index(1, 0))
    with qtbot.assertNotEmitted(page.done), qtbot.assertNotEmitted(page.promise_kept):
        QTest.keyClick(later, Qt.Key.Key_D)
        QTest.keyClick(later, Qt.Key.Key_Return)
        QTest.keyClick(later, Qt.Key.Key_S)
        QTest.keyClick(later, Qt.Key.Key_Z)
    assert not part(page, "row_menu").isVisible()


@pytest.mark.parametrize(
    ("card", "title", "line", "word"),
    [
        (END_CARD, "End of shift", "Greet by name", "Close out"),
        (replace(END_CARD, kind=CardKind.START), "Start of shift", "Greet by name", "Read"),
        (
            replace(END_CARD, review=ReviewOffer("2026-W24", last_shift=True, later=None)),
            "End of shift",
            "Greet by name, the week’s review",
            "Close out",
        ),
        (
            replace(
                END_CARD,
                kind=CardKind.START,
                contacts=(),
                review=ReviewOffer("2026-W24", last_shift=False, later=None),
            ),
            "Start of shift",
            "The week’s review",
            "Read",
        ),
    ],
)
def test_a_card_that_asks_is_opened_from_today(
    qtbot: QtBot, shown: Shown, card: ShiftCardView, title: str, line: str, word: str
) -> None:
    page = shown(replace(TODAY, occasions=(), card=card))
    assert text(page, "shift_card_title") == title
    assert text(page, "shift_card_line") == line
    assert text(page, "now_remark") == "1 waiting"
    assert part(page, "shift_card_open").property("text") == word
    with qtbot.waitSignal(page.open_card):
        press(page, "shift_card_open")
    page.show_view(TODAY)
    assert not part(page, "shift_card_row").isVisible()


def test_many_waiting_cues_are_cards_and_then_lines(qtbot: QtBot, shown: Shown) -> None:
    page = shown(replace(TODAY, now=at(14, 30), occasions=MANY, unconfirmed=frozenset({MANY[6].slot})))
    assert len(page.findChildren(WaitingCard)) == MOST_CARDS
    lines = rows(page, "waiting_list")
    assert [row.title for row in lines.rows()] == [f"Habit {n}" for n in range(MOST_CARDS + 1, 11)]
    assert text(page, "now_remark") == "10 waiting"
    assert lines.rows()[2].phrase == "23 min ago, may not have been seen"
    one = MANY[MOST_CARDS]
    page.show_saving(Saving(slow=True, places=frozenset({(one.subject, one.slot)})))
    assert lines.rows()[0].phrase == "saving…"
    page.show_saving(Saving(trouble="disk_full", unsaved=1, places=frozenset({(one.subject, one.slot)})))
    assert lines.rows()[0].phrase == "not saved yet"
    page.show_saving(Saving())
    lines.setFocus()
    with qtbot.waitSignal(page.done) as heard:
        QTest.keyClick(lines, Qt.Key.Key_D)
    assert heard.args == [one.habit_id, one.slot]


def test_a_line_is_snoozed_and_skipped_by_key(qtbot: QtBot, shown: Shown) -> None:
    page = shown(replace(TODAY, now=at(14, 30), occasions=MANY))
    lines = rows(page, "waiting_list")
    lines.setFocus()
    menu = part(page, "row_menu")
    assert isinstance(menu, QMenu)
    QTest.keyClick(lines, Qt.Key.Key_Z)
    with qtbot.waitSignal(page.snooze) as heard:
        menu.actions()[0].trigger()
    assert heard.args == ["habit:5", MANY[4].slot, 5]
    menu.hide()
    QTest.keyClick(lines, Qt.Key.Key_S)
    with qtbot.waitSignal(page.skip) as heard:
        menu.actions()[0].trigger()
    assert heard.args == [5, MANY[4].slot, "no_occasion", ""]
    menu.hide()
    QTest.keyClick(lines, Qt.Key.Key_Return)
    assert [one.text() for one in menu.actions()] == ["Done", "Snooze", "Skip"]
    menu.hide()


def test_reading_shows_shapes_only_after_a_while(qtbot: QtBot, look: Look) -> None:
    page = TodayPage(look)
    qtbot.addWidget(page)
    page.show_reading()
    page.show()
    shapes = part(page, "placeholders")
    assert not shapes.isVisible()
    assert not part(page, "ring_card").isVisible()
    qtbot.waitUntil(shapes.isVisible)
    page.show_view(TODAY)
    assert not shapes.isVisible()
    page.show_reading()
    page.show_view(TODAY)
    assert shapes.isHidden()


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_shapes_stand_where_a_line_begins(qtbot: QtBot, look: Look, direction: Qt.LayoutDirection) -> None:
    page = TodayPage(look)
    qtbot.addWidget(page)
    shapes = part(page, "placeholders")
    shapes.setLayoutDirection(direction)
    shapes.resize(500, shapes.sizeHint().height())
    picture = shapes.grab().toImage()
    begins = 10 if direction is Qt.LayoutDirection.LeftToRight else picture.width() - 10
    sunken = look.theme.color("sunken")
    first_row = look.theme.space(8) * 2 + 4 + 14
    assert picture.pixelColor(begins, first_row) == sunken
    assert picture.pixelColor(picture.width() - 1 - begins, first_row) != sunken


@pytest.mark.parametrize(
    ("best", "line"),
    [
        (0, "Nothing more to do."),
        (6, "Your best day in four weeks. Nothing more to do."),
        (7, "Nothing more to do."),
    ],
)
def test_all_done_says_when_it_was_the_best_day(shown: Shown, best: int, line: str) -> None:
    done = tuple(replace(one, state=OccasionState.DONE, answered_at=one.due_at) for one in OCCASIONS)
    page = shown(replace(TODAY, occasions=done, best_lately=best))
    assert text(page, "all_done_headline") == "All 7, past yesterday’s 6"
    assert text(page, "all_done_line") == line


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_a_row_begins_where_the_language_does(
    qtbot: QtBot, shown: Shown, direction: Qt.LayoutDirection
) -> None:
    page = shown(TODAY)
    later = rows(page, "later_list")
    later.setLayoutDirection(direction)
    picture = later.viewport().grab().toImage()
    begins = direction is Qt.LayoutDirection.LeftToRight
    # Time and glyph begin the row; the middle of it is empty here.
    middle = picture.width() // 2
    halves = (range(middle - 40), range(middle + 40, picture.width()))
    ground = picture.pixelColor(middle, 2)
    drawn = [sum(picture.pixelColor(x, y) != ground for x in half for y in range(8, 32)) for half in halves]
    assert (drawn[0] > drawn[1]) is begins
    dots = QPoint(picture.width() - 16, 20) if begins else QPoint(16, 20)
    with qtbot.waitSignal(later.menu_asked):
        QTest.mouseClick(later.viewport(), Qt.MouseButton.LeftButton, pos=dots)
