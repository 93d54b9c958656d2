"""plyer's own notifications, for Windows and macOS. They have no buttons and tell nothing back."""

import importlib
import logging
from collections.abc import Callable
from pathlib import Path
from typing import Any

from habitcoach.notify.attempt import Attempt, Clean
from habitcoach.notify.cleaning import APP_NAME
from habitcoach.notify.worker import Worker

_log = logging.getLogger(__name__)

#: plyer's names for the systems of `sys.platform`.
MODULES = {
    "win32": "plyer.platforms.win.notification",
    "darwin": "plyer.platforms.macosx.notification",
}


class StockNotification:
    """Notifications by the backend that plyer has for a system."""

    channel = "plyer"

    def __init__(self, worker: Worker, icon: Path, module: str) -> None:
        """Take the thread to work in, the icon, and plyer's module, imported when first used."""
        self._worker = worker
        self._icon = _ico(icon)
        self._module = module
        self._backend: Any = None  # of plyer; belongs to the worker's thread

    def show(self, clean: Clean, then: Callable[[Attempt], None]) -> None:
        """Show a notice."""
        self._worker.do(lambda: self._run(clean), then)

    def _run(self, clean: Clean) -> Attempt:
        try:
            if self._backend is None:  # imports pyobjus or ctypes
                self._backend = importlib.import_module(self._module).instance()
            self._backend.notify(
                title=clean.title,
                message=clean.body,
                app_name=APP_NAME,
                app_icon=self._icon,
                timeout=max(1, round(clean.notice.brief_timeout)),
            )
        except Exception as error:  # noqa: BLE001  # plyer names no errors; nothing is up
            _log.warning("plyer showed nothing: %s", type(error).__name__)
            return Attempt("no_server")
        return Attempt()


def _ico(icon: Path) -> str:
    """Return the icon in the one format that Windows takes; empty (the system's own) where there is none."""
    ico = icon.with_suffix(".ico")
    return str(ico.absolute()) if ico.is_file() else ""
