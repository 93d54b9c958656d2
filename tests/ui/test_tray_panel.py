"""The tray panel: what it shows, what it asks for, and how it closes."""

from collections.abc import Callable
from dataclasses import replace
from datetime import time, timedelta

import pytest
from PySide6.QtCore import QRect, Qt, SignalInstance
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QMenu, QWidget
from pytestqt.qtbot import QtBot

from habitcoach.coaching.card_views import CardKind, ContactView, ShiftCardView
from habitcoach.coaching.shift_choices import NamedShift, ShiftChoices
from habitcoach.coaching.today_view import TodayView
from habitcoach.coaching.views import HoldView, OccasionState
from habitcoach.core.hold import HoldReason
from habitcoach.ui.look import Look
from habitcoach.ui.reward_strip import RewardStrip, figures_text
from habitcoach.ui.tray_panel import TrayPanel
from habitcoach.ui.tray_panel.panel_words import clear_texts, foot_text, waiting_text
from habitcoach.ui.widgets.counter_row import CounterRow
from habitcoach.ui.widgets.labels import ElidedLabel
from tests.ui.day_samples import AWKWARD, CLEAR, DAY, EARLY, GREET, NOW, PRAISE, REWARD, THANKS, today
from tests.ui.promise_samples import DUE

ICON = QRect(500, 772, 22, 22)  # the only screen is 800 px wide and high
EARLY_HOURS = NamedShift("Early", time(8), time(16, 40))
LATER = replace(CLEAR, slot="2026-06-11/16:20", state=OccasionState.LATER, due_at=NOW + timedelta(minutes=10))
HELD = replace(THANKS, state=OccasionState.HELD)
WAITING = replace(today(THANKS, LATER, counters=(GREET, PRAISE)), promises=(DUE,))


def hold(reason: HoldReason) -> HoldView:
    return HoldView(reason, NOW - timedelta(minutes=8), NOW + timedelta(minutes=52))


@pytest.fixture
def panel(qtbot: QtBot, look: Look) -> TrayPanel:
    made = TrayPanel(look)
    qtbot.addWidget(made)
    made.chooser.show_choices(ShiftChoices(DAY, EARLY_HOURS, EARLY_HOURS, (EARLY_HOURS,), moved=False))
    return made


@pytest.fixture
def show(qtbot: QtBot, panel: TrayPanel) -> Callable[[TodayView], None]:
    """Return what shows a day in the open panel."""

    def opened(view: TodayView) -> None:
        panel.show_day(view, promises_wait=False)
        panel.open_at(ICON, QRect())
        qtbot.waitUntil(panel.isVisible)

    return opened


def text(panel: QWidget, name: str) -> str:
    label = panel.findChild(QLabel, name)
    assert label is not None, name
    return label.text()


def button(panel: QWidget, name: str) -> QAbstractButton:
    found = [one for one in panel.findChildren(QAbstractButton, name) if one.isVisible()]
    assert len(found) == 1, name
    return found[0]


def press(panel: QWidget, name: str) -> None:
    QTest.mouseClick(button(panel, name), Qt.MouseButton.LeftButton)


def key(one: object) -> str:
    return f"{getattr(one, 'subject', '')} {getattr(one, 'slot', '')}"


def open_menu(panel: TrayPanel, one: object) -> list[QAction]:
    press(panel, f"waiting_more {key(one)}")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    actions = menu.actions()
    for submenu in menu.findChildren(QMenu):
        actions += submenu.actions()
    menu.close()
    return actions


def test_what_waits_is_counted_listed_and_answered(
    qtbot: QtBot, panel: TrayPanel, show: Callable[[TodayView], None]
) -> None:
    show(WAITING)
    assert text(panel, "panel_title") == "2 cues waiting"
    assert text(panel, "panel_next") == "Next at 16:20, Clear my promises"
    with qtbot.waitSignal(panel.done) as done:
        press(panel, f"waiting_done {key(DUE)}")
    assert done.args == [DUE.subject, DUE.slot]
    with qtbot.waitSignal(panel.done) as done:
        QTest.keyClick(button(panel, f"waiting_done {key(THANKS)}"), Qt.Key.Key_D)
    assert done.args == [THANKS.subject, THANKS.slot]
    assert panel.isVisible()


