"""away: the question about dates nobody saw, and its answers."""

from collections.abc import Callable

import pytest

from tests.cli.conftest import Command, Line

SetClock = Callable[[str], None]
ASKED = {"first": "2026-11-24", "last": "2026-11-26", "dates": ["2026-11-24", "2026-11-25", "2026-11-26"]}


@pytest.fixture
def away_for_days(command: Command, set_clock: SetClock, smile: Line) -> None:
    """Keep a habit on Monday the 23rd and on Friday the 27th."""
    del smile
    for day in ("23", "27"):
        set_clock(f"{day} 10:31")
        command("done", "Smile")
    set_clock("27 12:00")


@pytest.mark.usefixtures("away_for_days")
def test_the_question_is_asked_in_today(command: Command) -> None:
    assert command("today", "--json").json["absence"] == ASKED
    assert command("away", "--json").json == ASKED
    line = (
        "Nothing seen Tue 24 Nov to Thu 26 Nov. "
        "Off then: habitcoach away off. At work: habitcoach away worked\n"
    )
    assert command("away").out == line
    assert line in command("today").out


@pytest.mark.usefixtures("away_for_days")
def test_off_answers_all_that_is_asked(command: Command) -> None:
    before = command("streaks", "--json").json
    assert command("away", "off", "--json").json == {"answer": "off", "dates": ASKED["dates"]}
    assert command("today", "--json").json["absence"] is None
    assert command("away").out == "Nothing is asked.\n"
    assert command("streaks", "--json").json == before
    assert before[0]["current"] == 2


@pytest.mark.usefixtures("away_for_days")
def test_worked_is_judged_and_can_be_taken_back(command: Command) -> None:
    found = command("away", "worked", "2026-11-23..2026-11-24")
    assert found.out == "Worked: 2026-11-24. Now fill in what you did.\n"
    assert command("today", "--json").json["absence"]["first"] == "2026-11-25"
    assert command("streaks", "--json").json[0]["bounce_back"]["misses"] == 1
    assert command("away", "ask", "2026-11-24").out == "Asked again: 2026-11-24.\n"
    assert command("away", "--json").json == ASKED


@pytest.mark.usefixtures("away_for_days")
def test_one_date_alone(command: Command) -> None:
    command("away", "off", "2026-11-25..2026-11-26")
    assert command("away").out.startswith("Nothing seen Tue 24 Nov. Off then")


@pytest.mark.usefixtures("smile")
@pytest.mark.parametrize("words", [("off",), ("worked", "2026-11-23"), ("ask", "2026-11-20..2026-11-23")])
def test_what_is_not_asked_cannot_be_answered(command: Command, words: tuple[str, ...]) -> None:
    found = command("away", *words)
    assert (found.code, found.out) == (1, "")
    assert found.err.startswith("habitcoach: Nothing is asked about these dates.")


def test_showing_the_question_makes_no_home(command: Command) -> None:
    assert command("away", "--json").json is None


@pytest.mark.usefixtures("away_for_days")
def test_a_command_that_writes_puts_down_where_dates_were_lived(
    command: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = [one["outcome"] for one in command("why", "Smile", "--json").json["periods"]]
    monkeypatch.setenv("HABITCOACH_NOW", "2026-11-27T12:30-05:00 America/New_York")
    command("done", "Smile", "--at", "2026-11-27T10:40-05:00")
    shown = [one["outcome"] for one in command("why", "Smile", "--json").json["periods"]]
    assert shown[:4] == before[:4]
