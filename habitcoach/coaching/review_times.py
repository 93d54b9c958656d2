"""When reviews are: with the end card of a week's last shift, or put off. Algorithms.md, section 10."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from habitcoach.coaching.agenda import Agenda
from habitcoach.coaching.promise_habit import is_promise_habit
from habitcoach.core.calendar import Shift
from habitcoach.core.period import Period, period_name, period_of
from habitcoach.core.target import Per
from habitcoach.core.turn import END_LEAD
from habitcoach.core.wall import DAY

#: A review has something to say after so many shifts.
SHIFTS_NEEDED = 3
_FAR = 62  # days ahead, or back, in which shifts are looked for


@dataclass(frozen=True, slots=True)
class FirstReview:
    """When the first review of all is."""

    at: datetime | None  #: UTC; None when no shift lies ahead
    so_far: int  #: shifts that have begun since the first habit did
    to_come: int  #: shifts until then


def week_of(agenda: Agenda, day: date) -> Period:
    """Return the week of a work date."""
    return period_of(Per.WEEK, day, agenda.setting.week_start)


def name_of(week: Period) -> str:
    """Return the name of a week: "2026-W47"."""
    return period_name(Per.WEEK, week)


def first_date(agenda: Agenda) -> date | None:
    """Return the work date on which the agent's first habit began; None without any."""
    own = (one.first_date for one in agenda.habits if not is_promise_habit(one))
    return min(own, default=None)


def last_shift(agenda: Agenda, week: Period) -> Shift | None:
    """Return the last shift of a week, None when all of it is off."""
    found = (agenda.calendar.shift_on(day) for day in reversed(week.days()))
    return next((one for one in found if one is not None), None)


def review_at(shift: Shift) -> datetime:
    """Return when the review comes on the last shift of a week (UTC)."""
    return shift.end - END_LEAD


def shifts_until(agenda: Agenda, day: date) -> int:
    """Return how many shifts were lived with a habit up to a work date, counted up to what a review needs."""
    begun = first_date(agenda)
    if begun is None:
        return 0
    number, one = 0, min(day, agenda.today)
    while one >= begun and number < SHIFTS_NEEDED:
        number += was_lived(agenda, one)
        one -= DAY
    return number


def was_lived(agenda: Agenda, day: date) -> bool:
    """Whether a work date has a shift that has begun, and somebody was there as far as anybody knows."""
    shift = agenda.calendar.shift_on(day)
    return shift is not None and shift.start <= agenda.now and not agenda.setting.unknown(day)


def is_too_early(agenda: Agenda, week: Period) -> bool:
    """Whether a week's review has too little to say."""
    return shifts_until(agenda, week.end) < SHIFTS_NEEDED


def first_review(agenda: Agenda) -> FirstReview:
    """Return when the first review is, for an agent with fewer shifts than it needs."""
    so_far = shifts_until(agenda, agenda.today)
    if first_date(agenda) is None:
        return FirstReview(None, 0, 0)
    for to_come, shift in enumerate(_ahead(agenda), start=1):
        last = last_shift(agenda, week_of(agenda, shift.work_date))
        is_last = last is not None and last.work_date == shift.work_date
        if is_last and so_far + to_come >= SHIFTS_NEEDED:
            return FirstReview(review_at(shift), so_far, to_come)
    return FirstReview(None, so_far, 0)


def _ahead(agenda: Agenda) -> Iterator[Shift]:
    for number in range(_FAR):
        shift = agenda.calendar.shift_on(agenda.today + number * DAY)
        if shift is not None and shift.start > agenda.now:
            yield shift


def next_start(agenda: Agenda) -> datetime | None:
    """Return when the next shift starts (UTC), None when nobody knows."""
    shift = agenda.calendar.next_shift(agenda.now)
    return None if shift is None else shift.start


def next_work_date(agenda: Agenda) -> date:
    """Return the date of the next shift after the work date that runs; the next date when nobody knows."""
    return shift_from(agenda, agenda.today + DAY)


def shift_from(agenda: Agenda, day: date) -> date:
    """Return the date of the first shift from a date on; that date when nobody knows."""
    ahead = (day + number * DAY for number in range(_FAR))
    return next((one for one in ahead if agenda.calendar.shift_on(one) is not None), day)
