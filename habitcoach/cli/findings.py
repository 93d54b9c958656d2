"""The doctor's findings that need no window: Python, clock, file, backup, disk, autostart."""

import platform
import shutil
import sys
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from habitcoach.cli.session import Session
from habitcoach.core.errors import EnvironmentFaultError
from habitcoach.desktop.autostart import autostart_for
from habitcoach.scheduler.jumps import CLOCK_JUMPS, ClockJumps
from habitcoach.storage.backups import backups
from habitcoach.storage.location import on_share
from habitcoach.storage.recovery import with_cure
from habitcoach.texts.errors import error_sentence
from habitcoach.texts.language import ntr, tr

#: A backup older than this deserves a word: the app makes one a day.
BACKUP_AGE = timedelta(days=2)
#: Room on the disk below which a word is due, in bytes.
LITTLE_ROOM = 50_000_000


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the doctor's."""

    check: str
    ok: bool
    detail: str
    cure: str = ""


def findings(session: Session) -> list[Finding]:
    """Return what can be found out without Qt. Nothing is written."""
    return [
        _python(),
        _clock(session),
        *_file(session),
        _backup(session),
        _room(session.home.folder),
        _autostart(session),
    ]


def _python() -> Finding:
    return Finding(tr("Python"), ok=True, detail=f"{platform.python_version()} ({sys.platform})")


def _clock(session: Session) -> Finding:
    clock = session.clock
    detail = f"{clock.now().astimezone(clock.zone()):%Y-%m-%d %H:%M} {clock.zone()}"
    cure = tr("HABITCOACH_NOW sets this clock; unset it for real use.") if clock.is_set else ""
    return Finding(tr("Clock and zone"), ok=not clock.is_set, detail=detail, cure=cure)


def _file(session: Session) -> list[Finding]:
    path = session.home.database
    name = tr("Your file")
    try:
        session.to_show()
        health = session.health()
        jumps = None if session.store is None else session.store.setting(CLOCK_JUMPS)
    except EnvironmentFaultError as error:
        return [Finding(name, ok=False, detail=str(path), cure=error_sentence(error))]
    if not path.exists():
        return [Finding(name, ok=True, detail=tr("none yet; it will be made at {path}", path=path))]
    if health != "ok":
        cure = error_sentence(with_cure(EnvironmentFaultError("corrupt"), path))
        return [Finding(name, ok=False, detail=health, cure=cure)]
    found = [Finding(name, ok=True, detail=tr("healthy, at {path}", path=path)), _jumps(session, jumps)]
    if on_share(path):
        cure = tr("Keep it on this computer: set HABITCOACH_HOME to a folder here.")
        found.insert(1, Finding(tr("Place"), ok=False, detail=tr("on a network share"), cure=cure))
    return found


def _jumps(session: Session, text: str | None) -> Finding:
    """Say how often the clock or the zone jumped under the app; that is no fault, but explains a lot."""
    jumps = ClockJumps.of_text(text)
    name = tr("Clock jumps")
    if not jumps.count:
        return Finding(name, ok=True, detail=tr("none seen"))
    when = datetime.fromisoformat(jumps.last).astimezone(session.clock.zone())
    what = jumps.zone or tr("{seconds} s", seconds=f"{jumps.seconds:+d}")
    detail = ntr("{n} seen, on {when}: {what}", "{n} seen, the last on {when}: {what}", jumps.count,
                 when=f"{when:%Y-%m-%d %H:%M}", what=what)  # fmt: skip
    return Finding(name, ok=True, detail=detail)


def _backup(session: Session) -> Finding:
    name = tr("Last backup")
    cure = tr("Make one now: habitcoach backup")
    try:
        found = backups(session.home.database)
    except EnvironmentFaultError as error:
        return Finding(name, ok=False, detail=tr("cannot be read"), cure=error_sentence(error))
    if not found:
        fresh = not session.home.database.exists()
        return Finding(name, ok=fresh, detail=tr("none yet"), cure="" if fresh else cure)
    newest = found[0]
    old = session.today() - newest.day > BACKUP_AGE
    detail = ntr("of {day}, {n} kept", "of {day}, {n} kept", len(found), day=newest.day)
    return Finding(name, ok=not old, detail=detail, cure=cure if old else "")


def _room(folder: Path) -> Finding:
    name = tr("Room on the disk")
    existing = next((one for one in (folder, *folder.parents) if one.exists()), folder)
    try:
        free = shutil.disk_usage(existing).free
    except OSError:
        cure = error_sentence(EnvironmentFaultError("cannot_open"))
        return Finding(name, ok=False, detail=str(existing), cure=cure)
    little = free < LITTLE_ROOM
    cure = tr("Free some space, so that everything you log can be saved.") if little else ""
    return Finding(name, ok=not little, detail=tr("{n} MB free", n=free // 1_000_000), cure=cure)


def _autostart(session: Session) -> Finding:
    on = autostart_for(session.environment, session.given_home).enabled()
    if on:
        return Finding(tr("Start at log-in"), ok=True, detail=tr("on"))
    cure = tr("Cues come only while HabitCoach runs. Turn it on: habitcoach autostart on")
    return Finding(tr("Start at log-in"), ok=False, detail=tr("off"), cure=cure)
