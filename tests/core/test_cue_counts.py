"""What became of cues, in all and by place and weekday."""

from datetime import date, datetime, timedelta

from habitcoach.core.cue_counts import CueCounts, cue_figures
from habitcoach.core.habit import HabitId
from habitcoach.core.prompt import Prompt, PromptKey, PromptState
from tests.support.habits import MONDAY, Log, dates, local

MINUTE = timedelta(minutes=1)


def prompt(day: date, place: str, shown: datetime | None, **rest: object) -> Prompt:
    key, due = PromptKey("habit:1", f"{day}/{place}"), local(day, "10:30")
    state = rest.pop("state", PromptState.EXPIRED)
    return Prompt(key, HabitId(1), 1, day, due, state, shown, **rest)  # type: ignore[arg-type]  # what a test needs


def test_every_fate_of_a_cue() -> None:
    days = list(dates(MONDAY, 7))
    log = Log()
    for day in days[:3]:
        log.done(day, f"{day}/10:30")  # at 12:00 UTC
    prompts = [
        prompt(days[0], "10:30", local(days[0], "12:50")),  # done ten minutes later
        prompt(days[1], "10:30", local(days[1], "12:00")),  # an hour later
        prompt(days[2], "10:30", None),  # before it was shown
        prompt(days[3], "10:30", local(days[3], "10:30"), state=PromptState.ANSWERED),  # skipped
        prompt(days[4], "10:30", local(days[4], "10:30")),  # ignored
        prompt(days[5], "10:30", None, held_for="call"),
        prompt(days[6], "15:00", local(days[6], "15:00"), snoozed_until=local(days[6], "16:00")),
        prompt(days[0], "contact", local(days[0], "09:00")),  # a plan, no cue
    ]
    found = cue_figures(prompts, log.entries)
    assert found.all == CueCounts(
        shown=5,
        answered=3,
        done=2,
        soon=1,
        ignored=2,
        snoozed=1,
        held=1,
        unneeded=1,
        median_delay=35 * MINUTE,
    )
    assert list(found.by_place) == ["10:30", "15:00"]
    assert found.by_place["15:00"] == CueCounts(shown=1, ignored=1, snoozed=1)
    assert found.by_weekday[1] == CueCounts(shown=1, answered=1, done=1, soon=1, median_delay=10 * MINUTE)
    assert found.by_weekday[3] == CueCounts(unneeded=1)
    assert list(found.by_weekday) == [1, 2, 3, 4, 5, 6, 7]


def test_logged_before_it_was_shown_it_was_not_needed_though_it_was_shown() -> None:
    log = Log().done(MONDAY, f"{MONDAY}/10:30")
    found = cue_figures([prompt(MONDAY, "10:30", local(MONDAY, "14:00"))], log.entries).all
    assert found == CueCounts(shown=1, answered=1, unneeded=1)


def test_no_cues() -> None:
    found = cue_figures([], [])
    assert (found.all, dict(found.by_place), dict(found.by_weekday)) == (CueCounts(), {}, {})
