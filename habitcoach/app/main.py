"""Starting and quitting the desktop app."""

import logging
import sys
from collections.abc import Mapping
from types import TracebackType

from habitcoach.clock import clock_from
from habitcoach.core.errors import EnvironmentFaultError
from habitcoach.desktop.display import require_display
from habitcoach.desktop.log import close_log, open_log
from habitcoach.desktop.paths import Home
from habitcoach.texts.language import TRANSLATED

_log = logging.getLogger(__name__)


def run_app(home: Home, environment: Mapping[str, str], *, hidden: bool) -> int:
    """Run the app until it quits and return its exit code.

    A second start raises the first one's window and returns 0 at once. Raises EnvironmentFaultError when
    there is no display or the home cannot be used.
    """
    display = require_display(environment)
    clock = clock_from(environment)
    home.make()

    # Only now: a Qt that cannot find a display ends the process without a word.
    from PySide6.QtCore import QLocale  # noqa: PLC0415
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    from habitcoach.app.desk import Desk  # noqa: PLC0415
    from habitcoach.desktop.signals import QuitSignals  # noqa: PLC0415
    from habitcoach.desktop.single_instance import SingleInstance  # noqa: PLC0415
    from habitcoach.storage.opening import WINDOW_WAIT_MS, open_store  # noqa: PLC0415

    application = QApplication(["habitcoach"])
    display.release()
    application.setApplicationName("habitcoach")
    if not TRANSLATED:
        # "Donnerstag" among English texts helps nobody; the country still decides 12 or 24 hours.
        QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.system().territory()))
    application.setDesktopFileName("habitcoach")
    application.setQuitOnLastWindowClosed(False)
    instance = SingleInstance(home)
    if not instance.claim():
        if not instance.ask_running_to_show(hidden=hidden):
            raise EnvironmentFaultError("other_hangs", pid=instance.owner())
        return 0
    log = open_log(home)
    store = open_store(home.database, WINDOW_WAIT_MS)
    desk = Desk(application, home, store, clock, environment)
    instance.show_requested.connect(desk.show_window)
    # Not quit(): that asks every window first, and one that goes on in the tray refuses.
    signals = QuitSignals(lambda _: application.exit(0))
    sys.excepthook = _log_mistake
    try:
        desk.start(hidden=hidden)
        return application.exec()
    finally:
        # alarms stop → notifier drained → windows → store closed → lock released
        desk.stop()
        store.close()
        instance.release()
        signals.close()
        close_log(log)


def _log_mistake(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Keep a traceback that reached the event loop; the app goes on."""
    _log.critical("a mistake of ours", exc_info=(kind, error, trace))
    sys.__excepthook__(kind, error, trace)
