"""The answer to where the agent was, given in the window, and taken back there."""

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from habitcoach.ui.today.fill_in_dialog import FillInDialog
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


def test_dates_worked_are_filled_in_and_that_is_taken_back(bench: Bench, qtbot: QtBot) -> None:
    bench.add()
    bench.time.write_text(AFTER_A_WEEK)
    bench.start()
    shown = window()
    qtbot.waitUntil(lambda: shown.findChild(QLabel, "absence_headline") is not None)
    qtbot.waitUntil(shown.findChild(QLabel, "absence_headline").isVisible)  # type: ignore[union-attr]
    press(shown, "absence_worked")
    qtbot.waitUntil(lambda: shown.findChild(FillInDialog) is not None)
    dialog = shown.findChild(FillInDialog)
    assert dialog is not None
    press(dialog, "fill_in_all")
    press(dialog, "fill_in_after")
    press(dialog, "fill_in_all")
    press(dialog, "fill_in_save")
    done = "SELECT work_date FROM entry WHERE kind = 'done' ORDER BY work_date"
    qtbot.waitUntil(lambda: bench.rows(done) == [("2026-11-24",), ("2026-11-25",)])
    qtbot.waitUntil(lambda: shown.findChild(QLabel, "undo_text").text() == "Filled in: 2 habits")  # type: ignore[union-attr]
    shown.undo.emit()
    qtbot.waitUntil(lambda: len(bench.rows("SELECT id FROM entry WHERE kind = 'undo'")) == 2)
