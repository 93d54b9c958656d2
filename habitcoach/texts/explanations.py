"""What is behind a habit's numbers, line by line."""

from habitcoach.coaching.explaining import HabitFacts, PeriodFact, SkipFact, StrengthFact, Uncounted
from habitcoach.coaching.fading import Faded
from habitcoach.core.entry import SkipReason
from habitcoach.core.habit import Version
from habitcoach.core.judging import Outcome
from habitcoach.core.strength import Band
from habitcoach.core.tracing import SpareMove
from habitcoach.texts.fading import MOST_CHANGES, dated_sentence, proposal_sentence, since_sentence
from habitcoach.texts.language import ntr, tr
from habitcoach.texts.sentences import periods, plan_sentence, streak_phrase, trigger_phrase

#: The most periods that are told one by one; the earlier ones are in the JSON.
MOST_LINES = 30


def explanation(facts: HabitFacts) -> list[str]:
    """Return the lines that say where a habit's numbers come from."""
    told = facts.periods[-MOST_LINES:]
    earlier = len(facts.periods) - len(told)
    more = ntr("{n} line more: add --json", "{n} lines more: add --json", earlier)
    return [
        _head(facts),
        *strength_lines(facts.strength, _per(facts)),
        *_cues(facts.faded),
        *(_plan(one) for one in facts.versions),
        *([more] if earlier else []),
        *(_period(one) for one in told),
    ]


def _per(facts: HabitFacts) -> str:
    return facts.versions[-1].target.per.value


def _head(facts: HabitFacts) -> str:
    streak = facts.streak
    now = streak_phrase(streak.current, _per(facts))
    return tr(
        "{habit}: {now}, best {best}, {total} kept in all.",
        habit=facts.habit,
        now=now,
        best=streak.best,
        total=streak.total,
    )


def band_word(band: Band) -> str:
    """Return the word for a strength."""
    words = {
        Band.NEW: tr("New"),
        Band.GROWING: tr("Growing"),
        Band.SETTLING: tr("Settling"),
        Band.SECOND_NATURE: tr("Second nature"),
    }
    return words[band]


def strength_lines(fact: StrengthFact, per: str) -> list[str]:
    """Return what a strength is called, and what it is made of."""
    numbers = fact.numbers
    word, reached = band_word(numbers.band), f"{numbers.strength:.0f}"
    if fact.below is None:
        reach = tr(
            "{word}: {now} of 100; it holds from {least:g} on.", word=word, now=reached, least=fact.least
        )
    else:
        reach = tr(
            "{word}: {now} of 100; it holds from {least:g} up to {below:g}.",
            word=word,
            now=reached,
            least=fact.least,
            below=fact.below,
        )
    parts = tr(
        "That is made of how steadily it was kept lately ({steady:.2f} of 1) "
        "and how far {kept} usually carry ({share:.2f} of 1).",
        steady=numbers.consistency,
        kept=periods(fact.kept, per),
        share=fact.share,
    )
    return [reach, parts]


def _cues(faded: Faded) -> list[str]:
    """Return how its cue comes, and what led to that lately."""
    if not faded.fades:
        return []
    told = [dated_sentence(one) for one in faded.changes[-MOST_CHANGES:]]
    proposed = [] if faded.proposed is None else [proposal_sentence(faded.proposed)]
    return [since_sentence(faded), *told, *proposed]


def _plan(version: Version) -> str:
    return tr(
        "Since {day:%a %d %b %Y}: {cue} · {plan}",
        day=version.from_date,
        cue=trigger_phrase(version.trigger),
        plan=plan_sentence(version.plan),
    )


def _period(fact: PeriodFact) -> str:
    span = fact.period
    day = f"{span.start:%a %d %b %Y}"
    if span.end != span.start:
        day = tr("{day} to {end:%a %d %b %Y}", day=day, end=span.end)
    return tr("{day}: {said}", day=day, said=period_words(fact))


def period_words(fact: PeriodFact) -> str:
    """Return what became of a period, with its skips and what it did to the streak."""
    said = [] if fact.uncounted is Uncounted.SKIPPED else [_outcome(fact)]
    said += [_skip(one) for one in fact.skips]
    if fact.spare is SpareMove.SPENT:
        said.append(tr("one miss is covered"))
    elif fact.spare is SpareMove.EARNED:
        said.append(tr("a later miss will be covered"))
    if fact.outcome in {Outcome.KEPT, Outcome.MISSED}:
        said.append(tr("streak {n}", n=fact.streak))
    return ", ".join(said)


def _outcome(fact: PeriodFact) -> str:
    if fact.uncounted is Uncounted.PAUSED:
        return tr("paused")
    if fact.uncounted is Uncounted.OFF:
        return tr("day off")
    if fact.uncounted is Uncounted.UNKNOWN:
        return tr("not counted, nothing was seen that day")
    if fact.outcome is Outcome.OPEN and not fact.goal:
        return tr("nothing due so far")
    words = {
        Outcome.KEPT: tr("kept, {done} of {goal}", done=fact.done, goal=fact.goal),
        Outcome.PART: tr("in part, {done} of {goal}", done=fact.done, goal=fact.goal),
        Outcome.MISSED: tr("missed, {done} of {goal}", done=fact.done, goal=fact.goal),
        Outcome.NEUTRAL: tr("not counted"),
        Outcome.OPEN: tr("still running, {done} of {goal}", done=fact.done, goal=fact.goal),
    }
    return words[fact.outcome]


def _skip(fact: SkipFact) -> str:
    if fact.reason is SkipReason.NOT_DONE:
        return tr("did not get to it")
    return tr("skipped ({why})", why=skip_word(fact.reason))


def skip_word(reason: SkipReason) -> str:
    """Return why something was skipped, in a word or two."""
    words = {
        SkipReason.NO_OCCASION: tr("no occasion"),
        SkipReason.ON_CALLS: tr("on calls"),
        SkipReason.OUTAGE: tr("outage"),
        SkipReason.ORDERED: tr("told to"),
        SkipReason.LEAVE: tr("leave"),
        SkipReason.SICK: tr("sick"),
        SkipReason.OTHER: tr("other"),
    }
    return words.get(reason, tr("its cue was held"))
