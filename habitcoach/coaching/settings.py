"""The agent's settings: what can be chosen, what it is until then, and how a choice is read."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from habitcoach.coaching.agenda import DAY_START, WEEK_START, read_agenda, weeks_from, weeks_text
from habitcoach.coaching.changes import Announcer, Changed
from habitcoach.coaching.day_plan import RHYTHM
from habitcoach.coaching.deliveries import SURFACE, Surface
from habitcoach.coaching.fade_choices import keep_choice, overall_choice
from habitcoach.coaching.holding import CALL_MINUTES, DEFAULT_CALL_MINUTES
from habitcoach.coaching.pacing import DEFAULT_GAP, DEFAULT_MOST, GAP, MOST
from habitcoach.coaching.preferences import (
    CARD_SECONDS,
    CHANNELS,
    DEFAULT_CARD_SECONDS,
    DISCREET,
    MIDDLE_CLICK,
    REDUCE_MOTION,
    SOUND,
    TEXT_SIZE,
    THEME,
    Channel,
    Sound,
    TextSize,
    ThemeChoice,
)
from habitcoach.coaching.presence_holds import (
    AWAY_MINUTES,
    DEFAULT_AWAY_MINUTES,
    HOLD_FULL_SCREEN,
    HOLD_MICROPHONE,
)
from habitcoach.coaching.promise_holds import IN_CALLS, InCalls
from habitcoach.coaching.quick_key import DEFAULT_QUICK_KEY, QUICK_KEY, read_quick_key
from habitcoach.coaching.setting_values import (
    OFF,
    ON,
    Reader,
    clock_text,
    one_of,
    some_of,
    wall_time,
    weekday,
    whole_number,
)
from habitcoach.coaching.told import FADING
from habitcoach.core import calendar
from habitcoach.core.consent import Consent
from habitcoach.core.errors import InputError
from habitcoach.core.period import MONDAY, Weeks
from habitcoach.core.turn import Rhythm
from habitcoach.ports import Clock, Store

FIELD = "setting"


@dataclass(frozen=True, slots=True)
class KnownSetting:
    """One thing that the agent can choose."""

    name: str
    default: str  #: in force until the agent chooses
    read: Reader
    #: Whether what is worked out from the log, or when cues come, hangs on it.
    counts: bool = True


def _words(choices: type[StrEnum]) -> Reader:
    return one_of(*(one.value for one in choices))


def _shown(name: str, default: str, read: Reader) -> KnownSetting:
    return KnownSetting(name, default, read, counts=False)


#: The language of every text: the system's, or one that there is a catalogue for (a test holds them equal).
LANGUAGE, SYSTEM_LANGUAGE = "language", "system"
LANGUAGES = ("de", "en")

#: All there are, by name.
KNOWN: Mapping[str, KnownSetting] = {
    one.name: one
    for one in (
        KnownSetting(GAP, str(int(DEFAULT_GAP.total_seconds() // 60)), whole_number(0, 240)),
        KnownSetting(MOST, str(DEFAULT_MOST), whole_number(0, 99)),
        KnownSetting(RHYTHM, Rhythm.MOMENT.value, _words(Rhythm)),
        KnownSetting(DAY_START, clock_text(calendar.DAY_START), wall_time),
        KnownSetting(FADING, Consent.AUTOMATIC.value, _words(Consent)),
        KnownSetting(IN_CALLS, InCalls.SHOW.value, _words(InCalls)),
        KnownSetting(SURFACE, Surface.AUTOMATIC.value, _words(Surface)),
        KnownSetting(WEEK_START, str(MONDAY), weekday),
        _shown(AWAY_MINUTES, str(DEFAULT_AWAY_MINUTES), whole_number(1, 240)),
        _shown(CALL_MINUTES, str(DEFAULT_CALL_MINUTES), whole_number(5, 480)),
        _shown(CARD_SECONDS, str(DEFAULT_CARD_SECONDS), whole_number(5, 600)),
        _shown(CHANNELS, "", some_of(*(one.value for one in Channel))),
        _shown(DISCREET, OFF, one_of(ON, OFF)),
        _shown(HOLD_FULL_SCREEN, ON, one_of(ON, OFF)),
        _shown(HOLD_MICROPHONE, OFF, one_of(ON, OFF)),
        _shown(LANGUAGE, SYSTEM_LANGUAGE, one_of(SYSTEM_LANGUAGE, *LANGUAGES)),
        _shown(MIDDLE_CLICK, ON, one_of(ON, OFF)),
        _shown(QUICK_KEY, DEFAULT_QUICK_KEY, read_quick_key),
        _shown(REDUCE_MOTION, OFF, one_of(ON, OFF)),
        _shown(SOUND, Sound.OFF.value, _words(Sound)),
        _shown(TEXT_SIZE, TextSize.NORMAL.value, _words(TextSize)),
        _shown(THEME, ThemeChoice.SYSTEM.value, _words(ThemeChoice)),
    )
}


class Settings:
    """Shows and changes what the agent can choose."""

    def __init__(self, store: Store, clock: Clock, announcer: Announcer) -> None:
        self._store = store
        self._clock = clock
        self._announcer = announcer
        self._listeners: list[Callable[[str], None]] = []

    def listen(self, listener: Callable[[str], None]) -> None:
        """Have `listener(name)` called after every choice made here."""
        self._listeners.append(listener)

    def all(self) -> dict[str, str]:
        """Return every setting with its value."""
        return {name: self.value(name) for name in sorted(KNOWN)}

    def value(self, name: str) -> str:
        """Return what is in force, or for the first day of weeks what was chosen. Raises InputError."""
        kept = self._store.setting(_known(name).name)
        if kept is None:
            return KNOWN[name].default
        if name == FADING:
            return overall_choice(self._store, read_agenda(self._store, self._clock)).value
        if name == WEEK_START:
            weeks = weeks_from(kept)
            return str(weeks.latest() if isinstance(weeks, Weeks) else weeks)
        return kept

    def choose(self, name: str, text: str) -> str:
        """Keep a choice and return it as it is kept; weeks start on another day from the next one on.

        Raises InputError for a name or a value that there is not.
        """
        value = _known(name).read(f"{FIELD} {name}", text.strip())
        with self._store.writing():
            if name == FADING:
                keep_choice(self._store, read_agenda(self._store, self._clock), name, Consent(value))
            else:
                self._store.put_setting(name, self._turned(value) if name == WEEK_START else value)
        if KNOWN[name].counts:
            self._announcer.announce(Changed())
        for listener in self._listeners:
            listener(name)
        return value

    def is_on(self, name: str) -> bool:
        """Whether a setting of on and off is on."""
        return self.value(name) == ON

    def number(self, name: str) -> int:
        """Return a setting that is a whole number."""
        return int(self.value(name))

    def channels(self) -> tuple[Channel, ...]:
        """Return where the agent meets customers; none until it was said."""
        return tuple(Channel(one) for one in self.value(CHANNELS).split(",") if one)

    def _turned(self, first: str) -> str:
        """Return the weeks up to now and those to come: what was judged already stays in its week."""
        if not self._store.habits():
            return first
        weeks = weeks_from(self._store.setting(WEEK_START))
        if not isinstance(weeks, Weeks):
            weeks = Weeks(weeks)
        return weeks_text(weeks.starting(int(first), read_agenda(self._store, self._clock).today))


def _known(name: str) -> KnownSetting:
    if name not in KNOWN:
        raise InputError(FIELD, "unknown_setting", name=name, known=", ".join(sorted(KNOWN)))
    return KNOWN[name]
