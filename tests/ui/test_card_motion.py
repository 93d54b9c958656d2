"""How the card comes, turns into the reward and goes, and what of it remains with reduced motion."""

import pytest
from PySide6.QtCore import QAbstractAnimation, Qt, QVariantAnimation
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from habitcoach.ui.cue_card import CueCard
from habitcoach.ui.cue_card.surface import MARGIN
from habitcoach.ui.look import Look
from habitcoach.ui.widgets.chain_strip import ChainStrip
from tests.ui.card_parts import Press
from tests.ui.day_samples import CLEAR, REWARD, delivery

ALONE = Qt.FindChildOption.FindDirectChildrenOnly
REDUCED_MS = 80


def motion_of(widget: QWidget) -> QVariantAnimation:
    (found,) = (one for one in widget.findChildren(QVariantAnimation, options=ALONE) if one.duration() > 0)
    return found


def runs(motion: QVariantAnimation) -> bool:
    return motion.state() == QAbstractAnimation.State.Running


def test_the_card_rises_eight_pixels_while_it_fades_in(qtbot: QtBot, card: CueCard, look: Look) -> None:
    look.reduced_motion = False
    card.show_delivery(delivery(CLEAR))
    assert card.geometry().top() == card.box.top() - MARGIN + 8
    assert motion_of(card).duration() == look.theme.motion("card_in") == 200
    qtbot.waitUntil(lambda: not runs(motion_of(card)))
    assert card.geometry().top() == card.box.top() - MARGIN


def test_with_reduced_motion_it_only_fades(card: CueCard) -> None:
    card.show_delivery(delivery(CLEAR))
    assert card.geometry().top() == card.box.top() - MARGIN
    assert motion_of(card).duration() == REDUCED_MS


@pytest.mark.parametrize("reduced", [False, True])
def test_it_fades_out_where_it_stands(
    qtbot: QtBot, card: CueCard, look: Look, press: Press, *, reduced: bool
) -> None:
    card.show_delivery(delivery(CLEAR))
    look.reduced_motion = reduced
    place = card.geometry()
    press("close")
    assert motion_of(card).duration() == (REDUCED_MS if reduced else look.theme.motion("card_out"))
    assert card.geometry() == place
    qtbot.waitUntil(lambda: not card.isVisible())


@pytest.mark.parametrize("reduced", [False, True])
def test_done_dissolves_into_the_reward(qtbot: QtBot, card: CueCard, look: Look, *, reduced: bool) -> None:
    card.show_delivery(delivery(CLEAR))
    qtbot.waitUntil(lambda: not runs(motion_of(card)))
    look.reduced_motion = reduced
    card.close_for(CLEAR.subject, CLEAR.slot)
    card.show_reward(REWARD, "13 shifts in a row.")
    (veil,) = (
        one
        for one in card.findChildren(QWidget, options=ALONE)
        if one.findChildren(QVariantAnimation, options=ALONE) and one.testAttribute(TRANSPARENT)
    )
    assert veil.isVisible()
    assert motion_of(veil).duration() == (REDUCED_MS if reduced else look.theme.motion("reward_cross_fade"))
    qtbot.waitUntil(lambda: not veil.isVisible())


TRANSPARENT = Qt.WidgetAttribute.WA_TransparentForMouseEvents


@pytest.mark.parametrize("reduced", [False, True])
def test_the_open_link_closes(qtbot: QtBot, look: Look, *, reduced: bool) -> None:
    look.reduced_motion = reduced
    chain = ChainStrip(look, 3, rewarded=True)
    qtbot.addWidget(chain)
    open_still = chain.grab().toImage()
    chain.close_link()
    if not reduced:
        assert motion_of(chain).duration() == look.theme.motion("link_close") == 320
        qtbot.waitUntil(lambda: not runs(motion_of(chain)))
    closed = chain.grab().toImage()
    assert closed != open_still
    end = closed.pixelColor(chain.width() - 2, chain.height() // 2)
    assert end == look.theme.color("reward")
