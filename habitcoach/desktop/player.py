"""Playing a short sound without a library for it: what each system has at hand, beside the window."""

import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import cast

from PySide6.QtCore import QProcess

#: Programs that play a WAV file and end, the usual one of today's desktops first.
PLAYERS = ("pw-play", "paplay", "aplay", "afplay")


class Player:
    """Plays one sound. It never waits; where nothing can play it, it says so."""

    def __init__(self, sound: Path, find: Callable[[str], str | None] = shutil.which) -> None:
        """Take the file and what finds a program."""
        self._sound = str(sound.absolute())
        self._find = find

    def play(self) -> bool:
        """Play it, unless there is nothing to play it with."""
        if sys.platform == "win32":
            import winsound  # noqa: PLC0415  # exists on Windows alone

            winsound.PlaySound(
                self._sound, winsound.SND_FILENAME | winsound.SND_ASYNC | winsound.SND_NODEFAULT
            )
            return True
        program = next((found for name in PLAYERS if (found := self._find(name))), None)
        if program is None:
            return False
        process = QProcess()
        process.setProgram(program)
        process.setArguments([self._sound])
        process.setStandardOutputFile(QProcess.nullDevice())
        process.setStandardErrorFile(QProcess.nullDevice())
        # PySide6 6.11 says it returns a pair and returns the first of it alone.
        return cast("bool", process.startDetached())
