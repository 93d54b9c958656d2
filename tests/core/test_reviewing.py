"""What a review counts: spans, periods, weeks and places in the day."""

import random
from dataclasses import replace
from datetime import timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from habitcoach.core.attendance import Attendance
from habitcoach.core.habit import HabitId, Pause
from habitcoach.core.judging import Judged, Outcome, judge
from habitcoach.core.ledger import by_date
from habitcoach.core.period import Period
from habitcoach.core.reviewing import (
    SlotCount,
    Slots,
    Tally,
    add_up,
    former_shares,
    judged_by,
    lived_as_it_is,
    recent,
    slots_of,
    week_tallies,
    whole_weeks,
)
from habitcoach.core.suggesting import Evidence, advise
from habitcoach.core.target import Per, Target, TargetKind
from habitcoach.core.trigger import Contact
from tests.support.habits import MONDAY, Log, at, daily, dates, habit, local, setting, version

OUTCOMES = {
    "k": Outcome.KEPT,
    "p": Outcome.PART,
    "m": Outcome.MISSED,
    "n": Outcome.NEUTRAL,
    "o": Outcome.OPEN,
}


def judged(letters: str) -> list[Judged]:
    """Return a day per letter, from the Monday on."""
    return [
        Judged(Period(day, day), OUTCOMES[letter], Fraction(letter == "k"), 3, 4)
        for day, letter in zip(dates(MONDAY, len(letters)), letters, strict=True)
    ]


def letters_of(periods: tuple[Judged, ...]) -> str:
    return "".join(one.outcome.value[0] for one in periods)


def test_open_periods_and_those_ending_later_are_left_out() -> None:
    assert letters_of(judged_by(judged("kmno"), MONDAY + timedelta(days=3))) == "kmn"
    assert letters_of(judged_by(judged("kmno"), MONDAY + timedelta(days=1))) == "km"


@pytest.mark.parametrize(
    ("letters", "length"),
    [
        ("", 0),
        ("k" * 5, 5),
        ("k" * 14, 14),
        ("k" * 20, 14),
        ("kn" * 20, 20),
        ("nnk" * 20, 28),
        ("k" * 9 + "n" * 30, 39),
        ("k" * 10 + "n" * 30, 40),
        ("k" * 11 + "n" * 30, 40),
        ("n" * 5 + "k" * 10 + "n" * 30, 40),
        ("mp" * 5 + "n" * 30, 40),
    ],
)
def test_the_span_is_the_longer_of_two_weeks_and_ten_due(letters: str, length: int) -> None:
    through = MONDAY + timedelta(days=len(letters) - 1)
    assert recent(judged(letters), through) == tuple(judged(letters)[len(letters) - length :])


def test_a_fortnight_without_periods_reaches_back_to_ten_due() -> None:
    assert len(recent(judged("k" * 12), MONDAY + timedelta(days=60))) == 10


def test_kept_part_and_missed_are_due() -> None:
    found = add_up(judged("kkpmno"), {})
    assert found == Tally(due=4, kept=2, skipped=0, hits=12, of=16)
    assert found.p == Fraction(1, 2)
    assert Tally().p is None


def test_what_came_to_nothing_by_skips_is_skipped() -> None:
    log = Log().skip(MONDAY).skip(MONDAY + timedelta(days=2), "2026-11-25/10:30")
    log.skip(MONDAY + timedelta(days=3))
    assert add_up(judged("nnnk"), by_date(log.entries)).skipped == 2


def test_four_weeks_of_its_own_oldest_first() -> None:
    week = Period(MONDAY + timedelta(days=28), MONDAY + timedelta(days=34))
    letters = "k" * 7 + "k" * 7 + "m" * 7 + "n" * 7 + "kkm"
    found = week_tallies(judged(letters), {}, week)
    assert [(one.due, one.kept) for one in found] == [(7, 7), (7, 0), (0, 0), (3, 2)]


def test_former_reviews_are_reckoned_anew() -> None:
    week = Period(MONDAY + timedelta(days=21), MONDAY + timedelta(days=27))
    found = former_shares(judged("k" * 14 + "m" * 14), {}, week, 3)
    assert found == (Fraction(1), Fraction(1, 2))


def test_a_review_with_too_few_due_ends_the_row() -> None:
    week = Period(MONDAY + timedelta(days=14), MONDAY + timedelta(days=20))
    assert former_shares(judged("nnnnnkk" + "m" * 14), {}, week, 3) == (Fraction(2, 9),)
    assert former_shares(judged("n" * 14 + "m" * 7), {}, week, 3) == ()
    assert former_shares(judged("n" * 11 + "mkm" + "m" * 7), {}, week, 3) == (Fraction(1, 3),)
    assert former_shares(judged("n" * 12 + "mk" + "m" * 7), {}, week, 3) == ()


def test_evidence_begins_with_the_last_change_of_cue_routine_or_target() -> None:
    first = version(MONDAY, at("10:30"))
    cue = replace(first, from_date=MONDAY + timedelta(days=3), trigger=at("11:30"))
    reward = replace(cue, from_date=MONDAY + timedelta(days=5), plan=replace(cue.plan, reward="a nap"))
    coming = replace(reward, from_date=MONDAY + timedelta(days=9), target=Target(TargetKind.CHECK, 1))
    changed = habit(versions=(first, cue, reward, coming))
    periods = judged("kmkmkmk")
    assert lived_as_it_is(changed, periods, MONDAY + timedelta(days=2)) == tuple(periods)
    assert lived_as_it_is(changed, periods, MONDAY + timedelta(days=6)) == tuple(periods[3:])
    assert lived_as_it_is(changed, periods, MONDAY + timedelta(days=9)) == ()


TWICE = at("10:30", "15:00")


