"""Strength worked out from what was kept. Algorithms.md, sections 5 and 6."""

from datetime import timedelta

import pytest

from habitcoach.coaching.strengths import Strength, frequency_of, strength_from
from habitcoach.core.automaticity import Answer
from habitcoach.core.consistency import consistency
from habitcoach.core.roster import Roster
from habitcoach.core.strength import Band
from tests.support.habits import DAY, EARLY, MONDAY, at, local
from tests.support.workplace import Workplace


def strength(place: Workplace, answers: tuple[Answer, ...] = ()) -> Strength:
    agenda = place.coach.agenda()
    habit = agenda.habits[0]
    standing = place.coach.standings.of(agenda, habit)
    return strength_from(consistency(standing.periods, frequency_of(agenda, habit)), standing, answers)


def test_a_new_habit_has_none(workplace: Workplace) -> None:
    workplace.add(at("10:30"))
    assert strength(workplace) == Strength(0.0, None, 0.0, Band.NEW)


def test_twenty_one_kept_at_five_a_week(workplace: Workplace) -> None:
    habit = workplace.add(at("10:30"))
    days = [MONDAY + timedelta(days=n) for n in range(29)]
    for day in (one for one in days if one.isoweekday() < 6):
        workplace.go_to("10:31", day)
        workplace.done(habit)
    found = strength(workplace)
    assert found.strength == pytest.approx(63.0, abs=0.05)
    assert (found.automaticity, found.band) == (None, Band.SETTLING)


def test_the_last_answer_is_the_automaticity_shown(workplace: Workplace) -> None:
    habit = workplace.add(at("10:30"))
    workplace.go_to("10:31")
    workplace.done(habit)
    answers = (Answer(0, 2.0), Answer(1, 4.0))
    assert strength(workplace, answers).automaticity == pytest.approx(0.5)


def test_each_roster_counts_for_its_own_time(workplace: Workplace) -> None:
    habit = workplace.add(at("10:30"))
    workplace.go_to("10:31")
    workplace.done(habit)
    tuesday = MONDAY + timedelta(days=1)
    shifts = {"Day": DAY, "Early": EARLY}
    workplace.coach.duty.set_roster(
        Roster(tuesday, tuesday, shifts, ("Early", None, None, None, None, None, None))
    )
    before = strength(workplace).consistency
    workplace.clock.moment = local(tuesday, "10:31")
    workplace.done(habit)
    assert strength(workplace).consistency > before + 0.08  # one shift a week moves it more than one of five
