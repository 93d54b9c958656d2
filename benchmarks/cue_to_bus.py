"""How late a cue is: from its instant to its `Notify` on the bus, over 20 starts two seconds before it.

.venv/bin/python -m benchmarks.cue_to_bus [STARTS]
"""

import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path
from statistics import median

from tests.desktop.coach import BEFORE, CUE, EARLY, Coach, plain_env
from tests.desktop.installation import installed
from tests.desktop.notifications import notification_server
from tests.desktop.screen import desktop_screen
from tests.desktop.session_bus import session_bus

_AHEAD = 2.0  # seconds from the clock's start to the cue, as BEFORE and CUE have it


def main() -> None:
    """Measure and print milliseconds."""
    starts = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
        folder = Path(name)
        python = stack.enter_context(installed())
        screen = stack.enter_context(desktop_screen(folder / "screen", plain_env(folder)))
        late = [_one_start(python, folder / str(number), screen.display) for number in range(starts)]
    print(f"cue to Notify, {starts} starts: median {median(late):.1f} ms, max {max(late):.1f} ms")


def _one_start(python: Path, folder: Path, display: str) -> float:
    env = plain_env(folder)
    with session_bus(folder / "bus", env) as address, notification_server(folder, env, address) as server:
        coach = Coach(
            python, folder / "home", {**env, "DISPLAY": display, "DBUS_SESSION_BUS_ADDRESS": address}
        )
        coach.set_clock(EARLY)
        coach.add("Say the name", CUE)
        coach.start(BEFORE, "--hidden")
        try:
            shown = server.wait_for("Say the name")
        finally:
            coach.end()
        # The clock of the app counts from the modification time of its file.
        due = (folder / "clock").stat().st_mtime + _AHEAD
        return (float(shown["monotonic"]) + time.time() - time.monotonic() - due) * 1000


if __name__ == "__main__":
    main()
