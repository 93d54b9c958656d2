"""A combination of keys from any program by the desktop portal: how Wayland's desktops offer it.

The desktop asks the agent, shows the combination in its own settings and may give another one; it tells
us only that ours was pressed. https://flatpak.github.io/xdg-desktop-portal/docs/doc-org.freedesktop.portal.GlobalShortcuts.html
"""

from collections.abc import Callable
from typing import Any

from habitcoach.bus import Answer, Call, Heard, SessionBus
from habitcoach.core.key_combination import KeyCombination, Modifier
from habitcoach.desktop.key_way import KeyState
from habitcoach.texts.language import tr

_PORTAL = "org.freedesktop.portal.Desktop"
_PATH = "/org/freedesktop/portal/desktop"
_SHORTCUTS = "org.freedesktop.portal.GlobalShortcuts"
_SESSION = "org.freedesktop.portal.Session"
_REQUEST = "org.freedesktop.portal.Request"
_REGISTRY = "org.freedesktop.host.portal.Registry"
_ID = "quick"  # of our only shortcut
_DONE = 0  # the first word of a response
#: The portal's names for keys (the XDG shortcuts specification) where they are not ours.
_MODIFIERS = {Modifier.CTRL: "CTRL", Modifier.ALT: "ALT", Modifier.SHIFT: "SHIFT", Modifier.META: "LOGO"}
_KEYS = {"Space": "space", "PageUp": "Page_Up", "PageDown": "Page_Down"}


class PortalKeys:
    """Asks the portal for one shortcut. One at a time: each answer belongs to the last thing asked."""

    def __init__(self, bus: SessionBus) -> None:
        """Take the session bus."""
        self._bus = bus
        self._keys: KeyCombination | None = None
        self._session = ""
        self._asked = 0  # how often `take` was called: what an earlier one still hears is none of ours
        self._answer: Callable[[tuple[Any, ...]], None] | None = None
        self._pressed: Callable[[], None] = lambda: None
        self._told: Callable[[KeyState], None] = lambda _: None
        bus.listen(self._responded, sender=_PORTAL, interface=_REQUEST, member="Response")
        bus.listen(self._activated, sender=_PORTAL, interface=_SHORTCUTS, member="Activated", path=_PATH)

    def take(
        self, keys: KeyCombination, pressed: Callable[[], None], told: Callable[[KeyState], None]
    ) -> None:
        """Ask for a combination; `told` first that it is asked, later how that ended."""
        self._keys, self._pressed, self._told = keys, pressed, told
        self._asked += 1
        told(KeyState.ASKING)
        # Desktops ask who it is that wants a key; older portals do not know this call, and need it not.
        register = Call(_PORTAL, _PATH, _REGISTRY, "Register", "sa{sv}", ("habitcoach", {}))
        self._bus.call(register, self._next(self._open))

    def close(self) -> None:
        """End the session, and with it the shortcut."""
        self._asked += 1
        self._answer = None
        session, self._session, self._keys = self._session, "", None
        if session:
            self._bus.call(Call(_PORTAL, session, _SESSION, "Close"), lambda _: None)

    def _open(self, _: Answer) -> None:
        options = {"handle_token": ("s", "habitcoach1"), "session_handle_token": ("s", "habitcoach")}
        self._answer = self._opened
        self._bus.call(
            Call(_PORTAL, _PATH, _SHORTCUTS, "CreateSession", "a{sv}", (options,)), self._next(self._refused)
        )

    def _opened(self, response: tuple[Any, ...]) -> None:
        code, results = response
        handle = results.get("session_handle")
        if code != _DONE or handle is None or self._keys is None:
            self._told(KeyState.IMPOSSIBLE)
            return
        self._session = handle[1]
        wish = {
            "description": ("s", tr("Open the quick bar of HabitCoach")),
            "preferred_trigger": ("s", trigger(self._keys)),
        }
        body = (self._session, [(_ID, wish)], "", {"handle_token": ("s", "habitcoach2")})
        self._answer = self._bound
        self._bus.call(
            Call(_PORTAL, _PATH, _SHORTCUTS, "BindShortcuts", "oa(sa{sv})sa{sv}", body),
            self._next(self._refused),
        )

    def _bound(self, response: tuple[Any, ...]) -> None:
        code, results = response
        bound = results.get("shortcuts", ("", []))[1]
        there = code == _DONE and any(one[0] == _ID for one in bound)
        self._told(KeyState.ON if there else KeyState.DENIED)

    def _refused(self, answer: Answer) -> None:
        """Hear that a request was made, or that there is no such portal."""
        if answer.problem is not None:
            self._answer = None
            self._told(KeyState.IMPOSSIBLE)

    def _next(self, then: Callable[[Answer], None]) -> Callable[[Answer], None]:
        """Return what goes on with an answer, unless something else was asked for since."""
        asked = self._asked

        def go_on(answer: Answer) -> None:
            if asked == self._asked:
                then(answer)

        return go_on

    def _responded(self, heard: Heard) -> None:
        answer, self._answer = self._answer, None
        if answer is not None and len(heard.body) == 2:
            answer(heard.body)

    def _activated(self, heard: Heard) -> None:
        if heard.body[:2] == (self._session, _ID):
            self._pressed()


def trigger(keys: KeyCombination) -> str:
    """Return a combination as portals write it, "CTRL+SHIFT+space"."""
    held = [_MODIFIERS[one] for one in Modifier if one in keys.modifiers]
    key = _KEYS.get(keys.key) or (keys.key.lower() if len(keys.key) == 1 else keys.key)
    return "+".join([*held, key])
