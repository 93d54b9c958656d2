"""plyer's notification backend for Linux, our own: it speaks to the notification server itself.

What plyer's stock backends lack: icon and timeout that arrive, buttons, replacing, closing, and no waiting.

**A late answer.** A server that has not answered in time may show the notice later or not at all. So the
notice is reported as not out (the card comes instead), no other way is tried (it would lead to the same
server, and to a second notification when that wakes up), and should the answer come after all, the
notification is taken away.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from plyer.facades import Notification

from habitcoach.bus import Answer, Heard, Problem, SessionBus
from habitcoach.notify.attempt import Attempt, Clean
from habitcoach.notify.cleaning import APP_NAME, clean_body, clean_title, escape_markup
from habitcoach.notify.server import NotificationServer

DESKTOP_ENTRY = "habitcoach"

_NORMAL = 1  # urgency
_BY_THE_SERVER = -1  # expiry
_CODES = {Problem.REFUSED: "no_server", Problem.LOST: "no_bus"}  # the others are codes of texts.errors
_FINAL = frozenset({Problem.LATE, Problem.LOST})
#: Kept to know their clicks; servers that never say when a notification has gone would let them pile up.
_REMEMBERED = 64

_Place = tuple[str, int]  # unique name of the server and its number for the notification


@dataclass(frozen=True, slots=True)
class _Dress:
    """What a notification carries beside its text."""

    buttons: bool = False
    sounded: bool = False  #: the server sees to its sound


@dataclass(slots=True)
class _Notified:
    """What there is of a key."""

    place: _Place | None = None  #: where its notification is up
    under_way: bool = False
    unwanted: bool = False  #: closed while under way
    #: To be shown when what is under way has been answered: only then its number is known.
    queued: Clean | None = None
    thens: list[Callable[[Attempt], None]] = field(default_factory=list)  #: who asked since


class FreedesktopNotification(Notification):  # type: ignore[misc]  # plyer ships no types
    """Notifications by org.freedesktop.Notifications; plyer's own `notify(title=…, message=…)` works too."""

    channel = "dbus"

    def __init__(self, bus: SessionBus, icon: Path, deadline: float, sound: Path | None = None) -> None:
        """Take the bus, icon and sound of notifications, and the seconds the server may take to answer."""
        super().__init__()
        self._server = NotificationServer(bus, deadline)
        self._sound = str(sound.absolute()) if sound is not None and sound.is_file() else ""
        self._icon = icon.absolute().as_uri() if icon.is_file() else ""
        self._by_key: dict[str, _Notified] = {}
        self._keys: dict[_Place, str] = {}
        self._on_action: Callable[[str, str], None] = lambda _key, _action: None
        self._on_closed: Callable[[str], None] = lambda _key: None
        self._server.listen("ActionInvoked", self._action_invoked)
        self._server.listen("NotificationClosed", self._notification_closed)
        self._server.on_change(self._server_changed)

    def on_action(self, callback: Callable[[str, str], None]) -> None:
        """Have `callback(notice key, action key)` called for every click."""
        self._on_action = callback

    def on_closed(self, callback: Callable[[str], None]) -> None:
        """Have `callback(notice key)` called when a notification has gone by itself or by the agent."""
        self._on_closed = callback

    def show(self, clean: Clean, then: Callable[[Attempt], None]) -> None:
        """Show a notice in the place of the former one of its key.

        While that is still under way only the newest notice waits; all who asked learn how it fared.
        """
        notified = self._by_key.setdefault(clean.notice.key, _Notified())
        notified.unwanted = False
        notified.thens.append(then)
        if notified.under_way:
            notified.queued = clean
        else:
            self._start(notified, clean)

    def close(self, key: str) -> None:
        """Take a notice away; one under way goes as soon as it has come."""
        notified = self._by_key.get(key)
        if notified is None:
            return
        notified.queued = None  # who asked for it learns how the one under way fared
        notified.unwanted = notified.under_way
        if notified.place is not None:
            self._take_away(notified.place)
            self._forget(notified.place)

    # ---- sending

    def _start(self, notified: _Notified, clean: Clean) -> None:
        notice = clean.notice
        notified.under_way = True
        finish = partial(self._finish, notified, notice.key, _taken(notified.thens))
        self._notify(
            title=clean.title,
            message=clean.body,
            timeout=notice.timeout,
            brief_timeout=notice.brief_timeout,
            actions=[text for action in notice.actions for text in (action.key, clean_title(action.label))],
            replaces_id=notified.place[1] if notified.place else 0,
            sound=notice.sound,
            then=finish,
        )

    def _notify(self, **kwargs: Any) -> None:  # noqa: ANN401  # plyer's signature
        """Do plyer's `notify`: the keys are those of its facade, and `actions`, `replaces_id` of its backend.

        Beside them `brief_timeout`, the timeout without buttons, `sound`, and `then(answer, dress)`.
        """

        def known(capabilities: frozenset[str] | Problem) -> None:
            if isinstance(capabilities, Problem):
                kwargs.get("then", _ignore)(Answer(problem=capabilities), dress=_Dress())
            else:
                self._send(capabilities, kwargs)

        self._server.capabilities(known)

    def _send(self, capabilities: frozenset[str], kwargs: dict[str, Any]) -> None:
        then = kwargs.get("then", _ignore)
        actions = kwargs.get("actions", []) if "actions" in capabilities else []
        buttons = any(key != "default" for key in actions[::2])  # that is the click on the text
        body = clean_body(kwargs.get("message", ""))
        timeout = kwargs.get("timeout", 0)
        sounded = bool(kwargs.get("sound") and self._sound and "sound" in capabilities)
        seconds = timeout if buttons else kwargs.get("brief_timeout", timeout)
        arguments = (
            kwargs.get("app_name") or APP_NAME,
            kwargs.get("replaces_id", 0),
            kwargs.get("app_icon") or self._icon,
            clean_title(kwargs.get("title", "")),
            escape_markup(body) if "body-markup" in capabilities else body,
            actions,
            {
                "urgency": ("y", _NORMAL),
                "desktop-entry": ("s", DESKTOP_ENTRY),
                **({"image-path": ("s", self._icon)} if self._icon else {}),
                # No server adds a sound of its own: whether a cue is heard is the agent's choice.
                **({"sound-file": ("s", self._sound)} if sounded else {"suppress-sound": ("b", True)}),
                **kwargs.get("hints", {}),
            },
            round(seconds * 1000) if seconds > 0 else _BY_THE_SERVER,
        )
        self._server.call(
            "Notify",
            "susssasa{sv}i",
            arguments,
            partial(then, dress=_Dress(buttons=buttons, sounded=sounded)),
            self._came_late,
        )

    def _finish(
        self,
        notified: _Notified,
        key: str,
        thens: list[Callable[[Attempt], None]],
        answer: Answer,
        dress: _Dress,
    ) -> None:
        notified.under_way = False
        if answer.problem is None:
            self._is_up(notified, key, _place(answer))
        if notified.queued is not None:
            clean, notified.queued = notified.queued, None
            self._start(notified, clean)
        else:
            thens += _taken(notified.thens)
        if not notified.under_way and notified.place is None and self._by_key.get(key) is notified:
            del self._by_key[key]
        for then in thens:
            then(_attempt(answer, dress))

    def _is_up(self, notified: _Notified, key: str, place: _Place) -> None:
        if notified.place is not None:
            self._keys.pop(notified.place, None)
        notified.place = place
        self._keys[place] = key
        if notified.unwanted:
            self._take_away(place)
            self._forget(place)
        elif len(self._keys) > _REMEMBERED:
            self._forget(next(iter(self._keys)))

    def _came_late(self, answer: Answer) -> None:
        if answer.problem is None:
            self._take_away(_place(answer))

    def _take_away(self, place: _Place) -> None:
        self._server.call("CloseNotification", "u", (place[1],), lambda _: None)

    # ---- what the server says

    def _action_invoked(self, heard: Heard) -> None:
        key = self._key_of(heard)
        if key is not None and len(heard.body) > 1:
            self._on_action(key, str(heard.body[1]))

    def _notification_closed(self, heard: Heard) -> None:
        key = self._key_of(heard)
        if key is not None:
            self._forget((heard.sender, heard.body[0]))
            self._on_closed(key)

    def _key_of(self, heard: Heard) -> str | None:
        """Return the key of the notification a signal is about, if the one who shows it says so."""
        return self._keys.get((heard.sender, heard.body[0])) if heard.body else None

    def _server_changed(self, owner: str) -> None:
        for place, key in list(self._keys.items()):
            if place[0] != owner:
                self._forget(place)
                self._on_closed(key)

    def _forget(self, place: _Place) -> None:
        key = self._keys.pop(place)
        notified = self._by_key[key]
        notified.place = None
        if not notified.under_way:
            del self._by_key[key]


def _place(answer: Answer) -> _Place:
    """Return where a notification is up; the number 0, which none has, when a server forgot to say."""
    return answer.sender, answer.body[0] if answer.body else 0


def _attempt(answer: Answer, dress: _Dress) -> Attempt:
    if answer.problem is None:
        return Attempt(buttons=dress.buttons, sounded=dress.sounded)
    code = _CODES.get(answer.problem, answer.problem.value)
    return Attempt(code, final=answer.problem in _FINAL)


def _taken(thens: list[Callable[[Attempt], None]]) -> list[Callable[[Attempt], None]]:
    """Empty a list of those who wait and return them: nobody is told twice."""
    taken = thens.copy()
    thens.clear()
    return taken


def _ignore(_answer: Answer, *, dress: _Dress) -> None:
    """Want no answer."""
