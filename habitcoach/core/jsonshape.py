"""Reading a JSON object strictly: every fault names its key."""

from collections.abc import Collection
from datetime import date, time
from enum import StrEnum
from typing import TypeVar, overload

from habitcoach.core.errors import InputError

E = TypeVar("E", bound=StrEnum)

_REQUIRED = object()


class Shape:
    """A JSON object under a field name, read key by key."""

    def __init__(self, field: str, value: object, allowed: Collection[str]) -> None:
        """Raise InputError when `value` is no object or has keys outside `allowed`."""
        self._field = field
        if not isinstance(value, dict):
            raise InputError(field, "not_an_object")
        unknown = sorted(str(key) for key in value if key not in allowed)
        if unknown:
            raise InputError(self._name(unknown[0]), "unknown_key", known=", ".join(sorted(allowed)))
        self._value = value

    def _name(self, key: str) -> str:
        return f"{self._field}.{key}"

    def has(self, key: str) -> bool:
        """Whether the key was given."""
        return key in self._value

    def require(self, key: str) -> None:
        """Raise InputError when the key is missing."""
        if key not in self._value:
            raise InputError(self._name(key), "missing_key")

    def value(self, key: str, default: object = None) -> object:
        """Return the raw value of a key."""
        return self._value.get(key, default)

    def integer(self, key: str, low: int, high: int, default: object = _REQUIRED) -> int:
        """Read a whole number between `low` and `high`, both included."""
        value = self._value.get(key, default)
        if value is _REQUIRED:
            raise InputError(self._name(key), "missing_key")
        if not isinstance(value, int) or isinstance(value, bool) or not low <= value <= high:
            raise InputError(self._name(key), "not_in_range", low=low, high=high)
        return value

    def boolean(self, key: str, *, default: bool) -> bool:
        """Read true or false."""
        value = self._value.get(key, default)
        if not isinstance(value, bool):
            raise InputError(self._name(key), "not_a_boolean")
        return value

    @overload
    def choice(self, key: str, kind: type[E]) -> E: ...
    @overload
    def choice(self, key: str, kind: type[E], default: E) -> E: ...
    def choice(self, key: str, kind: type[E], default: E | None = None) -> E:
        """Read one of the words of an enum."""
        value = self._value.get(key, default)
        if value is None:
            raise InputError(self._name(key), "missing_key")
        if isinstance(value, str) and value in {member.value for member in kind}:
            return kind(value)
        raise InputError(self._name(key), "not_a_choice", choices=", ".join(member.value for member in kind))

    def wall_time(self, key: str) -> time:
        """Read "HH:MM"."""
        self.require(key)
        return self._one_time(key, self._value[key])

    def wall_times(self, key: str) -> tuple[time, ...]:
        """Read a list of "HH:MM", at least one, sorted and without repeats."""
        self.require(key)
        value = self._value[key]
        if not isinstance(value, list) or not value:
            raise InputError(self._name(key), "not_a_time_list")
        return tuple(sorted({self._one_time(key, one) for one in value}))

    def civil_date(self, key: str, default: date) -> date:
        """Read "YYYY-MM-DD"."""
        value = self._value.get(key)
        if value is None:
            return default
        try:
            return date.fromisoformat(value)
        except (TypeError, ValueError):
            raise InputError(self._name(key), "not_a_date") from None

    def integers(self, key: str, allowed: Collection[int]) -> tuple[int, ...]:
        """Read a list of whole numbers out of `allowed`, at least one, sorted and without repeats."""
        value = self._value[key]
        ok = isinstance(value, list) and value and all(type(one) is int and one in allowed for one in value)
        if not ok:
            raise InputError(self._name(key), "not_a_number_list", low=min(allowed), high=max(allowed))
        return tuple(sorted(set(value)))

    def _one_time(self, key: str, value: object) -> time:
        found = parse_wall_time(value)
        if found is None:
            raise InputError(self._name(key), "not_a_time")
        return found


def parse_wall_time(value: object) -> time | None:
    """Read "HH:MM" (or "H:MM") on a 24-hour clock; None when it is not one."""
    if not isinstance(value, str):
        return None
    hours, colon, minutes = value.partition(":")
    digits = hours.isascii() and minutes.isascii() and hours.isdigit() and minutes.isdigit()
    if not colon or not digits or len(hours) > 2 or len(minutes) != 2:
        return None
    if int(hours) > 23 or int(minutes) > 59:
        return None
    return time(int(hours), int(minutes))
