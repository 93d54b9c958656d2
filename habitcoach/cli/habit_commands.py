"""Commands that make and change habits."""

import json

import click

from habitcoach.cli.output import as_json, pass_session, show
from habitcoach.cli.session import Session
from habitcoach.coaching.drafting import Typed, draft_from
from habitcoach.core.errors import InputError, RefusedError
from habitcoach.core.habit import Category, Draft
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


@click.command()
@click.option("--template", metavar="ID", help="A ready-made habit, see `habitcoach library`.")
@click.option("--name", help="Short name, up to 60 characters.")
@click.option("--when", help="The cue: “When …”.")
@click.option("--routine", help="One small thing: “I will …”.")
@click.option("--reward", help="What you get straight after: “then …”.")
@click.option("--tiny", default="", help="The two-minute version for bad days.")
@click.option("--treat", default="", help="A bigger reward at milestones.")
@click.option("--why", default="", help="Why it matters to the customer.")
@click.option("--category", default=Category.FOCUS.value, show_default=True, help="Kind of service habit.")
@click.option("--trigger", metavar="JSON", help='When to cue, such as {"kind":"at","times":["10:30"]}.')
@click.option("--target", metavar="JSON", help='What counts, such as {"kind":"count","goal":3,"per":"week"}.')
@as_json
@pass_session
def add(session: Session, /, *, template: str | None, json_wanted: bool, **typed: str | None) -> None:
    """Start a habit: a ready-made one, or your own."""
    draft = _own_draft(typed) if template is None else _template_draft(template, typed)
    habit = session.to_change().habits.add(draft)
    line = tr("Started “{name}”. {plan}", name=habit.name, plan=plan_sentence(habit.newest.plan))
    show({"habit_id": habit.id, "habit": habit.name}, [line], json_wanted=json_wanted)


def _own_draft(typed: dict[str, str | None]) -> Draft:
    missing = [name for name in ("name", "when", "routine", "reward") if typed[name] is None]
    if missing:
        options = ", ".join(f"--{name}" for name in missing)
        raise click.UsageError(f"Missing {options}. Or add a ready-made habit with --template ID.")
    words = {name: value or "" for name, value in typed.items() if name not in {"trigger", "target"}}
    return draft_from(
        Typed(**words, trigger=_json("trigger", typed["trigger"]), target=_json("target", typed["target"]))
    )


def _template_draft(template: str, typed: dict[str, str | None]) -> Draft:
    if any(typed[name] is not None for name in ("name", "when", "routine", "reward", "trigger", "target")):
        raise click.UsageError("Give either --template, or --name with --when, --routine and --reward.")
    for one in load_library():
        if one.id == template:
            return one.draft
    raise RefusedError("no_such_template", query=template)


def _json(field: str, text: str | None) -> object:
    if text is None:
        return None
    try:
        return json.loads(text)
    except ValueError as error:
        raise InputError(field, "bad_json", detail=str(error)) from None


COMMANDS = (library, add)
