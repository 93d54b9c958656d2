"""A word planted in every field never reaches the log, whatever goes wrong."""

import logging
import sqlite3
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from habitcoach.app import attempts
from habitcoach.coaching.drafting import Typed, draft_from
from habitcoach.coaching.recording import Log, Skip
from habitcoach.core.entry import SkipReason, Source
from habitcoach.core.habit import HabitId
from habitcoach.desktop.log import close_log, open_log
from tests.support.desk_bench import DUE, NEXT_DAY, Bench, texts, window

WORD = "Zwiebelkuchen"
SLOT = "2026-11-23/10:30"


@pytest.fixture
def logged(bench: Bench) -> Iterator[Bench]:
    level = logging.getLogger().level
    handler = open_log(bench.home, logging.DEBUG)
    yield bench
    close_log(handler)
    logging.getLogger().setLevel(level)


def said(bench: Bench) -> str:
    return "".join(one.read_text("utf-8") for one in bench.home.folder.glob("habitcoach.log*"))


def test_no_word_of_the_agents_is_in_the_log(
    logged: Bench, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(attempts, "MOST_RETRIES", 3)
    trigger = {"kind": "at", "times": ["10:30"]}
    for number in (1, 2, 3):
        name, when, routine, reward, tiny, treat, why = (f"{WORD} {part} {number}" for part in "abcdefg")
        typed = Typed(name, when, routine, reward, tiny, treat, why, trigger=trigger)
        logged.coach.habits.add(draft_from(typed))
    logged.time.write_text(DUE)
    logged.start()
    shown = window()
    qtbot.waitUntil(lambda: len(logged.rows("SELECT 1 FROM prompt WHERE state = 'shown'")) == 3)
    # What goes well.
    shown.today_page.done.emit(1, SLOT)
    shown.today_page.skip.emit(2, SLOT, "other", f"{WORD} note")
    logged.coach.recording.done(Log(HabitId(3), Source.COMMAND, note=WORD))
    # What is refused, by us and by a mistake of ours.
    shown.today_page.done.emit(1, SLOT)
    shown.editing.save_habit.emit(None, Typed(f"{WORD} a 1", WORD, WORD, WORD))
    monkeypatch.setattr("habitcoach.coaching.recording.clean_note", float)
    shown.today_page.skip.emit(3, SLOT, "other", WORD)
    # What the disk refuses.
    blocker = sqlite3.connect(logged.home.database, isolation_level=None)
    blocker.execute("BEGIN EXCLUSIVE")
    shown.today_page.counted.emit(3, True)
    qtbot.waitUntil(lambda: any("Another program holds" in one for one in texts(shown)))
    blocker.execute("COMMIT")
    blocker.close()
    folder = logged.home.folder
    folder.rename(folder.with_name("moved"))
    shown.today_page.done.emit(3, None)
    qtbot.waitUntil(lambda: any("no longer in its folder" in one for one in texts(shown)))
    folder.with_name("moved").rename(folder)
    # What passes while away.
    logged.time.write_text(NEXT_DAY)
    qtbot.waitUntil(lambda: len(logged.rows("SELECT 1 FROM prompt")) > 3, timeout=10_000)
    logged.coach.recording.skip(Skip(HabitId(2), SkipReason.OTHER, Source.COMMAND, whole_day=True))
    log = said(logged)
    for expected in ("a mistake of ours", "file_busy", "file_gone", "clock:"):
        assert expected in log
    assert WORD not in log
