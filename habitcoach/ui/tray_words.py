"""What the tray says: its tool tip and the texts of its menu."""

import unicodedata
from datetime import datetime

from habitcoach.coaching.views import OccasionState, OccasionView, TodayView
from habitcoach.texts.language import ntr, tr
from habitcoach.ui.format import time_text

_CONTROL = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_JOINERS = frozenset("\u200d\u200c\ufe0f")  # emoji and several scripts are spelled with them


def menu_text(text: str) -> str:
    """Return an agent's text for a menu: an ampersand is no shortcut, a tab no column, nothing hides."""
    kept = (one for one in text if one in _JOINERS or unicodedata.category(one) not in _CONTROL)
    return " ".join("".join(kept).split()).replace("&", "&&")


def tip_text(view: TodayView) -> str:
    """Return the tool tip, "2 cues waiting, next 16:10"."""
    count = len(view.waiting)
    waiting = ntr("1 cue waiting", "{n} cues waiting", count) if count else tr("Nothing waiting")
    following = next_cue(view)
    if following is None:
        return waiting
    return tr("{waiting}, next {time}", waiting=waiting, time=time_text(_comes_at(following)))


def next_cue(view: TodayView) -> OccasionView | None:
    """Return the next cue of today that has not come yet."""
    coming = [one for one in view.occasions if one.state in {OccasionState.LATER, OccasionState.SNOOZED}]
    return min(coming, key=lambda one: _comes_at(one).timestamp(), default=None)


def _comes_at(one: OccasionView) -> datetime:
    return one.snoozed_until or one.due_at
