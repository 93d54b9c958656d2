"""Promises on the cue card and in the tray."""

from dataclasses import replace
from datetime import time

import pytest
from PySide6.QtCore import QTime
from PySide6.QtWidgets import QMenu, QTimeEdit
from pytestqt.qtbot import QtBot

from habitcoach.coaching.today_view import DeliveryView
from habitcoach.coaching.views import PromiseView
from habitcoach.ui.cue_card import CueCard
from habitcoach.ui.look import Look
from habitcoach.ui.tray import Tray
from habitcoach.ui.tray_icon import TrayState
from habitcoach.ui.widgets.chain_strip import ChainStrip
from tests.ui.card_parts import Press, has, texts
from tests.ui.day_samples import CLEAR, SHIFT_END, today
from tests.ui.promise_samples import DUE, KEPT, LATER

PLAIN = replace(LATER, note="", reward="", kept_in_all=0, streak=0)


def delivery(*promises: PromiseView) -> DeliveryView:
    return DeliveryView(1, (), promises=promises)


@pytest.mark.parametrize("kept", [0, 1, 5])
def test_the_chain_has_a_link_for_every_promise_kept(card: CueCard, look: Look, kept: int) -> None:
    card.show_delivery(delivery(replace(DUE, kept_in_all=kept, streak=0)))
    (chain,) = card.findChildren(ChainStrip)
    assert chain.sizeHint() == ChainStrip(look, kept).sizeHint()


def test_a_promise_says_all_that_is_known(card: CueCard) -> None:
    card.show_delivery(delivery(DUE))
    assert has(card, "face_promise")
    shown = texts(card)
    for text in (
        "Promised for 14:20",
        "Call back 4709",
        DUE.note,
        "Off my mind",
        "31 promises kept",
        "14:20",
    ):
        assert text in shown
    assert card.accessibleName() == (
        "Promised for 14:20. Call back 4709. Refund date: bank says Tuesday. Reward: off my mind."
    )


def test_a_plain_promise_leaves_the_rest_out(card: CueCard) -> None:
    card.show_delivery(delivery(PLAIN))
    assert not has(card, "note")
    assert not has(card, "reward")
    assert "The first link is open" in texts(card)
    assert card.accessibleName() == "Promised for 15:40. Call back 4711."


def test_it_is_kept(qtbot: QtBot, card: CueCard, press: Press) -> None:
    card.show_delivery(delivery(DUE))
    with qtbot.waitSignal(card.done) as told:
        press("done")
    assert told.args == [DUE.subject, DUE.slot]


def test_it_is_snoozed(qtbot: QtBot, card: CueCard, press: Press) -> None:
    card.show_delivery(delivery(DUE), SHIFT_END)
    press("snooze")
    with qtbot.waitSignal(card.snooze) as told:
        press("snooze_5")
    assert told.args == [DUE.subject, DUE.slot, 5]


def test_it_is_dropped_or_not_after_all(qtbot: QtBot, card: CueCard, press: Press) -> None:
    card.show_delivery(delivery(DUE))
    press("skip")
    press("back")
    press("skip")
    with qtbot.waitSignal(card.drop) as told:
        press("promise_drop")
    assert told.args == [DUE.subject, DUE.slot]


def test_it_is_given_another_time(qtbot: QtBot, card: CueCard, press: Press) -> None:
    card.show_delivery(delivery(DUE))
    press("skip")
    press("promise_retime")
    assert "Promise it for" in texts(card)
    field = card.findChild(QTimeEdit, "snooze_time")
    assert field is not None
    field.setTime(QTime(16, 30))
    with qtbot.waitSignal(card.retime) as told:
        press("snooze_other_send")
    assert told.args == [DUE.subject, time(16, 30)]


def test_back_from_the_question_it_waits_on(card: CueCard, press: Press) -> None:
    card.show_delivery(delivery(DUE))
    press("skip")
    press("promise_retime")
    press("back")
    assert has(card, "face_promise")


def test_with_a_cue_it_has_a_line_and_no_skip_of_its_own(card: CueCard, press: Press) -> None:
    card.show_delivery(DeliveryView(1, (CLEAR,), promises=(LATER,)))
    assert has(card, "face_joined")
    assert {"Call back 4711", "Promised for 15:40", "Clear my promises"} <= set(texts(card))
    skipped = []
    card.skip.connect(lambda *said: skipped.append(said[0]))
    press("skip")
    press("skip_leave")
    assert skipped == [CLEAR.subject]
    assert card.accessibleName() == "2 cues are waiting: 15:40 Call back 4711, 16:10 Clear my promises."


def test_several_promises_cannot_be_skipped(qtbot: QtBot, card: CueCard, press: Press) -> None:
    card.show_delivery(delivery(DUE, LATER))
    assert not has(card, "skip")
    with qtbot.waitSignal(card.done_all):
        press("done_all")


# ---- the tray


@pytest.fixture
def tray(look: Look) -> Tray:
    return Tray(look)


def menu(tray: Tray) -> QMenu:
    found = tray.menu.findChild(QMenu, f"tray_cue {DUE.subject} {DUE.slot}")
    assert found is not None
    return found


def test_the_tray_counts_promises(tray: Tray) -> None:
    tray.update(replace(today(CLEAR), promises=(KEPT, DUE, LATER)))
    assert (tray.state, tray.tip) == (TrayState.WAITING, "2 cues waiting, next 15:40")
    assert menu(tray).title() == "Call back 4709"


def test_the_tray_answers_promises(qtbot: QtBot, tray: Tray) -> None:
    tray.update(replace(today(), promises=(DUE,)))
    actions = {one.objectName(): one for one in menu(tray).actions()}
    for name, signal, said in (
        ("tray_done", tray.wants.done, [DUE.subject, DUE.slot]),
        ("tray_snooze", tray.wants.snooze, [DUE.subject, DUE.slot, 15]),
        ("tray_retime", tray.wants.retime, [4709]),
        ("tray_drop", tray.wants.drop, [4709, DUE.slot]),
    ):
        with qtbot.waitSignal(signal) as told:
            actions[name].trigger()
        assert told.args == said


def test_the_tray_makes_a_promise(qtbot: QtBot, tray: Tray) -> None:
    tray.update(today())
    with qtbot.waitSignal(tray.wants.new_promise):
        next(one for one in tray.menu.actions() if one.objectName() == "tray_promise").trigger()
