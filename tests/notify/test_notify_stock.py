"""Windows and macOS: plyer's own backend, here one that writes down what it is given."""

import importlib
import sys
import types
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from plyer.facades import Notification
from pytestqt.qtbot import QtBot

from habitcoach.notify.notifier import SystemNotifier
from habitcoach.notify.stock import MODULES, StockNotification
from habitcoach.notify.worker import Worker
from habitcoach.ports import Action, Delivery, Notice
from tests.notify.conftest import Tray

NOTICE = Notice("delivery:1", "-5 minutes", "n" * 300, (Action("done", "Done"),), brief_timeout=6.0)


class Written(Notification):  # type: ignore[misc]  # plyer ships no types
    """A backend as plyer has them, for a system that is not here."""

    def __init__(self) -> None:
        self.given: list[dict[str, Any]] = []

    def _notify(self, **kwargs: Any) -> None:
        self.given.append(kwargs)


@pytest.fixture
def backend(monkeypatch: pytest.MonkeyPatch) -> Written:
    """Put the backend in the place of plyer's for Windows."""
    written = Written()
    module = types.ModuleType(MODULES["win32"])
    module.instance = lambda: written  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, MODULES["win32"], module)
    return written


def delivery(qtbot: QtBot, notifier: SystemNotifier) -> Delivery:
    out: list[Delivery] = []
    notifier.notify(NOTICE, out.append)
    qtbot.waitUntil(lambda: bool(out))
    return out[0]


@pytest.mark.parametrize("has_icon", [True, False])
def test_plyer_gets_clean_text_and_an_icon_it_can_read(
    qtbot: QtBot, tray: Tray, tmp_path: Path, backend: Written, has_icon: bool
) -> None:
    icon = tmp_path / "app.ico"
    if has_icon:
        icon.touch()
    notifier = SystemNotifier(None, icon.with_suffix(".svg"), tray.message, system="win32")
    notifier.on_action(lambda _key, _action: None)
    notifier.on_closed(lambda _key: None)
    assert delivery(qtbot, notifier) == Delivery("plyer", buttons=False)
    notifier.close(NOTICE.key)
    assert delivery(qtbot, notifier) == Delivery("plyer", buttons=False)
    given, again = backend.given
    assert given == again
    assert given["title"] == "\N{WORD JOINER}-5 minutes"
    assert given["message"] == "n" * 254 + "…"
    assert given["app_name"] == "HabitCoach"
    assert given["timeout"] == 6
    assert given["app_icon"] == (str(icon) if has_icon else "")
    assert tray.messages == []


def test_a_backend_that_fails_leads_to_the_tray(
    qtbot: QtBot, tray: Tray, tmp_path: Path, backend: Written, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(**_kwargs: object) -> None:
        raise RuntimeError("no such icon")

    monkeypatch.setattr(backend, "_notify", fail)
    notifier = SystemNotifier(None, tmp_path / "app.svg", tray.message, system="win32")
    assert delivery(qtbot, notifier) == Delivery("tray", buttons=False, problem="no_server")
    assert len(tray.messages) == 1


def test_a_backend_that_cannot_be_imported_leads_to_the_tray(
    qtbot: QtBot, tray: Tray, tmp_path: Path
) -> None:
    notifier = SystemNotifier(None, tmp_path / "app.svg", tray.message, system="darwin")
    assert delivery(qtbot, notifier) == Delivery("tray", buttons=False, problem="no_server")


def test_plyer_has_the_modules_that_are_named() -> None:
    for name in MODULES.values():
        package, _, module = name.rpartition(".")
        folder = Path(str(importlib.import_module("plyer").__file__)).parent
        assert folder.joinpath(*package.split(".")[1:], f"{module}.py").is_file()


def test_plyers_own_backend_of_this_system_is_driven(
    qtbot: QtBot, tmp_path: Path, on_path: Callable[[str, str], Path]
) -> None:
    log = on_path("notify-send", 'printf "%s\\n" "$@" >> "$LOG"')
    stock = StockNotification(Worker(20), tmp_path / "app.svg", "plyer.platforms.linux.notification")
    tray = Tray()
    notifier = SystemNotifier(None, tmp_path / "app.svg", tray.message)
    notifier._ways = [stock]
    assert delivery(qtbot, notifier) == Delivery("plyer", buttons=False)
    assert log.read_text("utf-8").splitlines()[0] == "\N{WORD JOINER}-5 minutes"
