"""Deciding in a review by command: every act, what it prints, and what it refuses."""

from collections.abc import Callable

import pytest

from tests.cli.conftest import Command, add

SetClock = Callable[[str], None]
AT = '{"kind":"at","times":["10:30"]}'


@pytest.fixture
def week(command: Command, set_clock: SetClock, was_there: Callable[..., None]) -> None:
    """Live a week in which four of five were not done; it is Friday, ten minutes before the end."""
    add(command, "Smile", trigger=AT)
    command("edit", "Smile", "--tiny", "one smile")
    set_clock("23 10:31")
    command("done", "Smile")
    was_there(24, 25, 26)
    set_clock("27 16:50")


@pytest.mark.usefixtures("week")
def test_decide_finish_and_what_holds(command: Command, set_clock: SetClock) -> None:
    found = command("review", "decide", "Smile", "make_smaller", "--json").json
    assert found == {
        "habit_id": 1,
        "decision": "make_smaller",
        "parameters": {"routine": "one smile"},
        "week": "2026-W48",
        "from_date": None,
        "habit": "Smile",
    }
    assert "1 decision waits: habitcoach review finish" in command("review").out
    done = command("review", "finish", "--json").json
    assert (done["week"], done["from_date"]) == ("2026-W48", "2026-11-28")
    assert [one["habit"] for one in done["decisions"]] == ["Smile"]
    shown = command("review", "--json").json
    assert (shown["state"], shown["finished_at"]) == ("finished", "2026-11-27T16:50:00+01:00")
    assert [one["from_date"] for one in shown["decisions"]] == ["2026-11-28"]
    set_clock("30 08:00")
    [version] = command("why", "Smile", "--json").json["versions"][-1:]
    assert (version["routine"], version["from_date"]) == ("one smile", "2026-11-28")


@pytest.mark.usefixtures("week")
def test_in_words(command: Command) -> None:
    said = command("review", "decide", "Smile", "make_smaller").out
    assert said == "Smile: Make it smaller, once you finish: habitcoach review finish\n"
    said = command("review", "finish").out
    assert said == "The review of 2026-W48 is finished. 1 decision holds from Mon 30 Nov 2026 on.\n"
    assert command("review", "reopen").out == "The review of 2026-W48 is open again; its decisions wait.\n"
    assert command("review", "decide", "Smile", "--take-back").out == "Nothing is decided about Smile.\n"
    assert command("review", "finish").out.startswith("The review of 2026-W48 is finished. Nothing changes")


@pytest.mark.usefixtures("week")
def test_another_cue(command: Command) -> None:
    trigger = '{"kind":"shift","anchor":"start","offset":5}'
    found = command(
        "review", "decide", "Smile", "change_cue", "--trigger", trigger, "--when", "I log in", "--json"
    ).json
    assert found["parameters"]["when"] == "I log in"
    wrong = command("review", "decide", "Smile", "change_cue", "--trigger", "{")
    assert (wrong.code, wrong.err.startswith("habitcoach: trigger is not valid JSON")) == (2, True)
    wrong = command("review", "decide", "Smile", "change_cue")
    assert (wrong.code, wrong.err) == (
        1,
        "habitcoach: change_cue: say what it should be from then on.\n",
    )


@pytest.mark.usefixtures("week")
def test_later(command: Command) -> None:
    found = command("review", "later", "--json").json
    assert found == {"week": "2026-W48", "until": "2026-11-30T09:00:00+01:00"}
    said = "It comes again with the start of the next shift, Mon 30 Nov 09:00.\n"
    assert command("review", "later").out == said
    assert command("review", "--json").json["put_off_until"] == "2026-11-30T09:00:00+01:00"


@pytest.mark.usefixtures("week")
def test_what_is_written(command: Command) -> None:
    assert command("review", "plan", "--if", "it rings").out == "If it rings, then next week I will ….\n"
    command("review", "plan", "--then", "smile")
    assert command("review", "moment", "She laughed.").out == "She laughed.\n"
    found = command("review", "--json").json
    assert (found["plan"], found["moment"]) == ({"if": "it rings", "then": "smile"}, "She laughed.")
    assert "If it rings, then next week I will smile." in command("review").out
    assert command("review", "moment", "").out == "Erased.\n"


@pytest.mark.usefixtures("week")
def test_the_principle(command: Command) -> None:
    assert command("review", "principle").out == "No habit says why it matters yet.\n"
    command("edit", "Smile", "--why", "A voice is all they have of me.")
    found = command("review", "principle", "--json").json
    assert (found["principle"], found["rethought"]) == ("A voice is all they have of me.", "not_yet")
    assert command("review", "principle", "--still-mine", "--json").json["rethought"] == "still_mine"
    assert (
        command("review", "principle", "My voice is all they have.").out == "“My voice is all they have.”\n"
    )


@pytest.mark.usefixtures("week")
@pytest.mark.parametrize(
    "words",
    [
        ("decide", "Smile"),
        ("decide", "Smile", "keep", "--take-back"),
        ("principle", "Mine", "--still-mine"),
        ("decide", "Smile", "fade"),
    ],
)
def test_wrong_use(command: Command, words: tuple[str, ...]) -> None:
    assert command("review", *words).code == 2


@pytest.mark.usefixtures("week")
def test_what_is_refused(command: Command) -> None:
    command("review", "finish")
    found = command("review", "decide", "Smile", "keep")
    assert (found.code, "is finished" in found.err) == (1, True)
    found = command("review", "reopen", "--week", "2026-W47")
    assert found.err == "habitcoach: The review of 2026-W47 is not finished.\n"


def test_too_early(command: Command) -> None:
    add(command, "Smile", trigger=AT)
    found = command("review", "finish")
    assert (found.code, found.err.startswith("habitcoach: It is too early for the review of 2026-W4")) == (
        1,
        True,
    )
