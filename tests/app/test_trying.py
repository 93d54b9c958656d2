"""Trying a cue from the editor and from Settings."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from habitcoach.app.parts import Parts, lay_out
from habitcoach.app.trying import Trying
from habitcoach.coaching.deliveries import SURFACE, Surface
from habitcoach.coaching.drafting import Typed
from habitcoach.coaching.preferences import SOUND, Sound
from habitcoach.desktop.player import Player
from habitcoach.ports import Delivery
from habitcoach.texts.notices import TRIAL
from tests.support.desk_bench import Bench, card_shows, press, texts
from tests.support.fake_notifier import FakeNotifier

TYPED = Typed("Smile", "the phone rings", "smile first", "a sip", trigger={"kind": "manual"})
BUTTONS, PLAIN = Delivery("dbus", buttons=True), Delivery("plyer", buttons=False)
NOWHERE = Delivery("none", buttons=False, problem="no_bus")
_NOWHERE_SAID = "This desktop has no message bus, so cues come as cards."
_TRAY_SAID = "You chose the tray count only: a cue adds one to it, and nothing else comes."


@pytest.fixture
def parts(bench: Bench, qtbot: QtBot) -> Iterator[Parts]:
    """Return the parts that desks share, without a desk."""
    holder = QObject()
    made = lay_out(holder, bench.application, bench.home, bench.store, bench.clock, {})
    qtbot.addWidget(made.window)
    qtbot.addWidget(made.card)
    yield made
    holder.deleteLater()


@pytest.fixture
def played(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return what was played: nothing is heard."""
    found: list[str] = []

    def play(_player: Player) -> bool:
        found.append("soft")
        return True

    monkeypatch.setattr(Player, "play", play)
    return found


def said(parts: Parts) -> str:
    """Return what the window says."""
    strip = parts.window.findChild(QWidget, "notice_strip")
    assert strip is not None
    return strip.accessibleName()


@pytest.mark.parametrize(
    ("surface", "delivery", "notices", "card", "words"),
    [
        (Surface.AUTOMATIC, BUTTONS, 1, False, ""),
        (Surface.AUTOMATIC, PLAIN, 1, True, ""),
        (Surface.AUTOMATIC, NOWHERE, 1, True, _NOWHERE_SAID),
        (Surface.BOTH, BUTTONS, 1, True, ""),
        (Surface.NOTIFICATION, PLAIN, 1, False, ""),
        (Surface.CARD, BUTTONS, 0, True, ""),
        (Surface.TRAY, BUTTONS, 0, False, _TRAY_SAID),
    ],
)
def test_a_cue_is_tried_where_it_would_come(  # what is chosen, and what comes of it
    parts: Parts,
    qtbot: QtBot,
    surface: Surface,
    delivery: Delivery,
    notices: int,
    card: bool,
    words: str,
) -> None:
    notifier = FakeNotifier(delivery)
    trying = Trying(parts, notifier)
    parts.coach.settings.choose(SURFACE, surface.value)
    parts.window.editing.try_wanted.emit(TYPED)
    assert len(notifier.notices) == notices
    for one in notifier.notices:
        assert (one.key, one.title) == (TRIAL, "Smile, to try")
        assert one.body == "When the phone rings: smile first. Then: a sip"
        assert [action.key for action in one.actions] == ["done", "snooze", "default"]
    assert (trying.card is not None and trying.card.isVisible()) is card
    assert said(parts) == words
    if trying.card is not None:
        qtbot.addWidget(trying.card)
        assert "Smile first" in " ".join(texts(trying.card))


@pytest.mark.parametrize("answer", ["done", "skip"])
def test_what_is_answered_on_a_tried_card_takes_it_away_and_is_not_logged(
    parts: Parts, bench: Bench, qtbot: QtBot, answer: str
) -> None:
    trying = Trying(parts, FakeNotifier())
    parts.coach.settings.choose(SURFACE, Surface.CARD.value)
    trying.send_test()
    card = trying.card
    assert card is not None
    qtbot.addWidget(card)
    for _ in range(2):  # the same card comes again
        assert card.isVisible()
        press(card, answer)
        if answer == "skip":
            press(card, "skip_no_occasion")
        qtbot.waitUntil(lambda: not card.isVisible())
        trying.send_test()
    assert bench.rows("SELECT * FROM entry") == []


def test_a_tried_card_is_heard_and_covers_no_cue(played: list[str], parts: Parts, qtbot: QtBot) -> None:
    parts.coach.settings.choose(SOUND, Sound.SOFT.value)
    parts.coach.settings.choose(SURFACE, Surface.CARD.value)
    trying = Trying(parts, FakeNotifier())
    parts.card.show()
    trying.send_test()
    assert played == ["soft"]
    card = trying.card
    assert card is not None
    qtbot.addWidget(card)
    assert not card.geometry().intersects(parts.card.geometry())


def test_the_buttons_of_a_tried_notification_log_nothing(bench: Bench, qtbot: QtBot) -> None:
    bench.add()
    bench.start()
    bench.desk.window.editing.try_wanted.emit(TYPED)
    qtbot.waitUntil(card_shows)  # there is no bus here
    assert bench.rows("SELECT * FROM entry") == []
