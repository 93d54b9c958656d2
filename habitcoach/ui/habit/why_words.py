"""What is said of a number of a habit: a title, and the lines above the days it was made of."""

from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from habitcoach.coaching.explaining import HabitFacts, PeriodFact
from habitcoach.core.wall import DAY
from habitcoach.texts.explanations import strength_lines
from habitcoach.texts.fading import MOST_CHANGES, change_sentence, plan_word, proposal_sentence
from habitcoach.texts.language import ntr, tr
from habitcoach.texts.sentences import periods, plan_sentence, streak_phrase, trigger_phrase
from habitcoach.ui.format import short_date_text
from habitcoach.ui.habit.words import dated

_A_WEEK = 7 * DAY


class About(Enum):
    """Which number is asked about."""

    STREAK = auto()
    BEST = auto()
    TOTAL = auto()
    STRENGTH = auto()
    CUE = auto()
    DAY = auto()


@dataclass(frozen=True, slots=True)
class Asked:
    """A question of the agent's."""

    habit_id: int
    about: About
    day: date | None = None  #: of About.DAY


def why_title(asked: Asked, facts: HabitFacts, today: date) -> str:
    """Return what the number is."""
    streak, per = facts.streak, facts.versions[-1].target.per.value
    if asked.day is not None:
        return tr("{habit} around {day}", habit=facts.habit, day=dated(asked.day, today))
    titles = {
        About.STREAK: streak_phrase(streak.current, per),
        About.BEST: tr("The longest streak: {periods}", periods=periods(streak.best, per)),
        About.TOTAL: tr("Kept so far: {periods}", periods=periods(streak.total, per)),
        About.CUE: tr("How its cue comes"),
    }
    return titles.get(asked.about) or tr("How strong it is")


def why_lines(asked: Asked, facts: HabitFacts, today: date) -> list[str]:
    """Return where it comes from, in sentences."""
    per = facts.versions[-1].target.per.value
    if asked.about is About.STRENGTH:
        return strength_lines(facts.strength, per)
    if asked.about is About.CUE:
        return _of_cue(facts, today)
    return [*_of_streak(facts, per), *_plans(facts, today)]


def _of_streak(facts: HabitFacts, per: str) -> list[str]:
    streak = facts.streak
    said = [
        tr("Days off, pauses and skips with a reason leave a streak whole; so does a day kept in part."),
        ntr(
            "{n} miss is covered when it comes; another one ends the streak.",
            "{n} misses are covered when they come; one more ends the streak.",
            streak.spares,
        )
        if streak.spares
        else tr("The next miss ends the streak; seven kept earn cover for one."),
    ]
    if streak.misses:
        said.append(
            tr(
                "Misses so far: {misses}. Kept again right after: {bounced}.",
                misses=streak.misses,
                bounced=streak.bounced,
            )
        )
    if per != "day":
        said.append(tr("It is counted in whole weeks or months, by when they end."))
    return said


def _of_cue(facts: HabitFacts, today: date) -> list[str]:
    changes = [one for one in facts.faded.changes[-MOST_CHANGES:] if one.from_date is not None]
    said = [
        tr("{day}: {what}", day=dated(one.from_date or today, today), what=change_sentence(one))
        for one in reversed(changes)
    ]
    if facts.faded.contact:
        said.insert(0, tr("Its plan comes {word}.", word=plan_word(facts.faded.stage)))
    if facts.faded.proposed is not None:
        said.insert(0, proposal_sentence(facts.faded.proposed))
    return said or [tr("Its cue has come every time so far. It fades when the habit carries itself.")]


def _plans(facts: HabitFacts, today: date) -> list[str]:
    """Return the plans that days were judged by, when there were several."""
    if len(facts.versions) == 1:
        return []
    return [
        tr(
            "Since {day}: {cue} · {plan}",
            day=dated(one.from_date, today),
            cue=trigger_phrase(one.trigger),
            plan=plan_sentence(one.plan),
        )
        for one in reversed(facts.versions)
    ]


def when_words(fact: PeriodFact) -> str:
    """Return which day, week or month a line is about."""
    begin = short_date_text(fact.period.start)
    if fact.period.start == fact.period.end:
        return begin
    if fact.period.end - fact.period.start < _A_WEEK:
        return tr("Week of {day}", day=begin)
    return tr("Month of {day}", day=begin)
