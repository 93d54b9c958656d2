"""What the tray panel says: sentences out of a view, without widgets."""

from datetime import datetime

from habitcoach.coaching.today_view import TodayView
from habitcoach.coaching.views import HoldView, OccasionState, OccasionView, PromiseView
from habitcoach.core.hold import HoldReason
from habitcoach.texts.language import ntr, tr
from habitcoach.texts.promises import promised_for
from habitcoach.ui.format import number_text, short_date_text, since_text, time_text
from habitcoach.ui.today_words import next_shift_text, ring_total
from habitcoach.ui.tray_words import waiting_count
from habitcoach.ui.waiting import Waiting, state_of, title_of

_COMING = frozenset({OccasionState.LATER, OccasionState.SNOOZED})


def headline(view: TodayView) -> str:
    """Return the title of the panel."""
    reason = None if view.hold is None else view.hold.reason
    if reason is HoldReason.PAUSED:
        return tr("Cues are paused")
    if reason is HoldReason.CALL or (reason is not None and reason.open_ended):
        return tr("Cues are held")
    if reason is HoldReason.BREAK:
        return tr("On a break")
    count = waiting_count(view)
    if not count and held_count(view):
        return tr("Cues come again")
    return ntr("1 cue waiting", "{n} cues waiting", count) if count else tr("Nothing waiting")


def hold_texts(view: TodayView, hold: HoldView, *, promises_wait: bool) -> tuple[str, str]:
    """Return what waits for the end of a hold, and what goes on meanwhile."""
    held = held_count(view)
    if hold.reason is HoldReason.CALL:
        title = (
            ntr("1 cue waits for you to hang up", "{n} cues wait for you to hang up", held)
            if held
            else tr("No cue waits for you to hang up")
        )
        since = time_text(hold.since)
        if promises_wait:
            return title, tr("On a call since {time}. Promises wait, too.", time=since)
        return title, tr("On a call since {time}. Promises still show, without sound.", time=since)
    detail = ntr("1 cue waits until then.", "{n} cues wait until then.", held) if held else ""
    if hold.reason is HoldReason.AWAY:
        return tr("Cues come again when you are back"), detail
    if hold.reason is HoldReason.FULL_SCREEN:
        return tr("Cues come again when you leave full screen"), detail
    if hold.reason is HoldReason.MICROPHONE:
        return tr("Cues come again when the microphone is free"), detail
    return tr("Cues come again: {time}", time=_when(hold.until, view.now)), detail


def held_count(view: TodayView) -> int:
    """Return how many cues a call, a pause or a break keeps back, or kept back until just now."""
    return sum(state_of(one) is OccasionState.HELD for one in _all(view))


def waiting_text(one: Waiting, now: datetime) -> str:
    """Return the second line of what waits: "Promised for 15:40 · 2 min ago", "14:05 · until 15:30"."""
    if isinstance(one, PromiseView):
        promised = promised_for(time_text(one.due_at))
        return tr("{promised} · {since}", promised=promised, since=since_text(now, one.due_at))
    due, until = time_text(one.due_at), time_text(one.closes_at)
    return tr("{time} · until {until}", time=due, until=until)


def following(view: TodayView) -> tuple[datetime, str] | None:
    """Return when the next cue or promise of today comes, and what it is; None when none does."""
    coming = [one for one in _all(view) if _comes(one)]
    return min(((_at(one), title_of(one)) for one in coming), key=lambda pair: pair[0], default=None)


def clear_texts(view: TodayView) -> tuple[str, str]:
    """Return headline and line of a panel in which nothing waits."""
    held = held_count(view)
    if held and view.hold is None:
        # A call has just ended: they come joined, some seconds after.
        return ntr("1 cue comes in a moment", "{n} cues come in a moment", held), ""
    after = following(view)
    if after is not None:
        at, what = after
        return tr("You are clear until {time}", time=time_text(at)), tr("Then: {what}", what=what)
    if not (view.has_habits or view.promises):
        return tr("No habits yet"), tr("Open HabitCoach to start one.")
    if not view.duty:
        return tr("Day off. Your streaks rest."), next_shift_text(view)
    return tr("You are clear for today"), ""


def foot_text(view: TodayView) -> str:
    """Return the line above the bar: the next cue while something waits, else how much is done."""
    after = following(view)
    if waiting_count(view) and after is not None:
        return tr("Next at {time}, {what}", time=time_text(after[0]), what=after[1])
    total = ring_total(view)
    if not total:
        return ""
    done = sum(state_of(one) is OccasionState.DONE for one in _all(view))
    return tr("{done} of {total} done", done=number_text(done), total=number_text(total))


def shift_share(view: TodayView) -> float | None:
    """Return how much of the shift is over, 0 to 1; None off duty."""
    shift = view.shift
    if shift is None:
        return None
    start, end, now = (one.timestamp() for one in (shift.start, shift.end, view.now))
    return min(1.0, max(0.0, (now - start) / (end - start)))


def _all(view: TodayView) -> list[Waiting]:
    return [*view.promises, *view.occasions]


def _comes(one: OccasionView | PromiseView) -> bool:
    quiet = isinstance(one, OccasionView) and one.quiet
    return state_of(one) in _COMING and not quiet


def _at(one: OccasionView | PromiseView) -> datetime:
    return one.due_at if one.snoozed_until is None else one.snoozed_until


def _when(moment: datetime, now: datetime) -> str:
    """Return a time, with its day where that is another one."""
    if moment.date() == now.date():
        return time_text(moment)
    return tr("{day}, {time}", day=short_date_text(moment.date()), time=time_text(moment))
