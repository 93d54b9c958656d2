"""Attempts: what the disk does not take is kept in order, told once, and offered again."""

import logging
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from habitcoach.app.attempts import MOST_RETRIES, SAVING_AFTER, Attempts
from habitcoach.core.errors import EnvironmentFaultError, RefusedError
from habitcoach.texts.troubles import DAMAGED, TROUBLES, quit_words, trouble_words
from habitcoach.ui.saving import Saving

PLACE = ("habit:1", "2026-11-23/10:30")
OTHER = ("habit:2", "2026-11-23/11:00")


class Disk:
    """A disk that takes names, unless something is in its way."""

    def __init__(self) -> None:
        self.taken: list[str] = []
        self.tries = 0
        self.fault = ""
        self.spare = 0  #: how often something could be freed
        self.gone = False

    def take(self, name: str) -> None:
        self.tries += 1
        if self.fault:
            raise EnvironmentFaultError(self.fault)
        self.taken.append(name)

    def check(self) -> None:
        if self.gone:
            raise EnvironmentFaultError("file_gone")

    def make_room(self) -> bool:
        if not self.spare:
            return False
        self.spare -= 1
        self.fault = ""
        return True


class Agent:
    """Attempts on a disk, and what they said."""

    def __init__(self) -> None:
        self.disk = Disk()
        self.attempts = Attempts(check=self.disk.check, make_room=self.disk.make_room)
        self.said: list[Saving] = []
        self.refused: list[str] = []
        self.recovered = 0
        self.attempts.changed.connect(self.said.append)
        self.attempts.refused.connect(self.refused.append)
        self.attempts.recovered.connect(self._recover)

    def _recover(self) -> None:
        self.recovered += 1

    def run(self, name: str) -> None:
        self.attempts.run(lambda: self.disk.take(name))

    def keep(self, name: str, place: tuple[str, str] | None = None) -> None:
        self.attempts.keep(lambda: self.disk.take(name), place)


@pytest.fixture
def agent(qtbot: QtBot) -> Iterator[Agent]:
    del qtbot
    made = Agent()
    yield made
    made.attempts.finish()


def test_when_all_is_well_everything_runs_at_once_and_nothing_is_said(agent: Agent) -> None:
    agent.run("a")
    agent.keep("b", PLACE)
    assert agent.disk.taken == ["a", "b"]
    assert agent.said == []
    assert agent.attempts.state == Saving()


@pytest.mark.parametrize("fault", [code for code in TROUBLES if code not in {"file_busy", "file_gone"}])
def test_what_the_disk_refuses_is_kept_in_order_and_lands_when_it_takes_it(agent: Agent, fault: str) -> None:
    agent.disk.fault = fault
    for name, place in (("a", PLACE), ("b", None), ("c", OTHER)):
        agent.keep(name, place)
    assert agent.attempts.state == Saving(False, fault, 3, frozenset({PLACE, OTHER}))
    assert agent.attempts.is_open(PLACE)
    assert agent.disk.tries == 1, "what comes later waits for what came first"
    agent.disk.fault = ""
    agent.attempts.try_again()
    assert agent.disk.taken == ["a", "b", "c"]
    assert (agent.said[-1], agent.recovered, agent.refused) == (Saving(), 1, [])
    assert not agent.attempts.is_open(PLACE)


def test_it_tries_again_by_itself(agent: Agent, qtbot: QtBot) -> None:
    agent.disk.fault = "read_only"
    agent.keep("a")
    agent.disk.fault = ""
    qtbot.waitUntil(lambda: agent.disk.taken == ["a"], timeout=10_000)
    assert agent.recovered == 1


def test_the_trouble_is_told_once_while_it_lasts(agent: Agent) -> None:
    agent.disk.fault = "disk_full"
    agent.keep("a")
    for _ in range(3):
        agent.attempts.try_again()
    assert agent.said == [Saving(trouble="disk_full", unsaved=1)]
    agent.disk.fault = "read_only"
    agent.attempts.try_again()
    assert agent.said[-1] == Saving(trouble="read_only", unsaved=1)


def test_what_can_be_done_anew_is_dropped_and_tells_when_the_disk_is_well(agent: Agent) -> None:
    agent.disk.fault = "cannot_write"
    agent.run("look")
    agent.run("look again")
    assert agent.attempts.state == Saving(trouble="cannot_write")
    agent.attempts.try_again()
    assert agent.recovered == 0
    agent.disk.fault = ""
    agent.attempts.try_again()
    assert agent.disk.taken == ["look again"]
    assert agent.recovered == 1


def test_reading_goes_on_while_answers_wait(agent: Agent) -> None:
    agent.disk.fault = "disk_full"
    agent.keep("a")
    read: list[str] = []
    agent.attempts.run(lambda: read.append("today"))
    assert read == ["today"]
    assert agent.attempts.state.unsaved == 1


