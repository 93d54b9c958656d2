"""A review is read in stretches of one habit: a window with fifty of them goes on living."""

from collections.abc import Generator
from typing import TypeVar

from tests.support.habits import at
from tests.support.reviewed_weeks import live, workday
from tests.support.workplace import Workplace

Found = TypeVar("Found")


def stretches(reading: Generator[None, None, Found]) -> tuple[int, Found]:
    """Return how many stretches a reading took, and what it came to."""
    number = 0
    while True:
        try:
            next(reading)
        except StopIteration as end:
            found: Found = end.value
            return number, found
        number += 1


def test_page_and_more_yield_after_every_habit(workplace: Workplace) -> None:
    habits = [workplace.add(at(f"{hour}:30"), name=f"Habit {hour}") for hour in (10, 11, 14)]
    for habit in habits:
        live(workplace, habit, [True])
    workplace.go_to("16:50", workday(5))
    pages, agenda = workplace.coach.review_page, workplace.coach.agenda()
    week = pages.default_week(agenda)
    number, view = stretches(pages.reading(agenda, week))
    assert (number, view) == (3 * len(habits), pages.read(agenda, week))
    number, more = stretches(pages.reading_more(agenda, week))
    assert (number, more) == (2 * len(habits), pages.more(agenda, week))
