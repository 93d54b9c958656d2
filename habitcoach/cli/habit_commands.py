"""Commands that make and change habits."""

import json
from collections.abc import Callable, Mapping
from dataclasses import replace

import click

from habitcoach.cli.output import as_json, pass_session, show
from habitcoach.cli.session import Session
from habitcoach.coaching.drafting import Typed, draft_from, typed_from
from habitcoach.core.errors import InputError, RefusedError
from habitcoach.core.habit import Habit
from habitcoach.library import load_library, search
from habitcoach.texts.language import tr
from habitcoach.texts.sentences import plan_sentence, trigger_phrase


@click.command()
@click.argument("query", required=False, default="")
@as_json
def library(query: str, *, json_wanted: bool) -> None:
    """List the ready-made habits, or those that mention QUERY."""
    found = search(load_library(), query)
    value = [
        {
            "id": one.id,
            "name": one.draft.name,
            "category": one.draft.category.value,
            "channels": list(one.channels),
            "starter": one.starter,
            "plan": plan_sentence(one.draft.plan),
            "cue": trigger_phrase(one.draft.trigger),
            "why": one.draft.plan.why,
        }
        for one in found
    ]
    width = max((len(one.id) for one in found), default=0)
    lines = [f"{one.id:<{width}}  {one.draft.name} · {plan_sentence(one.draft.plan)}" for one in found]
    show(value, lines or [tr("No habit mentions “{query}”.", query=query)], json_wanted=json_wanted)


def _fields(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options of a habit's fields, all of them optional."""
    options = (
        click.option("--name", help="Short name, up to 60 characters."),
        click.option("--when", help="The cue: “When …”."),
        click.option("--routine", help="One small thing: “I will …”."),
        click.option("--reward", help="What you get straight after: “then …”."),
        click.option("--tiny", help="The two-minute version for bad days."),
        click.option("--treat", help="A bigger reward at milestones."),
        click.option("--why", help="Why it matters to the customer."),
        click.option("--category", help="Kind of service habit, such as focus or words."),
        click.option("--trigger", metavar="JSON", help='Such as {"kind":"at","times":["10:30"]}.'),
        click.option("--target", metavar="JSON", help='Such as {"kind":"count","goal":3,"per":"week"}.'),
    )
    for option in reversed(options):
        command = option(command)
    return command


@click.command()
@click.option("--template", metavar="ID", help="A ready-made habit, see `habitcoach library`.")
@_fields
@as_json
@pass_session
def add(session: Session, /, *, template: str | None, json_wanted: bool, **given: str | None) -> None:
    """Start a habit: your own, or a ready-made one, which the other options change."""
    draft = draft_from(_overlaid(_blank(given) if template is None else _ready_made(template), given))
    habit = session.to_change().habits.add(draft)
    line = tr("Started “{name}”. {plan}", name=habit.name, plan=plan_sentence(habit.newest.plan))
    _print(habit, line, json_wanted=json_wanted)


@click.command()
@click.argument("habit")
@_fields
@as_json
@pass_session
def edit(session: Session, /, *, habit: str, json_wanted: bool, **given: str | None) -> None:
    """Change HABIT from today on; what lies before is judged as it was."""
    coach = session.to_change()
    found = coach.habits.find(habit)
    changed = coach.habits.edit(found.id, draft_from(_overlaid(typed_from(found), given)))
    line = tr("Changed “{name}”. {plan}", name=changed.name, plan=plan_sentence(changed.newest.plan))
    _print(changed, line, json_wanted=json_wanted)


@click.command()
@click.argument("habit")
@as_json
@pass_session
def archive(session: Session, /, *, habit: str, json_wanted: bool) -> None:
    """Retire HABIT: no more cues, its history stays."""
    coach = session.to_change()
    found = coach.habits.archive(coach.habits.find(habit).id)
    _print(found, tr("Retired “{name}”.", name=found.name), json_wanted=json_wanted)


@click.command()
@click.argument("habit")
@as_json
@pass_session
def restore(session: Session, /, *, habit: str, json_wanted: bool) -> None:
    """Bring a retired HABIT back."""
    coach = session.to_change()
    found = coach.habits.restore(coach.habits.find(habit, retired_first=True).id)
    _print(found, tr("“{name}” is back.", name=found.name), json_wanted=json_wanted)


@click.command()
@click.argument("habit")
@as_json
@pass_session
def delete(session: Session, /, *, habit: str, json_wanted: bool) -> None:
    """Delete HABIT, if it was never logged."""
    coach = session.to_change()
    found = coach.habits.find(habit)
    coach.habits.delete(found.id)
    _print(found, tr("Deleted “{name}”.", name=found.name), json_wanted=json_wanted)


def _print(habit: Habit, line: str, *, json_wanted: bool) -> None:
    show({"habit_id": habit.id, "habit": habit.name}, [line], json_wanted=json_wanted)


def _blank(given: Mapping[str, str | None]) -> Typed:
    missing = [f"--{name}" for name in ("name", "when", "routine", "reward") if given[name] is None]
    if missing:
        raise click.UsageError(f"Missing {', '.join(missing)}. Or add a ready-made habit with --template ID.")
    return Typed(name="", when="", routine="", reward="")


def _ready_made(template: str) -> Typed:
    for one in load_library():
        if one.id == template:
            return typed_from(one.draft)
    raise RefusedError("no_such_template", query=template)


def _overlaid(typed: Typed, given: Mapping[str, str | None]) -> Typed:
    """Return the fields with those that were given in place of their own."""
    words = {name: value for name, value in given.items() if value is not None}
    trigger, target = words.pop("trigger", None), words.pop("target", None)
    found = replace(typed, **words)
    if trigger is not None:
        found = replace(found, trigger=_json("trigger", trigger))
    return found if target is None else replace(found, target=_json("target", target))


def _json(field: str, text: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise InputError(field, "bad_json", detail=str(error)) from None


COMMANDS = (library, add, edit, archive, restore, delete)
