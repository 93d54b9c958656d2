"""The end of everything: once the app has let go of its home, nothing of it stays."""

from collections.abc import Mapping
from contextlib import suppress

from habitcoach.app.opening_desk import Ask, until_well
from habitcoach.core.errors import EnvironmentFaultError
from habitcoach.desktop.autostart import autostart_for
from habitcoach.desktop.erasing import erase_everything
from habitcoach.desktop.paths import Home


def erase_home(home: Home, environment: Mapping[str, str], ask: Ask) -> None:
    """Delete the file, its backups and the program's notes; nothing starts with the session any more.

    Call it when store, log and lock are closed. What cannot be deleted is tried again as often as the agent
    likes; raises its fault at *Quit*.
    """
    with suppress(EnvironmentFaultError):
        autostart_for(environment, home.unusual(environment)).disable()
    until_well(lambda: erase_everything(home), ask)
