"""Commands that look back: review and why. They write nothing."""

import click

from habitcoach.cli.output import as_json, pass_session, show
from habitcoach.cli.session import Session
from habitcoach.coaching.explaining import HabitFacts, PeriodFact, StrengthFact
from habitcoach.coaching.reviewing import HabitReview, ReviewView, last_week, week_named
from habitcoach.core.reviewing import Tally
from habitcoach.core.target import target_to_json
from habitcoach.core.trigger import trigger_to_json
from habitcoach.texts.explanations import explanation
from habitcoach.texts.language import tr
from habitcoach.texts.suggestions import reason_sentence, suggestion_phrase


@click.command()
@click.option("--week", metavar="WEEK", help="Such as 2026-W47; the week of the last shift when left out.")
@as_json
@pass_session
def review(session: Session, /, *, week: str | None, json_wanted: bool) -> None:
    """Look back on a week, with one suggestion."""
    coach = session.to_show()
    agenda = coach.agenda()
    chosen = last_week(agenda) if week is None else week_named(agenda, week)
    view = coach.reviews.read(agenda, chosen)
    show(_review_value(view), _review_lines(view), json_wanted=json_wanted)


def _review_value(view: ReviewView) -> dict[str, object]:
    one = view.strongest
    return {
        "week": view.name,
        "habits": [_habit_value(each) for each in view.habits],
        "suggestion": None if one is None else _suggestion_value(one),
    }


def _habit_value(one: HabitReview) -> dict[str, object]:
    tally = one.tally
    return {
        "habit_id": one.habit_id,
        "habit": one.habit,
        "due": tally.due,
        "kept": tally.kept,
        "skipped": tally.skipped,
        "p": None if tally.p is None else float(tally.p),
        "suggestion": one.advice.suggestion.value,
        "reason": reason_sentence(one.advice),
    }


def _suggestion_value(one: HabitReview) -> dict[str, object]:
    value = _habit_value(one)
    return {key: value[key] for key in ("habit_id", "habit", "suggestion", "reason")}


def _review_lines(view: ReviewView) -> list[str]:
    week = view.week
    head = tr("{start:%a %d %b} to {end:%a %d %b %Y}", start=week.start, end=week.end)
    lines = [head, *(_habit_line(one) for one in view.habits)]
    if not view.habits:
        return [*lines, tr("No habit was running in that week.")]
    if view.strongest is None:
        lines.append(tr("Nothing needs changing."))
    else:
        lines.append(
            tr(
                "One suggestion, for {habit}: {advice}",
                habit=view.strongest.habit,
                advice=_advice(view.strongest),
            )
        )
    if view.further_habit:
        lines.append(tr("There is room for a further habit: habitcoach library"))
    return lines


def _habit_line(one: HabitReview) -> str:
    weeks = ", ".join(_share(each) for each in one.weeks)
    return tr(
        "{habit}: {kept} of {due} kept, {skipped} skipped. Last four weeks: {weeks}. {advice}",
        habit=one.habit,
        kept=one.tally.kept,
        due=one.tally.due,
        skipped=one.tally.skipped,
        weeks=weeks,
        advice=_advice(one),
    )


def _share(tally: Tally) -> str:
    return f"{tally.kept}/{tally.due}" if tally.due else "–"


def _advice(one: HabitReview) -> str:
    what = suggestion_phrase(one.advice.suggestion)
    return tr("{what}. {why}", what=what, why=reason_sentence(one.advice))


@click.command()
@click.argument("habit")
@as_json
@pass_session
def why(session: Session, /, *, habit: str, json_wanted: bool) -> None:
    """Show the dates, skips and plans behind a habit's numbers."""
    coach = session.to_show()
    agenda = coach.agenda()
    found = coach.habits.find(habit)
    facts = coach.explaining.why(agenda, found)
    advised = coach.reviews.of(agenda, found, last_week(agenda))
    lines = explanation(facts) + ([] if advised is None else [_advice(advised)])
    show(_facts_value(facts) | {"suggestion": _advice_value(advised)}, lines, json_wanted=json_wanted)


def _advice_value(one: HabitReview | None) -> dict[str, object] | None:
    if one is None:
        return None
    advice = one.advice
    return {
        "suggestion": advice.suggestion.value,
        "rule": advice.rule.value,
        "code": advice.reason.value,
        "params": dict(advice.params),
        "reason": reason_sentence(advice),
    }


def _facts_value(facts: HabitFacts) -> dict[str, object]:
    streak, numbers = facts.streak, facts.strength.numbers
    return {
        "habit_id": facts.habit_id,
        "habit": facts.habit,
        "current": streak.current,
        "best": streak.best,
        "total": streak.total,
        "spares": streak.spares,
        "bounce_back": {"after": streak.bounced, "misses": streak.misses},
        "consistency": numbers.consistency,
        "automaticity": numbers.automaticity,
        "strength": numbers.strength,
        "band": numbers.band,
        "made_of": _strength_value(facts.strength),
        "spares_at_start": facts.spares_at_start,
        "spares_moved": [{"date": one.period.end, "spare": one.spare} for one in facts.spares_moved],
        "versions": [
            {
                "from_date": one.from_date,
                "when": one.plan.when,
                "routine": one.plan.routine,
                "reward": one.plan.reward,
                "trigger": trigger_to_json(one.trigger),
                "target": target_to_json(one.target),
            }
            for one in facts.versions
        ],
        "pauses": [
            {"from_date": one.from_date, "to_date": one.to_date, "reason": one.reason} for one in facts.pauses
        ],
        "periods": [_period_value(one) for one in facts.periods],
    }


def _strength_value(fact: StrengthFact) -> dict[str, object]:
    curve = fact.curve
    return {
        "kept": fact.kept,
        "curve": {"plateau": curve.plateau, "drop": curve.drop, "rate": curve.rate},
        "answers": [{"kept": one.kept, "mean": one.mean} for one in fact.answers],
        "level": fact.level,
        "share": fact.share,
        "from": fact.least,
        "below": fact.below,
    }


def _period_value(one: PeriodFact) -> dict[str, object]:
    return {
        "start": one.period.start,
        "end": one.period.end,
        "outcome": one.outcome,
        "uncounted": one.uncounted,
        "value": one.value,
        "done": one.done,
        "goal": one.goal,
        "version_from": one.version_from,
        "skips": [
            {"work_date": each.work_date, "slot": each.slot, "reason": each.reason} for each in one.skips
        ],
        "streak": one.streak,
        "spares": one.spares,
        "spare": one.spare,
        "consistency": one.consistency,
        "per_week": one.frequency.per_week,
        "half_life": one.frequency.half_life,
        "weight": one.frequency.weight,
    }


COMMANDS = (review, why)
