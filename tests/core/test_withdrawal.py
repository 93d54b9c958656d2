"""The fold of one habit's stages: dates, what happens beside the log, and going back."""

from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from habitcoach.core.consent import Consent
from habitcoach.core.fading import OFTEN, Cause, Stage
from habitcoach.core.judging import Judged, Outcome
from habitcoach.core.period import Period
from habitcoach.core.withdrawal import Happening, Withdrawal
from tests.support.habits import MONDAY

FAR = date.max
W = 0.9  # what the past weighs; steep enough to get somewhere in a test


@dataclass(frozen=True)
class Lived:
    kept: bool
    missed: bool
    consistency: float
    automaticity: float | None = 0.9
    self_started: bool | None = True


def day(number: int) -> date:
    """Return a date, counted from 1 on the Monday."""
    return MONDAY + timedelta(days=number - 1)


def judged(number: int, outcome: Outcome) -> Judged:
    value = Fraction(int(outcome is Outcome.KEPT))
    return Judged(Period(day(number), day(number)), outcome, value, int(value), 1)


def go_on(
    fold: Withdrawal,
    periods: list[Judged],
    consent: Consent = Consent.AUTOMATIC,
    steady: float | None = None,
) -> None:
    for one in periods:
        if one.outcome is Outcome.NEUTRAL:
            fold.rest(one)
        else:
            steadiness = fold.steadier(one, W) if steady is None else steady
            missed = one.outcome is Outcome.MISSED
            fold.live(one, Lived(not missed, missed, steadiness), OFTEN, consent)


def steps(fold: Withdrawal, today: date = FAR) -> list[tuple[date | None, int, Cause]]:
    return [(one.from_date, one.after, one.cause) for one in fold.on(today).changes]


def test_a_change_holds_from_the_next_date_and_neutral_ones_count_for_nothing() -> None:
    fold = Withdrawal()
    assert (fold.last.consistency, fold.on(FAR).stage) == (0.0, Stage.AT_THE_CUE)
    lived = [judged(n, Outcome.NEUTRAL if n % 2 else Outcome.KEPT) for n in range(1, 25)]
    go_on(fold, lived)
    # C reaches .60 with the 9th kept period, on the 18th day
    assert steps(fold) == [(day(19), 1, Cause.STEADY)]
    assert fold.last.lived == 12
    assert abs(fold.last.consistency - (1 - W**12)) < 1e-12


def test_what_happens_is_taken_at_its_date() -> None:
    fold = Withdrawal()
    yeses = [Happening(day(3), Stage.CATCH_UP), Happening(day(5), Stage.OCCASIONAL)]
    fold.happen([*yeses, Happening(day(7), None)])
    go_on(fold, [judged(n, Outcome.KEPT) for n in (1, 2)], steady=0.9)
    assert steps(fold, day(2)) == []
    assert steps(fold, day(3)) == [(day(3), 1, Cause.ACCEPTED)]
    assert [one[1] for one in steps(fold, day(6))] == [1, 2]
    assert [one[1] for one in steps(fold)] == [1, 2, 0]
    go_on(fold, [judged(4, Outcome.KEPT)], steady=0.9)
    assert (fold.last.happened, fold.last.fading.stage, fold.last.fading.since) == (1, Stage.CATCH_UP, 2)
    go_on(fold, [judged(8, Outcome.KEPT)], steady=0.9)
    assert (fold.last.happened, fold.last.fading.stage) == (3, Stage.AT_THE_CUE)
    assert steps(fold)[-1] == (day(7), 0, Cause.CHOSEN)


def test_what_is_asked_about_waits() -> None:
    fold = Withdrawal()
    go_on(fold, [judged(n, Outcome.KEPT) for n in range(1, 21)], Consent.ASK)
    assert steps(fold) == []
    proposed = fold.on(FAR).proposed
    assert proposed is not None
    assert (proposed.at, proposed.from_date) == (20, day(21))


def test_it_goes_back_to_what_is_still_the_same() -> None:
    fold = Withdrawal()
    periods = [judged(n, Outcome.KEPT) for n in range(1, 20)]
    periods.append(judged(20, Outcome.NEUTRAL))
    go_on(fold, periods)
    assert fold.keep(periods, FAR) == 20
    assert fold.keep(periods[:15], FAR) == 15
    assert (fold.last.lived, steps(fold)) == (15, [(day(10), 1, Cause.STEADY)])
    anew = [judged(n, Outcome.MISSED) for n in (13, 14)]
    assert fold.keep([*periods[:12], *anew], FAR) == 12
    go_on(fold, anew)
    assert steps(fold)[-1] == (day(15), 0, Cause.TWO_MISSES)
    assert fold.keep([*periods[:12], *anew], day(5)) == 4
    assert (fold.last.lived, steps(fold)) == (4, [])
    assert fold.keep([judged(1, Outcome.KEPT)], FAR) == 0
    assert fold.last.lived == 0


outcomes = st.lists(
    st.sampled_from([Outcome.KEPT] * 5 + [Outcome.MISSED, Outcome.NEUTRAL]), min_size=1, max_size=60
)
happenings = st.lists(
    st.builds(Happening, st.integers(1, 70).map(day), st.none() | st.sampled_from(Stage)), max_size=4
).map(lambda found: sorted(found, key=lambda one: (one.day, one.stage is not None)))


@given(outcomes, happenings, st.sampled_from(Consent), st.data())
def test_going_back_and_on_equals_going_through(
    life: list[Outcome], happened: list[Happening], consent: Consent, data: st.DataObject
) -> None:
    periods = [judged(n, one) for n, one in enumerate(life, start=1)]
    through, back = Withdrawal(), Withdrawal()
    for fold in (through, back):
        fold.happen(happened)
        go_on(fold, periods, consent)
    for _ in range(3):
        back.keep(periods, day(data.draw(st.integers(0, len(life)))))
        known = back.keep(periods, FAR)
        go_on(back, periods[known:], consent)
    assert back.last == through.last
    today = day(data.draw(st.integers(len(life), 80)))
    assert back.on(today) == through.on(today)
