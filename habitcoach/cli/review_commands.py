"""Commands that look back on a week: review, which writes nothing, and review answer."""

from dataclasses import asdict
from typing import Any

import click

from habitcoach.cli.fade_values import change_value
from habitcoach.cli.output import as_json, instant, pass_session, show
from habitcoach.cli.review_acts import ACTS, WEEK, chosen_week, decision_value
from habitcoach.cli.session import Session
from habitcoach.coaching.decision_views import Effect
from habitcoach.coaching.review_answers import Said, SaidSoFar
from habitcoach.coaching.review_views import ReviewState, Written
from habitcoach.coaching.reviewing import HabitReview, ReviewView
from habitcoach.core.habit import HabitId
from habitcoach.core.promise_tally import PromiseTally
from habitcoach.core.reviewing import Tally
from habitcoach.core.suggesting import Hindrance
from habitcoach.texts.fading import dated_sentence, proposal_sentence
from habitcoach.texts.language import ntr, tr
from habitcoach.texts.review import effect_sentence
from habitcoach.texts.suggestions import advice_sentence, reason_sentence

#: Says that nothing got in the way, in the place of what was said before.
NOTHING = "nothing"


@click.group(invoke_without_command=True)
@click.option("--week", metavar="WEEK", help=WEEK)
@as_json
@click.pass_context
def review(context: click.Context, /, *, week: str | None, json_wanted: bool) -> None:
    """Look back on a week, with one suggestion."""
    if context.invoked_subcommand is not None:
        return
    session: Session = context.obj
    coach = session.to_show()
    agenda = coach.agenda()
    chosen = chosen_week(agenda, week)
    view = coach.reviews.read(agenda, chosen)
    written = coach.review_page.written(agenda, chosen)
    show(_review_value(view, written), _review_lines(view, written), json_wanted=json_wanted)


def _review_value(view: ReviewView, written: Written) -> dict[str, object]:
    one = view.strongest
    until, at = written.put_off_until, written.finished_at
    return {
        "week": view.name,
        "habits": [_habit_value(each) for each in view.habits],
        "promises": None if view.promises is None else asdict(view.promises),
        "suggestion": None if one is None else _suggestion_value(one),
        "state": written.state.value,
        "put_off_until": None if until is None else instant(until),
        "finished_at": None if at is None else instant(at),
        "plan": {"if": written.plan.if_, "then": written.plan.then},
        "moment": written.moment,
        "decisions": [decision_value(each) for each in written.decisions],
        "effects": [_effect_value(each) for each in written.effects],
    }


def _effect_value(one: Effect) -> dict[str, object]:
    before, after = one.delay_before, one.delay_after
    return {
        "habit_id": one.habit_id,
        "habit": one.habit,
        "decision": one.kind.value,
        "from_date": one.from_date,
        "kept_before": one.kept_before,
        "due_before": one.due_before,
        "kept_after": one.kept_after,
        "due_after": one.due_after,
        "delay_before": None if before is None else before.total_seconds(),
        "delay_after": None if after is None else after.total_seconds(),
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
        "automaticity": one.said.automaticity,
        "stage": int(one.said.stage),
        "stage_changes": [change_value(each) for each in one.stage_changes],
        "proposed": None if one.proposed is None else change_value(one.proposed),
    }


def _suggestion_value(one: HabitReview) -> dict[str, object]:
    value = _habit_value(one)
    return {key: value[key] for key in ("habit_id", "habit", "suggestion", "reason")}


def _review_lines(view: ReviewView, written: Written) -> list[str]:
    week = view.week
    head = tr("{start:%a %d %b} to {end:%a %d %b %Y}", start=week.start, end=week.end)
    lines = [head, *(line for one in view.habits for line in (_habit_line(one), *_cue_lines(one)))]
    if view.promises is not None:
        lines.append(_promise_line(view.promises))
    if not view.habits:
        return [*lines, tr("No habit was running in that week.")]
    if view.strongest is None:
        lines.append(tr("Nothing needs changing."))
    else:
        lines.append(
            tr(
                "One suggestion, for {habit}: {advice}",
                habit=view.strongest.habit,
                advice=advice_sentence(view.strongest.advice),
            )
        )
    lines += [effect_sentence(each) for each in written.effects]
    if written.plan.text:
        plan = written.plan
        lines.append(
            tr("If {if_}, then next week I will {then}.", if_=plan.if_ or "…", then=plan.then or "…")
        )
    if written.decisions and written.state is not ReviewState.FINISHED:
        count = len(written.decisions)
        one = "{n} decision waits: habitcoach review finish"
        lines.append(ntr(one, "{n} decisions wait: habitcoach review finish", count))
    if view.further_habit:
        lines.append(tr("There is room for a further habit: habitcoach library"))
    return lines


