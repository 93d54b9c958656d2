"""The command about the one line a shift: journal."""

from dataclasses import asdict
from datetime import date, datetime

import click

from habitcoach.cli.output import as_json, pass_session, show
from habitcoach.cli.session import Session
from habitcoach.coaching.journal import JournalView
from habitcoach.texts.language import tr

_SHOWN = 14


@click.command()
@click.argument("text", required=False)
@click.option("--day", type=click.DateTime(["%Y-%m-%d"]), help="Of another work date than today's.")
@click.option("--erase", is_flag=True, help="Erase the line; nothing of it stays in your file.")
@click.option("--search", metavar="WORDS", help="List the lines that have all of these words.")
@as_json
@pass_session
def journal(  # noqa: PLR0913  # the options of a command
    session: Session,
    /,
    *,
    text: str | None,
    day: datetime | None,
    erase: bool,
    search: str | None,
    json_wanted: bool,
) -> None:
    """Show your lines, newest first, or have today say TEXT: what worked?

    An erased line stays in backups until these have had their time, 90 days at most.
    """
    if [text is not None, erase, search is not None].count(True) > 1:
        raise click.UsageError("Give only one of TEXT, --erase and --search.")
    about = None if day is None else day.date()
    if text is not None:
        _show_one(session.to_change().journal.write(text, about), json_wanted=json_wanted)
    elif erase:
        _show_one(session.to_change().journal.erase(about), json_wanted=json_wanted)
    else:
        _show_all(session, about, search, json_wanted=json_wanted)


def _show_one(found: JournalView, *, json_wanted: bool) -> None:
    show(asdict(found), [_line(found) if found.text else tr("Erased.")], json_wanted=json_wanted)


def _show_all(session: Session, about: date | None, search: str | None, *, json_wanted: bool) -> None:
    kept = session.to_show().journal
    found = [kept.line(about)] if about is not None else list(kept.search(search or ""))
    found = [one for one in found if one.text]
    shown = found if search is not None else found[:_SHOWN]
    lines = [_line(one) for one in shown] or [tr("No lines.")]
    show([asdict(one) for one in found], lines, json_wanted=json_wanted)


def _line(one: JournalView) -> str:
    return tr("{day:%a %d %b %Y}  {words}", day=one.day, words=one.text)


COMMANDS = (journal,)