@pytest.mark.parametrize(
    ("one", "action", "signal", "args"),
    [
        (THANKS, "snooze-5", "snooze", [THANKS.subject, THANKS.slot, 5]),
        (THANKS, "snooze-end", "snooze", [THANKS.subject, THANKS.slot, "end"]),
        (THANKS, "skip-no_occasion", "skip", [THANKS.subject, THANKS.slot, "no_occasion"]),
        (THANKS, "skip-not_done", "skip", [THANKS.subject, THANKS.slot, "not_done"]),
        (DUE, "snooze-15", "snooze", [DUE.subject, DUE.slot, 15]),
        (DUE, "waiting_retime", "retime", [DUE.promise_id]),
        (DUE, "waiting_drop", "drop", [DUE.promise_id, DUE.slot]),
    ],
)
def test_the_menu_of_a_row_has_the_other_answers(
    qtbot: QtBot,
    panel: TrayPanel,
    show: Callable[[TodayView], None],
    one: object,
    action: str,
    signal: str,
    args: list[object],
) -> None:
    show(WAITING)
    found = next(each for each in open_menu(panel, one) if each.objectName() == action)
    told: SignalInstance = getattr(panel, signal)
    with qtbot.waitSignal(told) as heard:
        found.trigger()
    assert heard.args == args


def test_its_buttons_stand_out_from_its_ground(panel: TrayPanel, show: Callable[[TodayView], None]) -> None:
    show(WAITING)
    plain = [one for one in panel.findChildren(QAbstractButton) if one.property("variant") == "secondary"]
    assert panel.chooser in plain
    assert {one.property("popup") for one in plain} == {"true"}


def test_letters_open_the_menu_of_the_row(panel: TrayPanel, show: Callable[[TodayView], None]) -> None:
    show(WAITING)
    QTest.keyClick(button(panel, f"waiting_done {key(THANKS)}"), Qt.Key.Key_S)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert menu.objectName() == "waiting_menu"
    menu.close()


def test_counters_count(qtbot: QtBot, panel: TrayPanel, show: Callable[[TodayView], None]) -> None:
    show(WAITING)
    with qtbot.waitSignal(panel.counted) as hit:
        press(panel, f"hit-{GREET.habit_id}")
    assert hit.args == [GREET.habit_id, True]
    with qtbot.waitSignal(panel.counted) as miss:
        press(panel, f"opportunity-{GREET.habit_id}")
    assert miss.args == [GREET.habit_id, False]
    with qtbot.waitSignal(panel.logged) as logged:
        press(panel, f"hit-{PRAISE.habit_id}")
    assert logged.args == [PRAISE.habit_id]


@pytest.mark.parametrize(
    ("name", "signal", "closes"),
    [
        ("panel_promise", "new_promise", True),
        ("panel_open", "open_window", True),
        ("panel_call", "called", False),
    ],
)
def test_what_leads_elsewhere_closes_the_panel(
    qtbot: QtBot,
    panel: TrayPanel,
    show: Callable[[TodayView], None],
    name: str,
    signal: str,
    closes: bool,
) -> None:
    show(WAITING)
    with qtbot.waitSignal(getattr(panel, signal)):
        press(panel, name)
    assert panel.isVisible() is not closes


def test_cues_are_paused_and_let_go(
    qtbot: QtBot, panel: TrayPanel, show: Callable[[TodayView], None]
) -> None:
    show(replace(WAITING, now=NOW - timedelta(hours=2)))
    press(panel, "panel_pause")
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    with qtbot.waitSignal(panel.pause) as paused:
        next(one for one in menu.actions() if one.objectName() == "pause-60").trigger()
    assert paused.args == [60]
    menu.close()
    panel.show_day(replace(WAITING, hold=hold(HoldReason.PAUSED)), promises_wait=False)
    assert button(panel, "panel_pause").text() == "Resume"
    with qtbot.waitSignal(panel.resume):
        press(panel, "panel_pause")


@pytest.mark.parametrize(
    ("reason", "waits", "title", "held", "detail"),
    [
        (
            HoldReason.CALL,
            False,
            "Cues are held",
            "1 cue waits for you to hang up",
            "On a call since 16:02. Promises still show, without sound.",
        ),
        (
            HoldReason.CALL,
            True,
            "Cues are held",
            "1 cue waits for you to hang up",
            "On a call since 16:02. Promises wait, too.",
        ),
        (HoldReason.PAUSED, False, "Cues are paused", "Cues come again: 17:02", "1 cue waits until then."),
        (HoldReason.BREAK, False, "On a break", "Cues come again: 17:02", "1 cue waits until then."),
        (
            HoldReason.AWAY,
            False,
            "Cues are held",
            "Cues come again when you are back",
            "1 cue waits until then.",
        ),
        (
            HoldReason.FULL_SCREEN,
            False,
            "Cues are held",
            "Cues come again when you leave full screen",
            "1 cue waits until then.",
        ),
        (
            HoldReason.MICROPHONE,
            False,
            "Cues are held",
            "Cues come again when the microphone is free",
            "1 cue waits until then.",
        ),
    ],
)
def test_what_holds_the_cues_is_said(
    panel: TrayPanel, reason: HoldReason, waits: bool, title: str, held: str, detail: str
) -> None:
    panel.show_day(replace(today(HELD), hold=hold(reason)), promises_wait=waits)
    assert text(panel, "panel_title") == title
    assert text(panel, "panel_held_title") == held
    assert text(panel, "panel_held_detail") == detail


