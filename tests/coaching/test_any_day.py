"""Whatever happens in whatever order: no slot without a record, none told twice, no entry lost."""

import tempfile
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime, timedelta
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from habitcoach.core.entry import Source
from habitcoach.core.errors import HabitCoachError
from habitcoach.core.habit import Habit, HabitId
from habitcoach.core.occasions import occasions_on
from habitcoach.core.prompt import PromptKey
from habitcoach.core.trigger import AroundShift, Every, ShiftAnchor, Trigger
from habitcoach.core.turn import WaitReason
from habitcoach.ports import Delivery, Notice
from tests.support.habits import MONDAY, at, local
from tests.support.thoroughness import examples
from tests.support.workplace import NO_BUTTONS, NOBODY, Workplace

triggers = st.sampled_from(
    [at("10:30", "15:00"), at("02:30", anyway=True), Every(50), AroundShift(ShiftAnchor.END, -5)]
)
steps = st.one_of(
    st.tuples(st.just("pass"), st.integers(1, 600)),
    st.tuples(st.just("sleep"), st.integers(1, 4000)),
    st.tuples(st.just("back"), st.integers(1, 300)),
    st.tuples(st.sampled_from(["kill", "die claimed", "look", "done", "skip", "snooze", "undo"]), st.just(0)),
    st.tuples(st.sampled_from(["call on", "call off", "resume"]), st.just(0)),
    st.tuples(st.sampled_from(["pause", "pause one"]), st.integers(1, 500)),
)


class _Witness:
    """Counts how often the slots of each habit were told of while they waited."""

    def __init__(self, place: Workplace) -> None:
        self._place = place
        self.told: Counter[tuple[str, str]] = Counter()
        self.snoozed: Counter[tuple[str, str]] = Counter()

    def hear(self, notice: Notice) -> None:
        number = self._place.cueing.deliveries.number_of(notice.key)
        assert number is not None
        claimed = [one for one in self._place.store.prompts_in(number) if one.state.value == "claimed"]
        assert claimed or "passed while you were away" in notice.body
        held = self._place.coach.agenda().held
        assert not any(held(one.habit_id or HabitId(0)) for one in claimed)
        self.told.update(one.key for one in claimed)


def _watch(place: Workplace, witness: _Witness) -> None:
    shown = place.notifier.notify

    def notify(notice: Notice, then: Callable[[Delivery], None]) -> None:
        witness.hear(notice)
        shown(notice, then)

    place.notifier.notify = notify  # type: ignore[method-assign]


def _act(  # noqa: C901  # one case per thing that can happen
    place: Workplace, witness: _Witness, kind: str, number: int, habit: Habit
) -> None:
    match kind:
        case "pass":
            place.go_on(timedelta(minutes=number))
        case "sleep":
            place.clock.advance(timedelta(minutes=number))
            place.cueing.look()
        case "back":
            place.clock.advance(-timedelta(minutes=number))
            place.cueing.look()
        case "kill":
            place.kill()
            place.open()
            _watch(place, witness)
            place.start()
        case "die claimed":
            place.notifier.waits = True
            place.clock.advance(timedelta(minutes=61))
            place.cueing.look()
            place.kill()
            place.open()
            _watch(place, witness)
            place.start()
        case "look":
            place.cueing.look()
        case "done":
            place.done(habit)
        case "skip":
            place.skip(habit, whole_day=True)
        case "snooze":
            answered = place.snooze(habit, 20)
            witness.snoozed[f"habit:{habit.id}", answered.slot or ""] += 1
        case "undo":
            place.undo()
        case _:
            _hold(place, kind, number, habit)


def _hold(place: Workplace, kind: str, number: int, habit: Habit) -> None:
    match kind:
        case "call on" | "call off":
            place.call(on=kind == "call on")
        case "pause":
            place.pause(number)
        case "pause one":
            place.pause(number, habit)
        case _:
            place.resume()


@given(
    st.lists(triggers, min_size=1, max_size=3),
    st.lists(st.tuples(steps, st.integers(0, 2)), max_size=25),
    st.sampled_from([None, NO_BUTTONS, NOBODY]),
)
@settings(max_examples=examples(60), deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_slot_without_a_record_and_none_told_twice(
    chosen: list[Trigger], happens: list[tuple[tuple[str, int], int]], delivery: Delivery | None
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        place = Workplace(Path(folder))
        witness = _Witness(place)
        _watch(place, witness)
        place.start()
        habits = [place.add(trigger, name=f"Habit {n}") for n, trigger in enumerate(chosen)]
        made = place.clock.now()
        latest, logged = made, 0
        for (kind, number), which in happens:
            if delivery is not None:
                place.notifier.delivery = delivery
            with suppress(HabitCoachError):  # nothing due, or the clock set back before the habit began
                _act(place, witness, kind, number, habits[which % len(habits)])
            latest = max(latest, place.clock.now())
            now_logged = sum(len(place.entries(one.id)) for one in habits)
            assert now_logged >= logged
            logged = now_logged
        place.cueing.look()
        _check_free(place)
        for habit in habits:
            _check(place, habit, made, place.clock.now())
        for key, times in witness.told.items():
            assert times <= 1 + witness.snoozed[key]
        place.close()


def _check_free(place: Workplace) -> None:
    """Nothing is held once no hold is there, and the app skips only what was held."""
    place.resume()
    place.call(on=False)
    place.go_on(timedelta(seconds=10))
    agenda = place.coach.agenda()
    held = [one for one in place.store.open_prompts() if one.state.value == "held"]
    # What only keeps its distance to other cues is listed on.
    assert all(one.due_at > agenda.now or one.held_for in set(WaitReason) for one in held)
    for habit in agenda.habits:
        for entry in place.entries(habit.id):
            assert (entry.source is Source.APP) == (entry.reason is not None and entry.reason.by_app)
            if entry.source is Source.APP:
                row = place.store.prompt(PromptKey(f"habit:{habit.id}", entry.slot or ""))
                assert row is not None
                assert row.held_for is not None


def _check(place: Workplace, habit: Habit, made: datetime, now: datetime) -> None:
    rows = {one.key.slot for one in place.store.prompts_of(habit.id, MONDAY - timedelta(days=9))}
    entries = place.entries(habit.id)
    written = {one.slot for one in entries}
    skipped = {one.work_date for one in entries if one.slot is None}
    agenda = place.coach.agenda()
    kept = place.coach.standings.of(agenda, habit).kept
    day: date = MONDAY - timedelta(days=1)
    while day <= agenda.today:
        for occasion in occasions_on(habit, day, agenda.calendar):
            if made < occasion.due <= now and not kept(day) and not agenda.setting.paused(habit, day):
                assert occasion.slot in rows | written or day in skipped, occasion
        day += timedelta(days=1)
    assert local(MONDAY, "08:00") == made
