"""What Today says above its lists: a call, a pause, muting, a covered miss, a rest, a doubtful note."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from habitcoach.coaching.day_facts import CoveredMiss
from habitcoach.coaching.views import AbsenceView, HoldView, OccasionState, RestView
from habitcoach.core.habit import Category, HabitId
from habitcoach.core.hold import HoldReason
from habitcoach.ui.look import Look
from habitcoach.ui.today.absence_strip import DayThreads
from habitcoach.ui.today.day_strips import MOST_OF_A_KIND, DayStrips
from habitcoach.ui.today.note_strip import masked
from tests.support.desk_bench import press
from tests.ui.day_samples import OCCASIONS, TODAY, at

CALL = HoldView(HoldReason.CALL, at(14, 6), at(15, 6))
PAUSE = HoldView(HoldReason.PAUSED, at(14), at(15))
MISS = CoveredMiss(HabitId(1), "One thank-you", date(2026, 6, 9), date(2026, 6, 9), 12, "day")
REST = RestView(HabitId(3), "One slow breath", Category.FOCUS)


@pytest.fixture
def strips(qtbot: QtBot, look: Look) -> DayStrips:
    made = DayStrips(look)
    qtbot.addWidget(made)
    made.resize(600, 400)
    return made


def shown(strips: DayStrips) -> list[tuple[str, str]]:
    """Return headline and line of every strip, by place."""
    found = [one for one in strips.findChildren(QWidget) if one.objectName().endswith("_strip")]
    there = [one for one in found if not one.isHidden()]
    return [(text(one, "_headline"), text(one, "_line")) for one in there]


def text(strip: QWidget, ending: str) -> str:
    label = strip.findChild(QLabel, strip.objectName().removesuffix("_strip") + ending)
    assert label is not None
    return "" if label.isHidden() else label.text()


def test_an_ordinary_day_says_nothing(strips: DayStrips) -> None:
    strips.show_day(TODAY)
    assert strips.isHidden()
    assert not shown(strips)


@pytest.mark.parametrize(
    ("held", "line"),
    [
        (0, "No cue is held yet. Promises still show."),
        (1, "1 cue held. Promises still show."),
        (2, "2 cues held. Promises still show."),
    ],
)
def test_a_call_says_how_long_and_what_waits(qtbot: QtBot, strips: DayStrips, held: int, line: str) -> None:
    waiting = tuple(replace(one, state=OccasionState.HELD) for one in OCCASIONS[3 : 3 + held])
    strips.show_day(replace(TODAY, occasions=waiting, hold=CALL))
    assert shown(strips) == [("On a call, 6 min", line)]
    with qtbot.waitSignal(strips.hung_up):
        press(strips, "call_end")
    strips.show_day(replace(TODAY, occasions=waiting, hold=replace(CALL, since=TODAY.now)))
    assert shown(strips) == [("On a call", line)], "its first minute is no figure"


def test_a_pause_says_until_when(qtbot: QtBot, strips: DayStrips) -> None:
    strips.show_day(replace(TODAY, hold=PAUSE))
    assert shown(strips) == [("Paused until 15:00", "Cues wait, streaks are safe.")]
    with qtbot.waitSignal(strips.resumed):
        press(strips, "paused_resume")
    strips.show_day(replace(TODAY, hold=replace(PAUSE, reason=HoldReason.BREAK)))
    assert strips.isHidden()


def test_what_the_system_sees_is_told_and_full_screen_can_be_let_through(
    qtbot: QtBot, strips: DayStrips
) -> None:
    strips.show_day(replace(TODAY, hold=replace(PAUSE, reason=HoldReason.FULL_SCREEN)))
    assert shown(strips) == [("Cues wait in full screen", "They come together when you leave it.")]
    with qtbot.waitSignal(strips.full_screen_allowed):
        press(strips, "presence_allow")
    strips.show_day(replace(TODAY, hold=replace(PAUSE, reason=HoldReason.AWAY)))
    assert shown(strips) == [("Cues wait while you are away", "They come together when you are back.")]
    button = strips.findChild(QPushButton, "presence_allow")
    assert button is not None
    assert button.isHidden()
    strips.show_day(replace(TODAY, hold=replace(PAUSE, reason=HoldReason.MICROPHONE)))
    waits = ("Cues wait while the microphone is in use", "They come together when it is free.")
    assert shown(strips) == [waits]
    strips.show_day(TODAY)
    assert strips.isHidden()


@pytest.mark.parametrize(("name", "always"), [("always", True), ("no", False)])
def test_an_hour_of_full_screen_is_asked_about(
    qtbot: QtBot, strips: DayStrips, name: str, always: bool
) -> None:
    strips.show_day(replace(TODAY, asks_full_screen=True))
    assert shown(strips) == [
        (
            "An hour of full screen: cues came again",
            "Do you always work like this? Then they need not wait for it.",
        )
    ]
    with qtbot.waitSignal(strips.full_screen_answered) as told:
        press(strips, f"full_screen_{name}")
    assert told.args == [always]
    strips.show_day(TODAY)
    assert strips.isHidden()


def test_a_muting_system_is_told_until_it_is_over(qtbot: QtBot, strips: DayStrips) -> None:
    strips.show_muted(muted=True)
    assert shown(strips) == [("The system is muting HabitCoach", "Cue cards still come.")]
    with qtbot.waitSignal(strips.how_to_allow):
        press(strips, "muted_allow")
    strips.show_muted(muted=False)
    assert strips.isHidden()


def test_a_covered_miss_names_its_habit_and_day(qtbot: QtBot, strips: DayStrips) -> None:
    strips.show_day(replace(TODAY, covered=(MISS,)))
    assert shown(strips) == [
        ("Tuesday was missed", "One thank-you: one miss is covered; the streak stays 12.")
    ]
    with qtbot.waitSignal(strips.why) as heard:
        press(strips, "covered_1_why")
    assert heard.args == [1]
    week = replace(MISS, first=date(2026, 6, 1), last=date(2026, 6, 7), per="week")
    strips.show_day(replace(TODAY, covered=(week,)))
    assert shown(strips)[0][0] == "Mon 1 to Sun 7 June was missed"


def test_a_resting_habit_asks_calmly(qtbot: QtBot, strips: DayStrips) -> None:
    strips.show_day(replace(TODAY, resting=(REST,)))
    assert shown(strips) == [("Resting: One slow breath", "It went by for a while. That is fine.")]
    for signal, name in (
        (strips.start_again, "resting_3_again"),
        (strips.change_habit, "resting_3_change"),
        (strips.retire, "resting_3_retire"),
    ):
        with qtbot.waitSignal(signal) as heard:
            press(strips, name)
        assert heard.args == [3]


def test_there_are_never_many_of_a_kind_and_those_that_stay_are_kept(strips: DayStrips) -> None:
    many = tuple(replace(REST, habit_id=HabitId(number)) for number in range(1, 9))
    strips.show_day(replace(TODAY, resting=many))
    assert len(shown(strips)) == MOST_OF_A_KIND
    kept = strips.findChild(QWidget, "resting_2_strip")
    strips.show_day(replace(TODAY, resting=many[1:]))
    assert strips.findChild(QWidget, "resting_2_strip") is kept
    strips.show_day(TODAY)
    assert strips.isHidden()


def test_all_buttons_are_reached_in_order_and_say_what_they_are_about(strips: DayStrips) -> None:
    dates = (date(2026, 6, 8), date(2026, 6, 9))
    asked = AbsenceView(dates[0], dates[-1], dates)
    strips.show_day(replace(TODAY, hold=CALL, absence=asked, covered=(MISS,), resting=(REST,)))
    names = [one.objectName() for one in strips.stops() if one.isVisibleTo(strips)]
    assert [one for one in names if one.startswith(("call", "absence", "covered", "resting"))] == [
        "call_end",
        "absence_off",
        "absence_worked",
        "covered_1_why",
        "resting_3_again",
        "resting_3_change",
        "resting_3_retire",
    ]
    assert strips.stops()[0].accessibleDescription().startswith("On a call, 6 min")
    assert all(one.focusPolicy() & Qt.FocusPolicy.TabFocus for one in strips.stops())


@pytest.mark.parametrize(
    ("note", "seen", "question"),
    [
        ("To jane@example.com", "To j…@…", "This looks like an e-mail address."),
        ("Card 1234567, thanks", "Card …, thanks", "This looks like a customer’s number."),
        ("1234567 and a@b.org", "… and a…@…", "This looks like an e-mail address."),
    ],
)
def test_a_note_is_asked_about_without_showing_it_all(
    qtbot: QtBot, strips: DayStrips, note: str, seen: str, question: str
) -> None:
    strips.ask_about_note(note)
    label = strips.findChild(QLabel, "note_check_text")
    assert label is not None
    assert label.text() == seen
    assert shown(strips) == [("", question)]
    with qtbot.waitSignal(strips.note.remove):
        press(strips, "note_check_remove")
    assert strips.note.isHidden()
    strips.ask_about_note(note)
    with qtbot.waitSignal(strips.note.keep):
        press(strips, "note_check_keep")
    strips.ask_about_note("all is well")
    assert strips.note.isHidden()


def test_nothing_is_masked_where_nothing_was_found() -> None:
    assert masked("all is well", ()) == "all is well"


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_dates_are_threads_while_they_have_room(
    qtbot: QtBot, look: Look, direction: Qt.LayoutDirection
) -> None:
    threads = DayThreads(look)
    qtbot.addWidget(threads)
    threads.setLayoutDirection(direction)
    threads.resize(400, threads.sizeHint().height())
    threads.show_dates([date(2026, 6, day) for day in range(8, 13)])
    assert not threads.isHidden()
    assert threads.accessibleName().startswith("Mon 8 June, Tue 9 June")
    picture = threads.grab().toImage()
    page = picture.pixelColor(2, picture.height() - 1)
    drawn = [x for x in range(picture.width()) if picture.pixelColor(x, 6) != page]
    assert len(drawn) > 50
    threads.show_dates([date(2026, 6, day) for day in range(8, 18)])
    assert threads.isHidden()
