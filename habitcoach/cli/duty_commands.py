"""Commands about when the agent works: roster, shift, off."""

import json
from pathlib import Path

import click

from habitcoach.cli.import_values import import_value
from habitcoach.cli.output import as_json, pass_session, show
from habitcoach.cli.session import Session
from habitcoach.coaching.coach import Coach
from habitcoach.coaching.duty import span_of
from habitcoach.coaching.shift_views import shift_view
from habitcoach.core.errors import InputError
from habitcoach.core.roster_json import roster_from_json, roster_to_json
from habitcoach.texts.language import tr
from habitcoach.texts.roster_import import understood_lines


@click.group()
def roster() -> None:
    """Show or set the shift pattern."""


@roster.command("show")
@as_json
@pass_session
def show_roster(session: Session, /, *, json_wanted: bool) -> None:
    """Show the roster in force."""
    agenda = session.to_show().agenda()
    value = roster_to_json(agenda.calendar.roster_on(agenda.today))
    show(value, [json.dumps(value, ensure_ascii=False, indent=2)], json_wanted=json_wanted)


@roster.command("set")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@as_json
@pass_session
def set_roster(session: Session, /, *, file: Path, json_wanted: bool) -> None:
    """Take the roster from a JSON FILE, from today or its from_date on."""
    try:
        value = json.loads(file.read_text(encoding="utf-8"))
    except (ValueError, OSError, RecursionError) as error:
        raise InputError("roster", "bad_json", detail=str(error)) from None
    coach = session.to_change()
    found = roster_from_json(value, coach.agenda().today)
    coach.duty.set_roster(found)
    line = tr("The roster holds from {day} on.", day=found.from_date)
    show(roster_to_json(found), [line], json_wanted=json_wanted)


@roster.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="FILE.ics")
@click.option("--dry-run", is_flag=True, help="Say what was understood, and change nothing.")
@as_json
@pass_session
def import_roster(session: Session, /, *, file: Path, dry_run: bool, json_wanted: bool) -> None:
    """Take the shifts of a planner's calendar FILE.ics, from today on."""
    from habitcoach.interchange.roster_file import read_roster_file  # noqa: PLC0415  # only this reads calendars

    coach = session.to_show()
    agenda = coach.agenda()
    found = read_roster_file(file, agenda.zone, agenda.today)
    plan = coach.duty.understand(found)  # what is refused has not made a home
    last = tr("Nothing was changed. Without --dry-run, this will hold.")
    if not dry_run:
        session.close()
        plan = session.to_change().duty.import_shifts(found)
        last = tr("Taken over.")
    if plan.changes_nothing:
        last = tr("Your shifts say this already, so there is nothing to change.")
    show(import_value(plan, dry_run=dry_run), [*understood_lines(plan), last], json_wanted=json_wanted)


@click.command()
@click.argument("words", nargs=-1, required=True, metavar="[DATE] 10:00-18:30|NAME|default")
@as_json
@pass_session
def shift(session: Session, /, *, words: tuple[str, ...], json_wanted: bool) -> None:
    """Move one day's shift: today's, or that of DATE."""
    if len(words) > 2:
        raise click.UsageError("Give a date and a shift, or a shift for today.")
    coach = session.to_change()
    day = coach.agenda().today if len(words) == 1 else span_of(words[0])[0]
    coach.duty.move_shift(day, words[-1])
    _show_day(coach, day.isoformat(), json_wanted=json_wanted)


@click.command()
@click.argument("dates", metavar="DATE[..DATE]")
@click.option("--reason", default="", help="For your own record.")
@click.option("--undo", is_flag=True, help="Work as the roster says after all.")
@as_json
@pass_session
def off(session: Session, /, *, dates: str, reason: str, undo: bool, json_wanted: bool) -> None:
    """Make DATES days off; streaks stay whole."""
    days = span_of(dates)
    coach = session.to_change()
    if undo:
        coach.duty.work_again(days)
    else:
        coach.duty.take_off(days, reason)
    _show_day(coach, dates, json_wanted=json_wanted)


def _show_day(coach: Coach, dates: str, *, json_wanted: bool) -> None:
    agenda = coach.agenda()
    days = span_of(dates)
    shifts = [agenda.calendar.shift_on(day) for day in days]
    views = [None if one is None else shift_view(agenda, one) for one in shifts]
    value = [
        {
            "work_date": day,
            "duty": view is not None,
            "shift": None if view is None else {"name": view.name, "start": view.start, "end": view.end},
        }
        for day, view in zip(days, views, strict=True)
    ]
    lines = [
        tr("{day}: day off", day=day)
        if view is None
        else tr("{day}: {start} to {end}", day=day, start=f"{view.start:%H:%M}", end=f"{view.end:%H:%M}")
        for day, view in zip(days, views, strict=True)
    ]
    show(value, lines, json_wanted=json_wanted)


COMMANDS = (roster, shift, off)
