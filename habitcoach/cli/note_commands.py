"""Commands about notes: notes, note."""

from dataclasses import asdict

import click

from habitcoach.cli.output import as_json, pass_session, show
from habitcoach.cli.session import Session
from habitcoach.coaching.notes import NoteView
from habitcoach.core.entry import EntryId
from habitcoach.texts.language import tr


@click.command()
@click.argument("habit", required=False)
@as_json
@pass_session
def notes(session: Session, /, *, habit: str | None, json_wanted: bool) -> None:
    """List your notes, or those of HABIT, newest first, with the number of their entry."""
    coach = session.to_show()
    found = coach.notes.all(None if habit is None else coach.habits.find(habit).id)
    show(
        [asdict(one) for one in found],
        [_line(one) for one in found] or [tr("No notes.")],
        json_wanted=json_wanted,
    )


@click.command()
@click.argument("entry", type=click.IntRange(min=1, max=2**63 - 1), metavar="ENTRY")
@click.argument("text", required=False)
@click.option("--erase", is_flag=True, help="Erase the note; nothing of it stays in your file.")
@as_json
@pass_session
def note(session: Session, /, *, entry: int, text: str | None, erase: bool, json_wanted: bool) -> None:
    """Show the note of an ENTRY, or have it say TEXT; `habitcoach notes` lists the numbers.

    An erased note stays in backups until these have had their time, 90 days at most.
    """
    if erase and text is not None:
        raise click.UsageError("Give either TEXT or --erase.")
    number = EntryId(entry)
    if erase:
        found = session.to_change().notes.erase(number)
        lines = [tr("Erased. Backups made before still hold it, for 90 days at most.")]
    elif text is not None:
        found = session.to_change().notes.write(number, text)
        lines = [_line(found)]
    else:
        found = session.to_show().notes.of(number)
        lines = [_line(found)]
    show(asdict(found), lines, json_wanted=json_wanted)


def _line(one: NoteView) -> str:
    text = " / ".join(one.text.splitlines()) if one.text else tr("no note")
    return f"{one.entry_id:>5}  {one.work_date}  {one.habit}: {text}"


COMMANDS = (notes, note)
