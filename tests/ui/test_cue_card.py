"""The cue card as a window: it takes no keyboard unasked, keeps its place and leaves in time."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QCursor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from habitcoach.ui.cue_card import CueCard, State
from habitcoach.ui.look import Look
from tests.ui.card_parts import Press
from tests.ui.day_samples import CLEAR, delivery


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


def test_the_card_keeps_clear_of_what_the_agent_is_at(card: CueCard) -> None:
    card.show_delivery(delivery(CLEAR))
    usual = QRect(card.box)
    card.hide()
    card.keep_clear_of(lambda: usual.adjusted(0, 100, 0, 0))
    card.show_delivery(delivery(CLEAR))
    assert card.box.size() == usual.size()
    assert not card.box.intersects(usual.adjusted(0, 100, 0, 0))
