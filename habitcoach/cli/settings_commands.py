"""settings: list, show and set what the agent can choose."""

import click

from habitcoach.cli.output import as_json, pass_session, show
from habitcoach.cli.session import Session


@click.command()
@click.argument("name", required=False)
@click.argument("value", required=False)
@as_json
@pass_session
def settings(session: Session, /, *, name: str | None, value: str | None, json_wanted: bool) -> None:
    """List what can be chosen, show the value of NAME, or choose VALUE."""
    if name is None:
        every = session.to_show().settings.all()
        show(every, [f"{one:<16} {kept}" for one, kept in every.items()], json_wanted=json_wanted)
        return
    if value is None:
        found = session.to_show().settings.value(name)
    else:
        found = session.to_change().settings.choose(name, value)
    show({name: found}, [found], json_wanted=json_wanted)


COMMANDS = (settings,)
