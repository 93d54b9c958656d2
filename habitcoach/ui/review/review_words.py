"""What the review page says beside its charts."""

from datetime import date

from habitcoach.coaching.decision_views import DecisionRow
from habitcoach.coaching.review_views import (
    Chosen,
    Figures,
    HabitRow,
    ReviewPageView,
    ReviewState,
    SuggestionView,
)
from habitcoach.core.decision import DecisionKind
from habitcoach.core.fading import Stage
from habitcoach.core.promise_tally import PromiseTally
from habitcoach.core.suggesting import Reason, Suggestion
from habitcoach.texts.fading import stage_word
from habitcoach.texts.language import ntr, tr
from habitcoach.texts.sentences import periods
from habitcoach.texts.suggestions import reason_sentence
from habitcoach.ui.format import date_span_text, date_text, day_text, number_text, time_text


def week_title(view: ReviewPageView) -> str:
    """Return "Week 24, Monday 8 to Friday 12 June"."""
    number = number_text(view.number)
    if view.first == view.last:
        return tr("Week {number}, {day}", number=number, day=date_text(view.first))
    span = date_span_text(view.first, view.last, whole=True)
    return tr("Week {number}, {span}", number=number, span=span)


def longest_words(figures: Figures) -> str:
    """Return "Longest streak 24, Start clean"; "" without a streak."""
    longest = figures.longest
    if longest is None:
        return ""
    return tr("Longest streak {count}, {habit}", count=number_text(longest.streak), habit=longest.habit)


def promise_words(tally: PromiseTally | None) -> str:
    """Return "15 of 16 promises kept, 1 re-timed"; "" when none was due."""
    if tally is None:
        return ""
    kept = ntr(
        "{kept} of {n} promise kept",
        "{kept} of {n} promises kept",
        tally.made,
        kept=number_text(tally.kept),
    )
    if not tally.retimed:
        return kept
    return tr("{kept}, {count} re-timed", kept=kept, count=number_text(tally.retimed))


def reward_words(count: int) -> str:
    """Return "29 rewards taken"; "" for none."""
    return ntr("{n} reward taken", "{n} rewards taken", count) if count else ""


def decision_word(kind: DecisionKind) -> str:
    """Return what a decision is called on its button."""
    words = {
        DecisionKind.KEEP: tr("Keep"),
        DecisionKind.MAKE_SMALLER: tr("Make smaller"),
        DecisionKind.CHANGE_CUE: tr("Change cue"),
        DecisionKind.CHANGE_REWARD: tr("Change reward"),
        DecisionKind.RETIRE: tr("Retire"),
        DecisionKind.GRADUATE: tr("Let it run"),
        DecisionKind.RAISE_GOAL: tr("Raise goal"),
        DecisionKind.FADE: tr("Fewer cues"),
    }
    return words[kind]


def suggestion_title(one: SuggestionView) -> str:
    """Return what is suggested, as a question."""
    words = {
        DecisionKind.MAKE_SMALLER: tr("Make {habit} smaller?", habit=one.habit),
        DecisionKind.CHANGE_CUE: tr("Another cue for {habit}?", habit=one.habit),
        DecisionKind.CHANGE_REWARD: tr("Another reward for {habit}?", habit=one.habit),
        DecisionKind.RETIRE: tr("Let {habit} go?", habit=one.habit),
        DecisionKind.GRADUATE: tr("Let {habit} run by itself?", habit=one.habit),
        DecisionKind.RAISE_GOAL: tr("Aim a little higher with {habit}?", habit=one.habit),
    }
    return words.get(one.kind, tr("Keep {habit} as it is?", habit=one.habit))


def suggestion_reason(one: SuggestionView) -> str:
    """Return why, and what it would be from then on."""
    why = reason_sentence(one.advice)
    if one.kind is DecisionKind.MAKE_SMALLER and one.smaller:
        return tr("{why} For now “{smaller}” is enough.", why=why, smaller=one.smaller)
    if one.goal is not None:
        return tr("{why} The goal would be {goal}.", why=why, goal=number_text(one.goal))
    if one.kind is DecisionKind.RETIRE:
        return tr("{why} Its history stays, and it can come back.", why=why)
    if one.kind is DecisionKind.GRADUATE:
        return tr("{why} From then on no cues, and one look a month.", why=why)
    return why


def chosen_words(one: SuggestionView, view: ReviewPageView) -> str:
    """Return what became of the suggestion, and from when it holds; "" while it is open."""
    starts = tr("Applied on Finish, from {day} on", day=date_text(view.starts_on))
    words = {
        Chosen.APPLIED: starts if view.can_finish else tr("Applied"),
        Chosen.NOT_NOW: tr("Not now. It stays as it is."),
        Chosen.OTHERWISE: tr("You decided something else for it."),
    }
    return words.get(one.chosen, "")


def decision_line(row: DecisionRow, of: HabitRow | None) -> str:
    """Return what stands under a habit's name among the decisions: why to change it, or how it stands."""
    if of is None or row.advice.suggestion is not Suggestion.KEEP:
        return reason_sentence(row.advice)
    if of.stage is Stage.SILENT:
        return tr("{streak}. Quiet: you start this yourself.", streak=periods(of.streak, of.per))
    streak, word = periods(of.streak, of.per), stage_word(of.stage)
    if row.advice.reason is Reason.WELL_KEPT:
        # What goes well needs no sentence of its own.
        found = dict(row.advice.params)
        return tr(
            "{streak}, {kept} of the last {due}. Cue: {word}.",
            streak=streak,
            kept=found["kept"],
            due=found["due"],
            word=word,
        )
    return tr("{streak}. {why} Cue: {word}.", streak=streak, why=reason_sentence(row.advice), word=word)


def start_words(view: ReviewPageView) -> str:
    """Return "Decisions start on Monday 15 June", or how the review stands."""
    if view.state is ReviewState.FINISHED:
        return tr("Finished. Decisions start on {day}", day=date_text(view.starts_on))
    if view.state is ReviewState.PAST:
        return tr("A later week is finished; this one is here to read.")
    return tr("Decisions start on {day}", day=date_text(view.starts_on))


def footer_words(view: ReviewPageView) -> str:
    """Return what stands beside *Later* and *Finish the week*."""
    if view.state is ReviewState.FINISHED:
        return tr("Finished")
    if view.put_off_until is not None:
        when = view.put_off_until
        return tr("Comes again {day} at {time}", day=date_text(when.date()), time=time_text(when))
    return tr("About three minutes") if view.can_finish else ""


def written_on_words(day: date) -> str:
    """Return "You wrote this on 17 April"."""
    return tr("You wrote this on {day}", day=day_text(day))
