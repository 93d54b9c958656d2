"""done --estimate."""

import pytest

from habitcoach.core.habit import HabitId
from tests.cli.conftest import Command, Line, add


@pytest.fixture
def names(command: Command) -> HabitId:
    """Add a rate habit met in every contact."""
    added = add(command, "Names", trigger='{"kind":"contact"}', target='{"kind":"rate","goal":80}')
    return HabitId(added.json["habit_id"])


@pytest.mark.usefixtures("names")
@pytest.mark.parametrize(("word", "hits"), [("none", 0), ("some", 3), ("half", 5), ("most", 8), ("all", 10)])
def test_a_word_stands_for_hits_of_ten(command: Command, word: str, hits: int) -> None:
    found = command("done", "Names", "--estimate", word, "--json")
    assert (found.code, found.json["count"], found.json["of"]) == (0, hits, 10)
    [counter] = command("today", "--json").json["counters"]
    assert (counter["hits"], counter["of"]) == (hits, 10)


@pytest.mark.usefixtures("names")
def test_counts_win_in_one_clear_line(command: Command) -> None:
    command("done", "Names", "--count", "1", "--of", "2")
    found = command("done", "Names", "--estimate", "most")
    assert (found.code, found.out) == (1, "")
    assert found.err == "habitcoach: “Names” has counts that day, 1 of 2, and these win over an estimate.\n"


@pytest.mark.usefixtures("names")
@pytest.mark.parametrize("more", [["--of", "3"], ["--count", "2"]])
def test_an_estimate_takes_no_counts(command: Command, more: list[str]) -> None:
    assert command("done", "Names", "--estimate", "most", *more).code == 2


def test_a_habit_without_contacts_is_not_estimated(command: Command, smile: Line) -> None:
    found = command("done", "Smile", "--estimate", "most")
    assert (found.code, smile.code) == (1, 0)
    wanted = "habitcoach: --estimate is only for a rate habit met in every contact; “Smile” is none.\n"
    assert found.err == wanted
