"""How long cues can be paused from the tray: the same in its panel and its menu."""

from collections.abc import Callable
from datetime import datetime
from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from habitcoach.coaching.today_view import TodayView
from habitcoach.texts.language import tr
from habitcoach.ui.format import time_text

MINUTES = (30, 60, 90)
#: Instead of minutes: until the end of the shift, or of the work date.
SHIFT, DAY = "shift", "day"


def fill_pause_menu(menu: QMenu, view: TodayView, chosen: Callable[[object], object]) -> None:
    """Fill a menu with the pauses that make sense now; `chosen` gets minutes, SHIFT or DAY."""
    menu.clear()
    end = None if view.shift is None else view.shift.end
    left = 0.0 if end is None else (end.timestamp() - view.now.timestamp()) / 60
    for minutes in MINUTES:
        if end is None or left <= 0 or minutes < left:
            until = datetime.fromtimestamp(view.now.timestamp() + minutes * 60, view.now.tzinfo)
            words = tr("{minutes} min, until {time}", minutes=minutes, time=time_text(until))
            _add(menu, words, f"pause-{minutes}", partial(chosen, minutes))
    menu.addSeparator()
    if end is not None and left > 0:
        _add(
            menu,
            tr("Until the shift ends, {time}", time=time_text(end)),
            "pause-shift",
            partial(chosen, SHIFT),
        )
    _add(menu, tr("Until tomorrow"), "pause-day", partial(chosen, DAY))


def _add(menu: QMenu, text: str, name: str, act: Callable[[], object]) -> None:
    action = QAction(text, menu)
    action.setObjectName(name)
    action.triggered.connect(lambda _checked=False: act())
    menu.addAction(action)
