"""Commands that take what is the agent's elsewhere, and back: export, import."""

from dataclasses import asdict
from pathlib import Path

import click

from habitcoach.app.exporting import FORMATS, export_lines, refuse_own_place, write_lines
from habitcoach.app.taking_in import take_in
from habitcoach.cli.output import as_json, pass_session, show
from habitcoach.cli.session import Session
from habitcoach.coaching.sharing import Taken
from habitcoach.core.errors import RefusedError
from habitcoach.interchange import own_json, shared_habits
from habitcoach.interchange.merging import Merge
from habitcoach.storage.faults import as_faults
from habitcoach.storage.migrations import KNOWN
from habitcoach.storage.store import SqliteStore
from habitcoach.texts.exchange import merge_lines, shared_lines
from habitcoach.texts.language import tr


@click.command("export")
@click.option("--format", "form", type=click.Choice(FORMATS), default="json", show_default=True)
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
    lines = export_lines(store, coach, session.clock, form)
    if output is None:
        for line in lines:
            click.echo(line)
        return
    path = output.absolute()
    refuse_own_place(path, session.home.database)
    with as_faults():
        if path.exists() and not yes:
            raise RefusedError("file_is_there", path=str(path))
    write_lines(path, lines)
    show({"path": str(path), "format": form}, [tr("Written: {path}", path=path)], json_wanted=json_wanted)


def _store(session: Session) -> SqliteStore:
    store = session.store
    assert store is not None  # noqa: S101  # just opened
    return store


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
    lines = shared_lines(taken.added, taken.there)
    if taken.added and dry_run:
        lines.append(tr("Nothing was changed. Without --dry-run, this is added."))
    return lines


def _said(plan: Merge, *, dry_run: bool) -> list[str]:
    lines = merge_lines(plan.added, plan.merged, plan.entries, whole=plan.whole)
    if plan.adds_nothing:
        return [*lines, tr("You have all of it already, so there is nothing to add.")]
    lines.append(tr("Nothing was changed. Without --dry-run, this is added.") if dry_run else tr("Added."))
    return lines


COMMANDS = (export_all, import_all)
