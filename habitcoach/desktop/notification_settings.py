"""Where a desktop keeps its settings of notifications."""

import shutil
import sys
from collections.abc import Callable, Mapping, Sequence

_DESKTOPS = (
    ("GNOME", ("gnome-control-center", "notifications")),
    ("KDE", ("systemsettings", "kcm_notifications")),
    ("XFCE", ("xfce4-notifyd-config",)),
    ("X-CINNAMON", ("cinnamon-settings", "notifications")),
    ("MATE", ("mate-notification-properties",)),
    ("LXQT", ("lxqt-config-notificationd",)),
)


def notification_settings(
    environment: Mapping[str, str],
    platform: str = sys.platform,
    which: Callable[[str], str | None] = shutil.which,
) -> Sequence[str] | None:
    """Return the command that opens them; None where it is not known or not there."""
    if platform == "win32":
        return ("explorer.exe", "ms-settings:notifications")
    if platform == "darwin":
        return ("open", "x-apple.systempreferences:com.apple.preference.notifications")
    current = environment.get("XDG_CURRENT_DESKTOP", "").upper().split(":")
    return next((words for name, words in _DESKTOPS if name in current and which(words[0]) is not None), None)
