"""fade and review answer: what may become of a cue, and what the agent says of a habit."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from tests.cli.conftest import Command, add

SetClock = Callable[[str], None]
MONDAY = date(2026, 11, 23)


@pytest.fixture
def live(command: Command, monkeypatch: pytest.MonkeyPatch) -> Callable[[int, int], None]:
    """Return what lives through weekdays: the habit done early, and rated on Fridays."""

    def through(first: int, last: int) -> None:
        for number in range(first, last + 1):
            weeks, days = divmod(number - 1, 5)
            day = MONDAY + timedelta(weeks=weeks, days=days)
            monkeypatch.setenv("HABITCOACH_NOW", f"{day}T09:05+01:00 Europe/Berlin")
            assert command("done", "Smile").code == 0
            if days == 4:
                assert command("review", "answer", "Smile", "--by-itself", "6").code == 0

    return through


def stage(command: Command) -> Any:  # a number
    [found] = command("streaks", "--json").json
    return found["stage"]


def test_a_habit_done_by_itself_goes_quiet(
    command: Command, live: Callable[[int, int], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    add(command, "Smile", trigger='{"kind":"shift","anchor":"start","offset":30}')
    live(1, 14)
    assert stage(command) == 0
    live(15, 15)
    assert stage(command) == 1
    assert command("streaks").out.endswith("Cues: if I forget.\n")
    week = command("review", "--json").json["habits"][0]
    assert (week["stage"], week["automaticity"], week["proposed"]) == (0, 5 / 6, None)
    [change] = week["stage_changes"]
    assert (change["from_date"], change["after"], change["cause"]) == ("2026-12-12", 1, "steady")
    assert "From Sat 12 Dec 2026 on: Cues: if I forget. Kept 10 of the last 10 times" in command("review").out
    live(16, 30)
    assert stage(command) == 3
    monkeypatch.setenv("HABITCOACH_NOW", "2027-01-04T09:00+01:00 Europe/Berlin")
    assert "09:30  later    Smile · quiet: you start this yourself" in command("today").out
    why = command("why", "Smile", "--json").json
    assert [one["after"] for one in why["fading"]["changes"]] == [1, 2, 3]
    numbers = why["fading"]["changes"][-1]["numbers"]
    assert (numbers["self_started"], numbers["self_started_of"], numbers["self_started_asked"]) == (7, 7, 0.8)
    assert why["made_of"]["answers"][0] == {"kept": 5, "mean": 6.0}
    lines = command("why", "Smile").out.splitlines()
    assert "Cues: quiet since Fri 01 Jan 2027. You start this yourself." in lines
    assert lines[5].endswith("You said it happens by itself (0.83 of 1, 0.50 asked).")


def test_a_clock_time_is_asked_about(command: Command, live: Callable[[int, int], None]) -> None:
    add(command, "Smile", trigger='{"kind":"at","times":["10:30"]}')
    refused = command("fade", "Smile", "accept")
    assert (refused.code, refused.out) == (1, "")
    assert refused.err == (
        "habitcoach: Nothing is proposed for the cues of “Smile”. See: habitcoach fade 1\n"
    )
    live(1, 15)
    found = command("fade", "Smile", "--json").json
    assert (found["stage"], found["consent"], found["own_consent"]) == (0, "ask", None)
    assert (found["proposed"]["after"], found["proposed"]["cause"]) == (1, "steady")
    assert (
        "Fewer cues are possible: if I forget. Kept 10 of the last 10 times" in command("fade", "Smile").out
    )
    assert "To say yes: habitcoach fade 1 accept" in command("review").out
    assert command("review", "--json").json["habits"][0]["proposed"]["after"] == 1
    assert "Fewer cues are possible: if I forget." in command("why", "Smile").out
    assert command("fade", "Smile", "accept", "--json").json["proposed"] is None
    live(16, 16)
    assert stage(command) == 1
    assert "From Sat 12 Dec 2026 on: Cues: if I forget. You said yes to it." in command("fade", "Smile").out
    never = command("fade", "Smile", "never").out.splitlines()
    assert never[:2] == [
        "Smile: Cues: every time, since Mon 14 Dec 2026.",
        "Cues may become: always all of them.",
    ]
    assert never[-1] == "From Mon 14 Dec 2026 on: Cues: every time. You chose to have every cue."
    assert command("fade", "Smile", "default", "--json").json["consent"] == "ask"


def test_misses_are_told_with_their_numbers(
    command: Command, live: Callable[[int, int], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    add(command, "Smile", trigger='{"kind":"shift","anchor":"start","offset":30}')
    live(1, 16)
    for day in (15, 16):
        monkeypatch.setenv("HABITCOACH_NOW", f"2026-12-{day}T16:00+01:00 Europe/Berlin")
        command("skip", "Smile", "--reason", "not_done")
    monkeypatch.setenv("HABITCOACH_NOW", "2026-12-17T08:00+01:00 Europe/Berlin")
    assert "It was missed twice in a row, so its cue helps again." in command("fade", "Smile").out


def test_what_never_fades(command: Command) -> None:
    add(command, "Smile")
    assert command("fade", "Smile").out == "Smile: its cues stay as they are.\n"
    found = command("fade", "Smile", "automatic")
    assert (found.code, found.err) == (1, "habitcoach: The cues of “Smile” always stay as they are.\n")
    assert command("fade", "Smile", "sometimes").code == 2
    assert "Cues:" not in command("streaks").out + command("show", "Smile").out + command("why", "Smile").out


def test_the_setting_for_all(command: Command) -> None:
    add(command, "Smile", trigger='{"kind":"shift","anchor":"start","offset":30}')
    assert command("settings", "fading").out == "automatic\n"
    assert command("settings", "fading", "ask").out == "ask\n"
    assert command("fade", "Smile", "--json").json["consent"] == "ask"
    assert command("settings", "fading", "sometimes").code == 2


def test_answers_are_kept_and_added_to(command: Command, set_clock: SetClock) -> None:
    add(command, "Smile", trigger='{"kind":"at","times":["10:30"]}')
    set_clock("12:00")
    first = command("review", "answer", "Smile", "--by-itself", "5", "--hindered", "forgot", "--json").json
    assert first == {
        "habit_id": 1,
        "habit": "Smile",
        "week": "2026-W48",
        "by_itself": 5,
        "without_remembering": None,
        "without_thinking": None,
        "before_noticing": None,
        "automaticity": pytest.approx(2 / 3),
        "hindered": ["forgot"],
        "helped": "",
        "reward_worth_it": None,
    }
    more = ("--without-remembering", "4", "--without-thinking", "4", "--before-noticing", "3")
    rest = ("--helped", " a  note ", "--reward-worth-it", "no")
    found = command("review", "answer", "Smile", *more, *rest, "--json").json
    assert (found["by_itself"], found["automaticity"]) == (5, 0.5)
    assert (found["hindered"], found["helped"], found["reward_worth_it"]) == (["forgot"], "a note", False)
    found = command("review", "answer", "Smile", "--hindered", "nothing", "--json").json
    assert (found["hindered"], found["helped"], found["reward_worth_it"]) == ([], "a note", False)
    [streak] = command("streaks", "--json").json
    assert streak["automaticity"] == 0.5
    said = command("review", "answer", "Smile", "--week", "2026-W48").out.splitlines()
    assert said == [
        "Answered for Smile, week 2026-W48.",
        "Keep it as it is. It is too early to say; a few more will show how it goes.",
    ]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--by-itself", "8"), "habitcoach: --by-itself: give a whole number from 1 to 7.\n"),
        (("--before-noticing", "0"), "habitcoach: --before-noticing: give a whole number from 1 to 7.\n"),
        (
            ("--without-thinking", "3"),
            "habitcoach: Answer --by-itself first; the other statements are beside it.\n",
        ),
        (("--helped", "x" * 2001), "habitcoach: What helped has 2001 characters; keep it to 2000.\n"),
        (("--by-itself", "3", "--week", "2026-W47"), "habitcoach: The week lies before “Smile” began.\n"),
    ],
)
def test_answers_that_cannot_be_kept(
    command: Command, set_clock: SetClock, arguments: tuple[str, ...], says: str
) -> None:
    add(command, "Smile", trigger='{"kind":"at","times":["10:30"]}')
    set_clock("12:00")
    found = command("review", "answer", "Smile", *arguments)
    assert (found.code, found.out, found.err) == (1, "", says)
    assert command("review", "answer", "Smile", "--json").json["by_itself"] is None
