"""Promises: each answer taken back."""

import sqlite3
from contextlib import closing

import pytest

from habitcoach.core.errors import EnvironmentFaultError, RefusedError
from habitcoach.core.judging import Outcome
from habitcoach.core.promise import PromiseId, PromiseState
from tests.coaching.promises.promise_parts import TUESDAY, outcomes, state
from tests.support.habits import MONDAY, at
from tests.support.promise_desk import FIRST, PromiseDesk


def test_undo_takes_each_answer_back_in_turn(desk: PromiseDesk) -> None:
    smile = desk.add(at("10:30"))
    desk.promise("15:40")
    desk.promise("16:30")
    desk.go_to("10:31")
    desk.retime("15:00")
    desk.done(smile, f"{MONDAY}/10:30")
    desk.go_to("14:50")
    desk.keep()
    desk.drop(PromiseId(2))
    desk.go_to("14:59")
    kinds = []
    while True:
        try:
            kinds.append(desk.undo().kind)
        except RefusedError:
            break
    assert kinds == ["drop", "keep", "done", "retime"]
    found = desk.store.promise(FIRST)
    assert found is not None
    assert (found.place, found.retimed, found.state) == (f"{MONDAY}T15:40", 0, PromiseState.OPEN)
    assert state(desk, PromiseId(2)) is PromiseState.OPEN
    assert outcomes(desk) == [(Outcome.OPEN, 0, 0)]


def test_undo_of_keep_takes_its_reward_and_lets_the_cue_wait_again(desk: PromiseDesk) -> None:
    desk.promise("15:40")
    desk.go_to("15:40")
    desk.keep()
    told = desk.undo()
    assert told.promise is not None
    assert (told.kind, told.slot, told.promise.stands.value) == ("keep", f"{MONDAY}T15:40/promise:1", "due")
    assert (desk.states(), len(desk.titles())) == (("expired", "shown"), 2)
    desk.cueing.look()
    assert len(desk.titles()) == 2
    with closing(sqlite3.connect(desk.path)) as file:
        assert file.execute("SELECT count(*) FROM reward").fetchone() == (0,)


def test_undo_after_its_window_leaves_the_prompt_expired(desk: PromiseDesk) -> None:
    desk.promise("15:40")
    desk.go_to("15:40")
    desk.keep()
    desk.go_to("09:00", TUESDAY)
    desk.undo()
    assert (desk.states(), desk.stands()) == (("expired", "expired"), ["due"])


def test_undo_of_a_new_time_ends_the_new_prompts(desk: PromiseDesk) -> None:
    desk.promise("15:40")
    desk.retime("10:00")
    desk.go_to("09:50")
    assert desk.states(f"{MONDAY}T10:00") == ("shown", "")
    desk.undo()
    assert (desk.states(f"{MONDAY}T10:00"), desk.notifier.up) == (("expired", ""), {})
    desk.go_to("15:40")
    assert desk.states() == ("expired", "shown")


def test_undo_of_a_snooze(desk: PromiseDesk) -> None:
    desk.promise("15:40")
    desk.go_to("15:40")
    desk.put_off(15)
    told = desk.undo()
    assert (told.kind, told.slot, desk.stands()) == ("snooze", f"{MONDAY}T15:40/due", ["due"])
    assert desk.states() == ("expired", "shown")
    with pytest.raises(RefusedError):
        desk.undo()


def test_undo_of_an_answer_to_a_snoozed_one_lets_it_sleep_on(desk: PromiseDesk) -> None:
    desk.promise("15:40")
    desk.go_to("15:40")
    desk.put_off(30)
    desk.keep()
    desk.undo()
    assert desk.stands() == ["snoozed"]
    assert desk.undo().kind == "snooze"


def test_an_undo_that_fails_leaves_the_promise_answered(
    desk: PromiseDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.promise("15:40")
    desk.keep()

    def fail(*_: object) -> None:
        raise EnvironmentFaultError("disk_full")

    monkeypatch.setattr(desk.store, "put_runs", fail)
    with pytest.raises(EnvironmentFaultError):
        desk.undo()
    monkeypatch.undo()
    assert (state(desk), outcomes(desk)) == (PromiseState.KEPT, [(Outcome.OPEN, 1, 1)])
