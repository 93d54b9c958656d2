"""The reward moment: shown at once, held while it is read, taken by a click."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt, QVariantAnimation
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from habitcoach.core.rewarding import RewardLine
from habitcoach.ui.look import Look
from habitcoach.ui.milestone_content import MilestoneRing
from habitcoach.ui.reward_moment import RewardMoment
from habitcoach.ui.widgets.buttons import IconButton
from habitcoach.ui.widgets.chain_strip import ChainStrip
from tests.ui.day_samples import REWARD


@pytest.fixture
def moment(qtbot: QtBot, look: Look) -> Iterator[RewardMoment]:
    # A page around it: a window of its own would be given the focus, which holds the clock.
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    column.addWidget(QPushButton("before"))
    made = RewardMoment(look)
    column.addWidget(made)
    page.show()
    yield made
    page.close()


def texts(moment: RewardMoment) -> list[str]:
    return [one.text() for one in moment.findChildren(QLabel) if one.isVisible()]


def test_a_grown_streak_is_counted_and_its_link_closes(moment: RewardMoment) -> None:
    moment.show_reward(REWARD, "13 shifts in a row.")
    shown = texts(moment)
    assert [one for one in shown if one in {"12", "→", "13", "shifts in a row"}] == [
        "12",
        "→",
        "13",
        "shifts in a row",
    ]
    strip = moment.findChild(ChainStrip)
    assert strip is not None
    assert strip.length == 12
    assert strip.grab().toImage().pixelColor(strip.width() - 2, strip.height() // 2).name() == "#f2b43c"


def test_the_longest_streak_is_counted_too_and_said_to_be_it(moment: RewardMoment) -> None:
    moment.show_reward(replace(REWARD, line=RewardLine.NEW_BEST), "13 shifts in a row, your longest yet.")
    assert [one for one in texts(moment) if one in {"12", "→", "13"}] == ["12", "→", "13"]
    assert "Your longest yet." in texts(moment)


@pytest.mark.parametrize(
    "line",
    [
        RewardLine.NEAR_MILESTONE,
        RewardLine.BEST_DAY,
        RewardLine.WELCOME_BACK,
        RewardLine.PROGRESS,
    ],
)
def test_other_news_is_one_sentence(moment: RewardMoment, line: RewardLine) -> None:
    moment.show_reward(replace(REWARD, line=line), "One more to 14.")
    assert "One more to 14." in texts(moment)
    assert "→" not in texts(moment)
    assert not moment.is_milestone


def test_without_a_reward_of_its_own_the_habit_is_named(moment: RewardMoment) -> None:
    moment.show_reward(replace(REWARD, text=""), "13 shifts in a row.")
    assert "Clear my promises" in texts(moment)


def test_it_says_everything(moment: RewardMoment) -> None:
    moment.show_reward(REWARD, "13 shifts in a row.")
    assert moment.accessibleName() == "Done. Reward: close the list and leave lighter. 13 shifts in a row."


def test_a_click_takes_it_once(moment: RewardMoment) -> None:
    moment.show_reward(REWARD, "13 shifts in a row.")
    heard: list[int] = []
    moment.taken.connect(heard.append)
    QTest.mouseClick(moment, Qt.MouseButton.LeftButton)
    QTest.mouseClick(moment, Qt.MouseButton.LeftButton)
    assert heard == [5]
    assert "Taken" in texts(moment)


def test_the_end_of_the_click_on_done_takes_nothing(qtbot: QtBot, moment: RewardMoment) -> None:
    moment.show_reward(REWARD, "13 shifts in a row.")
    with qtbot.assertNotEmitted(moment.taken):
        QTest.mouseRelease(moment, Qt.MouseButton.LeftButton)
        QTest.mouseDClick(moment, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_the_keyboard_takes_it_too(qtbot: QtBot, moment: RewardMoment, key: Qt.Key) -> None:
    moment.show_reward(REWARD, "13 shifts in a row.")
    with qtbot.waitSignal(moment.taken):
        QTest.keyClick(moment, key)


def test_undo(qtbot: QtBot, moment: RewardMoment) -> None:
    moment.show_reward(REWARD, "13 shifts in a row.")
    undo = moment.findChild(QAbstractButton, "undo")
    assert undo is not None
    with qtbot.waitSignal(moment.undo), qtbot.assertNotEmitted(moment.taken):
        QTest.mouseClick(undo, Qt.MouseButton.LeftButton)


def test_focus_holds_the_clock(qtbot: QtBot, moment: RewardMoment) -> None:
    moment.window().activateWindow()
    qtbot.waitUntil(moment.isActiveWindow)
    moment.setFocus(Qt.FocusReason.TabFocusReason)
    moment.show_reward(REWARD, "13 shifts in a row.")
    assert moment.held
    moment.clearFocus()
    assert not moment.held


def test_it_ends_by_itself(
    qtbot: QtBot, look: Look, moment: RewardMoment, monkeypatch: pytest.MonkeyPatch
) -> None:
    tokens = {**look.theme.tokens, "motion_ms": {**look.theme.tokens["motion_ms"], "reward_hold": 60}}
    monkeypatch.setattr(look, "_theme", replace(look.theme, tokens=tokens))
    with qtbot.waitSignal(moment.ended):
        moment.show_reward(REWARD, "13 shifts in a row.")


MILESTONE = replace(
    REWARD, line=RewardLine.MILESTONE, streak=30, streak_before=29, treat="the long <b>lunch</b>"
)


def test_a_milestone_s_ring_stands_beside_what_closes_it(moment: RewardMoment) -> None:
    moment.show_reward(MILESTONE, "30 shifts in a row: a milestone.")
    moment.window().resize(420, 480)
    moment.window().grab()  # lays it out
    (ring,) = moment.findChildren(MilestoneRing)
    (close,) = moment.findChildren(IconButton, "close")
    assert ring.geometry().top() < close.geometry().bottom()
    assert not ring.geometry().intersects(close.geometry())


def test_a_milestone_shows_the_treat_and_stays(qtbot: QtBot, moment: RewardMoment) -> None:
    moment.show_reward(MILESTONE, "30 shifts in a row: a milestone.")
    assert moment.is_milestone
    assert "Your treat: the long <b>lunch</b>" in texts(moment)
    assert "30 shifts of Clear my promises" in texts(moment)
    assert not moment.held
    with qtbot.assertNotEmitted(moment.ended, wait=100):
        pass


def test_carry_on_takes_and_closes(qtbot: QtBot, moment: RewardMoment) -> None:
    moment.show_reward(MILESTONE, "30 shifts in a row: a milestone.")
    button = moment.findChild(QAbstractButton, "carry_on")
    assert button is not None
    with qtbot.waitSignals([moment.taken, moment.closed]):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(("name", "worth_it"), [("worth_yes", True), ("worth_no", False)])
def test_every_tenth_reward_asks_whether_it_was_worth_it(
    qtbot: QtBot, moment: RewardMoment, name: str, *, worth_it: bool
) -> None:
    moment.show_reward(replace(REWARD, asks_worth=True), "A line.")
    assert moment.findChild(QWidget, "worth_content") is None
    with qtbot.waitSignal(moment.shrunk):
        run_down(moment)
    question = moment.findChild(QWidget, "worth_content")
    assert question is not None
    assert moment.accessibleName().startswith("Worth it?")
    with qtbot.assertNotEmitted(moment.taken):
        moment.take()
    button = question.findChild(QPushButton, name)
    assert button is not None
    with qtbot.waitSignal(moment.rated) as heard, qtbot.waitSignal(moment.ended):
        button.click()
    assert heard.args == [REWARD.reward_id, worth_it]


def test_an_unanswered_question_goes_by_itself(qtbot: QtBot, moment: RewardMoment) -> None:
    moment.show_reward(replace(REWARD, asks_worth=True), "A line.")
    run_down(moment)
    with qtbot.assertNotEmitted(moment.rated), qtbot.waitSignal(moment.ended):
        run_down(moment)


def run_down(moment: RewardMoment) -> None:
    """Let the clock come to its end."""
    only = Qt.FindChildOption.FindDirectChildrenOnly
    clock = moment.findChild(QVariantAnimation, options=only)
    assert clock is not None
    clock.setCurrentTime(clock.duration())
