"""How soon the app sees what another program wrote: from the commit to the notification taken away.

.venv/bin/python -m benchmarks.other_writer_seen [STARTS]
"""

import sys
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path
from statistics import median

from habitcoach.clock import clock_from
from habitcoach.coaching.coach import Coach as Coaching
from habitcoach.coaching.recording import Log
from habitcoach.core.entry import Source
from habitcoach.core.habit import HabitId
from habitcoach.storage.opening import COMMAND_WAIT_MS, open_store
from tests.desktop.coach import BEFORE, CUE, EARLY, PROMPTS, SLOT, Coach, plain_env
from tests.desktop.installation import installed
from tests.desktop.notifications import notification_server
from tests.desktop.screen import desktop_screen
from tests.desktop.session_bus import session_bus
from tests.desktop.waiting import until


def main() -> None:
    """Measure and print milliseconds."""
    starts = int(sys.argv[1]) if len(sys.argv) > 1 else 10
    with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
        folder = Path(name)
        python = stack.enter_context(installed())
        screen = stack.enter_context(desktop_screen(folder / "screen", plain_env(folder)))
        took = [_one_start(python, folder / str(number), screen.display) for number in range(starts)]
    print(
        f"commit to CloseNotification, {starts} starts: median {median(took):.0f} ms, max {max(took):.0f} ms"
    )


def _one_start(python: Path, folder: Path, display: str) -> float:
    env = plain_env(folder)
    with session_bus(folder / "bus", env) as address, notification_server(folder, env, address) as server:
        coach = Coach(
            python, folder / "home", {**env, "DISPLAY": display, "DBUS_SESSION_BUS_ADDRESS": address}
        )
        coach.set_clock(EARLY)
        habit = coach.add("Say the name", CUE)
        coach.start(BEFORE, "--hidden")
        try:
            server.wait_for("Say the name")
            coach.wait_for_rows(PROMPTS + " AND state = 'shown'", habit, SLOT)
            store = open_store(coach.home / "habitcoach.db", COMMAND_WAIT_MS)
            other = Coaching(store, clock_from({"HABITCOACH_NOW": f"@{folder / 'clock'}", "TZ": env["TZ"]}))
            other.recording.done(Log(HabitId(habit), Source.COMMAND))
            committed = time.monotonic()
            until(server.closed, "the notification taken away")
            store.close()
        finally:
            coach.end()
        [closed] = server.calls("CloseNotification")
        return (float(closed["monotonic"]) - committed) * 1000


if __name__ == "__main__":
    main()
