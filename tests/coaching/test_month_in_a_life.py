"""A month in an agent's life: shifts that change, a pause of the app, travel, misses and a return."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from habitcoach.coaching.recording import Skip
from habitcoach.core.entry import SkipReason, Source
from habitcoach.core.habit import HabitId
from habitcoach.core.judging import Outcome
from habitcoach.core.target import Per, Target, TargetKind
from habitcoach.core.trigger import AroundShift, Contact, Edge, OncePer, ShiftAnchor, Which
from tests.support.habits import local
from tests.support.workplace import Workplace

FIRST = date(2026, 3, 2)  # a Monday; the clocks change on the 29th


@pytest.fixture
def place(tmp_path: Path) -> Iterator[Workplace]:
    made = Workplace(tmp_path, local(FIRST, "08:00")).start()
    yield made
    made.close()


def weekdays() -> list[date]:
    return [one for one in (FIRST + timedelta(days=n) for n in range(30)) if one.isoweekday() < 6]


def test_a_month(place: Workplace) -> None:
    greet = place.add(AroundShift(ShiftAnchor.START, 5), name="Greet")
    names = place.add(Contact(), Target(TargetKind.RATE, 80, minimum=5), "Names")
    learn = place.add(
        OncePer(Per.WEEK, Which.LAST, Edge.END, -90), Target(TargetKind.CHECK, "all", Per.WEEK), "Learn"
    )
    sick = weekdays()[7:10]
    missed = weekdays()[14]
    for day in weekdays():
        if day in sick:
            continue  # the app is off; three days later the agent comes back
        place.go_to("09:06", day)
        if day == missed:
            pass
        elif day.day % 5 == 0:
            place.snooze(greet, 15)
            place.go_to("09:22", day)
            place.done(greet)
        else:
            place.done(greet)
        place.go_to("16:00", day)
        place.done(names, count=14 if day.isoweekday() == 1 else 18, of=20)
        if day.isoweekday() == 5 and day not in sick:
            place.done(learn)
        if day == weekdays()[6]:
            place.kill()
            place.clock.moment = local(weekdays()[10], "08:00")
            place.open()
            place.start()
            for off in sick:
                place.clock.moment = local(weekdays()[10], "08:30")
                for habit in (greet, names):
                    place.coach.recording.skip(_whole_day(habit.id, off))
    agenda = place.coach.agenda()
    standing = {habit.name: place.coach.standings.of(agenda, habit) for habit in agenda.active()}
    greeted = {one.period.start: one.outcome for one in standing["Greet"].periods}
    assert [greeted[day] for day in sick] == [Outcome.NEUTRAL] * 3
    assert greeted[missed] is Outcome.MISSED
    kept = len(weekdays()) - len(sick) - 1
    assert (standing["Greet"].streak.current, standing["Greet"].streak.total) == (kept, kept)
    assert standing["Greet"].streak.spares == 2
    rates = {one.period.start: one.outcome for one in standing["Names"].periods}
    assert rates[FIRST] is Outcome.PART
    assert rates[FIRST + timedelta(days=1)] is Outcome.KEPT
    learned = standing[
        "Learn"
    ].streak  # the second Friday was missed: the agent was ill, and a spare covered it
    assert (learned.current, learned.misses, learned.bounced, learned.spares) == (3, 1, 1, 0)
    _nothing_told_twice(place)


def _whole_day(habit_id: HabitId, day: date) -> Skip:
    return Skip(habit_id, SkipReason.SICK, Source.WINDOW, whole_day=True, at=local(day, "12:00"))


def _nothing_told_twice(place: Workplace) -> None:
    greet = place.coach.habits.find("Greet").id
    rows = place.store.prompts_of(greet, FIRST)
    assert len({one.key for one in rows}) == len(rows)
    # Kept three weeks long, the cue comes later and later: what is done before it has no row.
    done = {one.slot for one in place.store.entries(greet)}
    assert {f"{day}/start+5" for day in weekdays()} <= {one.key.slot for one in rows} | done
    assert len(rows) < len(weekdays())
