"""The installed program in a home of its own, and what stands in its file."""

import json
import os
import sqlite3
import subprocess
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.desktop.programs import Program
from tests.desktop.waiting import until

#: A cue on a Monday, in a shift; the clock two seconds before it, and well before it.
CUE = {"kind": "at", "times": ["10:30"], "anyway": True}
SLOT = "2026-11-23/10:30"
BEFORE = "2026-11-23T10:29:58+01:00+"
EARLY = "2026-11-23T09:00:00+01:00"

ENTRIES = "SELECT kind, count FROM entry WHERE habit_id = ? AND slot = ?"
STREAK = "SELECT length FROM streak WHERE habit_id = ? AND open = 1"
PROMPTS = "SELECT state, channel FROM prompt WHERE habit_id = ? AND slot = ?"


@dataclass
class Coach:
    """One home of the agent, on one desktop."""

    python: Path
    home: Path
    env: Mapping[str, str]
    _starts: list[Program] = field(default_factory=list)

    def set_clock(self, now: str) -> None:
        """Set the clock of all that runs and will run: an ISO instant, `+` when it goes on from there."""
        written = self._clock.with_suffix(".new")
        written.write_text(now, "utf-8")
        written.replace(self._clock)

    def with_env(self, **changes: str | None) -> "Coach":
        """Return the same home with other variables; None takes one away."""
        env = {name: value for name, value in {**self.env, **changes}.items() if value is not None}
        return Coach(self.python, self.home, env, self._starts)

    def run(self, *words: str, seconds: float = 20.0) -> subprocess.CompletedProcess[str]:
        """Run a command to its end."""
        return subprocess.run(
            self._words(words),
            env=self._env(),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
            timeout=seconds,
        )

    def json(self, *words: str) -> Any:
        """Run a command that must succeed and return its JSON."""
        done = self.run(words[0], "--json", *words[1:])
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    def add(
        self, name: str, trigger: Mapping[str, object], *more: str, routine: str = "Say what comes next"
    ) -> int:
        """Add a habit and return its id."""
        words = [
            "add",
            f"--name={name}",
            "--when=The call ends",
            f"--routine={routine}",
            "--reward=A sip of tea",
        ]
        added = self.json(*words, f"--trigger={json.dumps(trigger)}", *more)
        return int(added["habit_id"])

    def start(self, now: str, *words: str) -> Program:
        """Set the clock and start the app."""
        self.set_clock(now)
        self.home.mkdir(parents=True, exist_ok=True)
        program = Program(self._words(words), self._env(), self.home.parent / "app.log")
        self._starts.append(program)
        return program

    @property
    def said(self) -> str:
        """What the app of this home has written to its output and its log."""
        logs = [self.home.parent / "app.log", *self.home.rglob("*.log")]
        return "\n".join(log.read_text("utf-8", errors="replace") for log in logs if log.exists())

    def begin(self, log: Path, *words: str) -> Program:
        """Begin a command whose output goes to a file, and go on."""
        log.unlink(missing_ok=True)
        return Program(self._words(words), self._env(), log)

    def end(self) -> None:
        """End every app this home has started."""
        for program in self._starts:
            program.end()

    def rows(self, query: str, *values: object) -> list[tuple[Any, ...]]:
        """Read the file beside the program, without a lock; nothing while there is none."""
        file = self.home / "habitcoach.db"
        if not file.exists():
            return []
        with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True, timeout=5)) as connection:
            return connection.execute(query, values).fetchall()

    def wait_for_rows(self, query: str, *values: object, seconds: float = 10.0) -> list[tuple[Any, ...]]:
        """Return the rows of a query as soon as there are any."""
        look: Callable[[], list[tuple[Any, ...]]] = lambda: self.rows(query, *values)  # noqa: E731
        return until(look, f"{query} {values}", seconds)

    def _words(self, words: tuple[str, ...]) -> list[str]:
        return [str(self.python.with_name("habitcoach")), *words]

    def _env(self) -> dict[str, str]:
        return {**self.env, "HABITCOACH_HOME": str(self.home), "HABITCOACH_NOW": f"@{self._clock}"}

    @property
    def _clock(self) -> Path:
        return self.home.parent / "clock"


def plain_env(folder: Path) -> dict[str, str]:
    """Return the environment of a user without display and bus, whose files are all in one folder."""
    runtime = folder / "run"
    runtime.mkdir(parents=True, exist_ok=True)
    runtime.chmod(0o700)
    return {
        "HOME": str(folder),
        "LANG": "C.UTF-8",
        "PATH": os.environ["PATH"],
        "TZ": "Europe/Berlin",
        "XDG_RUNTIME_DIR": str(runtime),
        "XDG_CONFIG_HOME": str(folder / "config"),
        "XDG_DATA_HOME": str(folder / "data"),
        "XDG_CACHE_HOME": str(folder / "cache"),
    }
