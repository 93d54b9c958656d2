"""Commands about promises: promise, promises, keep, retime, drop."""

import click

from habitcoach.cli.moments import moment_ahead
from habitcoach.cli.output import as_json, instant, pass_session, show
from habitcoach.cli.session import Session
from habitcoach.coaching.answer_views import Answered
from habitcoach.coaching.promises import Made, Wish
from habitcoach.coaching.views import PromiseView
from habitcoach.core.entry import Source
from habitcoach.core.promise import PromiseId
from habitcoach.texts.language import tr
from habitcoach.texts.promises import off_duty_line, promise_title, promise_words, state_word
from habitcoach.texts.sentences import reward_line

_MOST = 2**31

_id = click.argument("number", metavar="ID", type=click.IntRange(1, _MOST))


@click.command()
@click.argument("when", metavar="HH:MM|ISO")
@click.argument("ticket", default="")
@click.option("--note", help="A note kept with the promise, up to 2,000 characters.")
@as_json
@pass_session
def promise(session: Session, /, *, when: str, ticket: str, note: str | None, json_wanted: bool) -> None:
    """Promise a customer a time: its next HH:MM, or an ISO time. TICKET is a number, no more."""
    coach = session.to_change()
    made = coach.promises.make(Wish(moment_ahead(when, coach.agenda()), ticket, note), promise_words())
    _tell_made(made, tr("Promised"), json_wanted=json_wanted)


@click.command()
@click.option("--all", "every", is_flag=True, help="Every promise there ever was.")
@as_json
@pass_session
def promises(session: Session, /, *, every: bool, json_wanted: bool) -> None:
    """List open promises, and what became of today's."""
    found = session.to_show().promises.listed(every=every)
    lines = [
        f"{one.promise_id:>3}  {one.due_at:%a %d %b %H:%M}  {promise_title(one)} · {state_word(one)}"
        for one in found
    ]
    empty = tr("No promise is open. Make one: habitcoach promise 15:40 4711")
    show([promise_value(one) for one in found], lines or [empty], json_wanted=json_wanted)


@click.command()
@_id
@as_json
@pass_session
def keep(session: Session, /, *, number: int, json_wanted: bool) -> None:
    """Record that promise ID was kept."""
    _tell(session.to_change().promises.keep(PromiseId(number), Source.COMMAND), json_wanted=json_wanted)


@click.command()
@_id
@click.argument("when", metavar="WHEN")
@as_json
@pass_session
def retime(session: Session, /, *, number: int, when: str, json_wanted: bool) -> None:
    """Give promise ID another time, WHEN; before its time that counts as kept."""
    coach = session.to_change()
    moment = moment_ahead(when, coach.agenda())
    made = coach.promises.retime(PromiseId(number), moment, Source.COMMAND)
    _tell_made(made, tr("Re-timed"), json_wanted=json_wanted)


@click.command()
@_id
@as_json
@pass_session
def drop(session: Session, /, *, number: int, json_wanted: bool) -> None:
    """Let promise ID go."""
    _tell(session.to_change().promises.drop(PromiseId(number), Source.COMMAND), json_wanted=json_wanted)


def promise_value(one: PromiseView) -> dict[str, object]:
    """Return a promise for JSON."""
    return {
        "id": one.promise_id,
        "due_at": instant(one.due_at),
        "ticket": one.ticket or None,
        "state": one.state.value,
        "note": one.note or None,
    }


def _tell_made(made: Made, did: str, *, json_wanted: bool) -> None:
    one = made.promise
    line = tr(
        "{did}: {what} at {time} ({id}).",
        did=did,
        what=promise_title(one),
        time=f"{one.due_at:%a %d %b %H:%M}",
        id=one.promise_id,
    )
    show(promise_value(one), [line], json_wanted=json_wanted)
    if made.off_duty is not None:
        click.echo(off_duty_line(made.off_duty), err=True)


def _tell(answered: Answered, *, json_wanted: bool) -> None:
    one = answered.promise
    if one is None:
        raise AssertionError(answered.kind)
    word = state_word(one)
    line = tr("{what}: {word}.", what=promise_title(one), word=word)
    if answered.reward is not None:
        thanks = reward_line(answered.reward)
        line = tr("{line} Now: {reward}. {thanks}", line=line, reward=answered.reward.text, thanks=thanks)
    show(promise_value(one), [line], json_wanted=json_wanted)


COMMANDS = (promise, promises, keep, retime, drop)
