"""Five misses in a row, or three days of prompts shown in vain."""

from collections.abc import Mapping
from datetime import date, timedelta
from fractions import Fraction

import pytest

from habitcoach.core.judging import Judged, Outcome
from habitcoach.core.ledger import DayLog, by_date
from habitcoach.core.period import Period
from habitcoach.core.prompt import Prompt, PromptKey, PromptState
from habitcoach.core.resting import goes_unanswered, keeps_missing
from tests.support.habits import MONDAY, Log, local

OUTCOMES = {
    "k": Outcome.KEPT,
    "p": Outcome.PART,
    "m": Outcome.MISSED,
    "n": Outcome.NEUTRAL,
    "o": Outcome.OPEN,
}


def day(number: int) -> date:
    return MONDAY + timedelta(days=number)


def periods(letters: str, *, done: int = 0) -> list[Judged]:
    return [
        Judged(Period(day(n), day(n)), OUTCOMES[one], Fraction(0), done if one == "o" else 0, 1)
        for n, one in enumerate(letters)
    ]


@pytest.mark.parametrize(
    ("letters", "rests"),
    [
        ("", False),
        ("mmmm", False),
        ("mmmmm", True),
        ("mmmmmo", True),
        ("kmmmmm", True),
        ("mmkmmm", False),
        ("mmpmmm", False),
        ("mnmnmnnmmo", True),
        ("mmmmmk", False),
    ],
)
def test_five_misses_in_a_row(letters: str, *, rests: bool) -> None:
    assert keeps_missing(periods(letters), MONDAY) is rests


def test_what_is_begun_in_the_running_period_ends_the_row() -> None:
    assert not keeps_missing(periods("mmmmmo", done=1), MONDAY)


def test_misses_from_before_the_agent_took_it_up_again_do_not_count() -> None:
    assert not keeps_missing(periods("mmmmm"), day(1))
    assert keeps_missing(periods("mmmmmm"), day(1))


def prompt(number: int, state: str = "expired", answer: str | None = None, *, shown: bool = True) -> Prompt:
    due = local(day(number), "10:30")
    return Prompt(
        PromptKey("habit:1", f"{day(number)}/{state}/{answer}/{shown}"),
        None,
        1,
        day(number),
        due,
        PromptState(state),
        shown_at=due if shown else None,
        answer=answer,
    )


LOGGED = by_date(Log().done(day(1)).entries)
SKIPPED = by_date(Log().skip(day(1)).entries)


@pytest.mark.parametrize(
    ("prompts", "days", "rests"),
    [
        ([prompt(0), prompt(1), prompt(2)], {}, True),
        ([prompt(0), prompt(1)], {}, False),
        ([prompt(0), prompt(0), prompt(0), prompt(1)], {}, False),
        ([prompt(0), prompt(1, shown=False), prompt(2)], {}, False),
        ([prompt(0), prompt(1, shown=False), prompt(2), prompt(3)], {}, True),
        ([prompt(0), prompt(1, "answered"), prompt(2)], {}, False),
        ([prompt(0), prompt(1, answer="snooze"), prompt(2)], {}, False),
        ([prompt(0), prompt(1), prompt(2), prompt(3, "shown")], {}, True),
        ([prompt(0), prompt(1), prompt(2)], LOGGED, False),
        ([prompt(0), prompt(1), prompt(2)], SKIPPED, True),
    ],
)
def test_three_days_of_prompts_shown_in_vain(
    prompts: list[Prompt], days: Mapping[date, DayLog], *, rests: bool
) -> None:
    assert goes_unanswered(prompts, days, MONDAY) is rests


def test_prompts_from_before_the_agent_took_it_up_again_do_not_count() -> None:
    assert not goes_unanswered([prompt(0), prompt(1), prompt(2)], {}, day(1))


def test_a_log_before_its_cue_ends_the_row_though_that_day_had_no_prompt() -> None:
    days = by_date(Log().done(day(2)).entries)
    assert not goes_unanswered([prompt(0), prompt(1), prompt(3)], days, MONDAY)
    assert goes_unanswered([prompt(0), prompt(1), prompt(3), prompt(4), prompt(5)], days, MONDAY)
