"""away: say where you were on dates that nobody saw."""

from datetime import date

import click

from habitcoach.cli.output import as_json, pass_session, show
from habitcoach.cli.session import Session
from habitcoach.coaching.absence import question
from habitcoach.coaching.duty import span_of
from habitcoach.coaching.views import AbsenceView
from habitcoach.core.errors import RefusedError
from habitcoach.texts.absence import absence_answered, absence_question
from habitcoach.texts.language import tr

_ANSWERS = ["off", "worked", "ask"]


@click.command()
@click.argument("answer", type=click.Choice(_ANSWERS), required=False, metavar="[off|worked|ask]")
@click.argument("dates", required=False, metavar="[DATE[..DATE]]")
@as_json
@pass_session
def away(session: Session, /, *, answer: str | None, dates: str | None, json_wanted: bool) -> None:
    """Show which DATES nobody saw, or say that you were off or worked; "ask" takes that back.

    Without DATES, those that are asked about.
    """
    if answer is None:
        asked = question(session.to_show().agenda())
        lines = absence_lines(asked) or [tr("Nothing is asked.")]
        show(absence_value(asked), lines, json_wanted=json_wanted)
        return
    coach = session.to_change()
    days = _asked(question(coach.agenda())) if dates is None else span_of(dates)
    absence = coach.absence
    found = {"off": absence.was_off, "worked": absence.worked, "ask": absence.ask_again}[answer](days)
    line = absence_answered(answer, ", ".join(day.isoformat() for day in found))
    show({"answer": answer, "dates": found}, [line], json_wanted=json_wanted)


def _asked(asked: AbsenceView | None) -> list[date]:
    if asked is None:
        raise RefusedError("not_in_question")
    return list(asked.dates)


def absence_value(asked: AbsenceView | None) -> dict[str, object] | None:
    """Return the dates that are asked about, for JSON."""
    return None if asked is None else {"first": asked.first, "last": asked.last, "dates": list(asked.dates)}


def absence_lines(asked: AbsenceView | None) -> list[str]:
    """Return the question and its two answers, nothing where nothing is asked."""
    if asked is None:
        return []
    dates = f"{asked.first:%a %d %b}"
    if asked.last != asked.first:
        dates = tr("{first} to {last:%a %d %b}", first=dates, last=asked.last)
    words = absence_question(dates)
    return [tr("{question} Off then: habitcoach away off. At work: habitcoach away worked", question=words)]


COMMANDS = (away,)