def test_the_reserve_lets_what_was_typed_land(agent: Agent) -> None:
    agent.disk.fault, agent.disk.spare = "disk_full", 1
    agent.keep("a")
    assert (agent.disk.taken, agent.said) == (["a"], [])
    agent.disk.fault = "disk_full"
    agent.keep("b")
    assert agent.attempts.state == Saving(trouble="disk_full", unsaved=1)


def test_nothing_is_written_to_a_file_that_is_gone(agent: Agent) -> None:
    agent.disk.gone = True
    agent.keep("a")
    assert agent.disk.tries == 0
    assert agent.attempts.state.trouble == "file_gone"
    agent.disk.gone = False
    agent.attempts.try_again()
    assert agent.disk.taken == ["a"]


def test_a_busy_file_delays_and_is_shown_as_saving(agent: Agent, qtbot: QtBot) -> None:
    agent.disk.fault = "file_busy"
    agent.keep("a", PLACE)
    agent.keep("b")
    assert agent.said == []
    qtbot.waitUntil(lambda: agent.disk.tries >= SAVING_AFTER)
    assert agent.attempts.state == Saving(slow=True, places=frozenset({PLACE}))
    agent.disk.fault = ""
    qtbot.waitUntil(lambda: agent.disk.taken == ["a", "b"])
    assert agent.said[-1] == Saving()
    assert agent.recovered == 0


def test_a_file_busy_for_long_is_a_trouble_with_a_cure(agent: Agent, qtbot: QtBot) -> None:
    agent.disk.fault = "file_busy"
    agent.keep("a", PLACE)
    qtbot.waitUntil(lambda: agent.disk.tries > MOST_RETRIES, timeout=60_000)
    assert agent.attempts.state == Saving(False, "file_busy", 1, frozenset({PLACE}))
    before = agent.disk.tries
    agent.keep("b")
    agent.run("c")
    assert agent.disk.tries == before + 1, "while it lasts, each is tried once"
    agent.disk.fault = ""
    agent.attempts.try_again()
    assert agent.disk.taken == ["a", "b", "c"]


def test_the_last_answer_can_be_taken_back_before_it_is_saved(agent: Agent) -> None:
    assert not agent.attempts.take_back_last()
    agent.disk.fault = "disk_full"
    agent.keep("a")
    agent.keep("b")
    assert agent.attempts.take_back_last()
    agent.disk.fault = ""
    agent.attempts.try_again()
    assert agent.disk.taken == ["a"]


def test_an_action_may_ask_for_another(agent: Agent) -> None:
    def first() -> None:
        agent.keep("second")
        agent.disk.take("first")

    agent.attempts.run(first)
    assert agent.disk.taken == ["first", "second"]


def test_a_refusal_is_said_and_over_with(agent: Agent) -> None:
    def refuse() -> None:
        raise RefusedError("nothing_to_undo")

    def go_without_display() -> None:
        raise EnvironmentFaultError("no_display")

    agent.attempts.keep(refuse)
    agent.attempts.keep(go_without_display)
    assert agent.refused[0] == "There is nothing to undo."
    assert len(agent.refused) == 2
    assert agent.attempts.state == Saving()


def test_a_mistake_of_ours_is_logged_and_over_with(agent: Agent, caplog: pytest.LogCaptureFixture) -> None:
    agent.attempts.keep(lambda: 1 // 0)
    agent.keep("a")
    assert agent.disk.taken == ["a"]
    assert "ZeroDivisionError" in caplog.text
    assert "Your data are safe" in agent.refused[0]


@pytest.mark.parametrize("fault", ["disk_full", "file_busy"])
def test_quitting_tries_once_more_and_the_log_tells_what_was_left(
    agent: Agent, caplog: pytest.LogCaptureFixture, fault: str
) -> None:
    agent.disk.fault = fault
    agent.keep("a")
    with caplog.at_level(logging.ERROR):
        agent.attempts.finish()
    assert "1" in caplog.text
    agent.disk.fault = ""
    agent.attempts.finish()
    assert agent.disk.taken == ["a"]


def test_a_damaged_file_stays_a_trouble_even_while_it_takes_what_it_is_given(agent: Agent) -> None:
    agent.attempts.declare_damaged()
    agent.keep("a")
    agent.attempts.try_again()
    assert agent.disk.taken == ["a"]
    assert agent.said == [Saving(trouble=DAMAGED)]
    assert "damaged" in trouble_words(DAMAGED, 0)[0]


def test_every_trouble_says_what_happened_what_is_safe_and_what_to_do() -> None:
    for code, cure in TROUBLES.items():
        headline, line = trouble_words(code, 1)
        assert headline == "Your last log is not saved yet"
        safe = "What you log is kept in memory, and" if code == DAMAGED else "Everything before it is safe."
        assert line == f"{cure} {safe} HabitCoach keeps trying."
        assert trouble_words(code, 3)[0] == "Your last 3 logs are not saved yet"
        assert ("kept" in trouble_words(code, 0)[1]) or code == DAMAGED
    assert quit_words(1) == (
        "Quit without your last log?",
        "It is not on the disk yet, and quitting drops it.",
    )
    assert "3" in quit_words(3)[0]
