"""What the tray says: its tool tip and the texts of its menu."""

import unicodedata
from datetime import datetime

from habitcoach.coaching.today_view import TodayView
from habitcoach.coaching.views import OccasionState
from habitcoach.texts.language import ntr, tr
from habitcoach.ui.format import time_text

_CONTROL = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_COMING = frozenset({OccasionState.LATER, OccasionState.SNOOZED})
_JOINERS = frozenset("\u200d\u200c\ufe0f")  # emoji and several scripts are spelled with them


def menu_text(text: str) -> str:
    """Return an agent's text for a menu: an ampersand is no shortcut, a tab no column, nothing hides."""
    kept = (one for one in text if one in _JOINERS or unicodedata.category(one) not in _CONTROL)
    return " ".join("".join(kept).split()).replace("&", "&&")


def tip_text(view: TodayView) -> str:
    """Return the tool tip, "2 cues waiting, next 16:10"."""
    count = waiting_count(view)
    waiting = ntr("1 cue waiting", "{n} cues waiting", count) if count else tr("Nothing waiting")
    following = next_time(view)
    if following is None:
        return waiting
    return tr("{waiting}, next {time}", waiting=waiting, time=time_text(following))


def waiting_count(view: TodayView) -> int:
    """Return how many cues and promises wait now."""
    return len(view.waiting) + len(view.waiting_promises) + view.card_waits


def next_time(view: TodayView) -> datetime | None:
    """Return when the next cue or promise of today comes that has not come yet."""
    coming = [one.snoozed_until or one.due_at for one in view.occasions if one.state in _COMING]
    coming += [one.snoozed_until or one.due_at for one in view.promises if one.stands in _COMING]
    return min(coming, key=datetime.timestamp, default=None)
