"""The way to the system's settings of notifications."""

from collections.abc import Mapping, Sequence

import pytest

from habitcoach.desktop.notification_settings import notification_settings


def found(name: str) -> str | None:
    return f"/usr/bin/{name}"


def missing(_name: str) -> str | None:
    return None


@pytest.mark.parametrize(
    ("current", "first"),
    [
        ("GNOME", "gnome-control-center"),
        ("ubuntu:GNOME", "gnome-control-center"),
        ("KDE", "systemsettings"),
        ("XFCE", "xfce4-notifyd-config"),
        ("X-Cinnamon", "cinnamon-settings"),
        ("MATE", "mate-notification-properties"),
        ("LXQt", "lxqt-config-notificationd"),
    ],
)
def test_each_desktop_has_its_own(current: str, first: str) -> None:
    words = notification_settings({"XDG_CURRENT_DESKTOP": current}, "linux", found)
    assert words is not None
    assert words[0] == first


@pytest.mark.parametrize(
    ("platform", "words"),
    [
        ("win32", ("explorer.exe", "ms-settings:notifications")),
        ("darwin", ("open", "x-apple.systempreferences:com.apple.preference.notifications")),
    ],
)
def test_elsewhere_the_system_has_them(platform: str, words: Sequence[str]) -> None:
    assert notification_settings({}, platform, missing) == words


@pytest.mark.parametrize("environment", [{}, {"XDG_CURRENT_DESKTOP": "sway"}, {"XDG_CURRENT_DESKTOP": "KDE"}])
def test_what_is_not_there_is_not_offered(environment: Mapping[str, str]) -> None:
    assert notification_settings(environment, "linux", missing) is None
