"""The doctor's look at everything HabitCoach relies on, for a window: a process of its own does it."""

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence

from habitcoach.core.errors import EnvironmentFaultError
from habitcoach.desktop.paths import Home
from habitcoach.ui.settings.facts import Checked

#: Seconds it may take: the doctor waits for its own child twenty of them.
LONGEST = 60


def look_over(home: Home, environment: Mapping[str, str]) -> Sequence[Checked]:
    """Return what was found. Waits for it, so it belongs into the background.

    Raises EnvironmentFaultError `no_doctor` when the process says nothing that can be read.
    """
    command = [sys.executable, "-m", "habitcoach", "--home", str(home.folder), "doctor", "--json"]
    try:
        done = subprocess.run(  # noqa: S603  # our own interpreter and module
            command, capture_output=True, check=False, env=dict(environment), text=True, timeout=LONGEST
        )
        return [Checked(**row) for row in json.loads(done.stdout)]
    except (OSError, subprocess.TimeoutExpired, TypeError, ValueError) as error:
        raise EnvironmentFaultError("no_doctor") from error
