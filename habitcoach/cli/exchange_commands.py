"""Commands that take what is the agent's elsewhere, and back: export, import."""

import os
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import timedelta
from pathlib import Path

import click

from habitcoach.app.taking_in import take_in
from habitcoach.cli.output import as_json, pass_session, show
from habitcoach.cli.session import Session
from habitcoach.coaching.coach import Coach
from habitcoach.coaching.sharing import Taken
from habitcoach.core.errors import RefusedError
from habitcoach.interchange import log_csv, own_json, shared_habits
from habitcoach.interchange.merging import Merge
from habitcoach.storage.faults import as_faults
from habitcoach.storage.migrations import KNOWN
from habitcoach.storage.places import being_made
from habitcoach.storage.store import SqliteStore
from habitcoach.texts.language import ntr, tr
from habitcoach.texts.sentences import plan_sentence
from habitcoach.texts.sharing import habit_lines

_AHEAD = timedelta(days=28)
_MOST_CUES = 5000
_MOST_NAMES = 8
_FORMATS = ("json", "csv", "ics", "texts", "habits")


@click.command("export")
@click.option("--format", "form", type=click.Choice(_FORMATS), default="json", show_default=True)
@click.option(
    "-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Write to FILE.", metavar="FILE"
)
@click.option("--yes", is_flag=True, help="Replace FILE if it is there.")
@as_json
@pass_session
def export_all(session: Session, /, *, form: str, output: Path | None, yes: bool, json_wanted: bool) -> None:
    """Write everything as JSON; or the log as CSV, four weeks of cues as a calendar, the plans as text.

    `habits` is a file to share with a colleague: your habits' plans, without any of your log.
    """
    coach = session.to_show()
    store = _store(session)
    lines = _lines(session, coach, store, form)
    if output is None:
        for line in lines:
            click.echo(line)
        return
    path = output.absolute()
    with as_faults():
        if path.exists() and session.home.database.exists() and path.samefile(session.home.database):
            raise RefusedError("is_the_file", path=str(path))
        if path.exists() and not yes:
            raise RefusedError("file_is_there", path=str(path))
    with as_faults(), being_made(path) as part, part.open("w", encoding="utf-8", newline="") as file:
        file.writelines(f"{line}\n" for line in lines)
        file.flush()
        os.fsync(file.fileno())
    show({"path": str(path), "format": form}, [tr("Written: {path}", path=path)], json_wanted=json_wanted)


def _store(session: Session) -> SqliteStore:
    store = session.store
    assert store is not None  # noqa: S101  # just opened
    return store


def _lines(session: Session, coach: Coach, store: SqliteStore, form: str) -> Iterator[str]:
    now = session.clock.now()
    match form:
        case "json":
            yield from own_json.lines_of(store.all_rows(), store.steps(), now)
        case "csv":
            names = {one.id: one.name for one in store.habits()}
            log = [(names[one.habit_id], one) for number in names for one in store.entries(number)]
            log.sort(key=lambda pair: pair[1].id)
            yield from log_csv.lines_of(log, store.notes())
        case "habits":
            yield from shared_habits.lines_of(coach.agenda().active())
        case "ics":
            yield from _calendar_lines(coach)
        case _:
            yield from habit_lines(coach.agenda().active())


def _calendar_lines(coach: Coach) -> Iterator[str]:
    from habitcoach.interchange.cue_calendar import CalendarCue, cue_calendar  # noqa: PLC0415  # slow to load

    agenda = coach.agenda()
    found = coach.habits.coming(agenda, agenda.active(), _MOST_CUES)
    cues = [
        CalendarCue(one.habit_id, one.habit, plan_sentence(one.plan), one.slot, one.due_at)
        for one in found
        if one.due_at < agenda.now + _AHEAD
    ]
    yield from cue_calendar(cues, agenda.now).decode().split("\n")[:-1]


@click.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--dry-run", is_flag=True, help="Say what would be added, and change nothing.")
@as_json
@pass_session
def import_all(session: Session, /, *, file: Path, dry_run: bool, json_wanted: bool) -> None:
    """Add what an export FILE of HabitCoach has: all of it or nothing, and never over what is yours.

    A file of habits that a colleague shares is taken in as habits of your own.
    """
    shared = shared_habits.read_shared(file)
    if shared is not None:
        coach = session.to_show() if dry_run else session.to_change()
        taken = coach.sharing.take(shared, dry_run=dry_run)
        value = {**asdict(taken), "changed": bool(taken.added) and not dry_run}
        show(value, _taken(taken, dry_run=dry_run), json_wanted=json_wanted)
        return
    own = own_json.read_own_file(file, sorted(KNOWN))
    coach = session.to_show() if dry_run else session.to_change()
    plan = take_in(_store(session), coach, own, dry_run=dry_run)
    value = {
        "added": list(plan.added),
        "merged": list(plan.merged),
        "entries": plan.entries,
        "whole": plan.whole,
        "changed": not (dry_run or plan.adds_nothing),
    }
    show(value, _said(plan, dry_run=dry_run), json_wanted=json_wanted)


def _taken(taken: Taken, *, dry_run: bool) -> list[str]:
    lines = []
    if taken.added:
        new = "1 habit is new: {names}"
        lines.append(ntr(new, "{n} habits are new: {names}", len(taken.added), names=_some(taken.added)))
    if taken.there:
        there = "You have a habit of this name already: {names}"
        many = "You have habits of these names already: {names}"
        lines.append(ntr(there, many, len(taken.there), names=_some(taken.there)))
    if taken.added and dry_run:
        lines.append(tr("Nothing was changed. Without --dry-run, this is added."))
    return lines or [tr("There is no habit in it.")]


def _said(plan: Merge, *, dry_run: bool) -> list[str]:
    lines = []
    if plan.added:
        count = len(plan.added)
        lines.append(
            ntr("1 habit is new: {names}", "{n} habits are new: {names}", count, names=_some(plan.added))
        )
    if plan.merged:
        count = len(plan.merged)
        lines.append(
            ntr(
                "1 was here already: {names}",
                "{n} were here already: {names}",
                count,
                names=_some(plan.merged),
            )
        )
    lines.append(ntr("1 log line is new.", "{n} log lines are new.", plan.entries))
    if not plan.whole:
        lines.append(tr("Your shifts and settings stay as they are."))
    if plan.adds_nothing:
        return [*lines, tr("You have all of it already, so there is nothing to add.")]
    lines.append(tr("Nothing was changed. Without --dry-run, this is added.") if dry_run else tr("Added."))
    return lines


def _some(names: Sequence[str]) -> str:
    return ", ".join(names[:_MOST_NAMES]) + (", …" if len(names) > _MOST_NAMES else "")


COMMANDS = (export_all, import_all)
