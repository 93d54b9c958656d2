"""Holds that nobody says: the agent is away, in full screen or talking. Algorithms.md, section 8."""

from datetime import datetime, timedelta

from habitcoach.coaching.setting_values import OFF, ON
from habitcoach.core.hold import AWAY_AFTER, FULL_SCREEN_LASTS, LEASE, MICROPHONE_LASTS, Hold, HoldReason
from habitcoach.ports import Clock, Seen, Store

#: Setting: minutes without input after which the agent is away.
AWAY_MINUTES = "away_minutes"
DEFAULT_AWAY_MINUTES = int(AWAY_AFTER.total_seconds() // 60)
#: Setting: whether cues wait while another program fills the screen.
HOLD_FULL_SCREEN = "hold_full_screen"
#: Setting: whether the agent is asked, or was, if full screen for an hour is how they always work.
FULL_SCREEN_QUESTION = "full_screen_question"
ASKED, ANSWERED = "asked", "answered"
#: Setting: whether cues wait while a program listens. Nothing is held before the agent has asked for it.
HOLD_MICROPHONE = "hold_microphone"
#: What goes on for longer is how this agent works.
_LASTS = {HoldReason.FULL_SCREEN: FULL_SCREEN_LASTS, HoldReason.MICROPHONE: MICROPHONE_LASTS}
#: The end of a hold is moved once less than this is left of it, rather than at every reading.
_SOON = timedelta(minutes=3)


def asks_full_screen(store: Store) -> bool:
    """Return whether the question about full screen waits for its answer."""
    return store.setting(FULL_SCREEN_QUESTION) == ASKED and store.setting(HOLD_FULL_SCREEN) != OFF


class PresenceHolds:
    """Begins, goes on with and ends holds after what the system says of the agent."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock
        #: Since when what may be how the agent works has been going on.
        self._since: dict[HoldReason, datetime] = {}

    def heed(self, seen: Seen) -> bool:
        """Bring the holds up to what was seen; return whether one has begun or ended.

        No log is touched, so nothing is announced. Raises EnvironmentFaultError when it cannot be written.
        """
        now = self._clock.now()
        full = self._is_news(HoldReason.FULL_SCREEN, now, going_on=bool(seen.full_screen))
        heard = self._is_news(HoldReason.MICROPHONE, now, going_on=bool(seen.microphone))
        reasons = {
            HoldReason.AWAY: self._is_away(seen),
            HoldReason.FULL_SCREEN: full and self._store.setting(HOLD_FULL_SCREEN) != OFF,
            HoldReason.MICROPHONE: heard and self._store.setting(HOLD_MICROPHONE) == ON,
        }
        kept = [one for one in self._store.holds(now) if one.reason in reasons]
        turned = [self._keep(reason, now, kept, wanted=wanted) for reason, wanted in reasons.items()]
        return self._ask(going_on=bool(seen.full_screen), news=full) or any(turned)

    def _ask(self, *, going_on: bool, news: bool) -> bool:
        """Have the agent asked once whether full screen is how they work; return whether that is now."""
        wanted = self._store.setting(HOLD_FULL_SCREEN) != OFF
        if not going_on or news or not wanted or self._store.setting(FULL_SCREEN_QUESTION) is not None:
            return False
        self._store.put_setting(FULL_SCREEN_QUESTION, ASKED)
        return True

    def not_again(self) -> None:
        """Keep that the question was answered: the agent is not asked another time."""
        self._store.put_setting(FULL_SCREEN_QUESTION, ANSWERED)

    def _is_away(self, seen: Seen) -> bool:
        after = timedelta(minutes=int(self._store.setting(AWAY_MINUTES) or DEFAULT_AWAY_MINUTES))
        return bool(seen.locked) or (seen.idle is not None and seen.idle >= after)

    def _is_news(self, reason: HoldReason, now: datetime, *, going_on: bool) -> bool:
        """Whether something goes on, and not for so long that it is how the agent works."""
        if not going_on:
            self._since.pop(reason, None)
            return False
        # The clock may have been set back.
        since = self._since[reason] = min(self._since.get(reason, now), now)
        return now - since < _LASTS[reason]

    def _keep(self, reason: HoldReason, now: datetime, kept: list[Hold], *, wanted: bool) -> bool:
        """Bring the hold of one reason up to now; return whether it has begun or ended."""
        mine = [one for one in kept if one.reason is reason]
        running = next((one for one in mine if one.runs(now)), None)
        # What has not begun is left over from a clock that was set back.
        over = [one for one in mine if not (wanted and one is running)]
        if wanted and running is not None and not over and running.until - now >= _SOON:
            return False
        if not wanted and not over:
            return False
        with self._store.writing():
            for one in over:
                self._store.move_hold_end(one.id, now)
            if wanted and running is not None:
                self._store.move_hold_end(running.id, now + LEASE)
            elif wanted:
                self._store.add_hold(Hold(reason, None, now, now + LEASE))
        return wanted != (running is not None)
