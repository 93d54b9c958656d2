"""Commands that answer cues: done, skip, snooze, undo."""

from dataclasses import asdict
from datetime import timedelta

import click

from habitcoach.cli.moments import moment_from
from habitcoach.cli.output import as_json, pass_session, show
from habitcoach.cli.promise_commands import promise_value
from habitcoach.cli.session import Session
from habitcoach.coaching.answer_views import Answered
from habitcoach.coaching.coach import Coach
from habitcoach.coaching.recording import Log, Skip
from habitcoach.core.entry import ESTIMATED_OF, ESTIMATES, SkipReason, Source
from habitcoach.texts.language import tr
from habitcoach.texts.promises import promise_title
from habitcoach.texts.sentences import reward_line

_DAY_MINUTES = 24 * 60
_END = "end"
_REASONS = [one.value for one in SkipReason if not one.by_app]

_at = click.option("--at", metavar="WHEN", help="ISO time, HH:MM, or “yesterday HH:MM”.")
_note = click.option("--note", help="A note kept beside the entry, up to 2,000 characters.")
_yes = click.option("--yes", is_flag=True, help="Allow a time over 14 days back.")


class MinutesOrEnd(click.ParamType[timedelta | None]):
    """A number of minutes, or the word end."""

    name = "MINUTES|end"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> timedelta | None:
        """Return the wait, None for the end of the shift."""
        if value == _END:
            return None
        if isinstance(value, str) and value.isascii() and value.isdigit() and 1 <= int(value) <= _DAY_MINUTES:
            return timedelta(minutes=int(value))
        message = f"give whole minutes from 1 to {_DAY_MINUTES}, or “{_END}”."
        raise click.BadParameter(message, ctx=ctx, param=param)


@click.command()
@click.argument("habit")
@click.option(
    "--count", type=int, default=1, show_default=True, help="How many times, or hits of a rate habit."
)
@click.option("--of", type=int, help="Opportunities of a rate habit.")
@click.option(
    "--estimate", type=click.Choice(list(ESTIMATES)), help="At shift end, where contacts were not counted."
)
@click.option("--tiny", is_flag=True, help="It was the tiny version.")
@_note
@_at
@_yes
@as_json
@pass_session
def done(  # noqa: PLR0913  # one argument per option
    session: Session,
    /,
    *,
    habit: str,
    count: int,
    of: int | None,
    estimate: str | None,
    tiny: bool,
    note: str | None,
    at: str | None,
    yes: bool,
    json_wanted: bool,
) -> None:
    """Log that HABIT was done."""
    source = Source.COMMAND
    if estimate is not None:
        if of is not None or count != 1:
            raise click.UsageError("Give either --estimate or --count with --of.")
        source, count, of = Source.ESTIMATE, ESTIMATES[estimate], ESTIMATED_OF
    coach = session.to_change()
    found = coach.habits.find(habit)
    moment = None if at is None else moment_from(at, coach.agenda(), long_ago_is_fine=yes)
    log = Log(found.id, source, count=count, of=of, at=moment, note=note, tiny=tiny)
    _print(coach.recording.done(log), json_wanted=json_wanted)


@click.command()
@click.argument("habit")
@click.option("--reason", required=True, type=click.Choice(_REASONS), help="Why.")
@click.option("--day", is_flag=True, help="All of today that is left.")
@_note
@_at
@_yes
@as_json
@pass_session
def skip(  # noqa: PLR0913  # one argument per option
    session: Session,
    *,
    habit: str,
    reason: str,
    day: bool,
    note: str | None,
    at: str | None,
    yes: bool,
    json_wanted: bool,
) -> None:
    """Skip HABIT with a reason; all reasons but not_done leave the streak as it is."""
    coach = session.to_change()
    found = coach.habits.find(habit)
    moment = None if at is None else moment_from(at, coach.agenda(), long_ago_is_fine=yes)
    request = Skip(found.id, SkipReason(reason), Source.COMMAND, whole_day=day, at=moment, note=note)
    _print(coach.recording.skip(request), json_wanted=json_wanted)


@click.command()
@click.argument("habit")
@click.argument("wait", type=MinutesOrEnd())
@as_json
@pass_session
def snooze(session: Session, /, *, habit: str, wait: timedelta | None, json_wanted: bool) -> None:
    """Let the due cue of HABIT come again in WAIT minutes, or at the end of the shift."""
    coach = session.to_change()
    _print(coach.recording.snooze(coach.habits.find(habit).id, wait), json_wanted=json_wanted)


@click.command()
@as_json
@pass_session
def undo(session: Session, /, *, json_wanted: bool) -> None:
    """Take back the last done, opportunity, skip, snooze or answer to a promise; can be repeated."""
    coach: Coach = session.to_change()
    answered = coach.recording.undo()
    words = {
        "skip": tr("skip"),
        "snooze": tr("snooze"),
        "opportunity": tr("opportunity"),
        "done": tr("done"),
        "keep": tr("kept"),
        "retime": tr("re-timed"),
        "drop": tr("dropped"),
    }
    what = answered.habit if answered.promise is None else promise_title(answered.promise)
    line = tr("Took back: {what}, “{habit}”.", what=words[answered.kind], habit=what)
    show(_value(answered), [line], json_wanted=json_wanted)


def _print(answered: Answered, *, json_wanted: bool) -> None:
    show(_value(answered), [_line(answered)], json_wanted=json_wanted)


def _line(answered: Answered) -> str:
    if answered.reward is not None:
        return tr(
            "Done: {habit}. Now: {reward}. {line}",
            habit=answered.habit,
            reward=answered.reward.text,
            line=reward_line(answered.reward),
        )
    if answered.until is not None:
        return tr("Snoozed until {time}: {habit}.", time=f"{answered.until:%H:%M}", habit=answered.habit)
    if answered.kind == "skip":
        return tr("Skipped: {habit}. Streak: {n}.", habit=answered.habit, n=answered.streak)
    return tr("Noted: {habit}.", habit=answered.habit)


def _value(answered: Answered) -> dict[str, object]:
    found = asdict(answered)
    reward = answered.reward
    shown = ("habit_id", "habit", "work_date", "slot", "kind", "count", "of", "streak")
    value = {name: found[name] for name in shown}
    value["reward"] = None if reward is None else reward.text
    if answered.until is not None:
        value["until"] = answered.until.isoformat()
    if answered.promise is not None:
        value["promise"] = promise_value(answered.promise)
    return value


COMMANDS = (done, skip, snooze, undo)
