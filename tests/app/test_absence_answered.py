"""The answer to where the agent was, given in the window, and taken back there."""

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.support.desk_bench import Bench, press, window

AFTER_A_WEEK = "2026-11-30T12:00+01:00 Europe/Berlin"


@pytest.mark.parametrize(
    ("name", "kept"), [("absence_off", ("absent", 0)), ("absence_worked", ("worked", 1))]
)
def test_an_answer_is_on_disk_and_can_be_taken_back(
    bench: Bench, qtbot: QtBot, name: str, kept: tuple[str, int]
) -> None:
    bench.add()
    bench.time.write_text(AFTER_A_WEEK)
    bench.start()
    shown = window()
    asked = "SELECT DISTINCT reason, seen FROM duty WHERE work_date BETWEEN '2026-11-24' AND '2026-11-27'"
    question = shown.findChild(QLabel, "absence_headline")
    assert question is not None
    qtbot.waitUntil(question.isVisible)
    press(shown, name)
    qtbot.waitUntil(lambda: bench.rows(asked) == [kept])
    qtbot.waitUntil(lambda: not question.isVisible())
    shown.undo.emit()
    qtbot.waitUntil(lambda: bench.rows(asked) == [("", 0)])
    qtbot.waitUntil(question.isVisible)
