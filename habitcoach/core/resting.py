"""When a habit should rest: it goes unkept or unanswered for long. Algorithms.md, section 3."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from habitcoach.core.judging import Judged, Outcome
from habitcoach.core.ledger import DayLog
from habitcoach.core.prompt import Prompt, PromptState

#: Misses in a row after which a habit rests …
MISSES = 5
#: … and days in a row whose prompts were all shown in vain.
DAYS_UNANSWERED = 3


def keeps_missing(periods: Sequence[Judged], since: date) -> bool:
    """Whether the last five judged periods that began on `since` or later were missed, neutral ones left out.

    A period that runs ends the row as soon as something is logged in it.
    """
    misses = 0
    for judged in reversed(periods):
        if judged.period.start < since or judged.outcome in {Outcome.KEPT, Outcome.PART}:
            break
        if judged.outcome is Outcome.OPEN and judged.done:
            break
        misses += judged.outcome is Outcome.MISSED
    return misses >= MISSES


def goes_unanswered(prompts: Iterable[Prompt], days: Mapping[date, DayLog], since: date) -> bool:
    """Whether the last prompts shown, on three work dates from `since` on, were neither answered nor logged.

    `prompts` are those of one habit by due time. One that was never shown says nothing. A log ends the row
    also on a date that had no prompt, because it came before its cue.
    """
    last_log = max((day for day, log in days.items() if log.logged), default=date.min)
    found: set[date] = set()
    for prompt in reversed(list(prompts)):
        if prompt.work_date < since or prompt.work_date <= last_log:
            break
        if prompt.state is PromptState.ANSWERED or prompt.answer is not None:
            break
        if prompt.state is PromptState.EXPIRED and prompt.shown_at is not None:
            found.add(prompt.work_date)
    return len(found) >= DAYS_UNANSWERED
