"""Habits from a colleague, taken in as the agent's own."""

from habitcoach.coaching.sharing import SharedHabit, Taken
from habitcoach.core.habit import Category, Draft, HabitId
from habitcoach.core.trigger import After, Manual, Trigger
from tests.support.habits import PLAN, at
from tests.support.workplace import Workplace


def shared(name: str, trigger: Trigger | None = None, follows: str = "") -> SharedHabit:
    return SharedHabit(Draft(name, Category.WORDS, PLAN, trigger or at("10:30")), follows)


def test_new_ones_are_added_and_what_is_there_stays(workplace: Workplace) -> None:
    workplace.add(at("11:30"), name="Smile")
    found = workplace.coach.sharing.take([shared("smile"), shared("Thanks"), shared("THANKS")])
    assert found == Taken(("Thanks",), ("smile", "THANKS"))
    assert [one.name for one in workplace.coach.agenda().habits] == ["Smile", "Thanks"]


def test_one_follows_what_comes_with_it_or_is_there(workplace: Workplace) -> None:
    workplace.add(at("11:30"), name="Smile")
    files = [
        shared("Tea", After(1, 5), "Breath"),
        shared("Breath", After(1), "Smile"),
        shared("Lone", After(1), "Nobody"),
    ]
    workplace.coach.sharing.take([shared("Base"), *files])
    triggers = {one.name: one.newest.trigger for one in workplace.coach.agenda().habits}
    numbers = {one.name: one.id for one in workplace.coach.agenda().habits}
    assert triggers["Breath"] == After(numbers["Smile"])
    assert triggers["Lone"] == Manual()
    assert triggers["Tea"] == After(numbers["Breath"], 5)


def test_a_dry_run_changes_nothing(workplace: Workplace) -> None:
    told: list[object] = []
    workplace.coach.announcer.listen(told.append)
    assert workplace.coach.sharing.take([shared("Smile")], dry_run=True) == Taken(("Smile",), ())
    assert (list(workplace.coach.agenda().habits), told) == ([], [])
    assert workplace.coach.sharing.take([]) == Taken((), ())
    assert told == []
    workplace.coach.sharing.take([shared("Smile")])
    assert (workplace.coach.agenda().habits[0].id, len(told)) == (HabitId(1), 1)
