"""`python -m habitcoach` and the `habitcoach` command."""

import os
import sys


def main() -> None:
    """Run the command line and leave with its exit code."""
    if sys.argv[1:] == ["quick"] and _bar_opens():
        return
    from habitcoach.cli.main import run  # noqa: PLC0415  # keeps `import habitcoach.__main__` free of side effects

    sys.exit(run(sys.argv[1:]))


def _bar_opens() -> bool:
    """Open the quick bar of the app that runs, by a tenth of what the command line has to load.

    The command is bound to a key, and what is typed next is meant for the bar.
    """
    from habitcoach.core.errors import HabitCoachError  # noqa: PLC0415
    from habitcoach.desktop.asking import Wish, ask_running  # noqa: PLC0415
    from habitcoach.desktop.paths import find_home  # noqa: PLC0415

    try:
        return ask_running(find_home(None, os.environ), Wish.QUICK, os.environ)
    except HabitCoachError:
        return False


if __name__ == "__main__":
    main()
