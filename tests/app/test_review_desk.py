"""The review desk: four weeks of an agent through the page, on a real file; decisions seen in the next."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from habitcoach.coaching.drafting import Typed, draft_from
from habitcoach.coaching.recording import Log
from habitcoach.core.entry import Source
from habitcoach.core.habit import Habit
from habitcoach.ui.cue_card import CueCard
from habitcoach.ui.main_window import MainWindow
from habitcoach.ui.page_name import PageName
from habitcoach.ui.review.choice_row import ChoiceRow
from habitcoach.ui.review.page import ReviewPage
from tests.app.conftest import clear
from tests.support.desk_bench import Bench, window

MONDAY = date(2026, 11, 23)
CTRL = Qt.KeyboardModifier.ControlModifier
SMILE, TIDY, WALK = 1, 2, 3
TIMES = {"Smile": "10:30", "Tidy": "11:30", "Walk": "15:00"}


class Life:
    """An agent at a desk: logs on the command line all week, looks back in the window on Friday."""

    def __init__(self, bench: Bench, qtbot: QtBot) -> None:
        self.bench = bench
        self.qtbot = qtbot
        self.presses = 0
        self.at(MONDAY, "08:55")
        for name, time in TIMES.items():
            trigger = {"kind": "at", "times": [time]}
            tiny = "stand up once" if name == "Walk" else ""
            typed = Typed(name, f"it is {time}", name.lower(), "a sip", tiny=tiny, trigger=trigger)
            bench.coach.habits.add(draft_from(typed))

    def at(self, day: date, clock: str) -> None:
        """Let it be a time of a day."""
        self.bench.time.write_text(f"{day}T{clock}+01:00 Europe/Berlin")

    def week(self, number: int, kept: dict[str, str]) -> None:
        """Live a week from Monday to Friday afternoon; `kept` has a letter for each day: k kept, - not."""
        for day in range(5):
            today = MONDAY + timedelta(weeks=number, days=day)
            for name, days in kept.items():
                if days[day] != "k":
                    continue
                habit = self.habit(name)
                occasion = self.occasion(habit, today)
                if occasion is not None:
                    self.at(today, occasion)
                    self.bench.coach.recording.done(Log(habit.id, Source.COMMAND))
        self.at(MONDAY + timedelta(weeks=number, days=4), "16:45")

    def habit(self, name: str) -> Habit:
        return self.bench.coach.habits.find(name)

    def occasion(self, habit: Habit, day: date) -> str | None:
        """Return when a habit is due on a day, as the app shows it in the morning."""
        self.at(day, "09:01")
        found = [one for one in self.bench.coach.today().occasions if one.habit_id == habit.id]
        return f"{found[0].due_at:%H:%M}" if found else None

    # ---- at the window

    @property
    def window(self) -> MainWindow:
        return window()

    @property
    def page(self) -> ReviewPage:
        return self.window.review_page

    def open(self) -> None:
        """Turn to the review by key."""
        self.window.show_page(PageName.TODAY)
        self.activate()
        self.key(self.window, Qt.Key.Key_4, CTRL)
        self.wait(lambda: self.shown("review_headline"))

    def activate(self) -> None:
        """Have the window hear keys; here a card takes them, which on a real screen it cannot."""

        def active() -> bool:
            for one in QApplication.topLevelWidgets():
                if isinstance(one, CueCard):
                    one.hide()
            self.window.activateWindow()
            return self.window.isActiveWindow()

        self.wait(active)

    def key(self, where: QWidget, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
        self.presses += 1
        QTest.keyClick(where, key, modifier or Qt.KeyboardModifier.NoModifier)

    def click(self, name: str) -> None:
        self.presses += 1
        QTest.mouseClick(self.button(name), Qt.MouseButton.LeftButton)

    def button(self, name: str) -> QAbstractButton:
        self.wait(lambda: self.shown(name))
        return next(one for one in self.window.findChildren(QAbstractButton, name) if one.isVisible())

    def row(self, name: str) -> ChoiceRow:
        self.wait(lambda: self.shown(name))
        return next(one for one in self.window.findChildren(ChoiceRow, name) if one.isVisible())

    def shown(self, name: str) -> bool:
        return any(one.isVisible() for one in self.window.findChildren(QWidget, name))

    def text(self, name: str) -> str:
        self.wait(lambda: self.shown(name))
        return next(one for one in self.window.findChildren(QLabel, name) if one.isVisible()).text()

    def wait(self, for_: Callable[[], bool]) -> None:
        self.qtbot.waitUntil(for_)

    def rows(self, query: str) -> list[tuple[object, ...]]:
        return self.bench.rows(query)


@pytest.fixture
def life(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[Life]:
    bench = Bench(tmp_path, qapp)
    made = Life(bench, qtbot)
    yield made
    bench.stop()
    clear(qapp)


def test_four_weeks_through_the_page(life: Life) -> None:
    # The first week: Tidy is forgotten, its cue comes at the wrong moment.
    life.week(0, {"Smile": "kkkkk", "Tidy": "k----", "Walk": "kkkk-"})
    life.bench.start()
    life.open()
    assert life.text("review_week") == "Week 48, Monday 23 to Friday 27 November"
    life.click("review_more")
    life.click("hindered-2-wrong_moment")
    life.wait(lambda: life.text("suggestion_title") == "Another cue for Tidy?")
    life.click("suggestion_apply")
    life.click("picker_choose")
    life.wait(lambda: life.text("suggestion_state").startswith("Applied on Finish"))
    before = life.rows("SELECT count(*) FROM habit_version")
    life.click("review_finish")
    life.wait(lambda: life.text("undo_text") == "The week is finished. Decisions start on Monday 30 November")
    assert life.rows("SELECT kind, from_date FROM decision") == [("change_cue", "2026-11-28")]
    assert life.rows("SELECT count(*) FROM habit_version") != before
    # Nothing has changed on the day it was decided; on Monday Tidy comes at another time.
    tidy = life.habit("Tidy")
    assert life.occasion(tidy, MONDAY) == "11:30"
    moved = life.occasion(tidy, MONDAY + timedelta(weeks=1))
    assert moved not in {None, "11:30"}

    # The second week: Walk is too long; its tiny version is enough from now on.
    life.week(1, {"Smile": "kkkkk", "Tidy": "kkkkk", "Walk": "k----"})
    life.open()
    life.wait(lambda: life.text("review_week").startswith("Week 49"))
    life.wait(lambda: life.shown("effects-1"))
    assert life.text("effects-1").startswith("You gave Tidy another cue.")
    life.wait(lambda: life.text("suggestion_title") == "Make Walk smaller?")
    life.click("suggestion_apply")
    life.wait(lambda: life.text("suggestion_state").startswith("Applied on Finish"))
    life.activate()
    life.key(life.page, Qt.Key.Key_Return, CTRL)
    life.wait(lambda: life.shown("review_undo_finish"))
    assert life.habit("Walk").newest.plan.routine == "stand up once"

    # The third week: the agent lets Tidy go, by key on its line.
    life.week(2, {"Smile": "kkkkk", "Tidy": "k-kk-", "Walk": "kkkkk"})
    life.open()
    life.wait(lambda: life.text("review_week").startswith("Week 50"))
    line = life.row("decision-2")
    life.wait(line.isEnabled)
    line.setFocus()
    life.key(line, Qt.Key.Key_4)
    life.wait(lambda: life.text("decision_state-2") == "Applied on Finish")
    life.click("review_finish")
    life.wait(lambda: life.shown("review_undo_finish"))
    assert life.occasion(tidy, MONDAY + timedelta(weeks=3)) is None

    # The fourth week goes well: nothing is to be changed, and the plan is all there is to write.
    life.week(3, {"Smile": "kkkkk", "Walk": "kkkkk"})
    life.open()
    life.wait(lambda: life.text("review_week").startswith("Week 51"))
    assert not life.shown("suggestion")
    assert [one.habit_id for one in life.page.week.card.lines] == [SMILE, WALK]
    life.click("review_finish")
    life.wait(lambda: life.text("undo_text") == "The week is finished.")
    assert len(life.rows("SELECT week FROM review WHERE finished_at IS NOT NULL")) == 4


def test_three_habits_take_at_most_twelve_keys(life: Life) -> None:
    life.week(0, {"Smile": "kkkkk", "Tidy": "kkkkk", "Walk": "k----"})
    life.bench.start()
    life.activate()
    life.presses = 0
    life.key(life.window, Qt.Key.Key_4, CTRL)
    life.wait(lambda: life.row("answer-1").hasFocus())
    life.key(life.row("answer-1"), Qt.Key.Key_5)
    for number, mark in ((TIDY, Qt.Key.Key_4), (WALK, Qt.Key.Key_2)):
        while not life.row(f"answer-{number}").hasFocus():
            life.key(life.page.focusWidget(), Qt.Key.Key_Tab)
        life.key(life.row(f"answer-{number}"), mark)
    life.wait(lambda: len(life.rows("SELECT habit_id FROM automaticity")) == 3)
    while not life.button("suggestion_apply").hasFocus():
        life.key(life.page.focusWidget(), Qt.Key.Key_Tab)
    life.key(life.button("suggestion_apply"), Qt.Key.Key_Space)
    life.wait(lambda: life.shown("suggestion_undo"))
    life.key(life.page.focusWidget(), Qt.Key.Key_Return, CTRL)
    life.wait(lambda: life.rows("SELECT kind FROM decision") == [("make_smaller",)])
    life.wait(lambda: life.shown("review_undo_finish"))
    assert life.rows("SELECT habit_id, by_itself FROM automaticity ORDER BY 1") == [(1, 5), (2, 4), (3, 2)]
    assert life.presses <= 12


def test_three_habits_take_five_clicks(life: Life) -> None:
    life.week(0, {"Smile": "kkkkk", "Tidy": "kkkkk", "Walk": "k----"})
    life.bench.start()
    life.open()
    life.presses = 0
    for name in ("answer-1-5", "answer-2-4", "answer-3-2", "suggestion_apply"):
        life.click(name)
    life.wait(lambda: life.shown("suggestion_undo"))
    life.click("review_finish")
    life.wait(lambda: life.shown("review_undo_finish"))
    assert life.presses == 5
    assert life.rows("SELECT kind FROM decision") == [("make_smaller",)]


@pytest.fixture
def friday(life: Life) -> Life:
    """Return a week lived, its review open, and more of it."""
    life.week(0, {"Smile": "kkkkk", "Tidy": "k----", "Walk": "k-k--"})
    life.bench.start()
    life.open()
    life.click("review_more")
    life.row("decision-1")
    return life


def test_a_finished_week_is_opened_again(friday: Life) -> None:
    friday.click("suggestion_not_now")
    friday.wait(lambda: friday.text("suggestion_state") == "Not now. It stays as it is.")
    friday.click("suggestion_undo")
    friday.wait(lambda: friday.shown("suggestion_apply"))
    friday.click("review_finish")
    friday.wait(lambda: friday.text("footer_state") == "Finished")
    friday.click("review_undo_finish")
    friday.wait(lambda: friday.shown("review_finish"))
    friday.click("review_finish")
    friday.wait(lambda: friday.text("footer_state") == "Finished")
    bar, foot = (friday.window.findChild(QWidget, name) for name in ("undo_bar", "review_footer"))
    assert bar is not None
    assert foot is not None
    assert bar.mapToGlobal(bar.rect().bottomLeft()).y() < foot.mapToGlobal(foot.rect().topLeft()).y()
    friday.window.undo.emit()
    friday.wait(lambda: friday.shown("review_finish"))


def test_a_week_is_put_off_to_the_next_shift(friday: Life) -> None:
    friday.click("review_later")
    friday.wait(lambda: friday.text("footer_state") == "Comes again Monday 30 November at 09:00")
    assert friday.rows("SELECT put_off_until IS NULL FROM review") == [(0,)]


def test_every_text_is_on_disk_within_a_second_or_when_left(friday: Life) -> None:
    def type_into(name: str, words: str) -> None:
        kinds = (QLineEdit, QPlainTextEdit)
        (field,) = (one for kind in kinds for one in friday.page.findChildren(kind, name) if one.isVisible())
        field.setFocus()
        QTest.keyClicks(field, words)

    type_into("plan_if", "it rains")
    friday.qtbot.waitUntil(
        lambda: friday.rows("SELECT if_then FROM review") == [("it rains\n",)], timeout=1000
    )
    type_into("plan_then", "walk")
    type_into("customer_moment", "A laugh.")
    friday.wait(lambda: friday.rows("SELECT if_then FROM review") == [("it rains\nwalk",)])
    friday.wait(lambda: friday.text("moment_state") == "Saved")
    friday.click("helped_open-2")
    type_into("helped-2", "a note")
    friday.window.show_page(PageName.TODAY)
    friday.wait(lambda: friday.rows("SELECT helped FROM review_answer") == [("a note",)])
    assert friday.rows("SELECT moment FROM review") == [("A laugh.",)]


def test_what_is_typed_last_is_kept_at_quitting(friday: Life) -> None:
    field = friday.page.findChild(QLineEdit, "plan_if")
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, "the very last")
    friday.bench.desk.stop()
    assert friday.rows("SELECT if_then FROM review") == [("the very last\n",)]


def test_statements_and_decisions_come_and_go(friday: Life) -> None:
    friday.click("statement_by_itself-4")
    friday.wait(lambda: friday.row("statement_without_thinking").isEnabled())
    friday.click("statement_without_thinking-3")
    friday.wait(lambda: friday.rows("SELECT by_itself, without_thinking FROM automaticity") == [(4, 3)])
    friday.click("decision-1-3")
    friday.click("picker_cancel")
    friday.wait(lambda: friday.row("decision-1").choice is None)
    friday.click("decision-1-1")
    friday.wait(lambda: friday.text("decided_count") == "1 of 3 decided")


def test_a_refused_decision_is_shown_as_it_was(friday: Life) -> None:
    friday.bench.coach.deciding.finish(
        friday.bench.coach.review_page.default_week(friday.bench.coach.agenda())
    )
    friday.click("decision-1-4")
    friday.wait(lambda: friday.row("decision-1").choice is None)


def test_the_sidebar_says_when_the_review_comes_until_it_is_done(friday: Life) -> None:
    places = friday.window.findChild(QListWidget, "pages")
    assert isinstance(places, QListWidget)

    def said() -> str:
        spoken: str = places.item(PageName.REVIEW).data(Qt.ItemDataRole.AccessibleTextRole)
        return spoken

    friday.wait(lambda: "Fri" in said())
    friday.click("review_finish")
    friday.wait(lambda: "Fri" not in said())


def test_the_page_leads_away(friday: Life) -> None:
    friday.key(friday.page, Qt.Key.Key_Escape)
    friday.key(friday.page, Qt.Key.Key_Escape)
    assert friday.window.page is PageName.TODAY


def test_ctrl_m_leads_to_the_customer_moment(friday: Life) -> None:
    friday.click("review_less")
    friday.activate()
    friday.key(friday.window, Qt.Key.Key_M, CTRL)
    field = friday.page.findChild(QPlainTextEdit, "customer_moment")
    assert isinstance(field, QPlainTextEdit)
    friday.wait(field.hasFocus)


def test_the_card_leads_to_this_week_whatever_week_is_shown(life: Life) -> None:
    life.week(0, {"Smile": "kkkkk", "Tidy": "kkkkk", "Walk": "kkkkk"})
    life.week(1, {"Smile": "kkkkk", "Tidy": "kkkkk", "Walk": "kkkkk"})
    life.bench.start()
    life.open()
    life.click("week_before")
    life.wait(lambda: life.text("review_week").startswith("Week 48"))
    (card,) = (one for one in QApplication.topLevelWidgets() if isinstance(one, CueCard))
    card.review.emit("2026-W49")
    life.wait(lambda: life.text("review_week").startswith("Week 49"))
    life.wait(lambda: life.row("answer-1").hasFocus())
