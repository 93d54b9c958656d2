"""What a decision can choose from: better cues from the agent's own log, nearer goals, other rewards."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from habitcoach.coaching.agenda import Agenda
from habitcoach.coaching.decision_views import Proposals
from habitcoach.coaching.review_times import week_of
from habitcoach.coaching.reviewing import ReviewReader
from habitcoach.core.better_cues import FOLLOWS_WITHIN, Followed, Grounds, LoggedAt, better_cues
from habitcoach.core.calendar import Shift
from habitcoach.core.entry import Entry, EntryKind, Source
from habitcoach.core.following import circle
from habitcoach.core.habit import Habit, HabitId
from habitcoach.core.ledger import live
from habitcoach.core.reviewing import Slots
from habitcoach.core.trigger import Contact, Promised
from habitcoach.core.wall import DAY
from habitcoach.ports import Store

#: How far back the agent's own log is looked at.
LOOKED_BACK = 56 * DAY
MOST_REWARDS = 3
_MINUTE = timedelta(minutes=1)
_HOUR = 60


@dataclass(frozen=True, slots=True)
class ProposalReader:
    """Reads proposals, when the agent wants to choose."""

    store: Store
    reviews: ReviewReader

    def of(self, agenda: Agenda, habit: Habit) -> Proposals:
        """Return what can be chosen from for a habit."""
        plan = habit.newest.plan
        review = self.reviews.of(agenda, habit, week_of(agenda, agenda.today))
        slots = Slots() if review is None else review.slots
        return Proposals(
            habit_id=habit.id,
            when=plan.when,
            routine=plan.routine,
            reward=plan.reward,
            cues=better_cues(self._grounds(agenda, habit, slots)),
            smaller=plan.tiny,
            rewards=tuple(self._rewards(agenda, habit)),
        )

    def _grounds(self, agenda: Agenda, habit: Habit, slots: Slots) -> Grounds:
        done = self._done(agenda, habit)
        logged = [one for one in (_logged_at(agenda, entry) for entry in done) if one is not None]
        followed = [
            Followed(other.id, other.name, self._followed(agenda, done, other))
            for other in agenda.active()
            if _may_follow(agenda, habit, other)
        ]
        shift = next((one for one in (_shift_of(agenda, entry) for entry in reversed(done)) if one), None)
        shift = shift or agenda.calendar.next_shift(agenda.now)
        breaks = shift is not None and bool(shift.breaks)
        return Grounds(habit.newest.trigger, logged, followed, slots, breaks)

    def _done(self, agenda: Agenda, habit: Habit) -> list[Entry]:
        entries = live(self.store.entries(habit.id, agenda.today - LOOKED_BACK))
        return [one for one in entries if one.kind is EntryKind.DONE and one.source is not Source.ESTIMATE]

    def _followed(self, agenda: Agenda, done: Sequence[Entry], other: Habit) -> int:
        """Return how many logs came soon after one of another habit."""
        before = sorted(one.at for one in self._done(agenda, other))
        return sum(_soon_after(one.at, before) for one in done)

    def _rewards(self, agenda: Agenda, habit: Habit) -> Iterator[str]:
        """Yield the rewards of the agent's other habits, those found worth it first."""
        found: dict[str, int] = {}
        for other in agenda.active():
            reward = other.newest.plan.reward
            if other.id != habit.id and reward != habit.newest.plan.reward:
                answers = [one for one in self.store.reward_ratings(other.id) if one.text == reward]
                worth = sum(1 if one.worth_it else -1 for one in answers)
                found[reward] = max(worth, found.get(reward, worth))
        liked = [one for one, worth in sorted(found.items(), key=lambda each: -each[1]) if worth >= 0]
        yield from liked[:MOST_REWARDS]


def _may_follow(agenda: Agenda, habit: Habit, other: Habit) -> bool:
    if other.id == habit.id or isinstance(other.newest.trigger, Contact | Promised):
        return False
    triggers = {one.id: one.newest.trigger for one in agenda.habits}
    return not circle(triggers, habit.id, HabitId(other.id))


def _soon_after(moment: datetime, before: Sequence[datetime]) -> bool:
    """Whether the last of some instants, up to another one, lies close before it."""
    number = bisect_right(before, moment)
    return number > 0 and moment - before[number - 1] <= FOLLOWS_WITHIN * _MINUTE


def _shift_of(agenda: Agenda, entry: Entry) -> Shift | None:
    return agenda.calendar.shift_on(entry.work_date)


def _logged_at(agenda: Agenda, entry: Entry) -> LoggedAt | None:
    """Return where in its shift a log lies; None for one outside, such as those filled in later."""
    shift = _shift_of(agenda, entry)
    if shift is None or not shift.start <= entry.at <= shift.end:
        return None
    local = entry.at.astimezone(agenda.calendar.zone_on(entry.work_date))
    past = [(n, end) for n, (_, end) in enumerate(shift.breaks, start=1) if end <= entry.at]
    after = None if not past else (past[-1][0], int((entry.at - past[-1][1]) / _MINUTE))
    return LoggedAt(
        clock=local.hour * _HOUR + local.minute,
        from_start=int((entry.at - shift.start) / _MINUTE),
        to_end=int((shift.end - entry.at) / _MINUTE),
        after_break=after,
    )
