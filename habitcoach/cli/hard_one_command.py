"""The command for the moment after a hard contact: hard-one."""

from dataclasses import asdict

import click

from habitcoach.cli.output import as_json, pass_session, show
from habitcoach.cli.session import Session
from habitcoach.coaching.offers import HardOne, hard_ones
from habitcoach.library import load_library
from habitcoach.texts.language import tr


@click.command("hard-one")
@as_json
@pass_session
def hard_one(session: Session, /, *, json_wanted: bool) -> None:
    """Say what helps right after a hard contact: your own habits on demand, then the library's."""
    resets = [(one.id, one.draft) for one in load_library() if one.reset]
    found = hard_ones(session.to_show().agenda(), resets)
    show([asdict(one) for one in found], [_line(one) for one in found], json_wanted=json_wanted)


def _line(one: HardOne) -> str:
    if one.habit_id is None:
        how = tr("habitcoach add --template {template}", template=one.template_id)
    else:
        how = tr("habitcoach done {id}", id=one.habit_id)
    return tr("{habit}: {routine}. {how}", habit=one.name, routine=one.routine.rstrip("."), how=how)


COMMANDS = (hard_one,)