def test_a_call_that_holds_nothing_and_a_pause_into_another_day(panel: TrayPanel) -> None:
    panel.show_day(replace(today(), hold=hold(HoldReason.CALL)), promises_wait=False)
    assert text(panel, "panel_held_title") == "No cue waits for you to hang up"
    longer = HoldView(HoldReason.PAUSED, NOW, NOW + timedelta(hours=12))
    panel.show_day(replace(today(), hold=longer), promises_wait=False)
    assert text(panel, "panel_held_title") == "Cues come again: Fri 12 June, 04:10"


@pytest.mark.parametrize(
    ("view", "texts"),
    [
        (today(LATER), ("You are clear until 16:20", "Then: Clear my promises")),
        (today(replace(LATER, quiet=True)), ("You are clear for today", "")),
        (today(), ("You are clear for today", "")),
        (replace(today(), has_habits=False), ("No habits yet", "Open HabitCoach to start one.")),
        (
            replace(today(), duty=False, shift=None, next_shift=EARLY),
            ("Day off. Your streaks rest.", "Next shift: Thursday 11 June, Early, 08:00"),
        ),
    ],
)
def test_nothing_waiting(panel: TrayPanel, view: TodayView, texts: tuple[str, str]) -> None:
    assert clear_texts(view) == texts
    panel.show_day(view, promises_wait=False)
    assert text(panel, "panel_title") == "Nothing waiting"
    assert text(panel, "panel_clear_title") == texts[0]


def test_enter_presses_the_button_that_has_the_keyboard(qtbot: QtBot, panel: TrayPanel) -> None:
    panel.show_day(today(CLEAR), promises_wait=False)
    panel.show()
    done = panel.findChild(QAbstractButton, f"waiting_done {CLEAR.subject} {CLEAR.slot}")
    assert done is not None
    done.setFocus()
    with qtbot.waitSignal(panel.done):
        QTest.keyClick(done, Qt.Key.Key_Return)


def test_what_was_held_until_just_now_is_announced(panel: TrayPanel) -> None:
    panel.show_day(today(HELD, LATER), promises_wait=False)
    assert text(panel, "panel_title") == "Cues come again"
    assert text(panel, "panel_clear_title") == "1 cue comes in a moment"


def test_a_counters_goal_goes_before_its_count_is_cut(qtbot: QtBot, look: Look) -> None:
    row = CounterRow(look, replace(GREET, hits=0, of=0), compact=True)
    qtbot.addWidget(row)
    row.show()
    (rest,) = (one for one in row.findChildren(ElidedLabel) if one.text().startswith("None yet"))
    assert rest.shown_text() == "None yet · goal 80 %"
    rest.resize(rest.width() - 20, rest.height())
    assert rest.shown_text() == "None yet"


def test_the_foot_says_how_much_is_done_where_nothing_waits() -> None:
    done = replace(CLEAR, state=OccasionState.DONE)
    assert foot_text(today(done, LATER)) == "1 of 2 done"
    assert foot_text(today()) == ""


def test_what_waits_says_since_and_until_when() -> None:
    assert waiting_text(THANKS, NOW) == "16:05 · until 16:40"
    assert waiting_text(DUE, DUE.due_at + timedelta(minutes=2)) == "Promised for 14:20 · 2 min ago"


def test_a_shift_s_card_is_one_of_what_waits(
    qtbot: QtBot, panel: TrayPanel, show: Callable[[TodayView], None]
) -> None:
    contact = ContactView("2026-06-11/contacts", GREET, asks=True)
    card = ShiftCardView(CardKind.END, EARLY, 10, (contact,))
    show(replace(today(), card=card))
    assert text(panel, "panel_title") == "1 cue waiting"
    with qtbot.waitSignal(panel.open_card):
        press(panel, "waiting_show_card")
    assert not panel.isVisible()


def test_more_than_a_glance_is_for_the_window(
    qtbot: QtBot, panel: TrayPanel, show: Callable[[TodayView], None]
) -> None:
    many = tuple(replace(THANKS, slot=f"{number}") for number in range(7))
    show(today(*many))
    assert button(panel, "waiting_rest").text() == "3 more wait"
    with qtbot.waitSignal(panel.open_window):
        press(panel, "waiting_rest")


