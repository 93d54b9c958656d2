"""The `habitcoach` command: what it offers, and how it fails."""

import io
import os
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from habitcoach import __version__
from habitcoach.cli.late_group import LateGroup
from habitcoach.core.errors import HabitCoachError, InputError, RefusedError
from habitcoach.core.fields import clean_line
from habitcoach.texts.errors import error_sentence

if TYPE_CHECKING:
    from habitcoach.cli.session import Session

COULD_NOT = 1
WRONG_USE = 2
#: Faults in these are faults in JSON the caller wrote, or in the names and values of settings.
_JSON_FIELDS = ("trigger", "target", "roster", "setting")

_CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}


@click.group(cls=LateGroup, invoke_without_command=True, context_settings=_CONTEXT)
@click.version_option(__version__, prog_name="habitcoach", message="%(prog)s %(version)s")
@click.option(
    "--home", type=click.Path(path_type=Path), help="Folder of the database; wins over HABITCOACH_HOME."
)
@click.option("--hidden", is_flag=True, help="Start in the tray and raise no window.")
@click.option("--demo", is_flag=True, help="Start on a throw-away home with sample data.")
@click.pass_context
def habitcoach(context: click.Context, home: Path | None, *, hidden: bool, demo: bool) -> None:
    """A private habit coach for customer-service agents. Without a command it starts the app."""
    from habitcoach.cli.session import Session  # noqa: PLC0415  # not needed for --version and --help

    session = Session(home, os.environ)
    sessions: list[Session] = context.obj
    sessions.append(session)
    context.obj = session
    context.call_on_close(session.close)
    if context.invoked_subcommand is None:
        context.exit(_run_demo(session) if demo else _run_app(session, hidden=hidden))


def _run_app(session: "Session", *, hidden: bool) -> int:
    from habitcoach.app.main import run_app  # noqa: PLC0415  # only the app loads Qt

    return run_app(session.home, session.environment, hidden=hidden)


def _run_demo(session: "Session") -> int:
    from habitcoach.app.demo import fill  # noqa: PLC0415
    from habitcoach.cli.session import Session  # noqa: PLC0415

    with tempfile.TemporaryDirectory(prefix="habitcoach-demo-") as folder:
        demo = Session(Path(folder), session.environment)
        demo.fill(fill)
        return _run_app(demo, hidden=False)


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code: 0, 1 (could not) or 2 (wrong use)."""
    for stream in (sys.stdout, sys.stderr):
        # A pipe or a terminal that cannot show an agent's emoji must not end the command.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    sessions: list[Session] = []
    try:
        code = _run(arguments, sessions)
    except click.exceptions.Abort:
        return COULD_NOT
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except HabitCoachError as error:
        _say(error_sentence(error))
        return (
            WRONG_USE if isinstance(error, InputError) and error.field.startswith(_JSON_FIELDS) else COULD_NOT
        )
    except BrokenPipeError:
        # The reader, such as `head`, has gone; say nothing more, not even at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return COULD_NOT
    for fault in sessions[0].late_faults if sessions else ():
        _say(error_sentence(fault))
    return code if isinstance(code, int) else 0


def _run(arguments: Sequence[str], sessions: "list[Session]") -> object:
    """Run a command; damage of the file that shows on the way is told with what cures it."""
    try:
        return habitcoach.main(list(arguments), prog_name="habitcoach", standalone_mode=False, obj=sessions)
    except (click.ClickException, click.exceptions.Abort, InputError, RefusedError, BrokenPipeError):
        raise
    except Exception as error:
        if not sessions:
            raise
        from habitcoach.cli.damage import told_with_cure  # noqa: PLC0415  # only where something is wrong

        raise told_with_cure(error, sessions[0]) from error


def _say(sentence: str) -> None:
    click.echo(f"habitcoach: {clean_line(sentence)}", err=True)
