"""What a weekly review says: its headline, what a decision did, and when the first one is."""

from datetime import timedelta

from habitcoach.coaching.decision_views import Effect
from habitcoach.core.decision import DecisionKind
from habitcoach.core.headline import Headline, HeadlineCode
from habitcoach.texts.language import ntr, tr

_MINUTE = timedelta(minutes=1)
_TELLING_MINUTES = 5


def headline_sentence(found: Headline, weekday: str = "") -> str:
    """Return the headline; `weekday` is the name of its day, "Thursday"."""
    done, of, length = found.done, found.of, found.length
    match found.code:
        case HeadlineCode.BEST_DAY:
            params = {"done": done, "of": of, "day": weekday}
            said = tr("You did {done} of {of}, and {day} was your best day yet.", **params)
        case HeadlineCode.ALL_DONE:
            said = ntr("You did the one that was due.", "You did all {n} that were due.", of)
        case HeadlineCode.MILESTONE:
            said = tr("{habit}: {length} in a row.", habit=found.habit, length=length)
        case HeadlineCode.NEW_BEST:
            said = tr("{habit} has its longest streak yet: {length}.", habit=found.habit, length=length)
        case HeadlineCode.CAME_BACK:
            one = "You came back after the one you missed."
            said = ntr(one, "You came back after each of {n} misses.", found.returns)
        case HeadlineCode.BEGUN:
            return tr("The week has just begun.")
        case HeadlineCode.QUIET:
            said = tr("A week off. Your streaks rest.")
        case _:
            said = _ordinary(found)
    return said


def _ordinary(found: Headline) -> str:
    if found.code is HeadlineCode.GOOD:
        return tr("You did {done} of {of}.", done=found.done, of=found.of)
    if found.code is HeadlineCode.STEADY:
        done = tr("You did {done} of {of}.", done=found.done, of=found.of)
        if not found.streaks:
            return done
        held = ntr("{n} streak held.", "{n} streaks held.", found.streaks)
        return tr("{done} {held}", done=done, held=held)
    if not found.streaks:
        return tr("A thin week. The next one starts fresh.")
    return ntr("A thin week. One streak held.", "A thin week. {n} streaks held.", found.streaks)


def effect_sentence(one: Effect) -> str:
    """Return what a decision did to a habit."""
    what = tr(_CHANGED[one.kind], habit=one.habit)
    before, after = (_minutes(each) for each in (one.delay_before, one.delay_after))
    known = None not in (one.delay_before, one.delay_after)
    # Where the minutes hardly differ, what was kept says more.
    if one.kind is DecisionKind.CHANGE_CUE and known and abs(before - after) >= _TELLING_MINUTES:
        return tr(
            "{what} It is now done {after} min after its cue, before that {before}.",
            what=what,
            after=after,
            before=before,
        )
    if not one.due_before:
        return tr(
            "{what} Since then {kept} of {due} kept.", what=what, kept=one.kept_after, due=one.due_after
        )
    return tr(
        "{what} Since then {kept} of {due} kept, before that {kept_before} of {due_before}.",
        what=what,
        kept=one.kept_after,
        due=one.due_after,
        kept_before=one.kept_before,
        due_before=one.due_before,
    )


def _minutes(delay: timedelta | None) -> int:
    return round((delay or timedelta()) / _MINUTE)


_CHANGED = {
    DecisionKind.MAKE_SMALLER: "You made {habit} smaller.",
    DecisionKind.CHANGE_CUE: "You gave {habit} another cue.",
    DecisionKind.CHANGE_REWARD: "You gave {habit} another reward.",
    DecisionKind.RAISE_GOAL: "You raised the goal of {habit}.",
    DecisionKind.GRADUATE: "{habit} has run by itself since.",
}


def first_review_sentence(day: str, time: str) -> str:
    """Return when the first review is; `day` is "Friday" or a date, `time` as the agent reads it."""
    return tr("Your first review is on {day} at {time}", day=day, time=time)


def so_far_sentence(so_far: int, to_come: int) -> str:
    """Return how many shifts were lived, and how many lie before the first review."""
    none = tr("No shift so far.")
    lived = ntr("One shift so far.", "{n} shifts so far.", so_far) if so_far else none
    if not to_come:
        return lived
    more = ntr("One more gives it something to say.", "{n} more give it something to say.", to_come)
    return tr("{lived} {more}", lived=lived, more=more)
