"""What every test stands on: no real display, no real session bus, no real home."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.support.thoroughness import ALL, examples

# These drive processes, signals and a virtual X11 desktop.
collect_ignore = [] if sys.platform.startswith("linux") else ["desktop", "kills", "packaging"]

# The quick lane tries the same examples each time, so that it fails for what was changed; the long one
# looks further. How long an example takes is nothing a test fails for: the machine may have much else to do.
settings.register_profile(
    "here",
    max_examples=examples(100),
    derandomize=not ALL,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("here")

# Before the first import of Qt. The desktop lane starts its programs with an environment of its own.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
# Tests read English, whatever the language of whoever runs them.
os.environ["LANGUAGE"] = "en"
# A test must not pop up on the desktop of the person who runs it.
os.environ.pop("DBUS_SESSION_BUS_ADDRESS", None)


@pytest.fixture(autouse=True)
def _own_home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Keep every test off the files and the clock of whoever runs it."""
    for name in ("HABITCOACH_NOW", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("HABITCOACH_HOME", str(tmp_path / "home"))


@pytest.fixture(scope="session")
def python() -> Iterator[Path]:
    """Return the Python of an environment that holds the built wheel and what it needs, no more."""
    from tests.desktop.installation import installed  # noqa: PLC0415  # POSIX, as all its users

    with installed() as interpreter:
        yield interpreter
