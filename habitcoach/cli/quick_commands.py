"""The command that opens the quick bar, to be bound to a key of the desktop."""

import click

from habitcoach.cli.output import pass_session
from habitcoach.cli.session import Session
from habitcoach.desktop.asking import Wish, ask_running


@click.command()
@pass_session
@click.pass_context
def quick(context: click.Context, session: Session, /) -> None:
    """Open the quick bar; where the app does not run, it starts in the tray.

    For a key of your own, bind this command to it in the desktop's keyboard settings.
    """
    if ask_running(session.home, Wish.QUICK, session.environment):
        return
    from habitcoach.app.main import run_app  # noqa: PLC0415  # only the app loads Qt

    context.exit(run_app(session.home, session.environment, hidden=True, quick=True))


COMMANDS = (quick,)
