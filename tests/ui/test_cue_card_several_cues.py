"""Several cues on one card."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from habitcoach.ui.cue_card import CueCard, State
from habitcoach.ui.waiting import title_of
from tests.ui.card_parts import Press, has, texts
from tests.ui.day_samples import CLEAR, SHIFT_END, THANKS, delivery


def test_what_comes_while_it_is_open_joins(card: CueCard) -> None:
    card.show_delivery(delivery(CLEAR))
    card.show_delivery(delivery(THANKS))
    assert has(card, "face_joined")
    assert [title_of(one) for one in card.waiting] == ["One thank-you", "Clear my promises"]
    assert "2 cues are waiting" in texts(card)
    assert card.accessibleName() == "2 cues are waiting: 16:05 One thank-you, 16:10 Clear my promises."


def test_done_all_and_done_one(qtbot: QtBot, card: CueCard, press: Press) -> None:
    card.show_delivery(delivery(CLEAR, THANKS))
    with qtbot.waitSignal(card.done_all):
        press("done_all")
    row = card.findChild(QWidget, f"row {THANKS.subject} {THANKS.slot}")
    assert row is not None
    button = row.findChild(QAbstractButton, "done_one")
    assert button is not None
    assert button.accessibleName() == "Done: One thank-you"
    with qtbot.waitSignal(card.done) as heard:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert heard.args == [THANKS.subject, THANKS.slot]


def test_snoozing_several_snoozes_each(card: CueCard, press: Press) -> None:
    card.show_delivery(delivery(CLEAR, THANKS), SHIFT_END)
    heard: list[tuple[str, object]] = []
    card.snooze.connect(lambda subject, _slot, minutes: heard.append((subject, minutes)))
    press("snooze")
    press("snooze_15")
    assert heard == [(THANKS.subject, 15), (CLEAR.subject, 15)]


def test_an_answer_from_elsewhere_takes_its_line_away(qtbot: QtBot, card: CueCard) -> None:
    card.show_delivery(delivery(CLEAR, THANKS))
    card.close_for(THANKS.subject, THANKS.slot)
    qtbot.waitUntil(lambda: has(card, "face_due"))
    card.close_for(CLEAR.subject, CLEAR.slot)
    qtbot.waitUntil(lambda: not card.isVisible())


def test_forgetting_what_it_does_not_show_changes_nothing(qtbot: QtBot, card: CueCard) -> None:
    card.show_delivery(delivery(CLEAR))
    card.close_for("habit:99", "2026-06-11/10:00")
    qtbot.wait(0)
    assert card.state is State.WAITING


def test_a_long_list_scrolls_and_fits_the_screen(card: CueCard) -> None:
    many = tuple(replace(CLEAR, slot=f"2026-06-11/#{number}") for number in range(30))
    card.show_delivery(delivery(*many))
    assert has(card, "joined_scroll")
    assert card.box.height() < card.screen().availableGeometry().height()


def test_typing_is_not_interrupted_by_another_cue(card: CueCard, press: Press) -> None:
    card.show_delivery(delivery(CLEAR))
    press("skip")
    press("skip_other")
    card.show_delivery(delivery(THANKS))
    assert card.state is State.ASKING
    press("back")
    assert has(card, "face_joined")


def test_of_very_many_the_first_are_listed_and_the_rest_counted(card: CueCard) -> None:
    many = [replace(CLEAR, subject=f"habit:{number}", habit=f"Habit {number}") for number in range(100, 150)]
    card.show_delivery(delivery(*many))
    assert len(card.findChildren(QAbstractButton, "done_one")) == 10
    assert {"50 cues are waiting", "and 40 more"} <= set(texts(card))
    assert len(card.waiting) == 50


def test_one_cue_several_and_what_passed_are_closed_at_the_same_place(card: CueCard) -> None:
    ends = []
    for shown in (delivery(CLEAR), delivery(THANKS), delivery(passed=3)):
        card.show_delivery(shown)
        (close,) = (one for one in card.findChildren(QAbstractButton, "close") if one.isVisible())
        ends.append((close.width(), card.width() - close.mapTo(card, close.rect().topRight()).x()))
    assert has(card, "face_notice")
    assert len(set(ends)) == 1
