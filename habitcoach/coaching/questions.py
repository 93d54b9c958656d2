"""When "it happens by itself" is asked: every week, every second one once answered four times. Alg. 10."""

from collections.abc import Sequence
from datetime import date

from habitcoach.coaching.agenda import Agenda
from habitcoach.coaching.review_times import last_shift, name_of, week_of
from habitcoach.coaching.review_views import Question
from habitcoach.core.period import Period
from habitcoach.core.rating import Rating
from habitcoach.core.wall import DAY

#: After so many answers …
OFTEN_ANSWERED = 4
#: … it is asked every so many weeks.
EVERY = 2
_WEEK = 7 * DAY


def question_of(agenda: Agenda, ratings: Sequence[Rating], week: Period) -> Question:
    """Return what a habit's row asks in a week's review; `ratings` are the habit's, by week or by date."""
    name = name_of(week)
    mark = next((one.by_itself for one in ratings if one.week == name), None)
    earlier = sorted((one for one in ratings if one.week < name), key=lambda one: one.week)
    if not earlier:
        return Question(asked=True, mark=mark)
    last = earlier[-1]
    weeks = _weeks_between(agenda, last.week, week)
    asked = mark is not None or len(earlier) < OFTEN_ANSWERED or weeks >= EVERY
    next_on = None if asked else _review_day(agenda, week, EVERY - weeks)
    return Question(asked, mark, last.by_itself, last_week=weeks == 1, next_on=next_on)


def _weeks_between(agenda: Agenda, earlier: str, week: Period) -> int:
    """Return how many reviews after one with a name that of a week is; EVERY stands for all more."""
    for number in range(1, EVERY):
        if name_of(week_of(agenda, week.start - number * _WEEK)) == earlier:
            return number
    return EVERY


def _review_day(agenda: Agenda, week: Period, weeks: int) -> date:
    following = week_of(agenda, week.start + weeks * _WEEK)
    shift = last_shift(agenda, following)
    return following.end if shift is None else shift.work_date
