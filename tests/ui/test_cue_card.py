"""The cue card shows what waits, says what the agent wants, and never takes the keyboard unasked."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QTimeEdit, QWidget
from pytestqt.qtbot import QtBot

from habitcoach.core.habit import Plan
from habitcoach.ui.cue_card import CueCard, State
from habitcoach.ui.look import Look
from habitcoach.ui.reward_moment import RewardMoment
from habitcoach.ui.widgets.labels import Label
from tests.support.views import CLEAR, NOW, REWARD, SHIFT_END, THANKS, delivery

Press = Callable[[str], None]


@pytest.fixture
def card(qtbot: QtBot, look: Look) -> CueCard:
    made = CueCard(look, lambda: NOW)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def press(card: CueCard) -> Press:
    """Return what clicks the card's button of a name."""

    def click(name: str) -> None:
        # A face that has been replaced is hidden and waits to be deleted.
        (button,) = (one for one in card.findChildren(QAbstractButton, name) if one.isVisible())
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    return click


def has(card: CueCard, name: str) -> bool:
    return any(one.isVisible() for one in card.findChildren(QWidget, name))


def texts(card: CueCard) -> list[str]:
    return [one.text() for one in card.findChildren(QLabel) if one.isVisible()]


# ---- the window


def test_the_card_never_takes_the_keyboard(card: CueCard) -> None:
    card.show_delivery(delivery(CLEAR))
    flags = card.windowHandle().flags()
    for flag in (
        Qt.WindowType.WindowDoesNotAcceptFocus,
        Qt.WindowType.FramelessWindowHint,
        Qt.WindowType.WindowStaysOnTopHint,
    ):
        assert flags & flag
    assert flags & Qt.WindowType.WindowType_Mask == Qt.WindowType.Tool
    assert card.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    assert not card.isActiveWindow()


def test_only_a_question_takes_the_keyboard_and_gives_it_back(card: CueCard, press: Press) -> None:
    card.show_delivery(delivery(CLEAR))
    press("skip")
    assert card.windowHandle().flags() & Qt.WindowType.WindowDoesNotAcceptFocus
    press("skip_other")
    assert card.state.value == "asking"
    assert not card.windowHandle().flags() & Qt.WindowType.WindowDoesNotAcceptFocus
    press("back")
    assert card.windowHandle().flags() & Qt.WindowType.WindowDoesNotAcceptFocus
    assert card.state is State.WAITING


def test_it_stands_in_the_corner_nearest_the_tray(card: CueCard) -> None:
    area = card.screen().availableGeometry()
    card.set_tray_geometry(QRect(area.right() - 40, area.top(), 22, 22))
    card.show_delivery(delivery(CLEAR))
    assert (card.box.right(), card.box.top()) == (area.right() - 16, area.top() + 16)
    assert card.box.width() == 360


def test_it_grows_upwards_from_the_bottom(card: CueCard, press: Press) -> None:
    card.show_delivery(delivery(CLEAR))
    before = QRect(card.box)
    press("skip")
    assert card.box.bottom() == before.bottom()
    assert card.box.height() > before.height()


def test_a_drag_is_remembered(qtbot: QtBot, card: CueCard) -> None:
    card.show_delivery(delivery(CLEAR))
    start = QPoint(200, 45)
    heard: list[QPoint] = []
    card.placed.connect(heard.append)
    QTest.mousePress(card, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(card, start - QPoint(60, 90))
    QTest.mouseRelease(card, Qt.MouseButton.LeftButton)
    assert heard == [card.box.topLeft()]
    card.close_for(CLEAR.subject, CLEAR.slot)
    qtbot.waitUntil(lambda: not card.isVisible())
    card.show_delivery(delivery(CLEAR))
    assert card.box.topLeft() == heard[0]


# ---- one cue


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


# ---- several cues


def test_what_comes_while_it_is_open_joins(card: CueCard) -> None:
    card.show_delivery(delivery(CLEAR))
    card.show_delivery(delivery(THANKS))
    assert has(card, "face_joined")
    assert [one.habit for one in card.waiting] == ["One thank-you", "Clear my promises"]
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


# ---- what came of it


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


# ---- time


def short(monkeypatch: pytest.MonkeyPatch, look: Look, name: str) -> None:
    tokens = {**look.theme.tokens, "motion_ms": {**look.theme.tokens["motion_ms"], name: 60}}
    monkeypatch.setattr(look, "_theme", replace(look.theme, tokens=tokens))


def test_after_its_time_it_waits_in_the_tray(
    qtbot: QtBot, look: Look, card: CueCard, monkeypatch: pytest.MonkeyPatch
) -> None:
    short(monkeypatch, look, "card_due_hold")
    with qtbot.waitSignal(card.dismissed):
        card.show_delivery(delivery(CLEAR))
    qtbot.waitUntil(lambda: not card.isVisible())


def test_hovering_stops_the_clock(
    qtbot: QtBot, look: Look, card: CueCard, monkeypatch: pytest.MonkeyPatch
) -> None:
    short(monkeypatch, look, "card_due_hold")
    QCursor.setPos(0, 0)
    card.show_delivery(delivery(CLEAR))
    QCursor.setPos(card.box.center())
    card.hovered.emit(True)
    with qtbot.assertNotEmitted(card.dismissed, wait=200):
        pass
    with qtbot.waitSignal(card.dismissed):
        card.hovered.emit(False)


# ---- awkward texts


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
    for name in ("when", "routine", "reward"):
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
