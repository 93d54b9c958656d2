"""What the Today page says about a day: sentences out of a view, without widgets."""

from habitcoach.coaching.today_view import TodayView
from habitcoach.coaching.views import CounterView, OccasionState, OccasionView
from habitcoach.core.target import Per, TargetKind
from habitcoach.texts.language import ntr, tr
from habitcoach.ui.day_rows import DayLists
from habitcoach.ui.format import (
    date_span_text,
    date_text,
    duration_text,
    minutes_between,
    number_text,
    sentence_case,
    since_text,
    time_text,
)
from habitcoach.ui.waiting import Waiting, state_of


def title_text(view: TodayView) -> str:
    """Return the page title: the date, or both dates of a shift across midnight."""
    shift = view.shift
    if shift is None or shift.start.date() == shift.end.date():
        return date_text(view.work_date)
    span = date_span_text(shift.start.date(), shift.end.date())
    # The name of the shift, or plainly that it is a night's.
    name = tr("{name} shift", name=shift.name) if shift.name else tr("Night shift")
    return tr("{shift}, {dates}", shift=name, dates=span)


def shift_text(view: TodayView) -> str:
    """Return how far the shift is, "6 h 12 min in, 2 h 18 min to go"; empty off duty."""
    shift = view.shift
    if shift is None:
        return ""
    gone, left = minutes_between(shift.start, view.now), minutes_between(view.now, shift.end)
    if gone < 0:
        return tr(
            "Starts at {time}, {since}", time=time_text(shift.start), since=since_text(view.now, shift.start)
        )
    if left <= 0:
        return tr("Ended at {time}", time=time_text(shift.end))
    # One rounding for both, so that they always add up to the shift.
    whole = minutes_between(shift.start, shift.end)
    return tr("{gone} in, {left} to go", gone=duration_text(gone), left=duration_text(whole - gone))


def when_text(one: OccasionView) -> str:
    """Return the cue as a clause, "When I sit down after my last break"."""
    return tr("When {cue}", cue=one.plan.when)


def passed_high_point(done: int, yesterday: int) -> bool:
    """Whether today has more done than yesterday; without a yesterday there is nothing to pass."""
    return 0 < yesterday < done


def ring_total(view: TodayView) -> int:
    """Return how many occasions and promises of today count for the ring: skipped and dropped ones do not."""
    of: list[Waiting] = [*view.promises, *view.occasions]
    return sum(state_of(one) is not OccasionState.SKIPPED for one in of)


def next_text(lists: DayLists) -> str:
    """Return the next cue, "Next: Clear my promises at 16:10", or that nothing follows."""
    following = next((one for one in lists.later if not one.quiet), None)
    if following is not None:
        return tr("Next: {habit} at {time}", habit=following.title, time=following.time)
    return (
        tr("Nothing more is planned today.")
        if lists.done or lists.now or lists.promises or lists.passed
        else ""
    )


def high_point_text(view: TodayView, done: int) -> str:
    """Return what the day says about yesterday; only a passed high point is mentioned."""
    if not view.done_yesterday:
        return tr("Today sets the first mark.")
    if passed_high_point(done, view.done_yesterday):
        return tr("Past yesterday’s {count}.", count=number_text(view.done_yesterday))
    return ""


def all_done_texts(view: TodayView, done: int) -> tuple[str, str]:
    """Return headline and line for a day with nothing left."""
    total = number_text(done)
    if passed_high_point(done, view.done_yesterday):
        yesterday = number_text(view.done_yesterday)
        headline = tr("All {total}, past yesterday’s {yesterday}", total=total, yesterday=yesterday)
    else:
        headline = ntr("One of one, done", "All {total} done", done, total=total)
    if 0 < view.best_lately < done:
        return headline, tr("Your best day in four weeks. Nothing more to do.")
    return headline, tr("Nothing more to do.")


def quiet_texts(view: TodayView) -> tuple[str, str]:
    """Return that habits run by themselves, and why there are so few cues."""
    number = view.running_alone
    count = number_text(number)
    headline = ntr("One habit runs by itself.", "{count} habits run by themselves.", number, count=count)
    return headline, tr("HabitCoach is quiet on purpose.")


def next_shift_text(view: TodayView) -> str:
    """Return when the agent is on again, for a day off; empty when no shift is known."""
    shift = view.next_shift
    if shift is None:
        return ""
    parts = (date_text(shift.start.date()), shift.name, time_text(shift.start))
    return tr("Next shift: {when}", when=", ".join(part for part in parts if part))


def counter_text(counter: CounterView) -> tuple[str, str]:
    """Return the figure and the rest of a counter's line, ("14", "of 20 · goal 80 %")."""
    target, hits = counter.target, counter.hits
    if target.kind is TargetKind.RATE:
        goal = tr("goal {percent} %", percent=number_text(int(target.goal)))
        if not counter.of:
            return "", tr("None yet · {goal}", goal=goal)
        return number_text(hits), tr("of {of} · {goal}", of=number_text(counter.of), goal=goal)
    if target.kind is TargetKind.COUNT or (target.goal != "all" and target.goal > 1):
        return number_text(hits), _of_goal(number_text(int(target.goal)), target.per)
    return "", _done_in(target.per) if hits else tr("Not yet")


def counter_told(counter: CounterView) -> tuple[str, str]:
    """Return how a counter stands and its goal, as a screen reader tells them, ("14 of 20", "Goal 80 %")."""
    target = counter.target
    if target.kind is not TargetKind.RATE:
        return " ".join(part for part in counter_text(counter) if part), ""
    goal = tr("Goal {percent} %", percent=number_text(int(target.goal)))
    if not counter.of:
        return tr("none yet"), goal
    return tr("{done} of {of}", done=number_text(counter.hits), of=number_text(counter.of)), goal


def _of_goal(goal: str, per: Per) -> str:
    match per:
        case Per.DAY:
            return tr("of {goal} today", goal=goal)
        case Per.WEEK:
            return tr("of {goal} this week", goal=goal)
        case Per.MONTH:
            return tr("of {goal} this month", goal=goal)


def _done_in(per: Per) -> str:
    return {Per.DAY: tr("Done today"), Per.WEEK: tr("Done this week"), Per.MONTH: tr("Done this month")}[per]


def counter_share(counter: CounterView) -> float:
    """Return how full a counter's bar is, 0 to 1."""
    target = counter.target
    if target.kind is TargetKind.RATE:
        return counter.hits / counter.of if counter.of else 0.0
    goal = 1 if target.goal == "all" else target.goal
    return min(1.0, counter.hits / goal)


def counter_goal(counter: CounterView) -> float | None:
    """Return where the goal tick stands on the bar, or None when its end is the goal."""
    target = counter.target
    return int(target.goal) / 100 if target.kind is TargetKind.RATE else None


def routine_text(one: OccasionView) -> str:
    """Return the routine as a title, "Send one customer a two-line thank-you"."""
    return sentence_case(one.plan.routine)


def reward_text(one: OccasionView) -> str:
    """Return the reward as a line of its own."""
    return sentence_case(one.plan.reward)
