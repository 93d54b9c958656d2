"""Any life of promises on a real file: what is counted is what became of them, and undo leads back."""

from collections import Counter
from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from habitcoach.coaching.coach import Coach
from habitcoach.coaching.promise_habit import is_promise_habit
from habitcoach.core.entry import EntryKind, Source
from habitcoach.core.errors import InputError, RefusedError
from habitcoach.core.ledger import live
from habitcoach.core.promise import GRACE, Promise, PromiseId, PromiseState
from habitcoach.core.prompt import PromptState
from tests.support.promise_desk import PromiseDesk
from tests.support.thoroughness import examples

_MINUTES = (1, 9, 10, 11, 30, 90, 600, 1500)

_steps = st.one_of(
    st.tuples(st.just("make"), st.sampled_from(_MINUTES)),
    st.tuples(st.just("wait"), st.sampled_from(_MINUTES)),
    st.tuples(st.sampled_from(("keep", "drop", "undo", "restart", "snooze")), st.integers(1, 3)),
    st.tuples(st.just("retime"), st.sampled_from(_MINUTES)),
)


def live_through(desk: PromiseDesk, steps: list[tuple[str, int]]) -> None:
    """Do what the steps say, as far as it can be done."""
    promises = desk.coach.promises
    for step, number in steps:
        one = PromiseId(number)
        due = desk.clock.now() + timedelta(minutes=number)
        try:
            match step:
                case "make":
                    desk.promise_at(due)
                case "wait":
                    desk.go_on(timedelta(minutes=number))
                case "keep":
                    desk.keep(one)
                case "drop":
                    desk.drop(one)
                case "snooze":
                    promises.snooze(one, timedelta(minutes=15))
                case "retime":
                    promises.retime(PromiseId(1), due, Source.WINDOW)
                case "undo":
                    desk.undo()
                case _:
                    desk.restart()
                    promises = desk.coach.promises
        except (RefusedError, InputError):
            continue
        desk.cueing.look()


def counted(desk: PromiseDesk) -> tuple[int, int]:
    """Return hits and opportunities over all work dates that are over, read from the standing."""
    agenda = desk.coach.agenda()
    built_in = next((one for one in agenda.habits if is_promise_habit(one)), None)
    if built_in is None:
        return 0, 0
    days = desk.coach.standings.of(agenda, built_in).days
    fresh = Coach(desk.store, desk.clock).standings.of(agenda, built_in)
    assert dict(days) == dict(fresh.days)
    return sum(one.hits for one in days.values()), sum(one.of for one in days.values())


def expected(desk: PromiseDesk) -> tuple[int, int]:
    """Return the same, told apart by what became of each promise and each time it was given."""
    today = desk.coach.agenda().today
    every = list(desk.store.promises())
    hits = sum(one.state is PromiseState.KEPT for one in every)
    of = sum(one.state in {PromiseState.KEPT, PromiseState.KEPT_LATE} for one in every)
    of += sum(_dropped_after(one) for one in every)
    of += sum(one.open and one.work_date < today for one in every)
    moved = [one for one in _live_changes(desk) if one[0] == "retime"]
    return hits + sum(in_time for _, in_time in moved), of + len(moved)


def _dropped_after(one: Promise) -> bool:
    dropped = one.state is PromiseState.DROPPED
    return dropped and one.answered_at is not None and one.answered_at >= one.due


def _live_changes(desk: PromiseDesk) -> list[tuple[str, bool]]:
    found = []
    for habit in desk.store.habits():
        for entry in live(desk.store.entries(habit.id)):
            change = desk.store.promise_change(entry.id)
            if change is not None:
                found.append((change.answer.value, entry.at < change.before.due))
    return found


@settings(max_examples=examples(60), deadline=None)
@given(st.lists(_steps, max_size=25))
def test_what_is_counted_is_what_became_of_them(steps: list[tuple[str, int]]) -> None:
    with TemporaryDirectory() as folder:
        desk = PromiseDesk(Path(folder))
        desk.start()
        live_through(desk, steps)
        assert counted(desk) == expected(desk)
        for one in desk.store.promises():
            late = one.answered_at is not None and one.answered_at > one.due + GRACE
            assert (one.state is PromiseState.KEPT_LATE) <= late
        desk.close()


@settings(max_examples=examples(40), deadline=None)
@given(st.lists(_steps, max_size=20))
def test_undo_leads_back_to_promises_without_an_answer(steps: list[tuple[str, int]]) -> None:
    with TemporaryDirectory() as folder:
        desk = PromiseDesk(Path(folder))
        desk.start()
        live_through(desk, steps)
        undone = 0
        while True:
            try:
                desk.undo()
            except RefusedError:
                break
            undone += 1
            assert undone < 100
        assert all(one.open and one.retimed == 0 and one.answered_at is None for one in desk.store.promises())
        entries = [entry for habit in desk.store.habits() for entry in desk.store.entries(habit.id)]
        kinds = Counter(entry.kind is EntryKind.UNDO for entry in entries)
        assert kinds[True] == kinds[False]
        desk.close()


@settings(max_examples=examples(40), deadline=None)
@given(st.lists(_steps, max_size=20))
def test_an_answered_promise_has_no_open_prompt_and_no_notification(steps: list[tuple[str, int]]) -> None:
    with TemporaryDirectory() as folder:
        desk = PromiseDesk(Path(folder))
        desk.start()
        live_through(desk, steps)
        desk.cueing.settle()
        waiting = {one.key.subject for one in desk.store.open_prompts()}
        standing = {f"promise:{one.id}" for one in desk.store.open_promises()}
        assert waiting <= standing
        shown = [one for one in desk.store.open_prompts() if one.state is not PromptState.SNOOZED]
        assert len(desk.notifier.up) <= len(shown)
        desk.close()
