"""What the card shows once a cue is answered."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from habitcoach.ui.cue_card import CueCard, State
from habitcoach.ui.reward_moment import RewardMoment
from tests.ui.card_parts import Press, has, texts
from tests.ui.day_samples import CLEAR, REWARD, THANKS, delivery


def test_done_becomes_the_reward_at_the_same_size(qtbot: QtBot, card: CueCard, press: Press) -> None:
    card.show_delivery(delivery(CLEAR))
    before = QRect(card.box)
    press("done")
    card.close_for(CLEAR.subject, CLEAR.slot)
    card.show_reward(REWARD, "13 shifts in a row.")
    qtbot.wait(0)
    assert card.state is State.REWARD
    assert card.box == before
    assert "Close the list and leave lighter" in texts(card)
    assert "Done at 16:12" in texts(card)


def test_after_a_reward_the_others_come_back(card: CueCard) -> None:
    card.show_delivery(delivery(CLEAR, THANKS))
    card.close_for(CLEAR.subject, CLEAR.slot)
    card.show_reward(REWARD, "13 shifts in a row.")
    moment = card.findChild(RewardMoment)
    assert moment is not None
    moment.ended.emit()
    assert has(card, "face_due")
    assert [one.subject for one in card.waiting] == [THANKS.subject]


def test_undo_is_asked_for_and_the_card_goes(qtbot: QtBot, card: CueCard, press: Press) -> None:
    card.show_reward(REWARD, "13 shifts in a row.")
    with qtbot.waitSignal(card.undo):
        press("undo")
    qtbot.waitUntil(lambda: not card.isVisible())


def test_a_click_takes_the_reward(qtbot: QtBot, card: CueCard) -> None:
    card.show_reward(REWARD, "13 shifts in a row.")
    moment = card.findChild(RewardMoment)
    assert moment is not None
    with qtbot.waitSignal(card.reward_taken) as heard:
        QTest.mouseClick(moment, Qt.MouseButton.LeftButton)
    assert heard.args == [5]


def test_a_skip_is_said_with_undo(qtbot: QtBot, card: CueCard, press: Press) -> None:
    card.show_delivery(delivery(CLEAR))
    card.close_for(CLEAR.subject, CLEAR.slot)
    card.show_skipped("Skipped: no occasion", "Clear my promises stays at 12")
    assert card.state is State.NOTICE
    assert "Skipped: no occasion" in texts(card)
    with qtbot.waitSignal(card.undo):
        press("undo")


def test_what_passed_while_away_is_said_once(card: CueCard) -> None:
    card.show_delivery(delivery(passed=3))
    assert card.state is State.NOTICE
    assert "3 cues came while you were away" in texts(card)
