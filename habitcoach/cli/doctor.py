"""`habitcoach doctor`: what works here, and the cure for what does not."""

import json
import subprocess
import sys
from dataclasses import asdict

import click

from habitcoach.cli.findings import Finding, findings
from habitcoach.cli.output import as_json, pass_session, show
from habitcoach.cli.session import Session
from habitcoach.desktop.autostart import autostart_for
from habitcoach.texts.language import tr

#: Seconds the child that loads Qt may take.
CHILD_TIME = 20


@click.command()
@click.option("--test-cue", is_flag=True, help="Show a real test cue the way cues are shown here.")
@as_json
@pass_session
def doctor(session: Session, /, *, test_cue: bool, json_wanted: bool) -> None:
    """Look at everything HabitCoach relies on here; every warning comes with its cure."""
    found = [*findings(session), *_desktop(session, test_cue=test_cue)]
    marks = {True: tr("ok"), False: tr("warning")}
    lines = []
    for one in found:
        lines.append(f"{marks[one.ok]:<8} {one.check}: {one.detail}")
        lines += [f"         → {one.cure}"] if one.cure else []
    show([asdict(one) for one in found], lines, json_wanted=json_wanted)


@click.command("doctor-desktop", hidden=True)
@click.option("--test-cue", is_flag=True)
def doctor_window(*, test_cue: bool) -> None:
    """Print what the desktop offers, as JSON. Runs in a child of its own, because it loads Qt."""
    from habitcoach.app.surroundings import desktop_findings  # noqa: PLC0415  # loads Qt

    click.echo(json.dumps(desktop_findings(test_cue=test_cue)))


@click.command()
@click.argument("switch", required=False, type=click.Choice(["on", "off"]))
@as_json
@pass_session
def autostart(session: Session, /, *, switch: str | None, json_wanted: bool) -> None:
    """Show whether HabitCoach starts when you log in, or turn that on or off."""
    place = autostart_for(session.environment, session.given_home)
    if switch == "on":
        place.enable()
    elif switch == "off":
        place.disable()
    on = place.enabled()
    line = (
        tr("HabitCoach starts when you log in.") if on else tr("HabitCoach does not start when you log in.")
    )
    show({"autostart": on}, [line], json_wanted=json_wanted)


def _desktop(session: Session, *, test_cue: bool) -> list[Finding]:
    """Ask a child, so that a Qt that cannot start takes only the child down."""
    command = [sys.executable, "-m", "habitcoach", "doctor-desktop", *(["--test-cue"] if test_cue else [])]
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


COMMANDS = (doctor, doctor_window, autostart)
