"""What the panel says of a number of a habit."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QListWidget, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from habitcoach.coaching.explaining import HabitFacts
from habitcoach.core.entry import SkipReason
from habitcoach.core.habit import Habit, HabitId, Version
from habitcoach.core.target import Per, Target, TargetKind
from habitcoach.core.trigger import Contact
from habitcoach.ui.habit.why import WhyPanel
from habitcoach.ui.habit.why_words import About, Asked, why_lines, why_title
from habitcoach.ui.look import Look
from tests.support.british import british
from tests.support.habits import MONDAY, PLAN, at
from tests.support.workplace import Workplace

A_DAY = timedelta(days=1)
ME = HabitId(1)


@pytest.fixture(autouse=True)
def _british() -> Iterator[None]:
    with british():
        yield


@pytest.fixture
def workplace(tmp_path: Path) -> Iterator[Workplace]:
    made = Workplace(tmp_path).start()
    yield made
    made.close()


def facts(place: Workplace) -> HabitFacts:
    agenda = place.coach.agenda()
    return place.coach.explaining.why(agenda, agenda.existing(ME))


def lines(place: Workplace, about: About) -> list[str]:
    return why_lines(Asked(ME, about), facts(place), place.coach.agenda().today)


def live(place: Workplace, habit: Habit, days: int, *, missed: tuple[int, ...] = ()) -> None:
    day, lived = MONDAY, 0
    while lived < days:
        if day.isoweekday() < 6:
            place.go_to("10:31", day)
            if lived not in missed:
                place.done(habit)
            lived += 1
        day += A_DAY


def test_titles(workplace: Workplace) -> None:
    live(workplace, workplace.add(at("10:30")), 3)
    found, today = facts(workplace), workplace.coach.agenda().today
    titles = {about: why_title(Asked(ME, about), found, today) for about in About if about is not About.DAY}
    assert titles == {
        About.STREAK: "3 shifts in a row",
        About.BEST: "The longest streak: 3 shifts",
        About.TOTAL: "Kept so far: 3 shifts",
        About.STRENGTH: "How strong it is",
        About.CUE: "How its cue comes",
    }
    assert why_title(Asked(ME, About.DAY, MONDAY), found, today) == "Smile around 23 November"


def test_a_streak_says_what_leaves_it_whole_and_what_ends_it(workplace: Workplace) -> None:
    live(workplace, workplace.add(at("10:30")), 3)
    said = lines(workplace, About.STREAK)
    assert said[0].startswith("Days off, pauses and skips with a reason leave a streak whole")
    assert said[1:] == ["1 miss is covered when it comes; another one ends the streak."]


def test_misses_are_told_without_blame(workplace: Workplace) -> None:
    live(workplace, workplace.add(at("10:30")), 4, missed=(1,))
    said = lines(workplace, About.STREAK)
    assert said[1:] == [
        "The next miss ends the streak; seven kept earn cover for one.",
        "Misses so far: 1. Kept again right after: 1.",
    ]


def test_weeks_are_counted_whole(workplace: Workplace) -> None:
    workplace.add(at("10:30"), Target(TargetKind.CHECK, 3, Per.WEEK))
    assert lines(workplace, About.STREAK)[-1] == "It is counted in whole weeks or months, by when they end."


def test_plans_of_before_are_told(workplace: Workplace) -> None:
    habit = workplace.add(at("10:30"))
    workplace.go_to("08:00", MONDAY + A_DAY)
    workplace.store.put_version(habit.id, Version(MONDAY + A_DAY, PLAN, at("14:00"), habit.newest.target))
    assert lines(workplace, About.BEST)[-2:] == [
        "Since 24 November: 14:00 · When the phone rings, I will smile first, then a sip of water.",
        "Since 23 November: 10:30 · When the phone rings, I will smile first, then a sip of water.",
    ]


def test_a_strength_is_taken_apart(workplace: Workplace) -> None:
    live(workplace, workplace.add(at("10:30")), 3)
    first, second = lines(workplace, About.STRENGTH)
    assert first.startswith("New: ")
    assert "how steadily it was kept lately" in second


def test_how_a_cue_came_to_what_it_is(workplace: Workplace) -> None:
    habit = workplace.add(Contact(), Target(TargetKind.RATE, 80, Per.DAY, 5))
    assert lines(workplace, About.CUE) == ["Its plan comes in every start card."]
    for day in range(40):
        workplace.clock.moment += A_DAY
        if workplace.coach.agenda().calendar.shift_on(MONDAY + (day + 1) * A_DAY) is not None:
            workplace.done(habit, count=9, of=10)
    plan, *changes = lines(workplace, About.CUE)
    assert plan == "Its plan comes in the start card of every third shift."
    assert len(changes) == 1
    assert "Cues: if I forget. Kept" in changes[0]


def test_a_cue_that_always_came(workplace: Workplace) -> None:
    workplace.add(at("10:30"))
    said = lines(workplace, About.CUE)
    assert said == ["Its cue has come every time so far. It fades when the habit carries itself."]


def test_a_step_that_is_proposed(workplace: Workplace) -> None:
    live(workplace, workplace.add(at("10:30")), 20)  # a clock time is asked about
    assert lines(workplace, About.CUE)[0].startswith("Fewer cues are possible: if I forget.")


Panel = Callable[[Asked], WhyPanel]


@pytest.fixture
def panel(qtbot: QtBot, look: Look, workplace: Workplace) -> Panel:
    parent = QWidget()
    qtbot.addWidget(parent)

    def show(asked: Asked) -> WhyPanel:
        made = WhyPanel(look, asked, parent)
        made.show()
        made.show_facts(facts(workplace), workplace.coach.agenda().today)
        return made

    return show


def rows(panel: WhyPanel) -> list[str]:
    days = panel.findChild(QListWidget, "why_days")
    assert days is not None
    return [days.item(at).data(Qt.ItemDataRole.AccessibleTextRole) for at in range(days.count())]


def test_the_panel_lists_days_with_their_skips(workplace: Workplace, panel: Panel) -> None:
    habit = workplace.add(at("10:30"))
    live(workplace, habit, 2)
    workplace.go_to("10:31", MONDAY + 2 * A_DAY)
    workplace.skip(habit, reason=SkipReason.SICK)
    shown = panel(Asked(ME, About.DAY, MONDAY + A_DAY))
    assert rows(shown) == [
        "Wed 25 November: nothing due so far, skipped (sick)",
        "Tue 24 November: kept, 1 of 1, streak 2",
        "Mon 23 November: kept, 1 of 1, streak 1",
    ]
    days = shown.findChild(QListWidget, "why_days")
    assert days is not None
    assert days.currentRow() == 1
    plain = shown.grab().toImage()
    shown.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert shown.grab().toImage() != plain


@pytest.mark.parametrize(
    ("per", "begins"), [(Per.WEEK, "Week of Mon 23 November: "), (Per.MONTH, "Month of Mon 23 November: ")]
)
def test_longer_spans_are_named_by_their_first_day(
    workplace: Workplace, panel: Panel, per: Per, begins: str
) -> None:
    workplace.add(at("10:30"), Target(TargetKind.CHECK, 3, per))
    (row,) = rows(panel(Asked(ME, About.STREAK)))
    assert row.startswith(begins)


def test_it_leads_to_the_research(workplace: Workplace, panel: Panel) -> None:
    workplace.add(at("10:30"))
    shown = panel(Asked(ME, About.CUE))
    research = shown.findChild(QPushButton, "why_research")
    assert research is not None
    QTest.mouseClick(research, Qt.MouseButton.LeftButton)
    assert shown.findChild(QWidget, "science") is not None
    title = shown.findChild(QLabel, "why_title")
    assert title is not None
    assert shown.accessibleName() == title.text()


def test_a_day_before_all_that_is_listed_leaves_the_newest_chosen(workplace: Workplace, panel: Panel) -> None:
    workplace.add(at("10:30"))
    shown = panel(Asked(ME, About.DAY, date(2020, 1, 1)))
    days = shown.findChild(QListWidget, "why_days")
    assert days is not None
    assert days.currentRow() == 0