def slots(log: Log, until: int, *pauses: Pause) -> Slots:
    one = habit(TWICE)
    where = setting(daily(), *pauses)
    days = by_date(log.entries)
    periods = judge(one, days, where, local(MONDAY + timedelta(days=until), "12:00"))
    return slots_of(one, periods, days, where)


def test_misses_by_their_place_in_the_day() -> None:
    log = Log()
    for each in dates(MONDAY, 4):
        log.done(each, f"{each}/10:30")
    log.done(MONDAY, f"{MONDAY}/15:00")
    log.skip(MONDAY + timedelta(days=1), f"{MONDAY + timedelta(days=1)}/15:00")
    found = slots(log, 4)
    assert found == Slots((SlotCount("10:30", 4, 4, 0), SlotCount("15:00", 3, 1, 2)), 2)
    assert (found.misses, found.most_missed) == (2, found.counts[1])
    assert found.best == found.counts[0]
    assert found.counts[1].p == Fraction(1, 3)


def test_paused_and_wholly_skipped_days_ask_for_nothing() -> None:
    log = Log().done(MONDAY, f"{MONDAY}/10:30").done(MONDAY, f"{MONDAY}/15:00")
    tuesday, wednesday = MONDAY + timedelta(days=1), MONDAY + timedelta(days=2)
    log.skip(tuesday).done(wednesday)
    found = slots(log, 3, Pause(HabitId(1), wednesday, wednesday, "paused"))
    assert found.counts == (SlotCount("10:30", 1, 1, 0), SlotCount("15:00", 1, 1, 0))


def test_one_done_before_a_whole_day_skip_was_asked_for() -> None:
    log = Log().done(MONDAY, f"{MONDAY}/10:30").done(MONDAY, f"{MONDAY}/15:00").skip(MONDAY)
    assert slots(log, 1).a_day == 2


def test_one_place_a_day_has_no_best_or_worst() -> None:
    tuesday = MONDAY + timedelta(days=1)
    moved = habit(versions=(version(MONDAY, at("10:30")), version(tuesday, at("15:00"))))
    log = Log().done(MONDAY, f"{MONDAY}/10:30")
    days = by_date(log.entries)
    where = setting(daily())
    periods = judge(moved, days, where, local(MONDAY + timedelta(days=3), "12:00"))
    found = slots_of(moved, periods, days, where)
    assert [one.place for one in found.counts] == ["10:30", "15:00"]
    assert (found.a_day, found.best, found.most_missed) == (1, None, None)


def test_places_that_do_alike_have_no_best_or_worst() -> None:
    assert slots(Log().done(MONDAY, f"{MONDAY}/x"), 3).best is None


def test_what_is_met_in_every_contact_has_no_places() -> None:
    one = habit(Contact())
    days = by_date(Log().done(MONDAY).entries)
    periods = judge(one, days, setting(daily()), local(MONDAY + timedelta(days=2), "12:00"))
    assert slots_of(one, periods, days, setting(daily())) == Slots((), 0)


@pytest.mark.parametrize(("days", "weeks"), [(-3, 0), (0, 0), (5, 0), (6, 1), (13, 2), (20, 3)])
def test_whole_weeks_between_two_dates(days: int, weeks: int) -> None:
    assert whole_weeks(MONDAY, MONDAY + timedelta(days=days)) == weeks


@given(st.text("kpmno", max_size=60), st.randoms(use_true_random=False))
def test_the_order_of_periods_never_matters_to_a_tally(letters: str, chance: random.Random) -> None:
    periods = judged(letters)
    found = add_up(periods, {})
    chance.shuffle(periods)
    assert add_up(periods, {}) == found


@given(
    st.lists(
        st.tuples(st.integers(0, 9), st.sampled_from(["10:30", "15:00", ""]), st.booleans()), max_size=20
    ),
    st.randoms(use_true_random=False),
)
def test_the_order_of_entries_never_matters(
    lines: list[tuple[int, str, bool]], chance: random.Random
) -> None:
    log = Log()
    for number, wall, done in lines:
        day = MONDAY + timedelta(days=number)
        (log.done if done else log.skip)(day, f"{day}/{wall}" if wall else None)
    one, where = habit(TWICE), setting(daily())

    def numbers() -> tuple[object, ...]:
        days = by_date(log.entries)
        periods = judge(one, days, where, local(MONDAY + timedelta(days=10), "12:00"))
        tally = add_up(recent(periods, MONDAY + timedelta(days=10)), days)
        places = slots_of(one, periods, days, where)
        return tally, places, advise(Evidence(tally, slots=places))

    found = numbers()
    chance.shuffle(log.entries)
    assert numbers() == found


@given(st.text("kpmno", max_size=60))
def test_the_span_holds_two_weeks_and_all_or_ten_due(letters: str) -> None:
    through = MONDAY + timedelta(days=len(letters))
    past = judged_by(judged(letters), through)
    span = recent(past, through)
    assert past[len(past) - len(span) :] == span
    assert {one for one in past if one.period.end > through - timedelta(days=14)} <= set(span)
    assert add_up(span, {}).due >= min(10, add_up(past, {}).due)


def test_a_date_nobody_saw_asks_for_nothing() -> None:
    one = habit(TWICE, Target(TargetKind.CHECK, 4, Per.WEEK))
    days = by_date(Log().done(MONDAY, f"{MONDAY}/10:30").entries)
    where = replace(setting(daily()), attendance=Attendance(MONDAY + timedelta(days=9), frozenset({MONDAY})))
    periods = judge(one, days, where, local(MONDAY + timedelta(days=9), "12:00"))
    assert slots_of(one, periods, days, where).counts == (
        SlotCount("10:30", 1, 1, 0),
        SlotCount("15:00", 1, 0, 1),
    )
