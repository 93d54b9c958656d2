"""An agent who travels: whatever zones are crossed, each cue is recorded and told of once."""

from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path
from random import Random
from zoneinfo import ZoneInfo

import pytest

from habitcoach.core.errors import HabitCoachError
from habitcoach.core.habit import Habit
from habitcoach.core.occasions import occasions_on
from habitcoach.ports import Delivery, Notice
from tests.support.habits import at, local
from tests.support.workplace import Workplace

ZONES = [
    ZoneInfo(name)
    for name in (
        "Europe/Berlin",
        "America/New_York",
        "Australia/Lord_Howe",
        "Africa/Casablanca",
        "Asia/Kolkata",
        "Pacific/Apia",
        "Pacific/Honolulu",
    )
]
#: Days before changes of the clock in Berlin and New York, and a plain one.
STARTS = [date(2026, 3, 26), date(2026, 3, 5), date(2026, 10, 22), date(2026, 10, 29), date(2026, 6, 11)]
SPAN = timedelta(days=6)
MORE = [pytest.param(one, marks=pytest.mark.long) for one in range(12, 120)]


def listen(place: Workplace, told: Counter[str]) -> None:
    """Count the slots that notices tell of."""
    shown = place.notifier.notify

    def notify(notice: Notice, then: Callable[[Delivery], None]) -> None:
        number = place.cueing.deliveries.number_of(notice.key)
        assert number is not None
        rows = place.store.prompts_in(number)
        told.update(one.key.slot for one in rows if one.state.value == "claimed")
        shown(notice, then)

    place.notifier.notify = notify  # type: ignore[method-assign]


@pytest.mark.parametrize("seed", [*range(12), *MORE])
def test_each_slot_once_across_any_change_of_zone(seed: int, tmp_path: Path) -> None:
    draw = Random(seed)
    start = draw.choice(STARTS)
    place = Workplace(tmp_path, local(start, "08:00"))
    told: Counter[str] = Counter()
    listen(place, told)
    place.start()
    wall = draw.choice(["10:30", "02:15", "23:45"])
    habit = place.add(at(wall, anyway=True))
    end = place.clock.now() + SPAN
    while place.clock.now() < end:
        place.go_on(timedelta(minutes=draw.randint(30, 900)))
        if draw.random() < 0.5:
            place.clock.place = draw.choice(ZONES)
        if draw.random() < 0.2:
            place.kill()
            place.open()
            listen(place, told)
            place.start()
        place.cueing.look()
        for slot in [one.slot for one in place.coach.today().waiting]:
            with suppress(HabitCoachError):  # of a date that the journey has left behind
                place.done(habit, slot)
    rows = [one.key.slot for one in place.store.prompts_of(habit.id, start - timedelta(days=9))]
    assert len(set(rows)) == len(rows)
    assert max(told.values(), default=0) <= 1
    _nothing_lost(place, habit, start, {*rows, *(one.slot for one in place.entries(habit.id))})
    place.close()


def _nothing_lost(place: Workplace, habit: Habit, start: date, known: set[str | None]) -> None:
    """Hold what the dates had, as they were lived, to be recorded; a flight can leave out a time of day.

    The first date is left aside: where the one before it ended is not written down.
    """
    agenda = place.coach.agenda()
    kept = place.coach.standings.of(agenda, habit).kept
    due = [
        occasion
        for number in range(1, (agenda.today - start).days + 1)
        for day in [start + timedelta(days=number)]
        if not kept(day) and not agenda.setting.paused(habit, day)
        for occasion in occasions_on(habit, day, agenda.calendar)
        if habit.created_at <= occasion.due <= agenda.now
    ]
    assert {occasion.slot for occasion in due} <= known
    assert len(known) > 2
