"""The headline of a week: the rarest good fact. Algorithms.md, section 10, and ui.md."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from habitcoach.core.streak import is_milestone
from habitcoach.core.target import Per

#: Below this share of what was due a week is thin.
THIN_BELOW = 0.5
#: From this share on it may be told with its figures alone.
GOOD_FROM = 0.8


class HeadlineCode(StrEnum):
    """What is said, the rarest first. In brackets: the parameters used."""

    BEST_DAY = "best_day"  #: "You did 37 of 40, and Thursday was your best day yet." (done, of, day)
    ALL_DONE = "all_done"  #: everything that was due (done)
    MILESTONE = "milestone"  #: a streak reached a mark (habit, length)
    NEW_BEST = "new_best"  #: a streak is longer than ever (habit, length)
    CAME_BACK = "came_back"  #: kept again after a miss, each time (returns)
    GOOD = "good"  #: (done, of)
    STEADY = "steady"  #: streaks held in an ordinary week (done, of, streaks)
    THIN = "thin"  #: "A thin week. Three streaks held." (streaks)
    BEGUN = "begun"  #: nothing was due so far, and shifts are to come
    QUIET = "quiet"  #: nothing was due


@dataclass(frozen=True, slots=True)
class Headline:
    """The headline and what its sentence may name."""

    code: HeadlineCode
    done: int = 0  #: occasions done; kept periods where there were no occasions
    of: int = 0  #: due ones
    day: date | None = None
    habit: str = ""
    length: int = 0
    streaks: int = 0  #: that run
    returns: int = 0


@dataclass(frozen=True, slots=True)
class WeekOfHabit:
    """One habit's week, as far as a headline may tell of it."""

    habit: str
    per: Per
    kept: int  #: periods
    due: int
    done: int  #: occasions; 0 of 0 for a habit that is merely counted
    of: int
    before: int  #: the streak when the week began
    after: int  #: … and when it ended
    best_before: int  #: longest until the week began
    misses: int  #: missed periods of the week after which another one was judged
    bounced: int  #: of those, followed by a kept one


def headline(habits: Sequence[WeekOfHabit], best_day: date | None, *, runs: bool = False) -> Headline:
    """Return the rarest good fact of a week.

    `best_day` had more done than any shift before; `runs` says that the week's last shift is to come.
    """
    done, of = sum(one.done for one in habits), sum(one.of for one in habits)
    if not of:
        done, of = sum(one.kept for one in habits), sum(one.due for one in habits)
    common = Headline(HeadlineCode.QUIET, done, of, streaks=sum(one.after > 0 for one in habits))
    if not of:
        return replace(common, code=HeadlineCode.BEGUN) if runs else common
    if best_day is not None:
        return replace(common, code=HeadlineCode.BEST_DAY, day=best_day)
    if done == of:
        return replace(common, code=HeadlineCode.ALL_DONE)
    return _of_a_streak(habits, common) or _of_the_week(habits, common)


def _of_a_streak(habits: Sequence[WeekOfHabit], common: Headline) -> Headline | None:
    for code, rare in ((HeadlineCode.MILESTONE, _reached_mark), (HeadlineCode.NEW_BEST, _is_longest)):
        found = max(filter(rare, habits), key=lambda one: one.after, default=None)
        if found is not None:
            return replace(common, code=code, habit=found.habit, length=found.after)
    return None


def _of_the_week(habits: Sequence[WeekOfHabit], common: Headline) -> Headline:
    misses, bounced = sum(one.misses for one in habits), sum(one.bounced for one in habits)
    if common.done < THIN_BELOW * common.of:
        return replace(common, code=HeadlineCode.THIN)
    if misses and misses == bounced:
        return replace(common, code=HeadlineCode.CAME_BACK, returns=bounced)
    good = common.done >= GOOD_FROM * common.of
    return replace(common, code=HeadlineCode.GOOD if good else HeadlineCode.STEADY)


def _reached_mark(one: WeekOfHabit) -> bool:
    return any(is_milestone(length, one.per) for length in range(one.before + 1, one.after + 1))


def _is_longest(one: WeekOfHabit) -> bool:
    return one.after > one.best_before > 0 and one.after > one.before
