"""One cue on the card: what it shows, and what the agent can answer."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QTimeEdit
from pytestqt.qtbot import QtBot

from habitcoach.ui.cue_card import CueCard, State
from tests.ui.card_parts import Press, has, texts
from tests.ui.day_samples import CLEAR, NOW, SHIFT_END, delivery


def test_a_cue_is_shown_whole(card: CueCard) -> None:
    card.show_delivery(delivery(CLEAR))
    assert card.state is State.WAITING
    assert has(card, "face_due")
    shown = texts(card)
    for text in (
        "When I finish the last contact",
        "Keep, re-time or hand over every promise due today",
        "Close the list and leave lighter",
        "12 shifts in a row",
    ):
        assert text in shown


def test_its_accessible_name_says_everything(card: CueCard) -> None:
    card.show_delivery(delivery(CLEAR))
    assert card.accessibleName() == (
        "Cue, 16:10. When I finish the last contact. Keep, re-time or hand over every promise due today. "
        "Reward: close the list and leave lighter. 12 shifts in a row."
    )


def test_done_names_its_occasion(qtbot: QtBot, card: CueCard, press: Press) -> None:
    card.show_delivery(delivery(CLEAR))
    with qtbot.waitSignal(card.done) as heard:
        press("done")
    assert heard.args == [CLEAR.subject, CLEAR.slot]
    # The screen says nothing before the entry is on disk.
    assert card.state is State.WAITING


@pytest.mark.parametrize(("name", "minutes"), [("snooze_5", 5), ("snooze_15", 15), ("snooze_end", "end")])
def test_snooze_names_occasion_and_time(
    qtbot: QtBot, card: CueCard, press: Press, name: str, minutes: int | str
) -> None:
    card.show_delivery(delivery(CLEAR), SHIFT_END)
    press("snooze")
    with qtbot.waitSignal(card.snooze) as heard:
        press(name)
    assert heard.args == [CLEAR.subject, CLEAR.slot, minutes]


def test_snoozes_past_the_shift_are_not_offered(card: CueCard, press: Press) -> None:
    card.show_delivery(delivery(CLEAR), NOW + timedelta(minutes=8))
    press("snooze")
    assert has(card, "snooze_5")
    assert not has(card, "snooze_15")
    assert not has(card, "snooze_end")


def test_a_snooze_names_the_time_it_leads_to(card: CueCard, press: Press) -> None:
    card.show_delivery(delivery(CLEAR), SHIFT_END)
    press("snooze")
    assert {"16:15", "16:25", "16:30"} <= set(texts(card))


def test_another_time_can_be_typed(qtbot: QtBot, card: CueCard, press: Press) -> None:
    card.show_delivery(delivery(CLEAR), SHIFT_END)
    press("snooze")
    press("snooze_other")
    field = card.findChild(QTimeEdit, "snooze_time")
    assert field is not None
    field.setTime(field.time().fromString("16:22", "HH:mm"))
    with qtbot.waitSignal(card.snooze) as heard:
        press("snooze_other_send")
    assert heard.args == [CLEAR.subject, CLEAR.slot, 12]


@pytest.mark.parametrize(
    "reason", ["no_occasion", "on_calls", "outage", "ordered", "leave", "sick", "not_done"]
)
def test_skip_gives_its_reason(qtbot: QtBot, card: CueCard, press: Press, reason: str) -> None:
    card.show_delivery(delivery(CLEAR))
    press("skip")
    assert "the streak stays 12" in texts(card)
    with qtbot.waitSignal(card.skip) as heard:
        press(f"skip_{reason}")
    assert heard.args == [CLEAR.subject, CLEAR.slot, reason, ""]


def test_another_reason_is_typed(qtbot: QtBot, card: CueCard, press: Press) -> None:
    card.show_delivery(delivery(CLEAR))
    press("skip")
    press("skip_other")
    field = card.findChild(QLineEdit, "skip_note")
    assert field is not None
    QTest.keyClicks(field, "Fire drill <b>1 h</b>")
    with qtbot.waitSignal(card.skip) as heard:
        QTest.keyClick(field, Qt.Key.Key_Return)
    assert heard.args == [CLEAR.subject, CLEAR.slot, "other", "Fire drill <b>1 h</b>"]


def test_escape_leaves_the_question(card: CueCard, press: Press) -> None:
    card.show_delivery(delivery(CLEAR))
    press("skip")
    press("skip_other")
    field = card.findChild(QLineEdit, "skip_note")
    assert field is not None
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert card.state is State.WAITING
    assert has(card, "done")


def test_rest_or_change_names_the_habit(qtbot: QtBot, card: CueCard, press: Press) -> None:
    card.show_delivery(delivery(CLEAR))
    press("skip")
    with qtbot.waitSignal(card.change_habit) as heard:
        press("change_habit")
    assert heard.args == [1]


def test_closing_leaves_it_waiting(qtbot: QtBot, card: CueCard, press: Press) -> None:
    card.show_delivery(delivery(CLEAR))
    with (
        qtbot.waitSignal(card.dismissed),
        qtbot.assertNotEmitted(card.skip),
        qtbot.assertNotEmitted(card.done),
    ):
        press("close")
    qtbot.waitUntil(lambda: not card.isVisible())
