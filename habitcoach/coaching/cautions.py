"""What speaks for a second look at a habit while it is written; nothing of it forbids anything."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from habitcoach.coaching.agenda import Agenda
from habitcoach.coaching.habit_views import CueTimeView
from habitcoach.coaching.offers import is_building
from habitcoach.coaching.review_times import first_date
from habitcoach.core.calendar import Shift
from habitcoach.core.habit import Draft, HabitId
from habitcoach.core.reviewing import whole_weeks
from habitcoach.core.roster import ShiftPattern
from habitcoach.core.suggesting import most_active
from habitcoach.core.trigger import AroundShift, At, ShiftAnchor

#: Two cues so near each other get in each other's way.
NEAR = timedelta(minutes=5)
_A_DAY = 24 * 60  # in minutes


@dataclass(frozen=True, slots=True)
class CloseCue:
    """Another habit has its cue within five minutes."""

    habit: str
    due_at: datetime  #: in the agent's zone


@dataclass(frozen=True, slots=True)
class OutsideShift:
    """A clock time lies outside the shift that runs or comes next."""

    at: time
    before: bool  #: before it begins; otherwise after it has ended
    shift: str  #: "" for the unnamed one
    edge: time  #: when it begins or ends
    elsewhere: bool  #: another shift of the roster contains the time


@dataclass(frozen=True, slots=True)
class Cautions:
    """All that is to be said of a habit as it stands in the editor."""

    close: CloseCue | None = None
    outside: OutsideShift | None = None
    building: int | None = None  #: as many habits as are built already, when a further one is one too many
    moves: tuple[tuple[str, time], ...] = ()  #: when the cue comes on each shift, where there are several


def cautions(agenda: Agenda, draft: Draft, own: HabitId | None, cues: Sequence[CueTimeView]) -> Cautions:
    """Return what is to be said of a new habit, or of the habit `own` if it were so; `cues` are its next."""
    return Cautions(
        close=_close(agenda, own, cues),
        outside=_outside(agenda, draft),
        building=_building(agenda) if own is None else None,
        moves=_moves(agenda, draft),
    )


def _close(agenda: Agenda, own: HabitId | None, cues: Sequence[CueTimeView]) -> CloseCue | None:
    """Return the first cue of another habit near one on the first day that this habit has cues."""
    days = {one.work_date for one in cues[:1]}
    mine = [one.due_at for one in cues if one.work_date in days]
    for habit in agenda.active():
        if habit.id == own or agenda.resting(habit):
            continue
        for day in days:
            for occasion in agenda.occasions(habit, day):
                if any(abs(occasion.due - due) < NEAR for due in mine):
                    return CloseCue(habit.name, agenda.local(occasion.due))
    return None


def _outside(agenda: Agenda, draft: Draft) -> OutsideShift | None:
    trigger = draft.trigger
    shift = _present_shift(agenda)
    if not isinstance(trigger, At) or trigger.anyway or shift is None:
        return None
    begin, end = agenda.local(shift.start).time(), agenda.local(shift.end).time()
    for at in trigger.times:
        if not _within(at, begin, end):
            before = begin < end and at < begin
            patterns = agenda.calendar.roster_on(agenda.today).shifts.values()
            elsewhere = any(_within(at, one.start, one.end) for one in patterns)
            return OutsideShift(at, before, shift.name, begin if before else end, elsewhere)
    return None


def _present_shift(agenda: Agenda) -> Shift | None:
    """Return today's shift as long as it is not over, else the next one."""
    shift = agenda.calendar.shift_on(agenda.today)
    if shift is not None and shift.end > agenda.now:
        return shift
    return agenda.calendar.next_shift(agenda.now)


def _within(at: time, begin: time, end: time) -> bool:
    if begin < end:
        return begin <= at < end
    return at >= begin or at < end


def _building(agenda: Agenda) -> int | None:
    count = sum(is_building(one) and not agenda.resting(one) for one in agenda.active())
    weeks = whole_weeks(first_date(agenda) or agenda.today, agenda.today)
    return count if count >= most_active(weeks) else None


def _moves(agenda: Agenda, draft: Draft) -> tuple[tuple[str, time], ...]:
    trigger = draft.trigger
    shifts = agenda.calendar.roster_on(agenda.today).shifts
    if not isinstance(trigger, AroundShift) or trigger.anchor is ShiftAnchor.AFTER_BREAK or len(shifts) <= 1:
        return ()
    return tuple((name, _moment(trigger, pattern)) for name, pattern in shifts.items())


def _moment(trigger: AroundShift, pattern: ShiftPattern) -> time:
    begin, end = _minutes(pattern.start), _minutes(pattern.end)
    if end <= begin:
        end += _A_DAY
    anchors = {
        ShiftAnchor.START: begin,
        ShiftAnchor.MIDDLE: (begin + end) // 2,
        ShiftAnchor.END: end,
    }
    hour, minute = divmod((anchors[trigger.anchor] + trigger.offset) % _A_DAY, 60)
    return time(hour, minute)


def _minutes(wall: time) -> int:
    return wall.hour * 60 + wall.minute
