"""One habit's page: its figures and charts."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from habitcoach.coaching.review_views import Mark
from habitcoach.coaching.year_map import YearCell
from habitcoach.core.strength import Band
from habitcoach.core.target import Per, Target, TargetKind
from habitcoach.ui.habit.detail import HabitDetail
from habitcoach.ui.habit.habits_page import HabitsPage
from habitcoach.ui.habit.why_words import About, Asked
from habitcoach.ui.look import Look
from habitcoach.ui.widgets.chain_bars import ChainBars
from habitcoach.ui.widgets.strength_curve import StrengthCurve
from habitcoach.ui.widgets.year_map import YearMap
from tests.ui.day_samples import DAY, HABITS
from tests.ui.habit.detail_parts import GREET, press, seen, show, text
from tests.ui.habit_samples import CUES, by_itself, detail


def test_the_word_of_its_strength_with_its_date(page: HabitsPage) -> None:
    assert text(page, "detail_strength_word") == "Settling"
    assert text(page, "detail_strength_caption") == "since 22 May"
    strength = page.findChild(QAbstractButton, "detail_strength")
    assert strength is not None
    assert strength.accessibleName() == "Strength: Settling, since 22 May"
    show(page, band=Band.NEW, band_since=None)
    assert text(page, "detail_strength_caption") == "so far"
    show(page, band_since=date(2024, 2, 1))
    assert text(page, "detail_strength_caption") == "since 1 February 2024"


def test_what_is_counted_is_told_in_times(page: HabitsPage) -> None:
    rate = replace(GREET, target=Target(TargetKind.RATE, 80, Per.DAY, 5))
    show(page, rate, times=2318)
    assert text(page, "detail_total_number") == "2,318"
    assert text(page, "detail_total_unit") == "times"
    assert text(page, "detail_total_caption") == "Done so far"
    page.show_habits([replace(rate, streak=13)])
    assert text(page, "detail_total_number") == "2,318"  # until its page is read again
    show(page, replace(HABITS[0]))
    assert text(page, "detail_total_caption") == "Kept so far"
    assert text(page, "detail_total_number") == "40"


def test_the_year_can_be_walked(page: HabitsPage, qtbot: QtBot) -> None:
    year = page.findChild(YearMap)
    assert year is not None
    assert year.accessibleName() == "Thursday 11 June, 14 of 20, in progress."
    assert year.accessibleDescription().startswith("A year of Greet by name, 1 day kept.")
    assert text(page, "year_heading") == "A year of shifts"
    assert not seen(page, "first_square")
    with qtbot.waitSignal(page.why) as why:
        QTest.keyClick(year, Qt.Key.Key_Return)
    assert why.args == [Asked(2, About.DAY, DAY)]


@pytest.mark.parametrize("width", [872, 712])
def test_all_seven_days_of_the_year_are_in_sight(page: HabitsPage, qtbot: QtBot, width: int) -> None:
    year = page.findChild(YearMap)
    assert year is not None
    week = tuple(YearCell(DAY + timedelta(days=n), Mark.OFF) for n in range(-360, 4))
    page.resize(width, 720)
    show(page, cells=week)
    qtbot.waitUntil(lambda: year.width() > width / 2)
    lowest = max(year.place(at).bottom() for at in range(year.count()))
    assert year.height() - 11 < lowest <= year.height()


def test_a_new_habit_waits_for_its_first_square(page: HabitsPage) -> None:
    show(page, cells=(), runs=(), best=0, by_itself=by_itself(0, 0), notes=(), can_note=False)
    assert seen(page, "first_square")
    assert not seen(page, "heat_legend")
    assert seen(page, "streaks_none")
    assert not seen(page, "chain_bars")
    assert not seen(page, "strength_curve")
    assert text(page, "outlook") == "The weekly review asks how much it happens by itself."
    assert not seen(page, "note_add")
    assert text(page, "notes_none") == "Notes stand beside what was logged. Your first log opens this."


def test_the_curve_and_its_outlook(page: HabitsPage) -> None:
    curve = page.findChild(StrengthCurve)
    assert curve is not None
    assert curve.count() == 4
    least, most = by_itself().outlook or (0, 0)
    assert text(page, "outlook") == f"Perhaps {least} to {most} more shifts until it levels off"
    show(page, per="week")
    assert "more weeks" in text(page, "outlook")
    show(page, by_itself=by_itself(3))
    assert not seen(page, "outlook")
    show(page, by_itself=by_itself(4, 400))
    assert text(page, "outlook") == "It has levelled off."
    show(page, by_itself=by_itself(1, 20))
    assert curve.count() == 1


def test_the_last_streaks(page: HabitsPage) -> None:
    bars = page.findChild(ChainBars)
    assert bars is not None
    assert [bars.words(at) for at in range(bars.count())] == [
        "26 May to today: 12 shifts",
        "24 Apr to 22 May: 21 shifts, your longest",
        "10 Apr: 1 shift",
    ]


def test_every_number_says_where_it_comes_from(page: HabitsPage) -> None:
    show(page, cues=CUES)
    asked: list[Asked] = []
    page.why.connect(asked.append)
    bars, curve = page.findChild(ChainBars), page.findChild(StrengthCurve)
    assert bars is not None
    assert curve is not None
    QTest.keyClick(bars, Qt.Key.Key_Return)
    QTest.mouseDClick(bars, Qt.MouseButton.LeftButton, pos=bars.place(1).center().toPoint())
    QTest.keyClick(curve, Qt.Key.Key_Enter)
    press(page, "cue_section_why")
    for name in ("detail_streak", "detail_best", "detail_total", "detail_strength"):
        press(page, name)
    kinds = (About.STREAK, About.BEST, About.TOTAL, About.STRENGTH)
    assert asked == [
        Asked(2, About.DAY, DAY),
        Asked(2, About.DAY, date(2026, 5, 22)),
        Asked(2, About.STRENGTH),
        Asked(2, About.CUE),
        *(Asked(2, kind) for kind in kinds),
    ]


def test_the_page_stands_as_it_is_drawn(page: HabitsPage, look: Look) -> None:
    theme = look.theme

    def of(name: str) -> QRect:
        found = page.findChild(QWidget, name)
        assert found is not None, name
        return QRect(found.mapTo(page, QPoint(0, 0)), found.size())

    assert of("habit_list_side").width() == theme.size("habit_list")
    assert of("detail_edit").center().y() == of("new_habit").center().y() == of("detail_name").center().y()
    assert of("detail_sentence").left() == of("year_map").left() == of("notes_section").left()
    assert of("year_map").right() == of("cue_strip").right()
    assert abs(of("note_add").right() - of("cue_strip").right()) <= 2
    words = page.findChildren(QLabel, "note_text")
    assert len({one.mapTo(page, QPoint(0, 0)).x() for one in words}) == 1


def test_glyphs_and_buttons_share_a_column_where_it_is_narrow(page: HabitsPage, qtbot: QtBot) -> None:
    page.resize(700, 600)
    names = ("new_habit", "filter_menu_button", "habit_list", "habits_more")
    parts = [page.findChild(QWidget, name) for name in names]

    def middles() -> set[int]:
        return {one.mapTo(page, one.rect().center()).x() for one in parts if one is not None}

    qtbot.waitUntil(lambda: len(middles()) == 1)


def test_curve_and_streaks_stand_below_each_other_where_it_is_narrow(look: Look, qtbot: QtBot) -> None:
    alone = HabitDetail(look)
    qtbot.addWidget(alone)
    alone.show_habit(GREET)
    alone.show_detail(detail())
    alone.resize(640, 700)
    alone.show()
    curve, bars = alone.findChild(StrengthCurve), alone.findChild(ChainBars)
    assert curve is not None
    assert bars is not None

    def below() -> bool:
        return bars.mapTo(alone, QPoint()).y() > curve.mapTo(alone, QPoint()).y() + curve.height()

    assert not below()
    alone.resize(420, 700)
    qtbot.waitUntil(below)


def test_the_page_of_another_habit_comes_too_late(page: HabitsPage) -> None:
    page.show_habits(HABITS)
    page.choose(1)
    assert not seen(page, "year_section")
    page.show_detail(detail())
    assert not seen(page, "year_section")
    page.show_detail(detail(habit_id=1))
    assert seen(page, "year_section")
