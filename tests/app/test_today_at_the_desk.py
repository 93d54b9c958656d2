"""What Today's chooser, strips and states do at the desk."""

from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from habitcoach.coaching.drafting import Typed, draft_from
from habitcoach.coaching.presence_holds import ASKED, FULL_SCREEN_QUESTION
from habitcoach.coaching.shift_choices import OFF
from habitcoach.core.entry import SkipReason
from habitcoach.core.habit import RESTING, HabitId, Pause
from habitcoach.ui.page_name import PageName
from tests.support.desk_bench import DUE, Bench, card, card_shows, press, texts, window

SATURDAY = "2026-11-28T10:00+01:00 Europe/Berlin"
END = "2026-11-23T16:50+01:00 Europe/Berlin"
RATE = {"kind": "rate", "goal": 80}
ADDRESS = "Ask jane@example.com again"


def part(name: str) -> QWidget:
    found = window().findChild(QWidget, name)
    assert found is not None, name
    return found


def test_today_is_taken_off_and_that_is_taken_back(bench: Bench, qtbot: QtBot) -> None:
    bench.add()
    bench.start()
    chooser = window().today_page.chooser
    qtbot.waitUntil(lambda: chooser.text() == "09:00 to 17:00")
    chooser.chosen.emit(OFF)
    qtbot.waitUntil(lambda: chooser.text() == "Day off")
    qtbot.waitUntil(lambda: part("day_off").isVisible())
    window().undo.emit()
    qtbot.waitUntil(lambda: chooser.text() == "09:00 to 17:00")


def test_a_day_off_is_worked_with_one_press(bench: Bench, qtbot: QtBot) -> None:
    bench.add()
    bench.time.write_text(SATURDAY)
    bench.start()
    qtbot.waitUntil(lambda: part("day_off").isVisible())
    press(window(), "day_off_work")
    qtbot.waitUntil(lambda: not part("day_off").isVisible())
    assert bench.rows("SELECT work_date FROM duty WHERE work_date = '2026-11-28'") != []


def test_a_pause_is_ended_from_its_strip(bench: Bench, qtbot: QtBot) -> None:
    bench.add()
    bench.coach.holding.pause_until(bench.clock.now() + timedelta(hours=3))
    bench.start()
    qtbot.waitUntil(lambda: part("paused_strip").isVisible())
    assert "Paused until 13:29" in texts(part("paused_strip"))
    press(window(), "paused_resume")
    qtbot.waitUntil(lambda: not part("paused_strip").isVisible())


@pytest.mark.parametrize(("answer", "holds"), [("always", [("off",)]), ("no", [])])
def test_an_hour_of_full_screen_is_asked_about_once(
    bench: Bench, qtbot: QtBot, answer: str, holds: list[tuple[str]]
) -> None:
    bench.add()
    bench.other.put_setting(FULL_SCREEN_QUESTION, ASKED)
    bench.start()
    qtbot.waitUntil(lambda: part("full_screen_strip").isVisible())
    press(window(), f"full_screen_{answer}")
    qtbot.waitUntil(lambda: not part("full_screen_strip").isVisible())
    assert bench.rows("SELECT value FROM setting WHERE name = 'hold_full_screen'") == holds
    assert bench.rows("SELECT value FROM setting WHERE name = 'full_screen_question'") == [("answered",)]


def test_a_note_with_an_address_is_asked_about_and_cleaned(bench: Bench, qtbot: QtBot) -> None:
    bench.add()
    bench.start()
    page = window().today_page
    qtbot.waitUntil(lambda: part("later_section").isVisible())
    page.skip.emit(1, None, SkipReason.OTHER.value, ADDRESS)
    qtbot.waitUntil(lambda: part("note_check_strip").isVisible())
    assert "Ask j…@… again" in texts(part("note_check_strip"))
    press(window(), "note_check_remove")
    qtbot.waitUntil(lambda: bench.rows("SELECT text FROM note") == [("Ask … again",)])
    assert not part("note_check_strip").isVisible()


def test_a_note_that_is_kept_stays_whole(bench: Bench, qtbot: QtBot) -> None:
    bench.add()
    bench.start()
    qtbot.waitUntil(lambda: part("later_section").isVisible())
    window().today_page.skip.emit(1, None, SkipReason.OTHER.value, ADDRESS)
    qtbot.waitUntil(lambda: part("note_check_strip").isVisible())
    press(window(), "note_check_keep")
    assert not part("note_check_strip").isVisible()
    assert bench.rows("SELECT text FROM note") == [(ADDRESS,)]


def test_what_worked_is_written_on_the_end_card_and_asked_about(bench: Bench, qtbot: QtBot) -> None:
    typed = Typed("Greet", "it rings", "say the name", "a sip", trigger={"kind": "contact"}, target=RATE)
    bench.coach.habits.add(draft_from(typed))
    bench.start()
    window().today_page.open_card.emit()  # nothing waits: nothing comes
    assert not card_shows()
    bench.time.write_text(END)
    qtbot.waitUntil(lambda: card_shows() and card().findChild(QPlainTextEdit, "worked_today") is not None)
    field = card().findChild(QPlainTextEdit, "worked_today")
    assert field is not None
    field.setPlainText("Called 0301234567 first.")
    qtbot.waitUntil(lambda: bench.rows("SELECT text FROM journal") == [("Called 0301234567 first.",)])
    qtbot.waitUntil(lambda: not part("note_check_strip").isHidden())
    press(window(), "note_check_remove")
    qtbot.waitUntil(lambda: bench.rows("SELECT text FROM journal") == [("Called … first.",)])


def test_how_to_allow_is_told(bench: Bench, qtbot: QtBot) -> None:
    bench.add()
    bench.start()
    window().today_page.strips.show_muted(muted=True)
    assert part("muted_strip").isVisible()
    press(window(), "muted_allow")
    label = window().findChild(QLabel, "notice_headline")
    assert label is not None
    qtbot.waitUntil(lambda: "turn them on for HabitCoach" in label.text())
    window().today_page.strips.show_muted(muted=False)
    assert not part("muted_strip").isVisible()


def test_why_leads_to_the_habit(bench: Bench, qtbot: QtBot) -> None:
    bench.add()
    bench.start()
    qtbot.waitUntil(lambda: part("later_section").isVisible())
    window().today_page.why.emit(1)
    assert window().page is PageName.HABITS
    qtbot.waitUntil(lambda: any("Smile" in one for one in texts(window().habits_page)))


@pytest.mark.parametrize(
    ("name", "said", "habit"),
    [
        ("skip_no_occasion", "Skipped: no occasion", "Smile"),
        ("skip_not_done", "Noted: not done", "Smile"),
    ],
)
def test_a_skip_on_the_card_says_why(bench: Bench, qtbot: QtBot, name: str, said: str, habit: str) -> None:
    bench.add()
    bench.start()
    bench.time.write_text(DUE)
    qtbot.waitUntil(card_shows)
    press(card(), "skip")
    press(card(), name)
    qtbot.waitUntil(lambda: card_shows() and said in texts(card()))
    assert habit in texts(card())


def test_a_habit_that_rests_is_started_again(bench: Bench, qtbot: QtBot) -> None:
    bench.add()
    bench.store.add_pause(Pause(HabitId(1), date(2026, 11, 23), None, RESTING))
    bench.start()
    qtbot.waitUntil(lambda: part("resting_1_strip").isVisible())
    press(window(), "resting_1_again")
    qtbot.waitUntil(lambda: window().findChild(QWidget, "resting_1_strip") is None)
    assert not bench.coach.today().resting
