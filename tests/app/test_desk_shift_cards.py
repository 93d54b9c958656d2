"""The cards of a shift at the desk: read, guessed and skipped from where they show."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from habitcoach.coaching.drafting import Typed, draft_from
from tests.support.desk_bench import Bench, card, card_shows, press, texts

EARLY = "2026-11-23T08:30+01:00 Europe/Berlin"
START = "2026-11-23T09:00+01:00 Europe/Berlin"
END = "2026-11-23T16:50+01:00 Europe/Berlin"
RATE = {"kind": "rate", "goal": 80}


def add_contact(bench: Bench, name: str) -> None:
    bench.time.write_text(EARLY)
    typed = Typed(name, "it rings", "say the name", "a sip", trigger={"kind": "contact"}, target=RATE)
    bench.coach.habits.add(draft_from(typed))


def test_the_plans_are_read_on_the_card(bench: Bench, qtbot: QtBot) -> None:
    add_contact(bench, "Greet")
    bench.start()
    bench.time.write_text(START)
    qtbot.waitUntil(card_shows)
    assert "In every contact today" in texts(card())
    press(card(), "got_it")
    found = "SELECT state, answer FROM prompt WHERE habit_id = 1"
    qtbot.waitUntil(lambda: bench.rows(found) == [("answered", "got_it")])
    qtbot.waitUntil(lambda: not card_shows())
    assert bench.rows("SELECT * FROM entry") == []


def test_the_day_is_closed_out_on_the_card(bench: Bench, qtbot: QtBot) -> None:
    add_contact(bench, "Greet")
    add_contact(bench, "Thank")
    bench.start()
    bench.time.write_text(END)
    qtbot.waitUntil(lambda: card_shows() and close_out(1) is not None)
    press_in(1, "estimate_most")
    qtbot.waitUntil(lambda: bench.rows('SELECT count, "of", source FROM entry') == [(8, 10, "estimate")])
    qtbot.waitUntil(lambda: card().state == "reward")
    QTest.mouseClick(card(), Qt.MouseButton.LeftButton, pos=card().rect().center())
    qtbot.waitUntil(lambda: close_out(2) is not None, timeout=12_000)
    press_in(2, "too_few")
    qtbot.waitUntil(lambda: bench.rows("SELECT reason FROM entry WHERE habit_id = 2") == [("no_occasion",)])


def close_out(number: int) -> QWidget | None:
    return card().findChild(QWidget, f"close_out-{number}") if card_shows() else None


def press_in(number: int, name: str) -> None:
    row = close_out(number)
    assert row is not None
    press(row, name)
