"""The shift as a line."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from habitcoach.coaching.views import OccasionState, ShiftView
from habitcoach.ui.look import Look
from habitcoach.ui.widgets.shift_line import ShiftLine, hours_within, marks_of
from tests.ui.day_samples import EARLY, OCCASIONS, at, occasion

LINE_Y = 26


def picture(qtbot: QtBot, look: Look, shift: ShiftView, now: datetime, *states: OccasionState) -> QImage:
    line = ShiftLine(look)
    qtbot.addWidget(line)
    line.resize(811, 52)
    line.show_shift(shift, [occasion(number, 10, 0, state) for number, state in enumerate(states)], now)
    return line.grab().toImage()


def near(picture: QImage, x: int, color: QColor) -> bool:
    """Whether a colour is seen around a place of the line."""
    return any(picture.pixelColor(x + dx, LINE_Y + dy) == color for dx in range(-7, 8) for dy in range(-7, 8))


def test_what_looks_alike_at_one_place_is_one_mark() -> None:
    due, later = OccasionState.DUE, OccasionState.LATER
    found = [occasion(number, 10, 0, state) for number, state in enumerate((due, later, due, later))]
    assert marks_of([*found, occasion(9, 11, 0, later)]) == (
        (at(10, 0), later),
        (at(11, 0), later),
        (at(10, 0), due),
    )


def test_hours_are_those_of_the_wall_clock() -> None:
    assert [hour.hour for hour in hours_within(at(21, 30), at(2, 0) + timedelta(days=1))] == [22, 23, 0, 1]
    berlin = ZoneInfo("Europe/Berlin")
    spring = datetime(2026, 3, 28, 23, 0, tzinfo=berlin), datetime(2026, 3, 29, 6, 0, tzinfo=berlin)
    assert [hour.hour for hour in hours_within(*spring)] == [0, 1, 3, 4, 5]


def test_what_has_passed_is_teal_and_what_is_to_come_is_not(qtbot: QtBot, look: Look) -> None:
    shown = picture(qtbot, look, EARLY, at(14, 0))
    accent, track = look.theme.color("accent"), look.theme.color("sunken")
    assert shown.pixelColor(150, LINE_Y) == accent
    assert shown.pixelColor(760, LINE_Y) == track


def test_before_and_after_the_shift_there_is_no_pill(qtbot: QtBot, look: Look) -> None:
    for now in (at(6, 0), at(18, 0)):
        shown = picture(qtbot, look, EARLY, now)
        assert not any(shown.pixelColor(x, 8) == look.theme.color("text") for x in range(shown.width()))
    shown = picture(qtbot, look, EARLY, at(14, 0))
    assert any(shown.pixelColor(x, 8) == look.theme.color("text") for x in range(shown.width()))


def test_marks_differ(qtbot: QtBot, look: Look) -> None:
    # 10:00 is two of eight and a half hours into the shift.
    x = round(7.5 + (811 - 15) * 2 / 8.5)
    seen = {}
    for state in (OccasionState.DONE, OccasionState.DUE, OccasionState.SKIPPED, OccasionState.LATER):
        shown = picture(qtbot, look, EARLY, at(8, 0), state)
        seen[state] = bytes(shown.copy(x - 8, LINE_Y - 8, 16, 16).constBits())
    assert len(set(seen.values())) == 4
    assert near(picture(qtbot, look, EARLY, at(8, 0), OccasionState.DUE), x, look.theme.color("reward"))


@pytest.mark.parametrize("state", [OccasionState.DUE, OccasionState.HELD])
@pytest.mark.parametrize(("hour", "minute"), [(8, 0), (16, 30)])
def test_a_diamond_at_an_end_of_the_line_is_whole(
    qtbot: QtBot, look: Look, state: OccasionState, hour: int, minute: int
) -> None:
    line = ShiftLine(look)
    qtbot.addWidget(line)
    line.resize(811, 52)
    line.show_shift(EARLY, [occasion(1, hour, minute, state)], at(12, 0))
    shown = line.grab().toImage()
    edge = 0 if hour == 8 else shown.width() - 1
    column = [shown.pixelColor(edge, y) for y in range(LINE_Y - 8, LINE_Y + 8)]
    assert all(color.lightness() > 225 for color in column)


@pytest.mark.parametrize(("minutes", "line"), [(11, False), (20, True)])
def test_no_speck_of_the_line_is_left_between_two_marks(
    qtbot: QtBot, look: Look, minutes: int, line: bool
) -> None:
    shown = ShiftLine(look)
    qtbot.addWidget(shown)
    shown.resize(811, 52)
    marks = [occasion(1, 10, 0, OccasionState.DONE), occasion(2, 10, minutes, OccasionState.DONE)]
    shown.show_shift(EARLY, marks, at(14, 0))
    between = round(7.5 + (811 - 15) * (2 + minutes / 120) / 8.5)
    is_there = shown.grab().toImage().pixelColor(between, LINE_Y) == look.theme.color("accent")
    assert is_there is line


def test_its_name_says_what_it_shows(qtbot: QtBot, look: Look) -> None:
    line = ShiftLine(look)
    qtbot.addWidget(line)
    line.show_shift(ShiftView("", at(8), at(16, 30)), OCCASIONS, at(14, 12))
    assert line.accessibleName() == "Shift, 08:00 to 16:30, now 14:12. 1 done, 2 waiting, 2 later."


def test_a_cue_far_outside_the_shift_does_not_squeeze_it(qtbot: QtBot, look: Look) -> None:
    line = ShiftLine(look)
    qtbot.addWidget(line)
    line.resize(811, 52)
    line.show_shift(EARLY, [occasion(1, 23, 0, OccasionState.LATER)], at(14, 0))
    with_far = line.grab().toImage()
    line.show_shift(EARLY, [], at(14, 0))
    assert with_far == line.grab().toImage()
