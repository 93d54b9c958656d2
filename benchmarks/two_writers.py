"""How long the window stands still while it and another program each write 2,000 entries to one file.

.venv/bin/python -m benchmarks.two_writers

The window's entries go through Attempts as the agent's do, one a turn of the event loop.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QTimer
from PySide6.QtWidgets import QApplication

from habitcoach.app.attempts import Attempts
from habitcoach.core.entry import EntryKind, NewEntry, Source
from habitcoach.core.habit import Category, Draft, HabitId
from habitcoach.core.trigger import Manual
from habitcoach.storage.opening import WINDOW_WAIT_MS, open_store
from tests.support.habits import MONDAY, PLAN, local
from tests.support.loop_probe import LoopProbe

NUMBER = 2000
_FRAME = 16.0  # milliseconds


def measure(database: Path, number: int = NUMBER) -> tuple[LoopProbe, int, float]:
    """Return the gaps of the event loop, the rows on disk, and the seconds it took."""
    store = open_store(database, WINDOW_WAIT_MS)
    noon = local(MONDAY, "12:00")
    store.add_habit(Draft("Smile", Category.WORDS, PLAN, Manual()), MONDAY, noon)
    entry = NewEntry(HabitId(1), MONDAY, None, noon, EntryKind.DONE, Source.WINDOW)
    attempts, probe, left = Attempts(), LoopProbe(), [number]

    def log_one() -> None:
        left[0] -= 1
        attempts.keep(lambda: store.append(entry))
        if not left[0]:
            timer.stop()

    timer = QTimer(interval=0)
    timer.timeout.connect(log_one)
    words = [sys.executable, "-m", "tests.support.other_writer", str(database), str(number)]
    took = QElapsedTimer()
    with subprocess.Popen(words) as other:
        took.start()
        probe.start()
        timer.start()
        while timer.isActive() or attempts.state.slow or other.poll() is None:
            QApplication.processEvents()
        seconds = took.elapsed() / 1000
    probe.stop()
    attempts.finish()
    rows = len(store.entries(HabitId(1)))
    store.close()
    return probe, rows, seconds


def main() -> None:
    """Measure and print."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication(["two_writers"])
    with tempfile.TemporaryDirectory() as name:
        probe, rows, seconds = measure(Path(name) / "habitcoach.db")
    gaps = sorted(probe.gaps)
    stalls = [one for one in gaps if one > _FRAME]
    print(f"{rows} rows of {2 * NUMBER} in {seconds:.1f} s; {len(gaps)} ticks")
    middle, most = gaps[len(gaps) // 2], gaps[len(gaps) * 99 // 100]
    print(f"gap median {middle:.2f}, 99 % {most:.2f}, max {gaps[-1]:.2f} ms")
    print(f"stalls over {_FRAME:.0f} ms: {len(stalls)} {[round(one, 1) for one in stalls[-5:]]}")
    del application


if __name__ == "__main__":
    main()