def test_the_reward_is_shown_for_a_while(
    qtbot: QtBot, panel: TrayPanel, show: Callable[[TodayView], None]
) -> None:
    show(WAITING)
    before = panel.box.height()
    panel.show_reward(replace(REWARD, progress=(15, 21)))
    assert text(panel, "strip_reward") == "Close the list and leave lighter"
    assert text(panel, "strip_figures") == "15 of 21 · 13 shifts in a row"
    assert panel.box.height() > before
    panel.show_words("Snoozed until 16:25")
    assert text(panel, "strip_words") == "Snoozed until 16:25"
    panel._reward_over.timeout.emit()
    assert panel.box.height() == before
    panel.close_panel()
    del qtbot


def test_a_count_taken_back_takes_its_reward_with_it(
    panel: TrayPanel, show: Callable[[TodayView], None]
) -> None:
    show(WAITING)
    panel.show_reward(replace(REWARD, habit_id=GREET.habit_id))
    (strip,) = panel.findChildren(RewardStrip)
    (hit,) = panel.findChildren(QWidget, f"hit-{GREET.habit_id}")
    assert strip.isVisible()
    QTest.keyClick(hit, Qt.Key.Key_Minus)
    assert not strip.isVisible()


def test_figures_of_a_first_log_are_few() -> None:
    assert figures_text(replace(REWARD, streak=0, progress=(1, 3))) == "1 of 3"
    assert figures_text(replace(REWARD, streak=0)) == ""


def test_esc_closes_and_so_does_going_elsewhere(
    qtbot: QtBot, panel: TrayPanel, show: Callable[[TodayView], None]
) -> None:
    show(WAITING)
    with qtbot.waitSignal(panel.closed) as closed:
        QTest.keyClick(panel, Qt.Key.Key_Escape)
    assert closed.args == [False]
    show(WAITING)
    other = QWidget()
    qtbot.addWidget(other)
    with qtbot.waitSignal(panel.closed) as closed:
        other.show()
        other.activateWindow()
    assert closed.args == [True]
    assert not panel.isVisible()


def test_a_menu_of_the_panel_is_not_elsewhere(
    qtbot: QtBot, panel: TrayPanel, show: Callable[[TodayView], None]
) -> None:
    show(WAITING)
    press(panel, "panel_pause")
    with qtbot.assertNotEmitted(panel.closed, wait=50):
        panel._close_if_left()
    menu = QApplication.activePopupWidget()
    assert menu is not None
    menu.close()
    assert panel.isVisible()


def test_the_keyboard_goes_from_what_waits_to_the_foot(
    panel: TrayPanel, show: Callable[[TodayView], None]
) -> None:
    show(WAITING)
    seen = []
    for _ in range(11):
        focused = panel.focusWidget()
        assert focused is not None
        seen.append(focused.objectName())
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    assert seen == [
        f"waiting_done {key(DUE)}",
        f"waiting_more {key(DUE)}",
        f"waiting_done {key(THANKS)}",
        f"waiting_more {key(THANKS)}",
        f"hit-{GREET.habit_id}",
        f"opportunity-{GREET.habit_id}",
        f"hit-{PRAISE.habit_id}",
        "panel_promise",
        "panel_pause",
        "panel_open",
        "panel_call",
    ]


def test_a_new_state_of_the_day_keeps_the_focus(panel: TrayPanel, show: Callable[[TodayView], None]) -> None:
    show(WAITING)
    button(panel, f"waiting_more {key(THANKS)}").setFocus()
    panel.show_day(replace(WAITING, promises=()), promises_wait=False)
    focused = panel.focusWidget()
    assert focused is not None
    assert focused.objectName() == f"waiting_more {key(THANKS)}"


def test_it_stands_beside_its_icon_and_off_the_card(panel: TrayPanel) -> None:
    panel.show_day(WAITING, promises_wait=False)
    panel.open_at(ICON, QRect())
    box = panel.box
    assert box.width() == 372
    assert box.bottom() < ICON.top()
    panel.close_panel()
    panel.open_at(ICON, QRect(box.left() - 300, box.top() + 50, 310, 200))
    assert not panel.box.intersects(QRect(box.left() - 300, box.top() + 50, 310, 200)) or panel.box == box
    panel.close_panel()
    panel.open_at(QRect(), QRect())  # nobody knows where the icon is
    assert panel.isVisible()


def test_agent_s_texts_are_text_and_cut_nothing_else(
    panel: TrayPanel, show: Callable[[TodayView], None]
) -> None:
    occasions = tuple(
        replace(THANKS, slot=str(number), habit=name) for number, name in enumerate(AWKWARD[:4])
    )
    show(replace(today(*occasions, counters=(replace(GREET, habit="W" * 60),)), promises=()))
    assert panel.box.width() == 372
    for name in ("panel_promise", "panel_pause", "panel_open"):
        one = button(panel, name)
        assert one.width() >= one.sizeHint().width()
        assert one.height() >= 28
