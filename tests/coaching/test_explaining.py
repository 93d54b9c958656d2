"""Why: the dates behind the numbers give the numbers themselves."""

from datetime import timedelta

import pytest

from habitcoach.coaching import explaining
from habitcoach.coaching.changes import Changed
from habitcoach.coaching.explaining import HabitFacts, SkipFact, Uncounted
from habitcoach.coaching.stretches import whole
from habitcoach.core.automaticity import Answer
from habitcoach.core.entry import SkipReason
from habitcoach.core.habit import ARCHIVED, Draft, Pause
from habitcoach.core.judging import Outcome
from habitcoach.core.rating import Rating
from habitcoach.core.strength import Band, band_of
from habitcoach.core.tracing import SpareMove
from tests.support.habits import MONDAY, ONE_CHECK, PLAN, at
from tests.support.workplace import FIRST, Workplace

TUESDAY, WEDNESDAY, THURSDAY, FRIDAY = (MONDAY + timedelta(days=n) for n in range(1, 5))


def why(place: Workplace) -> HabitFacts:
    agenda = place.coach.agenda()
    return place.coach.explaining.why(agenda, agenda.existing(FIRST))


@pytest.fixture
def lived(workplace: Workplace) -> Workplace:
    """Return a week: kept, kept, skipped, missed (a spare spent), and a Friday that runs."""
    habit = workplace.add(at("10:30"))
    for day in (MONDAY, TUESDAY):
        workplace.go_to("10:31", day)
        workplace.done(habit)
    workplace.go_to("10:31", WEDNESDAY)
    workplace.skip(habit, reason=SkipReason.SICK)
    workplace.go_to("11:00", FRIDAY)
    return workplace


def test_each_period_with_what_stood_after_it(lived: Workplace) -> None:
    facts = why(lived)
    assert [one.outcome for one in facts.periods] == [
        Outcome.KEPT,
        Outcome.KEPT,
        Outcome.NEUTRAL,
        Outcome.MISSED,
        Outcome.OPEN,
    ]
    assert [one.streak for one in facts.periods] == [1, 2, 2, 2, 2]
    assert [one.spares for one in facts.periods] == [1, 1, 1, 0, 0]
    assert [(one.period.end, one.spare) for one in facts.spares_moved] == [(THURSDAY, SpareMove.SPENT)]
    assert facts.periods[2].skips == (SkipFact(WEDNESDAY, f"{WEDNESDAY}/10:30", SkipReason.SICK),)
    assert facts.spares_at_start == 1
    assert {one.frequency.per_week for one in facts.periods} == {5.0}
    assert facts.periods[0].frequency.half_life == pytest.approx(10.987, abs=5e-4)


def test_only_what_is_asked_for_is_told(lived: Workplace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(explaining, "A_STRETCH", 2)
    agenda = lived.coach.agenda()
    habit = agenda.existing(FIRST)
    assert sum(1 for _ in lived.coach.explaining.lately(agenda, habit, WEDNESDAY)) == 3
    facts = whole(lived.coach.explaining.lately(agenda, habit, WEDNESDAY))
    assert facts.periods == why(lived).periods[2:]
    assert whole(lived.coach.explaining.lately(agenda, habit, FRIDAY + timedelta(days=9))).periods == ()


def test_the_last_numbers_are_those_shown_elsewhere(lived: Workplace) -> None:
    facts = why(lived)
    agenda = lived.coach.agenda()
    habit = agenda.existing(FIRST)
    standing = lived.coach.standings.of(agenda, habit)
    assert facts.streak == standing.streak
    assert facts.strength.numbers == lived.coach.strengths.of(agenda, habit)
    assert facts.periods[-1].consistency == facts.strength.numbers.consistency
    assert facts.periods[-1].streak == facts.streak.current


def test_strength_with_its_curve_and_the_reach_of_its_word(lived: Workplace) -> None:
    fact = why(lived).strength
    assert (fact.kept, fact.answers) == (2, ())
    assert fact.level == fact.curve.at(2)
    assert fact.numbers.strength == pytest.approx(100 * (fact.numbers.consistency * fact.share) ** 0.5)
    assert (fact.least, fact.below) == (0.0, 25.0)
    assert band_of(fact.least) is fact.numbers.band is Band.NEW


def test_answers_move_the_curve(lived: Workplace) -> None:
    before = why(lived).strength
    lived.store.put_rating(Rating(FIRST, "2026-W47", MONDAY - timedelta(days=1), lived.clock.now(), 2))
    lived.store.put_rating(Rating(FIRST, "2026-W48", FRIDAY, lived.clock.now(), 6, before_noticing=7))
    lived.coach.announcer.announce(Changed(FIRST, FRIDAY, said=True))
    fact = why(lived).strength
    assert fact.answers == (Answer(0, 2.0), Answer(2, 6.5))
    assert fact.level > before.level


def test_the_last_word_has_nothing_above_it(workplace: Workplace) -> None:
    habit = workplace.add(at("10:30"))
    for number in range(70):
        day = MONDAY + timedelta(days=number)
        if day.isoweekday() < 6:
            workplace.go_to("10:31", day)
            workplace.done(habit)
    fact = why(workplace).strength
    assert (fact.numbers.band, fact.least, fact.below) == (Band.SECOND_NATURE, 75.0, None)


def test_versions_and_pauses_are_told(lived: Workplace) -> None:
    lived.coach.habits.edit(
        FIRST, Draft("Smile", lived.coach.agenda().existing(FIRST).category, PLAN, at("15:00"), ONE_CHECK)
    )
    lived.coach.habits.archive(FIRST)
    facts = why(lived)
    assert [one.from_date for one in facts.versions] == [MONDAY, FRIDAY]
    assert [one.version_from for one in facts.periods] == [MONDAY] * 4 + [FRIDAY]
    assert [(one.from_date, one.reason) for one in facts.pauses] == [(FRIDAY, ARCHIVED)]


def test_why_a_date_was_not_counted(workplace: Workplace) -> None:
    habit = workplace.add(at("10:30"))
    workplace.go_to("10:31", WEDNESDAY)
    workplace.skip(habit, reason=SkipReason.OUTAGE)
    workplace.store.add_pause(Pause(FIRST, THURSDAY, FRIDAY, "paused"))
    workplace.go_to("11:00", MONDAY + timedelta(days=7))
    found = [(one.outcome.value, one.uncounted) for one in why(workplace).periods]
    assert found == [
        ("neutral", Uncounted.NOTHING_DUE),
        ("missed", None),
        ("neutral", Uncounted.SKIPPED),
        ("neutral", Uncounted.PAUSED),
        ("neutral", Uncounted.PAUSED),
        ("neutral", Uncounted.OFF),
        ("neutral", Uncounted.OFF),
        ("open", None),
    ]


def test_undone_skips_are_not_told(lived: Workplace) -> None:
    lived.undo()
    assert all(one.skips == () for one in why(lived).periods)


def test_a_habit_of_today_has_one_period(workplace: Workplace) -> None:
    workplace.add(at("10:30"))
    facts = why(workplace)
    assert [one.outcome for one in facts.periods] == [Outcome.OPEN]
    assert facts.strength.numbers.strength == 0.0
