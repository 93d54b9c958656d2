"""What holds promises: all that holds other cues, but neither a call nor full screen.

During these two the agent is there: promises show without a sound.
"""

from enum import StrEnum

from habitcoach.coaching.agenda import Agenda
from habitcoach.core.habit import HabitId
from habitcoach.core.hold import Hold, HoldReason, holding
from habitcoach.ports import Store

IN_CALLS = "promises_in_calls"


class InCalls(StrEnum):
    """The agent's choice of what promises do during a call, while a program listens, and in full screen."""

    SHOW = "show"  #: without a sound, as card and tray count
    HOLD = "hold"


#: Of no habit: only what holds every one of them holds a promise.
_NO_HABIT = HabitId(0)
#: Reasons that leave the agent at the screen but must not be heard.
_SILENT = frozenset({HoldReason.CALL, HoldReason.FULL_SCREEN, HoldReason.MICROPHONE})


def promise_hold(store: Store, agenda: Agenda) -> Hold | None:
    """Return what keeps promises back now."""
    if store.setting(IN_CALLS) == InCalls.HOLD:
        return holding(agenda.holds, _NO_HABIT, agenda.now)
    return holding((one for one in agenda.holds if one.reason not in _SILENT), _NO_HABIT, agenda.now)


def promises_are_silent(agenda: Agenda) -> bool:
    """Whether a promise that shows now must make no sound."""
    silent = (one for one in agenda.holds if one.reason in _SILENT)
    return holding(silent, _NO_HABIT, agenda.now) is not None