def _promise_line(found: PromiseTally) -> str:
    return tr(
        "Promises: {made} made, {kept} kept, {late} kept late, {retimed} re-timed, {dropped} dropped.",
        made=found.made,
        kept=found.kept,
        late=found.late,
        retimed=found.retimed,
        dropped=found.dropped,
    )


def _habit_line(one: HabitReview) -> str:
    weeks = ", ".join(_share(each) for each in one.weeks)
    return tr(
        "{habit}: {kept} of {due} kept, {skipped} skipped. Last four weeks: {weeks}. {advice}",
        habit=one.habit,
        kept=one.tally.kept,
        due=one.tally.due,
        skipped=one.tally.skipped,
        weeks=weeks,
        advice=advice_sentence(one.advice),
    )


def _cue_lines(one: HabitReview) -> list[str]:
    """Return what became of a habit's cue in the week, and what could."""
    lines = ["  " + dated_sentence(each) for each in one.stage_changes]
    if one.proposed is not None:
        said = proposal_sentence(one.proposed)
        lines.append("  " + tr("{what} To say yes: habitcoach fade {id} accept", what=said, id=one.habit_id))
    return lines


def _share(tally: Tally) -> str:
    return f"{tally.kept}/{tally.due}" if tally.due else "–"


def _hindrances(
    _context: click.Context, _option: click.Parameter, words: tuple[str, ...]
) -> frozenset[Hindrance] | None:
    """Read what got in the way; None where the agent did not say."""
    return frozenset(Hindrance(one) for one in words if one != NOTHING) if words else None


_ITSELF = "It happens by itself: 1 (no) to 7 (yes)."


@review.command("answer")
@click.argument("habit")
@click.option("--by-itself", type=int, metavar="1-7", help=_ITSELF)
@click.option("--without-remembering", type=int, metavar="1-7", help="I do it without having to remember.")
@click.option("--without-thinking", type=int, metavar="1-7", help="I do it without thinking.")
@click.option("--before-noticing", type=int, metavar="1-7", help="I have started before I notice.")
@click.option(
    "--hindered",
    multiple=True,
    type=click.Choice([NOTHING, *(one.value for one in Hindrance)]),
    callback=_hindrances,
    help="What got in the way; may be given several times.",
)
@click.option("--helped", metavar="TEXT", help="What helped.")
@click.option("--reward-worth-it", type=bool, metavar="yes|no", help="Whether the reward is worth it.")
@click.option("--week", metavar="WEEK", help=WEEK)
@as_json
@pass_session
def answer(
    session: Session,
    /,
    *,
    habit: str,
    week: str | None,
    json_wanted: bool,
    **given: Any,  # noqa: ANN401  # what click read, by the names of `Said`
) -> None:
    """Answer for one habit in a week's review. What is left out stays as it was answered before."""
    coach = session.to_change()
    found, said = coach.habits.find(habit), Said(**given)
    span = chosen_week(coach.agenda(), week)
    so_far = coach.review_answers.say(found.id, said, span)
    advised = coach.reviews.of(coach.agenda(), found, span)
    lines = [tr("Answered for {habit}, week {week}.", habit=found.name, week=so_far.week)]
    lines += [] if advised is None else [advice_sentence(advised.advice)]
    show(_said_value(found.id, found.name, so_far), lines, json_wanted=json_wanted)


def _said_value(habit_id: HabitId, habit: str, so_far: SaidSoFar) -> dict[str, object]:
    rating, said = so_far.rating, so_far.answer
    return {
        "habit_id": habit_id,
        "habit": habit,
        "week": so_far.week,
        "by_itself": None if rating is None else rating.by_itself,
        "without_remembering": None if rating is None else rating.without_remembering,
        "without_thinking": None if rating is None else rating.without_thinking,
        "before_noticing": None if rating is None else rating.before_noticing,
        "automaticity": None if rating is None else rating.answer(0).share,
        "hindered": [] if said is None else sorted(one.value for one in said.hindered),
        "helped": "" if said is None else said.helped,
        "reward_worth_it": None if said is None else said.reward_worth_it,
    }


for act in ACTS:
    review.add_command(act)

COMMANDS = (review,)
