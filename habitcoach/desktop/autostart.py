"""Starting with the session: what each system has for it, for this user alone."""

import os
import plistlib
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Protocol

from habitcoach.core.errors import EnvironmentFaultError

_NAME = "HabitCoach"
_LABEL = "org.habitcoach.HabitCoach"
_RUN_KEY = r"Software\Microsoft\Windows\CurrentVersion\Run"
#: Characters that the Desktop Entry Specification has escaped within quotes.
_SPECIAL = '"`$\\'


class Autostart(Protocol):
    """Whether the app starts with the agent's session, and the switch for it."""

    def enabled(self) -> bool:
        """Say whether it does."""
        ...

    def enable(self) -> None:
        """Have it start, hidden in the tray. Raises EnvironmentFaultError `no_autostart`."""
        ...

    def disable(self) -> None:
        """Have it start no more. Raises EnvironmentFaultError `no_autostart`."""
        ...


def autostart_for(environment: Mapping[str, str], home: Path | None, system: str = sys.platform) -> Autostart:
    """Return the switch of a system (a value of `sys.platform`).

    `home`: the folder of the database where it is not the usual one.
    """
    command = own_command(home)
    user = Path(environment.get("HOME") or Path.home())
    if system == "win32":
        return WindowsAutostart(command)
    if system == "darwin":
        return MacAutostart(user / "Library" / "LaunchAgents", command)
    folder = environment.get("XDG_CONFIG_HOME") or ""
    config = Path(folder) if os.path.isabs(folder) else user / ".config"  # noqa: PTH117  # "" is no path
    return DesktopAutostart(config / "autostart", command)


def own_command(home: Path | None) -> list[str]:
    """Return the words that start this installation of the app, hidden."""
    script = Path(sys.executable).with_name("habitcoach.exe" if sys.platform == "win32" else "habitcoach")
    program = [str(script)] if script.exists() else [sys.executable, "-m", "habitcoach"]
    return [*program, *([] if home is None else ["--home", str(home)]), "--hidden"]


class DesktopAutostart:
    """The Desktop Application Autostart Specification: Linux and its relatives."""

    def __init__(self, folder: Path, command: Sequence[str]) -> None:
        """Take the folder of autostart entries and the words to start with."""
        self._file = folder / "habitcoach.desktop"
        self._command = command

    def enabled(self) -> bool:
        """Say whether there is an entry that is not switched off."""
        try:
            lines = {one.strip().lower() for one in self._file.read_text("utf-8", "replace").splitlines()}
        except OSError:
            return False
        return not lines & {"hidden=true", "x-gnome-autostart-enabled=false"}

    def enable(self) -> None:
        """Write the entry."""
        with _as_fault(self._file):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            self._file.write_text(self._entry(), "utf-8")

    def disable(self) -> None:
        """Take the entry away."""
        with _as_fault(self._file):
            self._file.unlink(missing_ok=True)

    def _entry(self) -> str:
        lines = (
            "[Desktop Entry]",
            "Type=Application",
            f"Name={_NAME}",
            f"Exec={desktop_words(self._command)}",
            "Icon=habitcoach",
            "Terminal=false",
            "X-GNOME-Autostart-enabled=true",
        )
        return "\n".join(lines) + "\n"


class MacAutostart:
    """A launch agent of the user's."""

    def __init__(self, folder: Path, command: Sequence[str]) -> None:
        """Take the folder of launch agents and the words to start with."""
        self._file = folder / f"{_LABEL}.plist"
        self._command = command

    def enabled(self) -> bool:
        """Say whether there is a launch agent."""
        return self._file.exists()

    def enable(self) -> None:
        """Write the launch agent."""
        entry = {"Label": _LABEL, "ProgramArguments": list(self._command), "RunAtLoad": True}
        with _as_fault(self._file):
            self._file.parent.mkdir(parents=True, exist_ok=True)
            self._file.write_bytes(plistlib.dumps(entry))

    def disable(self) -> None:
        """Take the launch agent away."""
        with _as_fault(self._file):
            self._file.unlink(missing_ok=True)


class WindowsAutostart:
    """The user's Run key in the registry."""

    def __init__(self, command: Sequence[str]) -> None:
        """Take the words to start with."""
        self._command = command

    def enabled(self) -> bool:
        """Say whether the key has our value."""
        if sys.platform == "win32":
            import winreg  # noqa: PLC0415  # exists on Windows alone

            with suppress(OSError), winreg.OpenKey(winreg.HKEY_CURRENT_USER, _RUN_KEY) as key:
                winreg.QueryValueEx(key, _NAME)
                return True
        return False

    def enable(self) -> None:
        """Write our value."""
        if sys.platform == "win32":
            import winreg  # noqa: PLC0415

            with _as_fault(Path(_RUN_KEY)), winreg.CreateKey(winreg.HKEY_CURRENT_USER, _RUN_KEY) as key:
                winreg.SetValueEx(key, _NAME, 0, winreg.REG_SZ, subprocess.list2cmdline(self._command))

    def disable(self) -> None:
        """Take our value away."""
        if sys.platform == "win32" and self.enabled():
            import winreg  # noqa: PLC0415

            with _as_fault(Path(_RUN_KEY)), winreg.CreateKey(winreg.HKEY_CURRENT_USER, _RUN_KEY) as key:
                winreg.DeleteValue(key, _NAME)


def desktop_words(command: Sequence[str]) -> str:
    """Write a command as the Desktop Entry Specification has it: quoted words, no field codes."""
    return " ".join(_desktop_word(one) for one in command)


def _desktop_word(word: str) -> str:
    escaped = "".join(f"\\{one}" if one in _SPECIAL else one for one in word).replace("%", "%%")
    # The value of every key is unescaped once more, before the quotes are looked at.
    return '"' + escaped.replace("\\", "\\\\") + '"'


@contextmanager
def _as_fault(place: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise EnvironmentFaultError("no_autostart", path=str(place)) from error
