"""The menus by which an occasion is snoozed or skipped."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Literal

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from habitcoach.core.entry import SkipReason
from habitcoach.texts.language import tr
from habitcoach.ui.format import duration_text, time_text

SNOOZE_MINUTES = (5, 15, 60)
BEFORE_END = timedelta(minutes=10)  #: the snooze to the end of the shift comes so long before it

Minutes = int | Literal["end"]


@dataclass(frozen=True, slots=True)
class SnoozeChoice:
    """One way to put a cue off."""

    minutes: Minutes
    until: datetime  #: in the agent's zone
    words: str  #: "15 min" or "End of shift"


def snooze_choices(now: datetime, shift_end: datetime | None) -> tuple[SnoozeChoice, ...]:
    """Return the snoozes that end within the shift; outside a shift all the plain ones."""
    zone = now.tzinfo
    found = []
    for minutes in SNOOZE_MINUTES:
        until = datetime.fromtimestamp(now.timestamp() + minutes * 60, zone)
        if shift_end is None or until.timestamp() < shift_end.timestamp():
            found.append(SnoozeChoice(minutes, until, duration_text(minutes)))
    if shift_end is not None:
        end = datetime.fromtimestamp(shift_end.timestamp() - BEFORE_END.total_seconds(), zone)
        if end.timestamp() > now.timestamp():
            found.append(SnoozeChoice("end", end, tr("End of shift")))
    return tuple(found)


def fill_snooze_menu(
    menu: QMenu, now: datetime, shift_end: datetime | None, chosen: Callable[[Minutes], None]
) -> None:
    """Fill a menu with the snoozes that make sense now, each with the time it leads to."""
    menu.clear()
    choices = snooze_choices(now, shift_end)
    for number, choice in enumerate(choices, start=1):
        words = tr("&{n}  {time}, {words}", n=number, time=time_text(choice.until), words=choice.words)
        menu.addAction(_action(menu, words, f"snooze-{choice.minutes}", partial(chosen, choice.minutes)))
    if not choices:
        nothing = menu.addAction(tr("The shift is nearly over"))
        nothing.setEnabled(False)


def skip_reasons() -> tuple[tuple[SkipReason, str], ...]:
    """Return the reasons that change no number, in the order they are offered."""
    return (
        (SkipReason.NO_OCCASION, tr("No occasion")),
        (SkipReason.ON_CALLS, tr("Calls all the time")),
        (SkipReason.OUTAGE, tr("Outage, emergency")),
        (SkipReason.ORDERED, tr("Told to do other work")),
        (SkipReason.LEAVE, tr("Leave")),
        (SkipReason.SICK, tr("Sick")),
        (SkipReason.OTHER, tr("Other…")),
    )


def fill_skip_menu(menu: QMenu, chosen: Callable[[SkipReason], None], change: Callable[[], None]) -> None:
    """Fill a menu with the reasons, then what counts as not done, then the way to change the habit."""
    menu.clear()
    for number, (reason, words) in enumerate(skip_reasons(), start=1):
        menu.addAction(_action(menu, f"&{number}  {words}", f"skip-{reason}", partial(chosen, reason)))
    menu.addSeparator()
    not_done = tr("Did not get to it (counts as not done)")
    menu.addAction(
        _action(menu, not_done, f"skip-{SkipReason.NOT_DONE}", partial(chosen, SkipReason.NOT_DONE))
    )
    menu.addAction(_action(menu, tr("Change this habit…"), "change_habit", change))


def _action(menu: QMenu, text: str, name: str, act: Callable[[], None]) -> QAction:
    action = QAction(text, menu)
    action.setObjectName(name)
    action.triggered.connect(lambda _checked=False: act())
    return action
