"""Calendar entries put together to shifts: one a work date, with its breaks."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from habitcoach.core.errors import InputError
from habitcoach.core.imported_roster import ImportedDay, ImportedRoster, covered
from habitcoach.core.roster import ShiftPattern
from habitcoach.core.wall import DAY
from habitcoach.interchange.calendar_entries import CalendarEntries, CalendarEntry
from habitcoach.interchange.event_kinds import is_absence, is_break, is_rest, is_time_off

#: A shift goes on after midnight when its next part begins this soon …
_GAP = timedelta(hours=3)
#: … and it is no longer than this as a whole.
_LONGEST_NIGHT = timedelta(hours=16)
_LONGEST_BREAK = timedelta(hours=4)
#: Time off by the hour that takes the whole date.
_WHOLE_DAY_OFF = timedelta(hours=6)
_LONGEST_ABSENCE = timedelta(days=366)


@dataclass(slots=True)
class _Block:
    """Work that belongs together, while it is being gathered."""

    pieces: list[CalendarEntry]  #: by their start
    end: datetime

    @property
    def start(self) -> datetime:
        return self.pieces[0].start

    @property
    def day(self) -> date:
        return self.start.date()

    def goes_on(self, piece: CalendarEntry) -> bool:
        """Whether a later piece of work is part of it."""
        length = max(self.end, piece.end) - self.start
        if piece.start.date() == self.day:
            return length < DAY
        return length <= _LONGEST_NIGHT and piece.start - self.end <= _GAP

    def add(self, piece: CalendarEntry) -> None:
        """Have a later piece of work in it."""
        self.pieces.append(piece)
        self.end = max(self.end, piece.end)


def shifts_of(found: CalendarEntries) -> ImportedRoster:
    """Return the shifts of a file, each on the date it starts. Raises InputError `no_shifts`."""
    off = _days_off(found.entries)
    timed = [one for one in found.entries if not one.all_day and not is_time_off(one.summary)]
    busy = [one for one in timed if not one.free] or timed
    breaks = {one for one in busy if is_break(one.summary) and one.end - one.start <= _LONGEST_BREAK}
    work = [one for one in busy if one not in breaks]
    shifts: dict[date, _Block] = {}
    blocks = _blocks(one for one in work if one.end - one.start < DAY)
    for block in sorted(blocks, key=lambda one: one.end - one.start):
        shifts[block.day] = block  # of two that are over a day apart as a whole, the longer one
    if not shifts:
        raise InputError("calendar", "no_shifts")
    left_out = found.unreadable + len(work) - sum(len(block.pieces) for block in shifts.values())
    return _roster(shifts, off, breaks, left_out)


def _roster(
    shifts: Mapping[date, _Block], off: Mapping[date, str], breaks: Iterable[CalendarEntry], left_out: int
) -> ImportedRoster:
    first, last = min(shifts), max(shifts)
    while first - DAY in off:
        first -= DAY
    while last + DAY in off:
        last += DAY
    days = {day: ImportedDay(day, reason=off.get(day, "")) for day in covered(first, last)}
    days |= {day: ImportedDay(day, reason=reason) for day, reason in off.items() if reason}
    paused: defaultdict[date, list[CalendarEntry]] = defaultdict(list)
    for one in breaks:
        paused[one.start.date()].append(one)
    for day, block in shifts.items():
        if not off.get(day):
            days[day] = _shift(day, block, [*paused[day], *paused[day + DAY]])
    return ImportedRoster(tuple(days[day] for day in sorted(days)), first, last, left_out)


def _days_off(entries: Iterable[CalendarEntry]) -> dict[date, str]:
    """Return the dates off with the name of the absence, "" for a rest day."""
    off: dict[date, str] = {}
    for one in entries:
        absence = is_absence(one.summary) or (one.away and one.all_day)
        if not absence and not is_rest(one.summary):
            continue
        length = one.end - one.start
        if not one.all_day and length < _WHOLE_DAY_OFF:
            continue
        # Leave in place of a night shift takes one date, not two.
        whole = length >= DAY
        final = (one.end - timedelta(minutes=1)).date() if whole else one.start.date()
        for day in covered(one.start.date(), min(final, one.start.date() + _LONGEST_ABSENCE)):
            off[day] = off.get(day) or ((one.summary or "Away") if absence else "")
    return off


def _blocks(work: Iterable[CalendarEntry]) -> list[_Block]:
    blocks: list[_Block] = []
    for piece in sorted(work, key=lambda one: (one.start, one.end, one.summary)):
        if blocks and blocks[-1].goes_on(piece):
            blocks[-1].add(piece)
        else:
            blocks.append(_Block([piece], piece.end))
    return blocks


def _shift(day: date, block: _Block, breaks: Iterable[CalendarEntry]) -> ImportedDay:
    free = _joined(sorted([*_gaps(block), *_within(block, breaks)]))
    pauses = tuple((begin.time(), end.time()) for begin, end in free)
    return ImportedDay(day, _name(block), ShiftPattern(block.start.time(), block.end.time(), pauses))


def _name(block: _Block) -> str:
    """Return the summary that fills most of the shift; of equals the first."""
    lengths: Counter[str] = Counter()
    for piece in block.pieces:
        lengths[piece.summary] += int((piece.end - piece.start).total_seconds())
    return lengths.most_common(1)[0][0]


def _gaps(block: _Block) -> Iterator[tuple[datetime, datetime]]:
    reached = block.start
    for piece in block.pieces:
        if piece.start > reached:
            yield reached, piece.start
        reached = max(reached, piece.end)


def _within(block: _Block, breaks: Iterable[CalendarEntry]) -> Iterator[tuple[datetime, datetime]]:
    for one in breaks:
        begin, end = max(one.start, block.start), min(one.end, block.end)
        if begin < end and (begin, end) != (block.start, block.end):
            yield begin, end


def _joined(spans: Iterable[tuple[datetime, datetime]]) -> list[tuple[datetime, datetime]]:
    joined: list[tuple[datetime, datetime]] = []
    for begin, end in spans:
        if joined and begin <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((begin, end))
    return joined
