"""Commands write while the app runs."""

from collections.abc import Iterator

import pytest

from habitcoach.coaching.changes import Changed
from habitcoach.coaching.coach import Coach
from habitcoach.coaching.recording import Log
from habitcoach.core.entry import Source
from habitcoach.core.habit import Category, Draft
from habitcoach.storage.opening import open_store
from tests.support.habits import MONDAY, PLAN, at
from tests.support.workplace import Workplace

SLOT = f"{MONDAY}/10:30"


@pytest.fixture
def command(workplace: Workplace) -> Iterator[Coach]:
    """Return the coach of another process."""
    store = open_store(workplace.path, 1000)
    yield Coach(store, workplace.clock)
    store.close()


def test_an_answer_from_a_command_leaves_every_surface(workplace: Workplace, command: Coach) -> None:
    habit = workplace.add(at("10:30"))
    workplace.go_to("10:31")
    heard: list[Changed] = []
    workplace.coach.announcer.listen(heard.append)
    command.recording.done(Log(habit.id, Source.COMMAND))
    assert workplace.coach.notice_other_writers()
    assert heard == [Changed()]
    workplace.cueing.settle()
    assert workplace.notifier.up == {}
    assert workplace.streak(habit) == 1


def test_nobody_wrote(workplace: Workplace) -> None:
    workplace.add(at("10:30"))
    assert not workplace.coach.notice_other_writers()


def test_an_answer_nobody_has_noticed_yet_still_stops_its_cue(workplace: Workplace, command: Coach) -> None:
    habit = workplace.add(at("10:30"))
    workplace.streak(habit)
    workplace.clock.moment = workplace.clock.now().replace(hour=9, minute=30)
    command.recording.done(Log(habit.id, Source.COMMAND, slot=SLOT))
    workplace.cueing.look()
    assert workplace.titles() == []
    assert workplace.state(SLOT) == ""


def test_a_habit_from_a_command_gets_its_alarm(workplace: Workplace, command: Coach) -> None:
    command.habits.add(Draft("New", Category.WORDS, PLAN, at("11:00")))
    workplace.coach.notice_other_writers()
    workplace.cueing.settle()
    workplace.go_to("11:00")
    assert workplace.titles() == ["New"]


def test_two_processes_claim_a_cue_once(
    workplace: Workplace, tmp_path_factory: pytest.TempPathFactory
) -> None:
    del tmp_path_factory
    workplace.add(at("10:30"))
    second = Workplace(workplace.path.parent)
    second.clock = workplace.clock
    second.close()
    second.open()
    workplace.clock.moment = workplace.clock.now().replace(hour=9, minute=30)
    workplace.cueing.look()
    second.cueing.look()
    assert (len(workplace.titles()), len(second.titles())) == (1, 0)
    second.close()
