"""What holds for the judgement of any habit on any roster. Algorithms.md, section 3."""

from datetime import date, datetime, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from habitcoach.core.calendar import Calendar
from habitcoach.core.judging import Outcome, judge
from habitcoach.core.ledger import by_date
from habitcoach.core.target import Per, Target, TargetKind
from habitcoach.core.trigger import Contact, Manual, Trigger
from tests.core.judged_days import slot
from tests.core.test_work_dates import any_calendar
from tests.support.habits import DAY, MONDAY, Log, at, daily, habit, local, setting
from tests.support.thoroughness import examples

any_target = st.one_of(
    st.builds(Target, st.just(TargetKind.CHECK), st.just("all") | st.integers(1, 4), st.sampled_from(Per)),
    st.builds(Target, st.just(TargetKind.COUNT), st.integers(1, 9), st.sampled_from(Per)),
    st.builds(Target, st.just(TargetKind.RATE), st.integers(1, 100), st.sampled_from(Per), st.integers(1, 9)),
)
triggers = st.sampled_from([at("10:30", "15:00"), at("10:30", anyway=True), Contact(), Manual()])
lines = st.tuples(st.sampled_from(["done", "slot", "skip", "day"]), st.integers(0, 12))


def logged(steps: list[tuple[str, int]], since: date) -> Log:
    log = Log()
    for kind, number in steps:
        day = since + timedelta(days=number)
        match kind:
            case "done":
                log.done(day)
            case "slot":
                log.done(day, slot(day, "10:30"))
            case "skip":
                log.skip(day, slot(day, "15:00"))
            case "day":
                log.skip(day)
    return log


@given(any_calendar, triggers, any_target, st.lists(lines, max_size=8), st.integers(0, 20))
@settings(max_examples=examples(200), deadline=None)
def test_periods_follow_each_other_and_only_the_last_is_open(
    calendar: Calendar, trigger: Trigger, target: Target, steps: list[tuple[str, int]], age: int
) -> None:
    one = habit(trigger, target)
    now: datetime = local(MONDAY + timedelta(days=age), "12:00")
    found = judge(one, by_date(logged(steps, MONDAY).entries), setting(calendar), now)
    for earlier, later in pairwise(found):
        assert later.period.start == earlier.period.end + timedelta(days=1)
    for each in found[:-1]:
        assert each.outcome is not Outcome.OPEN
    assert all(0 <= each.value <= 1 for each in found)
    assert all(
        (each.value == 1) == (each.outcome is Outcome.KEPT)
        for each in found
        if each.outcome in {Outcome.KEPT, Outcome.PART, Outcome.MISSED}
    )
    if isinstance(trigger, Manual):
        assert Outcome.MISSED not in {each.outcome for each in found}


@given(triggers, any_target, st.lists(lines, max_size=8), st.integers(0, 12))
@settings(max_examples=examples(200), deadline=None)
def test_one_more_done_never_makes_a_period_worse(
    trigger: Trigger, target: Target, steps: list[tuple[str, int]], number: int
) -> None:
    one = habit(trigger, target)
    now = local(MONDAY + timedelta(days=20), "12:00")
    log = logged(steps, MONDAY)
    before = judge(one, by_date(log.entries), setting(daily(DAY)), now)
    after = judge(one, by_date(log.done(MONDAY + timedelta(days=number)).entries), setting(daily(DAY)), now)
    assert all(
        later.value >= earlier.value or later.outcome is Outcome.KEPT or target.kind is TargetKind.RATE
        for earlier, later in zip(before, after, strict=True)
    )


@given(triggers, any_target, st.lists(lines, max_size=8), st.integers(0, 12))
@settings(max_examples=examples(200), deadline=None)
def test_a_whole_day_skip_never_turns_a_period_into_a_miss(
    trigger: Trigger, target: Target, steps: list[tuple[str, int]], number: int
) -> None:
    one = habit(trigger, target)
    now = local(MONDAY + timedelta(days=20), "12:00")
    log = logged(steps, MONDAY)
    before = judge(one, by_date(log.entries), setting(daily(DAY)), now)
    after = judge(one, by_date(log.skip(MONDAY + timedelta(days=number)).entries), setting(daily(DAY)), now)
    assert all(
        later.outcome is not Outcome.MISSED or earlier.outcome is Outcome.MISSED
        for earlier, later in zip(before, after, strict=True)
    )
