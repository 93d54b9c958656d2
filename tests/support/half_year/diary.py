"""The story of the simulated agent, as a diary that a person can read."""

from collections.abc import Iterator

from habitcoach.coaching.review_views import HabitRow
from habitcoach.coaching.reviewing import HabitReview
from habitcoach.core.decision import NOT_NOW, Decision, DecisionKind
from habitcoach.core.suggesting import Suggestion
from habitcoach.texts.explanations import band_word
from habitcoach.texts.fading import change_sentence, stage_word
from habitcoach.texts.review import effect_sentence, headline_sentence
from habitcoach.texts.sentences import plan_sentence, trigger_phrase
from habitcoach.texts.suggestions import advice_sentence
from tests.support.half_year.living import AWAY, BEGIN, WEEKS, Living, Week

#: Days after a decision in which the diary tells what it did; the app tells it for four weeks.
_TOLD_FOR = 9


def diary(life: Living) -> str:
    """Return the whole diary."""
    lines = [
        "# Half a year with HabitCoach",
        "",
        f"A simulated agent, {WEEKS} weeks from {BEGIN:%A %d %B %Y}: the real use cases on a real file,",
        "a driven clock, and one review a week. Written by `python -m benchmarks.half_a_year`.",
    ]
    for week in life.weeks:
        if week.number == AWAY + 1:
            lines += [
                "",
                f"## Week {AWAY}",
                "",
                "Ill all week; the app did not run. Asked on return: *I was off.*",
            ]
        lines += ["", f"## Week {week.number}", "", *_week(life, week)]
    return "\n".join(lines) + "\n"


def _week(life: Living, week: Week) -> Iterator[str]:
    page = week.page
    if page.too_early is not None:
        yield "Too early for a review."
        return
    best = "" if page.best_day is None else f"{page.best_day:%A}"
    yield f"**{headline_sentence(page.headline, best)}** {week.cues} cues came."
    yield ""
    known = {one.habit_id: one for one in week.reviews}
    for row in page.rows:
        if row.habit_id in known:
            yield _row(row, known[row.habit_id])
    for row in page.rows:
        for change in row.stage_changes:
            yield f"- *{row.habit}.* {change_sentence(change)}"
    for effect in week.effects:
        if (week.period.end - effect.from_date).days > _TOLD_FOR:
            continue
        yield f"- {effect_sentence(effect)}"
    yield ""
    yield from _decisions(life, week)
    for rest in life.rests:
        if week.period.start <= rest.until <= week.period.end:
            since, until = f"{rest.since:%A %d %B}", f"{rest.until:%A %d %B}"
            yield f"*{rest.habit}* rested from {since} and was taken up again on {until}."


def _row(row: HabitRow, review: HabitReview) -> str:
    tally = review.weeks[-1]
    words = ", ".join((
        f"{tally.kept} of {tally.due} kept" if tally.due else "nothing due",
        f"streak {row.streak}",
        band_word(row.band),
        f"cues {stage_word(row.stage)}",
    ))  # fmt: skip
    return f"- {row.habit}: {words}"


def _decisions(life: Living, week: Week) -> Iterator[str]:
    found = week.page.suggestion
    if found is None:
        yield "No suggestion: nothing needs changing."
        return
    yield f"Suggested for *{found.habit}*: {advice_sentence(found.advice)}"
    for one in week.decided:
        yield _decision(life, one)


def _decision(life: Living, one: Decision) -> str:
    if one.kind is DecisionKind.KEEP and NOT_NOW in one.parameters:
        return "Answered: not now."
    assert one.habit_id is not None
    name = life.characters[one.habit_id].name
    words = Suggestion(one.kind.value).value.replace("_", " ")
    if one.kind is DecisionKind.RETIRE:
        return f"Decided for *{name}*: {words}."
    version = life.place.coach.agenda().existing(one.habit_id).version_on(one.from_date or BEGIN)
    assert version is not None
    plan = plan_sentence(version.plan)
    return f"Decided for *{name}*: {words}. {trigger_phrase(version.trigger)}: {plan}"
