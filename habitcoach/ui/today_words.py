"""What the Today page says about a day: sentences out of a view, without widgets."""

from dataclasses import dataclass
from datetime import datetime

from habitcoach.coaching.views import CounterView, OccasionState, OccasionView, PromiseView, TodayView
from habitcoach.core.habit import Category
from habitcoach.core.target import Per, TargetKind
from habitcoach.texts.language import ntr, tr
from habitcoach.texts.promises import state_word
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
from habitcoach.ui.waiting import Waiting, category_of, state_of, title_of

LATER = frozenset({OccasionState.LATER, OccasionState.SNOOZED})
ANSWERED = frozenset({OccasionState.DONE, OccasionState.SKIPPED})

RowKey = tuple[str, str]


def row_key(one: Waiting) -> RowKey:
    """Return what a row is known by while views come and go."""
    return one.subject, one.slot


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


def age_text(one: OccasionView, now: datetime, *, unconfirmed: bool) -> str:
    """Return how long an occasion has waited, and whether its cue may not have been seen."""
    age = since_text(now, one.due_at)
    return tr("{age}, may not have been seen", age=age) if unconfirmed else age


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a list on Today."""

    key: RowKey
    occasion: Waiting
    time: str
    title: str
    phrase: str  #: a second phrase in a quieter colour; the first thing to go when it is narrow
    trailing: str  #: at the right edge

    @property
    def category(self) -> Category:
        """Whose glyph it wears."""
        return category_of(self.occasion)

    @property
    def state(self) -> OccasionState:
        """How it stands."""
        return state_of(self.occasion)

    @property
    def is_promise(self) -> bool:
        """Whether it is a promise rather than a habit's occasion."""
        return isinstance(self.occasion, PromiseView)


def later_row(one: Waiting) -> Row:
    """Describe an occasion or a promise still to come."""
    snoozed = state_of(one) is OccasionState.SNOOZED and one.snoozed_until is not None
    at = one.snoozed_until if snoozed and one.snoozed_until is not None else one.due_at
    phrase = tr("snoozed, was {time}", time=time_text(one.due_at)) if snoozed else _about(one)
    trailing = (
        tr("Promise") if isinstance(one, PromiseView) else number_text(one.streak) if one.streak else ""
    )
    return Row(row_key(one), one, time_text(at), title_of(one), phrase, trailing)


def _about(one: Waiting) -> str:
    """Return the routine of a habit, or the first line of a promise's note."""
    return one.plan.routine if isinstance(one, OccasionView) else one.note.partition("\n")[0]


def held_row(one: Waiting) -> Row:
    """Describe an occasion or a promise whose cue is held."""
    return Row(row_key(one), one, time_text(one.due_at), title_of(one), _about(one), "")


def answered_row(one: Waiting) -> Row:
    """Describe an occasion or a promise that has been answered."""
    at = one.due_at if one.answered_at is None else one.answered_at
    skipped = tr("skipped") if state_of(one) is OccasionState.SKIPPED else ""
    phrase = state_word(one) if isinstance(one, PromiseView) else skipped
    return Row(row_key(one), one, time_text(at), title_of(one), phrase, "")


def passed_row(one: OccasionView, *, unconfirmed: bool) -> Row:
    """Describe an occasion whose window is over without an answer."""
    phrase = tr("its cue may not have been seen") if unconfirmed else ""
    return Row(row_key(one), one, time_text(one.due_at), one.habit, phrase, "")


@dataclass(frozen=True, slots=True)
class DayLists:
    """The occasions of a day, sorted into the page's sections."""

    now: tuple[OccasionView, ...]
    promises: tuple[PromiseView, ...]  #: that wait now
    held: tuple[Row, ...]
    later: tuple[Row, ...]
    passed: tuple[Row, ...]
    done: tuple[Row, ...]  #: the latest first
    done_count: int

    @property
    def all_done(self) -> bool:
        """Whether the day had occasions and every one of them was answered, one at least with done."""
        waits = self.now or self.promises or self.held or self.later or self.passed
        return bool(self.done_count) and not waits


def day_lists(view: TodayView) -> DayLists:
    """Sort the occasions and promises of a view into Now, Held, Later, Passed and Done."""
    # Promises come first at equal times, and sorting keeps them there.
    of: list[Waiting] = [*view.promises, *view.occasions]
    later = sorted((one for one in of if state_of(one) in LATER), key=lambda one: _place(one).timestamp())
    answered = sorted(
        (one for one in of if state_of(one) in ANSWERED),
        key=lambda one: _answered(one).timestamp(),
        reverse=True,
    )
    held = sorted((one for one in of if state_of(one) is OccasionState.HELD), key=lambda one: one.due_at)
    passed = (one for one in view.occasions if one.state is OccasionState.PASSED)
    return DayLists(
        now=view.waiting,
        promises=view.waiting_promises,
        held=tuple(held_row(one) for one in held),
        later=tuple(later_row(one) for one in later),
        passed=tuple(passed_row(one, unconfirmed=one.slot in view.unconfirmed) for one in passed),
        done=tuple(answered_row(one) for one in answered),
        done_count=sum(state_of(one) is OccasionState.DONE for one in of),
    )


def _place(one: Waiting) -> datetime:
    return one.due_at if one.snoozed_until is None else one.snoozed_until


def _answered(one: Waiting) -> datetime:
    return one.due_at if one.answered_at is None else one.answered_at


def passed_high_point(done: int, yesterday: int) -> bool:
    """Whether today has more done than yesterday; without a yesterday there is nothing to pass."""
    return 0 < yesterday < done


def ring_total(view: TodayView) -> int:
    """Return how many occasions and promises of today count for the ring: skipped and dropped ones do not."""
    of: list[Waiting] = [*view.promises, *view.occasions]
    return sum(state_of(one) is not OccasionState.SKIPPED for one in of)


def next_text(lists: DayLists) -> str:
    """Return the next cue, "Next: Clear my promises at 16:10", or that nothing follows."""
    if lists.later:
        return tr("Next: {habit} at {time}", habit=lists.later[0].title, time=lists.later[0].time)
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
        return tr("Past yesterday's {count}.", count=number_text(view.done_yesterday))
    return ""


def all_done_texts(view: TodayView, done: int) -> tuple[str, str]:
    """Return headline and line for a day with nothing left."""
    total = number_text(done)
    if passed_high_point(done, view.done_yesterday):
        yesterday = number_text(view.done_yesterday)
        headline = tr("All {total}, past yesterday's {yesterday}", total=total, yesterday=yesterday)
    else:
        headline = ntr("One of one, done", "All {total} done", done, total=total)
    return headline, tr("Nothing more to do.")


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
