"""What tests of the first run's window share: views of it, and its parts."""

from dataclasses import replace
from datetime import datetime, time
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from habitcoach.coaching.deliveries import Surface
from habitcoach.coaching.first_run import FirstCueView, FirstRunView
from habitcoach.coaching.preferences import Channel
from habitcoach.coaching.shift_choices import named
from habitcoach.core.habit import Plan
from habitcoach.core.roster import ShiftPattern
from habitcoach.core.week_pattern import WeekPattern
from habitcoach.library import load_library
from habitcoach.ui.first_run.cue_step import Desktop
from habitcoach.ui.first_run.first_run_window import FirstRunWindow
from habitcoach.ui.look import Look

SHIFTS = {
    "Early": ShiftPattern(time(8), time(16, 30)),
    "Late": ShiftPattern(time(13), time(21, 30)),
    "Night": ShiftPattern(time(22), time(6)),
}


OFFERED = tuple(named(name, pattern) for name, pattern in SHIFTS.items())


WEEKS = WeekPattern(SHIFTS, (("Early",) * 5 + (None, None), ("Late",) * 5 + (None, None)))


PLAN = Plan("I start with HabitCoach", "Take one slow breath", "Let it go")


LIBRARY = load_library()


NINE_TWELVE = datetime(2026, 11, 23, 9, 12, tzinfo=ZoneInfo("Europe/Berlin"))


FRESH = FirstRunView(
    step=1,
    channels=(),
    shifts={},
    today=None,
    chosen=False,
    rotates=False,
    pattern=None,
    picked=(),
    own=(),
    surface=Surface.AUTOMATIC,
    cue=None,
)


SAID = replace(
    FRESH,
    channels=(Channel.EMAIL, Channel.CHAT),
    today=OFFERED[0],
    chosen=True,
    rotates=True,
    pattern=WEEKS,
)


SENT = FirstCueView(1, "2026-11-23/first", NINE_TWELVE, None, waits=True)


LOGGED = replace(SENT, done_at=NINE_TWELVE, waits=False)


def made(qtbot: QtBot, look: Look, view: FirstRunView, *, cards: bool = True) -> FirstRunWindow:
    window = FirstRunWindow(look, LIBRARY, PLAN, cards=cards)
    qtbot.addWidget(window)
    show(window, view)
    window.bring_up()
    qtbot.waitExposed(window)
    qtbot.waitUntil(window.isActiveWindow)
    return window


def show(window: FirstRunWindow, view: FirstRunView, *, may_open: bool = True, tray: bool = True) -> None:
    window.show_view(view, OFFERED, Desktop(tray=tray, settings=may_open))
    QApplication.processEvents()


def button(window: QWidget, name: str) -> QAbstractButton:
    (found,) = (one for one in window.findChildren(QAbstractButton, name) if one.isVisible())
    return found


def is_there(window: QWidget, name: str) -> bool:
    return any(one.isVisible() for one in window.findChildren(QWidget, name))


def line(window: QWidget, name: str) -> str:
    (found,) = (one for one in window.findChildren(QLabel, name) if one.isVisible())
    return found.text()


def focused() -> str:
    found = QApplication.focusWidget()
    return "" if found is None else found.objectName()


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key, modifiers)
