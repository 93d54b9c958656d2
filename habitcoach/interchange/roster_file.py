"""A planner's calendar file as the agent's shifts."""

from datetime import date, tzinfo
from pathlib import Path

from habitcoach.core.errors import InputError
from habitcoach.core.imported_roster import ImportedRoster

MOST_BYTES = 5_000_000


def read_roster_file(path: Path, zone: tzinfo, today: date) -> ImportedRoster:
    """Read the shifts of an .ics file in the agent's zone; changes nothing.

    Raises InputError on the field `calendar`: `unreadable_file`, `calendar_too_large`, `not_a_calendar`,
    `calendar_too_long`, `no_shifts`.
    """
    # What reads calendars is 5 MB of modules, for a file that comes once in a long while.
    from habitcoach.interchange.calendar_entries import read_entries  # noqa: PLC0415
    from habitcoach.interchange.shift_days import shifts_of  # noqa: PLC0415

    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError:
        raise InputError("calendar", "unreadable_file") from None
    if len(data) > MOST_BYTES:
        raise InputError("calendar", "calendar_too_large", limit=MOST_BYTES // 1_000_000)
    return shifts_of(read_entries(data, zone, today))
