"""`habitcoach doctor`: what works here, and the cure for what does not."""

import json
import platform
import subprocess
import sys
from dataclasses import asdict, dataclass

import click

from habitcoach.cli.output import as_json, pass_session, show
from habitcoach.cli.session import Session
from habitcoach.core.errors import EnvironmentFaultError
from habitcoach.texts.errors import error_sentence
from habitcoach.texts.language import tr

#: Seconds the child that loads Qt may take.
CHILD_TIME = 20


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the doctor's."""

    check: str
    ok: bool
    detail: str
    cure: str = ""


@click.command()
@as_json
@pass_session
def doctor(session: Session, /, *, json_wanted: bool) -> None:
    """Look at everything HabitCoach relies on here; every warning comes with its cure."""
    found = [_python(), _clock(session), _file(session), *_desktop(session)]
    marks = {True: tr("ok"), False: tr("warning")}
    lines = []
    for one in found:
        lines.append(f"{marks[one.ok]:<8} {one.check}: {one.detail}")
        lines += [f"         → {one.cure}"] if one.cure else []
    show([asdict(one) for one in found], lines, json_wanted=json_wanted)


@click.command("doctor-desktop", hidden=True)
def doctor_window() -> None:
    """Print what the desktop offers, as JSON. Runs in a child of its own, because it loads Qt."""
    from habitcoach.app.surroundings import desktop_findings  # noqa: PLC0415  # loads Qt

    click.echo(json.dumps(desktop_findings()))


def _python() -> Finding:
    return Finding(tr("Python"), ok=True, detail=f"{platform.python_version()} ({sys.platform})")


def _clock(session: Session) -> Finding:
    clock = session.clock
    detail = f"{clock.now().astimezone(clock.zone()):%Y-%m-%d %H:%M} {clock.zone()}"
    cure = tr("HABITCOACH_NOW sets this clock; unset it for real use.") if clock.is_set else ""
    return Finding(tr("Clock and zone"), ok=not clock.is_set, detail=detail, cure=cure)


def _file(session: Session) -> Finding:
    path = session.home.database
    name = tr("Your file")
    if not path.exists():
        return Finding(name, ok=True, detail=tr("none yet; it will be made at {path}", path=path))
    try:
        session.to_show()
        health = session.health()
    except EnvironmentFaultError as error:
        return Finding(name, ok=False, detail=str(path), cure=error_sentence(error))
    if health == "ok":
        return Finding(name, ok=True, detail=tr("healthy, at {path}", path=path))
    return Finding(name, ok=False, detail=health, cure=error_sentence(EnvironmentFaultError("corrupt")))


def _desktop(session: Session) -> list[Finding]:
    """Ask a child, so that a Qt that cannot start takes only the child down."""
    command = [sys.executable, "-m", "habitcoach", "doctor-desktop"]
    try:
        child = subprocess.run(  # noqa: S603  # our own interpreter and module
            command,
            capture_output=True,
            check=False,
            env=dict(session.environment),
            text=True,
            timeout=CHILD_TIME,
        )
        rows = json.loads(child.stdout)
    except (subprocess.TimeoutExpired, ValueError):
        cure = tr("Start HabitCoach from a desktop session. The command line works without one.")
        return [Finding(tr("Desktop"), ok=False, detail=tr("Qt could not start"), cure=cure)]
    return [Finding(**row) for row in rows]


COMMANDS = (doctor, doctor_window)
