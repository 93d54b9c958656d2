"""Weeks lived with one habit, and their reviews, on a workplace."""

from collections.abc import Iterable
from datetime import date, timedelta

from habitcoach.coaching.more_views import MoreView
from habitcoach.coaching.review_views import HabitRow, ReviewPageView
from habitcoach.coaching.reviewing import week_named
from habitcoach.core.habit import Habit
from habitcoach.core.period import Period
from tests.support.habits import MONDAY
from tests.support.workplace import Workplace

W48, W49, W50 = "2026-W48", "2026-W49", "2026-W50"


def workday(number: int) -> date:
    """Return a weekday, counted from 1 on the Monday."""
    weeks, days = divmod(number - 1, 5)
    return MONDAY + timedelta(weeks=weeks, days=days)


def live(place: Workplace, habit: Habit, kept: Iterable[bool], first: int = 1, until: str = "17:30") -> None:
    """Let one weekday after another pass, each with its log or without; stop on the last one."""
    for number, mark in enumerate(kept, start=first):
        place.go_to("10:40", workday(number))
        if mark:
            place.done(habit)
        place.go_to(until, workday(number))


def named(place: Workplace, name: str) -> Period:
    """Return a week by its name."""
    return week_named(place.coach.agenda(), name)


def page(place: Workplace, name: str = W48) -> ReviewPageView:
    """Return a week's page."""
    return place.coach.review_page.read(place.coach.agenda(), named(place, name))


def more(place: Workplace, name: str = W48) -> MoreView:
    """Return what *More* opens for a week."""
    return place.coach.review_page.more(place.coach.agenda(), named(place, name))


def row(place: Workplace, habit: Habit, name: str = W48) -> HabitRow:
    """Return a habit's row of a week."""
    return next(one for one in page(place, name).rows if one.habit_id == habit.id)
