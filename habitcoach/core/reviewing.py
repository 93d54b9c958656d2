"""The numbers behind a weekly review, of one habit. Algorithms.md, section 10."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from itertools import islice, pairwise

from habitcoach.core.habit import Habit, Version
from habitcoach.core.judging import Judged, Outcome, Setting
from habitcoach.core.ledger import NOTHING, DayLog
from habitcoach.core.occasions import slots_on
from habitcoach.core.period import Period
from habitcoach.core.wall import DAY

#: p is taken over these days or these due periods, whichever reaches back further.
DAYS_BACK = 14
DUE_BACK = 10
#: How many of its own last weeks a review shows.
WEEKS_SHOWN = 4
#: How many reviews before this one the rules look at.
REVIEWS_BACK = 2

#: Outcomes of periods that were due.
DUE = frozenset({Outcome.KEPT, Outcome.PART, Outcome.MISSED})
_NOT_KEPT = frozenset({Outcome.PART, Outcome.MISSED})


@dataclass(frozen=True, slots=True)
class Tally:
    """Judged periods added up."""

    due: int = 0
    kept: int = 0
    skipped: int = 0  #: periods that came to nothing because they were skipped
    hits: int = 0  #: what was done in due periods: occasions, times or hits
    of: int = 0  #: what that is held against; opportunities of a rate

    @property
    def p(self) -> Fraction | None:
        """Share of due periods kept; None when none was due."""
        return Fraction(self.kept, self.due) if self.due else None


@dataclass(frozen=True, slots=True)
class SlotCount:
    """The occasions at one place in the day."""

    place: str  #: the slot without its date: "10:30", "start+5"
    due: int  #: not skipped
    done: int
    missed: int  #: not done in a period that was not kept

    @property
    def p(self) -> Fraction:
        """Share of its occasions that were done."""
        return Fraction(self.done, self.due)


@dataclass(frozen=True, slots=True)
class Slots:
    """The places in the day at which a habit is due."""

    counts: tuple[SlotCount, ...] = ()  #: in the order of the places' names
    a_day: int = 0  #: most occasions asked for on one day

    @property
    def best(self) -> SlotCount | None:
        """The place with most done; None where a day has only one, or all do alike."""
        alike = len({one.p for one in self.counts}) < 2
        return None if alike or self.a_day < 2 else max(self.counts, key=lambda one: one.p)

    @property
    def misses(self) -> int:
        """All occasions missed."""
        return sum(one.missed for one in self.counts)

    @property
    def most_missed(self) -> SlotCount | None:
        """The place missed most; None where a day has only one."""
        return None if self.a_day < 2 else max(self.counts, key=lambda one: one.missed)


def judged_by(periods: Sequence[Judged], through: date) -> tuple[Judged, ...]:
    """Return the periods up to a work date that have come to something, oldest first, as they are given.

    A period belongs to the date it ends on; one kept early counts at once. Only the last one can be open.
    """
    number = bisect_right(periods, through, key=_end)
    while number and periods[number - 1].outcome is Outcome.OPEN:
        number -= 1
    return tuple(periods[:number])


def _end(judged: Judged) -> date:
    return judged.period.end


def lived_as_it_is(habit: Habit, judged: Sequence[Judged], through: date) -> tuple[Judged, ...]:
    """Return the periods lived since a habit last got another cue, routine or target.

    What went wrong before a change says nothing about what holds now: an advice that was taken would be given
    again, or the next one, before it could work.
    """
    since = habit.first_date
    for before, after in pairwise(habit.versions):
        if after.from_date <= through and _differs(before, after):
            since = after.from_date
    return tuple(judged[bisect_left(judged, since, key=lambda one: one.period.start) :])


def _differs(before: Version, after: Version) -> bool:
    cue = (before.trigger, before.plan.when) != (after.trigger, after.plan.when)
    return cue or (before.target, before.plan.routine) != (after.target, after.plan.routine)


def recent(judged: Sequence[Judged], through: date) -> tuple[Judged, ...]:
    """Return the span p is taken over: the last 14 days or the last 10 due periods, whichever is longer."""
    since = through - timedelta(days=DAYS_BACK - 1)
    by_days = bisect_left(judged, since, key=_end)
    back = (n for n in range(len(judged) - 1, -1, -1) if judged[n].outcome in DUE)
    by_due = next(islice(back, DUE_BACK - 1, None), 0)
    return tuple(judged[min(by_days, by_due) :])


def add_up(periods: Iterable[Judged], days: Mapping[date, DayLog]) -> Tally:
    """Add periods up; their order never matters."""
    due = kept = skipped = hits = of = 0
    for one in periods:
        if one.outcome in DUE:
            due += 1
            kept += one.outcome is Outcome.KEPT
            hits += one.done
            of += one.goal
        elif one.outcome is Outcome.NEUTRAL:
            skipped += _was_skipped(one.period, days)
    return Tally(due, kept, skipped, hits, of)


def _was_skipped(period: Period, days: Mapping[date, DayLog]) -> bool:
    logs = [days.get(day, NOTHING) for day in period.days()]
    return any(log.day_skipped or log.skipped_slots for log in logs)


def week_tallies(periods: Sequence[Judged], days: Mapping[date, DayLog], week: Period) -> tuple[Tally, ...]:
    """Return the tallies of a week and the ones before it, oldest first; periods count where they end."""
    found = []
    for number in reversed(range(WEEKS_SHOWN)):
        start = week.start - timedelta(weeks=number)
        end = week.end - timedelta(weeks=number)
        first, last = bisect_left(periods, start, key=_end), bisect_right(periods, end, key=_end)
        found.append(add_up(periods[first:last], days))
    return tuple(found)


def slots_of(habit: Habit, periods: Iterable[Judged], days: Mapping[date, DayLog], setting: Setting) -> Slots:
    """Return the occasions of due periods by their place in the day."""
    counts: dict[str, list[int]] = {}
    a_day = 0
    for one in periods:
        if one.outcome not in DUE:
            continue
        for day in one.period.days():
            log = days.get(day, NOTHING)
            asked = _asked(habit, day, log, setting)
            a_day = max(a_day, len(asked))
            for slot in asked:
                count = counts.setdefault(_place(slot), [0, 0, 0])
                done = slot in log.done_slots
                count[0] += 1
                count[1] += done
                count[2] += not done and one.outcome in _NOT_KEPT
    return Slots(tuple(SlotCount(place, *count) for place, count in sorted(counts.items())), a_day)


def _asked(habit: Habit, day: date, log: DayLog, setting: Setting) -> set[str]:
    """Return the slots of a day that were neither paused nor skipped, none of one that nobody saw."""
    if setting.paused(habit, day) or setting.unknown(day):
        return set()
    slots = slots_on(habit, day, setting.calendar, setting.week_start, setting.done_times)
    skipped = slots if log.day_skipped else log.skipped_slots
    return {slot for slot in slots if slot in log.done_slots or slot not in skipped}


def _place(slot: str) -> str:
    """Return where in the day a slot lies; week and month slots have no place."""
    return slot.partition("/")[2]


def former_shares(
    judged: Sequence[Judged], days: Mapping[date, DayLog], week: Period, least_due: int
) -> tuple[Fraction, ...]:
    """Return p as the reviews of the weeks before gave it, oldest first.

    It is reckoned anew from the log; a review with fewer than `least_due` due periods said nothing, so that
    it and those before it are left out.
    """
    found: list[Fraction] = []
    for number in range(1, REVIEWS_BACK + 1):
        through = week.end - timedelta(weeks=number)
        tally = add_up(recent(judged_by(judged, through), through), days)
        if tally.p is None or tally.due < least_due:
            break
        found.insert(0, tally.p)
    return tuple(found)


def whole_weeks(since: date, through: date) -> int:
    """Return how many whole weeks lie between two work dates, both included."""
    return max(0, (through + DAY - since).days) // 7
