"""What the command line costs: `habitcoach --version` and `today` beside `python -c pass`, as installed.

.venv/bin/python -m benchmarks.command_start
"""

import os
import subprocess
import tempfile
import time
from pathlib import Path
from statistics import median

from tests.desktop.installation import installed

_RUNS = 20


def main() -> None:
    """Measure and print milliseconds."""
    with tempfile.TemporaryDirectory() as name, installed() as python:
        program = str(python.with_name("habitcoach"))
        env = {**os.environ, "HABITCOACH_HOME": str(Path(name) / "home")}
        commands = {
            "python -c pass": [str(python), "-c", "pass"],
            "habitcoach --version": [program, "--version"],
            "habitcoach --help": [program, "--help"],
            "habitcoach today": [program, "today"],
        }
        for label, words in commands.items():
            took = [_time(words, env) for _ in range(_RUNS)]
            print(f"{label:22} median {median(took):6.1f} ms, max {max(took):6.1f} ms")


def _time(words: list[str], env: dict[str, str]) -> float:
    begin = time.perf_counter()
    subprocess.run(words, env=env, capture_output=True, check=True)
    return (time.perf_counter() - begin) * 1000


if __name__ == "__main__":
    main()
