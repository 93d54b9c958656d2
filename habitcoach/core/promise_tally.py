"""What became of the promises of a week. Algorithms.md, section 10."""

from collections.abc import Iterable
from dataclasses import dataclass

from habitcoach.core.period import Period
from habitcoach.core.promise import Promise, PromiseState


@dataclass(frozen=True, slots=True)
class PromiseTally:
    """Promises due in a week, counted; one that was re-timed stands where its last time lies."""

    made: int
    kept: int  #: in time
    late: int  #: kept, but after their time
    dropped: int
    retimed: int  #: given another time, whatever became of them then


def tally_promises(promises: Iterable[Promise], week: Period) -> PromiseTally | None:
    """Count the promises whose time belongs to a week; None when there was none."""
    due = [one for one in promises if week.start <= one.work_date <= week.end]
    if not due:
        return None
    return PromiseTally(
        made=len(due),
        kept=sum(one.state is PromiseState.KEPT for one in due),
        late=sum(one.state is PromiseState.KEPT_LATE for one in due),
        dropped=sum(one.state is PromiseState.DROPPED for one in due),
        retimed=sum(one.retimed > 0 for one in due),
    )
