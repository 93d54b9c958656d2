"""Awkward texts, sizes and names of the card."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QWidget

from habitcoach.core.habit import Plan
from habitcoach.ui.cue_card import CueCard
from habitcoach.ui.look import Look
from habitcoach.ui.reward_moment import RewardMoment
from habitcoach.ui.widgets.labels import Label
from tests.ui.card_parts import Press
from tests.ui.day_samples import CLEAR, REWARD, SHIFT_END, delivery


@pytest.mark.parametrize(
    "text",
    [
        "<b>x</b> & <img src=x>",
        "--help",
        "&Done",
        "😀" * 60,
        "ערב טוב לכולם",
        "W" * 200,
        "one\ntwo\tthree",
        "a " * 100,
    ],
)
def test_awkward_texts_are_shown_as_text_and_whole(card: CueCard, text: str) -> None:
    one = replace(CLEAR, habit=text, plan=Plan(text, text, text))
    card.show_delivery(delivery(one))
    for name in ("when", "what", "reward"):
        label = card.findChild(Label, name)
        assert label is not None
        assert label.textFormat() == Qt.TextFormat.PlainText
        assert text[1:] in label.text()
        assert label.height() >= label.heightForWidth(label.width())
    for button in card.findChildren(QAbstractButton):
        assert card.rect().contains(QRect(button.mapTo(card, QPoint()), button.size()))


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize("scale", [0.92, 1.0, 1.15])
def test_no_button_is_cut(look: Look, card: CueCard, press: Press, mode: str, scale: float) -> None:
    look.set_mode(mode)
    look.set_text_scale(scale)
    card.show_delivery(delivery(CLEAR), SHIFT_END)
    for opened in ("skip", "snooze"):
        press(opened)
        for button in card.findChildren(QAbstractButton):
            if button.isVisible():
                assert button.width() >= button.minimumSizeHint().width(), button.objectName()
        press("back")


@pytest.mark.parametrize("mode", ["light", "dark"])
def test_the_ground_is_the_token_s(look: Look, card: CueCard, mode: str) -> None:
    look.set_mode(mode)
    card.show_delivery(delivery(CLEAR))
    face = card.findChild(QWidget, "face_due")
    assert face is not None
    assert face.grab().toImage().pixelColor(40, 8).name() == look.theme.color("raised").name()
    card.show_reward(REWARD, "13 shifts in a row.")
    moment = card.findChild(RewardMoment)
    assert moment is not None
    assert moment.grab().toImage().pixelColor(40, 8).name() == look.theme.color("reward_soft").name()


def test_every_button_is_named(card: CueCard, press: Press) -> None:
    card.show_delivery(delivery(CLEAR), SHIFT_END)
    for opened in ("skip", "snooze"):
        press(opened)
        named = [one for one in card.findChildren(QAbstractButton) if one.isVisible()]
        assert all(one.accessibleName() for one in named)
        assert len({one.accessibleName() for one in named}) == len(named)
        press("back")
