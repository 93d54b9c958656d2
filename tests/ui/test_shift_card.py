"""The start card and the end card of a shift on the screen."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QPlainTextEdit, QScrollArea, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from habitcoach.coaching.card_views import CardKind, ContactView, ReviewOffer, ShiftCardView, YesterdayView
from habitcoach.coaching.today_view import DeliveryView
from habitcoach.coaching.views import AbsenceView, OccasionState
from habitcoach.core.fields import MAX_NOTE
from habitcoach.core.target import Target, TargetKind
from habitcoach.ui.cue_card import CueCard
from habitcoach.ui.reward_moment import RewardMoment
from tests.ui.card_parts import Press, has, texts
from tests.ui.day_samples import AWKWARD, EARLY, REWARD, at, counter, occasion, plan

SHIFT_END = EARLY.end
CUE = occasion(1, 8, 5, OccasionState.DUE, "Start clean")
COUNT = Target(TargetKind.COUNT, 3)
CHECK = Target(TargetKind.CHECK, "all")


def contact(number: int, *, asks: bool = True, of: int = 0, target: Target | None = None) -> ContactView:
    found = counter(number, hits=of, of=of)
    return ContactView(f"2026-06-11/contact{number}", replace(found, target=target or found.target), asks)


def start(*contacts: ContactView) -> ShiftCardView:
    return ShiftCardView(CardKind.START, EARLY, 500, contacts)


def end(*contacts: ContactView, left: int = 10) -> ShiftCardView:
    return ShiftCardView(CardKind.END, EARLY, left, contacts)


def close_out(card: CueCard, number: int) -> QWidget:
    found = card.findChild(QWidget, f"close_out-{number}")
    assert found is not None
    return found


def press_in(row: QWidget, name: str) -> None:
    button = row.findChild(QAbstractButton, name)
    assert button is not None
    button.click()


def test_the_start_card_names_the_shift_its_cue_and_the_plans(card: CueCard) -> None:
    card.show_delivery(DeliveryView(1, (CUE,), card=start(contact(11), contact(12))), SHIFT_END)
    assert has(card, "face_start")
    found = texts(card)
    assert {"Early, 08:00 to 16:30", "Thursday 11 June", "Start clean", "In every contact today"} <= set(
        found
    )
    assert card.accessibleName().startswith("Early, 08:00 to 16:30: Start clean, ")
    assert card.keys == {
        ("habit:1", CUE.slot),
        ("habit:11", "2026-06-11/contact11"),
        ("habit:12", "2026-06-11/contact12"),
    }


def test_got_it_and_done_are_told_apart(qtbot: QtBot, card: CueCard, press: Press) -> None:
    card.show_delivery(DeliveryView(1, (CUE,), card=start(contact(11))), SHIFT_END)
    with qtbot.waitSignal(card.got_it):
        press("got_it")
    with qtbot.waitSignal(card.done_all):
        press("done")


def test_read_plans_leave_the_cue_and_the_cue_leaves_the_plans(qtbot: QtBot, card: CueCard) -> None:
    card.show_delivery(DeliveryView(1, (CUE,), card=start(contact(11))), SHIFT_END)
    card.close_for("habit:11", "2026-06-11/contact11")
    qtbot.waitUntil(lambda: has(card, "face_due"))
    card.show_delivery(DeliveryView(1, (CUE,), card=start(contact(11))), SHIFT_END)
    card.close_for("habit:1", CUE.slot)
    qtbot.waitUntil(lambda: has(card, "face_start") and "Start clean" not in texts(card))
    card.close_for("habit:11", "2026-06-11/contact11")
    qtbot.waitUntil(lambda: not card.isVisible())


def test_several_start_cues_are_rows(qtbot: QtBot, card: CueCard) -> None:
    water = occasion(2, 8, 10, OccasionState.DUE, "Water")
    card.show_delivery(DeliveryView(1, (CUE, water), card=start()), SHIFT_END)
    assert has(card, "face_start")
    row = card.findChild(QWidget, f"row {water.subject} {water.slot}")
    assert row is not None
    with qtbot.waitSignal(card.done) as heard:
        press_in(row, "done_one")
    assert heard.args == [water.subject, water.slot]


def test_a_shift_without_a_name_has_its_times(card: CueCard) -> None:
    view = replace(start(contact(11)), shift=replace(EARLY, name=""))
    card.show_delivery(DeliveryView(1, (), card=view), SHIFT_END)
    assert "08:00 to 16:30" in texts(card)
    card.show_delivery(DeliveryView(1, (), card=replace(end(contact(11)), shift=view.shift)), SHIFT_END)
    assert "Thursday 11 June" in texts(card)


@pytest.mark.parametrize(
    ("left", "title"), [(10, "10 minutes to go"), (1, "1 minute to go"), (0, "Your shift is over")]
)
def test_the_end_card_says_how_much_is_left(card: CueCard, left: int, title: str) -> None:
    card.show_delivery(DeliveryView(1, (), card=end(contact(11), left=left)), SHIFT_END)
    assert {title, "Early, Thursday 11 June"} <= set(texts(card))


@pytest.mark.parametrize("word", ["none", "some", "half", "most", "all"])
def test_a_share_is_guessed_with_one_press(qtbot: QtBot, card: CueCard, word: str) -> None:
    card.show_delivery(DeliveryView(1, (), card=end(contact(11))), SHIFT_END)
    with qtbot.waitSignal(card.estimated) as heard:
        press_in(close_out(card, 11), f"estimate_{word}")
    assert heard.args == [11, word]


def test_a_number_a_tick_and_too_few(qtbot: QtBot, card: CueCard) -> None:
    view = end(contact(11, target=COUNT), contact(12, target=CHECK))
    card.show_delivery(DeliveryView(1, (), card=view), SHIFT_END)
    spin = close_out(card, 11).findChild(QSpinBox, "times")
    assert spin is not None
    spin.setValue(4)
    with qtbot.waitSignal(card.counted) as heard:
        press_in(close_out(card, 11), "close_done")
    assert heard.args == [11, 4]
    with qtbot.waitSignal(card.counted) as heard:
        press_in(close_out(card, 12), "close_done")
    assert heard.args == [12, 1]
    with qtbot.waitSignal(card.too_few) as heard:
        press_in(close_out(card, 12), "too_few")
    assert heard.args == [12]


def test_what_was_counted_is_said_and_not_asked(card: CueCard) -> None:
    view = end(contact(11), contact(12, asks=False, of=20), contact(13, asks=False, of=5, target=COUNT))
    card.show_delivery(DeliveryView(1, (), card=view), SHIFT_END)
    assert texts(card).count("On target") == 2
    assert "20 of 20 · goal 80 %" in texts(card)
    assert not close_out(card, 12).findChildren(QAbstractButton)
    assert card.keys == {("habit:11", "2026-06-11/contact11")}


def test_the_next_question_stays_when_one_is_answered(qtbot: QtBot, card: CueCard) -> None:
    card.show_delivery(DeliveryView(1, (), card=end(contact(11), contact(12))), SHIFT_END)
    card.close_for("habit:11", "2026-06-11/contact11")
    qtbot.waitUntil(lambda: card.findChild(QWidget, "close_out-11") is None)
    assert close_out(card, 12).isVisible()


def test_many_habits_scroll(card: CueCard) -> None:
    card.show_delivery(DeliveryView(1, (), card=start(*(contact(n) for n in range(11, 20)))), SHIFT_END)
    assert card.findChild(QScrollArea, "joined_scroll") is not None
    assert card.box.height() < 720


@pytest.mark.parametrize("text", AWKWARD)
def test_texts_show_as_they_are(card: CueCard, text: str) -> None:
    one = contact(11)
    odd = replace(one, counter=replace(one.counter, habit=text, plan=plan(text, text, text)))
    card.show_delivery(DeliveryView(1, (), card=start(odd)), SHIFT_END)
    assert text in texts(card)
    card.show_delivery(DeliveryView(1, (), card=end(odd)), SHIFT_END)
    assert text in texts(card)


LINE = "Wrote the next step first."
MONDAY = date(2026, 6, 15)
OFFER = ReviewOffer("2026-W24", last_shift=True, later=at(8, 0, MONDAY))


def field(card: CueCard) -> QPlainTextEdit:
    found = card.findChild(QPlainTextEdit, "worked_today")
    assert found is not None
    return found


def test_yesterday_s_high_point_ends_the_start_card(card: CueCard) -> None:
    view = replace(start(contact(11)), yesterday=YesterdayView(date(2026, 6, 10), 6, "Asked <b>first</b>."))
    card.show_delivery(DeliveryView(1, (), card=view), SHIFT_END)
    assert {"Yesterday’s high point", "6 done", "Asked <b>first</b>."} <= set(texts(card))
    bare = replace(view, yesterday=YesterdayView(date(2026, 6, 10), 0, "Rested."))
    card.show_delivery(DeliveryView(1, (), card=bare), SHIFT_END)
    assert "0 done" not in texts(card)


def test_an_absence_is_asked_about_on_the_start_card(qtbot: QtBot, card: CueCard, press: Press) -> None:
    dates = (date(2026, 6, 8), date(2026, 6, 9))
    view = replace(start(contact(11)), absence=AbsenceView(dates[0], dates[-1], dates))
    card.show_delivery(DeliveryView(1, (), card=view), SHIFT_END)
    assert "Nothing seen Mon 8 to Tue 9 June." in texts(card)
    for name, worked in (("card_off", False), ("card_worked", True)):
        with qtbot.waitSignal(card.absence_answered) as heard:
            press(name)
        assert heard.args == [worked, dates]


def test_today_s_line_is_saved_as_it_is_typed(qtbot: QtBot, card: CueCard) -> None:
    view = replace(end(contact(11)), line="Before", meets_again=MONDAY)
    card.show_delivery(DeliveryView(1, (), card=view), SHIFT_END)
    assert "You meet this line again on Monday." in texts(card)
    assert field(card).toPlainText() == "Before"
    with qtbot.waitSignal(card.line_typed) as heard:
        field(card).setPlainText(f"{LINE}\n\n  Then the why.  ")
    assert heard.args == [date(2026, 6, 11), f"{LINE} Then the why."]
    field(card).setPlainText("x" * 5000)
    assert len(field(card).toPlainText()) == MAX_NOTE


def test_what_was_typed_last_is_saved_with_the_close(qtbot: QtBot, card: CueCard, press: Press) -> None:
    card.show_delivery(DeliveryView(1, (), card=end(contact(11))), SHIFT_END)
    QTest.mouseClick(field(card).viewport(), Qt.MouseButton.LeftButton)
    assert not card.windowHandle().flags() & Qt.WindowType.WindowDoesNotAcceptFocus
    field(card).setPlainText(LINE)
    with qtbot.waitSignal(card.line_typed, timeout=100) as heard:
        press("close")
    assert heard.args == [date(2026, 6, 11), LINE]
    assert card.windowHandle().flags() & Qt.WindowType.WindowDoesNotAcceptFocus


def test_nothing_takes_the_card_from_under_what_is_typed(qtbot: QtBot, card: CueCard) -> None:
    card.show_delivery(DeliveryView(1, (), card=end(contact(11), contact(12))), SHIFT_END)
    writing = field(card)
    QTest.mouseClick(writing.viewport(), Qt.MouseButton.LeftButton)
    with qtbot.waitActive(card):
        card.activateWindow()
    writing.setFocus()
    card.show_delivery(DeliveryView(2, (CUE,)), SHIFT_END)
    card.close_for("habit:11", "2026-06-11/contact11")
    QTest.qWait(0)
    assert field(card) is writing
    assert card.keys == {("habit:1", CUE.slot), ("habit:12", "2026-06-11/contact12")}


def test_the_week_s_review_is_opened_or_put_off(qtbot: QtBot, card: CueCard, press: Press) -> None:
    view = replace(end(contact(11)), review=OFFER)
    card.show_delivery(DeliveryView(1, (), card=view), SHIFT_END)
    assert {"Early, Thursday 11 June, last shift of the week", "About three minutes"} <= set(texts(card))
    assert ("review", "2026-W24") in card.keys
    with qtbot.waitSignal(card.review_later) as heard:
        press("review_later")
    assert heard.args == ["2026-W24"]
    qtbot.waitUntil(lambda: not has(card, "card_review"))
    card.show_delivery(DeliveryView(1, (), card=view), SHIFT_END)
    with qtbot.waitSignal(card.review):
        press("review_week")
    qtbot.waitUntil(lambda: not card.isVisible())


def test_a_review_that_nobody_knows_a_later_time_for_cannot_be_put_off(card: CueCard) -> None:
    view = replace(end(), shift=replace(EARLY, name=""), review=replace(OFFER, later=None))
    card.show_delivery(DeliveryView(1, (), card=view), SHIFT_END)
    assert not has(card, "review_later")
    assert "Thursday 11 June, last shift of the week" in texts(card)


def test_the_end_card_stays_for_today_s_line_and_goes_once_it_is_written(qtbot: QtBot, card: CueCard) -> None:
    card.show_delivery(DeliveryView(1, (), card=end(contact(11))), SHIFT_END)
    card.close_for("habit:11", "2026-06-11/contact11")
    qtbot.waitUntil(lambda: not has(card, "close_out-11"))
    assert has(card, "worked_today")
    card.show_delivery(DeliveryView(1, (), card=replace(end(contact(11)), line=LINE)), SHIFT_END)
    card.close_for("habit:11", "2026-06-11/contact11")
    qtbot.waitUntil(lambda: not card.isVisible())


def test_an_answer_while_writing_saves_the_line_and_the_card_comes_back(qtbot: QtBot, card: CueCard) -> None:
    card.show_delivery(DeliveryView(1, (), card=end(contact(11), contact(12))), SHIFT_END)
    QTest.mouseClick(field(card).viewport(), Qt.MouseButton.LeftButton)
    tall = card.box.height()
    with qtbot.waitSignal(card.line_typed, timeout=100) as heard:
        field(card).setPlainText(LINE)
        card.close_for("habit:11", "2026-06-11/contact11")
        card.show_reward(REWARD, "A line.")
    assert heard.args == [date(2026, 6, 11), LINE]
    assert card.box.height() < tall
    moment = card.findChild(RewardMoment)
    assert moment is not None
    moment.ended.emit()
    assert field(card).toPlainText() == LINE
    assert not has(card, "close_out-11")
