"""A habit after a habit on the command line."""

from collections.abc import Callable

from tests.cli.conftest import Command, add


def test_it_is_due_once_the_other_is_done(command: Command, set_clock: Callable[[str], None]) -> None:
    add(command, "Read", trigger='{"kind":"at","times":["10:30"]}')
    add(command, "Write", trigger='{"kind":"after","habit":1,"minutes":10}')
    assert command("show", "Write", "--json").json["trigger"] == {"kind": "after", "habit": 1, "minutes": 10}
    assert "Cue: 10 min after “Read”" in command("show", "Write").out
    set_clock("10:31")
    assert command("next", "--habit", "Write", "--json").json == []
    command("done", "Read")
    [found] = command("next", "--habit", "Write", "--json").json
    assert (found["slot"], found["due_at"]) == ("2026-11-23/after#1", "2026-11-23T10:41:00+01:00")
    states = {one["slot"]: one["state"] for one in command("today", "--json").json["occasions"]}
    assert states == {"2026-11-23/10:30": "done", "2026-11-23/after#1": "later"}
    set_clock("10:45")
    assert command("done", "Write", "--json").json["slot"] == "2026-11-23/after#1"
    command("undo")
    command("undo")
    assert [one["slot"] for one in command("today", "--json").json["occasions"]] == ["2026-11-23/10:30"]


def test_circles_and_strangers_are_refused(command: Command) -> None:
    add(command, "Read")
    add(command, "Write", trigger='{"kind":"after","habit":1}')
    refused = command("edit", "Read", "--trigger", '{"kind":"after","habit":2}')
    assert refused.code == 2
    assert "Read → Write → Read" in refused.err
    unknown = command("edit", "Read", "--trigger", '{"kind":"after","habit":9}')
    assert unknown.code == 2
    assert "9" in unknown.err
    named = command("edit", "Read", "--trigger", '{"kind":"after"}')
    assert (named.code, "trigger.habit" in named.err) == (2, True)
