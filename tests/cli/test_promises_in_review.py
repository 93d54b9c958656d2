"""The promises of a week, counted in its review."""

from collections.abc import Callable

from tests.cli.conftest import Command


def test_a_week_counts_its_promises(command: Command, set_clock: Callable[[str], None]) -> None:
    assert command("review", "--json").json["promises"] is None
    for clock in ("10:00", "11:00", "12:00", "13:00"):
        command("promise", clock, "4711")
    set_clock("23 10:05")
    command("keep", "1")
    command("retime", "2", "14:00")
    set_clock("23 12:40")
    command("keep", "3")
    set_clock("23 13:05")
    command("drop", "4")
    found = command("review", "--json").json["promises"]
    assert found == {"made": 4, "kept": 1, "late": 1, "dropped": 1, "retimed": 1}
    assert "Promises: 4 made, 1 kept, 1 kept late, 1 re-timed, 1 dropped." in command("review").out
    assert command("review", "--week", "2026-W47", "--json").json["promises"] is None
