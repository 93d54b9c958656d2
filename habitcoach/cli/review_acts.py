"""The parts of `review` that write: decide, plan, moment, principle, later, finish, reopen."""

import json
from typing import Any

import click

from habitcoach.cli.output import as_json, instant, pass_session, show
from habitcoach.cli.session import Session
from habitcoach.coaching.agenda import Agenda
from habitcoach.coaching.decision_options import Choice
from habitcoach.coaching.review_times import name_of, shift_from
from habitcoach.coaching.reviewing import last_week, week_named
from habitcoach.core.decision import Decision, DecisionKind
from habitcoach.core.errors import InputError
from habitcoach.core.period import Period
from habitcoach.core.suggesting import Suggestion
from habitcoach.core.trigger import trigger_from_json
from habitcoach.texts.language import ntr, tr
from habitcoach.texts.suggestions import suggestion_phrase

WEEK = "Such as 2026-W47; the week of the last shift when left out."
_week = click.option("--week", metavar="WEEK", help=WEEK)
_KINDS = [one.value for one in DecisionKind if one is not DecisionKind.FADE]


def chosen_week(agenda: Agenda, week: str | None) -> Period:
    """Return the week an option names, else that of the last shift."""
    return last_week(agenda) if week is None else week_named(agenda, week)


def decision_value(one: Decision) -> dict[str, object]:
    """Return a decision as JSON shows it."""
    return {
        "habit_id": one.habit_id,
        "decision": one.kind.value,
        "parameters": dict(one.parameters),
        "week": one.week,
        "from_date": one.from_date,
    }


@click.command("decide")
@click.argument("habit")
@click.argument("decision", type=click.Choice(_KINDS), required=False)
@click.option("--trigger", metavar="JSON", help="Of change_cue: when its cue comes from then on.")
@click.option("--when", metavar="TEXT", help="Of change_cue: the words of the plan.")
@click.option("--routine", metavar="TEXT", help="Of make_smaller; its tiny version when left out.")
@click.option("--goal", type=int, metavar="N", help="Of make_smaller and raise_goal.")
@click.option("--reward", metavar="TEXT", help="Of change_reward.")
@click.option("--take-back", is_flag=True, help="Decide nothing about it after all.")
@_week
@as_json
@pass_session
def decide(  # noqa: PLR0913  # the options of a command
    session: Session,
    /,
    *,
    habit: str,
    decision: str | None,
    take_back: bool,
    week: str | None,
    json_wanted: bool,
    **given: Any,  # noqa: ANN401  # what click read, by the names of `Choice`
) -> None:
    """Decide about a habit; it holds once the review is finished, from the next work date on."""
    if (decision is None) is not take_back:
        raise click.UsageError("Give either DECISION or --take-back.")
    coach = session.to_change()
    span, found = chosen_week(coach.agenda(), week), coach.habits.find(habit)
    if decision is None:
        coach.deciding.take_back(span, found.id)
        value: dict[str, object] = {"habit_id": found.id, "decision": None, "week": name_of(span)}
        lines = [tr("Nothing is decided about {habit}.", habit=found.name)]
    else:
        made = coach.deciding.decide(span, found.id, DecisionKind(decision), _choice(given))
        value = decision_value(made)
        what = suggestion_phrase(Suggestion(decision))
        lines = [
            tr("{habit}: {what}, once you finish: habitcoach review finish", habit=found.name, what=what)
        ]
    show(value | {"habit": found.name}, lines, json_wanted=json_wanted)


def _choice(given: dict[str, Any]) -> Choice:
    text = given.pop("trigger")
    return Choice(
        trigger=None if text is None else trigger_from_json(_read(text)),
        **{name: value for name, value in given.items() if value is not None},
    )


