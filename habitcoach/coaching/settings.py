"""The agent's settings: what can be chosen, what it is until then, and how a choice is read."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import time

from habitcoach.coaching.agenda import DAY_START, WEEK_START, read_agenda, weeks_from, weeks_text
from habitcoach.coaching.changes import Announcer, Changed
from habitcoach.coaching.day_plan import RHYTHM
from habitcoach.coaching.deliveries import SURFACE, Surface
from habitcoach.coaching.fade_choices import keep_choice, overall_choice
from habitcoach.coaching.pacing import DEFAULT_GAP, DEFAULT_MOST, GAP, MOST
from habitcoach.coaching.promise_holds import IN_CALLS, InCalls
from habitcoach.coaching.told import FADING
from habitcoach.core import calendar
from habitcoach.core.consent import Consent
from habitcoach.core.errors import InputError
from habitcoach.core.jsonshape import parse_wall_time
from habitcoach.core.period import MONDAY, Weeks
from habitcoach.core.turn import Rhythm
from habitcoach.ports import Clock, Store

FIELD = "setting"
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@dataclass(frozen=True, slots=True)
class KnownSetting:
    """One thing that the agent can choose."""

    name: str
    default: str  #: in force until the agent chooses
    #: Returns the value as it is kept. Raises InputError when it is none; its first argument names the field.
    read: Callable[[str, str], str]


def one_of(*choices: str) -> Callable[[str, str], str]:
    """Return what reads one of some words."""

    def read(field: str, text: str) -> str:
        if text not in choices:
            raise InputError(field, "not_a_choice", choices=", ".join(choices))
        return text

    return read


def whole_number(low: int, high: int) -> Callable[[str, str], str]:
    """Return what reads a whole number in a range."""

    def read(field: str, text: str) -> str:
        number = int(text) if text.isascii() and text.isdigit() else low - 1
        if not low <= number <= high:
            raise InputError(field, "not_in_range", low=low, high=high)
        return str(number)

    return read


def _wall_time(field: str, text: str) -> str:
    found = parse_wall_time(text)
    if found is None:
        raise InputError(field, "not_a_time_of_day")
    return clock_text(found)


def _weekday(field: str, text: str) -> str:
    numbers = [str(number) for number in range(1, len(_WEEKDAYS) + 1)]
    if text in numbers:
        return text
    if text.casefold() not in _WEEKDAYS:
        raise InputError(field, "not_a_choice", choices=", ".join(_WEEKDAYS))
    return numbers[_WEEKDAYS.index(text.casefold())]


def clock_text(wall: time) -> str:
    """Write a wall time as it is kept."""
    return f"{wall:%H:%M}"


#: All there are, by name.
KNOWN: Mapping[str, KnownSetting] = {
    one.name: one
    for one in (
        KnownSetting(GAP, str(int(DEFAULT_GAP.total_seconds() // 60)), whole_number(0, 240)),
        KnownSetting(MOST, str(DEFAULT_MOST), whole_number(0, 99)),
        KnownSetting(RHYTHM, Rhythm.MOMENT.value, one_of(*(one.value for one in Rhythm))),
        KnownSetting(DAY_START, clock_text(calendar.DAY_START), _wall_time),
        KnownSetting(FADING, Consent.AUTOMATIC.value, one_of(*(one.value for one in Consent))),
        KnownSetting(IN_CALLS, InCalls.SHOW.value, one_of(*(one.value for one in InCalls))),
        KnownSetting(SURFACE, Surface.AUTOMATIC.value, one_of(*(one.value for one in Surface))),
        KnownSetting(WEEK_START, str(MONDAY), _weekday),
    )
}


class Settings:
    """Shows and changes what the agent can choose."""

    def __init__(self, store: Store, clock: Clock, announcer: Announcer) -> None:
        self._store = store
        self._clock = clock
        self._announcer = announcer

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
        self._announcer.announce(Changed())
        return value

    def _turned(self, weekday: str) -> str:
        """Return the weeks up to now and those to come: what was judged already stays in its week."""
        if not self._store.habits():
            return weekday
        weeks = weeks_from(self._store.setting(WEEK_START))
        if not isinstance(weeks, Weeks):
            weeks = Weeks(weeks)
        return weeks_text(weeks.starting(int(weekday), read_agenda(self._store, self._clock).today))


def _known(name: str) -> KnownSetting:
    if name not in KNOWN:
        raise InputError(FIELD, "unknown_setting", name=name, known=", ".join(sorted(KNOWN)))
    return KNOWN[name]
