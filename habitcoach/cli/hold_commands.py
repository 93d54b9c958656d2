"""Commands that hold cues: call, pause."""

from datetime import date, datetime

import click

from habitcoach.cli.moments import pause_end
from habitcoach.cli.output import as_json, instant, pass_session, show
from habitcoach.cli.session import Session
from habitcoach.cli.show_commands import hold_value
from habitcoach.coaching.coach import Coach
from habitcoach.texts.holds import hold_phrase
from habitcoach.texts.language import tr

_OFF = "off"


@click.command()
@click.argument("wish", type=click.Choice(["on", _OFF]), metavar="on|off")
@as_json
@pass_session
def call(session: Session, /, *, wish: str, json_wanted: bool) -> None:
    """Hold all cues during a call; it ends by itself after 60 minutes or with the shift."""
    coach = session.to_change()
    if wish == _OFF:
        coach.holding.call_off()
    else:
        coach.holding.call_on()
    _show_hold(coach, {}, json_wanted=json_wanted)


@click.command()
@click.argument("words", nargs=-1, required=True, metavar="[HABIT...] 90m|HH:MM|DATE|off")
@as_json
@pass_session
def pause(session: Session, /, *, words: tuple[str, ...], json_wanted: bool) -> None:
    """Hold cues for some minutes or until a time of today; or be back on DATE, with nothing due before it.

    Without a HABIT, all of them. "off" ends both kinds.
    """
    coach = session.to_change()
    end = None if words[-1] == _OFF else pause_end(words[-1], coach.agenda())
    habits = [coach.habits.find(one).id for one in words[:-1]]
    value: dict[str, object] = {"habits": habits, "until": None, "back": None}
    if isinstance(end, datetime):
        coach.holding.pause_until(end, habits)
        value["until"] = instant(coach.agenda().local(end))
    elif isinstance(end, date):
        coach.holding.pause_till_day(end, habits)
        value["back"] = end
    else:
        coach.holding.resume(habits)
    _show_hold(coach, value, json_wanted=json_wanted)


def _show_hold(coach: Coach, value: dict[str, object], *, json_wanted: bool) -> None:
    hold = coach.today().hold
    value["hold"] = None if hold is None else hold_value(hold)
    show(value, [_line(coach, value)], json_wanted=json_wanted)


def _line(coach: Coach, value: dict[str, object]) -> str:
    hold = coach.today().hold
    back, until = value.get("back"), value.get("until")
    if back is not None:
        return tr("Paused: back on {day}. Streaks stay whole.", day=back)
    if value.get("habits") and until is not None:
        return tr("Paused: their cues wait until {until}.", until=str(until)[11:16])
    return tr("Cues come as usual.") if hold is None else hold_phrase(hold)


COMMANDS = (call, pause)
