"""journal: a line written, shown, found and erased."""

from collections.abc import Callable

from tests.cli.conftest import Command

SetClock = Callable[[str], None]


def test_a_line_of_its_own(command: Command, set_clock: SetClock) -> None:
    set_clock("23 16:50")
    assert command("journal", "Wrote the next step first.", "--json").json == {
        "day": "2026-11-23",
        "text": "Wrote the next step first.",
    }
    set_clock("24 16:50")
    assert (
        command("journal", "Asked what they had tried.").out
        == "Tue 24 Nov 2026  Asked what they had tried.\n"
    )
    assert command("journal").out.splitlines() == [
        "Tue 24 Nov 2026  Asked what they had tried.",
        "Mon 23 Nov 2026  Wrote the next step first.",
    ]
    assert command("journal", "--day", "2026-11-23").out == "Mon 23 Nov 2026  Wrote the next step first.\n"
    assert [one["day"] for one in command("journal", "--search", "NEXT first", "--json").json] == [
        "2026-11-23"
    ]
    assert command("journal", "--search", "nowhere").out == "No lines.\n"


def test_changed_and_erased(command: Command, set_clock: SetClock) -> None:
    set_clock("23 16:50")
    command("journal", "One")
    assert command("journal", "Two", "--day", "2026-11-23").out == "Mon 23 Nov 2026  Two\n"
    assert command("journal", "--erase").out == "Erased.\n"
    assert command("journal", "--json").json == []


def test_wrong_use(command: Command) -> None:
    assert command("journal", "One", "--erase").code == 2
    found = command("journal", "One", "--day", "2030-01-01")
    assert (found.code, found.err.startswith("habitcoach: The line")) == (1, True)
