"""why: what is behind a habit's numbers. It writes nothing."""

import click

from habitcoach.assets import document
from habitcoach.cli.fade_values import fading_value
from habitcoach.cli.output import as_json, pass_session, show
from habitcoach.cli.session import Session
from habitcoach.coaching.explaining import HabitFacts, PeriodFact, StrengthFact
from habitcoach.coaching.reviewing import HabitReview, last_week
from habitcoach.core.target import target_to_json
from habitcoach.core.trigger import trigger_to_json
from habitcoach.texts.explanations import explanation
from habitcoach.texts.language import tr
from habitcoach.texts.suggestions import advice_sentence, reason_sentence


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
    lines = explanation(facts) + ([] if advised is None else [advice_sentence(advised.advice)])
    lines.append(tr("The research behind the rules: {path}", path=document("science.md")))
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
        "stage": int(facts.faded.reached),
        "fading": fading_value(facts.faded),
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


COMMANDS = (why,)