def _read(text: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise InputError("trigger", "bad_json", detail=str(error)) from None


@click.command("plan")
@click.option("--if", "if_", metavar="TEXT", help="If …")
@click.option("--then", metavar="TEXT", help="… then next week I will …")
@_week
@as_json
@pass_session
def plan(
    session: Session, /, *, if_: str | None, then: str | None, week: str | None, json_wanted: bool
) -> None:
    """Plan the next week: "If …, then next week I will …"."""
    coach = session.to_change()
    span = chosen_week(coach.agenda(), week)
    made = coach.review_writing.plan(span, if_=if_, then=then)
    line = tr("If {if_}, then next week I will {then}.", if_=made.if_ or "…", then=made.then or "…")
    show({"week": name_of(span), "if": made.if_, "then": made.then}, [line], json_wanted=json_wanted)


@click.command("moment")
@click.argument("text")
@_week
@as_json
@pass_session
def moment(session: Session, /, *, text: str, week: str | None, json_wanted: bool) -> None:
    """Write down one moment with a customer; "" erases it."""
    coach = session.to_change()
    span = chosen_week(coach.agenda(), week)
    kept = coach.review_writing.moment(span, text)
    show({"week": name_of(span), "moment": kept}, [kept or tr("Erased.")], json_wanted=json_wanted)


@click.command("principle")
@click.argument("text", required=False)
@click.option("--still-mine", is_flag=True, help="It still is yours, as it reads.")
@_week
@as_json
@pass_session
def principle(
    session: Session, /, *, text: str | None, still_mine: bool, week: str | None, json_wanted: bool
) -> None:
    """Show the principle of the week to rethink, keep it, or say it in other words."""
    if text is not None and still_mine:
        raise click.UsageError("Give either TEXT or --still-mine.")
    changes = still_mine or text is not None
    coach = session.to_change() if changes else session.to_show()
    span = chosen_week(coach.agenda(), week)
    if still_mine:
        coach.review_writing.still_mine(span)
    elif text is not None:
        coach.review_writing.rewrite(span, text)
    found = coach.review_page.principle(coach.agenda(), span)
    value = {
        "week": name_of(span),
        "principle": None if found is None else found.text,
        "from": None if found is None else found.comes_from.value,
        "habit": None if found is None else found.habit,
        "written_on": None if found is None else found.written_on,
        "rethought": None if found is None else found.rethought.value,
    }
    line = tr("No habit says why it matters yet.") if found is None else tr("“{words}”", words=found.text)
    show(value, [line], json_wanted=json_wanted)


@click.command("finish")
@_week
@as_json
@pass_session
def finish(session: Session, /, *, week: str | None, json_wanted: bool) -> None:
    """Finish the week's review; what was decided holds from the next work date on."""
    coach = session.to_change()
    done = coach.deciding.finish(chosen_week(coach.agenda(), week))
    names = {one.id: one.name for one in coach.agenda().habits}
    value = {
        "week": done.week,
        "from_date": done.from_date,
        "decisions": [
            decision_value(one) | {"habit": names.get(one.habit_id)}  # type: ignore[arg-type]  # None is no key
            for one in done.decisions
        ],
    }
    count = len(done.decisions)
    said = ntr("1 decision holds", "{n} decisions hold", count) if count else tr("Nothing changes")
    line = tr(
        "The review of {week} is finished. {said} from {day:%a %d %b %Y} on.",
        week=done.week,
        said=said,
        day=shift_from(coach.agenda(), done.from_date),
    )
    show(value, [line], json_wanted=json_wanted)


@click.command("reopen")
@_week
@as_json
@pass_session
def reopen(session: Session, /, *, week: str | None, json_wanted: bool) -> None:
    """Open a finished review again, as long as nothing it decided holds yet."""
    coach = session.to_change()
    span = chosen_week(coach.agenda(), week)
    coach.deciding.undo_finish(span)
    line = tr("The review of {week} is open again; its decisions wait.", week=name_of(span))
    show({"week": name_of(span)}, [line], json_wanted=json_wanted)


@click.command("later")
@_week
@as_json
@pass_session
def later(session: Session, /, *, week: str | None, json_wanted: bool) -> None:
    """Put the week's review off until the next shift starts."""
    coach = session.to_change()
    span = chosen_week(coach.agenda(), week)
    until = coach.deciding.later(span)
    line = tr("It waits for you: habitcoach review")
    if until is not None:
        line = tr("It comes again with the start of the next shift, {at:%a %d %b %H:%M}.", at=until)
    value = {"week": name_of(span), "until": None if until is None else instant(until)}
    show(value, [line], json_wanted=json_wanted)


#: Added to the group by the module that has it.
ACTS: tuple[click.Command, ...] = (decide, plan, moment, principle, finish, reopen, later)
