"""Whether some program listens to the microphone. Asked for its state alone: no sound is ever opened."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from habitcoach.ports import Seen
from habitcoach.presence.source import AtOnce
from habitcoach.texts.language import tr

#: Where ALSA tells the state of every sound device.
DEVICES = Path("/proc/asound")
#: The status of each stream that takes sound in ("c": capture).
_STREAMS = "card*/pcm*c/sub*/status"
_RUNNING = "state: RUNNING"


class Microphone(AtOnce):
    """Asks a function of the system whether a microphone is in use; None where it does not know."""

    def __init__(self, in_use: Callable[[], bool | None]) -> None:
        """Take the function that asks the system."""
        super().__init__(tr("sound devices"))
        self._in_use = in_use

    def ask(self) -> None:
        """Ask anew."""
        self.seen = Seen(microphone=self._in_use())


def alsa_in_use(devices: Path = DEVICES) -> bool | None:
    """Whether some stream takes sound in; None where there is no device that could.

    Sound servers open a device only while some program records. A headset by Bluetooth is none of ALSA's.
    """
    states = [state for file in devices.glob(_STREAMS) if (state := _read(file)) is not None]
    return any(state.startswith(_RUNNING) for state in states) if states else None


def _read(file: Path) -> str | None:
    try:
        return file.read_text("ascii", "replace")
    except OSError:
        return None  # it was unplugged between listing and reading


def still_used(stopped: Iterator[int | None]) -> bool | None:
    """Whether one of the programs that Windows keeps note of uses the microphone now.

    Takes when each used it last, in the units of FILETIME: 0 while it does, None where it never did.
    """
    known = [one for one in stopped if one is not None]
    return 0 in known if known else None


if sys.platform == "win32":
    import winreg

    _NOTES = r"Software\Microsoft\Windows\CurrentVersion\CapabilityAccessManager\ConsentStore\microphone"

    def _stopped(path: str) -> Iterator[int | None]:
        try:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, path) as key:
                programs = [winreg.EnumKey(key, place) for place in range(winreg.QueryInfoKey(key)[0])]
        except OSError:
            return
        for program in programs:
            if program == "NonPackaged":
                yield from _stopped(f"{path}\\{program}")
            else:
                yield _stopped_by(f"{path}\\{program}")

    def _stopped_by(path: str) -> int | None:
        try:
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, path) as key:
                return int(winreg.QueryValueEx(key, "LastUsedTimeStop")[0])
        except OSError:
            return None


def microphone() -> Microphone:
    """Return the source of this system; where there is none, it says nothing."""
    if sys.platform == "win32":
        return Microphone(lambda: still_used(_stopped(_NOTES)))
    return Microphone(alsa_in_use)
