"""Starting and quitting the desktop app."""

import logging
import sys
from collections.abc import Callable, Mapping
from datetime import date
from types import TracebackType
from typing import TYPE_CHECKING

from habitcoach.clock import AppClock, clock_from
from habitcoach.core.errors import EnvironmentFaultError
from habitcoach.desktop.asking import Wish
from habitcoach.desktop.display import require_display
from habitcoach.desktop.log import close_log, open_log
from habitcoach.desktop.paths import Home
from habitcoach.texts.language import LANGUAGE_SETTING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from habitcoach.app.desk import Desk
    from habitcoach.app.opening_desk import OpeningDesk
    from habitcoach.desktop.single_instance import SingleInstance
    from habitcoach.storage.store import SqliteStore

_log = logging.getLogger(__name__)


def run_app(home: Home, environment: Mapping[str, str], *, hidden: bool, quick: bool = False) -> int:
    """Run the app until it quits and return its exit code; `quick` opens its quick bar rather than a window.

    A second start has the first one do that and returns 0 at once. Raises EnvironmentFaultError when
    there is no display, and what a window has said already when the agent quits there.
    """
    display = require_display(environment)
    clock = clock_from(environment)

    # Only now: a Qt that cannot find a display ends the process without a word.
    from habitcoach.app.desk import Desk  # noqa: PLC0415
    from habitcoach.app.ending import erase_home  # noqa: PLC0415
    from habitcoach.app.opening_desk import OpeningDesk, ask_in_window, until_well  # noqa: PLC0415
    from habitcoach.app.saving_desk import ERASE  # noqa: PLC0415
    from habitcoach.app.speaking import speak  # noqa: PLC0415
    from habitcoach.desktop.signals import QuitSignals  # noqa: PLC0415
    from habitcoach.desktop.single_instance import SingleInstance  # noqa: PLC0415
    from habitcoach.storage.store import SqliteStore  # noqa: PLC0415

    application = _application()
    display.release()
    speak(application, None, environment)
    instance = SingleInstance(home)
    ask = ask_in_window(application)
    wish = Wish.QUICK if quick else Wish.HELLO if hidden else Wish.SHOW
    log = until_well(lambda: _settle(home, instance, wish), ask)
    if log is None:
        return 0
    # Not quit(): that asks every window first, and one that goes on in the tray refuses.
    signals = QuitSignals(lambda _: application.exit(0))
    sys.excepthook = _log_mistake
    try:
        opening = OpeningDesk(home.database, lambda: _today(clock), ask)

        def lay(store: SqliteStore) -> Desk:
            speak(application, store.setting(LANGUAGE_SETTING), environment)
            return Desk(application, home, store, clock, environment)

        code = _run_desks(application, instance, opening, lay, wish)
    finally:
        # alarms stop → notifier drained → windows → store closed → lock released
        instance.release()
        signals.close()
        close_log(log)
    if code != ERASE:
        return code
    erase_home(home, environment, ask)
    return 0


def _application() -> "QApplication":
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    from habitcoach.ui.app_icon import app_icon  # noqa: PLC0415

    made = QApplication(["habitcoach"])
    made.setApplicationName("habitcoach")
    made.setDesktopFileName("habitcoach")
    made.setWindowIcon(app_icon())
    made.setQuitOnLastWindowClosed(False)
    return made


def _settle(home: Home, instance: "SingleInstance", wish: Wish) -> logging.Handler | None:
    """Take possession of the home and return its log; None when another app has it and shows itself.

    Raises EnvironmentFaultError when the home cannot be used, or that other app hangs.
    """
    home.make()
    if not instance.claim():
        if not instance.ask_running(wish):
            raise EnvironmentFaultError("other_hangs", pid=instance.owner())
        return None
    try:
        return open_log(home)
    except EnvironmentFaultError:
        instance.release()
        raise


def _run_desks(
    application: "QApplication",
    instance: "SingleInstance",
    opening: "OpeningDesk",
    lay: Callable[["SqliteStore"], "Desk"],
    wish: Wish,
) -> int:
    """Run a desk on the agent's file, and another one whenever a damaged file was put right."""
    from habitcoach.app.saving_desk import PUT_RIGHT  # noqa: PLC0415

    fault: EnvironmentFaultError | None = None
    while True:
        store = opening.open(fault)
        try:
            desk = lay(store)
            instance.show_requested.connect(desk.show_window)
            instance.quick_requested.connect(desk.open_quick_bar)
            try:
                desk.window.fit_screen()
                desk.start(hidden=wish is not Wish.SHOW)
                if wish is Wish.QUICK:
                    desk.open_quick_bar()
                code = application.exec()
            finally:
                desk.stop()
        except EnvironmentFaultError as error:
            code, fault = PUT_RIGHT, error
        else:
            fault = EnvironmentFaultError("corrupt")
        finally:
            _close(store)
        if code != PUT_RIGHT:
            return code
        wish = Wish.SHOW


def _today(clock: AppClock) -> date:
    return clock.now().astimezone(clock.zone()).date()


def _close(store: "SqliteStore") -> None:
    """Close the file; a damaged one may refuse to be tidied up."""
    try:
        store.close()
    except EnvironmentFaultError as error:
        _log.warning("the file was not closed well: %s", error.code)


def _log_mistake(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Keep a traceback that reached the event loop; the app goes on."""
    _log.critical("a mistake of ours", exc_info=(kind, error, trace))
    sys.__excepthook__(kind, error, trace)
