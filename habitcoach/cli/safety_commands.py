"""Commands that keep the agent's file safe: backup, restore-backup, check, delete-everything."""

import shlex
from dataclasses import asdict
from pathlib import Path

import click

from habitcoach.cli.output import as_json, pass_session, show
from habitcoach.cli.session import Session
from habitcoach.core.errors import EnvironmentFaultError, RefusedError
from habitcoach.desktop.erasing import erase_everything, everything
from habitcoach.desktop.running import app_runs
from habitcoach.storage.backups import backups, make_backup
from habitcoach.storage.checking import Damage, look_over
from habitcoach.storage.copying import copy_verified
from habitcoach.storage.faults import as_faults
from habitcoach.storage.restoring import Preview, preview, restore
from habitcoach.texts.language import ntr, tr
from habitcoach.texts.safety import damage_line, lost_lines, state_line

_WORDS = "delete everything"
_FILE = click.Path(path_type=Path)


@click.command()
@click.argument("file", required=False, type=_FILE)
@click.option("--yes", is_flag=True, help="Replace FILE if it is there.")
@as_json
@pass_session
def backup(session: Session, /, *, file: Path | None, yes: bool, json_wanted: bool) -> None:
    """Make a backup of everything: in FILE, or among the daily ones. It is checked before it counts."""
    database = session.home.database
    session.to_show()  # says what is wrong with a file that cannot be copied, and how to cure it
    session.close()
    if not database.exists():
        raise RefusedError("nothing_to_back_up")
    day = session.today()
    if file is None:
        made, counts = make_backup(database, day)
        path = made.path
    else:
        with as_faults():
            path = (file / f"habitcoach-{day}.db" if file.is_dir() else file).absolute()
            if path.exists():
                if path.samefile(database):
                    raise RefusedError("is_the_file", path=str(path))
                if not yes:
                    raise RefusedError("file_is_there", path=str(path))
        counts = copy_verified(database, path)
    value = {"path": str(path), "day": day, "habits": counts["habit"], "entries": counts["entry"]}
    line = ntr("Backed up, {n} entry: {path}", "Backed up, {n} entries: {path}", counts["entry"], path=path)
    show(value, [line], json_wanted=json_wanted)


@click.command("restore-backup")
@click.argument("file", required=False, type=_FILE)
@click.option("--yes", is_flag=True, help="Do it; without, only say what would be lost.")
@as_json
@pass_session
def restore_backup(session: Session, /, *, file: Path | None, yes: bool, json_wanted: bool) -> None:
    """Put the backup FILE back, after a look at what would be lost. Without FILE, list the backups.

    The present file is kept: nothing is ever overwritten.
    """
    database = session.home.database
    if file is None:
        _list_backups(database, json_wanted=json_wanted)
        return
    path = file.absolute()
    found = preview(database, path)
    value = {"backup": str(path), **asdict(found), "restored": yes, "kept": []}
    if not yes:
        command = f"habitcoach restore-backup {shlex.quote(str(file))} --yes"
        lines = [
            *_preview_lines(found),
            tr("Nothing has changed yet. To put it back: {command}", command=command),
        ]
        show(value, lines, json_wanted=json_wanted)
        return
    if app_runs(session.home):
        raise RefusedError("app_runs")
    kept = restore(database, path, session.today())
    value["kept"] = [str(one) for one in kept]
    lines = [tr("Put back: {path}", path=path)]
    lines += [tr("The former file is kept: {path}", path=one) for one in kept[:1]]
    show(value, lines, json_wanted=json_wanted)


@click.command()
@click.option("--rebuild", is_flag=True, help="Work streaks out anew from the log, and make indexes anew.")
@as_json
@pass_session
def check(session: Session, /, *, rebuild: bool, json_wanted: bool) -> None:
    """Check that your file is whole and that everything worked out from the log still fits it."""
    rebuilt = _rebuild(session) if rebuild and session.home.database.exists() else []
    coach = session.to_show()
    exists = session.home.database.exists()
    wrong = look_over(session.home.database) if exists else []
    # Streaks of a log that cannot be read would be wrong in the wrong place.
    derived = [] if wrong else [Damage("derived", one.name) for one in coach.derived.wrong()]
    value = {
        "ok": not wrong and not derived,
        "problems": [asdict(one) for one in (*wrong, *derived)],
        "rebuilt": rebuilt,
    }
    lines = [damage_line(one.code, one.detail) for one in (*wrong, *derived)]
    lines = [tr("Rebuilt the streaks of “{habit}”.", habit=one) for one in rebuilt] + lines
    fine = tr("Your file is whole.") if exists else tr("There is no file yet.")
    show(value, lines if wrong or derived else [*lines, fine], json_wanted=json_wanted)
    if wrong:
        raise EnvironmentFaultError("corrupt", detail=wrong[0].code)
    if derived:
        raise RefusedError("derived_wrong")


@click.command("delete-everything")
@click.option("--yes", is_flag=True, help="Do not ask.")
@as_json
@pass_session
def delete_everything(session: Session, /, *, yes: bool, json_wanted: bool) -> None:
    """Delete your file, its backups, what was set aside, and the program's log. Nothing brings them back."""
    home = session.home
    if app_runs(home):
        raise RefusedError("app_runs")
    found = everything(home)
    if found and not yes:
        for path in found:
            click.echo(path, err=True)
        asked = tr("All of these will be gone for good. Type “{words}” to go on", words=_WORDS)
        if _typed(asked) != _WORDS:
            raise RefusedError("not_meant")
    gone = erase_everything(home)
    line = ntr("Deleted {n} file in {folder}", "Deleted {n} files in {folder}", gone, folder=home.folder)
    show({"deleted": [str(path) for path in found]}, [line], json_wanted=json_wanted)


def _typed(asked: str) -> str:
    try:
        return str(click.prompt(asked, default="", show_default=False, err=True)).strip()
    except click.Abort:  # nobody is there to type
        click.echo(err=True)
        return ""


def _rebuild(session: Session) -> list[str]:
    """Put right what can be made from the log, and return the habits whose streaks had to be."""
    coach = session.to_change()
    rebuilt = [one.name for one in coach.derived.rebuild()]
    if session.store is not None:
        session.store.mend()
    session.close()
    return rebuilt


def _list_backups(database: Path, *, json_wanted: bool) -> None:
    found = backups(database)
    value = [{"path": str(one.path), "day": one.day} for one in found]
    lines = [f"{one.day}  {one.path}" for one in found]
    show(value, lines or [tr("There are no backups yet.")], json_wanted=json_wanted)


def _preview_lines(found: Preview) -> list[str]:
    if found.state != "whole":
        return [state_line(found.state)]
    others = sum(count for table, count in found.rows_lost.items() if table not in {"entry", "habit"})
    lines = lost_lines(found.entries_lost, found.habits_lost, others)
    return [*lines, tr("A copy of the present file would be kept beside the backups.")]


COMMANDS = (backup, restore_backup, check, delete_everything)
